"""Scoring probabilities after the outcome is known: accuracy, calibration, luck.

With few questions a score is mostly luck, so every score here has an interval beside it.
"""

import numpy as np

from alignment.methods import _inputs
from alignment.methods._inputs import BadNumbers


def brier(probabilities, outcomes, both_outcomes: bool = False) -> float:
    """Mean squared distance between forecasts and outcomes; 0 is best.

    Parameters
    ----------
    probabilities : array_like, shape (questions,)
        Forecast probability that the event occurs, 0 to 1.
    outcomes : array_like, shape (questions,)
        1 if it occurred, 0 if not.
    both_outcomes : bool
        Sum over "occurs" and "does not occur" as in the 1950 paper: twice as large, 0 to 2.

    Returns
    -------
    float
        ``mean (p - o)²`` (Brier 1950), doubled if asked; always saying 50 % gives 0.25.
    """
    p, o = _pairs(probabilities, outcomes)
    return float(((p - o) ** 2).mean() * (2 if both_outcomes else 1))


def climatology(outcomes) -> float:
    """Brier score of always forecasting the base rate.

    Parameters
    ----------
    outcomes : array_like, shape (questions,)
        1 or 0.

    Returns
    -------
    float
        ``f (1 - f)`` with the base rate f, 0 to 0.25 (Brier 1950, one-sided convention).
    """
    o = _inputs.vector(outcomes, "the outcomes", low=0, high=1)
    return float(o.mean() * (1 - o.mean()))


def skill(score: float, reference: float) -> float:
    """Share of a reference's error that a forecast avoids: ``1 - score / reference``.

    Parameters
    ----------
    score, reference : float
        Brier scores on the same questions; the reference above 0.

    Returns
    -------
    float
        1 perfect, 0 no better than the reference, negative worse (Murphy 1973).
    """
    if reference <= 0:
        raise BadNumbers("The reference made no error; skill against it is undefined.")
    return 1 - score / reference


def bootstrap_interval(
    probabilities, outcomes, *, draws: int = 10_000, seed: int = 1, level: float = 0.9
) -> tuple[float, float]:
    """Range of Brier scores that another sample of such questions could have given.

    Parameters
    ----------
    probabilities, outcomes : array_like, shape (questions,)
        Forecasts and outcomes.
    draws : int
        Samples of questions, drawn with replacement.
    seed : int
        Seed of the draws.
    level : float
        Share of the samples inside the interval.

    Returns
    -------
    tuple of float
        Percentile interval (Efron 1979).
    """
    p, o = _pairs(probabilities, outcomes)
    errors = (p - o) ** 2
    picks = np.random.default_rng(seed).integers(0, len(p), size=(draws, len(p)))
    tail = (1 - level) / 2
    low, high = np.quantile(errors[picks].mean(axis=1), [tail, 1 - tail])
    return float(low), float(high)


def _pairs(probabilities, outcomes) -> tuple[np.ndarray, np.ndarray]:
    p = _inputs.vector(probabilities, "the probabilities", low=0, high=1)
    o = _inputs.vector(outcomes, "the outcomes", low=0, high=1)
    _inputs.same_length(p, o, "Probabilities and outcomes")
    if not np.isin(o, (0, 1)).all():
        raise BadNumbers("An outcome is neither 0 nor 1; wait until the question is resolved.")
    return p, o
