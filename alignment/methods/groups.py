"""Several people, one question: summaries, agreement, and what must not be averaged away.

Convergence is not accuracy: these numbers say how alike the answers are, not how right.
"""

import numpy as np

from alignment.methods import _inputs
from alignment.methods._inputs import BadNumbers


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
