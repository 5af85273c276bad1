"""Weights from judgements: published values, properties, and two other libraries as witnesses."""

import ahpy
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymcdm.weights.subjective import AHP as PymcdmAHP

from alignment.methods import elicitation as e
from alignment.methods._inputs import BadNumbers
from alignment.methods.aggregation import additive

SWING = [70, 50, 100, 40, 60, 45]

# R1: relative consumption of drinks in the US (Saaty 2008): coffee, wine, tea, beer, soda,
# milk, water.
DRINKS = [
    [1, 9, 5, 2, 1, 1, 1 / 2],
    [1 / 9, 1, 1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
    [1 / 5, 3, 1, 1 / 3, 1 / 4, 1 / 3, 1 / 9],
    [1 / 2, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [1, 9, 4, 2, 1, 2, 1 / 2],
    [1, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [2, 9, 9, 3, 2, 3, 1],
]


def full_matrix(upper):
    """Build a reciprocal matrix from the comparisons above its diagonal, row by row."""
    n = round((1 + np.sqrt(1 + 8 * len(upper))) / 2)
    matrix = np.ones((n, n))
    matrix[np.triu_indices(n, 1)] = upper
    return np.triu(matrix) + np.tril(1 / matrix.T, -1)


# R5 (Bana e Costa and Vansnick 2008)
ORDER_LOST = full_matrix([2, 3, 5, 9, 2, 4, 9, 2, 8, 7])


def test_swing_points_become_the_reference_weights():
    expected = [0.1918, 0.1370, 0.2740, 0.1096, 0.1644, 0.1233]
    assert e.swing(SWING) == pytest.approx(expected, abs=5e-5)


def test_swing_points_above_100_are_refused_in_one_sentence():
    with pytest.raises(BadNumbers, match=r"value 120; values must be between 0 and 100"):
        e.swing([120, 50])


def test_all_zero_points_say_what_to_do():
    with pytest.raises(BadNumbers, match="give at least one criterion more than 0"):
        e.direct([0, 0, 0])


@pytest.mark.parametrize(
    ("table", "ratio"),
    [("saaty1980", 0.0223), ("saaty2005", 0.0218), ("donegan-dodd1991", 0.0235)],
)
def test_drinks_give_saatys_weights_and_each_table_its_own_ratio(table, ratio):  # R1
    expected = [0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327]
    assert e.ahp(DRINKS) == pytest.approx(expected, abs=1e-3)
    assert e.consistency_ratio(DRINKS, table) == pytest.approx(ratio, abs=5e-5)


def test_row_geometric_means_of_drinks_are_close_but_not_equal():
    expected = [0.1787, 0.0185, 0.0422, 0.1165, 0.1911, 0.1286, 0.3243]
    assert e.ahp(DRINKS, "row geometric mean") == pytest.approx(expected, abs=5e-5)


# R2: choosing a city (Saaty 2005). Cities in the order Bethesda, Boston, Pittsburgh, Santa Fe;
# criteria culture, family, housing, jobs, transport.
CRITERIA = full_matrix([1 / 5, 3, 1 / 2, 5, 7, 1, 7, 1 / 4, 3, 7])
CITIES = [
    full_matrix(upper)
    for upper in (
        [1 / 2, 1, 1 / 2, 2.5, 1, 1 / 2.5],
        [2, 1 / 3, 4, 1 / 8, 2, 9],
        [5, 1 / 2, 2.5, 1 / 9, 1 / 4, 7],
        [1 / 2, 3, 4, 6, 8, 1],
        [1.5, 1 / 2, 4, 1 / 3.5, 2.5, 9],
    )
]


def test_two_levels_of_comparisons_choose_pittsburgh():  # R2
    w = e.ahp(CRITERIA)
    assert w == pytest.approx([0.152, 0.434, 0.072, 0.305, 0.038], abs=1e-3)
    assert e.consistency_ratio(CRITERIA) == pytest.approx(0.050, abs=5e-4)
    local = np.array([e.ahp(matrix) for matrix in CITIES]).T
    assert additive(local, w) == pytest.approx([0.229, 0.275, 0.385, 0.111], abs=1e-3)


def test_missing_comparisons_are_filled_as_bozoki_and_others_do():  # R3
    gap = [
        [1, 1, 5, 2],
        [1, 1, 3, 4],
        [1 / 5, 1 / 3, 1, np.nan],
        [1 / 2, 1 / 4, np.nan, 1],
    ]
    full = e.complete(gap)
    assert full[2, 3] == pytest.approx(0.7303, abs=1e-4)
    assert e.ahp(full) == pytest.approx([0.3738, 0.392, 0.0985, 0.1357], abs=1e-4)
    assert e.consistency_ratio(full, "donegan-dodd1991") == pytest.approx(0.0372, abs=1e-4)


def test_a_matrix_without_gaps_is_already_complete():
    assert e.complete(ORDER_LOST) == pytest.approx(ORDER_LOST)


def test_the_random_index_tables_are_the_published_ones():  # R4
    assert list(e.RANDOM_INDEX["saaty1980"].values()) == [
        *(0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
    ]
    assert e.RANDOM_INDEX["saaty2005"][3] == 0.52
    assert set(map(len, e.RANDOM_INDEX.values())) == {8}


def test_a_small_ratio_can_hide_an_order_the_person_never_stated():  # R5
    w = e.ahp(ORDER_LOST)
    assert w == pytest.approx([0.426, 0.281, 0.165, 0.101, 0.027], abs=1e-3)
    assert e.consistency_ratio(ORDER_LOST) < 0.10
    assert ORDER_LOST[0, 3] < ORDER_LOST[3, 4]
    assert w[0] / w[3] > w[3] / w[4]


def test_consistent_judgements_have_ratio_0_and_a_circle_has_1_15():  # R7
    assert e.ahp([[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]]) == pytest.approx([4 / 7, 2 / 7, 1 / 7])
    circle = full_matrix([3, 1 / 3, 3])
    assert e.ahp(circle) == pytest.approx([1 / 3] * 3)
    assert e.consistency_ratio(circle) == pytest.approx(1.149, abs=5e-4)


def test_the_worst_triad_is_the_one_with_the_planted_contradiction():
    w = np.array([0.4, 0.3, 0.2, 0.1])
    matrix = w[:, None] / w[None, :]
    matrix[1, 3], matrix[3, 1] = 1 / 6, 6
    assert e.worst_triad(matrix) in {(0, 1, 3), (1, 2, 3)}


@pytest.mark.parametrize(
    ("matrix", "sentence"),
    [
        ([[1, 2], [2, 1]], "not reciprocal"),
        ([[1, 2, 3], [0.5, 1, 2]], "rows and columns must match"),
        ([[1, "much"], [1, 1]], "holds something that is not a number"),
        ([[1, np.nan], [1, 1]], "missing or infinite"),
    ],
)
def test_a_matrix_that_is_none_gets_one_sentence(matrix, sentence):
    with pytest.raises(BadNumbers, match=sentence):
        e.ahp(matrix)


def test_unknown_choices_say_which_exist():
    with pytest.raises(BadNumbers, match="use one of saaty1980, saaty2005"):
        e.consistency_ratio(DRINKS, "mine")
    with pytest.raises(BadNumbers, match="row geometric mean"):
        e.ahp(DRINKS, "guess")
    with pytest.raises(BadNumbers, match="a random index exists for 3 to 10"):
        e.consistency_ratio([[1, 2], [0.5, 1]])


points = st.lists(st.floats(1, 100), min_size=2, max_size=8)


@given(points, st.floats(0.01, 0.99))
def test_weights_do_not_change_when_all_points_shrink_alike(p, factor):
    assert e.swing(np.array(p) * factor) == pytest.approx(e.swing(p))


@given(st.lists(st.floats(0.1, 10), min_size=3, max_size=7))
def test_a_matrix_of_ratios_gives_back_the_weights_it_came_from(w):
    w = np.array(w) / sum(w)
    matrix = w[:, None] / w[None, :]
    assert e.ahp(matrix) == pytest.approx(w)
    assert e.ahp(matrix, "row geometric mean") == pytest.approx(w)
    assert e.consistency_ratio(matrix) == pytest.approx(0, abs=1e-9)
    assert e.consistency_ratio(matrix) >= 0


judgements = st.sampled_from([1 / k for k in range(9, 1, -1)] + list(range(1, 10)))


@given(st.lists(judgements, min_size=10, max_size=10))
def test_ahpy_finds_the_same_weights_and_ratio(upper):
    matrix = full_matrix(upper)
    pairs = {(i, j): matrix[i, j] for i in range(5) for j in range(i + 1, 5)}
    witness = ahpy.Compare("x", pairs, precision=6, random_index="saaty", tolerance=1e-9)
    assert e.ahp(matrix) == pytest.approx([witness.local_weights[i] for i in range(5)], abs=2e-5)
    assert e.consistency_ratio(matrix, "saaty2005") == pytest.approx(
        witness.consistency_ratio, abs=2e-5
    )


def test_pymcdm_finds_the_same_weights():
    witness = PymcdmAHP(matrix=np.array(CRITERIA))
    assert e.ahp(CRITERIA) == pytest.approx(witness(), abs=1e-6)
