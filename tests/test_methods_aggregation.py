"""From scores to values: the reference judgement set, published reversals, and properties."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymcdm.methods import WSM
from skcriteria import mkdm
from skcriteria.agg.simple import WeightedProductModel, WeightedSumModel

from alignment.methods import aggregation as a
from alignment.methods._inputs import BadNumbers
from alignment.methods.elicitation import swing

# The illustrative reference set: most likely scores of M, E, D, T, F on criteria A to F.
SCORES = np.array(
    [
        [50, 55, 70, 40, 35, 35],
        [75, 65, 60, 85, 50, 45],
        [35, 60, 35, 60, 35, 35],
        [70, 55, 70, 65, 75, 45],
        [35, 55, 55, 30, 60, 25],
    ]
)
POINTS = [70, 50, 100, 40, 60, 45]
W = swing(POINTS)
EQUAL = np.full(6, 1 / 6)


def order(values):
    return "".join(np.array(list("MEDTF"))[np.argsort(-np.asarray(values))])


def test_additive_values_of_the_reference_set():
    expected = [50.753, 62.808, 41.164, 65.137, 45.548]
    assert a.additive(SCORES, W) == pytest.approx(expected, abs=5e-4)


def test_geometric_values_are_lower_everywhere_and_keep_the_order():
    values = a.geometric(SCORES, W)
    assert values == pytest.approx([48.921, 61.611, 39.975, 64.342, 43.437], abs=5e-4)
    assert (values < a.additive(SCORES, W)).all()
    assert order(values) == "TEMFD"


def test_equal_weights_tie_the_two_leaders():
    values = a.additive(SCORES, EQUAL)
    assert values == pytest.approx([47.50, 63.333, 43.333, 63.333, 43.333], abs=5e-4)
    assert list(a.places(values)) == [3, 1, 4, 1, 4]


def test_only_the_additive_form_treats_a_mixed_profile_like_an_even_one():  # R19
    profiles, third = [[90, 10, 50], [50, 50, 50]], np.full(3, 1 / 3)
    assert a.additive(profiles, third) == pytest.approx([50, 50])
    assert a.geometric(profiles, third) == pytest.approx([35.57, 50], abs=5e-3)


def test_the_dial_runs_from_additive_through_geometric_to_the_minimum():
    assert a.power_mean(SCORES, W, 1) == pytest.approx(a.additive(SCORES, W))
    assert a.power_mean(SCORES, W, 0) == pytest.approx(a.geometric(SCORES, W))
    assert a.power_mean(SCORES, W, 5e-324) == pytest.approx(a.geometric(SCORES, W))
    assert a.power_mean(SCORES, W, 1e-7) == pytest.approx(a.geometric(SCORES, W), abs=1e-3)
    assert a.power_mean(SCORES, W, -np.inf) == pytest.approx(SCORES.min(axis=1))
    assert a.power_mean(SCORES, W, -300) == pytest.approx(SCORES.min(axis=1), rel=0.02)


def test_a_zero_lowers_a_geometric_value_but_does_not_erase_it():
    assert a.geometric([[0, 100]], [0.5, 0.5]) == pytest.approx([10])
    assert a.power_mean([[0, 100]], [0.5, 0.5], 1) == pytest.approx([50])


def test_a_criterion_without_weight_cannot_be_the_minimum():
    assert a.power_mean([[5, 80, 90]], [0, 0.5, 0.5], -np.inf) == pytest.approx([80])


def test_labelled_weights_are_matched_by_name_not_by_position():
    scores = pd.DataFrame([[80, 20]], index=["T"], columns=["A", "B"])
    values = a.additive(scores, pd.Series({"B": 0.25, "A": 0.75}))
    assert values["T"] == pytest.approx(65)
    with pytest.raises(BadNumbers, match="use the same names in both"):
        a.additive(scores, pd.Series({"A": 0.5, "C": 0.5}))


@pytest.mark.parametrize(
    ("scores", "weights", "sentence"),
    [
        ([[1, 2]], [0.5, 0.6], "sum to 1.1, not to 1"),
        ([[1, 2]], [1.0], "2 criteria and 1 weights"),
        ([1, 2], [0.5, 0.5], "give a table"),
        ([[1, -2]], [0.5, 0.5], "at least 0"),
    ],
)
def test_numbers_that_do_not_fit_get_one_sentence(scores, weights, sentence):
    with pytest.raises(BadNumbers, match=sentence):
        a.additive(scores, weights)


def test_two_other_libraries_agree_on_sums_and_products():
    assert a.additive(SCORES, W) == pytest.approx(WSM(lambda x, **_: x)(SCORES, W, np.ones(6)))
    decision = mkdm(SCORES, [max] * 6, weights=W)
    ours = {"sum": a.additive(SCORES, W), "product": a.geometric(SCORES, W)}
    theirs = {
        "sum": WeightedSumModel().evaluate(decision).e_.score,
        "product": 10 ** WeightedProductModel().evaluate(decision).e_.score,
    }
    for form in ours:
        assert ours[form] == pytest.approx(theirs[form])


tables = st.lists(st.lists(st.floats(1, 100), min_size=4, max_size=4), min_size=2, max_size=5).map(
    np.array
)
weight_sets = st.lists(st.floats(0.05, 1), min_size=4, max_size=4).map(
    lambda w: np.array(w) / sum(w)
)


@given(tables, weight_sets, st.floats(-20, 5), st.floats(-20, 5))
def test_the_power_mean_rises_with_p_and_stays_between_worst_and_best(x, w, p, q):
    low, high = (a.power_mean(x, w, v) for v in sorted((p, q)))
    assert (low <= high + 1e-6).all()
    assert (low >= x.min(axis=1) - 1e-6).all()
    assert (high <= x.max(axis=1) + 1e-6).all()


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_places_count_how_many_stand_above(values):
    found = a.places(values)
    assert found.min() == 1
    assert all(
        r == 1 + sum(o > v + 1e-9 for o in values) for r, v in zip(found, values, strict=True)
    )
