"""The matrix editor: codes, weights and items can change, and the sums follow at once."""

import pandas as pd
import pytest

from alignment.errors import AlignmentError
from alignment.methods._inputs import BadNumbers
from alignment.tables import load
from alignment.widgets import HypothesisMatrix
from alignment.widgets.hypothesis_matrix_look import grid


def most_spread(points: pd.DataFrame, weight: pd.Series) -> str:
    return (points.var(ddof=0) * weight).idxmax()


@pytest.fixture
def matrix():
    items = load("ach_items").set_index("item")
    codes = load("ach_matrix").pivot(index="hypothesis", columns="item", values="code")
    return HypothesisMatrix(codes[items.index], items, most_spread)


def against(matrix):
    return list(matrix.results()["against"])


# --- what follows from codes ------------------------------------------------------------------


def test_at_the_start_the_sums_are_those_of_the_courses_own_codes(matrix):
    assert against(matrix) == [8, 1, 3, 1, 0]
    assert list(matrix.results()["net"]) == [0, 9, 6, 5, 4]
    assert list(matrix.results()["silent"]) == [1, 4, 3, 9, 10]


def test_the_least_contradicted_hypotheses_lead(matrix):
    results = matrix.results()
    assert list(results.index[results["leads"]]) == ["H5"]
    assert "fewest points against H5 (0)" in repr(matrix)


def test_a_code_set_in_a_cell_changes_the_sum(matrix, capsys):
    matrix.set("e6", H1="C", H2="C", H3="N")
    assert against(matrix) == [7, 0, 3, 1, 0]
    assert "Now: fewest points against H2 and H5 (0)." in capsys.readouterr().out


def test_half_credibility_counts_half(matrix):
    matrix.set("e10", credibility=0.5)
    matrix.set("e11", credibility=0.5)
    assert against(matrix) == [7, 1, 2.5, 1, 0]


def test_choosing_does_the_same_as_the_cell(matrix):
    matrix._item.value = "e6"
    for name, code in {"H1": "C", "H2": "C", "H3": "N"}.items():
        matrix._inputs[name].value = code
    assert against(matrix) == [7, 0, 3, 1, 0]


# --- taking items away ------------------------------------------------------------------------


def test_an_item_taken_away_no_longer_counts(matrix):
    matrix.remove("e6")
    assert against(matrix) == [7, 0, 3, 1, 0]
    assert "taken away: e6 (UN votes)" in repr(matrix)
    assert "(I)" in matrix.state_html()


def test_a_toggle_does_the_same_as_the_cell(matrix):
    matrix._toggles["e6"].value = False
    assert matrix.removed == ["e6"]
    matrix._toggles["e6"].value = True
    assert matrix.removed == []


def test_taking_an_item_away_twice_is_taking_it_away_once(matrix):
    matrix.remove("e6")
    matrix.remove("e6")
    assert matrix.removed == ["e6"]


def test_the_item_that_matters_most_is_picked_by_the_function_of_the_lesson(matrix):
    picked = matrix.remove_most()
    assert picked == "e3"  # the first of those with the largest variance
    assert matrix.removed == ["e3"]
    assert matrix.remove_most() != "e3"


def test_the_last_item_stays(matrix):
    for item in matrix.codes.columns:
        matrix.remove(item)
    assert matrix.removed == list(matrix.codes.columns[:-1])
    assert "e14 (Careful banks) is the last item" in matrix.message


def test_all_items_can_be_put_back_and_all_changes_undone(matrix):
    matrix.set("e6", H2="C")
    matrix.remove("e12")
    matrix.put_back()
    assert matrix.removed == []
    assert against(matrix) == [8, 0, 3, 1, 0]
    matrix.reset()
    assert against(matrix) == [8, 1, 3, 1, 0]


# --- bad input and what is shown --------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "changes", "sentence"),
    [
        ("e99", {}, "There is no item 'e99'; did you mean 'e9'"),
        ("e6", {"H9": "C"}, "There is no hypothesis or weight 'H9'"),
        ("e6", {"H1": "X"}, "There is no value 'X'; use one of CC, C, N, I, II"),
        ("e6", {"credibility": 7}, "There is no value 7; use one of 0.5, 1.0, 1.5"),
    ],
)
def test_an_unknown_word_is_answered_with_the_known_ones(matrix, item, changes, sentence):
    with pytest.raises(AlignmentError, match=sentence):
        matrix.set(item, **changes)
    assert against(matrix) == [8, 1, 3, 1, 0]


def test_a_strange_code_in_the_table_is_refused(matrix):
    items = load("ach_items").set_index("item")
    with pytest.raises(BadNumbers, match="Found the code 'maybe'"):
        HypothesisMatrix(pd.DataFrame({"e1": ["maybe"]}, index=["H1"]), items, most_spread)


def test_an_item_without_a_fact_is_refused(matrix):
    items = load("ach_items").set_index("item").drop("e1")
    with pytest.raises(AlignmentError, match="'e1' has codes but no fact"):
        HypothesisMatrix(pd.DataFrame({"e1": ["C"]}, index=["H1"]), items, most_spread)


def test_the_layout_turns_without_changing_the_result(matrix):
    before = matrix._grid.value
    matrix._layout.value = "items"
    assert matrix._grid.value != before
    assert against(matrix) == [8, 1, 3, 1, 0]


def test_every_input_has_a_label_and_every_toggle_a_name_and_a_fact(matrix):
    assert all(box.description for box in [matrix._item, *matrix._inputs.values()])
    assert matrix._toggles["e7"].tooltip.startswith("In the UN's emergency session")


def test_two_matrices_in_the_same_state_print_the_same(matrix):
    other = HypothesisMatrix(
        matrix.codes, load("ach_items").set_index("item"), most_spread
    )._repr_mimebundle_()
    one = matrix._repr_mimebundle_()
    assert one == other


def test_the_words_of_fourteen_columns_stand_upright_and_the_grid_scrolls_in_itself():
    codes = load("ach_matrix").pivot(index="hypothesis", columns="item", values="code")
    short = load("ach_items").set_index("item")["short"]
    wide = grid(codes, [], "e1", "hypotheses", short)
    assert wide.count("writing-mode: vertical-rl") == len(codes.columns)
    assert wide.startswith('<div style="max-width: 100%; overflow-x: auto">')
    assert "writing-mode" not in grid(codes, [], "e1", "items", short)
