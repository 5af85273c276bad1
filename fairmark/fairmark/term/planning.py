"""From the text of a plan to a plan without contradictions, or a sentence for each of them."""

import tomllib
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from fairmark.messages import say
from fairmark.term.clock import Clock, Moment, NoMoment
from fairmark.term.numbers import show
from fairmark.term.plan import NAME, RESERVED, Late, Part, Plan, Rubric
from fairmark.term.sections import Section, as_fraction, shown
from fairmark.term.wrong import CannotReckon, Problems, did_you_mean, nearest

PART_KEYS = (
    "name",
    "weight",
    "items",
    "combine",
    "drop",
    "never_drop",
    "missing",
    "cap",
    "need",
    "bonus",
    "late",
)


def parse(data: bytes, name: str = NAME) -> dict[str, Any]:
    """Read the text of a plan into a table; its numbers stay decimal text."""
    try:
        return tomllib.loads(data.decode("utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise CannotReckon(say("plan.not_utf8", name=name, error=error.reason)) from error
    except tomllib.TOMLDecodeError as error:
        raise CannotReckon(say("plan.unreadable", name=name, error=error)) from error


def check_plan(table: dict[str, Any], file: str = NAME) -> Plan:
    """Turn a table into a plan.

    Parameters
    ----------
    table : dict
        As `parse` returns it.
    file : str
        Named in every sentence.

    Returns
    -------
    Plan
        Without contradictions.

    Raises
    ------
    CannotReckon
        With a sentence for each thing that is wrong.
    """
    problems = Problems()
    known = ("term", "late", "part", "rubric", "letters")
    for key in table:
        if key not in known:
            problems.add(file, did_you_mean(say("plan.no_section", key=key), key, known))
    term = Section(file, "term", _table(table, "term", file, problems), problems)
    name = term.text("name", say("plan.what_name"))
    clock = _clock(term)
    as_of = _as_of(term, clock)
    decimals = term.whole("decimals", 1, 0, 4, "plan.whole_4")
    most = term.number("most", 100, 100, None, "plan.from_100")
    term.done()
    rule = _late(file, "late", _table(table, "late", file, problems), problems)
    general = rule if "late" in table else None
    parts = _parts(table.get("part"), general, file, problems)
    _across(parts, file, problems)
    items = [item for part in parts for item in part.items]
    rubrics = _rubrics(_table(table, "rubric", file, problems), items, file, problems)
    letters = _letters(_table(table, "letters", file, problems), file, problems)
    problems.stop()
    return Plan(name, clock, as_of, decimals, most, parts, letters, rubrics)


def _table(table: dict[str, Any], key: str, file: str, problems: Problems) -> dict[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        problems.add(file, say("plan.section", key=key, found=shown(value)))
        return {}
    return value


def _clock(term: Section) -> Clock | None:
    zone = term.text("zone", say("plan.what_zone"))
    known = available_timezones()
    if zone and zone not in known:
        said = say("plan.no_zone", zone=zone) if known else say("plan.no_zones", zone=zone)
        term.problems.add(term.file, did_you_mean(said, zone, known))
    return Clock(ZoneInfo(zone)) if zone in known else None


def _as_of(term: Section, clock: Clock | None) -> Moment | None:
    text = term.text("as_of", say("plan.what_as_of"))
    if not text or clock is None:
        return None
    try:
        return clock.deadline(text)
    except NoMoment as error:
        term.problems.add(term.file, say("table.in_column", column="as_of", said=error))
        return None


def _late(file: str, name: str, table: dict[str, Any], problems: Problems) -> Late:
    section = Section(file, name, table, problems)
    per = section.choice("per", ("day", "hour"))
    rule = Late(
        grace=section.span("grace"),
        take=section.number("take", 0, 0, 100, "plan.of_100"),
        floor=section.number("floor", 0, 0, 100, "plan.of_100"),
        of=section.choice("of", ("possible", "earned")),
        per=per,
        count=section.choice("count", ("started", "whole")),
        closed_after=section.whole("closed_after", None, 1, None, f"plan.whole_{per}s"),
    )
    section.done()
    return rule


def _parts(value: Any, general: Late | None, file: str, problems: Problems) -> tuple[Part, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(v, dict) for v in value):
        problems.add(file, say("plan.no_part"))
        return ()
    return tuple(_part(table, at, general, file, problems) for at, table in enumerate(value, 1))


def _part(
    table: dict[str, Any], at: int, general: Late | None, file: str, problems: Problems
) -> Part:
    own = table.get("name")
    section = Section(file, f"part {own if isinstance(own, str) else at}", table, problems)
    bonus = section.yes("bonus")
    weight = section.number("weight", None, 0, None, "plan.from_0")
    misspelt = nearest("weight", [key for key in table if key not in PART_KEYS])
    if "weight" not in table and not misspelt:
        section.needs("weight", say("plan.what_weight"))
    cap = section.number("cap", 100, 0, None, "plan.cap")
    if cap < 100:
        small = say("plan.cap_small", found=show(cap, 10), meant=show(cap * 100))
        section.wrong(small if 1 <= cap < 10 else say("plan.cap_low", found=show(cap, 10)))
    part = Part(
        name=section.text("name"),
        weight=weight,
        items=section.texts("items", needed=True),
        combine=section.choice("combine", ("mean", "points")),
        drop=section.whole("drop", 0, 0, None, "plan.whole_0"),
        never_drop=section.texts("never_drop", needed=False),
        missing=section.number("missing", 0, 0, 100, "plan.per_cent"),
        cap=cap,
        need=section.number("need", None, 0, 100, "plan.per_cent"),
        bonus=bonus,
        late=_part_late(section, general),
    )
    if bonus and part.need is not None:
        section.wrong(say("plan.bonus_need"))
    for each in part.never_drop:
        if each not in part.items:
            section.wrong(say("plan.never_drop", item=each, part=part.name))
    section.done()
    return part


def _part_late(section: Section, general: Late | None) -> Late | None:
    value = section.get("late")
    if value is None:
        return general
    if isinstance(value, dict):
        return _late(section.file, f"{section.name} late", value, section.problems)
    if value is not False:
        section.wrong(say("plan.late", found=shown(value)))
    return None


def _across(parts: tuple[Part, ...], file: str, problems: Problems) -> None:
    """Note what contradicts between parts."""
    where: dict[str, str] = {}
    names: set[str] = set()
    for part in parts:
        if part.name in names:
            problems.add(file, say("plan.two_parts", part=part.name))
        names.add(part.name)
        for item in part.items:
            if item in where:
                both = {"first": where[item], "second": part.name}
                problems.add(file, say("plan.in_two_parts", item=item, **both))
            if item in RESERVED:
                problems.add(file, say("plan.reserved", item=item))
            where[item] = part.name
    whole = sum((part.weight or 0 for part in parts if not part.bonus), Fraction(0))
    known = all(part.weight is not None for part in parts)
    if parts and known and whole != 100:
        problems.add(file, say("plan.weights", sum=show(whole, 10)))


def _rubrics(
    table: dict[str, Any], items: list[str], file: str, problems: Problems
) -> dict[str, Rubric]:
    found = {}
    for item, value in table.items():
        if item not in items:
            problems.add(file, did_you_mean(say("plan.rubric", item=item), item, items))
        if not isinstance(value, dict):
            key = f"rubric.{item}"
            problems.add(file, say("plan.section", key=key, found=shown(value)))
            continue
        section = Section(file, f"rubric.{item}", value, problems)
        levels, criteria = _numbers(section, "levels", 100), _numbers(section, "criteria", None)
        shares = list(levels.values())
        if shares != sorted(shares, reverse=True):
            section.wrong(say("plan.levels"))
        words = section.get("words") or {}
        if not isinstance(words, dict) or not all(isinstance(w, str) for w in words.values()):
            section.wrong(say("plan.words"))
            words = {}
        for word in words:
            if word not in levels and word not in criteria:
                said = say("plan.no_word", word=word)
                section.wrong(did_you_mean(said, word, [*levels, *criteria]))
        section.done()
        found[item] = Rubric(item, levels, criteria, words)
    return found


def _numbers(section: Section, key: str, high: int | None) -> dict[str, Fraction]:
    value = section.get(key)
    if not isinstance(value, dict) or not value:
        section.wrong(say("plan.table", key=key))
        return {}
    found = {}
    for name, number in value.items():
        exactly = as_fraction(number)
        if exactly is None or exactly < 0 or (high is not None and exactly > high):
            wrong = "plan.from_0" if high is None else "plan.to_100"
            section.wrong(say(wrong, key=f"{key}: {name}", found=shown(number)))
            exactly = Fraction(0)
        found[name] = exactly
    if high is None and not sum(found.values()):
        section.wrong(say("plan.no_points", key=key))
    return found


def _letters(
    table: dict[str, Any], file: str, problems: Problems
) -> tuple[tuple[str, Fraction], ...]:
    found: list[tuple[str, Fraction]] = []
    for letter, value in table.items():
        bound = as_fraction(value)
        if bound is None or bound < 0:
            problems.add(file, say("plan.letter", letter=letter, found=shown(value)))
            continue
        if found and bound >= found[-1][1]:
            above, limit = found[-1]
            own = {"letter": letter, "bound": show(bound, 10)}
            problems.add(file, say("plan.not_below", above=above, limit=show(limit, 10), **own))
        found.append((letter, bound))
    if found and found[-1][1] != 0:
        letter, bound = found[-1]
        problems.add(file, say("plan.last_letter", letter=letter, bound=show(bound, 10)))
    return tuple(found)
