"""Five variants of the shipped tables: the same keys and relations, other numbers."""

from pathlib import Path

from alignment.tables.variant import write_variant

SEEDS = (11, 12, 13, 14, 15)


def make_worlds(place: Path) -> list[Path]:
    """Write the five variants on which every solution must hold.

    Parameters
    ----------
    place : Path
        An empty folder.

    Returns
    -------
    list of Path
        One folder of tables per seed; each carries its seed, so that fresh inputs differ too.
    """
    folders = []
    for seed in SEEDS:
        folder = place / str(seed)
        write_variant(seed, folder)
        (folder / "seed").write_text(f"{seed}\n", encoding="utf-8")
        folders.append(folder)
    return folders
