"""A panel prints as its state: the same line and the same table for the same state."""

import anywidget
import ipywidgets
import pytest
import traitlets

import alignment.widgets
from alignment.widgets.panel import VIEW_MIME, Panel, state_table


class Lamp(Panel, anywidget.AnyWidget):
    _esm = "export default { render() {} }"
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


@pytest.mark.parametrize("make", [Lamp, Pair])
def test_the_bundle_holds_the_live_view_the_line_and_the_table(make):
    bundle = make()._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html", VIEW_MIME}
    assert bundle[VIEW_MIME]["model_id"]


@pytest.mark.parametrize("make", [Lamp, Pair])
def test_two_panels_in_the_same_state_print_the_same(make):
    first, second = make()._repr_mimebundle_(), make()._repr_mimebundle_()
    assert first.pop(VIEW_MIME) != second.pop(VIEW_MIME)
    assert first == second


def test_a_composite_shows_its_view_attribute():
    pair = Pair()
    assert pair._repr_mimebundle_()[VIEW_MIME]["model_id"] == pair.view.model_id


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
