"""Words for numbers of things, for lists of names, and for the line where an error arose."""

import linecache
import sysconfig
import traceback
from collections.abc import Sequence

from fairmark.course import current

LIBRARIES = tuple({sysconfig.get_path("stdlib"), sysconfig.get_path("purelib")})
MOST_NAMED = 4


def counted(number: int, one: str, many: str = "") -> str:
    """Write a number of things."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(words: Sequence[str]) -> str:
    """Name the first few things."""
    shown = list(words[:MOST_NAMED])
    if more := len(words) - len(shown):
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(", ".join(shown).rsplit(", ", 1))


def where(error: Exception) -> str:
    """Say in which line of the student's own code an exception arose.

    Returns
    -------
    str
        `line 3: return a / b`, or an empty text if no line of theirs is known.
    """
    others = (*LIBRARIES, *current().shown(), "<frozen")
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if not frame.filename.startswith(others)]
    if not own:
        return ""
    last = own[-1]
    text = (last.line or linecache.getline(last.filename, last.lineno or 0)).strip()
    return f"line {last.lineno}: {text}" if text else f"line {last.lineno}"
