"""The reckoning as tables: a line a person, every step in the audit, the term's gradebook."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from fairmark.messages import say
from fairmark.term.numbers import exact, show
from fairmark.term.plain_tables import written
from fairmark.term.plan import TOTAL
from fairmark.term.reckon import Reckoned
from fairmark.term.reckoned import EXCUSED, OPEN, SO_FAR, Grade, Item, Step

SIGNS = {EXCUSED: "x", OPEN: "?"}
AUDIT = ("student", "item", "step", "before", "after", "rule", "source", "reason", "by", "when")


def trace(grade: Grade) -> str:
    """Write a whole grade in one line: items, parts, total, and what touched them.

    Parameters
    ----------
    grade : Grade
        Of one person.

    Returns
    -------
    str
        Such as "01=8[late 1 -1]; sets:80; total:80"; "x" is excused, "?" open, "-" nothing.
    """
    entries = [f"{item.name}={_points(item)}{_marks(item.marks)}" for item in grade.items]
    for result in grade.parts:
        share = "-" if result.share is None else show(100 * result.share)
        entries.append(f"{result.part.name}:{share}")
    total = "-" if grade.total is None else show(grade.total)
    entries.append(f"{TOTAL}:{total}{_marks(grade.marks)}")
    entries += [f"need {name}" for name in grade.needs]
    return "; ".join([*entries, SO_FAR] if grade.status == SO_FAR else entries)


def _points(item: Item) -> str:
    return SIGNS.get(item.state) or show(item.points)


def _marks(marks: list[str]) -> str:
    return f"[{', '.join(marks)}]" if marks else ""


def term_table(reckoned: Reckoned) -> str:
    """Write the gradebook of the term: one row a person, one column an item and a part.

    Parameters
    ----------
    reckoned : Reckoned
        The term.

    Returns
    -------
    str
        CSV. Items in points that count, parts in per cent.
    """
    plan = reckoned.term.plan
    head = ["student", "name", *(f"item {item}" for item in plan.items)]
    head += [f"part {part.name}" for part in plan.parts]
    rows: list[list[str]] = [[*head, "total", "final", "letter", "status", "trace"]]
    for grade in reckoned.grades:
        row = [grade.person.id, grade.person.name]
        if not grade.parts:
            blank = [""] * (len(plan.items) + len(plan.parts) + 3)
            rows.append([*row, *blank, grade.status, ""])
            continue
        row += [_cell(item) for item in grade.items]
        row += [_number(result.share, 100) for result in grade.parts]
        row += [_number(grade.total), grade.final, grade.letter, grade.status, trace(grade)]
        rows.append(row)
    return written(rows)


def _cell(item: Item) -> str:
    if item.state == EXCUSED:
        return "EX"
    return "" if item.state == OPEN else show(item.points)


def _number(value: Fraction | None, times: int = 1) -> str:
    return "" if value is None else show(value * times)


def audit_table(grades: Iterable[Grade]) -> str:
    """Write every step of every person, its numbers exact, with file, line, reason and author."""
    return written([AUDIT, *(row for grade in grades for row in audit_rows(grade))])


def audit_rows(grade: Grade) -> Iterator[list[str]]:
    """Yield one person's steps; each number on the person's page is an `after` among them."""
    who = grade.person.id
    for result in grade.parts:
        for item in result.items:
            for step in item.steps:
                yield _row(who, item.name, step)
            if item.state in SIGNS:
                yield _row(who, item.name, Step(item.state, item.points, None, item.why))
        after = None if result.share is None else 100 * result.share
        yield _row(who, result.part.name, Step("part", None, after, result.rule))
        if result.weight is not None:
            yield _row(
                who,
                result.part.name,
                Step("weight", result.part.weight, result.weight, say("step.weight")),
            )
            rule = say("step.adds")
            yield _row(who, result.part.name, Step("adds", None, result.adds, rule))
    for step in grade.steps:
        yield _row(who, TOTAL, step)
    yield [who, TOTAL, "printed", "", grade.final, grade.letter or grade.status, "", "", "", ""]


def _row(who: str, what: str, step: Step) -> list[str]:
    before, after = ("" if n is None else exact(n) for n in (step.before, step.after))
    return [
        who,
        what,
        step.name,
        before,
        after,
        step.rule,
        step.where,
        step.reason,
        step.by,
        step.when,
    ]


def inputs_text(reckoned: Reckoned, version: str, zones: str) -> str:
    """Write what was read: name, SHA-256 and rows of each file, and the versions in force."""
    lines = [f"{name}  {mark}  {rows} rows" for name, mark, rows in reckoned.term.files]
    return "\n".join([f"version {version}", f"time zones {zones}", *lines]) + "\n"


def attention_table(reckoned: Reckoned) -> str:
    """Write what a teacher should know; "look" needs a human, "note" is only said."""
    names = {grade.person.id: grade.person.name for grade in reckoned.grades}
    rows = [
        [
            "look" if each.look else "note",
            each.student,
            names.get(each.student, ""),
            each.item,
            each.found,
            each.do,
        ]
        for each in sorted(reckoned.told, key=lambda told: not told.look)
    ]
    return written([["kind", "student", "name", "item", "found", "do"], *rows])
