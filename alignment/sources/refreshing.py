"""Get a table's raw files from where they are published, and show what that would change.

Nothing is written unless asked. Whatever goes wrong, the old table stays as it is.
"""

import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from alignment.errors import AlignmentError, keep_traceback
from alignment.sources.building import resource, shaped
from alignment.sources.dictionary import to_markdown
from alignment.sources.raw import Raw
from alignment.sources.recipe import Recipe
from alignment.sources.registry import recipes
from alignment.tables import names, root
from alignment.tables.package import DESCRIPTOR, UnknownTable, descriptor
from alignment.tables.package import resource as described
from alignment.tables.reading import read
from alignment.tables.writing import to_text, write_text

SECONDS = 30


class RefreshFailed(AlignmentError):
    """A raw file could not be got, or what came is not what the table needs."""


@dataclass(frozen=True)
class Changes:
    """What a fresh download would change in a table."""

    table: str
    added: int
    removed: int
    revised: dict[str, int]
    examples: list[str]

    def __bool__(self) -> bool:
        """Say whether anything would change."""
        return bool(self.added or self.removed or self.revised)

    def __str__(self) -> str:
        """Return one line per kind of change."""
        if not self:
            return f"{self.table}: nothing changed"
        lines = [f"{self.table}: {self.added} rows added, {self.removed} rows removed"]
        lines += [f"  {column}: {count} values revised" for column, count in self.revised.items()]
        return "\n".join(lines + [f"  for example {example}" for example in self.examples])


def refresh(
    name: str,
    *,
    write: bool = False,
    raw: Path | None = None,
    bar: bool = False,
    seconds: float = SECONDS,
    known: list[Recipe] | None = None,
) -> Changes:
    """Download the raw files of a table, build it anew and compare.

    Parameters
    ----------
    name : str
        Name of the table.
    write : bool
        Whether to put the new table in the place of the old one.
    raw : pathlib.Path, optional
        Folder with raw files that have no public address.
    bar : bool
        Whether to show a progress bar.
    seconds : float
        How long to wait for the server at each step.
    known : list of Recipe, optional
        The recipes; all of this course by default.

    Returns
    -------
    Changes
        What is new.

    Raises
    ------
    UnknownTable
        No table has this name.
    RefreshFailed
        There is no address, the download failed, or what came does not fit; nothing was changed.
    """
    recipe = _recipe(name, recipes() if known is None else known)
    if not recipe.upstream:
        have = sorted(r.name for r in (known or recipes()) if r.upstream)
        raise RefreshFailed(
            f"{name} has no public address to download from; these have: {', '.join(have)}."
        )
    with tempfile.TemporaryDirectory() as folder:
        source = Raw(Path(folder))
        _fetch_all(recipe, Path(folder), bar, seconds)
        _add_others(recipe, Path(folder), raw)
        frame = _built(recipe, source)
    content = to_text(frame, described(name)["schema"])
    changes = _compare(name, content)
    if write and changes:
        _replace(recipe, source, content, len(frame))
    return changes


def _recipe(name: str, known: list[Recipe]) -> Recipe:
    found = {recipe.name: recipe for recipe in known}
    if name not in found:
        described(name)  # an unknown name says which exist
        raise UnknownTable(
            f"There is no recipe for {name!r}; the tables are: {', '.join(names())}."
        )
    return found[name]


def _fetch_all(recipe: Recipe, folder: Path, bar: bool, seconds: float) -> None:
    recorded = {item["path"]: item["sha256"] for item in described(recipe.name)["rawFiles"]}
    for path, upstream in recipe.upstream.items():
        checksum = None if upstream["moves"] else recorded.get(path)
        fetch(upstream["url"], folder / path, checksum, bar=bar, seconds=seconds)


def fetch(url: str, to: Path, checksum: str | None, *, bar: bool, seconds: float) -> None:
    """Download one file; a file that must not change is compared with its recorded checksum."""
    import pooch
    import requests

    to.parent.mkdir(parents=True, exist_ok=True)
    known = f"sha256:{checksum}" if checksum else None
    downloader = pooch.HTTPDownloader(progressbar=bar, timeout=seconds)
    pooch.get_logger().setLevel("WARNING")
    try:
        pooch.retrieve(url, known, fname=to.name, path=to.parent, downloader=downloader)
    except requests.exceptions.HTTPError as error:
        status = error.response.status_code
        raise _failed(url, f"the server answered {status}") from None
    except requests.exceptions.Timeout:
        raise _failed(url, f"the server did not answer within {seconds:g} seconds") from None
    except requests.exceptions.ChunkedEncodingError:
        raise _failed(url, "the file broke off before its end") from None
    except requests.exceptions.RequestException as error:
        if "IncompleteRead" in str(error):
            raise _failed(url, "the file broke off before its end") from None
        raise _failed(url, "the server could not be reached") from None
    except ValueError:
        raise _failed(url, "the file is another one than the recorded checksum says") from None


def _failed(url: str, found: str) -> RefreshFailed:
    return RefreshFailed(f"{url}: {found}. The table stays as it was; try again later.")


def _add_others(recipe: Recipe, folder: Path, raw: Path | None) -> None:
    for item in described(recipe.name)["rawFiles"]:
        path = item["path"]
        if path in recipe.upstream:
            continue
        if raw is None or not (raw / path).is_file():
            raise RefreshFailed(
                f"{recipe.name} is also made from {path}, which has no public address; "
                "name the folder that holds it with --raw."
            )
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(raw / path, folder / path)


def _built(recipe: Recipe, raw: Raw) -> pd.DataFrame:
    try:
        return shaped(recipe, recipe.build(raw))
    except AlignmentError:
        raise
    except Exception as error:
        place = Path(tempfile.mkdtemp(prefix="alignment-refresh-"))
        kept = keep_traceback(error, place / "traceback.txt")
        raise RefreshFailed(
            f"The downloaded file of {recipe.name} has another form than before "
            f"({type(error).__name__}: {error}), or its recipe is wrong. The table stays as it "
            f"was; where it failed is in {kept}."
        ) from error


def _compare(name: str, content: str) -> Changes:
    item = described(name)
    key = item["schema"]["primaryKey"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / item["path"]
        write_text(path, content)
        new = read(path, item["schema"]).set_index(key)
    old = read(root() / item["path"], item["schema"]).set_index(key)
    both = old.index.intersection(new.index)
    revised, examples = {}, []
    for column in old:
        before, after = old.loc[both, column], new.loc[both, column]
        other = (before != after).fillna(True) & ~(before.isna() & after.isna())
        if other.any():
            revised[column] = int(other.sum())
            row = other.idxmax()
            examples.append(f"{row} {column}: {before[row]} -> {after[row]}")
    added, removed = len(new.index.difference(old.index)), len(old.index.difference(new.index))
    return Changes(name, added, removed, revised, examples[:3])


def _replace(recipe: Recipe, raw: Raw, content: str, rows: int) -> None:
    package = descriptor()
    entry = resource(recipe, raw, rows, content.encode("utf-8"))
    package["resources"] = [
        entry if item["name"] == recipe.name else item for item in package["resources"]
    ]
    _swap(root() / f"{recipe.name}.csv", content)
    _swap(root() / DESCRIPTOR, json.dumps(package, indent=1, ensure_ascii=False) + "\n")
    _swap(root() / "README.md", to_markdown(package))


def _swap(path: Path, content: str) -> None:
    # Write beside the old file and rename: a reader sees the old or the new one, never a half.
    beside = path.with_suffix(".new")
    write_text(beside, content)
    beside.replace(path)
