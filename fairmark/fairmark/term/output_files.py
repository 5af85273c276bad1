"""Files of the output: each replaced in one step, one run at a time, every refusal a sentence."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from fairmark.term.wrong import CannotReckon

LOCK = ".running"
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


@contextlib.contextmanager
def alone(out: Path) -> Iterator[None]:
    """Hold an output folder for this run; the system lets go of it when the run ends or dies.

    Raises
    ------
    CannotReckon
        If another run holds it, or the folder cannot be made.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        file = (out / LOCK).open("a+b")
    except OSError as error:
        raise _refused(out, error) from error
    with file:
        if not _taken(file):
            raise CannotReckon(
                f"Another run is writing to {out} at this moment; wait until it has ended, "
                "or choose another --out"
            )
        for left in (*out.glob(f".*{PART}"), *out.glob(f"*/.*{PART}")):  # of a run that was killed
            remove(left)
        yield


def _taken(file) -> bool:
    """Take the lock of an open file without waiting."""
    try:
        try:
            import fcntl
        except ImportError:
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _refused(path: Path, error: OSError) -> CannotReckon:
    return CannotReckon(
        f"{path} cannot be written ({error.strerror or error}); free the place, or choose "
        "another --out"
    )
