"""How alike two states vote: definitions of agreement over a table of counts.

`counts` is a 3 x 3 array: the votes of one state (rows) by those of the other (columns), both in
the order of `CAST`. Each definition returns the number of votes it rests on and the agreement,
NaN where there is nothing to compare. Tables and methods both use them.
"""

import numpy as np

CAST = ("Y", "N", "A")


def strict(counts: np.ndarray) -> tuple[int, float]:
    """Return number of common votes and share of identical ones; absences are no votes."""
    n = int(counts.sum())
    return n, counts.trace() / n if n else np.nan


def half_credit(counts: np.ndarray) -> tuple[int, float]:
    """Return the share in which an abstention against a yes or no counts one half."""
    n = int(counts.sum())
    near = counts[:2, 2].sum() + counts[2, :2].sum()
    return n, (counts.trace() + near / 2) / n if n else np.nan


def no_abstentions(counts: np.ndarray) -> tuple[int, float]:
    """Return the share of identical votes where both said yes or no."""
    return strict(counts[:2, :2])


def kappa(counts: np.ndarray) -> tuple[int, float]:
    """Return Cohen's kappa (Cohen 1960): agreement beyond what the habits of both would give."""
    n, seen = strict(counts)
    chance = (counts.sum(axis=0) / n) @ (counts.sum(axis=1) / n) if n else 1.0
    return n, (seen - chance) / (1 - chance) if chance < 1 else np.nan
