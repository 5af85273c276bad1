"""Counting: shares, growth, concentration, agreement between two voters, rates of events.

Each answers "how much?"; which denominator is the right one stays the reader's decision.
"""

import math

import numpy as np

from alignment import votes
from alignment.methods import _inputs
from alignment.methods._inputs import BadNumbers


def share(part: float, whole: float) -> float:
    """Divide a part by its whole.

    Parameters
    ----------
    part, whole : float
        Amounts in one unit.

    Returns
    -------
    float
        A share: 1 is all of it, and a part above its whole gives more than 1.

    Raises
    ------
    BadNumbers
        If the whole is not above 0.
    """
    if whole <= 0:
        raise BadNumbers(f"The whole is {whole:g}; a share needs a whole above 0.")
    return part / whole


def growth(levels) -> np.ndarray:
    """Growth from each level to the next.

    Parameters
    ----------
    levels : array_like, shape (n,)
        Levels in order of time, all above 0.

    Returns
    -------
    ndarray, shape (n - 1,)
        ``later / earlier - 1`` as a fraction.
    """
    x = _inputs.vector(levels, "the levels", low=1e-300)
    return x[1:] / x[:-1] - 1


def cagr(first: float, last: float, years: float) -> float:
    """Constant yearly growth that leads from the first level to the last.

    Parameters
    ----------
    first, last : float
        Levels, above 0.
    years : float
        Years of growth between them: one less than the number of yearly levels.

    Returns
    -------
    float
        ``(last / first) ** (1 / years) - 1`` as a fraction.
    """
    if first <= 0 or last <= 0 or years <= 0:
        raise BadNumbers("Compound growth needs two levels and a time span above 0.")
    return (last / first) ** (1 / years) - 1


def hhi(shares) -> float:
    """Concentration: the sum of squared shares in per cent, 10,000 for one holder.

    Parameters
    ----------
    shares : array_like, shape (n,)
        Shares in per cent, sum 100 (within 1).

    Returns
    -------
    float
        Herfindahl-Hirschman index (Hirschman 1964).
    """
    s = _inputs.vector(shares, "the shares", low=0, high=100)
    if abs(s.sum() - 100) > 1:
        raise BadNumbers(f"The shares sum to {s.sum():g} per cent; give all of them, sum 100.")
    return float((s**2).sum())


def strict_agreement(first, second) -> float:
    """Share of votes on which both voted the same.

    Parameters
    ----------
    first, second : sequence of {"Y", "A", "N"}, length n
        Votes of two voters on the same texts.

    Returns
    -------
    float
        Share of identical votes, 0 to 1.
    """
    return float(votes.strict(_counts(first, second))[1])


def half_credit_agreement(first, second) -> float:
    """Agreement in which an abstention beside a yes or a no counts half.

    Parameters
    ----------
    first, second : sequence of {"Y", "A", "N"}, length n
        Votes of two voters on the same texts.

    Returns
    -------
    float
        Index of agreement (Lijphart 1963), 0 to 1.
    """
    return float(votes.half_credit(_counts(first, second))[1])


def agreement_without_abstentions(first, second) -> float:
    """Share of identical votes among the texts on which neither abstained.

    Parameters
    ----------
    first, second : sequence of {"Y", "A", "N"}, length n
        Votes of two voters on the same texts.

    Returns
    -------
    float
        Share from 0 to 1; NaN if no such text exists.
    """
    return float(votes.no_abstentions(_counts(first, second))[1])


def s_score(first, second) -> float:
    """Similarity of two voting records from -1 (opposed) to 1 (the same).

    Parameters
    ----------
    first, second : sequence of {"Y", "A", "N"}, length n
        Votes of two voters on the same texts.

    Returns
    -------
    float
        ``1 - 2 sum|d| / sum d_max`` (Signorino and Ritter 1999).
    """
    return 2 * half_credit_agreement(first, second) - 1


def kappa(first, second) -> float:
    """Agreement beyond what the two voters' habits alone would give.

    Parameters
    ----------
    first, second : sequence of {"Y", "A", "N"}, length n
        Votes of two voters on the same texts.

    Returns
    -------
    float
        ``(observed - expected) / (1 - expected)`` (Cohen 1960); NaN if both always
        voted the same single way.
    """
    return float(votes.kappa(_counts(first, second))[1])


def rate_ratio(
    count1: int, time1: float, count2: int, time2: float, level: float = 0.95
) -> tuple[float, float, float]:
    """How many times more often events occurred in one period than in another.

    Parameters
    ----------
    count1, count2 : int
        Events in each period; the second above 0.
    time1, time2 : float
        Length of each period, in the same unit.
    level : float
        Confidence level of the interval.

    Returns
    -------
    tuple of float
        Ratio of the rates and its exact interval: given the total, the first count is
        binomial (Przyborowski and Wilenski 1940; limits after Clopper and Pearson 1934).
    """
    if min(count1, count2) < 0 or count2 == 0 or min(time1, time2) <= 0:
        raise BadNumbers("A rate ratio needs counts of 0 or more, the second above 0, and time.")
    tail = (1 - level) / 2
    total = count1 + count2
    low = _chance_at(tail, count1, total) if count1 else 0.0
    high = _chance_at(1 - tail, count1 + 1, total)
    ratio = (count1 / time1) / (count2 / time2)
    return ratio, *(float(p / (1 - p) * time2 / time1) for p in (low, high))


def _chance_at(tail: float, least: int, total: int) -> float:
    """Find the chance at which `total` tries succeed `least` times or more with chance `tail`.

    That is a quantile of the beta distribution (`scipy.stats.beta.ppf(tail, least, total - least
    + 1)`). Lessons run in a browser too, where scipy would be a third of everything loaded.
    """
    hits = np.arange(least, total + 1)
    ways = np.array(
        [math.lgamma(total + 1) - math.lgamma(k + 1) - math.lgamma(total - k + 1) for k in hits]
    )

    def at_least(chance: float) -> float:
        terms = ways + hits * math.log(chance) + (total - hits) * math.log1p(-chance)
        return float(np.exp(terms).sum())

    low, high = 0.0, 1.0
    while (middle := (low + high) / 2) not in (low, high):
        low, high = (middle, high) if at_least(middle) < tail else (low, middle)
    return high


def _counts(first, second) -> np.ndarray:
    """Count what one voter cast by what the other did: 3 x 3, in the order of `votes.CAST`."""
    first, second = list(first), list(second)
    strange = [v for v in first + second if v not in votes.CAST]
    if strange:
        raise BadNumbers(f"Found the vote {strange[0]!r}; votes are Y, A or N (drop absences).")
    if len(first) != len(second) or not first:
        raise BadNumbers(f"Found {len(first)} and {len(second)} votes; give equally many pairs.")
    counts = np.zeros((3, 3), dtype=int)
    places = [[votes.CAST.index(v) for v in side] for side in (first, second)]
    np.add.at(counts, tuple(places), 1)
    return counts
