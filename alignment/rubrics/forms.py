"""Forms of this course, and those that any course has: is everything there, is it consistent?"""

from collections.abc import Mapping
from typing import Any

from alignment.messages import say
from fairmark.answers.forms import Form, described, with_unit

__all__ = ["SHORTEST_NOTE", "Form", "described", "score_sheet", "with_unit"]

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
        return Form((say("rubric.sheet_kind"),))
    if all(row is ... for row in sheet.values()):
        return Form(given=False)
    missing = [letter for letter in CRITERIA if letter not in sheet or sheet[letter] is ...]
    if missing:
        return Form((say("rubric.no_score", criterion=missing[0]),))
    problems = [_row(letter, sheet[letter]) for letter in CRITERIA]
    return Form(tuple(p for p in problems if p))


def _row(letter: str, row: Any) -> str:
    try:
        low, likely, high, note = row
        low, likely, high = float(low), float(likely), float(high)
    except (TypeError, ValueError):
        return say("rubric.three_numbers", letter=letter)
    if not all(0 <= score <= 100 for score in (low, likely, high)):
        return say("rubric.outside", letter=letter)
    if not low <= likely <= high:
        return say("rubric.order", letter=letter)
    words = str(note).strip()
    if not words.strip("."):
        return say("rubric.no_note", letter=letter)
    if len(words) < SHORTEST_NOTE:
        return say("rubric.short_note", letter=letter)
    return ""
