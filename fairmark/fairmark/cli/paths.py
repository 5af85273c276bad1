"""Where the checkout's folders are, for the commands that need notebooks and exercises."""

from pathlib import Path

from fairmark.course import current, set_files
from fairmark.errors import CourseError
from fairmark.ids import set_number
from fairmark.messages import say


def examples(text: str) -> str:
    """Write the course's own program, and a set of its own, into the examples of a command."""
    return text.replace("PROGRAM", current().program).replace("NOTEBOOK", current().some_set())


def checkout() -> Path:
    """Return the folder that holds the course's lessons and exercises.

    Returns
    -------
    Path
        The checkout this package runs from, else the current folder.

    Raises
    ------
    CourseError
        If neither holds the course.
    """
    lessons, sets = current().inside("lessons"), current().inside("exercises")
    for base in (current().root, Path.cwd()):
        if (base / lessons).is_dir() and (base / sets).is_dir():
            return base
    raise CourseError(say("command.no_course", lessons=lessons, sets=sets, folder=Path.cwd()))


def folder_of(name: str) -> Path:
    """Return the folder `lessons` or `exercises` of the checkout, whatever the course calls it."""
    return checkout() / current().inside(name)


def notebook_of_set(number: str) -> Path | None:
    """Return the student's notebook of a set by its number, such as "04" or "4".

    Returns
    -------
    Path or None
        None if this is not the number of a set that is here.
    """
    if not (number.isascii() and number.isdigit()):
        return None
    found = set_files(folder_of("exercises"))
    return next((path for path in found if set_number(path.name) == number.zfill(2)), None)
