"""Grades for a learning platform: who is given what, and the writer that makes a file of it."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from fairmark.messages import say
from fairmark.term.numbers import exact, half_up, show
from fairmark.term.plain_tables import written
from fairmark.term.plan import TOTAL
from fairmark.term.reckon import Reckoned
from fairmark.term.reckoned import EXCUSED, Grade, Item
from fairmark.term.wrong import CannotReckon, did_you_mean

DECIMALS = 2  # what platforms keep of a number


@dataclass(frozen=True)
class Mark:
    """What one person is given.

    Parameters
    ----------
    id, name : str
        As the roster writes them.
    points : str
        A number with a point, or "EX".
    of : str
        What the whole is worth on the same scale.
    """

    id: str
    name: str
    points: str
    of: str


# Takes "04" and the marks; returns the name of the file and its text.
Writer = Callable[[str, list[Mark]], tuple[str, str]]


def marks(reckoned: Reckoned, what: str, *, before_late: bool = False) -> list[Mark]:
    """List what everybody is given for one item, a part or the total.

    Parameters
    ----------
    reckoned : Reckoned
        The term.
    what : str
        An item, a part or "total".
    before_late : bool
        For an item: the points without what lateness took, for a platform that takes it itself.

    Returns
    -------
    list of Mark
        Only people of the roster who have a result; nobody's grade is blanked.

    Raises
    ------
    CannotReckon
        If the plan has no such thing.
    """
    plan = reckoned.term.plan
    names = (*plan.items, *(part.name for part in plan.parts), TOTAL)
    if what not in names:
        said = say("term.no_import", what=what)
        raise CannotReckon(did_you_mean(said, what, names))
    found = []
    for grade in reckoned.grades:
        if grade.person.listed and grade.parts:
            value = _value(grade, what, before_late)
            if value is not None:
                found.append(Mark(grade.person.id, grade.person.name, *value))
    return found


def _value(grade: Grade, what: str, before_late: bool) -> tuple[str, str] | None:
    if what == TOTAL:
        return (grade.final, "100") if grade.final else None
    for item in grade.items:
        if item.name == what:
            if item.state == EXCUSED:
                return "EX", ""
            points = _before_late(item) if before_late else item.points
            known = item.counts and points is not None and item.of is not None
            return (_plain(points), exact(item.of)) if known else None
    share = next(result.share for result in grade.parts if result.part.name == what)
    return None if share is None else (_plain(100 * share), "100")


def _before_late(item: Item) -> Fraction | None:
    """Return the points with what lateness took put back; an override stays as it is."""
    taken = sum(
        (step.before - step.after for step in item.steps if step.name == "late"), Fraction(0)
    )
    overridden = any(step.name == "override" for step in item.steps)
    return item.points if overridden or item.points is None else item.points + taken


def _plain(value: Fraction) -> str:
    return show(half_up(value, DECIMALS), DECIMALS)


def plain_writer(what: str, given: list[Mark]) -> tuple[str, str]:
    """Write a list that any platform's owner can copy from: id, name and one column."""
    rows = [["id", "name", what], *([mark.id, mark.name, mark.points] for mark in given)]
    return f"import-list-{what}.csv", written(rows)
