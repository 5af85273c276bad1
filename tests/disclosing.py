"""What somebody could work out from a page of a class: for the tests of what such a page shows."""

import numpy as np


def recoverable(sums, hidden: int) -> bool:
    """Say whether a hidden count follows from what is shown.

    Parameters
    ----------
    sums : array_like, shape (shown sums, hidden counts)
        1 where a hidden count is part of a shown sum, 0 where not (complementary disclosure).
    hidden : int
        How many counts are hidden.

    Returns
    -------
    bool
        True if some hidden count lies in the row space of the sums, so that subtraction gives it.
    """
    table = np.asarray(sums, dtype=float).reshape(-1, hidden)
    rank = np.linalg.matrix_rank(table) if table.size else 0
    return any(np.linalg.matrix_rank(np.vstack([table, unit])) == rank for unit in np.eye(hidden))
