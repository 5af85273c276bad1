"""What of a class may be shown, so that nobody is recognised.

A sheet of thirty numbers without a name is as personal as a signature: two scores that somebody
mentioned in the seminar single out most students. So only sums of at least five people are shown,
and nothing at all below ten.
"""

import numpy as np

FEWEST = 10  # students; below, nothing is shown
SMALLEST = 5  # students in any group, bin or share that is shown
STEP = 5.0  # points of a score, per cent of a share or a forecast


def quantiles(n: int) -> tuple[float, ...]:
    """Return the quantiles that may be shown of n students: ``n * min(q, 1 - q) >= 5``."""
    if n < FEWEST:
        return ()
    levels = (0.1, 0.25, 0.5, 0.75, 0.9)
    return tuple(q for q in levels if n * min(q, 1 - q) >= SMALLEST - 1e-9)


def rounded(values, step: float = STEP) -> np.ndarray:
    """Round to the nearest step, halves upward: the only form in which numbers leave."""
    return np.floor(np.asarray(values, dtype=float) / step + 0.5) * step


def merged(counts) -> list[int]:
    """Join bins of 1 to 4 students to their smaller neighbour until none is left.

    Parameters
    ----------
    counts : sequence of int
        Students per bin, in order.

    Returns
    -------
    list of int
        Counts of the bins that may be shown; an empty bin may.
    """
    bins = [int(count) for count in counts]
    while len(bins) > 1:
        small = [k for k, count in enumerate(bins) if 0 < count < SMALLEST]
        if not small:
            break
        k = small[0]
        beside = min(
            (j for j in (k - 1, k + 1) if 0 <= j < len(bins)), key=lambda j: (bins[j] == 0, bins[j])
        )
        bins[min(k, beside)] = bins[k] + bins[beside]
        del bins[max(k, beside)]
    return bins


def counted(counts) -> list[float | None]:
    """Hide counts of 1 to 4 of a list whose total is known, and what would give them away.

    Parameters
    ----------
    counts : sequence of float
        Students per group; a tie between groups may be split.

    Returns
    -------
    list of float or None
        None for what is hidden: at least two counts, of five students together, or none at all.
    """
    numbers = [float(count) for count in counts]
    hidden = {k for k, count in enumerate(numbers) if 0 < count < SMALLEST}
    while hidden and (len(hidden) < 2 or sum(numbers[k] for k in hidden) < SMALLEST):
        left = [k for k in range(len(numbers)) if k not in hidden]
        if not left:
            break
        # The smallest that is not zero joins them; a zero only where nothing else is left.
        hidden.add(min(left, key=lambda k: (numbers[k] == 0, numbers[k])))
    return [None if k in hidden else count for k, count in enumerate(numbers)]


def may_rebuild(before: set[str], now: set[str]) -> bool:
    """Say whether a page may be built again after the class's files changed.

    Parameters
    ----------
    before, now : set of str
        Digests of the files of the last build and of this one.

    Returns
    -------
    bool
        True if the same files are there, or at least 5 came, or 5 left, with 0 or 5 on the other
        side: else the difference of two pages would be one person's sheet.
    """
    changes = (len(now - before), len(before - now))
    return not before or all(change == 0 or change >= SMALLEST for change in changes)
