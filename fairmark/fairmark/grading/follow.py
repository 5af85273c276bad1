"""Whom to speak to after a set: nothing handed in, nothing answered, or half of what it was before.

Names stand in a table of their own, so that the class report can be shown to the class.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from fairmark.answers.verdict import NOT_ATTEMPTED
from fairmark.grading.entries import Entry
from fairmark.grading.points import set_points
from fairmark.grading.results import NOT_GRADABLE, NOTHING, Graded
from fairmark.messages import say

HEAD = ("student", "name", "set", "why", "points", "of", "per cent", "per cent before")
# Why somebody is on the list, by the ids of the sentences.
NONE, UNREAD = "entry.none", "follow.unread"
UNTOUCHED, DROPPED = "follow.untouched", "follow.dropped"
FALL = 0.5
Earlier = Mapping[str, Mapping[str, float]]


def earlier_sets(folders: Iterable[Path]) -> dict[str, dict[str, float]]:
    """Read what a class earned before.

    Parameters
    ----------
    folders : iterable of Path
        Output folders of `fairmark grade`.

    Returns
    -------
    dict of str to dict of str to float
        Student -> set -> share of the points, between 0 and 1.

    Raises
    ------
    CannotGrade
        If one of them is no such folder.
    """
    found: dict[str, dict[str, float]] = {}
    for each in (points for folder in folders for points in set_points(folder)):
        if each.points is not None and each.of and not each.stray:
            found.setdefault(each.student, {})[each.item] = float(each.points / each.of)
    return found


def follow_up(
    rows: Iterable[tuple[Entry, Graded]], main: Sequence[str], earlier: Earlier
) -> list[list[object]]:
    """List whom to speak to, the set that most handed in first.

    Parameters
    ----------
    rows : iterable of (Entry, Graded)
        The class.
    main : sequence of str
        The sets that the class was asked for.
    earlier : mapping
        Student -> set -> share; sets of the same rows with a lower number count as earlier too.

    Returns
    -------
    list of list
        The heading, then a line for each person and set.
    """
    kept = [graded for _, graded in rows]
    shares = {student: dict(sets) for student, sets in earlier.items()}
    for each in kept:
        if each.questions and each.points:
            shares.setdefault(each.student, {})[each.number] = each.earned / each.points
    order = {number: place for place, number in enumerate(main)}
    found = sorted(_lines(kept, shares), key=lambda line: order.get(str(line[2]), len(order)))
    return [list(HEAD), *found]


def _lines(kept: list[Graded], shares: Earlier) -> Iterator[list[object]]:
    for each in kept:
        now = each.earned / each.points if each.points else None
        past = [v for n, v in shares.get(each.student, {}).items() if n < each.number]
        before = sum(past) / len(past) if past else None
        if why := _why(each, now, before):
            marks = [each.earned, each.points] if each.questions else ["", ""]
            yield [each.student, each.name, each.number, say(why), *marks, _per_cent(now),
                   _per_cent(before)]  # fmt: skip


def _why(graded: Graded, now: float | None, before: float | None) -> str:
    if graded.outcome == NOTHING:
        return NONE
    if graded.outcome == NOT_GRADABLE:
        return UNREAD
    if all(each.outcome == NOT_ATTEMPTED for each in graded.questions):
        return UNTOUCHED
    fell = now is not None and before and now <= FALL * before
    return DROPPED if fell else ""


def _per_cent(share: float | None) -> object:
    return "" if share is None else round(100 * share)
