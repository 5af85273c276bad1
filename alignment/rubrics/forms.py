"""Forms of this course, and those that any course has: is everything there, is it consistent?"""

from collections.abc import Mapping
from typing import Any

from fairmark.answers.forms import Form, described

__all__ = ["SHORTEST_NOTE", "Form", "described", "score_sheet"]

CRITERIA = ("A", "B", "C", "D", "E", "F")
SHORTEST_NOTE = 15


def score_sheet(sheet: Any) -> Form:
    """Check the form of a score sheet: all six criteria, in order, each with a note.

    Parameters
    ----------
    sheet : dict
        Criterion letter -> (low, most likely, high, note); scores from 0 to 100.

    Returns
    -------
    Form
        Any opinion is complete, as long as it is written down in full.
    """
    if sheet is ...:
        return Form(given=False)
    if not isinstance(sheet, Mapping):
        return Form(("The sheet must be a dictionary: criterion letter, then its four entries.",))
    if all(row is ... for row in sheet.values()):
        return Form(given=False)
    missing = [letter for letter in CRITERIA if letter not in sheet or sheet[letter] is ...]
    if missing:
        return Form((f"A criterion has no score yet: {missing[0]}.",))
    problems = [_row(letter, sheet[letter]) for letter in CRITERIA]
    return Form(tuple(p for p in problems if p))


def _row(letter: str, row: Any) -> str:
    try:
        low, likely, high, note = row
        low, likely, high = float(low), float(likely), float(high)
    except (TypeError, ValueError):
        return f"Criterion {letter} needs three numbers and a note: (low, most likely, high, note)."
    if not all(0 <= score <= 100 for score in (low, likely, high)):
        return f"Criterion {letter} has a score outside 0 to 100."
    if not low <= likely <= high:
        return f"Criterion {letter} is not in order: low, then most likely, then high."
    words = str(note).strip()
    if not words.strip("."):
        return f"Criterion {letter} has no evidence note yet: name a figure or a source."
    if len(words) < SHORTEST_NOTE:
        return f"The note of criterion {letter} is too short: say what you saw, and where."
    return ""
