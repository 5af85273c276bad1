"""What a recipe may read: collected facts, written content, other tables, publishers' raw files.

Everything is read through `Inputs`, so the descriptor can list each file with its checksum and say
of how many rows a table is an extract.
"""

import csv
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from alignment.errors import AlignmentError
from builder import FOLDER
from builder.descriptors import Table

# As publishers shorten them.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class RecipeError(AlignmentError):
    """A recipe gave something else than its descriptor promises, or could not read its input."""


class RawMissing(AlignmentError):
    """A file that a recipe needs is not there."""


def no_table(name: str) -> pd.DataFrame:
    """Refuse: outside a build there are no other tables."""
    raise RecipeError(f"The table {name} was asked for outside a build.")


@dataclass
class Inputs:
    """Read files and remember name, checksum and number of rows of each.

    Parameters
    ----------
    descriptor : Table, optional
        The table that is made.
    raw : pathlib.Path, optional
        Folder that holds the publishers' folders.
    folder : pathlib.Path
        The folder data-raw.
    table : callable
        Gives another table as it is shipped: numbers rounded, dates as dates.
    """

    descriptor: Table | None = None
    raw: Path | None = None
    folder: Path = FOLDER
    table: Callable[[str], pd.DataFrame] = no_table
    checksums: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    def facts(self, name: str, *, low: bool = False) -> pd.DataFrame:
        """Read a file of `facts/`, cells as text; rows of confidence low are left out.

        A row of confidence low that another page confirmed (`confirmed_by`) points to that page
        and counts as high. With `low` every row comes as it was collected.
        """
        frame = self._own(f"facts/{name}")
        if low or "confidence" not in frame:
            return frame
        if "confirmed_by" in frame:
            confirmed = frame["confirmed_by"].notna()
            frame.loc[confirmed, "source_id"] = frame.loc[confirmed, "confirmed_by"]
            frame.loc[confirmed, "confidence"] = "high"
        return frame[frame["confidence"] != "low"].reset_index(drop=True)

    def content(self, name: str) -> pd.DataFrame:
        """Read a file of `content/`, cells as text."""
        return self._own(f"content/{name}")

    def own(self, path: str) -> pd.DataFrame:
        """Read what `from` names: facts/..., content/... or a raw file as it stands, raw/...."""
        folder, _, name = path.partition("/")
        if folder == "facts":
            return self.facts(name.removesuffix(".csv"))
        if folder == "content":
            return self.content(name.removesuffix(".csv"))
        if folder == "raw":
            return self._text(name, self.path(name))
        raise RecipeError(f"`from` is {path}; it must begin with facts/, content/ or raw/.")

    def _own(self, name: str) -> pd.DataFrame:
        path = self.folder / f"{name}.csv"
        if not path.is_file():
            raise RawMissing(f"There is no {name}.csv in {self.folder}.")
        return self._text(f"{name}.csv", path)

    def _text(self, name: str, path: Path) -> pd.DataFrame:
        # Spreadsheets may add a byte order mark; a cell is text until the schema gives it a type.
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                header, *rows = csv.reader(file)
        except (UnicodeDecodeError, ValueError):
            raise RecipeError(f"{name} is not CSV in UTF-8; save it again as such.") from None
        if len(header) == 1 and ";" in header[0]:
            raise RecipeError(f"{name} divides its cells by semicolons; save it with commas.")
        # A line of a spreadsheet that was only cleared is not a row.
        numbered = [(line, row) for line, row in enumerate(rows, start=2) if any(row)]
        for line, row in numbered:
            if len(row) != len(header):
                raise RecipeError(
                    f"{name}, row {line}: found {len(row)} cells, expected {len(header)}; a text "
                    "with a comma stands in quotes."
                )
        cells = [[cell.strip() or None for cell in row] for _, row in numbered]
        frame = pd.DataFrame(cells, columns=[cell.strip() for cell in header], dtype=object)
        self._note(name, path, len(frame))
        return frame

    def path(self, name: str) -> Path:
        """Return the path of a raw file and note its checksum."""
        path = Path(self.raw or "") / name
        if self.raw is None or not path.is_file():
            where = f"is not in {self.raw}" if self.raw else "was not given"
            raise RawMissing(
                f"The raw file {name} {where}; name the folder that holds the publishers' "
                "folders, for example: make data RAW=/path/to/raw"
            )
        self._note(name, path)
        return path

    def csv(self, name: str, **options) -> pd.DataFrame:
        """Read a raw CSV file."""
        frame = pd.read_csv(self.path(name), **options)
        self.rows[name] = len(frame)
        return frame

    def parquet(self, name: str) -> pd.DataFrame:
        """Read a raw Parquet file; only this needs pyarrow."""
        path = self.path(name)
        try:
            frame = pd.read_parquet(path)
        except ImportError:
            raise RecipeError(
                f"Reading {name} needs the package pyarrow; install it with: "
                "pip install -e '.[data]'"
            ) from None
        except (ValueError, OSError):
            raise RecipeError(f"{path} is not a Parquet file; download it again.") from None
        self.rows[name] = len(frame)
        return frame

    def typed(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Give text cells the types of the schema; leave out rows without a cell that is needed."""
        table = self.descriptor
        absent = [name for name in table.rows_with if name not in frame]
        if absent:
            raise RecipeError(f"{table.name} needs the column {absent[0]} for rows_with; add it.")
        frame = frame.dropna(subset=list(table.rows_with)).reset_index(drop=True)
        for column in table.fields:
            name, kind = column["name"], column["type"]
            try:
                if name in frame:
                    frame[name] = _cells(frame[name], kind)
            except ValueError as error:
                reason = str(error).splitlines()[0]
                raise RecipeError(
                    f"{table.name}: the column {name} holds a cell that is no {kind} ({reason})."
                ) from None
        return frame.sort_values(list(table.order)) if table.order else frame

    def _note(self, name: str, path: Path, rows: int | None = None) -> None:
        self.checksums[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        if rows is not None:
            self.rows[name] = rows


def _cells(column: pd.Series, kind: str) -> pd.Series:
    if kind in ("number", "integer"):
        return pd.to_numeric(column)
    if kind == "date":
        return pd.to_datetime(column, format="%Y-%m-%d")
    return column.map(_truth) if kind == "boolean" else column


def _truth(cell: str | None) -> bool | None:
    if pd.isna(cell):
        return None
    # Spreadsheets write TRUE and FALSE.
    known = {"true": True, "false": False}
    if cell.lower() not in known:
        raise ValueError(f"found {cell!r}, expected true or false")
    return known[cell.lower()]
