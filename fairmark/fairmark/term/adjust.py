"""What a person decided about points: each decision with its reason, none lost by a new grading."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from fairmark.term.numbers import read_number, show
from fairmark.term.people import People
from fairmark.term.plain_tables import Read, Row
from fairmark.term.plan import TOTAL, Plan
from fairmark.term.wrong import Problems, did_you_mean

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
            problems.add(
                row.where,
                f"is the same row as {rows[same]}; take one out, or tell them "
                "apart by their reason",
            )
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
        problems.add(row.where, f"there is no set {item or '(empty)'}{did_you_mean(item, targets)}")
    if kind not in KINDS:
        problems.add(
            row.where,
            f"there is no kind {row['kind'] or '(empty)'}"
            f"{did_you_mean(kind, KINDS)}; the kinds are {', '.join(KINDS)}",
        )
    if not row["reason"]:
        problems.add(row.where, "has no reason; the student reads it on the page")
    if len(problems.sentences) > before or person is None:
        return None
    points, was = _number(row, "points", problems), _number(row, "was", problems)
    if kind in WITH_POINTS and points is None and row["points"] in ("", "-"):
        problems.add(row.where, f"{kind} needs points")
    if kind not in WITH_POINTS and points is not None:
        problems.add(row.where, f"{kind} takes no points; leave the cell empty")
    if kind in (SET, OVERRIDE) and points is not None and points < 0:
        problems.add(row.where, f"{kind} {show(points)} is below 0; a deduction is kind points")
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
        problems.add(row.where, f"{column} is {text}; write a number such as 2 or 0.5")
    return number


def _check_total(
    row: Row, kind: str, points: Fraction | None, plan: Plan, problems: Problems
) -> None:
    if kind not in (POINTS, OVERRIDE):
        problems.add(row.where, f"{kind} is not for total; only points and override are")
    if row["question"]:
        problems.add(row.where, "total has no questions; leave the cell empty")
    if kind == OVERRIDE and points is not None and points > plan.most:
        problems.add(
            row.where,
            f"override {show(points)} is above {show(plan.most)}, the most that the plan allows",
        )


def _check_question(
    row: Row,
    kind: str,
    points: Fraction | None,
    known: Mapping[str, tuple[Fraction, Fraction]],
    problems: Problems,
) -> None:
    question = row["question"]
    if kind not in (POINTS, SET):
        problems.add(row.where, f"{kind} is for a whole set; leave question empty")
    if known and question not in known:
        near = did_you_mean(question, known)
        problems.add(row.where, f"{row['set']} has no question {question}{near}")
    elif kind == SET and not known:
        problems.add(
            row.where,
            f"set for question {question} needs the points of each question, "
            "which only results of grading have; give those, or write kind points",
        )
    elif kind == SET and points is not None and points > known[question][1]:
        problems.add(
            row.where,
            f"set {show(points)} is above the {show(known[question][1])} "
            f"points of question {question}",
        )


def _contradictions(group: list[Adjustment], problems: Problems) -> None:
    """Note what cannot hold together for one person and one set."""
    by_kind = {kind: [each for each in group if each.kind == kind] for kind in KINDS}
    first = group[0]
    who = f"{first.student}, {first.item}"
    for kind in (SET, OVERRIDE):
        seen: dict[str, Adjustment] = {}
        for each in by_kind[kind]:
            if each.question in seen:
                about = f" for question {each.question}" if each.question else ""
                problems.add(
                    each.where,
                    f"a second {kind}{about} for {who}; the first is in "
                    f"{seen[each.question].where}",
                )
            seen.setdefault(each.question, each)
    for each in by_kind[EXCUSE][:1]:
        for other in (by_kind[SET] + by_kind[OVERRIDE])[:1]:
            problems.add(
                each.where,
                f"excuse for {who} stands beside {other.kind} in {other.where}; only one can hold",
            )
    whole = [each for each in by_kind[SET] if not each.question]
    for each in [each for each in by_kind[SET] if each.question][: len(whole)]:
        problems.add(
            each.where,
            f"a set for question {each.question} stands beside one for the "
            f"whole of {first.item} in {whole[0].where}; only one can hold",
        )
