"""Read one table from its CSV with the types its schema gives it.

A CSV is parsed once and again only when it or the descriptor has changed; every caller gets a
copy, because students change what they have loaded.
"""

from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from alignment.tables.package import (
    BrokenPackage,
    Version,
    descriptor_version,
    resource,
    root,
    version,
)

TEXT = pd.StringDtype(na_value=np.nan)
DTYPES = {
    "number": "float64",
    "integer": "Int64",
    "string": TEXT,
    "boolean": "boolean",
    "date": TEXT,
}
TRUTH = {"true_values": ["true"], "false_values": ["false"]}


def load(name: str) -> pd.DataFrame:
    """Load a table.

    Parameters
    ----------
    name : str
        Name of a table; see `names`.

    Returns
    -------
    pandas.DataFrame
        One row per observation; the caller's own copy. Column types are float64, Int64, text,
        boolean and datetime64 only; an empty cell is a missing value.

    Raises
    ------
    UnknownTable
        No table has this name; the sentence lists those that exist.
    BrokenPackage
        The file is missing or does not fit its schema.
    """
    # A shallow copy is not enough: `frame["year"].array[0] = 1` writes through it.
    return _frame(name, *versions(name)).copy()


def versions(name: str) -> tuple[Version, Version]:
    """Say which descriptor and which CSV a table comes from now.

    Parameters
    ----------
    name : str
        Name of a table.

    Returns
    -------
    tuple of Version
        What was made of the table holds as long as both stay equal.

    Raises
    ------
    UnknownTable
        No table has this name.
    BrokenPackage
        One of the files is missing.
    """
    folder = root()
    path = folder / resource(name, folder)["path"]
    try:
        return descriptor_version(folder), version(path)
    except FileNotFoundError:
        raise _missing(path) from None


@lru_cache(maxsize=128)  # the course has 78 tables
def _frame(name: str, package: Version, file: Version) -> pd.DataFrame:
    item = resource(name, Path(package.path).parent)
    return read(Path(file.path), item["schema"])


def read(path: Path, schema: dict) -> pd.DataFrame:
    """Read a CSV file with the types of a Frictionless table schema."""
    fields = {field["name"]: field["type"] for field in schema["fields"]}
    dates = [name for name, kind in fields.items() if kind == "date"]
    try:
        frame = pd.read_csv(
            path,
            dtype={name: DTYPES[kind] for name, kind in fields.items()},
            keep_default_na=False,
            na_values=[""],
            **TRUTH,
        )
        for name in dates:
            frame[name] = pd.to_datetime(frame[name], format="%Y-%m-%d")
        # Taking columns that are all there, in order, copies the table for nothing.
        return frame if list(frame.columns) == list(fields) else frame[list(fields)]
    except FileNotFoundError:
        raise _missing(path) from None
    except (ValueError, KeyError) as error:
        what = _saved_by_a_spreadsheet(path) or f"does not fit its schema ({error})"
        raise BrokenPackage(f"{path} {what}; restore it.") from None


def _saved_by_a_spreadsheet(path: Path) -> str:
    """Say that a spreadsheet has put another sign between the columns; empty if none has."""
    with path.open(encoding="utf-8", errors="replace") as file:
        head = file.readline()
    for sign, name in ((";", "semicolons"), ("\t", "tabs")):
        if sign in head and "," not in head:
            return f"has {name} between its columns, as a spreadsheet saves it, and needs commas"
    return ""


def _missing(path: Path) -> BrokenPackage:
    return BrokenPackage(f"{path} is missing; restore the folder from Git.")
