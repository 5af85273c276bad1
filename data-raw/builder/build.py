"""Turn descriptors and recipes into the data package: CSV files, checksums and the descriptor.

The same files always give the same bytes: fixed decimals, fixed order, fixed line ends. A table
whose raw files are not at hand stays as it is.
"""

import hashlib
import importlib
import json
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from alignment.tables import root
from alignment.tables.package import DESCRIPTOR, descriptor
from alignment.tables.reading import read
from alignment.tables.writing import make_folder, to_text, write_text
from builder import FOLDER
from builder.descriptors import Table
from builder.dictionary import to_markdown
from builder.inputs import Inputs, RecipeError

ACCESSED = "2026-11-23"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


@dataclass
class Built:
    """What a build wrote: the descriptor, the tables built, and those kept as they were."""

    package: dict
    built: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def build(
    tables: Iterable[Table],
    out: Path,
    raw: Path | None = None,
    folder: Path = FOLDER,
    progress: Callable = lambda items: items,
) -> Built:
    """Build tables and write them with their descriptor.

    Parameters
    ----------
    tables : iterable of Table
        The tables, in the order of the descriptor.
    out : pathlib.Path
        Folder to write to; it is made if needed.
    raw : pathlib.Path, optional
        Folder that holds the publishers' folders; a table whose raw files are not all there is
        taken from `alignment.tables.root()` as it is.
    folder : pathlib.Path
        The folder data-raw.
    progress : callable, optional
        Wraps the list of tables, for example with a progress bar.

    Returns
    -------
    Built
        What was written.

    Raises
    ------
    RecipeError
        A recipe's table does not fit its descriptor.
    RawMissing
        A file is not there.
    """
    tables = list(tables)
    work = Work({table.name: table for table in tables}, raw, folder)
    for table in progress(tables):
        work.make(table.name)
    resources = [work.entries[table.name] for table in tables]
    package = {
        "name": "china-russia-alignment",
        "title": "Data on the China–Russia alignment",
        "description": "Small tidy tables for teaching. Text and derivations of this course are "
        "under CC BY 4.0; the licence of each table's contents is stated with the table.",
        "created": ACCESSED,
        "licenses": [LICENCE],
        "resources": resources,
    }
    # Everything is built before anything is written: a failure leaves the old tables whole.
    make_folder(out)
    for entry in resources:
        write_text(out / entry["path"], work.contents[entry["name"]])
    write_package(out, package)
    names = [table.name for table in tables]
    built = [name for name in names if name not in work.kept]
    return Built(package, built, [name for name in names if name in work.kept])


def write_package(out: Path, package: dict) -> None:
    """Write the descriptor and the dictionary."""
    write_text(out / DESCRIPTOR, json.dumps(package, indent=1, ensure_ascii=False) + "\n")
    write_text(out / "README.md", to_markdown(package))


class Work:
    """One build: makes each table once, whichever recipe asks for it first."""

    def __init__(self, tables: dict[str, Table], raw: Path | None, folder: Path) -> None:
        self.tables, self.raw, self.folder = tables, raw, folder
        self.contents: dict[str, str] = {}
        self.entries: dict[str, dict] = {}
        self.kept: set[str] = set()
        self.under_way: list[str] = []
        self._known: dict[str, dict] | None = None

    def make(self, name: str) -> None:
        """Build a table, or take it as it is shipped if its raw files are not at hand."""
        if name in self.contents:
            return
        if name in self.under_way:
            circle = " -> ".join([*self.under_way, name])
            raise RecipeError(f"These tables are made from each other in a circle: {circle}.")
        table = self.tables[name]
        self.under_way.append(name)
        if all(self.raw and (self.raw / file.path).is_file() for file in table.raw):
            inputs = Inputs(table, self.raw, self.folder, self.frame)
            frame = shaped(table, made(table, inputs))
            self.contents[name] = to_text(frame, table.schema)
            files = [
                {"path": path, "sha256": digest, "rows": inputs.rows.get(path, 0)}
                for path, digest in sorted(inputs.checksums.items())
            ]
            self.entries[name] = self.entry(table, len(frame), files)
        else:
            self._keep(table)
        self.under_way.pop()

    def frame(self, name: str) -> pd.DataFrame:
        """Return a table as a reader of the shipped file sees it."""
        if name not in self.tables:
            raise RecipeError(f"A recipe asks for the table {name}, which has no descriptor.")
        self.make(name)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{name}.csv"
            write_text(path, self.contents[name])
            return read(path, self.tables[name].schema)

    def _keep(self, table: Table) -> None:
        path = root() / f"{table.name}.csv"
        shipped = {item["name"]: item for item in descriptor()["resources"]}
        if table.name not in shipped or not path.is_file():
            missing = [file.path for file in table.raw]
            raise RecipeError(
                f"{table.name} was never built and needs raw files: {', '.join(missing)}; "
                "name the folder that holds them with --raw."
            )
        self.kept.add(table.name)
        self.contents[table.name] = path.read_text(encoding="utf-8")
        old = shipped[table.name]
        self.entries[table.name] = self.entry(table, old["rows"], old["rawFiles"])

    def entry(self, table: Table, rows: int, files: list[dict]) -> dict:
        """Return the descriptor's entry for one table."""
        if self._known is None:
            listed = Inputs(folder=self.folder).facts("sources").to_dict("records")
            self._known = {row["source_id"]: row for row in listed}
        return resource(table, rows, files, self.contents[table.name].encode("utf-8"), self._known)


def made(table: Table, inputs: Inputs) -> pd.DataFrame:
    """Read a table's files, or let its recipe derive it."""
    if table.recipe:
        module, _, function = table.recipe.partition(".")
        try:
            recipe = getattr(importlib.import_module(f"recipes.{module}"), function)
        except (ImportError, AttributeError):
            raise RecipeError(
                f"{table.name} names the recipe {table.recipe}, and there is no function "
                f"{function} in recipes/{module}.py."
            ) from None
        return recipe(inputs)
    frames = [inputs.own(path) for path in table.files]
    frame = pd.concat(frames) if len(frames) > 1 else frames[0]
    return inputs.typed(frame)


def shaped(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    """Keep the columns of the descriptor in its order, sorted as built, and check the key."""
    names = [column["name"] for column in table.fields]
    missing = [name for name in names if name not in frame]
    if missing:
        raise RecipeError(f"{table.name} gets no column {missing} from its recipe or file; add it.")
    frame = frame[names].reset_index(drop=True)
    twice = frame[frame.duplicated(list(table.primary_key))]
    if len(twice):
        example = twice.iloc[0][list(table.primary_key)].to_dict()
        raise RecipeError(f"Table {table.name} has the key {example} twice; keys are single.")
    return frame


def resource(
    table: Table, rows: int, files: list[dict], content: bytes, known: dict[str, dict]
) -> dict:
    """Return the descriptor's entry; `known` are the rows of the list of sources by identifier."""
    raw_rows = sum(file["rows"] for file in files)
    unknown = [name for name in table.sources if name not in known]
    if unknown:
        raise RecipeError(f"{table.name} names the source {unknown[0]}, not in facts/sources.csv.")
    entry = {
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rows": rows,
        "kind": table.kind,
        "topic": table.topic,
        "schema": table.schema,
        "sources": [_source(known[name]) for name in table.sources],
        "licence": table.licence,
        "basis": table.basis.format(rows=rows, raw_rows=raw_rows),
        "vintage": table.vintage,
        "coverage": table.coverage,
        "breaks": list(table.breaks),
        "accessed": ACCESSED,
        "relations": list(table.relations),
        "rawFiles": files,
    }
    counts = {"checked_against": list(table.checked_against)} if table.checked_against else {}
    return entry | ({"list": table.list} if table.list else {}) | counts


def _source(row: dict) -> dict:
    entry = {"id": row["source_id"], "short": row["short"], "publisher": row["publisher"]}
    return entry | {"title": row["title"]} | ({"path": row["url"]} if row["url"] else {})
