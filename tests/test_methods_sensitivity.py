"""Which belief flips first place: closed forms, published indices, and SALib as a witness."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from SALib.analyze import sobol as salib_sobol
from SALib.sample import sobol as salib_sample

from alignment.methods import sensitivity as s
from alignment.methods._inputs import BadNumbers
from alignment.methods.elicitation import swing

POINTS = np.array([70, 50, 100, 40, 60, 45])
W = swing(POINTS)
T = np.array([70, 55, 70, 65, 75, 45])
E = np.array([75, 65, 60, 85, 50, 45])
SCORES = np.array([[50, 55, 70, 40, 35, 35], E, [35, 60, 35, 60, 35, 35], T])


@pytest.mark.parametrize(
    ("criterion", "at"),
    [("A", 0.449), ("B", 0.300), ("C", 0.054), ("D", 0.202), ("E", 0.079), ("F", 1.0)],
)
def test_economic_overtakes_technology_at_the_published_weights(criterion, at):
    assert s.crossing(W, T, E, "ABCDEF".index(criterion)) == pytest.approx(at, abs=5e-4)


def test_lines_that_never_meet_have_no_crossing():
    assert np.isnan(s.crossing([0.5, 0.5], [60, 60], [50, 50], 0))
    assert np.isnan(s.crossing([0.5, 0.5], [90, 60], [50, 50], 0))


@given(st.integers(0, 5), st.floats(0, 1))
def test_setting_one_weight_keeps_the_proportions_of_the_others(k, value):
    new = s.reweighted(W, k, value)
    others = np.arange(6) != k
    assert new.sum() == pytest.approx(1)
    assert new[others] * (1 - W[k]) == pytest.approx(W[others] * (1 - value))


@given(st.integers(0, 5))
def test_at_the_crossing_both_values_are_equal(k):
    w = s.reweighted(W, k, s.crossing(W, T, E, k))
    assert w @ T == pytest.approx(w @ E)


def test_one_criterion_with_all_the_weight_leaves_nothing_to_stretch():
    with pytest.raises(BadNumbers, match="holds all the weight"):
        s.reweighted([1, 0], 0, 0.5)


def test_a_tornado_moves_one_input_at_a_time():
    bars = s.tornado(lambda x: x[0] - 2 * x[1], low=[0, 1], mode=[1, 2], high=[4, 3])
    assert bars == pytest.approx(np.array([[-4, 0], [-1, -5]]))


def ishigami(x):
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def test_ishigamis_function_has_its_closed_form_indices():  # R13
    found = s.sobol(ishigami, [-np.pi] * 3, [np.pi] * 3, draws=2**14)
    assert found.first == pytest.approx([0.3139, 0.4424, 0], abs=0.02)
    assert found.total == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.02)


def gap(points):
    return (points / points.sum(axis=1, keepdims=True)) @ (T - E)


def test_irreversibility_explains_most_of_the_gap():
    found = s.sobol(gap, POINTS * 0.5, POINTS * 1.5, draws=2**13)
    assert found.first == pytest.approx([0.07, 0.10, 0.15, 0.20, 0.47, 0.00], abs=0.02)
    assert found.total == pytest.approx(found.first, abs=0.02)


def test_salib_finds_the_same_indices():
    problem = {
        "num_vars": 6,
        "names": list("ABCDEF"),
        "bounds": np.column_stack([POINTS * 0.5, POINTS * 1.5]).tolist(),
    }
    sample = salib_sample.sample(problem, 2**12, calc_second_order=False, seed=1)
    witness = salib_sobol.analyze(problem, gap(sample), calc_second_order=False, seed=1)
    found = s.sobol(gap, POINTS * 0.5, POINTS * 1.5, draws=2**12)
    assert found.first == pytest.approx(witness["S1"], abs=0.03)
    assert found.total == pytest.approx(witness["ST"], abs=0.03)


def test_an_input_without_a_range_is_refused():
    with pytest.raises(BadNumbers, match="has no range"):
        s.sobol(gap, POINTS, POINTS)


def test_the_variance_of_a_weighted_sum_splits_in_closed_form():
    shares = s.additive_variance_shares([0.5, 0.3, 0.2], [1, 2.25, 6.25])
    assert shares == pytest.approx([0.3559, 0.2883, 0.3559], abs=5e-5)
    with pytest.raises(BadNumbers, match="no variance"):
        s.additive_variance_shares([1.0], [0.0])
