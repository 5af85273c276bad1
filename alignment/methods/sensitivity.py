"""Which input, if moved, changes the answer: one at a time, and in closed form.

The answer worth testing is the gap between the two leaders, because the gap is the decision.
"""

from collections.abc import Callable

import numpy as np

from alignment.methods import _inputs
from alignment.methods._inputs import BadNumbers


def tornado(function: Callable, low, mode, high) -> np.ndarray:
    """Move each input from low to high while the others stay at their most likely values.

    Parameters
    ----------
    function : callable
        Takes inputs of shape (inputs,), returns one number, for example a gap.
    low, mode, high : array_like, shape (inputs,)
        Range of each input.

    Returns
    -------
    ndarray, shape (inputs, 2)
        The function at the low and at the high end of each input (Howard 1988). Sort by
        ``abs(high - low)`` to draw the figure that gave the method its name.
    """
    ends = [_inputs.vector(v, "the range") for v in (low, high)]
    centre = _inputs.vector(mode, "the most likely values")
    answers = np.empty((len(centre), 2))
    for i in range(len(centre)):
        for side, end in enumerate(ends):
            moved = centre.copy()
            moved[i] = end[i]
            answers[i, side] = function(moved)
    return answers


def reweighted(weights, criterion: int, value: float) -> np.ndarray:
    """Set one weight and shrink or stretch the others in proportion, so that the sum stays 1.

    Parameters
    ----------
    weights : array_like, shape (criteria,)
        Weights, sum 1.
    criterion : int
        Position of the weight to set.
    value : float
        Its new value, 0 to 1.

    Returns
    -------
    ndarray, shape (criteria,)
        The new weights.
    """
    w = _inputs.weights(weights)
    rest = 1 - w[criterion]
    if rest <= 0:
        raise BadNumbers("One criterion holds all the weight; the others have no proportion.")
    new = w * (1 - value) / rest
    new[criterion] = value
    return new


def crossing(weights, first, second, criterion: int) -> float:
    """Weight of one criterion at which two alternatives have the same additive value.

    Parameters
    ----------
    weights : array_like, shape (criteria,)
        Weights, sum 1; the others keep their proportions.
    first, second : array_like, shape (criteria,)
        Scores of the two alternatives.
    criterion : int
        Position of the weight that is moved.

    Returns
    -------
    float
        ``w* = (R_b - R_a) / ((R_b - R_a) + (x_ak - x_bk))`` with R the value on the other
        criteria (Triantaphyllou and Sánchez 1997); NaN if the lines do not cross within 0..1.
    """
    a, b = _inputs.vector(first, "the scores"), _inputs.vector(second, "the scores")
    rest = reweighted(weights, criterion, 0)
    behind = rest @ b - rest @ a
    slope = behind + a[criterion] - b[criterion]
    if abs(slope) < 1e-12:
        return float("nan")
    at = behind / slope
    return float(at) if -1e-12 <= at <= 1 + 1e-12 else float("nan")
