"""The class together: one ranking, two rounds, forecasts, and what may be shown.

Reference values were computed apart from this code, on the classes of `tests.students`.
"""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import friedmanchisquare

from alignment.methods import scoring
from alignment.methods._inputs import BadNumbers
from alignment.methods.classes import disclosure, pooling, resolved, rounds
from alignment.tables import load
from tests.disclosing import recoverable
from tests.students import REFERENCE, D, E, F, M, T, a_class

# --- one ranking of the class -----------------------------------------------------------------

TEMFD, EMFDT = [3.0, 4, 1, 5, 2], [4.0, 5, 2, 1, 3]
MTEFD, EMTFD = [5.0, 3, 1, 4, 2], [4.0, 5, 1, 3, 2]


def test_three_against_two_by_three_rules():
    found = pooling.pooled([TEMFD] * 3 + [EMFDT] * 2)
    assert found.mean.tolist() == pytest.approx([3.4, 4.4, 1.4, 3.4, 2.4])
    assert found.place.tolist() == pytest.approx([2.6, 1.6, 4.6, 2.6, 3.6])
    assert found.kemeny == ((T, E, M, F, D),)
    assert found.distance == 8
    assert found.first == {E, T}
    assert pooling.agreement([TEMFD] * 3 + [EMFDT] * 2).w == pytest.approx(0.52)


def test_a_circle_has_no_winner_and_three_best_orders():
    found = pooling.pooled([TEMFD, EMTFD, MTEFD])
    assert found.mean.tolist() == [4, 4, 1, 4, 2]
    assert set(found.kemeny) == {(M, T, E, F, D), (E, M, T, F, D), (T, E, M, F, D)}
    assert found.distance == 4
    assert found.winner is None


def test_agreement_with_ties_is_friedmans_statistic():
    values = np.array([[5.0, 5, 1, 4, 2], [5, 4, 1, 3, 3], [5, 4, 1, 3, 2]])
    found = pooling.agreement(values)
    assert found.chi2 == pytest.approx(friedmanchisquare(*values.T).statistic)
    m = len(values)
    assert found.between_two == pytest.approx((m * found.w - 1) / (m - 1))


@pytest.mark.parametrize(
    ("n", "mean", "place", "distance", "w", "share", "low", "high"),
    [
        (12, [47.7413, 62.9477, 41.6702, 64.4181, 41.1369], [3.5, 1.6667, 4.3333, 1.4167, 4.0833],
         18, 0.748611, 0.5833, 0.356, 0.780),
        (60, [50.5018, 61.9836, 42.0122, 63.6255, 43.7294], [3.2833, 1.6, 4.45, 1.5667, 4.1],
         89, 0.740722, 0.5167, 0.4121, 0.6198),
        (300, [50.8465, 62.2775, 41.7572, 64.9768, 44.915], [3.2767, 1.74, 4.4733, 1.4933, 4.0167],
         431, 0.713851, 0.59, 0.5427, 0.6357),
    ],
)  # fmt: skip
def test_reference_classes_rank_as_computed_apart(n, mean, place, distance, w, share, low, high):
    values = pooling.overall(*a_class(n))
    found = pooling.pooled(values)
    assert found.mean == pytest.approx(mean, abs=1e-4)
    assert found.place == pytest.approx(place, abs=1e-4)
    assert (found.kemeny, found.distance) == (((T, E, M, F, D),), distance)
    assert pooling.agreement(values).w == pytest.approx(w, abs=1e-6)
    assert pooling.first_places(values)[T] == pytest.approx([share, low, high], abs=1e-4)


def test_the_first_place_needs_all_three_rules():
    strong = [[50.0, 60, 40, 62, 45]] * 4 + [[50.0, 90, 40, 20, 45]]
    found = pooling.pooled(strong)
    assert found.mean.argmax() == E
    assert found.kemeny[0][0] == T
    assert found.first == {E, T}


# --- two rounds -------------------------------------------------------------------------------


def test_exact_sign_flips_of_five_changes():
    assert rounds.sign_flip([-2, 4, -2, 3, 18]) == pytest.approx(0.375)


def test_the_panel_of_the_lesson_drew_together():
    panel = load("panel").pivot(index="panellist", columns="round", values="score").to_numpy()
    found = rounds.movement(panel[:, 0], panel[:, 1])
    assert found.iqr_ratio == pytest.approx(0.625)
    assert (found.r, found.p) == pytest.approx((0.975722, 0.004524), abs=1e-6)
    assert (found.change, found.over_five) == (-2, pytest.approx(0.2))


def test_a_pull_towards_the_sheet_is_found_and_sized():
    before, _ = a_class(12)
    after = np.clip(np.floor((before + 0.2 * (REFERENCE - before)) / 5 + 0.5) * 5, 0, 100)
    found = rounds.nearer(before, after, REFERENCE)
    assert found.each[:3] == pytest.approx([1.833333, 2.333333, 2.5], abs=1e-6)
    assert found.median == pytest.approx(2.416667, abs=1e-6)
    assert found.rank_biserial == 1
    assert found.p == pytest.approx(1 / 4096)


def test_other_peoples_answers_are_no_pull():
    before, _ = a_class(12)
    found = rounds.nearer(before, before[::-1], REFERENCE)
    assert found.rank_biserial == pytest.approx(0, abs=1e-9)
    assert found.p == pytest.approx(0.518311, abs=1e-6)


def test_evidence_that_moves_everybody_is_no_pull_against_a_control_half():
    rng = np.random.default_rng(5)
    shown, control = rng.normal(2, 2, 30), rng.normal(2, 2, 30)
    assert rounds.against_control(shown, control) > 0.05
    assert rounds.against_control(shown + 3, control) < 0.01


def test_a_class_stops_when_its_first_place_and_its_medians_stay():
    scores, weights = a_class(60)
    first = {int(pooling.pooled(pooling.overall(scores, weights)).mean.argmax())}
    assert rounds.may_stop(scores, scores, first, first)
    moved = scores.copy()
    moved[:, :2, :2] = np.clip(moved[:, :2, :2] + 15, 0, 100)
    assert not rounds.may_stop(scores, moved, first, first)
    assert not rounds.may_stop(scores, scores, first, {M})


# --- forecasts --------------------------------------------------------------------------------


def resolved_questions():
    rows = load("questions").query("set == 'past'")
    return rows["forecast"].to_numpy(float), rows["outcome"].astype(float).to_numpy()


def test_the_scores_of_four_forecasts():
    p, o = [0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0]
    assert scoring.brier(p, o) == pytest.approx(0.0375)
    assert resolved.log_score(p, o) == pytest.approx(0.285127, abs=1e-6)
    assert np.isfinite(resolved.log_score([0.0], [1]))


def test_the_eleven_questions_of_the_lesson():
    p, o = resolved_questions()
    assert resolved.log_score(p, o) == pytest.approx(0.719751, abs=1e-6)
    found = resolved.calibration(p, o)
    assert (found.expected, found.seen) == (pytest.approx(5.35), 4)
    assert found.z == pytest.approx(-0.075497, abs=1e-6)
    exact = resolved.occurrences(p)
    assert exact[:5].sum() == pytest.approx(0.271808, abs=1e-6)
    assert exact[4:].sum() == pytest.approx(0.912230, abs=1e-6)
    assert exact[: found.low].sum() < 0.05 <= exact[: found.low + 1].sum()
    assert exact[found.high + 1 :].sum() <= 0.05 < exact[found.high :].sum()


def test_occurrences_of_three_events():
    assert resolved.occurrences([0.2, 0.5, 0.9]) == pytest.approx([0.04, 0.41, 0.46, 0.09])


def test_a_forecaster_against_one_half_and_against_the_base_rate():
    p, o = resolved_questions()
    half = resolved.compare(p, np.full(11, 0.5), o)
    assert half.difference == pytest.approx(-0.077045, abs=1e-6)
    assert (half.low, half.high) == pytest.approx((-0.172759, 0.018668), abs=1e-6)
    assert half.p == pytest.approx(0.179688, abs=1e-6)
    base = resolved.compare(p, np.full(11, 4 / 11), o)
    assert (base.difference, base.p) == pytest.approx((-0.058450, 0.416992), abs=1e-6)


def test_one_contract_by_two_dates_is_one_block():
    p, o = resolved_questions()
    blocks = ["R2" if k in (1, 10) else f"R{k + 1}" for k in range(11)]
    assert resolved.compare(p, np.full(11, 0.5), o, blocks).p == pytest.approx(0.21875)


def test_a_silent_source_counts_by_the_rule_of_its_question():
    seen = resolved.settled([1, None, None, 0], ["void", "no", "void", "no"])
    assert seen[[0, 1, 3]].tolist() == [1, 0, 0]
    assert np.isnan(seen[2])


def test_pooling_takes_the_median_and_nothing_more_extreme():
    table = [[0.6, 0.2], [0.7, np.nan], [0.9, 0.4]]
    assert resolved.pool(table).tolist() == pytest.approx([0.7, 0.3])
    assert resolved.pool([[0.6], [0.7], [0.9]], "log-odds")[0] == pytest.approx(0.759510, abs=1e-6)
    with pytest.raises(BadNumbers, match="at least one answer"):
        resolved.pool([[np.nan, 0.5]])


# --- what may be shown ------------------------------------------------------------------------


def test_quantiles_need_five_students_beyond_them():
    assert disclosure.quantiles(9) == ()
    assert disclosure.quantiles(10) == disclosure.quantiles(19) == (0.5,)
    assert disclosure.quantiles(20) == disclosure.quantiles(49) == (0.25, 0.5, 0.75)
    assert disclosure.quantiles(50) == (0.1, 0.25, 0.5, 0.75, 0.9)


def test_a_bin_of_three_joins_its_smaller_neighbour():
    assert disclosure.merged([23, 3, 20, 14]) == [23, 23, 14]
    assert disclosure.merged([2, 2, 56]) == [60]
    assert disclosure.merged([0, 7, 53]) == [0, 7, 53]


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8).filter(lambda x: sum(x) >= 5))
def test_merged_bins_hold_everybody_and_nobody_alone(counts):
    shown = disclosure.merged(counts)
    assert sum(shown) == sum(counts)
    assert not any(0 < count < 5 for count in shown)


def test_a_hidden_count_that_follows_from_the_total_is_noticed():
    assert recoverable([[1]], hidden=1)
    assert not recoverable([[1, 1]], hidden=2)
    assert recoverable([[1, 1], [0, 1]], hidden=2)


def test_a_page_is_built_again_only_when_five_or_none_changed():
    sheets = {f"sheet {k}" for k in range(60)}
    new = [f"new {k}" for k in range(9)]
    assert disclosure.may_rebuild(sheets, sheets)
    for count, may in ((1, False), (4, False), (5, True)):
        assert disclosure.may_rebuild(sheets, sheets | set(new[:count])) is may
    assert not disclosure.may_rebuild(sheets, sheets - {"sheet 1"} | {"new 1"})
    fewer = sheets - {f"sheet {k}" for k in range(3)}
    assert not disclosure.may_rebuild(sheets, fewer | set(new[:5]))
    assert disclosure.may_rebuild(set(), sheets)


def test_numbers_leave_in_steps_of_five():
    assert disclosure.rounded([52.4, 52.5, 97.6]).tolist() == [50, 55, 100]
    assert all(b - a in (0, 5) for a, b in pairwise(disclosure.rounded(np.arange(0, 101, 2.5))))
