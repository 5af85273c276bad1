"""The counterfactual dial: the lesson's formula, three assumptions, a band, never a forecast."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment.errors import AlignmentError
from alignment.widgets import CounterfactualDial
from alignment.widgets.dial import Assumption

PERCENT = st.integers(0, 100)


def revenue_effect(base, lost, replaced, discount):
    """What lesson 04 writes in a cell."""
    gone = base * lost / 100
    return gone * replaced / 100 * (1 - discount / 100) - gone


_SHARED = CounterfactualDial(revenue_effect, base=200)  # building one for each draw is slow


@pytest.fixture
def dial():
    return CounterfactualDial(revenue_effect, base=200)


# --- the numbers ----------------------------------------------------------------------------


def test_all_lost_and_nothing_replaced_loses_the_whole_base(dial):
    assert dial.change(Assumption(100, 0, 0))["mode"] == -200


def test_all_replaced_at_the_old_price_changes_nothing(dial):
    assert dial.change(Assumption(100, 100, 0))["mode"] == 0


def test_a_worked_case_by_hand(dial):
    # half of 200 goes; 90 % of that comes back at 60 % of the price: 100 - 54 are lost
    assert dial.change(Assumption(50, 90, 40))["mode"] == pytest.approx(-46)


def test_the_band_moves_the_two_other_assumptions_by_ten_points(dial):
    change = dial.change(Assumption(100, 50, 30))
    assert change["low"] == pytest.approx(revenue_effect(200, 100, 40, 40))
    assert change["high"] == pytest.approx(revenue_effect(200, 100, 60, 20))


@settings(max_examples=30, deadline=None)
@given(lost=PERCENT, replaced=PERCENT, discount=PERCENT)
def test_the_band_holds_the_value_and_stays_between_all_and_nothing(lost, replaced, discount):
    change = _SHARED.change(Assumption(lost, replaced, discount))
    assert -200 <= change["low"] <= change["mode"] <= change["high"] <= 0


def test_the_lessons_own_formula_is_what_is_computed():
    dial = CounterfactualDial(lambda base, lost, replaced, discount: -lost, base=np.int64(7))
    dial.set(40, 0, 0)
    assert dial.change() == {"low": -40, "mode": -40, "high": -40}


# --- turning it -----------------------------------------------------------------------------


def test_a_cell_and_a_slider_do_the_same(dial, capsys):
    other = CounterfactualDial(revenue_effect, base=200)
    dial.set(60, 40, 20)
    for name, value in {"lost": 60, "replaced": 40, "discount": 20}.items():
        other._boxes[name].value = value
    assert repr(dial) == repr(other)
    assert dial.sentence() in capsys.readouterr().out


def test_a_preset_moves_the_sliders_the_sentence_and_the_chart(dial):
    dial.preset("India takes it all")
    assert {name: slider.value for name, slider in dial._boxes.items()} == {
        "lost": 100,
        "replaced": 100,
        "discount": 10,
    }
    assert dial._live.text == dial.sentence()
    assert dial._figure.data[2].y == (pytest.approx(-20),)


def test_a_button_takes_its_preset(dial):
    buttons = dial.view.children[1].children[1:]
    assert [button.description for button in buttons] == list(dial.presets)
    buttons[1].click()
    assert dial.now == dial.presets["price cap bites"]


def test_the_line_passes_through_the_marker(dial):
    dial.set(60, 40, 20)
    _, line, point = dial._figure.data
    assert dict(zip(line.x, line.y, strict=True))[60] == pytest.approx(point.y[0])


def test_presets_may_be_the_lessons_own():
    dial = CounterfactualDial(revenue_effect, base=200, presets={"half": (50, 0, 0)})
    assert dial.change()["mode"] == -100
    assert "half (shown)" in dial.state_html()


# --- what it says ---------------------------------------------------------------------------


def test_the_sentence_names_every_assumption_and_its_status(dial):
    dial.set(50, 90, 40)
    assert dial.sentence() == (
        "If 50 % of the purchases of China vanish, and 90 % of that is sold elsewhere at a "
        "discount of 40 %, Russia's income from these sales changes by −46 million euros a day: "
        "−23 % of what China paid. If the part sold elsewhere and the discount are each up to 10 "
        "percentage points higher or lower, the change lies between −60 and −30. "
        "Assumption, not forecast."
    )


def test_the_figure_says_what_its_three_shares_and_its_band_are(dial):
    dial.set(50, 90, 40)
    title = dial._figure.layout.title.text
    assert title.startswith(
        "If China buys 50 % less, and 90 % of that is sold elsewhere at a discount"
    )
    band = dial._figure.data[0].name
    assert band == "If “sold elsewhere” and discount are each up to 10 points off"


def test_every_place_that_shows_numbers_carries_the_label(dial):
    places = [dial.state_html(), dial.view.children[1].children[0].value]
    places += [dial._figure.layout.title.text]
    places += [button.tooltip for button in dial.view.children[1].children[1:]]
    assert all("assumption, not forecast" in place for place in places)


def test_the_table_holds_the_presets_and_an_own_setting(dial):
    assert "embargo (shown)" in dial.state_html()
    assert "your own setting" not in dial.state_html()
    dial.set(1, 2, 3)
    assert "your own setting (shown)" in dial.state_html()


def test_no_minus_stands_before_zero():
    dial = CounterfactualDial(lambda base, lost, replaced, discount: -0.0, base=1)
    assert "changes by 0 million" in dial.sentence()


def test_two_dials_in_the_same_state_print_the_same():
    one, two = (CounterfactualDial(revenue_effect, base=200)._repr_mimebundle_() for _ in range(2))
    assert one == two


def test_every_slider_is_named_in_full(dial):
    assert [slider.label for slider in dial._boxes.values()] == [
        "Purchases of China that vanish",
        "Of that, sold elsewhere",
        "Discount when sold elsewhere",
    ]


# --- what is refused ------------------------------------------------------------------------


@pytest.mark.parametrize("number", [-1, 101, float("nan"), "many"])
def test_a_share_outside_0_to_100_is_refused(dial, number):
    with pytest.raises(AlignmentError, match="replaced must be 0 to 100 per cent; found"):
        dial.set(50, number, 10)


@pytest.mark.parametrize("base", [0, -5, float("inf"), "much"])
def test_a_base_that_is_no_amount_is_refused(base):
    with pytest.raises(AlignmentError, match="base must be a number above 0"):
        CounterfactualDial(revenue_effect, base=base)


def test_a_formula_that_returns_nothing_is_named():
    with pytest.raises(AlignmentError, match="must return a number; it returned None"):
        CounterfactualDial(lambda *assumed: None, base=1)


def test_an_unknown_preset_says_which_exist(dial):
    with pytest.raises(AlignmentError, match="there are embargo, price cap bites, India"):
        dial.preset("war")
