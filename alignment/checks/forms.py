"""Questions of judgement are checked for their form only: is everything there, is it consistent?

What a student thinks is never compared with what anybody else thinks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from alignment.checks.plain import Group, plain

CRITERIA = ("A", "B", "C", "D", "E", "F")
SHORTEST_NOTE = 15
SHORTEST_ALTERNATIVE = 8


@dataclass(frozen=True)
class Form:
    """Whether a form is complete.

    Parameters
    ----------
    problems : tuple of str
        One sentence per thing that is missing or inconsistent; empty if complete.
    given : bool
        False while the three dots of the stub are still there.
    """

    problems: tuple[str, ...] = ()
    given: bool = True

    @property
    def text(self) -> str:
        """What is compared: a form is complete or it is not."""
        return "complete" if not self.problems else f"incomplete: {self.problems[0]}"


def described(figure: Any) -> Any:
    """Ask that a figure also carries a text for readers who cannot see it.

    Parameters
    ----------
    figure : plotly figure
        Its text stands in `layout.meta["alt"]`; any text of at least eight words will do.

    Returns
    -------
    Group
        The figure as a check sees it, with one more label; anything else as it is.
    """
    node = plain(figure)
    if not isinstance(node, Group) or node.kind != "figure":
        return figure
    meta = figure.to_plotly_json().get("layout", {}).get("meta")
    words = str(meta.get("alt") or "").split() if isinstance(meta, Mapping) else []
    there = "given" if len(words) >= SHORTEST_ALTERNATIVE else "missing"
    traces, labels = node.parts
    more = replace(
        labels, parts=(*labels.parts, there), labels=(*labels.labels, "alternative text")
    )
    return replace(node, parts=(traces, more))


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
