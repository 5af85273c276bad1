"""What a class learnt: the ten items before and after, student by student and shown in sums.

The answers come as one CSV for each time, with the columns code, form and q1 to q10. The code is a
word that each student chooses and keeps: it pairs the two times and is no name.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import t as student_t

from alignment.classroom.marks import bar, heading, table, told
from alignment.classroom.skills import FORMS, ITEMS, LETTERS, SKILLS, key
from alignment.errors import AlignmentError
from alignment.methods.classes.disclosure import FEWEST, rounded
from alignment.methods.classes.picture import share_of
from alignment.methods.classes.rounds import sign_flip

COLUMNS = ("code", "form", *(f"q{k}" for k in range(1, len(ITEMS) + 1)))
PAGE, TABLE = "learnt.html", "learnt.csv"
SWITCHED = "The two times must be in different forms"


@dataclass(frozen=True)
class Answered:
    """One student at one time.

    Parameters
    ----------
    form : str
        "A" or "B".
    right : tuple of bool
        By item; a missing answer is not right.
    """

    form: str
    right: tuple[bool, ...]


@dataclass(frozen=True)
class Learnt:
    """What a class learnt, from those who came both times.

    Parameters
    ----------
    students : int
        With both times.
    before, after : ndarray, shape (items,)
        Share of students who were right.
    gain, low, high : float
        Mean gain in items, and its interval, nine in ten.
    p : float
        Two-sided sign-flip test over students.
    left : tuple of str
        Sentences about answers that did not count; no code stands in them.
    """

    students: int
    before: np.ndarray
    after: np.ndarray
    gain: float
    low: float
    high: float
    p: float
    left: tuple[str, ...]


def read(path: Path) -> dict[str, Answered]:
    """Read the answers of one time.

    Parameters
    ----------
    path : Path
        CSV with the columns code, form, q1 to q10; an answer is a letter from a to d or empty.

    Returns
    -------
    dict of str to Answered
        By code, in lower case.

    Raises
    ------
    AlignmentError
        With the row, if something is not as it should be.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise AlignmentError(f"{path} cannot be read: {error}") from None
    first = text.partition("\n")[0]
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";" if ";" in first else ","))
    if not rows or not set(COLUMNS) <= set(rows[0]):
        raise AlignmentError(
            f"{path.name} needs the columns {', '.join(COLUMNS)} and one row for each student"
        )
    found: dict[str, Answered] = {}
    for k, row in enumerate(rows, 2):
        given = {name: (row[name] or "").strip().lower() for name in COLUMNS}
        code, form = given["code"], given["form"].upper()
        if not code:
            raise AlignmentError(f"{path.name}, row {k}: there is no code")
        if code in found:
            raise AlignmentError(f"{path.name}, row {k}: a code stands there twice; ask the two "
                                 "students to add a letter")  # fmt: skip
        if form not in FORMS:
            raise AlignmentError(f"{path.name}, row {k}: the form is {form!r}; write A or B")
        letters = [given[name] for name in COLUMNS[2:]]
        if odd := [each for each in letters if each and each not in LETTERS]:
            raise AlignmentError(
                f"{path.name}, row {k}: an answer is {odd[0]!r}; write a, b, c, d or nothing"
            )
        found[code] = Answered(form, tuple(a == b for a, b in zip(letters, key(form), strict=True)))
    return found


def compare(before: dict[str, Answered], after: dict[str, Answered]) -> Learnt:
    """Compare the two times.

    Parameters
    ----------
    before, after : dict of str to Answered
        From `read`.

    Returns
    -------
    Learnt
        Of those who answered both times, in different forms.

    Raises
    ------
    AlignmentError
        If fewer than ten did: nothing is shown of so few.
    """
    both, kept = set(before) & set(after), _kept(before, after)
    left = []
    if only := len(set(before) ^ set(after)):
        left.append(f"{only} came once only, or wrote another code the second time.")
    if same := len(both) - len(kept):
        left.append(f"{same} had the same form twice; {SWITCHED[0].lower()}{SWITCHED[1:]}.")
    if len(kept) < FEWEST:
        raise AlignmentError(
            f"{len(kept)} students answered both times in different forms; below {FEWEST} nothing "
            "is shown, because friends who compare notes would know the rest"
        )
    first, second = (np.array([each[c].right for c in kept], float) for each in (before, after))
    change = (second - first).sum(axis=1)
    n = len(kept)
    half = student_t.ppf(0.95, n - 1) * change.std(ddof=1) / np.sqrt(n)
    mean = float(change.mean())
    return Learnt(n, first.mean(axis=0), second.mean(axis=0), mean, mean - half, mean + half,
                  sign_flip(change), tuple(left))  # fmt: skip


def contents(before: dict[str, Answered], after: dict[str, Answered]) -> list[object]:
    """Return what a page is made from, one entry per student: a page is not built twice."""
    return [[code, before[code].right, after[code].right] for code in _kept(before, after)]


def _kept(before: dict[str, Answered], after: dict[str, Answered]) -> list[str]:
    both = sorted(set(before) & set(after))
    return [code for code in both if before[code].form != after[code].form]


def sentences(found: Learnt) -> list[str]:
    """Say what the class learnt, and what the comparison cannot say."""
    word = "more" if found.gain >= 0 else "fewer"
    sure = "more than luck explains" if found.p < 0.05 else "luck alone could explain that"
    said = [
        f"About {rounded(found.students):.0f} students answered both times.",
        f"Afterwards they had {abs(found.gain):.1f} items of {len(ITEMS)} {word} right (nine in "
        f"ten: {found.low:+.1f} to {found.high:+.1f}): {sure}.",
        "Without a class that did not take the course, practice with such items is part of the "
        "gain. Half of the class had form A first and half form B, so that an easier form cannot "
        "make it.",
    ]
    return said + list(found.left)


def by_skill(found: Learnt) -> list[dict[str, Any]]:
    """Return the share of right answers by skill, before and after, in steps of 5 per cent."""
    rows = []
    for skill in SKILLS:
        of = [k for k, item in enumerate(ITEMS) if item.skill == skill]
        rows.append(
            {
                "skill": skill,
                "before": float(rounded(100 * found.before[of].mean())),
                "after": float(rounded(100 * found.after[of].mean())),
            }
        )
    return rows


def by_item(found: Learnt) -> list[tuple[int, str, str | float, str | float]]:
    """Return item, skill and shares; in words where one to four students stand on a side."""
    n = found.students
    return [
        (k + 1, item.skill, share_of(round(found.before[k] * n), n),
         share_of(round(found.after[k] * n), n))
        for k, item in enumerate(ITEMS)
    ]  # fmt: skip


def slides_of(found: Learnt) -> list[str]:
    """Return the slides: the whole and by skill, then item by item."""
    first, second, *rest = sentences(found)
    bars = ""
    for row in by_skill(found):
        bars += bar(f"{row['skill']}, before", row["before"], f"{row['before']:.0f} %")
        bars += bar(f"{row['skill']}, after", row["after"], f"{row['after']:.0f} %")
    rows = [[f"{k}. {skill}", _word(a), _word(b)] for k, skill, a, b in by_item(found)]
    return [
        heading("What did we learn?", 1) + told(second, "say") + told(first)
        + "".join(told(each, "soft") for each in rest),
        heading("By skill: share of right answers") + bars,
        heading("Item by item") + table(["Item", "right before", "right after"], rows),
    ]  # fmt: skip


def tidy(found: Learnt) -> str:
    """Write the shares as CSV: nothing of one student stands in it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("item", "skill", "before", "after"))
    writer.writerows(by_item(found))
    return text.getvalue()


def blank(codes: Sequence[str] = ()) -> str:
    """Return an empty answer file with its columns."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([code] + [""] * (len(COLUMNS) - 1) for code in codes)
    return text.getvalue()


def _word(share: str | float) -> str:
    return share if isinstance(share, str) else f"{share:.0f} %"
