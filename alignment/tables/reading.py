"""Read one table from its CSV with the types its schema gives it.

Nothing is cached: the next call may come with another ``ALIGNMENT_DATA``.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from alignment.tables.package import BrokenPackage, resource, root

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
        One row per observation. Column types are float64, Int64, text, boolean and
        datetime64 only; an empty cell is a missing value.

    Raises
    ------
    UnknownTable
        No table has this name; the sentence lists those that exist.
    BrokenPackage
        The file is missing or does not fit its schema.
    """
    folder = root()
    item = resource(name, folder)
    return read(folder / item["path"], item["schema"])


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
        raise BrokenPackage(f"{path} is missing; restore the folder from Git.") from None
    except (ValueError, KeyError) as error:
        raise BrokenPackage(f"{path} does not fit its schema ({error}); restore it.") from None
