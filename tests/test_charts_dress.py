"""What `present` does to any figure: each actor keeps its look, an author's choice stays."""

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import pytest

from alignment.charts import COLOURS, DASHES, DOMAINS, MARKERS, theme
from alignment.charts.dress import HOLLOW, dress

ROWS = pd.DataFrame(
    {
        "country": ["China", "China", "Russia", "Russia", "Peru", "Peru"],
        "year": [2024, 2025] * 3,
        "share": [3.0, 4.0, 34.0, 33.0, 1.0, 2.0],
        "status": ["published", "estimated"] * 3,
    }
)


def look(fig: go.Figure, name: str) -> tuple:
    trace = next(trace for trace in dress(fig).data if trace.name == name)
    return trace.line.color, trace.marker.symbol, trace.line.dash


def wanted(name: str) -> tuple:
    return COLOURS[name], MARKERS[name], DASHES[name]


@pytest.mark.parametrize("name", ["China", "Russia"])
def test_a_line_of_plotly_express_named_after_an_actor_gets_all_three_parts_of_its_look(name):
    assert look(px.line(ROWS, x="year", y="share", color="country", markers=True), name) == wanted(
        name
    )


def test_a_line_made_by_hand_gets_the_same_look():
    fig = go.Figure(go.Scatter(x=[1], y=[2], name="RUS"))
    assert look(fig, "RUS") == wanted("Russia")


def test_a_line_of_nobody_keeps_what_plotly_gave_it():
    fig = px.line(ROWS, x="year", y="share", color="country")
    assert look(fig, "Peru") == (fig.data[2].line.color, "circle", "solid")


def test_hollow_markers_stay_hollow_in_the_actors_form():
    fig = px.scatter(
        ROWS, x="year", y="share", color="country", symbol="status",
        symbol_map={"published": "circle", "estimated": "circle-open"},
    )  # fmt: skip
    found = {trace.name: trace.marker.symbol for trace in dress(fig).data}
    assert found["China, published"] == MARKERS["China"]
    assert found["Russia, estimated"] == f"{MARKERS['Russia']}-open"


def test_a_dash_that_an_author_chose_stays():
    fig = go.Figure(go.Scatter(x=[1], y=[2], name="China", line_dash="dot"))
    assert look(fig, "China")[2] == "dot"


def test_bars_get_the_colour_and_hollow_bars_its_outline():
    bars = [go.Bar(x=["a"], y=[1], name="China"), go.Bar(x=["a"], y=[1], name="India")]
    bars[1].marker.color = HOLLOW
    filled, hollow = dress(go.Figure(bars)).data
    assert filled.marker.color == COLOURS["China"]
    assert hollow.marker.color == HOLLOW
    assert hollow.marker.line.color == COLOURS["India"]


def test_colours_given_point_by_point_stay():
    fig = go.Figure(go.Bar(x=["a", "b"], y=[1, 2], name="China", marker_color=["red", "blue"]))
    assert list(dress(fig).data[0].marker.color) == ["red", "blue"]


def test_the_figure_itself_is_not_changed():
    fig = px.line(ROWS, x="year", y="share", color="country")
    before = fig.to_json()
    dress(fig)
    assert fig.to_json() == before


def test_the_name_of_a_column_is_no_title_of_a_legend():
    assert dress(px.line(ROWS, x="year", y="share", color="country")).layout.legend.title.text == ""


def test_bars_named_on_their_axis_are_not_named_again_in_a_legend():
    alone = px.bar(ROWS[ROWS["year"] == 2025], x="country", y="share", color="country")
    assert {trace.showlegend for trace in dress(alone).data} == {False}
    stacked = px.bar(ROWS, x="year", y="share", color="country")
    assert {trace.showlegend for trace in dress(stacked).data} == {True}


def test_the_maps_hold_codes_spellings_and_currencies():
    assert COLOURS["CHN"] == COLOURS["China"] == COLOURS["CNY"]
    assert set(COLOURS) == set(MARKERS) == set(DASHES)
    assert set(theme.ACTORS) <= set(COLOURS)


def test_the_domains_have_five_colours_by_letter_and_by_their_names_in_the_table():
    from alignment.tables import load

    domains = load("domains")
    by_letter = [DOMAINS[letter] for letter in domains["domain"]]
    assert len(set(by_letter)) == 5
    assert [DOMAINS[name] for name in domains["name"]] == by_letter


def test_what_is_written_on_a_bar_is_black_or_white_and_on_a_lying_bar_not_turned():
    fig = px.bar(ROWS, x="share", y="country", color="country", text="share", orientation="h")
    found = {trace.name: (trace.insidetextfont.color, trace.textangle) for trace in dress(fig).data}
    assert found["China"] == found["Russia"] == ("black", 0)
    assert found["Peru"][0] == theme.letters(fig.data[2].marker.color)


def test_a_bar_of_zero_has_its_number_beside_it():
    """Plotly writes nothing on a bar without length: a zero would look like a gap."""
    rows = ROWS.assign(share=[0.0, 4, 34, 0, 1, 2])
    fig = px.bar(rows, x="share", y="year", color="country", barmode="group", text="share")
    fig.update_traces(orientation="h")
    found = {trace.name: trace.textposition for trace in dress(fig).data}
    assert found["China"] == ("outside", "auto")
    assert found["Russia"] == ("auto", "outside")
    assert found["Peru"] == "auto"


def test_a_zero_among_bars_on_each_other_is_left_to_plotly():
    fig = px.bar(ROWS.assign(share=0), x="year", y="share", color="country", text="share")
    assert {trace.textposition for trace in dress(fig).data} == {"auto"}


def test_a_word_beside_a_marker_may_stand_in_the_margin():
    fig = px.scatter(ROWS, x="year", y="share", text="country")
    assert dress(fig).data[0].cliponaxis is False


def test_a_pair_looks_like_no_actor():
    fig = dress(px.line(pd.DataFrame({"China–Russia": [1, 2], "UK–France": [2, 1]})))
    colours = [trace.line.color for trace in fig.data]
    assert colours == [colour for colour, _, _ in theme.PAIRS[:2]]
    assert not set(colours) & set(COLOURS.values()) - {theme.INK}


def test_a_legend_of_lying_bars_names_them_in_the_order_in_which_they_lie():
    table = pd.DataFrame({"x": [1, 2], "y": ["a", "a"], "c": ["first", "second"]})
    fig = px.bar(table, "x", "y", color="c", orientation="h", barmode="group")
    assert dress(fig).layout.legend.traceorder == "reversed"
    fig.update_yaxes(autorange="reversed")  # the first lies highest
    assert dress(fig).layout.legend.traceorder is None


def test_a_single_trace_needs_no_legend():
    table = pd.DataFrame({"x": [1, 2], "y": [1, 2], "c": ["one", "one"]})
    assert dress(px.bar(table, "x", "y", color="c")).data[0].showlegend is False
