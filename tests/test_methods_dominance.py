"""Who could be first under any weights, and what must change: closed forms, scipy, brute force."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from alignment.methods import dominance, first_place
from alignment.methods._inputs import BadNumbers
from alignment.methods.aggregation import power_mean
from alignment.methods.simplex import smallest
from alignment.tables import load

DOMAINS = "MEDTF"


def sheet(name):
    """Scores (domains, criteria, 3) and swing points of a shipped sheet."""
    rows = load("judgements").query("sheet == @name").set_index(["domain", "criterion"])
    ends = ["low", "mode", "high"]
    scores = [[rows.loc[(d, c), ends].to_numpy(float) for c in "ABCDEF"] for d in DOMAINS]
    points = load("swing_points").query("sheet == @name").set_index("criterion")["points"]
    return np.array(scores), points.loc[list("ABCDEF")].to_numpy(float)


TABLE = st.integers(0, 10**6).map(
    lambda seed: np.random.default_rng(seed).integers(0, 21, (4, 3)) * 5.0
)


# --- the linear programme -------------------------------------------------------------------


@given(st.integers(0, 10**6))
@settings(max_examples=200)
def test_the_programme_finds_what_scipy_finds(seed):
    rng = np.random.default_rng(seed)
    m, n = rng.integers(1, 8, 2)
    A, b = rng.integers(-5, 6, (m, n)).astype(float), rng.integers(-9, 10, m).astype(float)
    c = rng.integers(0, 6, n).astype(float)
    found, known = smallest(A, b, c), linprog(c, A_ub=A, b_ub=b)
    assert (found is None) == (known.status == 2)
    if found is not None:
        assert c @ found == pytest.approx(known.fun, abs=1e-7)
        assert (A @ found <= b + 1e-7).all()
        assert (found >= -1e-9).all()


# --- dominance and potential optimality -----------------------------------------------------


@pytest.mark.parametrize(
    ("name", "leads", "dominated"),
    [
        ("reference", [0, 20, -5, 19, -30 / 7], {"TM", "TF", "ED"}),
        ("quasi-alliance", [0, 15, -5, 15, -10], {"TM", "TD", "TF", "ED", "EF"}),
        ("convenience", [-2.5, 25, -5, 275 / 13, -40 / 7], {"TM", "TF", "ED"}),
        ("us-japan", [20, 20 / 17, -10 / 11, 10 / 7, 0], {"MD", "EF", "TF"}),
    ],
)
@pytest.mark.parametrize("p", [1, 0])
def test_the_shipped_sheets_have_the_published_dominance(name, leads, dominated, p):
    scores = dominance.added(sheet(name)[0][:, :, 1], p)
    found = [dominance.best_lead(scores, d)[0] for d in range(5)]
    if p == 1:
        assert found == pytest.approx(leads, abs=1e-6)
    assert [x > 1e-9 for x in found] == [x > 0 for x in leads]
    pairs = itertools.product(range(5), repeat=2)
    table = dominance.dominators(scores)
    assert {DOMAINS[a] + DOMAINS[b] for a, b in pairs if table[a, b]} == dominated


@given(TABLE)
def test_the_best_lead_is_the_one_scipy_finds(x):
    for d in range(4):
        ahead = x[d] - np.delete(x, d, axis=0)
        rows = np.column_stack([-ahead, np.ones(3)])
        known = linprog(
            [0, 0, 0, -1],
            A_ub=rows,
            b_ub=np.zeros(3),
            A_eq=[[1, 1, 1, 0]],
            b_eq=[1],
            bounds=[(0, 1)] * 3 + [(None, None)],
        )
        lead, w = dominance.best_lead(x, d)
        assert lead == pytest.approx(-known.fun, abs=1e-6)
        assert (ahead @ w).min() == pytest.approx(lead, abs=1e-6)


@given(TABLE)
def test_a_domain_that_no_weights_put_first_leads_in_no_draw(x):
    values = np.random.default_rng(3).dirichlet(np.ones(3), 2000) @ x.T
    for d in range(4):
        if dominance.best_lead(x, d)[0] < -1e-9:
            assert (values[:, d] < values.max(axis=1)).all()


def test_a_domain_can_be_beaten_by_two_that_do_not_dominate_it():
    x = np.array([[100.0, 1], [1, 100], [40, 40]])
    assert dominance.best_lead(x, 2)[0] == pytest.approx(-10.5)
    assert not dominance.dominators(x).any()
    assert power_mean(x, [0.5, 0.5], 0) == pytest.approx([10, 10, 40])
    assert dominance.best_lead(dominance.added(x, 0), 2)[0] > 0


@pytest.mark.parametrize("c", [0.4, 0.5, 0.6, 0.9])
def test_the_domain_in_the_middle_leads_by_what_geometry_says(c):
    lead, _ = dominance.best_lead([[1, 0], [0, 1], [c, c]], 2)
    assert lead == pytest.approx(c - 0.5)


def test_sums_on_the_added_scale_rank_as_the_power_mean_does():
    rng = np.random.default_rng(4)
    for p in (1, 0.5, 0, -0.7, -2):
        x, w = rng.uniform(0, 100, (200, 6)), rng.dirichlet(np.ones(6))
        order = np.argsort(power_mean(x, w, p))
        assert (np.diff((dominance.added(x, p) @ w)[order]) >= -1e-12).all()
    with pytest.raises(BadNumbers, match="At the minimum nothing is added up"):
        dominance.added(x, -np.inf)


@pytest.mark.parametrize(
    ("name", "margin"),
    [("reference", 850 / 4150), ("quasi-alliance", 0.6), ("convenience", 0.1066)],
)
def test_the_margin_of_error_of_the_shipped_sheets(name, margin):
    scores, points = sheet(name)
    assert dominance.margin_of_error(scores[:, :, 1], points) == pytest.approx(margin, abs=5e-5)


@given(TABLE, st.lists(st.integers(1, 100), min_size=3, max_size=3))
def test_within_the_margin_no_corner_changes_first_place_and_just_beyond_one_does(x, points):
    s = np.array(points, dtype=float)
    order = np.argsort(-(x @ s))
    if (x @ s)[order[0]] - (x @ s)[order[1]] < 1e-6:
        assert dominance.margin_of_error(x, s) == pytest.approx(0, abs=1e-6)
        return
    margin = dominance.margin_of_error(x, s)
    signs = np.array(list(itertools.product([-1, 1], repeat=3)))

    def kept(r):
        values = (s * (1 + r * signs)) @ x.T
        return (values[:, [order[0]]] >= values - 1e-7).all()

    assert kept(margin)
    assert margin + 1e-3 > 1 or not kept(margin + 1e-3)


# --- what must change -----------------------------------------------------------------------


def answers(name, letter, p=1):
    scores, points = sheet(name)
    y = dominance.added(scores[:, :, 1], p)
    d, w = DOMAINS.index(letter), points / points.sum()
    return scores, points, y, d, w


@pytest.mark.parametrize(
    ("name", "letter", "moved"),
    [
        ("reference", "E", 0.05175),
        ("reference", "M", 0.58904),
        ("quasi-alliance", "E", 0.16438),
        ("quasi-alliance", "M", 0.46575),
        ("convenience", "E", 0.028767),
        ("us-japan", "T", 0.35052),
        ("us-japan", "E", 0.44832),
        ("us-japan", "F", 0.63512),
        ("reference", "D", None),
        ("convenience", "M", None),
        ("us-japan", "D", None),
    ],
)
def test_the_nearest_weights_are_the_published_ones(name, letter, moved):
    _, _, y, d, w = answers(name, letter)
    found = first_place.nearest_weights(y, w, d)
    if moved is None:
        assert found is None
        return
    assert np.abs(found - w).sum() / 2 == pytest.approx(moved, abs=5e-6)
    assert (y[d] - y) @ found == pytest.approx(np.clip((y[d] - y) @ found, 0, None), abs=1e-7)


@given(TABLE, st.integers(0, 3))
@settings(max_examples=40)
def test_no_weights_on_a_grid_are_nearer_than_the_nearest(x, d):
    w = np.array([0.5, 0.3, 0.2])
    found = first_place.nearest_weights(x, w, d)
    grid = np.array([(a, b, 60 - a - b) for a in range(61) for b in range(61 - a)]) / 60
    able = grid[((x[d] - x) @ grid.T >= 0).all(axis=0)]
    if found is None:
        assert not len(able)
    else:
        assert found.sum() == pytest.approx(1)
        assert found.min() >= -1e-9
        assert np.abs(found - w).sum() <= np.abs(able - w).sum(axis=1).min(initial=np.inf) + 1e-6


def test_one_slider_puts_economic_first_where_the_reference_says():
    _, points, y, d, _ = answers("reference", "E")
    found = first_place.slider_intervals(y, points, d)
    assert found[[2, 3, 4]] == pytest.approx(np.array([[0, 15], [82.5, 100], [0, 26]]))
    assert np.isnan(found[[0, 1, 5]]).all()


@given(TABLE, st.integers(0, 3))
@settings(max_examples=60)
def test_a_slider_puts_a_domain_first_exactly_inside_its_interval(x, d):
    points = np.array([70.0, 20, 45])
    rivals = np.delete(np.arange(4), d)
    for k, (low, high) in enumerate(first_place.slider_intervals(x, points, d)):
        for value in np.linspace(0.5, 99.5, 34):
            moved = points.copy()
            moved[k] = value
            lead = (x[d] @ moved - x[rivals] @ moved).min()
            if abs(lead) > 1e-6:
                assert (lead > 0) == (low < value < high)


def test_the_scores_that_economic_would_need_are_the_published_ones():
    scores, _, _, d, w = answers("reference", "E")
    raised = first_place.raised_scores(scores, w, d)
    known = [87.143, 82, 68.5, np.nan, 64.167, 63.889]
    assert raised.alone == pytest.approx(known, abs=5e-4, nan_ok=True)
    assert list(raised.inside) == [True, False, True, False, True, False]
    assert raised.chance[[0, 2, 4]] == pytest.approx([0.153, 0.293, 0.185], abs=5e-4)
    assert raised.highest == (2,)
    assert raised.stretch == pytest.approx(0.067, abs=5e-4)


@pytest.mark.parametrize(
    ("name", "letter", "highest", "stretch"),
    [
        ("reference", "M", (2, 4, 0, 5, 3), 0.397),
        ("reference", "D", None, 0.681),
        ("convenience", "M", (2, 4, 0, 3, 1, 5), 0.488),
        ("us-japan", "T", (0, 2, 4), 0.301),
        ("us-japan", "F", None, 0.723),
    ],
)
def test_how_many_own_scores_and_what_part_of_the_way_would_do(name, letter, highest, stretch):
    scores, _, _, d, w = answers(name, letter)
    raised = first_place.raised_scores(scores, w, d)
    assert raised.stretch == pytest.approx(stretch, abs=5e-4)
    assert raised.highest is None if highest is None else set(raised.highest) == set(highest)


@pytest.mark.parametrize("p", [1, 0, -1])
@pytest.mark.parametrize("letter", ["M", "E", "D", "F"])
def test_a_score_just_above_what_is_needed_puts_the_domain_first(p, letter):
    scores, _, _, d, w = answers("reference", letter)
    raised = first_place.raised_scores(scores, w, d, p)
    for k, need in enumerate(raised.alone):
        if np.isnan(need) or need > 99.9:
            continue
        modes = scores[:, :, 1].copy()
        for moved, first in [(need + 0.1, True), (need - 0.1, False)]:
            modes[d, k] = moved
            assert (power_mean(modes, w, p).argmax() == d) == first


@pytest.mark.parametrize(
    ("name", "letter", "known"),
    [
        ("reference", "D", [75, 65, 65, 85, 62.5, 45]),
        ("reference", "F", [73, 61, 70, 77, 75, 45]),
        ("convenience", "M", [55, 40, 55, 67.5, 55, 30]),
        ("us-japan", "D", [75, 95, 4, 90, 65, 65]),
    ],
)
def test_the_scores_with_which_some_weights_would_do_are_the_published_ones(name, letter, known):
    _, _, y, d, _ = answers(name, letter)
    found = [first_place.score_for_some_weights(y, d, k, 0.0) for k in range(6)]
    assert found == pytest.approx(known, abs=0.34)  # one is printed as a whole number
    for k, score in enumerate(found):
        for moved, able in [(score + 0.5, True), (score - 0.5, False)]:
            raised = y.copy()
            raised[d, k] = moved
            assert (dominance.best_lead(raised, d)[0] > 1e-9) == able
