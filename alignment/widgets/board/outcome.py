"""What follows from a judgement: values, places, shares of draws, and which weights lead where.

The browser computes the same while a slider moves; this is the reference it is held to.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from alignment.methods import aggregation, dominance, ranges, uncertainty
from alignment.methods.elicitation import direct
from alignment.widgets.board.judgement import Judgement

DRAWS = 10_000
SEED = 2026
BAND = (0.05, 0.95)  # nine draws in ten lie within the range shown
IMPACT = "C"  # the criterion that depends on whose interest is harmed
EXACT_TO = 75  # beyond this dial, sizes of weights hardly count and the programmes lose digits


@dataclass(frozen=True)
class Outcome:
    """Everything the board shows; domains and criteria in the order of the judgement.

    Parameters
    ----------
    weights : ndarray, shape (criteria,)
        Normalised swing points.
    values, low, high : ndarray, shape (domains,)
        Value at the most likely scores, and the range that holds nine draws in ten.
    places : ndarray of int, shape (domains,)
        1 is the largest value.
    acceptability : ndarray, shape (domains, places)
        Share of draws in which a domain takes a place.
    central : ndarray, shape (domains, criteria)
        Mean weights, over any weights at all, with which a domain is first; NaN if never.
    leads : ndarray, shape (domains,)
        Share of all weights, at the most likely scores, with which a domain is first.
    by_largest : ndarray, shape (criteria, domains)
        The same share among the weights of which this criterion's is the largest.
    best_leads : ndarray, shape (domains,)
        Largest lead that any weights give a domain, on the scale of `dominance.added`: above 0 it
        can be first, at 0 only level, below 0 never. NaN beyond a dial of `EXACT_TO`.
    margin : float
        Share by which every swing may be off before first place changes; NaN at the minimum.
    """

    weights: np.ndarray
    values: np.ndarray
    low: np.ndarray
    high: np.ndarray
    places: np.ndarray
    acceptability: np.ndarray
    central: np.ndarray
    leads: np.ndarray
    by_largest: np.ndarray
    best_leads: np.ndarray
    margin: float


def outcome(judgement: Judgement, profile: dict, draws: int = DRAWS) -> Outcome:
    """Work out a judgement.

    Parameters
    ----------
    judgement : dict
        Checked, see `judgement.start`.
    profile : dict
        Impact of each domain on each interest, see `judgement.interest_profile`.
    draws : int
        Number of draws.

    Returns
    -------
    Outcome
        Exact at the most likely scores, from seeded draws for the rest.
    """
    sheet = judgement["sheets"][judgement["capital"]]
    dial = judgement["dial"]
    scores, p = effective_scores(sheet, profile), exponent(dial)
    modes, points = scores[:, :, 1], np.array(list(sheet["points"].values()))
    by_weight, by_score = _random(len(points), modes.size, draws)
    spread = judgement["spread"]
    if spread is None:
        weights = uncertainty.any_weights(by_weight)
    else:
        weights = uncertainty.varied_points(points, spread / 100, by_weight)
    drawn = _drawn_scores(scores, by_score, judgement["vary"])
    values = drawn_values(weights, drawn, p)
    anything = uncertainty.any_weights(by_weight)
    believed = drawn_values(anything, np.broadcast_to(modes, drawn.shape), p)
    low, high = np.quantile(values, BAND, axis=0)
    exact = aggregation.power_mean(modes, direct(points), p)
    y = dominance.added(modes, p) if dial < 100 else None
    leads = [
        dominance.best_lead(y, d)[0] if dial <= EXACT_TO else np.nan for d in range(len(modes))
    ]
    return Outcome(
        weights=direct(points),
        values=exact,
        low=low,
        high=high,
        places=aggregation.places(exact),
        acceptability=uncertainty.rank_acceptability(values),
        central=uncertainty.central_weights(anything, believed),
        leads=uncertainty.rank_acceptability(believed)[:, 0],
        by_largest=uncertainty.leads_by_largest(anything, believed),
        best_leads=np.array(leads),
        margin=np.nan if y is None else dominance.margin_of_error(y, points),
    )


def exponent(dial: float) -> float:
    """Turn the dial (0 additive, 50 geometric, 100 minimum) into the exponent p."""
    return -np.inf if dial >= 100 else (100 - 2 * dial) / (100 - dial)


def effective_scores(sheet: dict, profile: dict) -> np.ndarray:
    """Return low, mode and high, shape (domains, criteria, 3), after the weights of interests.

    Impact moves by as many points as the weighted interests are touched more, or less, than
    their plain mean; the width of its range stays, within 0 and 100.
    """
    scores = np.array(
        [
            [[cell["low"], cell["mode"], cell["high"]] for cell in row.values()]
            for row in sheet["scores"].values()
        ],
        dtype=float,
    )
    interests = sheet["interests"]
    if interests and any(interests.values()):
        criterion = list(sheet["points"]).index(IMPACT)
        v = direct(list(interests.values()))
        touched = np.array([[profile[d][i] for i in interests] for d in sheet["scores"]])
        shift = touched @ v - touched.mean(axis=1)
        shift[np.abs(shift) < 1e-9] = 0  # a last bit would hide who dominates whom
        scores[:, criterion] = np.clip(scores[:, criterion] + shift[:, None], 0, 100)
    return scores


def drawn_values(weights: np.ndarray, scores: np.ndarray, p: float) -> np.ndarray:
    """Power mean in every draw, shape (draws, domains); see `aggregation.power_mean`.

    Weights have shape (draws, criteria), scores (draws, domains, criteria).
    """
    if p == 1:
        return np.einsum("nk,ndk->nd", weights, scores)
    x = np.maximum(scores, aggregation.FLOOR)
    if p == -np.inf:
        return np.where(weights[:, None, :] > 0, x, np.inf).min(axis=2)
    if p == 0:
        return np.exp(np.einsum("nk,ndk->nd", weights, np.log(x)))
    return np.einsum("nk,ndk->nd", weights, x**p) ** (1 / p)


def _drawn_scores(scores: np.ndarray, distances: np.ndarray, vary: bool) -> np.ndarray:
    """Scores in every draw, shape (draws, domains, criteria); distances from the most likely."""
    domains, criteria, _ = scores.shape
    if not vary:
        return np.broadcast_to(scores[:, :, 1], (distances.shape[1], domains, criteria))
    low, mode, high = np.moveaxis(scores, 2, 0)[..., None]
    distances = distances.reshape(domains, criteria, -1)
    return np.moveaxis(ranges.drawn_scores(low, mode, high, distances), 2, 0)


@lru_cache(maxsize=4)
def _random(criteria: int, cells: int, draws: int) -> tuple[np.ndarray, np.ndarray]:
    """Common random numbers, the same for every judgement.

    Uniform ones for the weights, shape (draws, criteria); for the scores, distances from the most
    likely one, shape (cells, draws).
    """
    count = (criteria + cells) * draws
    uniforms = uncertainty.mulberry32(SEED, count).reshape(-1, draws)
    return uniforms[:criteria].T, ranges.deviates(uniforms[criteria:])
