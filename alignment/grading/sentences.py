"""Goes with a student's run: remembers what each check was given, to say a sentence about it later.

It shares its process with the student's code; what it says goes onto that student's page only.
"""

import io
from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from alignment.checks import talking
from alignment.checks.keys import find
from alignment.checks.verdicts import judge


def prepare() -> None:
    """Read a table and draw a figure, so that no run pays for what libraries do at first use.

    They look for plug-ins, load templates and compile patterns; that is a quarter of a short run.
    """
    text = io.StringIO("name,day,value\na,2025-01-01,1.5\nb,2025-01-02,2.5\n")
    table = pd.read_csv(text, parse_dates=["day"])
    sums = table.query("value > 0").groupby("name")["value"].sum()
    for trace in (go.Bar, go.Scatter):
        figure = go.Figure(trace(x=sums.index, y=sums))
        figure.update_layout(title="a", xaxis_title="b", yaxis_title="c").to_plotly_json()


def follow() -> Callable[[str], str]:
    """Note every answer that reaches a check, and return a function that judges it.

    Returns
    -------
    callable
        Question -> what the notebook's own check would have said of the answer.
    """
    noted: dict[str, tuple] = {}

    def note(question: str, value: Any, on: Any) -> None:
        noted[question] = (value, on)

    talking.follow(note)

    def told(question: str) -> str:
        verdict = judge(find(question), *noted[question])
        return " ".join(text for text in (verdict.looked_at, verdict.sentence) if text)

    return told
