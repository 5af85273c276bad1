"""The share finder of lesson 05: no share without its goods, its rule and its publisher."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment.errors import AlignmentError
from alignment.widgets import ShareFinder

ROWS = [
    ("chips", "sent from", "mainland", 50.0, "as printed", "2023", "A"),
    ("chips", "sent from", "Hong Kong", 20.0, "as printed", "2023", "A"),
    ("chips", "made for", "China", 40.0, "about", "2023-01 to 2023-10", "B"),
    ("lathes", "sent from", "China", 85.0, "at least", "2024", "C"),
]
COLUMNS = ["goods", "counted", "origin", "value", "bound", "period", "publisher"]
DEFINITIONS = pd.DataFrame(ROWS, columns=COLUMNS)


def still_arrives(share, leak):
    """What lesson 05 writes in a cell."""
    return 100 - share + share * leak / 100


_SHARED = ShareFinder(DEFINITIONS, arrives=still_arrives)  # building one for each draw is slow


@pytest.fixture
def finder():
    return ShareFinder(DEFINITIONS, arrives=still_arrives)


# --- the numbers ----------------------------------------------------------------------------


def test_hong_kong_is_added_when_it_is_ticked(finder):
    assert finder.result()["share"] == 70
    finder.set(hong_kong=False)
    assert finder.result()["share"] == 50


def test_the_range_is_over_all_definitions(finder):
    assert (finder.result()["low"], finder.result()["high"]) == (40, 85)


def test_plugging_without_a_leak_leaves_the_other_sources(finder):
    finder.set(leak=0)
    assert finder.result()["arrives"] == pytest.approx(30)


@settings(max_examples=30, deadline=None)
@given(leak=st.integers(0, 100), hong_kong=st.booleans())
def test_what_arrives_lies_between_the_other_sources_and_everything(leak, hong_kong):
    _SHARED.set(leak=leak, hong_kong=hong_kong)
    found = _SHARED.result()
    assert 100 - found["share"] - 1e-9 <= found["arrives"] <= 100


def test_a_combination_that_nobody_published_is_not_guessed(finder):
    finder.set(goods="lathes", counted="made for")
    assert finder.result()["share"] is None
    assert "nobody in this table published this share. Published for lathes: sent from." in (
        finder.sentence()
    )


def test_the_sentence_names_publisher_period_and_bound(finder):
    finder.set(goods="lathes", hong_kong=False, leak=20)
    assert finder.sentence() == (
        "Lathes, counted by “sent from”, China: 85 per cent (at least; C; 2024). Over all "
        "rows of the figure the share lies between 40 and 85 per cent. If this source were plugged "
        "and 20 per cent of its goods found another way (assumption, not forecast), 32 per cent "
        "of all these goods, wherever from, would still arrive."
    )


def test_where_hong_kong_is_not_given_apart_the_sentence_says_so(finder):
    finder.set(counted="made for")
    assert "does not say whether Hong Kong is in it" in finder.sentence()


# --- turning it -----------------------------------------------------------------------------


def test_a_cell_and_the_controls_do_the_same(finder, capsys):
    other = ShareFinder(DEFINITIONS, arrives=still_arrives)
    finder.set(goods="lathes", hong_kong=False, leak=10)
    other._boxes["goods"].value = "lathes"
    other._boxes["hong_kong"].value = False
    other._boxes["leak"].value = 10
    assert repr(finder) == repr(other)
    assert finder.sentence() in capsys.readouterr().out


def test_the_chart_shows_the_chosen_definition_and_what_would_arrive(finder):
    others, chosen, arrives = finder._figure.data
    assert list(others.x) == [40, 85]
    assert list(chosen.x) == [70]
    assert list(arrives.x) == [65]
    finder.set(counted="made for", goods="lathes")
    assert len(finder._figure.data[1].x) == len(finder._figure.data[2].x) == 0


# --- what it says ---------------------------------------------------------------------------


def test_the_table_holds_every_definition_and_marks_the_chosen_one(finder):
    html = finder.state_html()
    assert '<th scope="row">chips (chosen)</th><td>sent from</td><td>mainland + Hong Kong' in html
    assert html.count("<tr>") == 4


def test_two_finders_in_the_same_state_print_the_same(finder):
    other = ShareFinder(DEFINITIONS, arrives=still_arrives)
    one, two = finder._repr_mimebundle_(), other._repr_mimebundle_()
    assert one == two


# --- what is refused ------------------------------------------------------------------------


def test_unknown_goods_say_which_exist(finder):
    with pytest.raises(AlignmentError, match="no goods 'tea'; there are chips, lathes"):
        finder.set(goods="tea")


@pytest.mark.parametrize("leak", [-1, 101, "much", float("nan")])
def test_a_leak_outside_0_to_100_is_refused(finder, leak):
    with pytest.raises(AlignmentError, match="leak must be 0 to 100 per cent; found"):
        finder.set(leak=leak)


def test_a_table_without_publishers_is_refused():
    with pytest.raises(AlignmentError, match="no column 'publisher'"):
        ShareFinder(DEFINITIONS.drop(columns="publisher"), arrives=still_arrives)
