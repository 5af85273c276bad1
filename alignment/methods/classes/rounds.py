"""Two rounds of one class: who moved, whether the answers drew together, and towards what.

Agreement is not accuracy: nothing here says whether the class came nearer to the truth. Students
who were far out move towards the middle by answering afresh alone, so movement is tested for the
class, never for its outliers.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np
from scipy.stats import rankdata
from scipy.stats import t as student_t

from alignment.methods import _inputs
from alignment.methods._inputs import BadNumbers

EXACT = 12  # up to so many numbers every change of signs is counted, above it 999 are drawn
DRAWS, SEED = 999, 1


@dataclass(frozen=True)
class Movement:
    """How one score moved from round one to round two, for the class as a whole.

    Parameters
    ----------
    change : float
        Median change, points.
    over_five : float
        Share of students who moved by more than 5 points.
    iqr_ratio : float
        Interquartile range of round two over that of round one; below 1 the answers drew together.
    r, p : float
        Pitman-Morgan: correlation of sum and difference, above 0 when the spread fell, and its
        two-sided p-value.
    """

    change: float
    over_five: float
    iqr_ratio: float
    r: float
    p: float


@dataclass(frozen=True)
class Nearer:
    """Whether students moved nearer to a sheet after seeing it.

    Parameters
    ----------
    each : ndarray, shape (students,)
        Points nearer, mean over a student's scores. Not to be shown.
    median : float
        Its median, points.
    rank_biserial : float
        Matched-pairs rank-biserial correlation, -1 to 1 (Kerby 2014).
    p : float
        One-sided p-value of the sign-flip test; it says *that* they moved nearer, not why.
    """

    each: np.ndarray
    median: float
    rank_biserial: float
    p: float


def sign_flip(changes, *, two_sided: bool = True) -> float:
    """Test whether changes lean to one side, by changing their signs.

    Parameters
    ----------
    changes : array_like, shape (n,)
        One number per independent unit (a student; a question; a block of questions).
    two_sided : bool
        Count both directions; else only a lean above 0.

    Returns
    -------
    float
        p-value; exact up to 12 numbers, else from 999 draws with a fixed seed.
    """
    d = _inputs.vector(changes, "the changes")
    if len(d) <= EXACT:
        signs = np.array(list(product((1, -1), repeat=len(d))))
        extra = 0
    else:
        signs = np.random.default_rng(SEED).choice((1, -1), size=(DRAWS, len(d)))
        extra = 1
    sums, seen = signs @ d, d.sum()
    if two_sided:
        sums, seen = np.abs(sums), abs(seen)
    return float(((sums >= seen - 1e-9).sum() + extra) / (len(sums) + extra))


def movement(before, after) -> Movement:
    """Describe how one score moved between two rounds of the same students.

    Parameters
    ----------
    before, after : array_like, shape (students,)
        The score of the same students in the same order, at least four.

    Returns
    -------
    Movement
        Median change, share over 5 points, ratio of spreads, and the test of equal spreads
        (Pitman 1939; Morgan 1939).
    """
    x, y = _inputs.vector(before, "round one"), _inputs.vector(after, "round two")
    _inputs.same_length(x, y, "The two rounds")
    if len(x) < 4:
        raise BadNumbers(f"There are {len(x)} students with both rounds; give at least 4.")
    spreads = [float(np.subtract(*np.percentile(a, [75, 25]))) for a in (x, y)]
    ratio = spreads[1] / spreads[0] if spreads[0] else float("nan")
    total, change = x + y, x - y
    r = float("nan")
    if total.std() and change.std():
        r = float(np.corrcoef(total, change)[0, 1])
    with np.errstate(divide="ignore"):
        statistic = r * np.sqrt((len(x) - 2) / (1 - r**2)) if abs(r) < 1 else np.inf
    p = float(2 * student_t.sf(abs(statistic), len(x) - 2))
    moved = y - x
    return Movement(float(np.median(moved)), float((np.abs(moved) > 5).mean()), ratio, r, p)


def nearer(before, after, reference) -> Nearer:
    """Measure whether students moved nearer to a sheet between two answers.

    Parameters
    ----------
    before, after : array_like, shape (students, scores)
        The same students' scores before and after they saw the sheet.
    reference : array_like, shape (scores,)
        The sheet.

    Returns
    -------
    Nearer
        The unit is the student, never the score: scores of one student are not independent.
        Without a control half say "moved nearer after seeing it", not "was anchored".
    """
    sheet = np.ravel(np.asarray(reference, dtype=float))
    x, y = (np.asarray(a, dtype=float).reshape(len(a), -1) for a in (before, after))
    if x.shape != y.shape or x.shape[1] != len(sheet):
        raise BadNumbers(
            f"The rounds have shapes {x.shape} and {y.shape} and the sheet {len(sheet)} scores; "
            "give the same students and the same scores."
        )
    each = (np.abs(x - sheet) - np.abs(y - sheet)).mean(axis=1)
    return Nearer(
        each, float(np.median(each)), rank_biserial(each), sign_flip(each, two_sided=False)
    )


def rank_biserial(changes) -> float:
    """Share of rank for a rise minus share for a fall, zeros left out; 0 if all are zero."""
    d = _inputs.vector(changes, "the changes")
    d = d[np.abs(d) > 1e-9]
    if not len(d):
        return 0.0
    ranks = rankdata(np.round(np.abs(d), 9))
    return float((ranks[d > 0].sum() - ranks[d < 0].sum()) / ranks.sum())


def against_control(shown, control) -> float:
    """Test whether the half that saw the sheet moved nearer than the half that did not.

    Parameters
    ----------
    shown, control : array_like, shape (students,)
        `Nearer.each` of the two halves, drawn by lot.

    Returns
    -------
    float
        One-sided p-value of a permutation test (999 draws, fixed seed). Only this test separates
        the sheet's pull from new evidence that moved everybody.
    """
    a, b = _inputs.vector(shown, "the half that saw it"), _inputs.vector(control, "the control")
    together, rng = np.concatenate([a, b]), np.random.default_rng(SEED)
    seen = a.mean() - b.mean()
    drawn = np.array([_difference(rng.permutation(together), len(a)) for _ in range(DRAWS)])
    return float(((drawn >= seen - 1e-9).sum() + 1) / (DRAWS + 1))


def may_stop(before, after, first_before: set[int], first_after: set[int]) -> bool:
    """Say whether a class may stop after this round.

    Parameters
    ----------
    before, after : array_like, shape (students, domains, criteria)
        Scores in two rounds.
    first_before, first_after : set of int
        The domain or domains first by the mean of values.

    Returns
    -------
    bool
        True if the same domain is first and at least nine in ten of the class's median scores lie
        within 5 points of the round before. Agreement is no reason to stop.
    """
    medians = [np.median(np.asarray(a, dtype=float), axis=0) for a in (before, after)]
    still = np.abs(medians[1] - medians[0]) <= 5
    return first_before == first_after and bool(still.mean() >= 0.9 - 1e-9)


def _difference(values: np.ndarray, size: int) -> float:
    return float(values[:size].mean() - values[size:].mean())
