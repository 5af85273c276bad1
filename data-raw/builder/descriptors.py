"""One descriptor per table (`tables/TOPIC/NAME.yaml`): found by looking, read into a record.

Field names are those of Frictionless; our own are explained in data-raw/README.md.
"""

import csv
import datetime
import difflib
import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from alignment.errors import AlignmentError
from builder import FOLDER

TYPES = ("string", "number", "integer", "boolean", "date")
FIELD_KEYS = ("name", "type", "description", "unit", "constraints", "decimals", "variant")
LIMITS = ("required", "minimum", "maximum", "enum", "pattern")
# What a variant does with a column.
VARIANTS = ("keep", "scale", "draw", "block", "flip", "tally", "tally193", "shift", "permute")
VARIANTS += ("letters", "derived")
RAW_KEYS = ("path", "address", "licence", "cut", "sha256", "download", "moves")
KINDS = ("measured", "derived", "made", "illustrative", "synthetic")
NEEDED = ("title", "description", "primaryKey", "fields", "sources", "licence", "basis", "vintage")
NEEDED += ("coverage",)
ORIGINS = ("from", "recipe")
OPTIONAL = (
    "rows_with",
    "order",
    "raw",
    "foreignKeys",
    "relations",
    "breaks",
    "kind",
    "list",
    "checked_against",
    "next_release",
)


class DescriptorError(AlignmentError):
    """A descriptor does not say what it must, or says something unknown."""


@dataclass(frozen=True)
class RawFile:
    """A publisher's file that is not in the repository.

    `address` is where it is published, `download` the file itself; `cut` says what was done to it
    before it was read; one that `moves` is replaced by its publisher from time to time.
    """

    path: str
    address: str
    licence: str
    sha256: str = ""
    cut: str = ""
    download: str = ""
    moves: bool = False


@dataclass(frozen=True)
class Table:
    """One table: where it comes from, what it holds, on which basis it is published."""

    name: str
    topic: str
    title: str
    description: str
    fields: tuple[dict, ...]
    primary_key: tuple[str, ...]
    sources: tuple[str, ...]
    licence: str
    basis: str
    vintage: str
    coverage: str
    files: tuple[str, ...] = ()
    recipe: str = ""
    rows_with: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    raw: tuple[RawFile, ...] = ()
    foreign_keys: dict[str, str] = field(default_factory=dict)
    relations: tuple[dict, ...] = ()
    breaks: tuple[str, ...] = ()
    kind: str = "measured"
    list: dict = field(default_factory=dict)
    checked_against: tuple[dict, ...] = ()
    next_release: dict = field(default_factory=dict)

    @property
    def schema(self) -> dict:
        """The Frictionless schema."""
        schema = {"fields": list(self.fields), "primaryKey": list(self.primary_key)}
        keys = []
        for column, target in self.foreign_keys.items():
            table, other = target.split(".")
            keys.append({"fields": [column], "reference": {"resource": table, "fields": [other]}})
        return schema | {"missingValues": [""]} | ({"foreignKeys": keys} if keys else {})


def tables(folder: Path = FOLDER) -> list[Table]:
    """Return every table of a folder like data-raw: by topic, then by name.

    Raises
    ------
    DescriptorError
        A descriptor is not as it should be; the sentence names the file.
    """
    with (folder / "tables" / "topics.csv").open(encoding="utf-8", newline="") as file:
        topics = {row["folder"]: row["title"] for row in csv.DictReader(file)}
    found = sorted((folder / "tables").glob("*/*.yaml"))
    for path in found:
        if path.parent.name not in topics:
            raise DescriptorError(
                f"{path.name} lies in the folder {path.parent.name}, which tables/topics.csv does "
                f"not list; its folders are: {', '.join(topics)}."
            )
    order = list(topics)
    found.sort(key=lambda path: (order.index(path.parent.name), path.stem))
    return [read(path, topics[path.parent.name]) for path in found]


def read(path: Path, topic: str = "") -> Table:
    """Read one descriptor."""
    where = f"{path.parent.name}/{path.name}"
    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        line = getattr(error, "problem_mark", None)
        at = f", line {line.line + 1}" if line else ""
        raise DescriptorError(f"{where}{at} is not YAML ({error.__class__.__name__}).") from None
    if not isinstance(said, dict):
        raise DescriptorError(f"{where} holds no descriptor; begin with `title: ...`.")
    _known(where, said, (*NEEDED, *ORIGINS, *OPTIONAL))
    for key in NEEDED:
        if not said.get(key):
            raise DescriptorError(f"{where} says no {key}; add it.")
    if not any(key in said for key in ORIGINS):
        raise DescriptorError(f"{where} says neither `from` (a CSV file) nor `recipe`; add one.")
    kind = said.get("kind", "measured")
    _one_of(where, "kind", kind, KINDS)
    files, shared = said.get("from", []), path.parents[1] / "fields.yaml"
    raw = []
    for entry in said.get("raw", []):
        _known(f"{where}, raw", entry, RAW_KEYS)
        raw.append(RawFile(**entry))
    return Table(
        name=path.stem,
        topic=topic,
        fields=tuple(_field(where, entry, shared) for entry in said["fields"]),
        primary_key=tuple(said["primaryKey"]),
        foreign_keys=said.get("foreignKeys", {}),
        files=(files,) if isinstance(files, str) else tuple(files),
        raw=tuple(raw),
        kind=kind,
        list=_plain(said.get("list", {})),
        checked_against=tuple(_plain(said.get("checked_against", []))),
        next_release=_next_release(where, said.get("next_release", {})),
        recipe=said.get("recipe", ""),
        **{key: tuple(said.get(key, ())) for key in ("rows_with", "order", "relations", "breaks")},
        sources=tuple(said["sources"]),
        **{key: str(said[key]) for key in ("title", "description", "licence", "basis")},
        **{key: str(said[key]) for key in ("vintage", "coverage")},
    )


def _field(where: str, entry: dict | str, shared: Path) -> dict:
    if isinstance(entry, str):
        known = _shared(shared)
        if entry not in known:
            raise DescriptorError(
                f"{where}: the column {entry} has no description, and tables/fields.yaml has "
                f"only {', '.join(known)}."
            )
        entry = {"name": entry} | known[entry]
    column = f"{where}, column {entry.get('name')}"
    _known(column, entry, FIELD_KEYS)
    _known(column, entry.get("constraints", {}), LIMITS)
    _one_of(column, "type", entry.get("type"), TYPES)
    _one_of(column, "variant", entry.get("variant", "keep"), VARIANTS)
    if entry["type"] == "number" and "decimals" not in entry:
        raise DescriptorError(f"{column} is a number and says no decimals; add them.")
    order = ("name", "type", "description", "unit", "constraints")
    made = {key: entry[key] for key in order if key in entry}
    if entry["type"] == "boolean":
        made |= {"trueValues": ["true"], "falseValues": ["false"]}
    made |= {"decimals": entry["decimals"]} if "decimals" in entry else {}
    return made | {"variant": entry.get("variant", "keep")}


def _next_release(where: str, said: dict) -> dict:
    """Examine what is said of the release that follows ours: month and name."""
    _known(f"{where}, next_release", said, ("expected", "what"))
    if said and not (re.fullmatch(r"\d{4}-\d{2}", str(said.get("expected"))) and said.get("what")):
        raise DescriptorError(
            f"{where}: next_release needs `expected`, a month such as '2026-03', and `what`."
        )
    return said


def _plain(said: object) -> object:
    """Return what YAML gave with days as text, as JSON holds them."""
    if isinstance(said, dict):
        return {key: _plain(value) for key, value in said.items()}
    if isinstance(said, list):
        return [_plain(value) for value in said]
    return said.isoformat() if isinstance(said, datetime.date) else said


@functools.cache
def _shared(path: Path) -> dict[str, dict]:
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _known(where: str, said: dict, keys: Iterable[str]) -> None:
    for key in said:
        if key not in keys:
            near = difflib.get_close_matches(str(key), list(keys), n=1)
            hint = f"; did you mean {near[0]}?" if near else f"; known are {', '.join(keys)}."
            raise DescriptorError(f"{where}: {key} is not known{hint}")


def _one_of(where: str, key: str, value: object, known: Iterable[str]) -> None:
    if value not in known:
        raise DescriptorError(f"{where}: {key} is {value!r}; it must be one of {', '.join(known)}.")
