"""What lowest, most likely and highest mean: three quantiles of one belief, P10, P50 and P90.

The lowest score is one that a right score would fall below one time in ten; the highest, one that
it would exceed one time in ten. Half of the belief lies on each side of the most likely score.
"""

import numpy as np

from alignment.methods._inputs import BadNumbers

STRETCH = 1 / (1 - np.sqrt(0.2))  # the end of a half-triangle lies this many times as far as P90
SHAPES = ("double triangle", "bell", "flat")
_Z90 = 1.2815515655446004  # 90th percentile of the standard normal distribution


def deviates(uniforms, shape: str = "double triangle") -> np.ndarray:
    """Turn uniform numbers into distances from the most likely score, where P10 is -1 and P90 is 1.

    Parameters
    ----------
    uniforms : array_like
        Numbers in [0, 1), of any shape.
    shape : {"double triangle", "bell", "flat"}
        Two half-triangles back to back, each with half of the mass, their ends stretched beyond
        P10 and P90 (AACE 41R-08; Humphreys 2008); two half-bells; or a piecewise even belief.

    Returns
    -------
    ndarray
        In the shape of `uniforms`; drawn once, a score then moves linearly with its three numbers.

    Raises
    ------
    BadNumbers
        If there is no such shape.
    """
    u = np.asarray(uniforms, dtype=float)
    if shape == "double triangle":
        side = 1 - np.sqrt(2 * np.minimum(u, 1 - u))
        return STRETCH * np.where(u < 0.5, -side, side)
    if shape == "bell":
        from scipy.special import ndtri

        return ndtri(np.maximum(u, 2.0**-33)) / _Z90  # a uniform number of 0 has no quantile
    if shape == "flat":
        return (u - 0.5) / 0.4
    raise BadNumbers(f"There is no shape {shape!r}; use one of {', '.join(SHAPES)}.")


def drawn_scores(low, mode, high, distances) -> np.ndarray:
    """Scores at given distances from the most likely one, cut to 0 to 100.

    Cutting, not truncating: a lowest score of 0 then holds the tenth that the student gave it,
    and all three numbers stay the quantiles they were said to be.

    Parameters
    ----------
    low, mode, high : array_like
        P10, most likely score and P90, 0 to 100, in this order.
    distances : array_like
        As `deviates` returns them; broadcast against the three.

    Returns
    -------
    ndarray
        Scores, 0 to 100.

    Raises
    ------
    BadNumbers
        If a range is out of order.
    """
    a, m, b = (np.asarray(v, dtype=float) for v in (low, mode, high))
    if not ((a <= m) & (m <= b)).all():
        raise BadNumbers("A range is out of order; give low <= most likely <= high.")
    t = np.asarray(distances, dtype=float)
    return np.clip(m + t * np.where(t < 0, m - a, b - m), 0, 100)


def chance_above(score: float, mode: float, high: float) -> float:
    """Chance that a right score is at least `score`, at or above the most likely one.

    Parameters
    ----------
    score, mode, high : float
        ``mode <= score``; P90 is `high`.

    Returns
    -------
    float
        ``(1 - (score - m) / (c h))² / 2``, 0 beyond the end of the half-triangle.
    """
    if score <= mode:
        return 0.5
    reach = STRETCH * (high - mode)
    return 0.5 * (1 - (score - mode) / reach) ** 2 if score - mode < reach else 0.0
