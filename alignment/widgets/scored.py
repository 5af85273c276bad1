"""A student's locked guesses beside the right values: one row per range, choice and order."""

import math
from dataclasses import dataclass

from alignment.charts.verdict import last_value, wrong_pairs
from alignment.methods import calibration as c
from alignment.records.guesses import Guess, load_guesses, load_seen
from alignment.tables.predictions import Prediction, predictions

OWN = "p10-4"  # the question about oneself: never in its own count
LEAST = 2  # pairs of an order that differ by less are left out
YARDSTICK = (0.1, 0.9)  # the range that covers the middle of every scale


@dataclass(frozen=True)
class Range:
    """A locked range and where the right value lies.

    Parameters
    ----------
    asked : Prediction
        The question.
    guess : Guess
        The answer.
    value : float
        The right value.
    place : float
        Where it lies in the range: 0 at the low end, 1 at the high end, outside below or above.
    score, yardstick : float
        Interval score of the range, and of the range from 10 to 90 per cent of the scale, both in
        widths of the scale; smaller is better.
    """

    asked: Prediction
    guess: Guess
    value: float
    place: float
    score: float
    yardstick: float

    @property
    def inside(self) -> bool:
        """Whether the range holds the right value; its ends count."""
        return self.guess.low <= self.value <= self.guess.high


@dataclass(frozen=True)
class Choice:
    """A choice or an order, how sure it was, and whether it was right."""

    asked: Prediction
    guess: Guess
    right: bool

    @property
    def chance(self) -> float:
        """Probability of being right by chance alone."""
        number = len(self.asked.names)
        return 1 / number if self.asked.kind == "choice" else 1 / math.factorial(number)


@dataclass(frozen=True)
class Scored:
    """All of a student's guesses that count, and what does not.

    Parameters
    ----------
    ranges, choices : tuple
        What counts, in the order of the course.
    after, open : tuple of str
        Guesses made after the result was seen, and predictions without a guess.
    """

    ranges: tuple[Range, ...]
    choices: tuple[Choice, ...]
    after: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def inside(self) -> int:
        """Number of ranges that hold the right value."""
        return sum(each.inside for each in self.ranges)


def scored() -> Scored:
    """Score the locked guesses of the student's folder.

    Raises
    ------
    BrokenRecord
        If the file of guesses cannot be read.
    """
    locked, every = load_guesses(), predictions()
    mine = {name: guess for name, guess in locked.items() if name in every and name != OWN}
    counted = {name: guess for name, guess in mine.items() if not guess.after}
    ranges = [
        _range(asked, counted[name])
        for name, asked in every.items()
        if name in counted and counted[name].low is not None
    ]
    choices = [
        Choice(asked, counted[name], _is_right(asked, counted[name]))
        for name, asked in every.items()
        if name in counted and counted[name].names
    ]
    missing = tuple(name for name in every if name not in locked and name != OWN)
    after = tuple(name for name, guess in mine.items() if guess.after)
    return Scored(tuple(ranges), tuple(choices), after, missing)


def seen_only() -> tuple[str, ...]:
    """Name the predictions whose result was looked at and for which nothing is locked."""
    locked = load_guesses()
    return tuple(name for name in load_seen() if name not in locked)


def _range(asked: Prediction, guess: Guess) -> Range:
    value = last_value(asked)
    numbers = [guess.low, guess.high, value, asked.low, asked.high]
    if asked.log:
        numbers = [math.log(max(number, asked.low)) for number in numbers]
    low, high, right, start, end = numbers
    width = end - start
    place = (right - low) / (high - low) if high > low else _side(right - low)
    yard = [start + part * width for part in YARDSTICK]
    own, other = c.interval_score([low, yard[0]], [high, yard[1]], [right, right]) / width
    return Range(asked, guess, value, place, float(own), float(other))


def _side(distance: float) -> float:
    """Place of a value where the range is a single point: in it, below or above."""
    return 0.5 if distance == 0 else math.copysign(math.inf, distance)


def _is_right(asked: Prediction, guess: Guess) -> bool:
    if asked.kind == "choice":
        return guess.names[0] == asked.right
    return wrong_pairs(asked, guess, LEAST)[0] == 0
