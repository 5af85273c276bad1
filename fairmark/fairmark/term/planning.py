"""From the text of a plan to a plan without contradictions, or a sentence for each of them."""

import tomllib
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from fairmark.term.clock import Clock, Moment, NoMoment
from fairmark.term.numbers import show
from fairmark.term.plan import NAME, RESERVED, Late, Part, Plan, Rubric
from fairmark.term.sections import Section, as_fraction, shown
from fairmark.term.wrong import CannotReckon, Problems, did_you_mean

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
        raise CannotReckon(f"{name}: is not UTF-8 ({error.reason}); save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise CannotReckon(
            f"{name}: cannot be read ({error}); texts stand in quotation marks, one key a line"
        ) from error


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
            problems.add(file, f"has no section {key}{did_you_mean(key, known)}")
    term = Section(file, "term", _table(table, "term", file, problems), problems)
    name = term.text("name", "which stands on every page")
    clock = _clock(term)
    as_of = _as_of(term, clock)
    decimals = term.whole("decimals", 1, 0, 4, "decimals is {}; write a whole number from 0 to 4")
    most = term.number("most", 100, 100, None, "most must be 100 or more")
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
        problems.add(file, f"{key} is {shown(value)}; write a section [{key}]")
        return {}
    return value


def _clock(term: Section) -> Clock | None:
    zone = term.text("zone", "the clock of all times without an offset")
    known = available_timezones()
    if zone and zone not in known:
        way = (
            did_you_mean(zone, known) if known else "; install time zones with: pip install tzdata"
        )
        term.problems.add(term.file, f"{zone} is no time zone{way}")
    return Clock(ZoneInfo(zone)) if zone in known else None


def _as_of(term: Section, clock: Clock | None) -> Moment | None:
    text = term.text("as_of", "the moment up to which a set that is not there counts as missing")
    if not text or clock is None:
        return None
    try:
        return clock.deadline(text)
    except NoMoment as error:
        term.problems.add(term.file, f"as_of: {error}")
        return None


def _late(file: str, name: str, table: dict[str, Any], problems: Problems) -> Late:
    section = Section(file, name, table, problems)
    per = section.choice("per", ("day", "hour"))
    rule = Late(
        grace=section.span("grace"),
        take=section.number("take", 0, 0, 100, "a part of 100 is meant"),
        floor=section.number("floor", 0, 0, 100, "a part of 100 is meant"),
        of=section.choice("of", ("possible", "earned")),
        per=per,
        count=section.choice("count", ("started", "whole")),
        closed_after=section.whole(
            "closed_after", None, 1, None, f"closed_after must be a whole number of {per}s"
        ),
    )
    section.done()
    return rule


def _parts(value: Any, general: Late | None, file: str, problems: Problems) -> tuple[Part, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(v, dict) for v in value):
        problems.add(file, "needs at least one [[part]], in double brackets")
        return ()
    return tuple(_part(table, at, general, file, problems) for at, table in enumerate(value, 1))


def _part(
    table: dict[str, Any], at: int, general: Late | None, file: str, problems: Problems
) -> Part:
    own = table.get("name")
    section = Section(file, f"part {own if isinstance(own, str) else at}", table, problems)
    bonus = section.yes("bonus")
    weight = section.number("weight", None, 0, None, "write a number from 0")
    misspelt = did_you_mean("weight", [key for key in table if key not in PART_KEYS])
    if "weight" not in table and not misspelt:
        problems.add(file, f"[{section.name}] needs weight, per cent of the grade")
    cap = section.number("cap", 100, 0, None, "it is in per cent, 100 or more")
    if cap < 100:
        small = f"it is in per cent: {show(cap * 100)}" if 1 <= cap < 10 else "write 100 or more"
        section.wrong(f"cap is {show(cap, 10)}; {small}")
    part = Part(
        name=section.text("name"),
        weight=weight,
        items=section.texts("items", needed=True),
        combine=section.choice("combine", ("mean", "points")),
        drop=section.whole("drop", 0, 0, None, "drop is {}; write a whole number from 0"),
        never_drop=section.texts("never_drop", needed=False),
        missing=section.number("missing", 0, 0, 100, "per cent from 0 to 100"),
        cap=cap,
        need=section.number("need", None, 0, 100, "per cent from 0 to 100"),
        bonus=bonus,
        late=_part_late(section, general),
    )
    if bonus and part.need is not None:
        section.wrong("a bonus part cannot have a need")
    for each in part.never_drop:
        if each not in part.items:
            section.wrong(f"never_drop names {each}, which is not an item of {part.name}")
    section.done()
    return part


def _part_late(section: Section, general: Late | None) -> Late | None:
    value = section.get("late")
    if value is None:
        return general
    if isinstance(value, dict):
        return _late(section.file, f"{section.name} late", value, section.problems)
    if value is not False:
        section.wrong(f"late is {shown(value)}; write false, or a section [part.late]")
    return None


def _across(parts: tuple[Part, ...], file: str, problems: Problems) -> None:
    """Note what contradicts between parts."""
    where: dict[str, str] = {}
    names: set[str] = set()
    for part in parts:
        if part.name in names:
            problems.add(file, f"two parts are called {part.name}")
        names.add(part.name)
        for item in part.items:
            if item in where:
                problems.add(file, f"{item} is in two parts, {where[item]} and {part.name}")
            if item in RESERVED:
                problems.add(file, f"an item cannot be called {item}; adjust.csv means the grade")
            where[item] = part.name
    whole = sum((part.weight or 0 for part in parts if not part.bonus), Fraction(0))
    known = all(part.weight is not None for part in parts)
    if parts and known and whole != 100:
        problems.add(
            file,
            f"the weights sum to {show(whole, 10)}; they must sum to 100 (bonus parts not counted)",
        )


def _rubrics(
    table: dict[str, Any], items: list[str], file: str, problems: Problems
) -> dict[str, Rubric]:
    found = {}
    for item, value in table.items():
        if item not in items:
            problems.add(
                file, f"[rubric.{item}] is for no item of a part{did_you_mean(item, items)}"
            )
        if not isinstance(value, dict):
            problems.add(file, f"rubric.{item} is {shown(value)}; write a section [rubric.{item}]")
            continue
        section = Section(file, f"rubric.{item}", value, problems)
        levels, criteria = _numbers(section, "levels", 100), _numbers(section, "criteria", None)
        shares = list(levels.values())
        if shares != sorted(shares, reverse=True):
            section.wrong("levels must fall, the best first")
        words = section.get("words") or {}
        if not isinstance(words, dict) or not all(isinstance(w, str) for w in words.values()):
            section.wrong('words is a table of texts, such as { full = "each claim has a source" }')
            words = {}
        for word in words:
            if word not in levels and word not in criteria:
                near = did_you_mean(word, [*levels, *criteria])
                section.wrong(f"words explains {word}, which is no level and no criterion{near}")
        section.done()
        found[item] = Rubric(item, levels, criteria, words)
    return found


def _numbers(section: Section, key: str, high: int | None) -> dict[str, Fraction]:
    value = section.get(key)
    if not isinstance(value, dict) or not value:
        section.wrong(f"needs {key}, a table such as {{ full = 100, none = 0 }}")
        return {}
    found = {}
    for name, number in value.items():
        exactly = as_fraction(number)
        if exactly is None or exactly < 0 or (high is not None and exactly > high):
            limit = f" to {high}" if high is not None else ""
            section.wrong(f"{key}: {name} is {shown(number)}; write a number from 0{limit}")
            exactly = Fraction(0)
        found[name] = exactly
    if high is None and not sum(found.values()):
        section.wrong(f"{key} have no points")
    return found


def _letters(
    table: dict[str, Any], file: str, problems: Problems
) -> tuple[tuple[str, Fraction], ...]:
    found: list[tuple[str, Fraction]] = []
    for letter, value in table.items():
        bound = as_fraction(value)
        if bound is None or bound < 0:
            problems.add(file, f"in [letters] {letter} is {shown(value)}; write a number from 0")
            continue
        if found and bound >= found[-1][1]:
            above, limit = found[-1]
            problems.add(
                file,
                f"in [letters] {letter} ({show(bound, 10)}) is not below "
                f"{above} ({show(limit, 10)})",
            )
        found.append((letter, bound))
    if found and found[-1][1] != 0:
        problems.add(
            file,
            f"in [letters] the last one, {found[-1][0]}, is "
            f"{show(found[-1][1], 10)}; it must be 0, or some would have no letter",
        )
    return tuple(found)
