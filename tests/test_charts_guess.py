"""A locked guess in the picture of its result."""

import pandas as pd
import plotly.express as px

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
