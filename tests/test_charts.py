"""How a figure reaches a student: with its finding, its limits, its numbers; the same each time."""

import json

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from alignment.charts import present, render
from alignment.charts.markup import cell_text, html_table, rounded
from alignment.errors import AlignmentError

YEARS = np.arange(2019, 2026)
TRADE = np.array([110.79, 107.76, 146.89, 190.27, 240.11, 244.81, 228.1])
SAID = {"finding": "Trade more than doubled", "caveat": "why it did"}


@pytest.fixture(autouse=True)
def shell():
    """What a notebook's kernel has: a shell that receives what is displayed."""
    yield InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    InteractiveShell.clear_instance()


def trade_figure(**layout):
    fig = go.Figure(go.Scatter(x=YEARS, y=TRADE, name="Both directions"))
    titles = {"title": "Trade doubled", "xaxis_title": "Year"}
    return fig.update_layout(titles | {"yaxis_title": "Trade (billion US dollars)"} | layout)


def outputs(fig, **given):
    """Return the three outputs of one call: the title's, the figure's and the text's."""
    with capture_output() as captured:
        present(fig, **(SAID | given))
    title, figure, text = captured.outputs
    return title.data, figure.data, text.data


def bundles(fig, **given):
    """Return the outputs of the figure and of the text below it."""
    return outputs(fig, **given)[1:]


def frame(rows):
    return pd.DataFrame({"year": range(rows), "value": range(rows)})


# --- the source line ------------------------------------------------------------------------


def test_a_publisher_under_a_figure_is_one_click_from_its_address():
    _, text = bundles(trade_figure(), sources=["cofer", "treasuries"])
    html = text["text/html"]
    assert '<a href="https://data.imf.org/en/datasets/IMF.STA:COFER">IMF COFER</a>; <a' in html
    assert "Tables: <code>cofer</code>, <code>treasuries</code>.</small>" in html
    assert text["text/plain"].endswith("Sources: IMF COFER; US Treasury (TIC).")


def test_a_table_of_single_pages_says_how_to_reach_the_page_of_a_row():
    _, text = bundles(trade_figure(), sources="dual_use_figures")
    assert "a row's own page: <code>cite(source_id)</code>.</small>" in text["text/html"]
    assert "<a href" not in text["text/html"]


# --- the renderer ---------------------------------------------------------------------------


def test_a_figure_is_stored_as_plain_lists():
    trace = render.plain(trade_figure())["data"][0]
    assert trace["x"] == YEARS.tolist()
    assert trace["y"] == TRADE.tolist()


def test_a_two_dimensional_array_keeps_its_shape():
    z = np.arange(6.0).reshape(2, 3)
    assert render.plain(go.Figure(go.Heatmap(z=z)))["data"][0]["z"] == z.tolist()


def test_a_gap_stays_a_gap():
    stored = render.plain(go.Figure(go.Scatter(y=np.array([1.0, np.nan, 3.0]))))
    assert stored["data"][0]["y"] == [1.0, None, 3.0]


def test_dates_are_stored_as_text():
    months = pd.date_range("2025-01-01", periods=2, freq="MS")
    stored = render.plain(go.Figure(go.Scatter(x=months, y=[1, 2])))
    assert stored["data"][0]["x"][0].startswith("2025-01-01")


def test_a_last_bit_makes_no_difference():
    one = go.Figure(go.Scatter(y=[0.1 + 0.2, 1e9 / 3]))
    two = go.Figure(go.Scatter(y=[0.3, np.nextafter(1e9 / 3, 0)]))
    assert json.dumps(render.plain(one)) == json.dumps(render.plain(two))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_rounding_keeps_six_digits_and_settles(value):
    once = rounded(value)
    assert once == pytest.approx(value, rel=5e-6, abs=1e-300)
    assert rounded(once) == once
    assert str(once) != "-0.0"


def test_the_same_figure_is_stored_the_same_twice():
    assert bundles(trade_figure()) == bundles(trade_figure())


def test_a_figure_is_stored_without_logo_and_cannot_be_sent_anywhere():
    config = bundles(trade_figure())[0][render.MIME]["config"]
    assert not config.get("responsive")  # see render.CONFIG: it would let the height fall to 0
    assert config["showSendToCloud"] is False
    assert config["displaylogo"] is False


def test_only_a_map_is_told_to_ask_nobody_for_borders():
    chart = render.PlainRenderer().to_mimebundle(trade_figure().to_dict())
    country = go.Figure(go.Choropleth(locations=["IND"], z=[1])).to_dict()
    drawn = render.PlainRenderer().to_mimebundle(country)
    assert "topojsonURL" not in chart[render.MIME]["config"]
    assert drawn[render.MIME]["config"]["topojsonURL"].startswith("data:")


# --- what stands under a figure -------------------------------------------------------------


def test_the_text_says_finding_limit_and_numbers():
    title, _, text = outputs(trade_figure())
    assert "<strong>Trade more than doubled.</strong><br>Trade doubled</p>" in title["text/html"]
    html = text["text/html"]
    assert "<p><strong>Keep in mind:</strong> why it did.</p>" in html
    assert '<th scope="row">Both directions</th><td>2019</td><td>110.79</td>' in html


def test_the_plain_text_holds_the_same_sentences():
    title, _, text = outputs(trade_figure())
    assert title["text/plain"] == "Trade more than doubled.\nTrade doubled"
    assert text["text/plain"].splitlines()[:1] == ["Keep in mind: why it did."]


def test_a_figure_always_has_a_text_alternative():
    words = bundles(trade_figure())[0]["text/plain"]
    assert words == (
        "Line chart: Trade doubled. Horizontal axis: Year. "
        "Vertical axis: Trade (billion US dollars). "
        "Both directions: 7 points, from 110.8 (2019) to 228.1 (2025), "
        "lowest 107.8 (2020), highest 244.8 (2024). "
        "Trade more than doubled."
    )


def test_an_own_text_alternative_replaces_the_made_one():
    shown, text = bundles(trade_figure(), alt="A line that rises and then falls.")
    assert shown["text/plain"] == "A line that rises and then falls."
    assert "<p>A line that rises and then falls.</p>" in text["text/html"]


def test_a_given_table_replaces_the_drawn_numbers():
    table = pd.DataFrame({"share": [0.123456789]}, index=pd.Index(["China"], name="buyer"))
    html = bundles(trade_figure(), table=table)[1]["text/html"]
    assert '<th scope="row">China</th><td>0.123457</td>' in html
    assert "110.79" not in html.split("<table>")[1]


def test_the_row_numbers_that_a_selection_leaves_are_not_shown():
    table = pd.DataFrame({"share": [0.2, 0.3, 0.4]}, index=[4, 7, 9])
    html = bundles(trade_figure(), table=table)[1]["text/html"]
    assert '<thead><tr><th scope="col">share</th></tr></thead>' in html


def test_a_long_table_is_cut_and_says_so():
    html = bundles(trade_figure(), table=frame(200))[1]["text/html"]
    assert "the first 60 of 200 rows" in html
    assert html.count("<tr>") == 61


def test_the_text_survives_a_page_that_strips_styles_and_scripts():
    html = bundles(trade_figure(), table=frame(2))[1]["text/html"]
    assert html.count("<style>") == 1
    assert html.rstrip().endswith("</style>")
    assert not any(word in html for word in ("<svg", "<script", " style=", " id=", "javascript:"))


def test_markup_in_a_sentence_is_shown_as_written():
    html = outputs(trade_figure(), finding="x < y & z")[0]["text/html"]
    assert "<strong>x &lt; y &amp; z.</strong>" in html


def test_the_students_figure_is_not_changed():
    fig = trade_figure()
    before = fig.to_json()
    bundles(fig)
    assert fig.to_json() == before


def test_the_title_is_text_that_wraps_at_every_width_and_is_not_drawn_twice():
    title, figure, _ = outputs(trade_figure(title=None), finding="word " * 30)
    assert title["text/html"].count("word") == 30
    assert "text" not in figure[render.MIME]["layout"]["title"]


def stored_axis(fig):
    return bundles(fig)[0][render.MIME]["layout"]["xaxis"]


def test_a_long_axis_title_is_wrapped_so_that_a_narrow_page_does_not_cut_it():
    long = "Place of the right value (your range is the band)"
    stored = bundles(trade_figure(xaxis_title=long))[0][render.MIME]["layout"]
    assert stored["xaxis"]["title"]["text"] == long.replace(" (", "<br>(")
    assert stored["yaxis"]["title"]["text"] == "Trade (billion US dollars)"
    assert long in stored["meta"]["alt"]
    own = "Place of the right value<br>(your range is the band)"
    stored = bundles(trade_figure(xaxis_title=own))[0][render.MIME]["layout"]
    assert stored["xaxis"]["title"]["text"] == own


def test_long_names_beside_an_axis_are_shown_in_lines_and_the_title_below_gets_shorter():
    names = ["Technology and defence industry", "Finance"]
    bars = go.Figure(go.Bar(x=[1, 2], y=names, orientation="h"))
    titles = {"xaxis_title": "First place (per cent of sets)", "yaxis_title": "Domain"}
    stored = bundles(bars.update_layout(titles))[0][render.MIME]
    layout = stored["layout"]
    assert layout["yaxis"]["labelalias"] == {names[0]: "Technology and<br>defence industry"}
    assert layout["xaxis"]["title"]["text"] == "First place<br>(per cent of sets)"
    assert stored["data"][0]["y"] == names


def test_many_long_names_get_longer_lines_where_a_third_line_has_no_room():
    names = [f"electronics in drones and missiles: {n} per cent" for n in range(10, 27)]
    bars = go.Figure(go.Bar(x=list(range(17)), y=names, orientation="h"))
    titles = {"xaxis_title": "Sources (number)", "yaxis_title": "Claim", "height": 740}
    shown = bundles(bars.update_layout(titles))[0][render.MIME]["layout"]["yaxis"]["labelalias"]
    assert shown[names[0]] == "electronics in drones and<br>missiles: 10 per cent"


def test_a_map_leaves_no_room_for_axes_it_does_not_have():
    places = go.Figure(go.Scattergeo(lon=[116, 38], lat=[40, 56])).update_geos(showland=False)
    margin = bundles(places)[0][render.MIME]["layout"]["margin"]
    assert (margin["l"], margin["r"], margin["b"]) == (0, 0, 0)


def test_more_long_names_than_a_figure_has_room_for_stay_in_one_line():
    names = [f"a claim that is too long to read, number {n}" for n in range(12)]
    bars = go.Figure(go.Bar(x=list(range(12)), y=names, orientation="h"))
    titles = {"xaxis_title": "Sources (number)", "yaxis_title": "Claim"}
    assert (
        "labelalias" not in bundles(bars.update_layout(titles))[0][render.MIME]["layout"]["yaxis"]
    )


def test_an_axis_of_years_shows_whole_years():
    axis = stored_axis(trade_figure())
    assert (axis["dtick"], axis["tickformat"]) == (1, "d")


def test_many_years_leave_the_distance_of_their_labels_to_the_width_of_the_page():
    fig = go.Figure(go.Scatter(x=np.arange(1992, 2026), y=np.ones(34)))
    titles = {"title": "Long", "xaxis_title": "Year", "yaxis_title": "Share (per cent)"}
    axis = stored_axis(fig.update_layout(titles))
    assert axis["tickformat"] == "d"
    assert "dtick" not in axis


def test_own_ticks_are_left_alone():
    axis = stored_axis(trade_figure(xaxis_tickvals=[2019, 2025]))
    assert "dtick" not in axis


def test_numbers_that_are_no_years_keep_plotlys_ticks():
    stored = bundles(trade_figure())[0][render.MIME]["layout"]
    assert "dtick" not in stored["yaxis"]


# --- what is refused ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"xaxis_title": None}, "xaxis of “Trade doubled” has no title"),
        ({"yaxis_title": None}, "yaxis of “Trade doubled” has no title"),
        ({"yaxis_title": "Trade"}, "'Trade' without a unit; write it in brackets"),
    ],
)
def test_a_figure_that_hides_what_it_measures_is_refused(change, sentence):
    with pytest.raises(AlignmentError, match=sentence):
        bundles(trade_figure(**change))


@pytest.mark.parametrize("part", ["finding", "caveat"])
def test_a_figure_without_finding_or_caveat_is_refused(part):
    with pytest.raises(AlignmentError, match=f"found no {part}"):
        bundles(trade_figure(), **{part: " "})


@pytest.mark.parametrize("title", ["Share (%)", "Share in per cent", "Trade, billion US dollars"])
def test_a_unit_may_be_written_in_several_ways(title):
    assert bundles(trade_figure(yaxis_title=title))


def test_years_names_and_dates_need_no_unit():
    bars = go.Figure(go.Bar(x=["China", "India"], y=[3.0, 4.0]))
    titles = {"title": "Who buys", "xaxis_title": "Buyer", "yaxis_title": "Revenue (per cent)"}
    assert bundles(bars.update_layout(titles))


def test_a_small_multiple_may_lean_on_its_neighbours_axis():
    fig = trade_figure()
    fig.add_scatter(x=YEARS, y=TRADE, xaxis="x2", yaxis="y2")
    fig.update_layout(xaxis2={"matches": "x"}, yaxis2={"matches": "y", "showticklabels": False})
    assert bundles(fig)


# --- pieces of markup -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1"), (1 / 3, "0.333333"), (-0.0, "0"), (None, ""), (np.nan, ""), (pd.NA, "")],
)
def test_cells_hold_short_numbers_and_unknowns_stay_empty(value, text):
    assert cell_text(value) == text


@pytest.mark.parametrize("day", [pd.Timestamp("2025-01-10"), "2025-01-10T00:00:00.000000"])
def test_a_cell_shows_a_day_without_its_hours(day):
    assert cell_text(day) == "2025-01-10"


def test_a_table_without_rows_still_has_its_caption():
    assert "<caption>Nothing yet</caption>" in html_table([], caption="Nothing yet")


def test_names_written_over_numbers_need_no_unit_and_numbers_still_do():
    named = {"tickvals": [0, 200], "ticktext": ["no", "yes"], "title": "Can it be tested?"}
    assert bundles(trade_figure(yaxis=named, yaxis_title=None))
    with pytest.raises(AlignmentError, match="without a unit"):
        bundles(trade_figure(yaxis=named | {"ticktext": ["0", "1,000"]}, yaxis_title=None))
