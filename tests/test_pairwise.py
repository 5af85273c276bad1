"""Pairs in, weights out: the panel shows a contradiction and leaves it to the person."""

import pytest

from alignment.errors import AlignmentError
from alignment.widgets import PairwisePanel


def test_at_first_all_is_equal_and_consistent():
    panel = PairwisePanel("ACE")
    assert panel.weights().round(4).tolist() == [0.3333, 0.3333, 0.3333]
    assert panel.consistency_ratio() == pytest.approx(0, abs=1e-9)


def test_three_comparisons_give_the_published_weights():
    """[1 3 5; 1/3 1 2; 1/5 1/2 1]: weights .648 .230 .122, CR .003 (1980 random index)."""
    panel = PairwisePanel("ABC")
    for pair, ratio in {"AB": 3, "AC": 5, "BC": 2}.items():
        panel.set(*pair, ratio)
    assert panel.weights().round(3).tolist() == [0.648, 0.230, 0.122]
    assert panel.consistency_ratio() == pytest.approx(0.003, abs=0.0005)
    assert "fit together" in panel.sentence()


def test_a_circle_is_shown_and_not_repaired():
    panel = PairwisePanel("ABC")
    for pair, ratio in {"AB": 3, "BC": 3, "AC": 1 / 3}.items():
        panel.set(*pair, ratio)
    assert panel.consistency_ratio() == pytest.approx(1.149, abs=0.001)
    assert "Then A to C would be 9, but you said 1/3" in panel.sentence()
    assert panel.matrix().loc["A", "C"] == pytest.approx(1 / 3)


def test_the_worst_triad_is_marked_in_the_menus():
    panel = PairwisePanel("ABCD")
    for pair, ratio in {"AB": 5, "BC": 5, "AC": 1 / 5}.items():
        panel.set(*pair, ratio)
    assert panel.worst_triad() == ("A", "B", "C")
    marked = [menu.description for menu in panel._boxes.values() if "(!)" in menu.description]
    assert marked == ["A or B (!)", "A or C (!)", "B or C (!)"]


def test_a_menu_and_a_code_cell_do_the_same():
    by_menu, by_code = PairwisePanel("ACE"), PairwisePanel("ACE")
    by_menu._boxes["A", "C"].value = 4.0
    by_code.set("C", "A", 1 / 4)
    assert repr(by_menu) == repr(by_code)
    assert by_code._boxes["A", "C"].value == 4.0
    assert "A is 4 times C" not in repr(by_code)
    assert by_menu.matrix().equals(by_code.matrix())


def test_the_stored_state_is_a_line_and_a_table():
    panel = PairwisePanel("ACE")
    panel.set("C", "A", 2)
    bundle = panel._repr_mimebundle_()
    assert bundle["text/plain"].startswith("PairwisePanel(A 26%, C 41%, E 33%")
    assert "<table" in bundle["text/html"]
    assert "1/2" in bundle["text/html"]


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (lambda: PairwisePanel("AB"), "Three or more"),
        (lambda: PairwisePanel("AAB"), "different criteria"),
        (lambda: PairwisePanel("ABX"), "no criterion 'X'"),
        (lambda: PairwisePanel("ABC").set("A", "F", 2), "pairs: AB, AC, BC"),
        (lambda: PairwisePanel("ABC").set("A", "B", 12), "between 1/9 and 9"),
    ],
)
def test_what_does_not_fit_is_one_sentence(action, said):
    with pytest.raises(AlignmentError, match=said):
        action()
