"""How well somebody knows what they know: ranges and probabilities against what was right.

Ranges are meant to hold the right value eight times in ten. With few of them only a large
deviation means anything, so every count comes with what chance alone would give.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from alignment.methods import _inputs
from alignment.methods._inputs import BadNumbers

LEVEL = 0.8
FEWEST = 10  # below this number of ranges there is no verdict


@dataclass(frozen=True)
class Coverage:
    """How many ranges held the right value, and how many were to be expected.

    Parameters
    ----------
    inside, of : int
        Ranges that held the right value, and all.
    low, high : int
        5th and 95th percentile of the number inside if each range held it with `level`.
    tail : float
        Probability of that many or fewer.
    share_low, share_high : float
        90 per cent interval of the true coverage (Clopper & Pearson 1934).
    level : float
        Share that the ranges are meant to hold.
    """

    inside: int
    of: int
    low: int
    high: int
    tail: float
    share_low: float
    share_high: float
    level: float

    @property
    def share(self) -> float:
        """Share of the ranges that held the right value, 0 to 1."""
        return self.inside / self.of

    @property
    def verdict(self) -> str:
        """One of "none" (too few ranges), "too narrow", "compatible", "wider than needed"."""
        if self.of < FEWEST:
            return "none"
        if self.inside < self.low:
            return "too narrow"
        return "wider than needed" if self.inside > self.high else "compatible"


def coverage(inside: int, of: int, level: float = LEVEL) -> Coverage:
    """Compare the number of ranges that held the right value with the binomial distribution.

    Parameters
    ----------
    inside, of : int
        Ranges that held it, and all; at least one.
    level : float
        Share that the ranges are meant to hold, 0 to 1.

    Returns
    -------
    Coverage
        With its bounds, its tail and its interval.

    Raises
    ------
    BadNumbers
        If there is no range, or more are inside than there are.
    """
    if of < 1 or not 0 <= inside <= of:
        raise BadNumbers(
            f"Found {inside} ranges inside of {of}; expected 0 to all, and at least 1."
        )
    from scipy import stats  # a second to import; a lesson's first figure does not wait for it

    number = stats.binom(of, level)
    interval = stats.binomtest(inside, of).proportion_ci(0.9, method="exact")
    ends = int(number.ppf(0.05)), int(number.ppf(0.95))
    tail = float(number.cdf(inside))
    return Coverage(inside, of, *ends, tail, float(interval.low), float(interval.high), level)


def interval_score(low, high, value, *, level: float = LEVEL) -> np.ndarray:
    """Score ranges: their width, plus a penalty for each miss; smaller is better.

    Parameters
    ----------
    low, high, value : array_like, shape (ranges,)
        Ends of the ranges and the right values, in one unit. On a log scale give logarithms.
    level : float
        Share that the ranges are meant to hold.

    Returns
    -------
    numpy.ndarray, shape (ranges,)
        ``(u - l) + 2/a max(0, l - x) + 2/a max(0, x - u)`` with a = 1 - level (Winkler 1972;
        Gneiting & Raftery 2007); for 80 per cent the factor is 10.
    """
    low = _inputs.vector(low, "the low ends")
    high = _inputs.vector(high, "the high ends")
    value = _inputs.vector(value, "the right values")
    if (low > high).any():
        raise BadNumbers("The low end of a range lies above its high end.")
    factor = 2 / (1 - level)
    return (high - low) + factor * (np.maximum(0, low - value) + np.maximum(0, value - high))


def widening(share: float, level: float = LEVEL) -> float:
    """Factor by which ranges must be widened to hold `level` of the values.

    Parameters
    ----------
    share : float
        What they hold now, above 0 and below 1.
    level : float
        What they are meant to hold.

    Returns
    -------
    float
        Ratio of the two half-widths of a normal distribution; 1.90 for 50 per cent.
    """
    if not 0 < share < 1:
        raise BadNumbers(f"A share of {share:g} gives no factor; it must lie between 0 and 1.")
    from scipy import stats

    return float(stats.norm.ppf((1 + level) / 2) / stats.norm.ppf((1 + share) / 2))


def kendall(order: Sequence, values: dict, *, least: float = 0) -> tuple[int, int]:
    """Count the pairs of an order that stand the wrong way round.

    Parameters
    ----------
    order : sequence
        Names, the largest value first.
    values : dict
        The right values by name.
    least : float
        Pairs whose values differ by less are left out.

    Returns
    -------
    tuple of int
        Wrong pairs, and pairs that count (Kendall 1938).
    """
    pairs = [(a, b) for a, b in combinations(order, 2) if abs(values[a] - values[b]) >= least]
    return sum(values[a] < values[b] for a, b in pairs), len(pairs)


@dataclass(frozen=True)
class Rightness:
    """How often somebody was right, against how sure they said they were.

    Parameters
    ----------
    right, of : int
        Right answers, and all.
    expected : float
        Sum of the stated probabilities.
    at_most, at_least : float
        Probability of that many right answers or fewer, and of that many or more.
    """

    right: int
    of: int
    expected: float
    at_most: float
    at_least: float


def rightness(sure, right) -> Rightness:
    """Compare the number of right answers with the stated probabilities, exactly.

    Parameters
    ----------
    sure : array_like, shape (answers,)
        Stated probability that each answer is right, 0 to 1.
    right : array_like, shape (answers,)
        1 if it was right, 0 if not.

    Returns
    -------
    Rightness
        With the tails of the Poisson-binomial distribution, added up term by term.
    """
    sure = _inputs.vector(sure, "the probabilities", low=0, high=1)
    right = _inputs.vector(right, "the outcomes", low=0, high=1)
    _inputs.same_length(sure, right, "Probabilities and outcomes")
    chances = np.ones(1)
    for p in sure:
        chances = np.convolve(chances, (1 - p, p))
    count = int(right.sum())
    at_most, at_least = chances[: count + 1].sum(), chances[count:].sum()
    return Rightness(count, len(sure), float(sure.sum()), float(at_most), float(at_least))


def share_interval(inside, groups, *, draws: int = 10_000, seed: int = 10) -> tuple[float, float]:
    """Range of the coverage if whole groups of ranges had been drawn again.

    Ranges of one lesson are not independent, so lessons are resampled, not ranges.

    Parameters
    ----------
    inside : array_like, shape (ranges,)
        1 where the range held the right value.
    groups : sequence, length ranges
        The lesson of each.
    draws, seed : int
        Resamples, and the seed of the draws.

    Returns
    -------
    tuple of float
        5th and 95th percentile of the share.
    """
    inside = _inputs.vector(inside, "the ranges", low=0, high=1)
    names, place = np.unique(np.asarray(groups), return_inverse=True)
    held = np.bincount(place, weights=inside)
    count = np.bincount(place)
    picks = np.random.default_rng(seed).integers(0, len(names), (draws, len(names)))
    shares = held[picks].sum(axis=1) / count[picks].sum(axis=1)
    low, high = np.quantile(shares, [0.05, 0.95])
    return float(low), float(high)
