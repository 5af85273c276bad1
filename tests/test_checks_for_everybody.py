"""Checks for readers who cannot see a figure, and for Python without notebook and network."""

import subprocess
import sys

import plotly.express as px
import plotly.graph_objects as go
import pytest

from alignment.checks import canonical, forms
from fairmark.answers.figures import Figure
from fairmark.answers.tree import tree


def figure(**layout):
    titles = {"title": "Title", "xaxis_title": "Thing", "yaxis_title": "Number"}
    return go.Figure(go.Bar(x=["a"], y=[1])).update_layout(**{**titles, **layout})


def test_an_alternative_text_is_asked_for_by_its_form_only():
    one, other, short = (
        forms.described(figure(meta={"alt": text}))
        for text in ("One bar that shows the number of a things.", "Une barre. " * 4, "A bar.")
    )
    assert canonical(one) == canonical(other)
    assert canonical(short) == canonical(forms.described(figure())) != canonical(one)
    assert forms.described(...) is ...


def test_a_figure_without_its_text_is_told_how_to_add_it():
    node = tree(forms.described(figure()))
    assert 'meta={"alt": ...}' in Figure().first(None, node, [])
    node = tree(forms.described(figure(meta={"alt": "word " * 8})))
    assert Figure().first(None, node, []) == ""


UNIT = ("million|mn|m", "TIV|trend-indicator value")


@pytest.mark.parametrize(
    "title",
    [
        "Deliveries (million TIV)",
        "TIV (millions)",
        "deliveries in mn tiv",
        "Volume, m TIV",
        "Trend-indicator values (million)",
    ],
)
def test_a_unit_is_found_in_whatever_order_and_way_it_is_written(title):
    node = tree(forms.with_unit(figure(yaxis_title=title), *UNIT))
    assert Figure().first(None, node, []) == ""


@pytest.mark.parametrize("title", ["Deliveries", "TIV", "million dollars", "tm TIVA", "Motive"])
def test_a_figure_without_its_unit_is_told_where_it_belongs(title):
    node = tree(forms.with_unit(figure(yaxis_title=title), *UNIT))
    said = "The figure lacks the unit in the title of the axis of values."
    assert Figure().first(None, node, []).startswith(said)


def test_where_bars_lie_the_unit_stands_below_them():
    lying = go.Figure(go.Bar(y=["a"], x=[1], orientation="h"))
    lying.update_layout(title="Title", xaxis_title="million TIV", yaxis_title="Year")
    assert Figure().first(None, tree(forms.with_unit(lying, *UNIT)), []) == ""
    lying.update_layout(xaxis_title="Year", yaxis_title="million TIV")
    assert "the unit" in Figure().first(None, tree(forms.with_unit(lying, *UNIT)), [])


def test_a_title_that_plotly_wrote_itself_is_none():
    express = px.bar(x=["a"], y=[1], title="x")
    said = Figure().first(None, tree(express), [])
    assert said.startswith("The figure lacks a title, a title on the x axis, one on the y axis.")


def test_three_dots_stay_three_dots_when_a_unit_is_asked_for():
    assert forms.with_unit(..., *UNIT) is ...


PLAIN = """
import socket, sys
sys.modules["IPython"] = None

def refuse(*_, **__):
    raise OSError("there is no network here")

socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from alignment.checks import check, emit, hint, solution
for message in (check("4.3", ...), check("4.3", 19.0), hint("4.3"), solution("4.3")):
    print(message)
emit("4.3", ...)
"""


@pytest.mark.usefixtures("frozen_here")
def test_messages_are_text_in_plain_python_without_ipython_and_without_network():
    done = subprocess.run([sys.executable, "-c", PLAIN], capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert [line.split(" ")[0].rstrip(",:") for line in lines] == ["4.3"] * 5
    assert lines[1].startswith("4.3 Growth that compounds: not yet. We looked at cagr")
    assert done.stderr == ""
