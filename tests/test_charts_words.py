"""A figure in words: what somebody hears who does not see it; and the coast under a map."""

import plotly.graph_objects as go

from alignment.charts import render
from alignment.charts.coast import coast
from alignment.charts.words import describe


def words(*traces):
    return describe(render.plain(go.Figure(list(traces)).update_layout(title="T")))


def test_intervals_are_told_with_their_points():
    error = {"array": [2.0, 1.0], "arrayminus": [0.5, 1.0]}
    told = words(go.Scatter(x=[1, 3], y=["a", "b"], mode="markers", error_x=error))
    assert told == "Point chart: T. 1 (a), interval 0.5 to 3; 3 (b), interval 2 to 4."


def test_a_bar_that_does_not_start_at_zero_is_told_by_its_two_ends():
    told = words(go.Bar(x=[4, 15], base=[1, 5], y=["rare", "unlikely"], orientation="h"))
    assert told == "Bar chart: T. 1 to 5 (rare), 5 to 20 (unlikely)."


def test_a_long_row_of_bars_names_its_peak_and_not_only_its_ends():
    told = words(go.Bar(x=list("abcdefghij"), y=[0, 0, 0, 4, 1, 0, 0, 0, 0, 0], name="patrols"))
    assert told.endswith("patrols: 10 points, from 0 (a) to 0 (j), highest 4 (d).")


def test_a_lane_of_events_is_told_by_its_dates_without_hours():
    days = [f"20{n}-05-20T00:00:00" for n in range(10, 20)]
    told = words(go.Scatter(x=days, y=["friction"] * 10, mode="markers"))
    assert told == "Point chart: T. 10 points, from 2010-05-20 to 2019-05-20."


def test_a_heat_map_is_told_by_its_size_and_its_sides():
    told = words(go.Heatmap(z=[[1, 2, 3], [4, 5, 6]], x=["e1", "e2", "e3"], y=["H1", "H2"]))
    assert told == "Heat map: T. 2 rows by 3 columns (H1 to H2, e1 to e3)."


def test_a_coast_keeps_to_its_part_of_the_globe_and_never_crosses_the_map():
    pacific = coast(west=100, east=225, south=0, north=70)
    lon, lat = ([v for v in pacific[key] if v is not None] for key in ("lon", "lat"))
    assert all(100 <= x % 360 <= 225 for x in lon)
    assert all(0 <= y <= 70 for y in lat)
    assert [x is None for x in pacific["lon"]] == [y is None for y in pacific["lat"]]
    ends = zip(pacific["lon"], pacific["lon"][1:], strict=False)
    jumps = [abs((a - b + 180) % 360 - 180) for a, b in ends if None not in (a, b)]
    assert len(lon) > 500
    assert max(jumps) < 10  # degrees: a line drawn across a sea would jump farther
