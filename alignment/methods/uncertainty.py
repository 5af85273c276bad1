"""What follows when weights and scores are not points but beliefs: draws, ranks, shares.

Shares of draws describe disagreement about values and ignorance of scores; they are never
the probability that a threat "is real".
"""

import numpy as np

from alignment.methods import _inputs
from alignment.methods._inputs import BadNumbers

TIE = 1e-9  # values closer than this are equal: sums in another order differ in the last bit


def mulberry32(seed: int, count: int) -> np.ndarray:
    """Seeded uniform numbers that Python and a browser produce alike.

    Parameters
    ----------
    seed : int
        Any whole number; only its lowest 32 bits count.
    count : int
        How many numbers.

    Returns
    -------
    ndarray, shape (count,)
        Numbers in [0, 1) with 32 bits (Mulberry32; Ettinger 2017).
    """
    mask = np.uint64(0xFFFFFFFF)
    step = np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x6D2B79F5)
    state = (np.uint64(seed & 0xFFFFFFFF) + step) & mask
    t = (state ^ (state >> np.uint64(15))) * (state | np.uint64(1)) & mask
    t ^= (t + ((t ^ (t >> np.uint64(7))) * (t | np.uint64(61)) & mask)) & mask
    return (t ^ (t >> np.uint64(14))) / 2**32


def dirichlet(weights, concentration: float, draws: int, rng: np.random.Generator) -> np.ndarray:
    """Draw weight vectors around a belief.

    Parameters
    ----------
    weights : array_like, shape (criteria,)
        The belief ``w0``, sum 1; the mean of the draws.
    concentration : float
        How firm the belief is: 6 loose, 60 firm, 300 very firm. With equal weights and a
        concentration equal to their number, every weight vector is equally likely.
    draws : int
        Number of draws.
    rng : numpy.random.Generator
        Seeded source of randomness.

    Returns
    -------
    ndarray, shape (draws, criteria)
        ``Dirichlet(c w0)``; the variance of weight k is ``w0 (1 - w0) / (c + 1)``.
    """
    w = _inputs.weights(weights)
    if concentration <= 0 or (w == 0).any():
        raise BadNumbers("A belief needs a concentration and weights above 0.")
    return rng.dirichlet(concentration * w, size=draws)


def any_weights(uniforms) -> np.ndarray:
    """Turn uniform numbers into weight vectors of which each is equally likely.

    Parameters
    ----------
    uniforms : array_like, shape (draws, criteria)
        Numbers in [0, 1).

    Returns
    -------
    ndarray, shape (draws, criteria)
        Normalised exponentials, uniform on the simplex (Devroye 1986, ch. V).
    """
    e = -np.log1p(-_inputs.table(uniforms, "the uniform numbers", low=0, high=1))
    return e / e.sum(axis=1, keepdims=True)


def varied_points(points, spread: float, uniforms) -> np.ndarray:
    """Vary swing points independently by up to a share of themselves, then normalise.

    Parameters
    ----------
    points : array_like, shape (criteria,)
        Swing points.
    spread : float
        0.5 draws each point between 50 % and 150 % of itself.
    uniforms : array_like, shape (draws, criteria)
        Numbers in [0, 1).

    Returns
    -------
    ndarray, shape (draws, criteria)
        Weights; every row sums to 1.
    """
    p = _inputs.vector(points, "the swing points", low=0)
    u = _inputs.table(uniforms, "the uniform numbers", low=0, high=1)
    varied = p * (1 + spread * (2 * u - 1))
    return varied / varied.sum(axis=1, keepdims=True)


def rank_acceptability(values) -> np.ndarray:
    """Share of draws in which each alternative takes each place.

    Parameters
    ----------
    values : array_like, shape (draws, alternatives)
        Value of each alternative in each draw.

    Returns
    -------
    ndarray, shape (alternatives, places)
        ``b[d, r]``: rows and columns sum to 1; a tie shares its places equally
        (SMAA-2; Lahdelma and Salminen 2001).
    """
    above, equal = _standing(values)
    place = np.arange(above.shape[1])[None, None, :]
    held = (above[:, :, None] <= place) & (place < (above + equal)[:, :, None])
    return (held / equal[:, :, None]).mean(axis=0)


def central_weights(weights, values) -> np.ndarray:
    """Mean weights over the draws in which an alternative is first.

    Compare them with the mean over all draws: an entry says most by how far it departs from it.

    Parameters
    ----------
    weights : array_like, shape (draws, criteria)
        Weight vectors drawn.
    values : array_like, shape (draws, alternatives)
        Value of each alternative in the same draws.

    Returns
    -------
    ndarray, shape (alternatives, criteria)
        Rows sum to 1; an alternative that is never first gets NaN (Lahdelma, Hokkanen and
        Salminen 1998).
    """
    w = _inputs.table(weights, "the drawn weights", low=0)
    above, equal = _standing(values)
    _inputs.same_length(w, above, "Weights and values")
    first = (above == 0) / equal
    with np.errstate(invalid="ignore"):
        return (first.T @ w) / first.sum(axis=0)[:, None]


def leads_by_largest(weights, values) -> np.ndarray:
    """Share of draws in which each alternative is first, by the criterion with the largest weight.

    It turns central weights round: not "what do the weights of a leader look like on average?"
    but "where this criterion weighs most, who leads?".

    Parameters
    ----------
    weights : array_like, shape (draws, criteria)
        Weight vectors drawn.
    values : array_like, shape (draws, alternatives)
        Value of each alternative in the same draws.

    Returns
    -------
    ndarray, shape (criteria, alternatives)
        Rows sum to 1; a criterion that never has the largest weight gets NaN.
    """
    w = _inputs.table(weights, "the drawn weights", low=0)
    above, equal = _standing(values)
    _inputs.same_length(w, above, "Weights and values")
    first, largest = (above == 0) / equal, w.argmax(axis=1)
    sums = np.zeros((w.shape[1], above.shape[1]))
    np.add.at(sums, largest, first)
    with np.errstate(invalid="ignore"):
        return sums / np.bincount(largest, minlength=w.shape[1])[:, None]


def monte_carlo_error(share, draws: int):
    """Standard error of a share that was counted over random draws.

    Parameters
    ----------
    share : array_like
        Shares of the draws, 0 to 1.
    draws : int
        How many draws were counted.

    Returns
    -------
    ndarray
        ``sqrt(b (1 - b) / N)``, in the shape of `share` (Tervonen and Lahdelma 2007).
    """
    b = np.asarray(share, dtype=float)
    return np.sqrt(b * (1 - b) / draws)


def draws_needed(half_width: float, z: float = 1.96) -> int:
    """Draws that give a share to within a half width, at worst.

    Parameters
    ----------
    half_width : float
        Half of the interval, as a share.
    z : float
        Standard errors to each side; 1.96 for 95 per cent.

    Returns
    -------
    int
        ``(z / (2 h))²`` rounded up; 9,604 for 0.01 at 95 per cent (Tervonen and Lahdelma 2007).
    """
    return int(np.ceil(round((z / (2 * half_width)) ** 2, 6)))


def _standing(values) -> tuple[np.ndarray, np.ndarray]:
    """For each draw and alternative: how many stand above it, how many stand level with it."""
    v = _inputs.table(values, "the values")
    gap = v[:, None, :] - v[:, :, None]
    return (gap > TIE).sum(axis=2), (np.abs(gap) <= TIE).sum(axis=2)
