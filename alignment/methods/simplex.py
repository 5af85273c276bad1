"""A linear programme small enough to solve while a slider moves, and to read in class."""

import numpy as np

_STEPS = 200  # a dozen suffices here; the limit only ends a cycle


def smallest(A, b, c) -> np.ndarray | None:
    """Solve ``min c·x`` subject to ``A x <= b`` and ``x >= 0``, for costs that are not negative.

    Since no cost is negative, the slacks are dual feasible: the dual simplex method (Lemke 1954)
    starts there and needs no first phase.

    Parameters
    ----------
    A : array_like, shape (rows, unknowns)
        Left sides.
    b : array_like, shape (rows,)
        Right sides.
    c : array_like, shape (unknowns,)
        Costs, none negative.

    Returns
    -------
    ndarray, shape (unknowns,), or None
        A best x; None if nothing satisfies all rows.
    """
    tableau = np.vstack([np.column_stack([A, b]), np.append(c, 0.0)]).astype(float)
    n, rows = len(c), len(b)
    basic, free = np.arange(n, n + rows), np.arange(n)
    for _ in range(_STEPS):
        r = int(tableau[:-1, -1].argmin())
        if tableau[r, -1] >= -1e-9:
            x = np.zeros(n)
            x[basic[basic < n]] = tableau[:-1, -1][basic < n]
            return x
        able = np.flatnonzero(tableau[r, :-1] < -1e-10)
        if not able.size:
            return None
        s = able[(tableau[-1, able] / -tableau[r, able]).argmin()]
        pivot, column, row = tableau[r, s], tableau[:, s] / tableau[r, s], tableau[r].copy()
        tableau -= np.outer(column, row)
        tableau[:, s], tableau[r] = -column, row / pivot
        tableau[r, s] = 1 / pivot
        basic[r], free[s] = free[s], basic[r]
    return None
