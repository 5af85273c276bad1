"""The counting rules of lesson 03: what counts and which years decide what a student may say."""

from pathlib import Path

import nbformat
import pandas as pd
import pytest

from alignment.errors import AlignmentError
from alignment.methods.measures import rate_ratio
from alignment.tables import load
from alignment.widgets import CountingRules
from alignment.widgets.counting import ALL, ENDS, PART, SURE

LESSON = Path(__file__).resolve().parents[1] / "notebooks" / "lesson-03-military.ipynb"

PUBLISHED = pd.DataFrame(
    {
        "counted": ["flights so far", "events of all kinds"],
        "kinds": ["flight", "all"],
        "period": ["2019 to 2025", "2003 to 2025"],
        "first": [2019, 2003],
        "last": [2025, 2025],
        "value": [5, 40],
        "bound": ["exact", "at least"],
        "publisher": ["A", "B"],
    }
)


def count(events, groups, first, last):
    """What lesson 03 writes in a cell."""
    kept = events[events["group"].isin(groups)]
    return int(kept["year"].between(first, last).sum())


@pytest.fixture
def events():
    years = [2014, 2016, 2019, 2021, 2022, 2022, 2023, 2024, 2025, 2012]
    groups = ["drill", "drill", "flight", "drill", *["flight"] * 4, "drill", "drill"]
    sure = ["high"] * 8 + ["medium"] * 2
    return pd.DataFrame({"year": years, "group": groups, "confidence": sure})


@pytest.fixture
def panel(events):
    return CountingRules(events, PUBLISHED, count=count, ratio=rate_ratio)


# --- the numbers ----------------------------------------------------------------------------


def test_the_windows_are_compared_as_rates_not_as_counts(panel):
    found = panel.result()
    assert (found["early"], found["late"]) == (4, 5)
    assert found["ratio"] == pytest.approx((5 / 4) / (4 / 8))
    assert found["low"] < found["ratio"] < found["high"]


def test_leaving_out_a_group_changes_both_counts(panel):
    panel.set(include=["drill"])
    assert (panel.result()["early"], panel.result()["late"]) == (3, 1)


def test_rows_that_are_not_sure_can_be_left_out(panel):
    panel.set(include="drill", sure_only=True)
    assert panel.result()["late"] == 0


def test_an_empty_first_window_has_no_ratio(panel):
    panel.set(include=["flight"], early=(2013, 2018), late=(2019, 2025))
    assert panel.result()["ratio"] is None
    assert "there is no ratio" in panel.sentence()


def test_the_nearest_published_total_comes_first(panel):
    panel.set(include=["flight"])
    table = panel.compared()
    assert list(table["counted"]) == ["flights so far", "events of all kinds"]
    assert table.loc[0, "ours"] == 5
    assert pd.isna(table.loc[1, "ours"])
    assert "A counts 5 (exact)" in panel.sentence()
    assert "our list has 5 for the same period" in panel.sentence()


def test_the_nearest_total_of_the_sentence_counts_the_kinds_that_are_chosen(panel):
    assert "B counts 40 (at least)" in panel.sentence()
    assert "our list has 10 for the same period" in panel.sentence()
    panel.set(include=["drill"])
    assert "No published total counts exactly the kinds that are chosen here." in panel.sentence()


def test_a_total_that_names_a_group_is_compared_with_that_group_alone(panel):
    ours = panel.compared().set_index("counted")
    assert ours["ours counts"].to_dict() == {
        "flights so far": "flight",
        "events of all kinds": "drill, flight",
    }
    assert ours.loc["flights so far", "ours"] == 5
    panel.set(include=["drill"])
    table = panel.compared().set_index("counted")
    assert pd.isna(table.loc["flights so far", "ours"])
    assert table.loc["flights so far", "ours counts"] == "not all that it counts is chosen here"
    assert table["ours"].isna().all()


def test_a_total_of_a_part_of_a_group_is_compared_with_nothing(events):
    published = PUBLISHED.assign(kinds=["part", "all"])
    panel = CountingRules(events, published, count=count, ratio=rate_ratio)
    table = panel.compared().set_index("counted")
    assert pd.isna(table.loc["flights so far", "ours"])
    assert table.loc["flights so far", "ours counts"].startswith("only a part of a group")


def test_the_words_of_a_total_do_not_matter(events):
    """What is counted is told to people, in any language; the table says which kinds it is."""
    other = PUBLISHED.assign(counted=["飞行", "patrols of all kinds"], kinds=["flight", "drill"])
    table = CountingRules(events, other, count=count, ratio=rate_ratio).compared()
    assert table.set_index("counted")["ours counts"].to_dict() == {
        "飞行": "flight",
        "patrols of all kinds": "drill",
    }


def test_every_kind_of_the_shipped_totals_is_a_box_of_the_panel_in_the_lesson():
    cells = nbformat.read(LESSON, as_version=4).cells
    text = next(c.source for c in cells if "CountingRules(events" in c.source)
    kinds = set(load("exercise_counts_published")["kinds"]) - {ALL, PART}
    assert kinds
    assert all(f'"{kind}"' in text for kind in kinds)


def test_an_end_of_the_interval_does_not_look_like_the_1_it_leaves_out(events):
    panel = CountingRules(events, PUBLISHED, count=count, ratio=lambda *_: (1.9, 1.004, 3.9))
    assert "1.004 to 3.900, which does not include 1" in panel.sentence()


def test_a_window_of_one_year_is_named_once(panel):
    panel.set(early=(2021, 2021))
    assert "in 2021 (" in panel.sentence()


def test_the_sentence_says_whether_no_change_is_inside(panel):
    assert "which includes 1 (no change)" in panel.sentence()
    panel.set(include=["flight"], early=(2012, 2021), late=(2022, 2024))
    assert "does not include 1" in panel.sentence()


# --- turning it -----------------------------------------------------------------------------


def test_a_cell_and_the_controls_do_the_same(panel, events, capsys):
    other = CountingRules(events, PUBLISHED, count=count, ratio=rate_ratio)
    panel.set(include=["flight"], late=(2022, 2024), sure_only=True)
    other._boxes["drill"].value = False
    other._boxes["late_to"].value = 2024
    other._boxes[SURE].value = True
    assert repr(panel) == repr(other)
    assert panel.sentence() in capsys.readouterr().out


def test_what_is_not_named_stays(panel):
    panel.set(include=["flight"])
    panel.set(early=(2015, 2021))
    assert panel.now["include"] == ["flight"]
    assert panel._boxes["early_from"].value == 2015


def test_every_bar_belongs_to_one_window(panel):
    first, second, outside = panel._figure.data
    assert list(first.x) == list(range(2014, 2022))
    assert list(second.x) == [2022, 2023, 2024, 2025]
    assert list(outside.x) == [2012, 2013]
    assert sum(map(sum, (first.y, second.y, outside.y))) == 10


@pytest.mark.parametrize(
    ("end", "wished", "windows"),
    [
        ("early_to", 2024, (2014, 2021, 2022, 2025)),
        ("early_from", 2023, (2021, 2021, 2022, 2025)),
        ("late_from", 2013, (2014, 2021, 2022, 2025)),
        ("late_to", 2015, (2014, 2021, 2022, 2022)),
    ],
)
def test_an_end_that_is_moved_too_far_stops_at_its_neighbour(panel, end, wished, windows):
    panel._boxes[end].value = wished
    assert (*panel.now["early"], *panel.now["late"]) == windows
    assert [panel._boxes[each].value for each in ENDS] == list(windows)
    assert list(panel._figure.data[0].x) == list(range(windows[0], windows[1] + 1))


def test_every_control_is_named_in_full(panel):
    assert [panel._boxes[group].description for group in panel.groups] == ["drill", "flight"]
    assert panel._boxes["late_from"].label == "Second window: from"


# --- what it says ---------------------------------------------------------------------------


def test_the_table_holds_published_and_own_counts(panel):
    html = panel.state_html()
    assert "<caption>Published totals, and our count in the same calendar years" in html
    assert '<th scope="row">flights so far</th><td>2019 to 2025</td><td>5</td>' in html


def test_two_panels_in_the_same_state_print_the_same(events, panel):
    other = CountingRules(events, PUBLISHED, count=count, ratio=rate_ratio)
    one, two = panel._repr_mimebundle_(), other._repr_mimebundle_()
    assert one == two


# --- what is refused ------------------------------------------------------------------------


def test_an_unknown_group_says_which_exist(panel):
    with pytest.raises(AlignmentError, match="no group 'parade'; there are drill, flight"):
        panel.set(include=["parade"])


@pytest.mark.parametrize("early", [(2014, 2022), (2021, 2014)])
def test_windows_that_overlap_or_run_backwards_are_refused(panel, early):
    with pytest.raises(AlignmentError, match="must lie one after the other"):
        panel.set(early=early)
    assert panel.now["early"] == (2014, 2021)


def test_a_window_outside_the_list_is_refused(panel):
    with pytest.raises(AlignmentError, match="The list holds events of 2012–2025"):
        panel.set(late=(2022, 2030))


def test_totals_that_cannot_be_compared_are_folded_below_those_that_can(panel):
    panel.set(include=["flight"])
    shown, fold, folded = panel.table_html().partition("<details>")
    assert fold
    assert "flights so far" in shown
    assert "1 published total that cannot be compared" in folded
    assert "events of all kinds" in folded
    panel.set(include=["drill", "flight"])
    assert "<details>" not in panel.table_html()
