"""Where the checkout's folders are, for the commands that need notebooks and exercises."""

from pathlib import Path

from alignment.course import current
from alignment.errors import AlignmentError


def checkout() -> Path:
    """Return the folder that holds `notebooks/` and `exercises/`.

    Returns
    -------
    Path
        The checkout this package runs from, else the current folder.

    Raises
    ------
    AlignmentError
        If neither holds the course.
    """
    for base in (current().root, Path.cwd()):
        if (base / "notebooks").is_dir() and (base / "exercises").is_dir():
            return base
    raise AlignmentError(
        f"Found no folders notebooks/ and exercises/ in {Path.cwd()}; "
        "run this in the course's own folder"
    )
