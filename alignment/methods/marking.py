"""Do two readers mark alike? Agreement of marks on an ordered scale, beyond chance."""

from dataclasses import dataclass

import numpy as np

from alignment.methods._inputs import BadNumbers


@dataclass(frozen=True)
class Agreement:
    """How far two readers of the same work agree.

    Parameters
    ----------
    pairs : int
        Works that two readers marked.
    same, near : float
        Share of pairs with the same level, and with levels at most one apart.
    alpha : float
        Krippendorff's alpha with squared differences: 1 for full agreement, 0 for what chance
        alone gives, NaN where every mark is the same and chance cannot be told apart.
    """

    pairs: int
    same: float
    near: float
    alpha: float


def agreement(marks) -> Agreement:
    """Compare two marks of each work; the readers may differ from work to work.

    Parameters
    ----------
    marks : array_like, shape (works, 2)
        Levels as whole numbers, for example 0, 1 and 2.

    Returns
    -------
    Agreement
        Alpha as in Krippendorff 2011, for two readers and no missing mark. Unlike Cohen's kappa
        it does not need the same two readers throughout.
    """
    table = np.asarray(marks, dtype=float).reshape(-1, 2)
    if len(table) < 2 or not np.isfinite(table).all():
        raise BadNumbers(f"There are {len(table)} works with two marks; give at least 2.")
    apart = np.abs(table[:, 0] - table[:, 1])
    seen = (apart**2).mean()
    every = table.ravel()
    # Every mark against every other one: what two readers drawn by lot would differ by.
    by_chance = 2 * every.var(ddof=1)
    alpha = 1 - seen / by_chance if by_chance > 0 else float("nan")
    return Agreement(len(table), float((apart == 0).mean()), float((apart <= 1).mean()), alpha)
