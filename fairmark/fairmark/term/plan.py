"""The plan of a term: what counts how much, what late means, where the letters begin."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from fairmark.term.clock import Clock, Moment

NAME = "grades.toml"
TOTAL, EVERY = "total", "*"
RESERVED = (TOTAL, EVERY)


@dataclass(frozen=True)
class Late:
    """What lateness costs.

    Parameters
    ----------
    grace : int
        Seconds within which nothing counts.
    take, floor : Fraction
        Per cent taken for each unit, and per cent of the possible below which nothing is taken.
    of, per, count : str
        "possible" or "earned", "day" or "hour", "started" or "whole".
    closed_after : int, optional
        Units after which nothing is left.
    """

    grace: int = 0
    take: Fraction = Fraction(0)
    floor: Fraction = Fraction(0)
    of: str = "possible"
    per: str = "day"
    count: str = "started"
    closed_after: int | None = None


@dataclass(frozen=True)
class Part:
    """A part of the grade.

    Parameters
    ----------
    name : str
        On every page.
    weight : Fraction
        Per cent of the grade.
    items : tuple of str
        Sets and other things that have points.
    combine : str
        "mean" of the items' shares, or "points" over points.
    drop : int
        How many items may go.
    never_drop : tuple of str
        Items that stay.
    missing, cap : Fraction
        Per cent that a missing item is worth, and that an item can reach.
    need : Fraction, optional
        Per cent below which the letter is the last one.
    bonus : bool
        Whether the part only adds.
    late : Late, optional
        The rule for its items; None for none.
    """

    name: str
    weight: Fraction
    items: tuple[str, ...]
    combine: str = "mean"
    drop: int = 0
    never_drop: tuple[str, ...] = ()
    missing: Fraction = Fraction(0)
    cap: Fraction = Fraction(100)
    need: Fraction | None = None
    bonus: bool = False
    late: Late | None = None


@dataclass(frozen=True)
class Rubric:
    """How an item is marked by people: points per criterion, per cent per level.

    Parameters
    ----------
    item : str
        Of the plan.
    levels : dict of str to Fraction
        From the best down, per cent of a criterion's points.
    criteria : dict of str to Fraction
        Points.
    words : dict of str to str
        What a level or a criterion means.
    """

    item: str
    levels: Mapping[str, Fraction]
    criteria: Mapping[str, Fraction]
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def possible(self) -> Fraction:
        """Points of the whole item."""
        return sum(self.criteria.values(), Fraction(0))


@dataclass(frozen=True)
class Plan:
    """A plan that was checked.

    Parameters
    ----------
    name : str
        Of the term.
    clock : Clock
        Of the term's zone.
    as_of : Moment
        What was due before and is not there is missing.
    decimals : int
        Of the final number.
    most : Fraction
        Highest final number.
    parts : tuple of Part
        In order.
    letters : tuple of (str, Fraction)
        From the highest bound to 0; perhaps none.
    rubrics : dict of str to Rubric
        By item.
    """

    name: str
    clock: Clock
    as_of: Moment
    decimals: int
    most: Fraction
    parts: tuple[Part, ...]
    letters: tuple[tuple[str, Fraction], ...]
    rubrics: Mapping[str, Rubric]

    @property
    def items(self) -> tuple[str, ...]:
        """Every item, in the order of the plan."""
        return tuple(item for part in self.parts for item in part.items)

    def part_of(self, item: str) -> Part:
        """Return the part that holds an item."""
        return next(part for part in self.parts if item in part.items)
