"""What a range means: the three numbers are the 10th, 50th and 90th percentile, exactly."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.methods import ranges
from alignment.methods._inputs import BadNumbers
from alignment.tables import load

TRIPLE = st.tuples(*[st.integers(0, 100)] * 3).map(sorted)
SHARES = np.array([0, 0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99])


@pytest.mark.parametrize(
    ("triple", "quantiles"),
    [
        (
            (60, 75, 90),
            [47.8647, 51.7022, 56.4457, 60, 67.0523, 75, 82.9477, 90, 93.5543, 98.2978],
        ),
        ((0, 3, 10), [0, 0, 0, 0, 1.4105, 3, 6.7089, 10, 11.6587, 13.8723]),
        ((20, 20, 35), [20, 20, 20, 20, 20, 20, 27.9477, 35, 38.5543, 43.2978]),
        ((40, 40, 40), [40] * 10),
        ((20, 50, 90), [0, 3.4045, 12.8913, 20, 34.1045, 50, 71.1940, 90, 99.4782, 100]),
    ],
)
def test_the_quantiles_are_the_reference_values(triple, quantiles):
    found = ranges.drawn_scores(*triple, ranges.deviates(SHARES))
    assert found == pytest.approx(quantiles, abs=5e-5)


@pytest.mark.parametrize("shape", ranges.SHAPES)
def test_every_shape_honours_the_three_numbers_exactly(shape):
    rng = np.random.default_rng(1)
    low, mode, high = np.sort(rng.integers(0, 101, (3, 20_000)), axis=0)
    for share, expected in [(0.1, low), (0.5, mode), (0.9, high)]:
        found = ranges.drawn_scores(low, mode, high, ranges.deviates(share, shape))
        assert np.abs(found - expected).max() < 1e-9


@given(TRIPLE)
def test_one_draw_in_ten_lies_below_the_lowest_and_one_in_ten_above_the_highest(triple):
    low, mode, high = triple
    drawn = ranges.drawn_scores(low, mode, high, ranges.deviates((np.arange(1000) + 0.5) / 1000))
    assert (drawn < low).sum() == (100 if 0 < low < mode else 0)
    assert (drawn > high).sum() == (100 if mode < high < 100 else 0)
    assert 0 <= drawn.min() <= drawn.max() <= 100


@given(TRIPLE, st.floats(0.001, 0.999))
def test_a_mirrored_range_has_mirrored_draws(triple, share):
    low, mode, high = triple
    one = ranges.drawn_scores(low, mode, high, ranges.deviates(share))
    other = ranges.drawn_scores(100 - high, 100 - mode, 100 - low, ranges.deviates(1 - share))
    assert one + other == pytest.approx(100)


@given(TRIPLE, st.integers(0, 2))
def test_a_step_of_one_moves_no_draw_by_more_than_the_stretch(triple, moved):
    after = list(triple)
    after[moved] += 1
    if after != sorted(after):
        return
    distances = ranges.deviates(np.arange(1000) / 1000)
    step = ranges.drawn_scores(*after, distances) - ranges.drawn_scores(*triple, distances)
    assert step.min() >= -0.8091
    assert step.max() <= 1.8091


def test_draws_rise_with_their_share():
    drawn = ranges.drawn_scores(35, 50, 90, ranges.deviates(np.arange(1000) / 1000))
    assert (np.diff(drawn) >= 0).all()


def test_the_chance_above_a_score_is_what_the_draws_say():
    u = (np.arange(100_000) + 0.5) / 100_000
    drawn = ranges.drawn_scores(45, 60, 80, ranges.deviates(u))
    for score in (60, 68.5, 80, 90):
        assert ranges.chance_above(score, 60, 80) == pytest.approx((drawn > score).mean(), abs=1e-4)
    assert ranges.chance_above(100, 60, 80) == 0


def test_in_the_reference_set_technology_is_above_economic_in_59_of_100_draws():
    scores = load("judgements").query("sheet == 'reference'")
    points = load("swing_points").query("sheet == 'reference'").set_index("criterion")["points"]
    rng, n = np.random.default_rng(2026), 200_000
    value = {}
    for domain in "TE":
        rows = scores[scores["domain"] == domain]
        ends = rows[["low", "mode", "high"]].to_numpy().T[:, :, None]
        drawn = ranges.drawn_scores(*ends, ranges.deviates(rng.random((6, n))))
        value[domain] = (points / points.sum()).to_numpy() @ drawn
    gap = value["T"] - value["E"]
    assert (gap > 0).mean() == pytest.approx(0.5914, abs=4 * 0.0011)
    assert gap.std() == pytest.approx(7.768, abs=0.05)
    assert np.median(gap) == pytest.approx(1.81, abs=0.09)


def test_a_range_out_of_order_and_an_unknown_shape_get_one_sentence():
    with pytest.raises(BadNumbers, match="low <= most likely <= high"):
        ranges.drawn_scores(50, 40, 60, 0.0)
    with pytest.raises(BadNumbers, match="no shape 'PERT'; use one of double triangle, bell, flat"):
        ranges.deviates([0.5], "PERT")
