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


def rescale(scores, how: str = "min-max"):
    """Rescale each criterion by the alternatives at hand; the ranking may then depend on them.

    Parameters
    ----------
    scores : array_like or DataFrame, shape (alternatives, criteria)
        Values, not negative.
    how : {"min-max", "sum", "max"}
        To 0..1 between worst and best; to shares that sum to 1 (distributive mode of AHP);
        or divided by the best (ideal mode).

    Returns
    -------
    ndarray or DataFrame, shape (alternatives, criteria)
        A constant criterion becomes 0 under min-max. Adding an alternative can reverse two
        others (Belton and Gear 1983).
    """
    x = _inputs.table(scores, "the scores", low=0)
    low, high = x.min(axis=0), x.max(axis=0)
    ways = {
        "min-max": lambda: (x - low) / np.where(high > low, high - low, 1),
        "sum": lambda: x / np.where(x.sum(axis=0) > 0, x.sum(axis=0), 1),
        "max": lambda: x / np.where(high > 0, high, 1),
    }
    if how not in ways:
        raise BadNumbers(f"Unknown rescaling {how!r}; use one of {', '.join(ways)}.")
    done = ways[how]()
    same = isinstance(scores, pd.DataFrame)
    return pd.DataFrame(done, scores.index, scores.columns) if same else done


def risk(probability, impacts, interest_weights) -> np.ndarray:
    """Expected impact: the probability of a stated event times its impact on interests.

    Parameters
    ----------
    probability : array_like, shape (alternatives,)
        Probability of the stated event by the stated date, 0 to 1.
    impacts : array_like, shape (alternatives, interests)
        Impact on each interest if the event occurs, 0 to 100.
    interest_weights : array_like, shape (interests,)
        Weights of the interests, sum 1.

    Returns
    -------
    ndarray, shape (alternatives,)
        ``EI_d = p_d sum_i v_i I_di``. Keep p and I visible too: Cox (2008) shows how
        coloured risk matrices can rank worse than chance.
    """
    p = _inputs.vector(probability, "the probabilities", low=0, high=1)
    impact = _inputs.table(impacts, "the impacts", low=0, high=100)
    _inputs.same_length(p, impact, "Probabilities and impacts")
    return p * additive(impact, interest_weights)


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
