"""Which belief flips first place: one weight or one input at a time, in closed form."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

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
