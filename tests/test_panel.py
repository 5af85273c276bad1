"""A panel prints as its state: the same line and the same table for the same state."""

import ipywidgets
import plotly.graph_objects as go
import pytest
import traitlets

import alignment.widgets
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.widgets import chart, panel
from alignment.widgets.live import table_view
from alignment.widgets.panel import VIEW_MIME, ChoicePanel, Panel, state_table
from alignment.widgets.view import PANEL, View
from fairmark.stacked import MANY
from tests.panels import CASES


class Lamp(Panel, View):
    _esm = "export default { render() {} };"
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


@pytest.mark.parametrize("name", CASES)
def test_a_view_that_is_a_panel_bears_its_class_from_its_first_message(name, monkeypatch, tmp_path):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path))
    make, _ = CASES[name]
    for each in make():
        live = each if each.view is None else each.view
        assert PANEL in live.get_state()["_dom_classes"] or not isinstance(live, View)


def test_a_stored_panel_says_that_it_is_asleep_and_what_to_run():
    assert f"<em>{say('panel.asleep')}</em>" in Lamp()._repr_mimebundle_()["text/html"]


@pytest.mark.parametrize("make", [Lamp, Pair])
def test_two_panels_in_the_same_state_print_the_same(make):
    assert make()._repr_mimebundle_() == make()._repr_mimebundle_()


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


# --- a panel in which a person chooses ------------------------------------------------------


class Doubler(ChoicePanel):
    heading = "Twice as much"

    def __init__(self):
        self._open({"number": 2})

    def controls(self):
        return {"number": ipywidgets.IntText(description="Number")}

    def accept(self, choice):
        if choice["number"] < 0:
            raise AlignmentError("The number must not be negative")
        return choice

    def compute(self):
        self.double = 2 * self.now["number"]

    def sentence(self):
        return f"Twice {self.now['number']} is {self.double}."

    def table_html(self):
        return state_table([{"What": "double", "Value": self.double}], caption="The double")

    def draw(self):
        return go.Figure(go.Bar(x=["double"], y=[self.double]))


def test_sentence_table_and_chart_follow_a_control():
    doubler = Doubler()
    doubler._boxes["number"].value = 5
    assert doubler._live.text == "Twice 5 is 10."
    assert "<td>10</td>" in doubler._html.value
    assert doubler._chart.figure["data"][0]["y"] == [10]


def test_a_refused_choice_leaves_everything_as_it_was_and_says_so():
    doubler = Doubler()
    doubler._boxes["number"].value = -1
    assert doubler._boxes["number"].value == 2
    assert doubler._live.text == "The number must not be negative. Nothing was changed."
    assert doubler._chart.figure["data"][0]["y"] == [4]


def test_a_chart_arrives_whole_and_its_library_once():
    first, second = Doubler(), Doubler()
    assert first._chart.get_state("figure")["figure"]["data"][0]["y"] == [4]
    assert first._chart.figure["layout"]["height"] == 430
    assert len(first._chart.get_state()["_esm"]) < 20_000
    assert chart._library() is chart._library()
    assert second._chart.words.startswith("Bar chart")


def test_a_site_that_has_the_charts_library_itself_is_sent_its_address_only(monkeypatch):
    monkeypatch.setenv("ALIGNMENT_PLOTLY_JS", "../static/course/plotly.min.js")
    library = chart._library.__wrapped__()
    assert (library.address, library.packed) == ("../static/course/plotly.min.js", b"")


def test_each_cell_of_a_wide_table_names_its_column_for_a_phone_that_stacks_the_rows():
    view = table_view()
    row = {f"column {n}": n for n in range(MANY)}
    view.value = state_table([row, row], caption="Many")
    assert view.value.count('data-column="column 1">1</td>') == 2
    assert view.value.count('role="row"') == 3
    narrow = state_table([{"a": 1, "b": 2}], caption="Few")
    view.value = narrow
    assert view.value == narrow
