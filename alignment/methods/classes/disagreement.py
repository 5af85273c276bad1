"""Values or facts: how much of a class's disagreement about the order comes from each.

Every student's scores are laid on every student's weights. The order of each pair of domains is
then split, exactly and without random draws, into what would go if all shared the weights, what
would go if all shared the scores, and what goes only with both: Sobol's (1993) first-order and
interaction parts for two groups of inputs, on the class as it is.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.stats import t as student_t

from alignment.methods._inputs import BadNumbers

TIE = 1e-9  # a gap of overall values this small is no order
LEVEL = 0.9


@dataclass(frozen=True)
class Parts:
    """Three parts of a disagreement that sum to 1; None where there is nothing to split.

    Parameters
    ----------
    facts : float or None
        Share that would go if everybody used the same scores.
    values : float or None
        Share that would go if everybody used the same weights.
    both : float or None
        Share that goes only if both are shared.
    total : float
        What was split: the variance of the order (or of the gap in points, squared points).
    """

    facts: float | None
    values: float | None
    both: float | None
    total: float


@dataclass(frozen=True)
class Disagreement:
    """How far a class disagrees about the order of the domains, and from what.

    Parameters
    ----------
    whole : Parts
        The split over all pairs of domains.
    pairs : dict of tuple of int to Parts
        The split of each pair; the key holds the two domains' positions.
    dealt : float
        Share of pairs ordered differently by two combinations of one student's scores and one
        student's weights, drawn at random; a tie against an order counts one quarter.
    real : float
        The same for two real students.
    """

    whole: Parts
    pairs: dict[tuple[int, int], Parts]
    dealt: float
    real: float


def disagreement(scores, weights) -> Disagreement:
    """Split a class's disagreement about the order of domains into facts, values and both.

    Parameters
    ----------
    scores : array_like, shape (students, domains, criteria)
        Each student's scores, 0 to 100.
    weights : array_like, shape (students, criteria)
        Each student's weights; each row sums to 1.

    Returns
    -------
    Disagreement
        Shares of the whole ranking and of each pair (Sobol' 1993; Saltelli et al. 2010).

    Raises
    ------
    BadNumbers
        If the shapes do not belong together or there are fewer than two students.
    """
    x, w = checked(scores, weights)
    orders = {pair: _order(x, w, pair) for pair in _pairs(x)}
    split = {pair: _split(order) for pair, order in orders.items()}
    variances = np.array([np.diagonal(order).var() for order in orders.values()])
    summed = np.sum(list(split.values()), axis=0)
    count = 2 * len(split)
    return Disagreement(
        whole=_parts(*summed),
        pairs={pair: _parts(*numbers) for pair, numbers in split.items()},
        dealt=float(summed[0] / count),
        real=float(variances.sum() / count),
    )


def interval(scores, weights, level: float = LEVEL) -> dict[str, tuple[float, float]]:
    """Say between which shares a class like this one would lie.

    Parameters
    ----------
    scores, weights : array_like
        As in `disagreement`; the intervals cover as they should from 20 students.
    level : float
        Share of such classes that the interval should cover.

    Returns
    -------
    dict of str to tuple of float
        Lowest and highest share of `facts`, `values` and `both`, cut to 0 to 1: jackknife that
        leaves out one student at a time, with a t interval (Tukey 1958). It needs no random draw.
    """
    x, w = checked(scores, weights)
    n = len(x)
    kept = np.zeros((n, 3))  # total, facts, values without student k
    whole = np.zeros(3)
    for pair in _pairs(x):
        order = _order(x, w, pair)
        kept += _without_each(order)
        whole += _split(order)
    if whole[0] <= TIE:
        return dict.fromkeys(("facts", "values", "both"), (0.0, 0.0))
    point, left = _shares(whole), _shares(kept.T).T
    pseudo = n * point - (n - 1) * left
    half = student_t.ppf(0.5 + level / 2, n - 1) * pseudo.std(axis=0, ddof=1) / np.sqrt(n)
    low, high = (np.clip(pseudo.mean(axis=0) + sign * half, 0, 1) for sign in (-1, 1))
    names = ("facts", "values", "both")
    return {name: (float(a), float(b)) for name, a, b in zip(names, low, high, strict=True)}


def linked(scores, weights, shuffles: int = 999, seed: int = 1) -> float:
    """Test whether students' weights and scores fit each other (or cancel).

    Parameters
    ----------
    scores, weights : array_like
        As in `disagreement`.
    shuffles, seed : int
        How often the weights are dealt out again, and the seed of the dealing.

    Returns
    -------
    float
        Two-sided p-value of the real disagreement. The test is weak: a large value means "no sign
        of a link", never "independent".
    """
    x, w = checked(scores, weights)
    orders = [_order(x, w, pair) for pair in _pairs(x)]
    rng, rows = np.random.default_rng(seed), np.arange(len(x))
    seen = sum(order[rows, rows].var() for order in orders)
    dealt = np.array(
        [
            sum(order[rows, columns].var() for order in orders)
            for columns in (rng.permutation(len(x)) for _ in range(shuffles))
        ]
    )
    below, above = (dealt <= seen + TIE).sum(), (dealt >= seen - TIE).sum()
    return float(min(1.0, 2 * (min(below, above) + 1) / (shuffles + 1)))


def checked(scores, weights) -> tuple[np.ndarray, np.ndarray]:
    """Return scores and weights as arrays whose shapes belong together; at least two students."""
    x, w = np.asarray(scores, dtype=float), np.asarray(weights, dtype=float)
    if x.ndim != 3 or w.ndim != 2 or x.shape[0] != w.shape[0] or x.shape[2] != w.shape[1]:
        raise BadNumbers(
            f"The scores have shape {x.shape} and the weights {w.shape}; give (students, domains, "
            "criteria) and (students, criteria) of the same students."
        )
    if len(x) < 2 or not (np.isfinite(x).all() and np.isfinite(w).all()):
        raise BadNumbers("A class needs at least two students and no missing number.")
    return x, w


def _pairs(x: np.ndarray) -> list[tuple[int, int]]:
    return list(combinations(range(x.shape[1]), 2))


def _order(x: np.ndarray, w: np.ndarray, pair: tuple[int, int]) -> np.ndarray:
    """+1, 0 or -1 for the pair: row i gives the scores, column j the weights."""
    gap = (x[:, pair[0]] - x[:, pair[1]]) @ w.T
    return np.where(np.abs(gap) <= TIE, 0.0, np.sign(gap))


def _split(order: np.ndarray) -> np.ndarray:
    """Variance of the order, of its row means (facts) and of its column means (values)."""
    return np.array([order.var(), order.mean(axis=1).var(), order.mean(axis=0).var()])


def _without_each(order: np.ndarray) -> np.ndarray:
    """Return `_split` with row and column k left out, for every k; shape (students, 3)."""
    n, own = len(order), np.diagonal(order)
    rows, columns = order.sum(axis=1), order.sum(axis=0)
    left = (n - 1) ** 2
    mean = (order.sum() - rows - columns + own) / left
    squares = order**2
    total = (squares.sum() - squares.sum(axis=1) - squares.sum(axis=0) + own**2) / left - mean**2
    parts = [total]
    for sums, table in ((rows, order), (columns, order.T)):
        means = (sums[:, None] - table) / (n - 1)  # of line i when k is gone
        square = (means**2).sum(axis=0) - np.diagonal(means) ** 2
        parts.append(square / (n - 1) - mean**2)
    return np.array(parts).T


def _shares(numbers: np.ndarray) -> np.ndarray:
    """Shares of facts, values and both from total, facts and values (first axis)."""
    total, facts, values = numbers
    return np.array([facts, values, total - facts - values]) / total


def _parts(total: float, facts: float, values: float) -> Parts:
    if total <= TIE:
        return Parts(None, None, None, float(max(total, 0)))
    shares = _shares(np.array([total, facts, values]))
    return Parts(*(float(share) for share in shares), float(total))
