"""From scores and weights to one value per alternative, with more or less compensation.

Rows of a score table are alternatives (here: domains), columns are criteria, values are 0-100.
A labelled table (pandas) gives a labelled answer, and labelled weights are matched by name.
"""

import numpy as np
import pandas as pd

from alignment.methods import _inputs
from alignment.methods._inputs import BadNumbers

FLOOR = 1.0  # below full compensation a score of 0 counts as 1, so that it does not erase a row


def additive(scores, weights):
    """Weighted mean: a weak criterion is fully made up for by a strong one.

    Parameters
    ----------
    scores : array_like or DataFrame, shape (alternatives, criteria)
        Values 0 to 100.
    weights : array_like or Series, shape (criteria,)
        Weights that sum to 1.

    Returns
    -------
    ndarray or Series, shape (alternatives,)
        ``V_d = sum_k w_k x_dk`` (Keeney and Raiffa 1976).
    """
    x, w, label = _matched(scores, weights)
    return label(x @ w)


def geometric(scores, weights, floor: float = FLOOR):
    """Weighted geometric mean: a weak criterion is made up for only in part.

    Parameters
    ----------
    scores : array_like or DataFrame, shape (alternatives, criteria)
        Values 0 to 100.
    weights : array_like or Series, shape (criteria,)
        Weights that sum to 1.
    floor : float
        Scores below it count as it, so that one zero does not erase an alternative.

    Returns
    -------
    ndarray or Series, shape (alternatives,)
        ``G_d = prod_k x_dk ** w_k`` (the form the Human Development Index took in 2010).
    """
    x, w, label = _matched(scores, weights)
    return label(np.exp(np.log(np.maximum(x, floor)) @ w))


def power_mean(scores, weights, p: float, floor: float = FLOOR):
    """The compensability dial: from the weighted mean (p = 1) to the minimum (p = -inf).

    Parameters
    ----------
    scores : array_like or DataFrame, shape (alternatives, criteria)
        Values 0 to 100.
    weights : array_like or Series, shape (criteria,)
        Weights that sum to 1.
    p : float
        1 additive, 0 geometric, ``-inf`` the lowest score that carries weight.
    floor : float
        For p below 1, scores below it count as it.

    Returns
    -------
    ndarray or Series, shape (alternatives,)
        ``M_p = (sum_k w_k x_dk ** p) ** (1 / p)`` (Hardy, Littlewood and Pólya 1934).
    """
    x, w, label = _matched(scores, weights)
    x = np.maximum(x, floor)[:, w > 0] if p < 1 else x[:, w > 0]
    lowest, w = x.min(axis=1), w[w > 0]
    if p == -np.inf:
        return label(lowest)
    base = np.where(lowest > 0, lowest, 1)  # dividing by the minimum keeps powers in range
    with np.errstate(divide="ignore"):
        logs = np.log(x / base[:, None])
    if abs(p) < 1e-12:  # so near to 0 the general formula only divides rounding errors
        return label(base * np.exp(logs @ w))
    return label(base * np.exp(np.log1p(np.expm1(p * logs) @ w) / p))


def places(values) -> np.ndarray:
    """Rank alternatives by value: 1 is the largest; equal values share the better place.

    Parameters
    ----------
    values : array_like, shape (alternatives,)
        One value per alternative; differences under 1e-9 count as equal.

    Returns
    -------
    ndarray of int, shape (alternatives,)
        Places 1 to n, for example 1, 1, 3.
    """
    v = _inputs.vector(values, "the values")
    return 1 + (v[None, :] > v[:, None] + 1e-9).sum(axis=1)


def _matched(scores, weights):
    """Check scores and weights, match them by name, and return a function that labels results."""
    if isinstance(scores, pd.DataFrame) and isinstance(weights, pd.Series):
        if set(weights.index) != set(scores.columns):
            raise BadNumbers(
                f"The weights name {list(weights.index)}, the scores {list(scores.columns)}; "
                "use the same names in both."
            )
        weights = weights[scores.columns]
    x = _inputs.table(scores, "the scores", low=0)
    w = _inputs.weights(weights)
    if x.shape[1] != len(w):
        raise BadNumbers(f"There are {x.shape[1]} criteria and {len(w)} weights; give one each.")
    if isinstance(scores, pd.DataFrame):
        return x, w, lambda v: pd.Series(v, index=scores.index)
    return x, w, lambda v: v
