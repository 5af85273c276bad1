"""What every method asks of its numbers, said in one sentence when they do not fit.

Private to this room: the methods read better when the checks stand in one place.
"""

import numpy as np

from alignment.errors import AlignmentError


class BadNumbers(AlignmentError):
    """Numbers a method cannot use; the text says what was found and what to give."""


def vector(values, name: str, *, low: float = -np.inf, high: float = np.inf) -> np.ndarray:
    """Return `values` as a float array of shape (n,) within [low, high]."""
    array = _floats(values, name)
    if array.ndim != 1 or not array.size:
        raise BadNumbers(f"{name} has shape {array.shape}; give one row of numbers.")
    return _within(array, name, low, high)


def table(values, name: str, *, low: float = -np.inf, high: float = np.inf) -> np.ndarray:
    """Return `values` as a float array of shape (rows, columns) within [low, high]."""
    array = _floats(values, name)
    if array.ndim != 2 or not array.size:
        raise BadNumbers(f"{name} has shape {array.shape}; give a table with rows and columns.")
    return _within(array, name, low, high)


def same_length(first: np.ndarray, second: np.ndarray, names: str) -> None:
    """Refuse two arrays whose first axes differ."""
    if len(first) != len(second):
        raise BadNumbers(f"{names} have {len(first)} and {len(second)} entries; give equally many.")


def weights(values, name: str = "the weights") -> np.ndarray:
    """Return weights of shape (n,): none negative, sum 1 within 1e-6."""
    array = vector(values, name, low=0)
    if abs(array.sum() - 1) > 1e-6:
        raise BadNumbers(f"{name} sum to {array.sum():.4g}, not to 1; divide them by their sum.")
    return array


def _floats(values, name: str) -> np.ndarray:
    try:
        return np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        raise BadNumbers(f"{name} holds something that is not a number; give numbers.") from None


def _within(array: np.ndarray, name: str, low: float, high: float) -> np.ndarray:
    if not np.isfinite(array).all():
        raise BadNumbers(f"{name} has a missing or infinite entry; fill or drop it first.")
    slack = 0.0 if high == np.inf else 1e-9 * max(1.0, abs(high))  # 100 * x / x can exceed 100
    outside = array[(array < low) | (array > high + slack)]
    if outside.size:
        span = f"at least {low:g}" if high == np.inf else f"between {low:g} and {high:g}"
        raise BadNumbers(f"{name} has the value {outside[0]:g}; values must be {span}.")
    return array
