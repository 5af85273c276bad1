"""Beliefs, draws and ranks: closed forms, published output, and what ties must not do."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from alignment.methods import uncertainty as u
from alignment.methods._inputs import BadNumbers
from alignment.methods.elicitation import swing

W = swing([70, 50, 100, 40, 60, 45])
E_AND_T = np.array([[75, 65, 60, 85, 50, 45], [70, 55, 70, 65, 75, 45]])
DRAWS = 40_000


def anything(n, seed=1, draws=DRAWS):
    return u.any_weights(np.random.default_rng(seed).random((draws, n)))


def within(share, draws=DRAWS):
    """Four standard errors: a right answer falls outside about once in 16,000 tries."""
    return 4 * float(np.max(u.monte_carlo_error(share, draws)))


def test_three_alternatives_have_the_rank_shares_geometry_says():  # R10
    values = anything(2) @ np.array([[1, 0], [0, 1], [0.6, 0.6]]).T
    b = u.rank_acceptability(values)
    assert b[:, 0] == pytest.approx([0.4, 0.4, 0.2], abs=within([0.4, 0.2]))
    assert b[2, 1] == pytest.approx(0.8, abs=within(0.8))


def test_an_alternative_that_is_never_first_has_no_central_weights():  # R12
    w = anything(2, draws=500)
    central = u.central_weights(w, w @ np.array([[2, 2], [1, 1]]).T)
    assert central[0] == pytest.approx(w.mean(axis=0))
    assert np.isnan(central[1]).all()


def test_central_weights_depart_from_the_mean_where_the_two_leaders_differ():
    w = anything(6)
    values = w @ E_AND_T.T
    shares = u.rank_acceptability(values)[:, 0]
    assert shares == pytest.approx([0.522, 0.478], abs=0.012)
    economic, technology = u.central_weights(w, values)
    assert economic == pytest.approx([0.188, 0.205, 0.124, 0.229, 0.087, 0.167], abs=0.006)
    assert technology == pytest.approx([0.143, 0.125, 0.213, 0.098, 0.254, 0.167], abs=0.006)


def test_where_immediacy_weighs_most_economic_leads_and_where_irreversibility_technology():
    w = anything(6)
    shares = u.leads_by_largest(w, w @ E_AND_T.T)
    exact = [0.3295, 0.2082, 0.7920, 0.0558, 0.9915, 0.4856]  # closed form, technology first
    assert shares[:, 1] == pytest.approx(exact, abs=within(0.5, DRAWS // 6))
    assert shares.sum(axis=1) == pytest.approx(np.ones(6))


def test_leading_by_largest_weight_averages_to_leading_over_all():
    w = anything(4)
    values = w @ np.random.default_rng(6).uniform(0, 100, (4, 5))
    by_largest = np.bincount(w.argmax(axis=1)) / DRAWS @ u.leads_by_largest(w, values)
    assert by_largest == pytest.approx(u.rank_acceptability(values)[:, 0])


def test_a_criterion_that_never_weighs_most_has_no_leader():
    shares = u.leads_by_largest([[0.6, 0.4]], [[1.0, 1.0]])
    assert shares[0] == pytest.approx([0.5, 0.5])
    assert np.isnan(shares[1]).all()


def test_economic_and_technology_fill_the_first_two_places_under_nearly_all_weights():
    others = [[50, 55, 70, 40, 35, 35], [35, 60, 35, 60, 35, 35], [35, 55, 55, 30, 60, 25]]
    values = anything(6) @ np.vstack([E_AND_T, others]).T
    top = (np.argsort(-values, axis=1)[:, :2] < 2).all(axis=1).mean()
    assert top == pytest.approx(0.991, abs=within(0.991))


def test_the_variance_of_a_belief_has_a_closed_form():
    drawn = u.dirichlet(W, 60, DRAWS, np.random.default_rng(3)).var(axis=0)
    known = np.array(W) * (1 - np.array(W)) / (60 + 1)
    assert known[2] == pytest.approx(0.00326, abs=5e-6)
    assert drawn == pytest.approx(known, rel=0.05)


def test_a_belief_without_firmness_is_refused():
    with pytest.raises(BadNumbers, match="above 0"):
        u.dirichlet(W, 0, 10, np.random.default_rng(1))


def test_a_perfect_tie_shares_every_place():
    b = u.rank_acceptability([[63.3333333333, 63.33333333331, 40.0]])
    assert b == pytest.approx(np.array([[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]]))


draws = st.lists(st.lists(st.floats(0, 100), min_size=4, max_size=4), min_size=1, max_size=20)


@given(draws)
def test_every_place_is_held_once_and_every_alternative_has_one(values):
    b = u.rank_acceptability(values)
    assert b.sum(axis=0) == pytest.approx(np.ones(4))
    assert b.sum(axis=1) == pytest.approx(np.ones(4))


def test_draws_needed_for_a_hundredth_and_a_fiftieth():
    assert (u.draws_needed(0.01), u.draws_needed(0.02)) == (9604, 2401)
    assert u.monte_carlo_error(0.5, 10_000) == pytest.approx(0.005)


def test_the_seeded_numbers_are_those_of_the_published_generator():
    # First numbers of the C source of Mulberry32 for seed 1, computed with 32-bit integers.
    def plain(state, count):
        for _ in range(count):
            state = (state + 0x6D2B79F5) & 0xFFFFFFFF
            t = ((state ^ (state >> 15)) * (state | 1)) & 0xFFFFFFFF
            t ^= (t + (((t ^ (t >> 7)) * (t | 61)) & 0xFFFFFFFF)) & 0xFFFFFFFF
            yield (t ^ (t >> 14)) / 2**32

    for seed in (1, 2026, -5):
        assert list(u.mulberry32(seed, 50)) == list(plain(seed & 0xFFFFFFFF, 50))


def test_the_seeded_numbers_look_uniform_and_independent():
    numbers = u.mulberry32(2026, 360_000)
    assert stats.kstest(numbers, "uniform").pvalue > 0.001
    table = numbers.reshape(-1, 36)
    assert np.abs(np.corrcoef(table, rowvar=False) - np.eye(36)).max() < 0.05


@given(st.floats(0, 1))
def test_varied_points_stay_within_their_spread(spread):
    points = np.array([70.0, 50.0, 100.0])
    w = u.varied_points(points, spread, u.mulberry32(1, 600).reshape(200, 3))
    assert w.sum(axis=1) == pytest.approx(np.ones(200))
    widest = (1 + spread) / (1 - spread) if spread < 1 else np.inf
    assert (w[:, 0] / w[:, 1] <= 1.4 * widest + 1e-9).all()
