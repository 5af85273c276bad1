"""Variants of the shipped tables: the same keys and relations, other numbers."""

from pathlib import Path

from fairmark.course import current, make_variant


def make_worlds(place: Path) -> list[Path]:
    """Write the variants on which every solution must hold.

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
    for seed in current().seeds:
        folder = place / str(seed)
        make_variant(seed, folder)
        (folder / "seed").write_text(f"{seed}\n", encoding="utf-8")
        folders.append(folder)
    return folders
