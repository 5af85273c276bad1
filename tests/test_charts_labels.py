"""Names at the ends of lines: where they stand, and when a figure keeps its legend instead."""

from itertools import pairwise

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import pytest

from alignment.charts import COLOURS, present
from alignment.charts.dress import dress
from alignment.charts.labels import LINE, NAME, label_ends

YEARS = [2020, 2021, 2022]


def lines(**values):
    rows = [(name, y, v) for name, vs in values.items() for y, v in zip(YEARS, vs, strict=False)]
    table = pd.DataFrame(rows, columns=["country", "year", "value"])
    labels = {"year": "Year", "value": "Trade (billion US dollars)"}
    colours = {"color": "country", "color_discrete_map": COLOURS, "labels": labels}
    return px.line(table, x="year", y="value", **colours)


def written(fig):
    return [each for each in fig.layout.annotations if each.name == NAME]


def test_each_line_has_its_name_beside_its_end_in_ink_with_a_dot_of_its_colour():
    fig = lines(China=[1, 2, 3], India=[3, 2, 1])
    assert label_ends(fig) > 0
    assert [note.y for note in written(fig)] == [3, 1]
    assert written(fig)[0].text == f'<span style="color:{COLOURS["China"]}">●</span> China'
    assert written(fig)[0].font.color is None  # the template's ink
    assert not [trace for trace in fig.data if trace.showlegend is not False]


def test_a_line_without_a_colour_has_the_dot_in_the_colour_that_plotly_gives_it():
    fig = px.scatter(x=YEARS, y=[1, 2, 1], labels={"x": "Year", "y": "Share (per cent)"})
    for name in ("from 2020", "from 2021"):
        fig.add_scatter(x=YEARS, y=[1, 2, 3], mode="lines", name=name)
    fig = dress(fig)
    label_ends(fig)
    dots = [note.text.split("color:")[1].split('"')[0] for note in written(fig)]
    assert dots == list(fig.layout.template.layout.colorway[1:3])  # the points have the first


def test_names_of_lines_that_end_together_do_not_lie_on_each_other():
    fig = lines(China=[0, 50, 100], India=[0, 50, 100], Russia=[0, 49, 99], Japan=[90, 5, 98])
    label_ends(fig)
    height = {note.text: note.y / 100 * (430 - 90) + note.yshift for note in written(fig)}
    places = sorted(height.values())
    assert all(b - a >= LINE - 2 for a, b in pairwise(places))


def test_a_long_name_is_broken_so_that_a_phone_keeps_its_plot():
    room = label_ends(lines(**{"with China and Russia": [1, 2, 3], "with nobody": [3, 2, 1]}))
    assert room < 145


@pytest.mark.parametrize(
    "values",
    [
        {"China": [1, 2, 3]},
        {"China": [1, 2, 3], "India": [1]},
        {f"state {n}": [n, n, n] for n in range(7)},
    ],
    ids=["one line", "a line that ends early", "too many lines"],
)
def test_a_figure_whose_names_would_not_stand_beside_their_lines_keeps_its_legend(values):
    fig = lines(**values)
    assert label_ends(fig) == 0
    assert not written(fig)


def test_bars_points_and_small_panels_keep_their_legend():
    table = pd.DataFrame({"x": [1, 2], "y": [1, 2], "c": ["a", "b"]})
    for fig in (px.bar(table, "x", "y", color="c"), px.scatter(table, "x", "y", color="c")):
        assert label_ends(fig) == 0
    panels = pd.concat([table.assign(part="one"), table.assign(part="two")])
    assert label_ends(px.line(panels, "x", "y", color="c", facet_col="part")) == 0


def shown(fig, monkeypatch):
    found = []
    monkeypatch.setattr("plotly.graph_objects.Figure.show", lambda self: found.append(self))
    present(fig, finding="It grew.", caveat="Volumes.")
    return found[0]


def test_what_a_student_sees_has_names_and_no_legend_and_the_plot_makes_room(monkeypatch):
    fig = shown(lines(China=[1, 2, 3], India=[3, 2, 1]), monkeypatch)
    assert len(written(fig)) == 2
    assert fig.layout.margin.r > 60
    assert fig.layout.margin.t == 24


def test_an_axis_of_years_has_ticks_and_no_grid_unless_names_stand_beside_the_plot(monkeypatch):
    fig = shown(lines(China=[1, 2, 3], India=[3, 2, 1]), monkeypatch)
    assert (fig.layout.xaxis.showgrid, fig.layout.xaxis.ticks) == (False, "outside")
    table = pd.DataFrame({"year": YEARS, "duty": ["a", "b", "a"]})
    strip = px.scatter(table, "year", "duty", labels={"year": "Year", "duty": "Duty"})
    assert shown(strip, monkeypatch).layout.xaxis.showgrid is None


def test_a_line_without_a_colour_of_its_own_has_a_dot_in_the_colour_that_plotly_gives_it():
    fig = go.Figure(go.Scatter(x=YEARS, y=[1, 2, 3], mode="markers"))
    for name in ("from 2016", "from 2020"):
        fig.add_scatter(x=YEARS, y=[1, 2, 3], mode="lines", name=name)
    label_ends(fig)
    second, third = fig.layout.template.layout.colorway[1:3]
    first_note, second_note = written(fig)
    assert second in first_note.text
    assert third in second_note.text


def test_a_line_drawn_from_right_to_left_has_its_name_at_the_right():
    table = pd.DataFrame({"x": [1, 0, -8] * 2, "y": [3, 2, 1, 6, 5, 4], "c": list("aaabbb")})
    fig = px.line(table, "x", "y", color="c")
    assert label_ends(fig) > 0
    assert [note.y for note in written(fig)] == [3, 6]


def test_names_on_an_axis_keep_their_order():
    table = pd.DataFrame({"x": ["start", "e3", "e12"] * 2, "y": range(6), "c": list("aaabbb")})
    assert label_ends(px.line(table, "x", "y", color="c")) > 0


def test_an_axis_of_time_draws_no_second_line_below_that_of_zero(monkeypatch):
    fig = lines(China=[1, 2, 3], India=[3, 2, 1]).update_yaxes(rangemode="tozero")
    assert shown(fig, monkeypatch).layout.xaxis.showline is None
