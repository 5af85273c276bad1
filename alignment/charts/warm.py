"""What libraries do at first use, done once before the runs of a class are forked."""

import io

import pandas as pd
import plotly.graph_objects as go

from alignment.messages import say


def draw_once() -> None:
    """Read a table and draw a figure, so that no run pays for what libraries do at first use.

    They look for plug-ins, load templates and compile patterns; that is a quarter of a short run.
    """
    say("figure.no_title")  # reads the file of sentences
    text = io.StringIO("name,day,value\na,2025-01-01,1.5\nb,2025-01-02,2.5\n")
    table = pd.read_csv(text, parse_dates=["day"])
    sums = table.query("value > 0").groupby("name")["value"].sum()
    for trace in (go.Bar, go.Scatter):
        figure = go.Figure(trace(x=sums.index, y=sums))
        figure.update_layout(title="a", xaxis_title="b", yaxis_title="c").to_plotly_json()
