"""Steps 7 to 13: from the points that count to the number, rounded once, and the letter."""

from dataclasses import dataclass
from fractions import Fraction

from fairmark.messages import say
from fairmark.term.adjust import OVERRIDE, POINTS
from fairmark.term.checked import Inputs
from fairmark.term.items import reckon_item, signed
from fairmark.term.numbers import fixed, half_up, show
from fairmark.term.people import Person, Told
from fairmark.term.plan import TOTAL, Part, Plan
from fairmark.term.reckoned import (
    FINAL,
    LEFT,
    NOTHING,
    OPEN,
    SO_FAR,
    Grade,
    Item,
    PartResult,
    Step,
)


@dataclass(frozen=True)
class Reckoned:
    """A whole term.

    Parameters
    ----------
    term : Inputs
        What it was reckoned from.
    grades : tuple of Grade
        One per person, in order.
    told : tuple of Told
        What a teacher should know.
    """

    term: Inputs
    grades: tuple[Grade, ...]
    told: tuple[Told, ...]

    @property
    def look(self) -> list[Told]:
        """Return what a human should look at."""
        return [each for each in self.told if each.look]


def reckon(term: Inputs) -> Reckoned:
    """Reckon every person's grade.

    Parameters
    ----------
    term : Inputs
        As read from a folder.

    Returns
    -------
    Reckoned
        The same for the same inputs, whatever the order of their rows.
    """
    told = list(term.told)
    grades = tuple(reckon_person(term, person, told) for person in term.people.by_id.values())
    return Reckoned(term, grades, tuple(dict.fromkeys(told)))


def reckon_person(term: Inputs, person: Person, told: list[Told]) -> Grade:
    """Reckon one person's grade, which depends on nobody else's."""
    if person.left:
        told.append(Told(person.id, "", say("told.left", day=person.left), look=False))
        return Grade(person, [], status=LEFT)
    parts = []
    for part in term.plan.parts:
        items = [reckon_item(term, person, part, name, told) for name in part.items]
        parts.append(_part(part, items))
    grade = Grade(person, parts)
    _weigh(grade)
    _decide_total(term, grade, told)
    _finish(term.plan, grade, told)
    return grade


def _part(part: Part, items: list[Item]) -> PartResult:
    """Steps 7 and 8: what is dropped, and the part from what is left."""
    left = [item for item in items if item.counts]
    for item in dropped(part, left):
        item.dropped = True
        item.marks.append("drop")
        item.steps.append(Step("drop", item.points, None, say("step.drop")))
    left = [item for item in left if not item.dropped]
    result = PartResult(part, items)
    if not left:
        result.rule = say("step.nothing_counts")
        return result
    result.share = _share(part, left)
    if part.combine == "points":
        result.rule = f"({_sum([i.points for i in left])}) / ({_sum([i.of for i in left])})"
    else:
        # Two decimals of a third would not lead back to the number, so each share is a quotient.
        shares = [f"{show(i.points)}/{show(i.of)}" if i.of else show(i.share) for i in left]
        result.rule = f"({' + '.join(shares)}) / {len(left)}" if len(left) > 1 else shares[0]
    return result


def _sum(values: list[Fraction]) -> str:
    return " + ".join(show(value) for value in values)


def _share(part: Part, items: list[Item]) -> Fraction:
    if part.combine == "points":
        return sum((i.points for i in items), Fraction(0)) / sum(i.of for i in items)
    return sum((i.share for i in items), Fraction(0)) / len(items)


def dropped(part: Part, items: list[Item]) -> list[Item]:
    """Choose the up to `drop` items without which the part is highest.

    Parameters
    ----------
    part : Part
        With how many may go and which never do.
    items : list of Item
        What counts, in the order of the plan.

    Returns
    -------
    list of Item
        Never all; of equal choices the one with more items, then the first of the plan.
    """
    free = [i for i in items if i.name not in part.never_drop and not i.kept]
    most = min(part.drop, len(free), len(items) - 1)
    if most < 1:
        return []
    size = {id(i): i.of if part.combine == "points" else Fraction(1) for i in items}
    gone: list[Item] = []
    best = _share(part, items)
    # Each turn asks what falls below the part as it stands; the part only rises, so this ends at
    # the highest one (Dinkelbach's method for a ratio; exact, because the numbers are).
    while True:
        below = sorted(free, key=lambda i: (i.share - best) * size[id(i)])
        chosen = [i for i in below[:most] if i.share <= best]
        level = _share(part, [i for i in items if i not in chosen])
        gone = chosen
        if level <= best:
            return [i for i in items if any(i is each for each in gone)]
        best = level


def _weigh(grade: Grade) -> None:
    """Steps 9 and 10: the weights of what is there, scaled to 100, and the bonus."""
    there = [r for r in grade.parts if r.share is not None and not r.part.bonus]
    whole = sum((r.part.weight for r in there), Fraction(0))
    if not whole:
        return
    for result in there:
        result.weight = result.part.weight * 100 / whole
        result.adds = result.weight * result.share
    grade.total = sum((r.adds for r in there), Fraction(0))
    grade.steps.append(Step("weights", None, grade.total, _sum([r.adds for r in there])))
    for result in grade.parts:
        if result.part.bonus and result.share is not None:
            result.weight = result.part.weight
            result.adds = result.weight * min(result.share, Fraction(1))
            before, grade.total = grade.total, grade.total + result.adds
            words = say("step.bonus", part=result.part.name, adds=show(result.adds))
            grade.steps.append(Step("bonus", before, grade.total, words))


def _decide_total(term: Inputs, grade: Grade, told: list[Told]) -> None:
    """Step 11: decisions about the whole number, and its bounds."""
    rows = term.adjustments.get((grade.person.id, TOTAL), ())
    overrides = [each for each in rows if each.kind == OVERRIDE]
    for each in rows:
        if each.was is not None and each.was != grade.total:
            parts = {"where": each.where, "was": show(each.was)}
            found = (
                say("told.total_none", **parts)
                if grade.total is None
                else say("told.total", now=show(grade.total), **parts)
            )
            told.append(Told(grade.person.id, TOTAL, found, say("told.decide")))
        if each.kind != POINTS:
            continue
        if overrides or grade.total is None:
            because = say("told.override") if overrides else say("told.no_number")
            found = say("told.no_effect", where=each.where, kind=POINTS, because=because)
            told.append(Told(grade.person.id, TOTAL, found, say("told.take_out")))
            continue
        before, grade.total = grade.total, grade.total + each.points
        decision = (each.where, each.reason, each.by, each.when)
        grade.steps.append(Step(POINTS, before, grade.total, signed(each.points), *decision))
        grade.marks.append(signed(each.points))
    most = term.plan.most
    if grade.total is not None and not 0 <= grade.total <= most:
        before, grade.total = grade.total, min(max(grade.total, Fraction(0)), most)
        rule = say("step.bounds", most=show(most))
        grade.steps.append(Step("bounds", before, grade.total, rule))
    for each in overrides:
        decision = (each.where, each.reason, each.by, each.when)
        rule = say("step.override", points=show(each.points))
        grade.steps.append(Step(OVERRIDE, grade.total, each.points, rule, *decision))
        grade.total, grade.marks = each.points, [OVERRIDE]


def _finish(plan: Plan, grade: Grade, told: list[Told]) -> None:
    """Steps 12 and 13: rounded once, half up; the letter from the rounded number."""
    some_open = any(item.state == OPEN for item in grade.items)
    for result in grade.parts:
        need = result.part.need
        if need is not None and result.share is not None and 100 * result.share < need:
            grade.needs.append(result.part.name)
    if grade.total is None:
        grade.status = NOTHING
        return
    rounded = half_up(grade.total, plan.decimals)
    grade.final = fixed(grade.total, plan.decimals)
    rule = say("step.round", decimals=plan.decimals)
    grade.steps.append(Step("round", grade.total, rounded, rule))
    grade.status = SO_FAR if some_open else FINAL
    if some_open or not plan.letters:
        return
    if grade.needs:
        grade.letter = plan.letters[-1][0]
        needs = {r.part.name: r.part.need for r in grade.parts}
        words = ", ".join(
            say("step.below_need", part=name, need=show(needs[name])) for name in grade.needs
        )
        grade.steps.append(Step("letter", rounded, rounded, f"{grade.letter}: {words}"))
        return
    letter, bound = next((name, low) for name, low in plan.letters if low <= rounded)
    grade.letter = letter
    grade.steps.append(
        Step("letter", rounded, rounded, say("step.letter", letter=letter, bound=show(bound)))
    )
