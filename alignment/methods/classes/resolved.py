"""Forecasts whose outcomes are known: scores, luck and calibration with few questions.

With nine questions luck beats skill one time in three, so there is no league table, and no
reliability diagram below 80 questions. The unit of every test is the question: sixty students on
nine questions are nine facts.
"""

from dataclasses import dataclass

import numpy as np
from scipy.stats import t as student_t

from alignment.methods import _inputs
from alignment.methods._inputs import BadNumbers
from alignment.methods.classes.rounds import sign_flip
from alignment.methods.scoring import _pairs

FLOOR = 0.01  # a probability is cut at 1 and 99 per cent, so that no single answer is infinite
FOR_A_DIAGRAM = 80


@dataclass(frozen=True)
class Comparison:
    """A forecaster against a reference on the same questions.

    Parameters
    ----------
    difference : float
        Mean difference of Brier scores; negative is better than the reference.
    low, high : float
        90 per cent t interval; rough below 20 questions.
    p : float
        Two-sided sign-flip p-value over questions, or over blocks of questions.
    """

    difference: float
    low: float
    high: float
    p: float


@dataclass(frozen=True)
class Calibration:
    """Expected and seen occurrences, for as few questions as there are.

    Parameters
    ----------
    expected : float
        Sum of the probabilities.
    seen : int
        Events that occurred.
    low, high : int
        Smallest and largest count inside the 90 per cent band of a calibrated forecaster.
    z : float
        Spiegelhalter's (1986) statistic: above 1.64 the forecasts were too extreme.
    """

    expected: float
    seen: int
    low: int
    high: int
    z: float


def log_score(probabilities, outcomes) -> float:
    """Mean surprise in bits, probabilities cut at 1 and 99 per cent; 0 is best (Good 1952)."""
    p, o = _pairs(probabilities, outcomes)
    p = np.clip(p, FLOOR, 1 - FLOOR)
    return float(-np.log2(np.where(o == 1, p, 1 - p)).mean())


def compare(probabilities, reference, outcomes, blocks=None) -> Comparison:
    """Compare a forecaster with a reference that was fixed before the outcomes.

    Parameters
    ----------
    probabilities, reference : array_like, shape (questions,)
        Two forecasts of the same questions, 0 to 1.
    outcomes : array_like, shape (questions,)
        1 if it occurred, 0 if not.
    blocks : array_like, shape (questions,), optional
        Questions with the same label share an outcome (one contract, two dates) and are flipped
        together.

    Returns
    -------
    Comparison
        Mean difference, its interval and the paired test on questions.
    """
    p, o = _pairs(probabilities, outcomes)
    b, _ = _pairs(reference, outcomes)
    if len(p) < 2:
        raise BadNumbers("There is one question; a comparison needs at least two.")
    difference = (p - o) ** 2 - (b - o) ** 2
    half = student_t.ppf(0.95, len(p) - 1) * difference.std(ddof=1) / np.sqrt(len(p))
    mean = float(difference.mean())
    labels = np.arange(len(p)) if blocks is None else np.asarray(blocks)
    units = [difference[labels == label].sum() for label in np.unique(labels)]
    return Comparison(mean, mean - float(half), mean + float(half), sign_flip(units))


def occurrences(probabilities) -> np.ndarray:
    """Probability of 0, 1, ... n occurrences (Poisson-binomial), shape (n + 1,)."""
    spread = np.ones(1)
    for p in _inputs.vector(probabilities, "the probabilities", low=0, high=1):
        spread = np.convolve(spread, [1 - p, p])
    return spread


def calibration(probabilities, outcomes) -> Calibration:
    """Compare expected with seen occurrences, exactly.

    Parameters
    ----------
    probabilities, outcomes : array_like, shape (questions,)
        Forecasts and outcomes.

    Returns
    -------
    Calibration
        Counts, the exact band and Spiegelhalter's z (NaN if every forecast was one half).
    """
    p, o = _pairs(probabilities, outcomes)
    below = np.cumsum(occurrences(p))
    low, high = (int(np.searchsorted(below, q - 1e-12)) for q in (0.05, 0.95))
    spread = ((1 - 2 * p) ** 2 * p * (1 - p)).sum()
    z = ((o - p) * (1 - 2 * p)).sum() / np.sqrt(spread) if spread > 0 else float("nan")
    return Calibration(float(p.sum()), int(o.sum()), low, high, float(z))


def pool(probabilities, rule: str = "median") -> np.ndarray:
    """One forecast of the class per question.

    Parameters
    ----------
    probabilities : array_like, shape (students, questions)
        NaN where a student did not answer.
    rule : {"median", "log-odds"}
        The median, or the mean of log-odds (probabilities cut at 1 and 99 per cent). Nothing is
        made more extreme: a class that read the same pages shares nearly all it knows.

    Returns
    -------
    ndarray, shape (questions,)
        Pooled probabilities.
    """
    p = np.asarray(probabilities, dtype=float)
    if p.ndim != 2 or np.isnan(p).all(axis=0).any() or (p < 0).any() or (p > 1).any():
        raise BadNumbers(
            f"The forecasts have shape {p.shape}; give (students, questions) between 0 and 1 and "
            "at least one answer to each question."
        )
    if rule == "median":
        return np.nanmedian(p, axis=0)
    if rule != "log-odds":
        raise BadNumbers(f"Unknown rule {rule!r}; use median or log-odds.")
    p = np.clip(p, FLOOR, 1 - FLOOR)
    return 1 / (1 + np.exp(-np.nanmean(np.log(p / (1 - p)), axis=0)))


def settled(outcomes, if_missing) -> np.ndarray:
    """Apply each question's own rule for silent sources, before anyone sees a score.

    Parameters
    ----------
    outcomes : sequence of (0, 1 or None)
        None where the sources named in the question say nothing.
    if_missing : sequence of {"no", "void"}
        "no": counts as not occurred; "void": counts as not asked, for everybody.

    Returns
    -------
    ndarray, shape (questions,)
        1, 0, or NaN for a question that leaves every sum.
    """
    silent = {"no": 0.0, "void": float("nan")}
    pairs = zip(outcomes, if_missing, strict=True)
    return np.array([silent[rule] if seen is None else float(seen) for seen, rule in pairs])
