"""Words for numbers of things, for lists of names, and for the line where an error arose."""

import linecache
import sysconfig
import traceback
from collections.abc import Sequence

from fairmark.course import current
from fairmark.messages import names_in_a_row, say

LIBRARIES = tuple({sysconfig.get_path("stdlib"), sysconfig.get_path("purelib")})
MOST_NAMED = 4


def listed(words: Sequence[str]) -> str:
    """Name the first few things."""
    shown = list(words[:MOST_NAMED])
    if more := len(words) - len(shown):
        return say("names.more", more, first=", ".join(shown))
    return names_in_a_row(*shown)


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
    return say("line.text" if text else "line.number", last.lineno, text=text)
