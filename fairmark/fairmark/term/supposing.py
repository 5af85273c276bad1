"""What would be if: one person's points or one rule changed, and never a grade."""

import copy
import re
import shlex
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from html import unescape
from pathlib import Path
from typing import Any

from fairmark.messages import say
from fairmark.term.checked import Given, Inputs, Score
from fairmark.term.inputs import read_plan, read_term
from fairmark.term.numbers import fixed, half_up, read_number, show
from fairmark.term.reckon import Reckoned, reckon, reckon_person
from fairmark.term.reckoned import OPEN, Grade
from fairmark.term.wrong import CannotReckon, did_you_mean

PART_KEYS = ("weight", "combine", "drop", "missing", "cap", "need", "bonus")


def suppose(
    folder: Path, statements: Iterable[str], given: list[Given]
) -> tuple[Reckoned, Reckoned, list[str]]:
    """Reckon a term as it is and as it would be.

    Parameters
    ----------
    folder : Path
        Of the term; nothing in it changes.
    statements : iterable of str
        Such as "ann memo 80", "drop 2", "sets drop 2", "late take 5".
    given : list of Given
        Points that come from grading.

    Returns
    -------
    tuple
        As it is, as it would be, and the ids of the people whose points were supposed.

    Raises
    ------
    CannotReckon
        If a statement means nothing.
    """
    now = read_term(folder, given)
    table, _ = read_plan(folder)
    table = copy.deepcopy(table)
    points: list[tuple[str, str, str]] = []
    for statement in statements:
        words = _words(statement)
        if len(words) == 3 and words[0] in now.people.by_id:
            points.append((words[0], words[1], words[2]))
        else:
            _change_plan(table, words, statement, now)
    then = read_term(folder, given, table)
    for student, item, value in points:
        _give(then, student, item, value)
    return reckon(now), reckon(then), [student for student, _, _ in points]


def _words(statement: str) -> list[str]:
    try:
        return shlex.split(statement)
    except ValueError:
        return statement.split()


def _change_plan(table: dict[str, Any], words: list[str], statement: str, now: Inputs) -> None:
    parts = table["part"]
    if len(words) == 2 and words[0] in PART_KEYS[1:]:
        key, value = words
        named = [part for part in parts if part.get(key)]
        for part in named or [part for part in parts if len(part["items"]) > 1]:
            part[key] = _value(value)
        return
    if len(words) == 3:
        section, key, value = words
        named = [part for part in parts if part["name"] == section]
        target = named[0] if named else table.setdefault(section, {})
        if named or section in ("term", "late", "letters"):
            target[key] = _value(value)
            return
    said = say("suppose.unknown", text=statement)
    if len(words) == 3:
        said = did_you_mean(said, words[0], now.people.by_id)
    raise CannotReckon(said)


def _value(text: str) -> Any:
    if text in ("true", "false"):
        return text == "true"
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return text
    whole = number.is_finite() and number == number.to_integral_value()
    return int(number) if whole else number


def _give(term: Inputs, student: str, item: str, value: str) -> None:
    """Put points in the place of all that is known of a person's item."""
    if item not in term.plan.items:
        said = say("due.no_set", item=item)
        raise CannotReckon(did_you_mean(said, item, term.plan.items))
    points = None if value.upper() == "EX" else read_number(value)
    if value.upper() != "EX" and (points is None or points < 0):
        raise CannotReckon(say("suppose.number", found=value, item=item))
    if term.of.setdefault(item, Fraction(100)) < (points or 0):
        of = show(term.of[item])
        raise CannotReckon(say("suppose.above", found=value, of=of, item=item))
    key = (student, item)
    term.scores[key] = Score(points, points is None, False, None, "what if")
    term.marks = {k: v for k, v in term.marks.items() if k != key}
    term.adjustments = {k: v for k, v in term.adjustments.items() if k != key}
    term.questions.pop(key, None)


def table(now: Reckoned, then: Reckoned) -> str:
    """Write the letters before and after, one line a person who would change."""
    after = {grade.person.id: grade for grade in then.grades}
    lines = [say("suppose.not_a_grade")]
    for grade in now.grades:
        new = after[grade.person.id]
        if (grade.final, grade.letter) != (new.final, new.letter):
            moved = {"now": _both(grade), "then": _both(new)}
            lines.append(say("suppose.would_be", student=grade.person.id, **moved))
    same = len(now.grades) + 1 - len(lines)
    return "\n".join([*lines, say("suppose.same", same=same, of=len(now.grades))])


def _both(grade: Grade) -> str:
    return " ".join(each for each in (grade.final or say("state.nothing"), grade.letter) if each)


def needed(reckoned: Reckoned, student: str) -> list[str]:
    """Say what the open items of a person would have to bring for each letter.

    Parameters
    ----------
    reckoned : Reckoned
        The term.
    student : str
        The id.

    Returns
    -------
    list of str
        A sentence per letter; empty if nothing is open or there are no letters.
    """
    term = reckoned.term
    grade = next(each for each in reckoned.grades if each.person.id == student)
    items = [item.name for item in grade.items if item.state == OPEN]
    if not items:
        return []
    lines = [say("suppose.open", items=", ".join(items))]
    last = _if_all(term, student, items, 0)
    for letter, bound in term.plan.letters[:-1]:
        if _reaches(last, letter, term):
            lines.append(say("suppose.safe", letter=letter))
            break
        if not _reaches(_if_all(term, student, items, 100), letter, term):
            lines.append(say("suppose.out_of_reach", letter=letter, bound=show(bound)))
            continue
        low, high = 0, 100
        while high - low > 1:
            middle = (low + high) // 2
            if _reaches(_if_all(term, student, items, middle), letter, term):
                high = middle
            else:
                low = middle
        end = fixed(
            half_up(_if_all(term, student, items, high).total, term.plan.decimals),
            term.plan.decimals,
        )
        needs = {"bound": show(bound), "share": high, "total": end}
        lines.append(say("suppose.needs", letter=letter, **needs))
    return lines


def _reaches(grade: Grade, letter: str, term: Inputs) -> bool:
    names = [name for name, _ in term.plan.letters]
    return grade.letter in names[: names.index(letter) + 1]


def _if_all(term: Inputs, student: str, items: list[str], share: int) -> Grade:
    """Reckon one person with so many per cent of each open item."""
    scores, possible, marks = dict(term.scores), dict(term.of), dict(term.marks)
    for item in items:
        of = possible.setdefault(item, Fraction(100))
        scores[student, item] = Score(of * share / 100, False, True, None, "what if")
        marks.pop((student, item), None)
    changed = copy.copy(term)
    changed.scores, changed.of, changed.marks = scores, possible, marks
    return reckon_person(changed, term.people.by_id[student], [])


def as_text(page: str) -> str:
    """Turn one of our pages into plain lines for a terminal."""
    body = page.partition("<main>")[2]
    for tag, start in (("<li>", "  - "), ("<h2>", "\n"), ("<h3>", "\n")):
        body = body.replace(tag, start)
    body = re.sub(r"</(p|li|h1|h2|h3)>", "\n", body)
    return unescape(re.sub(r"<[^>]*>", "", body)).strip()
