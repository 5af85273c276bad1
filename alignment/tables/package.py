"""The data package on disk: where it is, what its descriptor says, and the errors about it.

A file is parsed once and again only when it has changed. Only the standard library is needed
here; pandas enters in `reading.py`.
"""

import copy
import difflib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from alignment.errors import AlignmentError
from fairmark.course import tables_folder
from fairmark.files import Version, version

DESCRIPTOR = "datapackage.json"


class UnknownTable(AlignmentError, KeyError):
    """A table was asked for that the package does not hold."""

    def __str__(self) -> str:
        """Return the sentence itself (a plain KeyError would quote it)."""
        return str(self.args[0])


class BrokenPackage(AlignmentError):
    """The folder of tables is missing, or it does not hold what its descriptor says."""


@dataclass(frozen=True)
class Column:
    """One column of a table: its name, type, unit and meaning."""

    name: str
    type: str
    unit: str
    description: str


@dataclass(frozen=True)
class Table:
    """What the data package says about one table."""

    name: str
    title: str
    description: str
    columns: list[Column]
    licence: str
    basis: str
    vintage: str
    coverage: str
    breaks: list[str]
    sources: list[str]

    def __str__(self) -> str:
        """Return a small page of text: title, meaning, columns, limits."""
        lines = [f"{self.title} ({self.name})", self.description, ""]
        for column in self.columns:
            unit = f" [{column.unit}]" if column.unit else ""
            lines.append(f"  {column.name} ({column.type}){unit}: {column.description}")
        lines += ["", f"Coverage: {self.coverage}", f"Vintage: {self.vintage}"]
        lines += [f"Take care: {sentence}" for sentence in self.breaks]
        return "\n".join([*lines, f"Licence: {self.licence}", f"Basis: {self.basis}"])

    __repr__ = __str__


def root() -> Path:
    """Return the folder that holds the tables.

    Returns
    -------
    pathlib.Path
        ``$ALIGNMENT_DATA`` if it is set, else the data inside the installed package,
        else the ``data`` folder of the checkout. The variable is read at each call.
    """
    return tables_folder()


def descriptor(folder: Path | None = None) -> dict:
    """Return the descriptor of the data package.

    Parameters
    ----------
    folder : pathlib.Path, optional
        Folder that holds ``datapackage.json``; `root()` by default.

    Returns
    -------
    dict
        The descriptor as JSON; a copy that the caller may change.

    Raises
    ------
    BrokenPackage
        The file is missing or is not JSON.
    """
    return copy.deepcopy(_parsed(descriptor_version(folder)))


def descriptor_version(folder: Path | None = None) -> Version:
    """Say which descriptor a folder of tables has now; `root()` by default.

    Raises
    ------
    BrokenPackage
        There is none.
    """
    path = (folder or root()) / DESCRIPTOR
    try:
        return version(path)
    except (FileNotFoundError, NotADirectoryError):
        raise BrokenPackage(
            f"There is no {DESCRIPTOR} in {path.parent}; set ALIGNMENT_DATA to a folder of "
            "tables, or unset it to use the tables of the course."
        ) from None


def resource(name: str, folder: Path | None = None) -> dict:
    """Return a copy of what the descriptor holds about one table, or raise `UnknownTable`."""
    resources = _resources(descriptor_version(folder))
    if name in resources:
        return copy.deepcopy(resources[name])
    raise UnknownTable(_which_exist(str(name), sorted(resources)))


def names() -> list[str]:
    """Return the names of all tables, in alphabetical order."""
    return sorted(_resources(descriptor_version()))


@lru_cache(maxsize=16)
def _parsed(file: Version) -> dict:
    try:
        return json.loads(Path(file.path).read_text(encoding="utf-8"))
    except ValueError as error:
        text = f"{file.path} is not valid JSON ({error}); restore it from Git."
        raise BrokenPackage(text) from None


@lru_cache(maxsize=16)
def _resources(file: Version) -> dict[str, dict]:
    return {item["name"]: item for item in _parsed(file)["resources"]}


def describe(name: str) -> Table:
    """Say what a table holds: columns, units, coverage, licence, known breaks.

    Parameters
    ----------
    name : str
        Name of a table; see `names`.

    Returns
    -------
    Table
        A record that prints as a small page of text.

    Raises
    ------
    UnknownTable
        No table has this name; the sentence lists those that exist.
    """
    item = resource(name)
    columns = [
        Column(f["name"], f["type"], f.get("unit", ""), f.get("description", ""))
        for f in item["schema"]["fields"]
    ]
    said = {key: item[key] for key in ("title", "description", "licence", "basis")}
    return Table(
        name=name,
        columns=columns,
        vintage=item["vintage"],
        coverage=item["coverage"],
        breaks=list(item["breaks"]),
        sources=[source["id"] for source in item["sources"]],
        **said,
    )


def _which_exist(wanted: str, known: list[str]) -> str:
    near = difflib.get_close_matches(wanted, known, n=len(known), cutoff=0.5)
    ordered = near + [name for name in known if name not in near]
    return f"There is no table {wanted!r}; choose one of: {', '.join(ordered)}."
