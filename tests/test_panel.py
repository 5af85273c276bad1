"""A panel prints as its state: the same line and the same table for the same state."""

import ipywidgets
import pytest
import traitlets

import alignment.widgets
from alignment.widgets import panel
from alignment.widgets.panel import ASLEEP, VIEW_MIME, Panel, state_table
from alignment.widgets.view import View, script


class Lamp(Panel, View):
    _esm = script("function render() {}\nexport default { render };")
    bright = traitlets.Int(3).tag(sync=True)

    def state_line(self):
        return f"Lamp(bright={self.bright})"

    def state_html(self):
        return state_table([{"What": "bright", "Value": self.bright}], caption="The lamp")


class Pair(Panel):
    def __init__(self):
        self.slider = ipywidgets.IntSlider(description="Share", value=7)
        self.view = ipywidgets.VBox([self.slider])

    def state_line(self):
        return f"Pair(\n  share={self.slider.value})"

    def state_html(self):
        return state_table([{"What": "share", "Value": self.slider.value}], caption="The pair")


@pytest.fixture
def shown(monkeypatch):
    """Collect what a cell would show."""
    found = []
    monkeypatch.setattr(panel, "display", lambda data, raw: found.append(data))
    return found


@pytest.mark.parametrize("make", [Lamp, Pair])
def test_the_live_view_comes_first_and_what_is_stored_in_an_output_of_its_own(make, shown):
    lamp = make()
    lamp._ipython_display_()
    live, stored = shown
    view = lamp if lamp.view is None else lamp.view
    assert live[VIEW_MIME]["model_id"] == view.model_id
    assert set(live) == {VIEW_MIME}
    assert set(stored) == {"text/plain", "text/html"}
    assert stored["text/plain"] == repr(lamp)
    assert lamp.state_html() in stored["text/html"]


def test_a_stored_panel_says_that_it_is_asleep_and_what_to_run():
    assert f"<em>{ASLEEP}</em>" in Lamp()._repr_mimebundle_()["text/html"]


@pytest.mark.parametrize("make", [Lamp, Pair])
def test_two_panels_in_the_same_state_print_the_same(make):
    assert make()._repr_mimebundle_() == make()._repr_mimebundle_()


def test_a_view_ends_with_the_words_that_let_the_shared_part_start_it():
    with pytest.raises(ValueError, match="ends with 'export default"):
        script("export default {}")


def test_the_state_is_one_line_whatever_the_subclass_writes():
    assert repr(Pair()) == "Pair( share=7)"


def test_the_line_and_the_table_follow_the_state():
    lamp = Lamp()
    lamp.bright = 9
    assert repr(lamp) == "Lamp(bright=9)"
    assert "<td>9</td>" in lamp._repr_mimebundle_()["text/html"]


def test_a_state_table_has_a_caption_and_named_rows_and_columns():
    html = state_table([{"Criterion": "Impact", "Score": 60.0}], caption="Scores <draft>")
    assert "<caption>Scores &lt;draft&gt;</caption>" in html
    assert '<th scope="col">Score</th>' in html
    assert '<th scope="row">Impact</th><td>60</td>' in html


def test_the_widgets_room_says_what_it_has():
    assert alignment.widgets.Panel is Panel
    with pytest.raises(AttributeError, match=r"has no .Pannel.; it has .*, Panel, "):
        alignment.widgets.Pannel  # noqa: B018
