"""Which alternatives any weights could put first, which never, and how firm first place is.

A power mean of a is at least that of b exactly when ``sum w_k (y_ak - y_bk) >= 0`` for the scores
y as `added` turns them. Every rule below therefore holds for every p, with y in place of x.
"""

import numpy as np

from alignment.methods import _inputs
from alignment.methods._inputs import BadNumbers
from alignment.methods.aggregation import FLOOR
from alignment.methods.simplex import smallest

LEVEL = 1e-9  # a smaller lead is none: sums in another order differ in the last bit


def added(scores, p: float) -> np.ndarray:
    """Scores on the scale on which the power mean with exponent p adds them up.

    Parameters
    ----------
    scores : array_like
        Values 0 to 100.
    p : float
        Exponent: 1 additive, 0 geometric, below 0 closer to the minimum.

    Returns
    -------
    ndarray
        x, ln x, or (x/100)**p with the sign of p; below p = 1 a score under 1 counts as 1.
    """
    x = np.asarray(scores, dtype=float)
    if p == 1:
        return x
    if p == -np.inf:
        raise BadNumbers("At the minimum nothing is added up; give a p above -infinity.")
    x = np.maximum(x, FLOOR)
    return np.log(x) if p == 0 else np.sign(p) * (x / 100) ** p


def dominators(scores) -> np.ndarray:
    """Which alternatives are at least as high as another on every criterion, and higher on one.

    Parameters
    ----------
    scores : array_like, shape (alternatives, criteria)
        Scores.

    Returns
    -------
    ndarray of bool, shape (alternatives, alternatives)
        True where the row dominates the column: no weights put the column ahead.
    """
    x = _inputs.table(scores, "the scores")
    gap = x[:, None, :] - x[None, :, :]
    return (gap >= 0).all(axis=2) & (gap > 0).any(axis=2)


def best_lead(scores, alternative: int) -> tuple[float, np.ndarray]:
    """Largest lead over the strongest rival that any weights give an alternative.

    Parameters
    ----------
    scores : array_like, shape (alternatives, criteria)
        Scores, as `added` gives them.
    alternative : int
        Position of the alternative.

    Returns
    -------
    tuple of float and ndarray, shape (criteria,)
        Above 0: it can be first, for example with these weights (potentially optimal; Hazen
        1986). 0: at best level with a rival. Below 0: no weights put it first, even if no
        single rival dominates it.
    """
    x = _inputs.table(scores, "the scores")
    ahead = x[alternative] - np.delete(x, alternative, axis=0)
    unit = np.abs(ahead).max() or 1.0  # powers below 0 are tiny; the programme sees 0 to 1
    ahead = ahead / unit
    shift = ahead.min()  # the lead is written as shift + t, so that t is not negative
    top = ahead.max() - shift  # and as top - c, so that the cost c is not negative either
    rows = np.column_stack([-(ahead - shift), -np.ones(len(ahead))])
    ones = np.append(np.ones(x.shape[1]), 0.0)
    found = smallest(
        np.vstack([rows, ones, -ones]),
        np.concatenate([np.full(len(ahead), -top), [1.0, -1.0]]),
        np.append(np.zeros(x.shape[1]), 1.0),
    )
    assert found is not None  # any weights satisfy the rows once c is large enough
    return float(shift + top - found[-1]) * unit, found[:-1]


def margin_of_error(scores, points) -> float:
    """Share by which every swing may be off, up or down, before first place changes.

    Parameters
    ----------
    scores : array_like, shape (alternatives, criteria)
        Scores, as `added` gives them.
    points : array_like, shape (criteria,)
        Swing points.

    Returns
    -------
    float
        ``min over rivals of sum s d / sum s |d|`` with d the leader's lead in score: 0 for a
        tie, 1 if the leader is behind on no criterion that counts.
    """
    x = _inputs.table(scores, "the scores")
    s = _inputs.vector(points, "the swing points", low=0)
    leader = int(np.argmax(x @ s))
    ahead = (x[leader] - np.delete(x, leader, axis=0)) * s
    size = np.abs(ahead).sum(axis=1)
    ratios = np.divide(ahead.sum(axis=1), size, out=np.zeros(len(size)), where=size > 0)
    return float(np.clip(ratios.min(initial=1.0), 0, 1))


def whole_percent(margin: float) -> int:
    """Round a margin of error down to whole per cent: the safe side."""
    return int(100 * margin + LEVEL)
