"""Marks that people give by a rubric: a sheet per marker, two markers, and how far they agree."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from fairmark.messages import say
from fairmark.term.people import People, Person
from fairmark.term.plain_tables import Read, written
from fairmark.term.plan import Plan, Rubric
from fairmark.term.wrong import Problems, did_you_mean, shown_word

COLUMNS = ("student", "set", "criterion", "level", "marker", "comment")
NEEDED = COLUMNS[:5]
AGREED = "agreed"
ENOUGH = 20  # double marks from which a kappa says something


@dataclass(frozen=True)
class Mark:
    """One level that one marker gave for one criterion.

    Parameters
    ----------
    criterion, level, marker, comment, where : str
        As in the sheet, and its file and line.
    """

    criterion: str
    level: str
    marker: str
    comment: str
    where: str


Marks = Mapping[tuple[str, str], tuple[Mark, ...]]


@dataclass(frozen=True)
class Criterion:
    """What the marks of one criterion come to.

    Parameters
    ----------
    name : str
        Of the criterion.
    points : Fraction, optional
        None while the markers have not settled it.
    words : str
        How the points came about, or why there are none.
    comments : tuple of str
        What markers wrote.
    """

    name: str
    points: Fraction | None
    words: str
    comments: tuple[str, ...] = ()


def read_marks(
    reads: Iterable[Read], plan: Plan, people: People, problems: Problems
) -> dict[tuple[str, str], tuple[Mark, ...]]:
    """Read the sheets of all markers; a row without a level is not marked yet.

    Parameters
    ----------
    reads : iterable of Read
        The sheets.
    plan : Plan
        With the rubrics.
    people : People
        Whoever is marked is among them afterwards.
    problems : Problems
        Takes every sentence.

    Returns
    -------
    dict
        Marks by person and item, in an order that the files' order does not change.
    """
    found: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    seen: dict[tuple[str, ...], str] = {}
    for row in (row for read in reads for row in read.rows):
        person = people.take(row["student"], row.where, problems)
        rubric = plan.rubrics.get(row["set"])
        if rubric is None:
            said = say("rubric.none", item=shown_word(row["set"]))
            problems.add(row.where, did_you_mean(said, row["set"], plan.rubrics))
        if person is None or rubric is None or not row["level"]:
            continue
        if row["criterion"] not in rubric.criteria:
            said = say("rubric.no_criterion", item=rubric.item, criterion=row["criterion"])
            problems.add(row.where, did_you_mean(said, row["criterion"], rubric.criteria))
        elif row["level"] not in rubric.levels:
            said = say("rubric.no_level", level=row["level"], levels=", ".join(rubric.levels))
            problems.add(row.where, did_you_mean(said, row["level"], rubric.levels))
        elif not row["marker"]:
            problems.add(row.where, say("rubric.no_marker"))
        else:
            marker = AGREED if row["marker"].casefold() == AGREED else row["marker"]
            key = (person.id, rubric.item, row["criterion"], marker)
            if key in seen:
                mark = {"marker": marker, "criterion": row["criterion"], "student": person.id}
                problems.add(row.where, say("rubric.twice", where=seen[key], **mark))
            seen[key] = row.where
            found[person.id, rubric.item].append(
                Mark(row["criterion"], row["level"], marker, row["comment"], row.where)
            )
    return {key: tuple(marks) for key, marks in found.items()}


def settle(rubric: Rubric, marks: Iterable[Mark]) -> list[Criterion]:
    """Bring the marks of one person to points, criterion by criterion.

    Parameters
    ----------
    rubric : Rubric
        Of the item.
    marks : iterable of Mark
        Of all markers.

    Returns
    -------
    list of Criterion
        In the order of the plan. One marker: that level. Several: the mean of the points if they
        are at most one level apart, else open until a row of marker "agreed" stands there.
    """
    ranks = {level: rank for rank, level in enumerate(rubric.levels)}
    results = []
    for name, possible in rubric.criteria.items():
        mine = sorted((m for m in marks if m.criterion == name), key=lambda m: m.marker)
        agreed = [mark for mark in mine if mark.marker == AGREED]
        counted = agreed or mine
        said = ", ".join(f"{mark.marker} {mark.level}" for mark in mine)
        comments = tuple(mark.comment for mark in mine if mark.comment)
        if not counted:
            results.append(Criterion(name, None, say("rubric.not_marked")))
            continue
        apart = [ranks[mark.level] for mark in counted]
        if max(apart) - min(apart) > 1:
            words = say("rubric.apart", said=said, agreed=AGREED)
            results.append(Criterion(name, None, words, comments))
            continue
        shares = [rubric.levels[mark.level] for mark in counted]
        points = sum(shares, Fraction(0)) / len(shares) * possible / 100
        results.append(Criterion(name, points, said, comments))
    return results


def sheet(rubric: Rubric, people: Iterable[Person], marker: str) -> str:
    """Write an empty sheet for one marker: a row per person and criterion."""
    rows = [
        [person.id, rubric.item, criterion, "", marker, ""]
        for person in people
        if not person.left
        for criterion in rubric.criteria
    ]
    return written([COLUMNS, *rows])


@dataclass(frozen=True)
class Agreement:
    """How far two markers agree on one item.

    Parameters
    ----------
    item, first, second : str
        What, and whose marks.
    pairs : tuple of (str, str, str, str)
        Person, criterion, and the two levels.
    exact, adjacent : int
        Pairs of the same level, and of neighbouring ones.
    severity : Fraction
        Mean difference, first minus second, in per cent of a criterion.
    kappa : Fraction, optional
        Quadratic weighted; from 20 pairs on, and where the marks differ at all.
    """

    item: str
    first: str
    second: str
    pairs: tuple[tuple[str, str, str, str], ...]
    exact: int
    adjacent: int
    severity: Fraction
    kappa: Fraction | None


def agreements(plan: Plan, marks: Marks) -> list[Agreement]:
    """Compare every two markers of every rubric, before anything was agreed."""
    found: dict[tuple[str, str, str], list[tuple[str, str, str, str]]] = defaultdict(list)
    for (student, item), mine in sorted(marks.items()):
        by_criterion: dict[str, dict[str, str]] = defaultdict(dict)
        for mark in mine:
            if mark.marker != AGREED:
                by_criterion[mark.criterion][mark.marker] = mark.level
        for criterion in plan.rubrics[item].criteria:
            levels = by_criterion[criterion]
            names = sorted(levels)
            for at, first in enumerate(names):
                for second in names[at + 1 :]:
                    pair = (student, criterion, levels[first], levels[second])
                    found[item, first, second].append(pair)
    return [_agreement(plan.rubrics[key[0]], key, pairs) for key, pairs in sorted(found.items())]


def _agreement(rubric: Rubric, key: tuple[str, str, str], pairs: list) -> Agreement:
    ranks = {level: rank for rank, level in enumerate(rubric.levels)}
    apart = [abs(ranks[a] - ranks[b]) for _, _, a, b in pairs]
    severity = sum((rubric.levels[a] - rubric.levels[b] for _, _, a, b in pairs), Fraction(0))
    return Agreement(
        *key,
        tuple(pairs),
        exact=apart.count(0),
        adjacent=apart.count(1),
        severity=severity / len(pairs),
        kappa=_kappa([(ranks[a], ranks[b]) for _, _, a, b in pairs]),
    )


def _kappa(pairs: list[tuple[int, int]]) -> Fraction | None:
    """Return Cohen's kappa with quadratic weights (Cohen 1968); None where it says nothing."""
    if len(pairs) < ENOUGH:
        return None
    seen = sum((a - b) ** 2 for a, b in pairs)
    chance = sum((a - b) ** 2 for a, _ in pairs for _, b in pairs)
    return None if chance == 0 else 1 - Fraction(seen * len(pairs), chance)
