"""One picture of a class: everything that may be shown of it, and nothing that may not.

The picture is a plain dictionary of rounded numbers. Whatever is drawn or written of a class is
made from it alone, so that the rules of `disclosure` hold for every page, table and panel.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np

from alignment.methods.classes import camps, disagreement, pooling
from alignment.methods.classes.disclosure import (
    FEWEST,
    STEP,
    counted,
    merged,
    quantiles,
    rounded,
)
from alignment.methods.groups import pooled_weights

KIND, SCHEMA = "alignment class", 1
FOR_QUARTILES, FOR_CAMPS = 20, camps.FEWEST
BIN = 20.0  # points; five bars from 0 to 100
NOTHING_TO_SPLIT = 0.05  # dealt disagreement below which shares say nothing


@dataclass(frozen=True)
class Sheets:
    """The sheets of one round.

    Parameters
    ----------
    scores : ndarray, shape (students, domains, criteria)
        Most likely scores, 0 to 100.
    weights : ndarray, shape (students, criteria)
        Each row sums to 1.
    domains, criteria : tuple of str
        Their codes, in the order of the arrays.
    shipped : sequence of ndarray, shape (domains, criteria)
        Sheets that came with the course; a student's sheet equal to one belongs to no camp.
    default : ndarray, shape (criteria,), optional
        Weights that nobody chose.
    """

    scores: np.ndarray
    weights: np.ndarray
    domains: tuple[str, ...] = ("M", "E", "D", "T", "F")
    criteria: tuple[str, ...] = ("A", "B", "C", "D", "E", "F")
    shipped: Sequence[np.ndarray] = field(default_factory=tuple)
    default: np.ndarray | None = None


def picture(sheets: Sheets, round: int = 1, made_of: str = "class") -> dict[str, Any]:
    """Collect what may be shown of a class's sheets.

    Parameters
    ----------
    sheets : Sheets
        Of one round; the order of students changes nothing.
    round : {1, 2}
        Of the panel.
    made_of : {"class", "invented"}
        Whether real students made it.

    Returns
    -------
    dict
        Ready for JSON. Below ten students it holds no number but that fact. Scores, weights and
        shares are rounded to 5, agreement to .05, and the number of students to the nearest 5.
    """
    n = len(sheets.scores)
    head = {"kind": KIND, "schema": SCHEMA, "made_of": made_of, "round": round}
    if n < FEWEST:
        return head | {"students": None}
    order = np.lexsort(np.column_stack([sheets.scores.reshape(n, -1), sheets.weights]).T)
    sheets = Sheets(**(vars(sheets) | {
        "scores": sheets.scores[order], "weights": sheets.weights[order],
    }))  # fmt: skip
    values = pooling.overall(sheets.scores, sheets.weights)
    return head | {
        "students": int(rounded(n)),
        "scores": _by_score(sheets),
        "weights": _weights(sheets),
        "orders": orders(values, sheets.domains),
        "first_places": first_places(values, sheets.domains),
        "agreement": _agreement(values),
        "parts": _parts(sheets),
        "pairs": _pairs(sheets, values),
        "camps": _camps(sheets) if n >= FOR_CAMPS else None,
    }


def spread(numbers: Sequence[float] | np.ndarray, step: float = STEP) -> dict[str, float]:
    """Return the quantiles of one score or forecast that may be shown, rounded.

    Parameters
    ----------
    numbers : array_like, shape (students,)
        One number per student.
    step : float
        To which multiple they are rounded.

    Returns
    -------
    dict of str to float
        For example ``{"q25": 40.0, "q50": 50.0, "q75": 65.0}``; empty below ten students.
    """
    x = np.asarray(numbers, dtype=float)
    return {f"q{100 * q:.0f}": float(rounded(np.quantile(x, q), step)) for q in quantiles(len(x))}


def bars(numbers: np.ndarray) -> list[dict[str, float]]:
    """Return five bins of a score as bars; bins of one to four students join a neighbour.

    Parameters
    ----------
    numbers : ndarray, shape (students,)
        Scores, 0 to 100.

    Returns
    -------
    list of dict
        `low`, `high` and `share` (rounded to 5 per cent); one bar over everything is no bar.
    """
    edges = np.arange(0, 100 + BIN, BIN)
    counts = np.histogram(numbers, edges)[0]
    joined = merged(counts)
    if sum(count > 0 for count in joined) < 2:
        return []
    found, at, total = [], 0, counts.sum()
    for count in joined:
        end, seen = at, 0
        while end < len(counts) and (seen < count or end == at):
            seen += counts[end]
            end += 1
        found.append((edges[at], edges[end], count))
        at = end
    found[-1] = (found[-1][0], edges[-1], found[-1][2])
    return [
        {"low": float(a), "high": float(b), "share": float(rounded(100 * c / total))}
        for a, b, c in found
    ]


def orders(values: np.ndarray, domains: Sequence[str]) -> dict[str, Any]:
    """Return the three rankings of the class, and whether they agree on the first place."""
    found = pooling.pooled(values)
    # Each rule's order alone is shown, no mean: a mean to the last digit would tell a newcomer.
    return {
        "mean": _named(np.argsort(-found.mean, kind="stable"), domains),
        "borda": _named(np.argsort(found.place, kind="stable"), domains),
        "kemeny": [_named(order, domains) for order in found.kemeny[:6]],
        "first": sorted(domains[k] for k in found.first),
        "no_winner": found.winner is None,
    }


def first_places(values: np.ndarray, domains: Sequence[str]) -> dict[str, Any]:
    """Return the shares of first places that may be shown; `None` where a count is too small."""
    found, n = pooling.first_places(values), len(values)
    shown = counted(found[:, 0] * n)
    return {
        domain: None
        if count is None
        else {
            "share": float(rounded(100 * row[0])),
            "low": float(rounded(100 * row[1])),
            "high": float(rounded(100 * row[2])),
        }
        for domain, row, count in zip(domains, found, shown, strict=True)
    }


def share_of(count: float, n: int) -> str | float:
    """Return a share in steps of 5 per cent; in words where one to four stand on a side."""
    if 0 < count < 5:
        return "hardly anybody"
    if 0 < n - count < 5:
        return "nearly all"
    return float(rounded(100 * count / n))


def thirds(parts: disagreement.Parts) -> dict[str, float] | None:
    """Return facts, values and both in steps of 5 that sum to 100; None with nothing to split."""
    if parts.facts is None:
        return None
    steps = np.array([parts.facts, parts.values, parts.both]) * 100 / STEP
    whole = np.floor(steps + 1e-9)
    left = round(100 / STEP - whole.sum())
    whole[np.argsort(-(steps - whole), kind="stable")[:left]] += 1
    return dict(zip(("facts", "values", "both"), (whole * STEP).tolist(), strict=True))


def _by_score(sheets: Sheets) -> dict[str, dict[str, Any]]:
    n, found = len(sheets.scores), {}
    for d, domain in enumerate(sheets.domains):
        found[domain] = {}
        for c, criterion in enumerate(sheets.criteria):
            column = sheets.scores[:, d, c]
            shown: dict[str, Any] = spread(column)
            if n >= FOR_QUARTILES:
                shown["bars"] = bars(column)
            found[domain][criterion] = shown
    return found


def _weights(sheets: Sheets) -> dict[str, Any]:
    middle = pooled_weights(sheets.weights)
    return {
        criterion: {"weight": float(rounded(100 * middle[c]))}
        | {
            name: value
            for name, value in spread(100 * sheets.weights[:, c]).items()
            if name in ("q25", "q75")
        }
        for c, criterion in enumerate(sheets.criteria)
    }


def _agreement(values: np.ndarray) -> dict[str, float]:
    found = pooling.agreement(values)
    numbers = {
        "w": found.w,
        "between_two": found.between_two,
        "by_chance": found.by_chance,
    }
    return {name: float(rounded(number, 0.05).round(2)) for name, number in numbers.items()}


def _parts(sheets: Sheets) -> dict[str, Any]:
    found = disagreement.disagreement(sheets.scores, sheets.weights)
    if found.dealt < NOTHING_TO_SPLIT:
        return {"agrees": True}
    shown: dict[str, Any] = {
        "agrees": False,
        "dealt": float(rounded(100 * found.dealt)),
        "real": float(rounded(100 * found.real)),
        "whole": thirds(found.whole),
    }
    if len(sheets.scores) >= FOR_QUARTILES:
        between = disagreement.interval(sheets.scores, sheets.weights)
        shown["between"] = {
            name: [float(rounded(100 * end)) for end in ends] for name, ends in between.items()
        }
        shown["linked"] = disagreement.linked(sheets.scores, sheets.weights) < 0.05
    return shown


def _pairs(sheets: Sheets, values: np.ndarray) -> list[dict[str, Any]]:
    found, n = disagreement.disagreement(sheets.scores, sheets.weights).pairs, len(values)
    shown = []
    for a, b in combinations(range(len(sheets.domains)), 2):
        gap = values[:, a] - values[:, b]
        above = float((gap > disagreement.TIE).sum() + 0.5 * (abs(gap) <= disagreement.TIE).sum())
        shown.append(
            {
                "pair": [sheets.domains[a], sheets.domains[b]],
                "above": share_of(above, n),
                "gap": float(rounded(np.median(gap))),
                "parts": thirds(found[a, b]),
            }
        )
    return shown


def _camps(sheets: Sheets) -> dict[str, Any]:
    of_scores = camps.camps_of_scores(sheets.scores, sheets.shipped)
    of_weights = camps.camps_of_weights(sheets.weights, sheets.default)
    by_level = camps.two_levels(sheets.scores)
    return {
        "scores": _camp(of_scores, sheets, 10.0, 1.0),
        "weights": _camp(of_weights, sheets, 0.05, 100.0),
        "two_levels": bool(by_level),
    }


def _camp(found: camps.Camps, sheets: Sheets, least: float, unit: float) -> dict[str, Any]:
    """Sizes and by what camps part: by at least `least`, shown in points or per cent."""
    if len(found.sizes) < 2 or min(found.sizes) < 5:
        return {"sizes": None, "visible": found.visible}
    apart = {
        "criteria": _apart(found.by_criterion, sheets.criteria, least, unit),
        "domains": _apart(found.by_domain, sheets.domains, least, unit),
    }
    sizes = [float(rounded(100 * size / sum(found.sizes))) for size in found.sizes]
    return {"sizes": sizes, "visible": found.visible, "part_by": apart}


def _apart(numbers: np.ndarray, names: Sequence[str], least: float, unit: float) -> Mapping:
    far = zip(names, numbers, strict=False)
    return {name: float(rounded(unit * x)) for name, x in far if abs(x) >= least}


def _named(order: Sequence[int] | np.ndarray, domains: Sequence[str]) -> list[str]:
    return [domains[int(k)] for k in order]
