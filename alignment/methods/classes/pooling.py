"""One ranking of the class: three fair rules side by side, and how much students agree.

Each student's own overall values are pooled, never "the average student's" scores times "the
average student's" weights: the two can give another order. Where the rules differ, that is the
finding.
"""

from dataclasses import dataclass
from itertools import combinations, permutations

import numpy as np
from scipy.stats import chi2 as chi_squared
from scipy.stats import norm, rankdata

from alignment.methods import _inputs
from alignment.methods.classes.disagreement import TIE, checked
from alignment.methods.groups import kendalls_w

Order = tuple[int, ...]


@dataclass(frozen=True)
class Pooled:
    """The class's ranking by three rules.

    Parameters
    ----------
    mean : ndarray, shape (items,)
        Mean of the students' overall values: counts how strongly.
    place : ndarray, shape (items,)
        Mean place, ties shared: counts how often (Borda 1781).
    kemeny : tuple of tuple of int
        Every order that disagrees least with the students, best item first (Kemeny 1959).
    distance : float
        Pairs in which such an order and the students differ, summed; a tie counts one half.
    winner : int or None
        The item that beats each other one by majority; None where there is a circle or a draw.
    """

    mean: np.ndarray
    place: np.ndarray
    kemeny: tuple[Order, ...]
    distance: float
    winner: int | None

    @property
    def first(self) -> set[int]:
        """Every item that one of the rules puts first; one item when all three agree.

        Returns
        -------
        set of int
            Positions of the items.
        """
        leaders = {order[0] for order in self.kemeny}
        leaders |= set(np.flatnonzero(self.mean >= self.mean.max() - TIE))
        return {int(k) for k in leaders | set(np.flatnonzero(self.place <= self.place.min() + TIE))}


@dataclass(frozen=True)
class Agreement:
    """How alike the students' rankings are.

    Parameters
    ----------
    w : float
        Kendall's coefficient of concordance, 0 to 1, corrected for ties.
    between_two : float
        Mean rank correlation of two students, ``(m W - 1) / (m - 1)``.
    by_chance : float
        W that m random rankings reach in one case of twenty (chi-squared approximation).
    chi2 : float
        ``m (n - 1) W``, Friedman's statistic with n - 1 degrees of freedom.
    """

    w: float
    between_two: float
    by_chance: float
    chi2: float


def overall(scores, weights) -> np.ndarray:
    """Return each student's overall value of each domain, shape (students, domains)."""
    x, w = checked(scores, weights)
    return np.einsum("idk,ik->id", x, w)


def pooled(values) -> Pooled:
    """Rank items by the mean value, the mean place and Kemeny's rule.

    Parameters
    ----------
    values : array_like, shape (students, items)
        Each student's overall values; more is a higher place.

    Returns
    -------
    Pooled
        The three rankings, all of Kemeny's best orders, and the majority winner.
    """
    v = _inputs.table(values, "the overall values")
    above = _beats(v)
    orders = list(permutations(range(v.shape[1])))
    lost = [sum(above[b, a] for a, b in combinations(order, 2)) for order in orders]
    least = min(lost)
    best = tuple(order for order, loss in zip(orders, lost, strict=True) if loss <= least + TIE)
    wins = [k for k in range(v.shape[1]) if _beats_all(above, k)]
    return Pooled(v.mean(axis=0), places(v).mean(axis=0), best, least, wins[0] if wins else None)


def places(values) -> np.ndarray:
    """Place of each item for each student, 1 the highest; ties share their mean place."""
    return rankdata(-np.round(_inputs.table(values, "the overall values"), 9), axis=1)


def agreement(values) -> Agreement:
    """Measure how alike students rank the items, beside what chance alone would give.

    Parameters
    ----------
    values : array_like, shape (students, items)
        Each student's overall values; at least two students.

    Returns
    -------
    Agreement
        Kendall's W and the numbers that put it in proportion (Kendall and Babington Smith 1939).
    """
    ranks = places(values)
    m, n = ranks.shape
    w = kendalls_w(ranks)
    chance = float(chi_squared.ppf(0.95, n - 1) / (m * (n - 1)))
    return Agreement(w, (m * w - 1) / (m - 1), min(chance, 1.0), m * (n - 1) * w)


def first_places(values, level: float = 0.9) -> np.ndarray:
    """Share of students who put each item first, with an interval for a class like this one.

    Parameters
    ----------
    values : array_like, shape (students, items)
        Each student's overall values; a tie for the first place is split.
    level : float
        Share of such classes that the interval should cover.

    Returns
    -------
    ndarray, shape (items, 3)
        Share, lowest and highest (Wilson 1927).
    """
    v = _inputs.table(values, "the overall values")
    leads = v >= v.max(axis=1, keepdims=True) - TIE
    share = (leads / leads.sum(axis=1, keepdims=True)).mean(axis=0)
    n, z = len(v), norm.ppf(0.5 + level / 2)
    centre = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    return np.column_stack([share, np.clip(centre - half, 0, 1), np.clip(centre + half, 0, 1)])


def _beats(values: np.ndarray) -> np.ndarray:
    """Students who put row item above column item; a tie counts one half for both."""
    gap = values[:, :, None] - values[:, None, :]
    return (gap > TIE).sum(axis=0) + 0.5 * (np.abs(gap) <= TIE).sum(axis=0)


def _beats_all(above: np.ndarray, k: int) -> bool:
    return all(above[k, j] > above[j, k] for j in range(len(above)) if j != k)
