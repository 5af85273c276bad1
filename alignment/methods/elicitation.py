"""From a person's judgements to weights: points, ranks and pairwise comparisons.

Every function returns weights that sum to 1; they differ in the question the person answered.
"""

import numpy as np

from alignment.methods import _inputs
from alignment.methods._inputs import BadNumbers

# Mean consistency index of random comparison matrices, by size. The published tables differ,
# so the ratio below always says which one it used.
RANDOM_INDEX = {
    table: dict(enumerate(values, start=3))
    for table, values in {
        "saaty1980": (0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49),
        "saaty2005": (0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49),
        "donegan-dodd1991": (0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055),
    }.items()
}


def direct(points) -> np.ndarray:
    """Turn importance ratings into weights.

    Parameters
    ----------
    points : array_like, shape (n,)
        Importance of each criterion, 0 or more. The question ignores the range of the
        criteria, which is its known weakness (von Nitzsch and Weber 1993).

    Returns
    -------
    ndarray, shape (n,)
        ``w_k = p_k / sum(p)`` (SMART; Edwards 1977).

    Raises
    ------
    BadNumbers
        If a rating is negative or all are zero.
    """
    p = _inputs.vector(points, "the points", low=0)
    if p.sum() == 0:
        raise BadNumbers("All points are 0; give at least one criterion more than 0.")
    return p / p.sum()


def swing(points) -> np.ndarray:
    """Turn swing points into weights.

    Imagine every criterion at its worst anchor (0). The swing from 0 to 100 you would make
    first gets 100 points; every other swing gets points relative to it.

    Parameters
    ----------
    points : array_like, shape (n,)
        Swing points, 0 to 100.

    Returns
    -------
    ndarray, shape (n,)
        ``w_k = s_k / sum(s)`` (von Winterfeldt and Edwards 1986; Edwards and Barron 1994).
    """
    return direct(_inputs.vector(points, "the swing points", low=0, high=100))


def ahp(matrix, method: str = "eigenvector") -> np.ndarray:
    """Weights from pairwise comparisons (the analytic hierarchy process).

    Parameters
    ----------
    matrix : array_like, shape (n, n)
        Entry (i, j): how many times more important i is than j; ``a_ji = 1 / a_ij``.
    method : {"eigenvector", "row geometric mean"}
        Saaty (1977), or Crawford and Williams (1985).

    Returns
    -------
    ndarray, shape (n,)
        Weights that sum to 1.
    """
    a = _reciprocal(matrix)
    if method == "row geometric mean":
        return direct(np.exp(np.log(a).mean(axis=1)))
    if method != "eigenvector":
        raise BadNumbers(f"Unknown method {method!r}; use 'eigenvector' or 'row geometric mean'.")
    _, vectors = _principal(a)
    return direct(np.abs(vectors))


def consistency_ratio(matrix, random_index: str = "saaty1980") -> float:
    """How far pairwise comparisons are from consistent, relative to random ones.

    Parameters
    ----------
    matrix : array_like, shape (n, n)
        Pairwise comparisons, n from 3 to 10.
    random_index : {"saaty1980", "saaty2005", "donegan-dodd1991"}
        The table of random indices; results differ slightly by table.

    Returns
    -------
    float
        ``CR = CI / RI(n)`` with ``CI = (lambda_max - n) / (n - 1)`` (Saaty 1980). A small
        ratio says the answers fit together, not that they are true.
    """
    a = _reciprocal(matrix)
    if random_index not in RANDOM_INDEX:
        raise BadNumbers(f"Unknown table {random_index!r}; use one of {', '.join(RANDOM_INDEX)}.")
    n = len(a)
    if n not in RANDOM_INDEX[random_index]:
        raise BadNumbers(f"The matrix has size {n}; a random index exists for 3 to 10.")
    largest, _ = _principal(a)
    index = (largest - n) / (n - 1)  # never below 0 (Saaty 1980) but for the machine's rounding
    return max(0.0, float(index)) / RANDOM_INDEX[random_index][n]


def worst_triad(matrix) -> tuple[int, int, int]:
    """The three criteria whose judgements contradict each other most.

    Parameters
    ----------
    matrix : array_like, shape (n, n)
        Pairwise comparisons, n at least 3.

    Returns
    -------
    tuple of int
        Positions (i, j, k), i < j < k, with the largest ``|log(a_ij a_jk / a_ik)|``
        (Koczkodaj 1993 measures inconsistency by triads).
    """
    a = np.log(_reciprocal(matrix))
    n = len(a)
    triads = [(i, j, k) for i in range(n) for j in range(i + 1, n) for k in range(j + 1, n)]
    if not triads:
        raise BadNumbers(f"The matrix has size {n}; a triad needs at least 3 criteria.")
    return max(triads, key=lambda t: abs(a[t[0], t[1]] + a[t[1], t[2]] - a[t[0], t[2]]))


def complete(matrix) -> np.ndarray:
    """Fill missing comparisons (NaN pairs) so that the matrix is as consistent as it can be.

    Parameters
    ----------
    matrix : array_like, shape (n, n)
        Pairwise comparisons with NaN in both places of a missing pair.

    Returns
    -------
    ndarray, shape (n, n)
        The completion with the smallest largest eigenvalue (Bozóki, Fülöp and Rónyai 2010).
    """
    from scipy.optimize import minimize

    a = np.asarray(matrix, dtype=float)
    rows, columns = np.nonzero(np.triu(np.isnan(a), 1))

    def filled(logs: np.ndarray) -> np.ndarray:
        full = a.copy()
        full[rows, columns], full[columns, rows] = np.exp(logs), np.exp(-logs)
        return _reciprocal(full)

    if not len(rows):
        return _reciprocal(a)
    best = minimize(lambda logs: _principal(filled(logs))[0], np.zeros(len(rows)), tol=1e-10)
    return filled(best.x)


def _reciprocal(matrix) -> np.ndarray:
    a = _inputs.table(matrix, "the comparison matrix")
    if a.shape[0] != a.shape[1]:
        raise BadNumbers(f"The comparison matrix has shape {a.shape}; rows and columns must match.")
    if (a <= 0).any() or not np.allclose(a * a.T, 1, atol=0.02):
        raise BadNumbers(
            "The comparison matrix is not reciprocal; if i is 3 times j, then j is 1/3 of i."
        )
    return a


def _principal(a: np.ndarray) -> tuple[float, np.ndarray]:
    """Return the largest eigenvalue and its eigenvector."""
    values, vectors = np.linalg.eig(a)
    largest = values.real.argmax()
    return values[largest].real, vectors[:, largest].real
