"""What must change on a board for one domain to be first: the numbers of its three answers.

The words stand in the view; a code cell gets the same numbers as a table.
"""

from typing import Any

import numpy as np

from alignment.methods import dominance, first_place
from alignment.methods.elicitation import direct
from alignment.widgets.board.outcome import EXACT_TO, exponent


def what_must_change(
    ranges: np.ndarray, points: np.ndarray, domain: int, dial: float
) -> dict[str, Any] | None:
    """Work out the three answers for one domain.

    Parameters
    ----------
    ranges : ndarray, shape (domains, criteria, 3)
        Lowest, most likely and highest scores as they count.
    points : ndarray, shape (criteria,)
        Swing points.
    domain : int
        Position of the domain.
    dial : float
        Compensability, 0 to 100.

    Returns
    -------
    dict or None
        `lead`, the largest that any weights give; `sliders`, intervals of points, shape
        (criteria, 2); `near`, the nearest weights or None, and `moved`, the share of weight that
        changes hands; `scores`, see `first_place.Raised`; `some`, scores with which some weights
        would do, None if there are such weights already. None beyond a dial of `EXACT_TO`.
    """
    if dial > EXACT_TO:
        return None
    p, w = exponent(dial), direct(points)
    y = dominance.added(ranges[:, :, 1], p)
    lead, _ = dominance.best_lead(y, domain)
    near = first_place.nearest_weights(y, w, domain)
    some = None if lead > dominance.LEVEL else [_some(y, domain, k, p) for k in range(len(w))]
    return {
        "lead": lead,
        "sliders": first_place.slider_intervals(y, points, domain),
        "near": near,
        "moved": None if near is None else float(np.abs(near - w).sum() / 2),
        "scores": first_place.raised_scores(ranges, w, domain, p),
        "some": some,
    }


def as_points(weights: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Return swing points for weights: the same sum as before, or less if one would pass 100."""
    return weights * min(points.sum(), 100 / weights.max())


def _some(y: np.ndarray, domain: int, criterion: int, p: float) -> float:
    bottom = float(dominance.added(0, p))
    found = first_place.score_for_some_weights(y, domain, criterion, bottom)
    score = np.nan if found is None else first_place.entered(found, p)
    return score if score <= 100 else np.nan
