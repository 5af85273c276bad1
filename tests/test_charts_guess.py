"""A locked guess in the picture of its result."""

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go

from alignment.charts.guess import draw
from alignment.records.guesses import Guess
from alignment.tables.predictions import prediction


def test_a_guess_about_bars_side_by_side_stands_in_the_corner_and_not_on_the_bar_of_another():
    side = pd.DataFrame(
        {"issue": ["a", "b"] * 2, "state": ["China"] * 2 + ["United States"] * 2, "share": [1] * 4}
    )
    fig = px.bar(side, x="share", y="issue", color="state", barmode="group")
    draw(fig, prediction("p6-5"), Guess(names=("China",), sure=0.8))
    notes = [(note.text, note.xref) for note in fig.layout.annotations]
    assert notes == [("your guess: China", "paper")]


def test_a_guess_just_above_a_bar_does_not_hide_the_number_of_the_bar():
    bars = pd.DataFrame({"country": ["China", "Russia"], "share": [4, 34]})
    fig = px.bar(bars, x="country", y="share", color="country")
    fig.update_traces(texttemplate="%{y:.0f}", textposition="outside")
    draw(fig, prediction("p0"), Guess(values=(5, 40)))
    china, russia, _ = fig.data
    assert tuple(china.textposition) == ("inside",)
    assert russia.textposition == "outside"


def test_a_guess_of_a_length_is_drawn_from_where_its_bar_begins():
    fig = px.bar(
        pd.DataFrame({"row": ["both"], "share": [15.6], "from": [60]}),
        x="share",
        y="row",
        base="from",
    )
    fig.update_xaxes(range=[0, 100])
    draw(fig, prediction("p5-3"), Guess(values=(20,), low=5, high=45), "both", 60)
    mark = fig.data[-1]
    assert (list(mark.x), list(mark.y)) == ([80], ["both"])
    assert (list(mark.error_x.array), list(mark.error_x.arrayminus)) == ([25], [15])
    assert list(fig.layout.xaxis.range) == [0, 105]


def test_a_guess_of_one_place_is_drawn_there_and_where_the_figure_shows_it_larger():
    fig = go.Figure().add_scatter(x=["2024", "2025"], y=[99.1, 2.1], name="share")
    fig.add_scatter(x=["2024", "2025"], y=[99.1, 2.1], name="share", xaxis="x2", yaxis="y2")
    fig.add_scatter(x=["2024"], y=[7], name="another", xaxis="x3", yaxis="y3")
    draw(fig, prediction("p7-1"), Guess(values=(4,), low=2, high=9), "2025")
    marks = [mark for mark in fig.data if mark.name == "your guess"]
    assert [(list(mark.x), list(mark.y), mark.yaxis) for mark in marks] == [
        (["2025"], [4], None),
        (["2025"], [4], "y2"),
    ]
    assert not fig.layout.shapes
