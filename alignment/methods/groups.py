"""Several people, one question: summaries, agreement, and what must not be averaged away.

Convergence is not accuracy: these numbers say how alike the answers are, not how right.
"""

from dataclasses import dataclass

import numpy as np

from alignment.methods import _inputs
from alignment.methods._inputs import BadNumbers


@dataclass(frozen=True)
class Round:
    """One round of estimates in four numbers.

    Parameters
    ----------
    mean, median : float
        Centre of the estimates; the median ignores how extreme the extremes are.
    iqr : float
        Distance between the quartiles.
    sd : float
        Standard deviation of the sample (n - 1).
    """

    mean: float
    median: float
    iqr: float
    sd: float


def delphi_round(estimates) -> Round:
    """Summarise one Delphi round.

    Parameters
    ----------
    estimates : array_like, shape (panellists,)
        One number per panellist, at least two.

    Returns
    -------
    Round
        Mean, median, interquartile range and standard deviation (Dalkey and Helmer 1963).
    """
    x = _inputs.vector(estimates, "the estimates")
    if len(x) < 2:
        raise BadNumbers("There is one estimate; a round needs at least two.")
    low, high = np.percentile(x, [25, 75])
    return Round(float(x.mean()), float(np.median(x)), float(high - low), float(x.std(ddof=1)))


def moved(before, after) -> np.ndarray:
    """How far each panellist moved towards the first round's median.

    Parameters
    ----------
    before, after : array_like, shape (panellists,)
        Estimates of the same people in two rounds.

    Returns
    -------
    ndarray, shape (panellists,)
        Points nearer to the first median; negative for a person who moved away.
    """
    x, y = _inputs.vector(before, "round one"), _inputs.vector(after, "round two")
    _inputs.same_length(x, y, "The two rounds")
    centre = np.median(x)
    return np.abs(x - centre) - np.abs(y - centre)


def kendalls_w(ranks) -> float:
    """Agreement of several rankings from 0 (none) to 1 (the same ranking).

    Parameters
    ----------
    ranks : array_like, shape (judges, items)
        Rank each judge gave each item; tied items share a mean rank.

    Returns
    -------
    float
        ``W = 12 S / (m² (n³ - n) - m T)`` with the correction T for ties (Kendall and
        Babington Smith 1939).
    """
    r = _inputs.table(ranks, "the ranks", low=1)
    m, n = r.shape
    if not np.allclose(r.sum(axis=1), n * (n + 1) / 2):
        raise BadNumbers(f"A row is not a ranking of {n} items; ranks run from 1 to {n}.")
    spread = ((r.sum(axis=0) - m * (n + 1) / 2) ** 2).sum()
    counts = [np.unique(row, return_counts=True)[1] for row in r]
    ties = sum((t**3 - t).sum() for t in counts)
    possible = m**2 * (n**3 - n) - m * ties
    return float(12 * spread / possible) if possible else float("nan")


def geometric_mean(judgements) -> np.ndarray:
    """Pool pairwise comparisons: the only mean that keeps ``a_ji = 1 / a_ij``.

    Parameters
    ----------
    judgements : array_like, shape (judges, ...)
        Comparisons above 0; one matrix or one number per judge.

    Returns
    -------
    ndarray
        Pooled comparisons without the first axis (Aczél and Saaty 1983).
    """
    a = np.asarray(judgements, dtype=float)
    if not a.size or not (a > 0).all():
        raise BadNumbers("A comparison is 0, negative or missing; comparisons are above 0.")
    return np.exp(np.log(a).mean(axis=0))


def pooled_weights(weights, trim: float = 0.1) -> np.ndarray:
    """Mean weights of a group after cutting the extremes of each criterion, sum 1 again.

    Parameters
    ----------
    weights : array_like, shape (judges, criteria)
        One weight vector per judge.
    trim : float
        Share of judges cut at each end, below 0.5.

    Returns
    -------
    ndarray, shape (criteria,)
        Trimmed means, normalised.
    """
    w = np.sort(_inputs.table(weights, "the weights", low=0), axis=0)
    cut = int(trim * len(w))
    if not 0 <= trim < 0.5:
        raise BadNumbers(f"The trim is {trim:g}; cut less than half at each end.")
    means = w[cut : len(w) - cut].mean(axis=0)
    return means / means.sum()


def krippendorff_alpha(ratings, level: str = "ordinal") -> float:
    """Agreement beyond chance, for any number of judges and with gaps.

    Parameters
    ----------
    ratings : array_like, shape (judges, items)
        Numbers; NaN where a judge did not rate.
    level : {"nominal", "ordinal", "interval"}
        What a difference between two ratings means.

    Returns
    -------
    float
        ``1 - observed / expected`` disagreement (Krippendorff 2004): 1 perfect, 0 chance;
        NaN if every rating is the same.
    """
    r = np.asarray(ratings, dtype=float)
    values = np.unique(r[~np.isnan(r)])
    counts = np.array([[np.nansum(column == v) for v in values] for column in r.T])
    counts = counts[counts.sum(axis=1) > 1]
    if not len(counts):
        raise BadNumbers("No item has two ratings; agreement needs at least one such item.")
    sizes = counts.sum(axis=1)[:, None, None]
    pairs = counts[:, :, None] * counts[:, None, :] - counts[:, :, None] * np.eye(len(values))
    together = (pairs / (sizes - 1)).sum(axis=0)
    totals = together.sum(axis=1)
    by_chance = (np.outer(totals, totals) - np.diag(totals)) / (totals.sum() - 1)
    distance = _distance(values, totals, level)
    expected = (by_chance * distance).sum()
    return float(1 - (together * distance).sum() / expected) if expected else float("nan")


def _distance(values: np.ndarray, totals: np.ndarray, level: str) -> np.ndarray:
    """Squared difference of every two rating values, as the level of measurement defines it."""
    if level == "nominal":
        return 1.0 - np.eye(len(values))
    if level == "interval":
        return (values[:, None] - values[None, :]) ** 2
    if level != "ordinal":
        raise BadNumbers(f"Unknown level {level!r}; use nominal, ordinal or interval.")
    middle = np.cumsum(totals) - totals / 2
    return (middle[:, None] - middle[None, :]) ** 2
