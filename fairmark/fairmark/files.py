"""Where a student's files lie, how a record is replaced without tearing, one run at a time."""

import errno
import json
import os
import tempfile
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from fairmark import course
from fairmark.errors import CourseError
from fairmark.messages import say

RUNNING = ".running"


class BrokenRecord(CourseError):
    """A record that cannot be read; it is left untouched."""


class Busy(CourseError):
    """Another run is writing to the same folder."""


class Version(NamedTuple):
    """A file as it is now: what was read from it holds while this stays equal.

    Parameters
    ----------
    path : str
        Absolute path.
    modified : int
        Time of the last change, in nanoseconds.
    size : int
        Bytes.
    """

    path: str
    modified: int
    size: int


def home() -> Path:
    """Return the folder of the student's own files (it may not exist yet).

    Returns
    -------
    Path
        `$ALIGNMENT_HOME` if set, else `my-work/` in the checkout, else `my-work/` here.
    """
    return course.home()


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
    except (ValueError, RecursionError, OSError) as error:
        raise BrokenRecord(say("record.no_json", name=path.name, error=error)) from error


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
        own = path.is_relative_to(home())
        variable = course.current().variable("home")
        parts = {"name": path.name, "folder": path.parent, "error": error.strerror}
        said = (
            say("record.set_home", variable=variable, **parts)
            if own
            else say("record.no_room", **parts)
        )
        raise BrokenRecord(said) from error
    return path


def version(path: Path) -> Version:
    """Say which file this is now; a key for what was read from it.

    Parameters
    ----------
    path : Path
        A file.

    Returns
    -------
    Version
        Path, time of the last change and size.

    Raises
    ------
    FileNotFoundError
        There is no such file.
    """
    found = path.stat()
    return Version(str(path.absolute()), found.st_mtime_ns, found.st_size)


def hold(folder: Path, part: str) -> BinaryIO:
    """Take an output folder for this run; the system lets go of it when the run ends or dies.

    Parameters
    ----------
    folder : Path
        Made if it is missing.
    part : str
        How names of half-written files end; those of a run that was killed are removed.

    Returns
    -------
    file
        Close it to let go, or use it in a `with`.

    Raises
    ------
    Busy
        If another run holds it.
    OSError
        If it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = (folder / RUNNING).open("a+b")
    try:
        if not _taken(file):
            raise Busy(say("desk.busy", folder=folder))
        for left in (*folder.glob(f".*{part}"), *folder.glob(f"*/.*{part}")):
            left.unlink(missing_ok=True)
    except BaseException:
        file.close()
        raise
    return file


def _taken(file: BinaryIO) -> bool:
    """Take the lock of an open file without waiting; a disk that knows no locks gives it."""
    try:
        try:
            import fcntl
        except ImportError:
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
    return True
