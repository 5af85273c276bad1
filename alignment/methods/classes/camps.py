"""Camps: does the class fall into two groups, or is it one, however wide?

The class is called two camps only when there is a gap between them along the line in which it
differs most (Hartigan's dip test). One heap, wide, skewed or flat, is no camp.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from alignment.methods._inputs import BadNumbers
from alignment.methods.classes.disagreement import checked

FEWEST = 30  # below it, groups of the size a class can have are not seen
LEAST_SPREAD = 5.0  # points; a sheet of nearly equal scores says nothing
# sqrt(n) * dip of n uniform numbers: the flattest distribution with one hump, 40,000 draws each.
_SIZES = (20, 30, 40, 60, 80, 100, 150, 200, 300)
_CRITICAL = {
    0.05: (0.470, 0.483, 0.491, 0.500, 0.508, 0.510, 0.517, 0.521, 0.525),
    0.025: (0.501, 0.516, 0.525, 0.537, 0.543, 0.546, 0.555, 0.557, 0.563),
}
# Distance of two like camps, in standard deviations of one, that a class of this size can see.
_SEEN = ((300, 4), (60, 5), (30, 6))


def dip(values) -> float:
    """Distance of numbers from the nearest distribution with one hump.

    Parameters
    ----------
    values : array_like, shape (n,)
        The numbers, in any order.

    Returns
    -------
    float
        Hartigan's dip, ``1/(2n)`` at least and 0.25 at most (Hartigan and Hartigan 1985).
    """
    x = np.asarray(values, dtype=float)
    points, sizes = np.unique(x, return_counts=True)
    after = np.cumsum(sizes).astype(float)
    before = after - sizes
    low, high, most = 0, len(points) - 1, 1.0
    while True:
        lower = low + _hull(points[low : high + 1], before[low : high + 1], 1)
        upper = low + _hull(points[low : high + 1], after[low : high + 1], -1)
        span = slice(low, high + 1)
        convex = np.interp(points[span], points[lower], before[lower])
        concave = np.interp(points[span], points[upper], after[upper])
        gap = concave - convex
        if gap.max() <= most:
            break
        at = high - int(gap[::-1].argmax())
        left, right = lower[lower <= at].max(), upper[upper >= at].min()
        # A heap of equal numbers is a jump outside the modal interval and none at its ends.
        rise = after[low:left] - convex[: left - low]
        fall = concave[right - low + 1 :] - before[right + 1 : high + 1]
        most = max(rise.max(initial=most), fall.max(initial=most))
        if (left, right) == (low, high):
            break
        low, high = left, right
    return float(most / (2 * len(x)))


def critical(n: int, level: float = 0.05) -> float:
    """Return sqrt(n) times the dip above which n numbers have more than one hump, at `level`."""
    return float(np.interp(n, _SIZES, _CRITICAL[level]))


@dataclass(frozen=True)
class Camps:
    """What was found; who is in which camp stays inside.

    Parameters
    ----------
    sizes : tuple of int
        Students per camp; one entry means no camps that this class could show.
    left_out : dict of str to int
        Sheets that were not used, by reason.
    statistic, needed : float
        sqrt(n) times the dip, and what it had to exceed; NaN when the class was too small.
    stability : float
        Share of students who keep their camp when half of the class decides; NaN without camps.
    by_criterion, by_domain : ndarray
        Difference of the first two camps' mean scores, each minus the student's own mean, in
        points; for weights, `by_criterion` holds the difference of mean weights.
    visible : int or None
        Distance between two like camps, in standard deviations of one, that is seen at this size.
    labels : ndarray
        Camp of each sheet used; not to be shown to anybody.
    """

    sizes: tuple[int, ...]
    left_out: dict[str, int] = field(default_factory=dict)
    statistic: float = float("nan")
    needed: float = float("nan")
    stability: float = float("nan")
    by_criterion: np.ndarray = field(default_factory=lambda: np.zeros(0))
    by_domain: np.ndarray = field(default_factory=lambda: np.zeros(0))
    visible: int | None = None
    labels: np.ndarray = field(default_factory=lambda: np.zeros(0, int), repr=False)


def camps_of_scores(scores, shipped: Sequence = ()) -> Camps:
    """Look for camps in what students hold to be the facts.

    A student's own level and own stretch of the class's profile are taken out first: they change
    no ranking.

    Parameters
    ----------
    scores : array_like, shape (students, domains, criteria)
        Each student's scores, 0 to 100.
    shipped : sequence of array_like, shape (domains, criteria)
        Sheets that came with the course; a student's sheet equal to one is left out.

    Returns
    -------
    Camps
        Sizes, differences and how sure the split is.
    """
    x, _ = checked(scores, np.ones((len(scores), np.shape(scores)[2])))
    flat = x.reshape(len(x), -1)
    same = [np.ravel(sheet) for sheet in shipped]
    reasons = {
        "equal to a sheet that came with the course": _equal_to_any(flat, same),
        "nearly the same score everywhere": flat.std(axis=1) < LEAST_SPREAD,
    }
    kept, left_out = _kept(flat, reasons)
    own = flat[kept] - flat[kept].mean(axis=1, keepdims=True)
    profile = own.mean(axis=0)
    stretch = own @ profile / (profile @ profile) if profile.any() else np.zeros(len(own))
    found = _found(own - stretch[:, None] * profile, left_out)
    if len(found.sizes) < 2:
        return found
    apart = _apart(own, found.labels).reshape(x.shape[1:])
    return _named(found, by_criterion=apart.mean(axis=0), by_domain=apart.mean(axis=1))


def camps_of_weights(weights, default=None) -> Camps:
    """Look for camps in what students hold to matter.

    Parameters
    ----------
    weights : array_like, shape (students, criteria)
        Each student's weights; each row sums to 1.
    default : array_like, shape (criteria,), optional
        Weights that nobody chose; a student who kept them is left out.

    Returns
    -------
    Camps
        Sizes, differences of mean weights and how sure the split is. The distance between weights
        is that of their logarithms about their mean (Aitchison 1986), each weight at least 0.01.
    """
    w = np.asarray(weights, dtype=float)
    if w.ndim != 2 or not np.isfinite(w).all():
        raise BadNumbers(f"The weights have shape {w.shape}; give (students, criteria).")
    untouched = _equal_to_any(w, [] if default is None else [np.asarray(default, dtype=float)])
    kept, left_out = _kept(w, {"weights that nobody chose": untouched})
    logs = np.log(np.maximum(w[kept], 0.01))
    found = _found(logs - logs.mean(axis=1, keepdims=True), left_out)
    if len(found.sizes) < 2:
        return found
    return _named(found, by_criterion=_apart(w[kept], found.labels), by_domain=np.zeros(0))


def two_levels(scores) -> bool:
    """Say whether some students score everything high and others low, with a gap between."""
    x, _ = checked(scores, np.ones((len(scores), np.shape(scores)[2])))
    means = x.reshape(len(x), -1).mean(axis=1)
    return len(x) >= FEWEST and np.sqrt(len(x)) * dip(means) > critical(len(x))


def _hull(x: np.ndarray, y: np.ndarray, side: int) -> np.ndarray:
    """Positions of the corners of the lower (side 1) or upper (-1) hull of points from left."""
    corners: list[int] = []
    for k in range(len(x)):
        while len(corners) > 1:
            i, j = corners[-2:]
            turn = (x[j] - x[i]) * (y[k] - y[i]) - (y[j] - y[i]) * (x[k] - x[i])
            if side * turn > 0:
                break
            corners.pop()
        corners.append(k)
    return np.array(corners)


def _equal_to_any(rows: np.ndarray, others: list[np.ndarray]) -> np.ndarray:
    return np.array([any(np.allclose(row, other) for other in others) for row in rows])


def _kept(rows: np.ndarray, reasons: dict[str, np.ndarray]) -> tuple[np.ndarray, dict[str, int]]:
    """Positions of the rows that are used, and how many were not, by reason."""
    use, left_out = np.ones(len(rows), dtype=bool), {}
    for reason, found in reasons.items():
        left_out[reason] = int((found & use).sum())
        use &= ~found
    first = np.zeros(len(rows), dtype=bool)
    first[np.unique(rows, axis=0, return_index=True)[1]] = True
    left_out["the same as another sheet"] = int((use & ~first).sum())
    return np.flatnonzero(use & first), left_out


def _found(columns: np.ndarray, left_out: dict[str, int]) -> Camps:
    """Look for two camps, and once more inside each that is large enough."""
    n = len(columns)
    visible = next((size for least, size in _SEEN if n >= least), None)
    if n < FEWEST:
        return Camps((n,), left_out, labels=np.zeros(n, int))
    statistic, needed = _dip_along(columns), critical(n)
    labels, stability = _parted(columns, 0.05)
    if labels is None:
        none = np.zeros(n, int)
        return Camps((n,), left_out, statistic, needed, visible=visible, labels=none)
    for camp in (0, 1):
        inside = np.flatnonzero(labels == camp)
        if len(inside) >= FEWEST:
            again, _ = _parted(columns[inside], 0.025)
            if again is not None:
                labels[inside[again == 1]] = labels.max() + 1
    sizes = tuple(int(size) for size in np.bincount(labels))
    return Camps(sizes, left_out, statistic, needed, stability, visible=visible, labels=labels)


def _named(found: Camps, *, by_criterion: np.ndarray, by_domain: np.ndarray) -> Camps:
    numbers = {name: getattr(found, name) for name in found.__dataclass_fields__}
    return Camps(**(numbers | {"by_criterion": by_criterion, "by_domain": by_domain}))


def _apart(rows: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return rows[labels == 0].mean(axis=0) - rows[labels == 1].mean(axis=0)


def _components(columns: np.ndarray, count: int) -> np.ndarray:
    """Scores on the first principal components, shape (rows, count)."""
    centred = columns - columns.mean(axis=0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    return centred @ vectors[:, ::-1][:, :count]


def _dip_along(columns: np.ndarray) -> float:
    return float(np.sqrt(len(columns)) * dip(_components(columns, 1)[:, 0]))


def _parted(columns: np.ndarray, level: float) -> tuple[np.ndarray | None, float]:
    """Two camps, or None: a gap along the first component, both large enough, and stable."""
    n = len(columns)
    if _dip_along(columns) <= critical(n, level):
        return None, float("nan")
    line = _components(columns, 1)[:, 0]
    labels = _two_means(columns, _best_cut(line))
    apart = _apart(columns, labels)
    if apart[np.abs(apart).argmax()] < 0:  # the first camp is higher where they differ most
        labels = 1 - labels
    if min(np.bincount(labels, minlength=2)) < max(5, n / 10):
        return None, float("nan")
    stability = _stability(columns, labels)
    return (labels, stability) if stability >= 0.9 else (None, stability)


def _best_cut(line: np.ndarray) -> np.ndarray:
    """Labels of the split of a line into two that leaves the least squares."""
    order = np.argsort(line, kind="stable")
    sums, n = np.cumsum(line[order]), len(line)
    sizes = np.arange(1, n)
    between = (sums[:-1] / sizes - (sums[-1] - sums[:-1]) / (n - sizes)) ** 2 * sizes * (n - sizes)
    labels = np.ones(n, dtype=int)
    labels[order[: int(between.argmax()) + 1]] = 0
    return labels


def _two_means(columns: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Lloyd's two means from a first split; a split that leaves a camp empty stays."""
    for _ in range(100):
        if len(np.unique(labels)) < 2:
            return labels
        new = _nearest(columns, _centres(columns, labels))
        if (new == labels).all():
            return labels
        labels = new
    return labels


def _centres(columns: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return np.array([columns[labels == camp].mean(axis=0) for camp in (0, 1)])


def _nearest(columns: np.ndarray, centres: np.ndarray) -> np.ndarray:
    return ((columns[:, None] - centres) ** 2).sum(axis=2).argmin(axis=1)


def _stability(columns: np.ndarray, labels: np.ndarray, halves: int = 50) -> float:
    """Mean share of students in the same camp when one half of the class decides for the other."""
    rng, n, agreed = np.random.default_rng(0), len(columns), []
    for _ in range(halves):
        mixed = rng.permutation(n)
        half, rest = mixed[: n // 2], mixed[n // 2 :]
        starts = (_components(columns[half], 3) > 0).astype(int)
        splits = [_two_means(columns[half], start) for start in starts.T]
        splits = [split for split in splits if len(np.unique(split)) == 2]
        if not splits:
            agreed.append(0.5)
            continue
        centres = [_centres(columns[half], split) for split in splits]
        best = min(centres, key=lambda pair: _inertia(columns[half], pair))
        same = (_nearest(columns[rest], best) == (labels[rest] > 0)).mean()
        agreed.append(max(same, 1 - same))  # which camp is called first does not matter
    return float(np.mean(agreed))


def _inertia(columns: np.ndarray, centres: np.ndarray) -> float:
    return float(((columns[:, None] - centres) ** 2).sum(axis=2).min(axis=1).sum())
