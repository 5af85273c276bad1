"""What must change for an alternative to be first: one slider, all weights, or scores.

Three exact answers to one question. Scores are given as `dominance.added` turns them (y), so that
each answer holds for the whole dial; only `raised_scores` speaks of scores as they are entered.
"""

from dataclasses import dataclass

import numpy as np

from alignment.methods import _inputs
from alignment.methods.dominance import LEVEL, added
from alignment.methods.ranges import chance_above
from alignment.methods.simplex import smallest


def slider_intervals(scores, points, alternative: int) -> np.ndarray:
    """For each swing slider alone, where it puts an alternative first.

    Parameters
    ----------
    scores : array_like, shape (alternatives, criteria)
        Scores, as `dominance.added` gives them.
    points : array_like, shape (criteria,)
        Swing points as they stand; all others stay.
    alternative : int
        Position of the alternative.

    Returns
    -------
    ndarray, shape (criteria, 2)
        The open interval of points, within 0 to 100; NaN where the slider alone cannot do it
        (Triantaphyllou and Sánchez 1997).
    """
    x, s = _inputs.table(scores, "the scores"), _inputs.vector(points, "the swing points", low=0)
    ahead = x[alternative] - np.delete(x, alternative, axis=0)
    found = np.full((len(s), 2), np.nan)
    for k in range(len(s)):
        rest, slope = ahead @ s - ahead[:, k] * s[k], ahead[:, k]
        flat = np.abs(slope) <= LEVEL
        if (rest[flat] <= LEVEL).any():
            continue
        ends = -rest[~flat] / slope[~flat]
        low = max(ends[slope[~flat] > 0].max(initial=0.0), 0.0)
        high = min(ends[slope[~flat] < 0].min(initial=100.0), 100.0)
        if low < high - LEVEL:
            found[k] = low, high
    return found


def nearest_weights(scores, weights, alternative: int, lead: float = 0.0) -> np.ndarray | None:
    """Weights that put an alternative first and differ least from the given ones.

    Parameters
    ----------
    scores : array_like, shape (alternatives, criteria)
        Scores, as `dominance.added` gives them.
    weights : array_like, shape (criteria,)
        Weights, sum 1.
    alternative : int
        Position of the alternative.
    lead : float
        By how much, in the unit of `scores`, it shall lead; 0 is level with the strongest rival.

    Returns
    -------
    ndarray, shape (criteria,), or None
        The weights with the smallest ``sum |w' - w|`` (Wolters and Mareschal 1995); None if no
        weights do it.
    """
    x, w = _inputs.table(scores, "the scores"), _inputs.weights(weights)
    ahead = x[alternative] - np.delete(x, alternative, axis=0)
    unit = np.abs(ahead).max() or 1.0
    ahead, n = ahead / unit, len(w)
    no, one = np.zeros((n, n)), np.eye(n)
    total = np.concatenate([np.ones(n), -np.ones(n)])  # what is given equals what is taken
    place = np.arange(1, n + 1)  # the least bit dearer from criterion to criterion: one answer
    taken = smallest(
        np.vstack([np.hstack([-ahead, ahead]), np.hstack([no, one]), total, -total]),
        np.concatenate([ahead @ w - lead / unit, w, [0.0, 0.0]]),
        np.concatenate([0.5 * (1 + 1e-7 * place), 0.5 * (1 + 1e-7 * place**1.5)]),
    )
    return None if taken is None else w + taken[:n] - taken[n:]


@dataclass(frozen=True)
class Raised:
    """What the scores of one alternative must become at the given weights.

    Parameters
    ----------
    alone : ndarray, shape (criteria,)
        Score that each criterion alone would need; NaN where even 100 would not do.
    inside : ndarray of bool, shape (criteria,)
        Whether that lies within the range its author gave.
    chance : ndarray, shape (criteria,)
        Chance that a right score is at least that high; NaN as in `alone`.
    highest : tuple of int or None
        The fewest own scores that suffice at their highest; None if all do not suffice.
    stretch : float
        Part of the way that own scores must go to their highest, and the rivals' to their
        lowest; above 1, beyond every range given: infinite.
    """

    alone: np.ndarray
    inside: np.ndarray
    chance: np.ndarray
    highest: tuple[int, ...] | None
    stretch: float


def raised_scores(ranges, weights, alternative: int, p: float = 1) -> Raised:
    """Work out what an alternative's scores must become for it to reach first place.

    Parameters
    ----------
    ranges : array_like, shape (alternatives, criteria, 3)
        Lowest, most likely and highest score, 0 to 100.
    weights : array_like, shape (criteria,)
        Weights, sum 1; they stay.
    alternative : int
        Position of the alternative, which is not first yet.
    p : float
        Exponent of the power mean.

    Returns
    -------
    Raised
        All thresholds are those of being level: anything above puts it first.
    """
    r, w = np.asarray(ranges, dtype=float), _inputs.weights(weights)
    y, d = added(r, p), alternative
    modes = y[:, :, 1]
    gap = float((np.delete(modes, d, axis=0) @ w).max() - modes[d] @ w)
    with np.errstate(divide="ignore", invalid="ignore"):
        alone = _entered(modes[d] + gap / w, p)
    alone[~(alone <= 100)] = np.nan
    inside = alone <= r[d, :, 2] + LEVEL
    chance = np.array(
        [np.nan if np.isnan(a) else chance_above(a, *r[d, k, 1:]) for k, a in enumerate(alone)]
    )
    gains = w * (y[d, :, 2] - modes[d])
    by_gain = np.argsort(-gains, kind="stable")
    enough = np.flatnonzero(np.cumsum(gains[by_gain]) >= gap - LEVEL)
    highest = tuple(int(k) for k in by_gain[: enough[0] + 1]) if enough.size else None
    return Raised(alone, inside, chance, highest, _stretch(r, w, d, p))


def score_for_some_weights(scores, alternative: int, criterion: int, bottom: float) -> float | None:
    """Smallest score on one criterion with which some weights put an alternative level.

    Parameters
    ----------
    scores : array_like, shape (alternatives, criteria)
        Scores, as `dominance.added` gives them.
    alternative, criterion : int
        The score that is moved; all others stay.
    bottom : float
        What a score of 0 is on that scale.

    Returns
    -------
    float or None
        On the scale of `scores`; any higher score lets some weights put it first. None if no
        score does.
    """
    x = _inputs.table(scores, "the scores")
    rivals = np.delete(x, alternative, axis=0)
    ahead = np.delete(x[alternative] - rivals, criterion, axis=1)
    unit = np.abs(x).max() or 1.0
    found = smallest(  # only ratios of weights count, so that of the criterion is 1
        -np.column_stack([ahead / unit, np.ones(len(ahead))]),
        -(rivals[:, criterion] - bottom) / unit,
        np.append(np.zeros(ahead.shape[1]), 1.0),
    )
    return None if found is None else float(found[-1] * unit + bottom)


def entered(value: float, p: float) -> float:
    """Turn one number on the scale of `dominance.added` back into a score; NaN if there is none."""
    return float(_entered(np.array([value]), p)[0])


def _entered(values: np.ndarray, p: float) -> np.ndarray:
    if p == 1:
        return values.copy()
    if p == 0:
        return np.exp(np.minimum(values, 700.0))
    base = np.sign(p) * values  # not above 0: even an endless score would not come to this
    found = np.full(len(values), np.nan)
    found[base > 0] = 100 * base[base > 0] ** (1 / p)
    return found


def _stretch(ranges: np.ndarray, w: np.ndarray, d: int, p: float) -> float:
    """Part of the way to the own highest and the rivals' lowest scores; halved until exact."""

    def lead(part: float) -> float:
        toward = ranges[:, :, 0].copy()
        toward[d] = ranges[d, :, 2]
        y = added(ranges[:, :, 1] + part * (toward - ranges[:, :, 1]), p) @ w
        return float(y[d] - np.delete(y, d).max())

    if lead(1.0) < 0:
        return np.inf
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (low, middle) if lead(middle) >= 0 else (middle, high)
    return high
