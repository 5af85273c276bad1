"""What may be shown of a class's forecasts, of its guesses, and of two rounds side by side."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from alignment.methods.classes import pooling, resolved, rounds
from alignment.methods.classes.disclosure import FEWEST, counted, rounded
from alignment.methods.classes.picture import (
    FOR_QUARTILES,
    Sheets,
    orders,
    share_of,
    spread,
)

BY_ITSELF = (72, 75)  # per cent of far answers that come nearer when everybody answers afresh


def forecasts(given: Mapping[str, Sequence[float]]) -> dict[str, dict[str, float]]:
    """Return the class's forecast of each question that at least ten students answered.

    Parameters
    ----------
    given : mapping of str to sequence of float
        Per cent by question, in any order of students.

    Returns
    -------
    dict of str to dict
        `answers` to the nearest 5, the quantiles that may be shown, and `log_odds`, the pooled
        mean of log-odds, all in steps of 5 per cent. The median, `q50`, is the class's forecast.
    """
    found = {}
    for question, percents in sorted(given.items()):
        if len(percents) >= FEWEST:
            p = np.sort(np.asarray(percents, dtype=float))
            odds = resolved.pool(p[:, None] / 100, "log-odds")[0]
            found[question] = {"answers": int(rounded(len(p))), **spread(p)} | {
                "log_odds": float(rounded(100 * odds))
            }
    return found


def guesses(given: Sequence[Sequence[float | str]], names: Sequence[str], step: float) -> dict:
    """Return what a class guessed at one prediction.

    Parameters
    ----------
    given : sequence of sequence
        One student's numbers, or names in the order of preference.
    names : sequence of str
        The options, or what the numbers stand for; empty for a single number.
    step : float
        To which multiple numbers are rounded: a twentieth of the scale.

    Returns
    -------
    dict
        `answers`, and `values` (quantiles of each number) or `shares` (of the first name, in steps
        of 5 per cent; None where a count is too small). Empty below ten students.
    """
    if len(given) < FEWEST:
        return {}
    head = {"answers": int(rounded(len(given)))}
    if all(isinstance(each[0], str) for each in given):
        first = [each[0] for each in given]
        shown = counted([first.count(name) for name in names])
        shares = [None if c is None else float(rounded(100 * c / len(given))) for c in shown]
        return head | {"shares": dict(zip(names, shares, strict=True))}
    columns = np.array([list(each) for each in given], dtype=float).T
    return head | {"values": [spread(column, step) for column in columns]}


def movement(
    first: Sheets, second: Sheets, reference: np.ndarray, seen: Sequence[bool | None] = ()
) -> dict[str, Any] | None:
    """Return how a class moved from round 1 to round 2; only students with both rounds.

    Parameters
    ----------
    first, second : Sheets
        The same students in the same order.
    reference : ndarray, shape (domains, criteria)
        The sheet that was shown.
    seen : sequence of bool or None
        Who had seen it before round 2.

    Returns
    -------
    dict or None
        None below ten students with both rounds.
    """
    n = len(first.scores)
    if n < FEWEST:
        return None
    values = [pooling.overall(each.scores, each.weights) for each in (first, second)]
    places = [pooling.pooled(each).first for each in values]
    leaders = [set(np.flatnonzero(v.mean(0) >= v.mean(0).max() - 1e-9).tolist()) for v in values]
    return {
        "students": int(rounded(n)),
        "medians_of": "both",
        "scores": _moved(first, second),
        "orders": [orders(each, first.domains) for each in values],
        "same_first": places[0] == places[1],
        "may_stop": rounds.may_stop(first.scores, second.scores, *leaders),
        "w": [float(rounded(pooling.agreement(each).w, 0.05).round(2)) for each in values],
        "nearer": _nearer(first, second, reference, seen),
        "by_itself": list(BY_ITSELF),
    }


def _moved(first: Sheets, second: Sheets) -> dict[str, dict[str, Any]]:
    n, found = len(first.scores), {}
    for d, domain in enumerate(first.domains):
        found[domain] = {}
        for c, criterion in enumerate(first.criteria):
            before, after = first.scores[:, d, c], second.scores[:, d, c]
            shown: dict[str, Any] = {
                "before": spread(before)["q50"],
                "after": spread(after)["q50"],
                "over_five": share_of(int((abs(after - before) > 5).sum()), n),
            }
            if n >= FOR_QUARTILES:
                moved = rounds.movement(before, after)
                shown["drew_together"] = bool(moved.p < 0.05 and moved.r > 0)
            found[domain][criterion] = shown
    return found


def _nearer(
    first: Sheets, second: Sheets, reference: np.ndarray, seen: Sequence[bool | None]
) -> dict[str, Any]:
    """Whether the class moved nearer to the reference, and whether because of it."""
    after = rounds.nearer(first.scores, second.scores, reference)
    shown: dict[str, Any] = {
        "moved_nearer": bool(after.p < 0.05),
        "rank_biserial": float(rounded(after.rank_biserial, 0.05).round(2)),
        "control": None,
    }
    saw, saw_not = (np.array([each is side for each in seen], dtype=bool) for side in (True, False))
    if min(saw.sum(), saw_not.sum()) >= FEWEST:
        p = rounds.against_control(after.each[saw], after.each[saw_not])
        shown["control"] = {"anchored": bool(p < 0.05)}
    return shown
