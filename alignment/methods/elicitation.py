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


def point_allocation(points) -> np.ndarray:
    """Turn 100 points, shared out among the criteria, into weights.

    Parameters
    ----------
    points : array_like, shape (n,)
        Points per criterion; they must sum to 100.

    Returns
    -------
    ndarray, shape (n,)
        ``w_k = p_k / 100``.

    Raises
    ------
    BadNumbers
        If the points do not sum to 100.
    """
    p = _inputs.vector(points, "the points", low=0)
    if abs(p.sum() - 100) > 1e-6:
        raise BadNumbers(f"The points sum to {p.sum():g}; share out exactly 100.")
    return p / 100


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


def ranks(points) -> np.ndarray:
    """Rank criteria by their points: 1 is the most important; equal points share a mean rank.

    Parameters
    ----------
    points : array_like, shape (n,)
        Any score of importance, larger is more important.

    Returns
    -------
    ndarray, shape (n,)
        Ranks 1 to n.
    """
    p = _inputs.vector(points, "the points")
    above = (p[None, :] > p[:, None]).sum(axis=1)
    equal = (p[None, :] == p[:, None]).sum(axis=1)
    return above + (equal + 1) / 2


def rank_order_centroid(ranking) -> np.ndarray:
    """Weights from ranks alone: the mean of all weight vectors that respect the ranks.

    Parameters
    ----------
    ranking : array_like, shape (n,)
        Rank of each criterion, 1 is the most important; ties share a mean rank.

    Returns
    -------
    ndarray, shape (n,)
        ``w_(i) = (1/n) * sum over j = i..n of 1/j`` (Barron 1992), in the order given.
    """
    n = len(ranking)
    return _by_rank(ranking, np.cumsum(1 / np.arange(n, 0, -1))[::-1] / n)


def rank_sum(ranking) -> np.ndarray:
    """Weights that fall by the same step from rank to rank.

    Parameters
    ----------
    ranking : array_like, shape (n,)
        Rank of each criterion, 1 is the most important; ties share a mean rank.

    Returns
    -------
    ndarray, shape (n,)
        ``2 (n + 1 - i) / (n (n + 1))`` (Stillwell, Seaver and Edwards 1981).
    """
    n = len(ranking)
    return _by_rank(ranking, 2 * np.arange(n, 0, -1) / (n * (n + 1)))


def rank_reciprocal(ranking) -> np.ndarray:
    """Weights in proportion to 1, 1/2, 1/3 and so on.

    Parameters
    ----------
    ranking : array_like, shape (n,)
        Rank of each criterion, 1 is the most important; ties share a mean rank.

    Returns
    -------
    ndarray, shape (n,)
        ``(1/i) / sum(1/j)`` (Stillwell, Seaver and Edwards 1981).
    """
    return _by_rank(ranking, direct(1 / np.arange(1, len(ranking) + 1)))


def _by_rank(ranking, ordered: np.ndarray) -> np.ndarray:
    """Hand the weight of each place to whoever holds it; a tie shares its places equally."""
    r = _inputs.vector(ranking, "the ranks", low=1)
    if not np.allclose(ranks(-r), r):
        raise BadNumbers(
            f"The ranks {np.array2string(r)} are not 1 to {len(r)}; give each criterion one "
            "place, 1 for the most important, and tied criteria their mean place."
        )
    weights = np.empty_like(r)
    weights[np.argsort(r, kind="stable")] = ordered
    return np.array([weights[r == place].mean() for place in r])


def comparison_matrix(upper) -> np.ndarray:
    """Build a full comparison matrix from the judgements above its diagonal.

    Parameters
    ----------
    upper : array_like, shape (n (n - 1) / 2,)
        How many times more important the row is than the column, read row by row:
        1-2, 1-3, ..., 2-3, ...

    Returns
    -------
    ndarray, shape (n, n)
        Ones on the diagonal and ``a_ji = 1 / a_ij`` below it (Saaty 1977).
    """
    judgements = _inputs.vector(upper, "the comparisons")
    n = round((1 + np.sqrt(1 + 8 * len(judgements))) / 2)
    if n * (n - 1) // 2 != len(judgements):
        raise BadNumbers(f"{len(judgements)} comparisons fit no matrix; give 3, 6, 10 or 15.")
    matrix = np.ones((n, n))
    matrix[np.triu_indices(n, 1)] = judgements
    return _reciprocal(np.triu(matrix) + np.tril(1 / matrix.T, -1))


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
    return float((largest - n) / (n - 1) / RANDOM_INDEX[random_index][n])


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


def judgement_errors(matrix) -> np.ndarray:
    """How far each comparison is from the ratio of the weights it led to.

    Parameters
    ----------
    matrix : array_like, shape (n, n)
        Pairwise comparisons.

    Returns
    -------
    ndarray, shape (n, n)
        ``e_ij = a_ij w_j / w_i``; 1 means the judgement fits the weights (Saaty 1980).
    """
    a = _reciprocal(matrix)
    w = ahp(a)
    return a * w[None, :] / w[:, None]


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
