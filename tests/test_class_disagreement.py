"""The class together: values or facts, and camps.

Reference values were computed apart from this code, on the classes of `tests.students`.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment.methods._inputs import BadNumbers
from alignment.methods.classes import camps, disagreement
from tests.students import REFERENCE, SWING, E, M, a_class


def shares(parts) -> list[float]:
    return [parts.facts, parts.values, parts.both]


# --- values or facts ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("n", "expected", "low", "high", "dealt", "real"),
    [
        (12, [0.573027, 0.081947, 0.345026], [0.3928, 0.007, 0.2708], [0.7156, 0.1196, 0.4941],
         0.191377, 0.194444),
        (60, [0.626440, 0.035221, 0.338338], [0.569, 0.0182, 0.3007], [0.6781, 0.0417, 0.3924],
         0.208455, 0.193722),
        (300, [0.641700, 0.031630, 0.326671], [0.6177, 0.0258, 0.3082], [0.665, 0.0354, 0.348],
         0.211171, 0.205287),
    ],
)  # fmt: skip
def test_reference_classes_split_as_computed_apart(n, expected, low, high, dealt, real):
    found = disagreement.disagreement(*a_class(n))
    assert shares(found.whole) == pytest.approx(expected, abs=2e-6)
    assert (found.dealt, found.real) == pytest.approx((dealt, real), abs=1e-6)
    spans = disagreement.interval(*a_class(n))
    assert [spans[k][0] for k in ("facts", "values", "both")] == pytest.approx(low, abs=1e-4)
    assert [spans[k][1] for k in ("facts", "values", "both")] == pytest.approx(high, abs=1e-4)


def test_the_jackknife_without_a_loop_is_the_one_with_a_loop():
    scores, weights = a_class(14)
    order = disagreement._order(scores, weights, (M, E))
    fast = disagreement._without_each(order)
    kept = [np.delete(np.delete(order, k, 0), k, 1) for k in range(14)]
    assert fast == pytest.approx(np.array([disagreement._split(table) for table in kept]))


def test_students_who_share_their_weights_disagree_about_facts_only():
    scores, weights = a_class(20)
    same = np.repeat(weights[:1], 20, axis=0)
    assert shares(disagreement.disagreement(scores, same).whole) == pytest.approx([1, 0, 0])


def test_students_who_share_their_scores_disagree_about_values_only():
    scores, weights = a_class(60)
    same = np.repeat(scores[:1], 60, axis=0)
    found = disagreement.disagreement(same, weights)
    assert shares(found.whole) == pytest.approx([0, 1, 0])


def test_a_response_style_is_no_fact_for_the_order():
    _, weights = a_class(60)
    stretch = np.where(np.arange(60) % 2 == 0, 1.5, 0.5)[:, None, None]
    scores = 50 + stretch * (REFERENCE - 50)
    assert shares(disagreement.disagreement(scores, weights).whole) == pytest.approx([0, 1, 0])


def test_a_pair_that_nobody_orders_differently_has_nothing_to_split():
    scores = np.zeros((3, 2, 2))
    scores[:, 0] = 60
    found = disagreement.disagreement(scores, [[0.5, 0.5], [0.4, 0.6], [0.1, 0.9]])
    assert shares(found.whole) == [None, None, None]
    assert found.dealt == found.real == 0


def test_what_goes_only_with_both_is_counted_as_both():
    # Each student's own weights make the first domain lead; a classmate's make it lose.
    scores = np.array([[[1.0, 0], [0, 1]], [[0, 1], [1, 0]]])
    found = disagreement.disagreement(scores, [[1.0, 0], [0, 1]])
    assert shares(found.whole) == pytest.approx([0, 0, 1])
    assert (found.dealt, found.real) == (0.5, 0)


def test_weights_dealt_at_random_show_no_link():
    assert disagreement.linked(*a_class(60)) > 0.05


def test_weights_that_fit_each_students_scores_show_a_link():
    # With their own weights all put the first domain first; with a classmate's many do not.
    first = np.array([[80.0, 20], [20, 80]])[np.arange(20) % 2]
    scores = np.stack([first, np.full((20, 2), 50.0)], axis=1)
    weights = np.array([[0.9, 0.1], [0.1, 0.9]])[np.arange(20) % 2]
    found = disagreement.disagreement(scores, weights)
    assert found.real == 0 < found.dealt
    assert disagreement.linked(scores, weights) < 0.01


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 9), st.integers(0, 10_000))
def test_the_three_parts_are_never_negative_and_sum_to_one(n, seed):
    rng = np.random.default_rng(seed)
    scores = rng.integers(0, 5, size=(n, 3, 2)) * 25.0
    weights = rng.dirichlet([1, 1], size=n)
    whole = disagreement.disagreement(scores, weights).whole
    if whole.facts is not None:
        assert sum(shares(whole)) == pytest.approx(1)
        assert min(shares(whole)) > -1e-12


def test_scores_and_weights_of_different_students_are_refused():
    with pytest.raises(BadNumbers, match="of the same students"):
        disagreement.disagreement(np.zeros((3, 5, 6)), np.zeros((2, 6)))


# --- camps ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (range(1, 9), 1 / 16),
        ([0, 0.1, 0.2, 0.3, 10, 10.1, 10.2, 10.3], 0.2425),
        ([0, 1, 2, 10, 11, 12, 13], 0.171429),
        ([3, 3, 3, 3], 1 / 8),  # one heap of equal numbers has one hump
        ([0, 0, 0, 0, 1, 1, 1, 1], 1 / 4),
    ],
)
def test_the_dip_of_known_numbers(values, expected):
    assert camps.dip(list(values)) == pytest.approx(expected, abs=1e-6)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(-50, 50), min_size=4, max_size=40), st.integers(1, 9))
def test_the_dip_does_not_depend_on_order_place_or_scale(values, scale):
    x = np.array(values, dtype=float)
    found = camps.dip(x)
    assert 1 / (2 * len(x)) - 1e-12 <= found <= 0.25 + 1e-12
    assert camps.dip(x[::-1] * scale + 7) == pytest.approx(found)


@pytest.mark.parametrize(
    ("n", "step", "statistic", "sizes"),
    [
        (60, 0, 0.2768, (60,)),
        (60, 19, 0.3731, (60,)),
        (60, 24, 0.6414, (29, 31)),
        (120, 19, 0.4961, (120,)),
        (300, 0, 0.1982, (300,)),
        (300, 19, 0.7305, (143, 157)),
    ],
)
def test_planted_camps_are_found_where_the_class_is_large_enough(n, step, statistic, sizes):
    found = camps.camps_of_scores(a_class(n, 1, step)[0])
    assert found.statistic == pytest.approx(statistic, abs=1e-4)
    assert sorted(found.sizes) == list(sizes)


def test_camps_are_named_by_what_was_planted_and_hold_the_right_students():
    scores, _ = a_class(300, 1, 19)
    found = camps.camps_of_scores(scores)
    assert np.abs(found.by_criterion).round(1).tolist() == [1.2, 17.8, 0.2, 0.6, 16.8, 1.0]
    assert np.abs(found.by_domain).max() < 1
    planted = np.arange(300) < 150
    right = (found.labels == planted).mean()
    assert max(right, 1 - right) == pytest.approx(0.97, abs=0.001)
    assert found.stability == pytest.approx(0.992, abs=0.01)


def test_weights_of_one_heap_are_one_camp():
    for n, statistic in ((60, 0.2560), (300, 0.2752)):
        found = camps.camps_of_weights(a_class(n)[1])
        assert found.statistic == pytest.approx(statistic, abs=1e-4)
        assert found.sizes == (n,)


def test_two_ways_of_weighing_are_two_camps():
    _, weights = a_class(60)
    tilt = np.where(np.arange(60) < 25, 1.0, -1.0)[:, None] * np.array([1, 0, -1, 0, 0, 0])
    weights = weights * np.exp(tilt)
    found = camps.camps_of_weights(weights / weights.sum(axis=1, keepdims=True))
    assert sorted(found.sizes) == [25, 35]
    assert set(np.argsort(np.abs(found.by_criterion))[-2:]) == {0, 2}


@pytest.mark.parametrize("seed", range(20))
def test_no_camps_are_called_where_students_only_use_the_scale_differently(seed):
    scores, _ = a_class(60, seed)
    stretch = np.where(np.arange(60) % 2 == 0, 1.6, 0.6)[:, None, None]
    level = np.where(np.arange(60) < 30, 8.0, -8.0)[:, None, None]
    styled = np.clip(50 + stretch * (scores - 50) + level, 0, 100)
    assert len(camps.camps_of_scores(styled).sizes) == 1


def test_two_heaps_of_level_are_said_apart_from_camps():
    scores, _ = a_class(60)
    level = np.where(np.arange(60) < 30, 14.0, -14.0)[:, None, None]
    apart = np.clip(scores + level, 0, 100)
    assert camps.two_levels(apart)
    assert not camps.two_levels(scores)


def test_sheets_that_say_nothing_are_left_out_and_counted():
    scores, weights = a_class(40)
    scores[0] = REFERENCE
    scores[1] = 50
    scores[3] = scores[2]
    found = camps.camps_of_scores(scores, shipped=[REFERENCE])
    assert list(found.left_out.values()) == [1, 1, 1]
    assert sum(found.sizes) == 37
    weights[:2] = SWING / SWING.sum()
    kept = camps.camps_of_weights(weights, SWING / SWING.sum())
    assert kept.left_out["weights that nobody chose"] == 2


def test_a_class_below_thirty_is_not_asked_for_camps():
    found = camps.camps_of_scores(a_class(29, 1, 40)[0])
    assert found.sizes == (29,)
    assert found.visible is None
    assert np.isnan(found.statistic)


def test_which_camp_is_first_does_not_depend_on_the_order_of_students():
    scores, _ = a_class(60, 1, 30)
    one, other = (camps.camps_of_scores(s) for s in (scores, scores[::-1]))
    assert one.sizes == other.sizes
    assert one.by_criterion == pytest.approx(other.by_criterion)
