"""Files of the output: each replaced in one step, one run at a time, every refusal a sentence."""

import os
import tempfile
from pathlib import Path
from typing import BinaryIO

from fairmark.files import hold
from fairmark.messages import say
from fairmark.term.wrong import CannotReckon

PART = ".grades-part"


def write_whole(path: Path, text: str, *, private: bool = True) -> bool:
    """Replace a file in one step if its bytes differ.

    Parameters
    ----------
    path : Path
        Its folder is made if missing.
    text : str
        Written as UTF-8, line ends as they are.
    private : bool
        Readable by its owner only.

    Returns
    -------
    bool
        Whether anything changed.

    Raises
    ------
    CannotReckon
        If the place cannot be written.
    """
    data = text.encode("utf-8")
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=PART)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o600 if private else 0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _refused(path, error) from error
    return True


def remove(path: Path) -> bool:
    """Remove a file; tell whether it was there."""
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _refused(path, error) from error
    return True


def alone(out: Path) -> BinaryIO:
    """Hold an output folder for this run, as `fairmark.files.hold` does.

    Raises
    ------
    Busy
        If another run holds it.
    CannotReckon
        If the folder cannot be made or written.
    """
    try:
        return hold(out, PART)
    except OSError as error:
        raise _refused(out, error) from error


def _refused(path: Path, error: OSError) -> CannotReckon:
    return CannotReckon(say("term.unwritable", path=path, error=error.strerror or error))
