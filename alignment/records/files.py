"""Where a student's files lie, and how one JSON file is read and replaced without ever tearing."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from alignment.errors import AlignmentError


class BrokenRecord(AlignmentError):
    """A record that cannot be read; it is left untouched."""


def home() -> Path:
    """Return the folder of the student's own files (it may not exist yet).

    Returns
    -------
    Path
        `$ALIGNMENT_HOME` if set, else `my-work/` in the checkout, else `my-work/` here.
    """
    if chosen := os.environ.get("ALIGNMENT_HOME"):
        return Path(chosen).expanduser()
    checkout = Path(__file__).resolve().parents[2]
    base = checkout if (checkout / "notebooks").is_dir() else Path.cwd()
    return base / "my-work"


def read_json(path: Path, default: Any = None) -> Any:
    """Read one record.

    Parameters
    ----------
    path : Path
        The file.
    default : object, optional
        Returned when the file does not exist.

    Returns
    -------
    object
        What the file holds.

    Raises
    ------
    BrokenRecord
        If the file exists and is not JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return default
    except (ValueError, OSError) as error:
        raise BrokenRecord(
            f"{path.name} cannot be read as JSON ({error}); it was left as it is: "
            "repair it, or move it away to start again"
        ) from error


def write_json(path: Path, record: Any) -> Path:
    """Replace one record in a single step, so that a crash leaves the old or the new one.

    Parameters
    ----------
    path : Path
        The file; its folder is made if missing.
    record : object
        Anything JSON can hold.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    BrokenRecord
        If the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(record, file, ensure_ascii=False, indent=1, sort_keys=True)
            file.write("\n")
        Path(name).replace(path)
    except OSError as error:
        raise BrokenRecord(
            f"{path.name} could not be saved in {path.parent} ({error.strerror}); "
            "set ALIGNMENT_HOME to a folder you may write to"
        ) from error
    return path
