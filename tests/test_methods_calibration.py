"""Calibration: the worked example computed by hand, bounds of the binomial, exact tails."""

import itertools

import numpy as np
import pytest

from alignment.methods import calibration as c
from alignment.methods._inputs import BadNumbers
from alignment.methods.scoring import brier

SURE = [0.90, 0.80, 0.70, 0.95, 0.60, 0.80, 0.90]
RIGHT = [0, 1, 0, 1, 1, 0, 0]


@pytest.mark.parametrize(
    ("of", "low", "high"), [(10, 6, 10), (14, 9, 13), (22, 14, 20), (28, 19, 26), (32, 22, 29)]
)
def test_the_bounds_of_chance_are_those_of_the_binomial(of, low, high):
    found = c.coverage(low, of)
    assert (found.low, found.high) == (low, high)
    assert found.verdict == "compatible"
    assert c.coverage(low - 1, of).verdict == "too narrow"


def test_sixteen_of_twenty_eight_ranges_are_too_narrow():
    found = c.coverage(16, 28)
    assert found.tail == pytest.approx(0.005, abs=0.0005)
    assert (found.share_low, found.share_high) == pytest.approx((0.40, 0.73), abs=0.005)
    assert found.verdict == "too narrow"


def test_all_of_thirty_two_ranges_are_wider_than_needed():
    assert c.coverage(32, 32).verdict == "wider than needed"


def test_below_ten_ranges_there_is_no_verdict():
    assert c.coverage(0, 9).verdict == "none"


@pytest.mark.parametrize(
    ("low", "high", "score"), [(16, 30, 14), (15, 20, 34), (5, 45, 40), (22.9, 22.9, 0)]
)
def test_a_range_is_scored_by_its_width_and_ten_times_its_miss(low, high, score):
    assert c.interval_score([low], [high], [22.9])[0] == pytest.approx(score)


def test_a_range_that_is_turned_round_is_refused():
    with pytest.raises(BadNumbers, match="above its high end"):
        c.interval_score([3], [2], [1])


@pytest.mark.parametrize(("share", "factor"), [(0.5, 1.90), (0.6, 1.52), (0.7, 1.24), (0.8, 1)])
def test_ranges_are_widened_by_the_ratio_of_two_normal_quantiles(share, factor):
    assert c.widening(share) == pytest.approx(factor, abs=0.005)


def test_seven_choices_and_how_sure_they_were():
    found = c.rightness(SURE, RIGHT)
    assert (found.right, found.of) == (3, 7)
    assert found.expected == pytest.approx(5.65)
    assert found.at_most == pytest.approx(0.023, abs=0.0005)
    assert brier(SURE, RIGHT) == pytest.approx(0.42, abs=0.005)
    yardstick = brier([1 / k for k in (5, 5, 3, 3, 3, 3, 4)], RIGHT)
    assert yardstick == pytest.approx(0.26, abs=0.005)


def test_the_tail_is_that_of_every_way_in_which_it_could_have_come():
    ways = itertools.product((0, 1), repeat=len(SURE))
    weights = [
        np.prod([p if hit else 1 - p for p, hit in zip(SURE, way, strict=True)])
        for way in ways
        if sum(way) <= 3
    ]
    assert c.rightness(SURE, RIGHT).at_most == pytest.approx(sum(weights))


def test_an_order_with_one_pair_turned_round_has_one_wrong_pair_of_six():
    values = {"India": 115, "China": 62, "Türkiye": 26, "South Korea": -24}
    assert c.kendall(["China", "India", "Türkiye", "South Korea"], values) == (1, 6)
    assert c.kendall(sorted(values, key=values.get), values) == (6, 6)


def test_pairs_that_are_nearly_equal_do_not_count():
    assert c.kendall("ab", {"a": 1, "b": 2}, least=2) == (0, 0)


def test_resampling_lessons_gives_a_wider_interval_than_resampling_ranges():
    inside = [1] * 16 + [0] * 12
    lessons = [1] * 8 + [2] * 8 + [3] * 6 + [4] * 6  # whole lessons held, whole lessons did not
    low, high = c.share_interval(inside, lessons)
    alone = c.share_interval(inside, range(28))
    assert low < alone[0]
    assert high > alone[1]
