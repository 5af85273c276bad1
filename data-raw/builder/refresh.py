"""Get a table's raw files from where they are published, and show what that would change.

Nothing is written unless asked. Whatever goes wrong, the old table stays as it is.
"""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from alignment.errors import AlignmentError, keep_traceback
from alignment.tables import names, root
from alignment.tables.package import UnknownTable, descriptor
from alignment.tables.package import resource as described
from alignment.tables.reading import read
from alignment.tables.writing import write_text
from builder import FOLDER
from builder.build import Work, write_package
from builder.descriptors import Table, tables

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
    folder: Path = FOLDER,
) -> Changes:
    """Download the raw files of a table, build it again and compare.

    Parameters
    ----------
    name : str
        Name of the table.
    write : bool
        Whether to put the new table in the place of the old one.
    raw : pathlib.Path, optional
        Folder with raw files that cannot be downloaded.
    bar : bool
        Whether to show a progress bar.
    seconds : float
        How long to wait for the server at each step.
    folder : pathlib.Path
        The folder data-raw.

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
    known = {table.name: table for table in tables(folder)}
    table = _table(name, known)
    if not any(file.download for file in table.raw):
        have = sorted(t.name for t in known.values() if any(file.download for file in t.raw))
        raise RefreshFailed(
            f"{name} has no public address to download from; these have: {', '.join(have)}."
        )
    with tempfile.TemporaryDirectory() as place:
        _fetch_all(table, Path(place), bar, seconds)
        _add_others(table, Path(place), raw)
        work = _built(table, Work(known, Path(place), folder))
    changes = _compare(name, work.contents[name])
    if write and changes:
        _replace(name, work)
    return changes


def _table(name: str, known: dict[str, Table]) -> Table:
    if name not in known:
        described(name)  # an unknown name says which exist
        raise UnknownTable(
            f"There is no descriptor of {name!r}; the tables are: {', '.join(names())}."
        )
    return known[name]


def _fetch_all(table: Table, folder: Path, bar: bool, seconds: float) -> None:
    for file in table.raw:
        if file.download:
            checksum = None if file.moves else file.sha256
            fetch(file.download, folder / file.path, checksum, bar=bar, seconds=seconds)


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


def _add_others(table: Table, folder: Path, raw: Path | None) -> None:
    for file in table.raw:
        if file.download:
            continue
        if raw is None or not (raw / file.path).is_file():
            raise RefreshFailed(
                f"{table.name} is also made from {file.path}, which cannot be downloaded by "
                f"itself (see {file.address}); name the folder that holds it with --raw."
            )
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(raw / file.path, folder / file.path)


def _built(table: Table, work: Work) -> Work:
    try:
        work.make(table.name)
    except AlignmentError:
        raise
    except Exception as error:
        place = Path(tempfile.mkdtemp(prefix="alignment-refresh-"))
        kept = keep_traceback(error, place / "traceback.txt")
        raise RefreshFailed(
            f"The downloaded file of {table.name} has another form than before "
            f"({type(error).__name__}: {error}), or its recipe is wrong. The table stays as it "
            f"was; where it failed is in {kept}."
        ) from error
    return work


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


def _replace(name: str, work: Work) -> None:
    package = descriptor()
    package["resources"] = [
        work.entries[name] if item["name"] == name else item for item in package["resources"]
    ]
    # Whole files beside the old ones, then renamed: a reader sees the old or the new, never a half.
    with tempfile.TemporaryDirectory(dir=root()) as place:
        write_text(Path(place) / f"{name}.csv", work.contents[name])
        write_package(Path(place), package)
        for path in Path(place).iterdir():
            path.replace(root() / path.name)
