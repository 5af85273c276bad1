"""What a person decided about points: each decision with its reason, none lost by a new grading."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from fairmark.messages import say
from fairmark.term.numbers import read_number, show
from fairmark.term.people import People
from fairmark.term.plain_tables import Read, Row
from fairmark.term.plan import TOTAL, Plan
from fairmark.term.wrong import Problems, did_you_mean, shown_word

POINTS, SET, OVERRIDE = "points", "set", "override"
EXCUSE, WAIVE, KEEP = "excuse", "waive late", "keep"
KINDS = (POINTS, SET, OVERRIDE, EXCUSE, WAIVE, KEEP)
WITH_POINTS = (POINTS, SET, OVERRIDE)
COLUMNS = ("student", "set", "question", "kind", "points", "reason", "by", "when", "was", "note")
NEEDED = ("student", "set", "kind", "points", "reason")
# Points of each question of an item, by person and item: what was earned and what is possible.
Questions = Mapping[tuple[str, str], Mapping[str, tuple[Fraction, Fraction]]]


@dataclass(frozen=True)
class Adjustment:
    """One row of adjust.csv.

    Parameters
    ----------
    student, item, question, kind : str
        Whom, what and how; `item` may be "total".
    points, was : Fraction, optional
        The number, and the points it was made for.
    reason, by, when : str
        Shown to the student.
    where : str
        File and line.
    """

    student: str
    item: str
    question: str
    kind: str
    points: Fraction | None
    reason: str
    by: str
    when: str
    was: Fraction | None
    where: str


def read_adjustments(
    read: Read, plan: Plan, people: People, questions: Questions, problems: Problems
) -> dict[tuple[str, str], tuple[Adjustment, ...]]:
    """Read every decision and refuse those that contradict each other.

    Parameters
    ----------
    read : Read
        The table.
    plan, people : Plan, People
        What and who there is.
    questions : mapping
        Points per question, where grading gave them.
    problems : Problems
        Takes every sentence.

    Returns
    -------
    dict
        By person and item, in the order of the file.
    """
    found: list[Adjustment] = []
    rows: dict[tuple[str, ...], str] = {}
    for row in read.rows:
        same = tuple(row[column] for column in COLUMNS)
        if same in rows:
            problems.add(row.where, say("adjust.same", other=rows[same]))
            continue
        rows[same] = row.where
        if adjustment := _adjustment(row, plan, people, questions, problems):
            found.append(adjustment)
    grouped: dict[tuple[str, str], list[Adjustment]] = {}
    for each in found:
        grouped.setdefault((each.student, each.item), []).append(each)
    for group in grouped.values():
        _contradictions(group, problems)
    return {key: tuple(group) for key, group in grouped.items()}


def _adjustment(
    row: Row, plan: Plan, people: People, questions: Questions, problems: Problems
) -> Adjustment | None:
    before = len(problems.sentences)
    person = people.known(row["student"], row.where, problems)
    kind, item, question = row["kind"].casefold(), row["set"], row["question"]
    targets = (*plan.items, TOTAL)
    if item not in targets:
        said = say("adjust.no_set", item=shown_word(item))
        problems.add(row.where, did_you_mean(said, item, targets))
    if kind not in KINDS:
        said = say("adjust.no_kind", kind=shown_word(row["kind"]), kinds=", ".join(KINDS))
        problems.add(row.where, did_you_mean(said, kind, KINDS))
    if not row["reason"]:
        problems.add(row.where, say("adjust.no_reason"))
    if len(problems.sentences) > before or person is None:
        return None
    points, was = _number(row, "points", problems), _number(row, "was", problems)
    if kind in WITH_POINTS and points is None and row["points"] in ("", "-"):
        problems.add(row.where, say("adjust.needs_points", kind=kind))
    if kind not in WITH_POINTS and points is not None:
        problems.add(row.where, say("adjust.takes_no_points", kind=kind))
    if kind in (SET, OVERRIDE) and points is not None and points < 0:
        problems.add(row.where, say("adjust.below", kind=kind, points=show(points)))
    if item == TOTAL:
        _check_total(row, kind, points, plan, problems)
    elif question:
        _check_question(row, kind, points, questions.get((person.id, item), {}), problems)
    if len(problems.sentences) > before:
        return None
    reason, by, when = row["reason"], row["by"], row["when"]
    return Adjustment(person.id, item, question, kind, points, reason, by, when, was, row.where)


def _number(row: Row, column: str, problems: Problems) -> Fraction | None:
    text = row[column]
    if text in ("", "-"):
        return None
    number = read_number(text)
    if number is None:
        problems.add(row.where, say("adjust.number", column=column, found=text))
    return number


def _check_total(
    row: Row, kind: str, points: Fraction | None, plan: Plan, problems: Problems
) -> None:
    if kind not in (POINTS, OVERRIDE):
        problems.add(row.where, say("adjust.not_for_total", kind=kind))
    if row["question"]:
        problems.add(row.where, say("adjust.total_question"))
    if kind == OVERRIDE and points is not None and points > plan.most:
        said = say("adjust.above_most", points=show(points), most=show(plan.most))
        problems.add(row.where, said)


def _check_question(
    row: Row,
    kind: str,
    points: Fraction | None,
    known: Mapping[str, tuple[Fraction, Fraction]],
    problems: Problems,
) -> None:
    question = row["question"]
    if kind not in (POINTS, SET):
        problems.add(row.where, say("adjust.whole_set", kind=kind))
    if known and question not in known:
        said = say("adjust.no_question", item=row["set"], question=question)
        problems.add(row.where, did_you_mean(said, question, known))
    elif kind == SET and not known:
        problems.add(row.where, say("adjust.needs_questions", question=question))
    elif kind == SET and points is not None and points > known[question][1]:
        of = show(known[question][1])
        said = say("adjust.above_question", points=show(points), of=of, question=question)
        problems.add(row.where, said)


def _contradictions(group: list[Adjustment], problems: Problems) -> None:
    """Note what cannot hold together for one person and one set."""
    by_kind = {kind: [each for each in group if each.kind == kind] for kind in KINDS}
    whose = {"student": group[0].student, "item": group[0].item}
    for kind in (SET, OVERRIDE):
        seen: dict[str, Adjustment] = {}
        for each in by_kind[kind]:
            if each.question in seen:
                said = {"kind": kind, "where": seen[each.question].where, **whose}
                problems.add(
                    each.where,
                    say("adjust.second_question", question=each.question, **said)
                    if each.question
                    else say("adjust.second", **said),
                )
            seen.setdefault(each.question, each)
    for each in by_kind[EXCUSE][:1]:
        for other in (by_kind[SET] + by_kind[OVERRIDE])[:1]:
            said = say("adjust.excuse_beside", kind=other.kind, where=other.where, **whose)
            problems.add(each.where, said)
    whole = [each for each in by_kind[SET] if not each.question]
    for each in [each for each in by_kind[SET] if each.question][: len(whole)]:
        parts = {"question": each.question, "item": each.item, "where": whole[0].where}
        problems.add(each.where, say("adjust.set_beside", **parts))
