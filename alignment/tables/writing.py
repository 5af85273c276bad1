"""Write a table as CSV text: one format per type, the same bytes on every computer."""

from pathlib import Path

import pandas as pd

from alignment.errors import AlignmentError


def to_text(frame: pd.DataFrame, schema: dict) -> str:
    """Write a table as CSV.

    Parameters
    ----------
    frame : pandas.DataFrame
        The table; columns that the schema does not name are left out.
    schema : dict
        Frictionless table schema; a field of type number says its `decimals`.

    Returns
    -------
    str
        CSV with a header and Unix line ends; a missing value is an empty cell.
    """
    columns = {field["name"]: _cells(field, frame[field["name"]]) for field in schema["fields"]}
    return pd.DataFrame(columns).to_csv(index=False, lineterminator="\n")


class FolderRefused(AlignmentError):
    """The folder that was asked for cannot be made."""


def make_folder(path: Path) -> None:
    """Make a folder and those above it, or say in one sentence why that cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "a file has this name" if path.exists() else error.strerror
        raise FolderRefused(f"The folder {path} cannot be made ({reason}); name another.") from None


def write_text(path: Path, content: str) -> None:
    """Write UTF-8 with Unix line ends on every system."""
    path.write_bytes(content.encode("utf-8"))


def _cells(field: dict, column: pd.Series) -> list[str]:
    missing = column.isna()
    return [
        "" if gone else _cell(field, value) for value, gone in zip(column, missing, strict=True)
    ]


def _cell(field: dict, value: object) -> str:
    kind = field["type"]
    if kind == "number":
        fixed = f"{float(value):.{field['decimals']}f}"
        short = fixed.rstrip("0").rstrip(".") if "." in fixed else fixed
        return "0" if short == "-0" else short
    if kind == "integer":
        return str(round(float(value)))
    if kind == "boolean":
        return "true" if value else "false"
    if kind == "date":
        return pd.Timestamp(value).strftime("%Y-%m-%d")
    return " ".join(str(value).split())
