"""The same trade seen from both sides: China's customs beside Russia's.

The two never agree, and neither has to be wrong.
"""

import pandas as pd

from alignment.sources.comtrade import LICENCE, billion, reported
from alignment.sources.gacc import trade
from alignment.sources.raw import Raw
from alignment.sources.recipe import Recipe, facts_basis, integer, text


def trade_mirror(raw: Raw) -> pd.DataFrame:
    """The same trade as China's and as Russia's customs report it."""
    russia = reported(raw).query("partner == 'Russian Federation' and year <= 2021")
    china = trade(raw).set_index("year")
    flows = {
        "China to Russia": ("exports", "imports_from_china"),
        "Russia to China": ("imports", "exports_to_china"),
    }
    parts = [
        pd.DataFrame(
            {
                "year": russia["year"],
                "flow": flow,
                "china_reported": russia["year"].map(china[mine]),
                "russia_reported": russia[theirs],
            }
        )
        for flow, (mine, theirs) in flows.items()
    ]
    return pd.concat(parts).sort_values(["year", "flow"])


RECIPES = (
    Recipe(
        name="trade_mirror",
        title="China-Russia trade as each side's customs report it",
        description="Two reports of the same flow in the same year. They never agree.",
        build=trade_mirror,
        fields=(
            integer("year", "calendar year", required=True),
            text(
                "flow",
                "direction of the goods",
                values=("China to Russia", "Russia to China"),
                required=True,
            ),
            billion("china_reported", "as China's customs report it"),
            billion("russia_reported", "as Russia's customs report it", required=True),
        ),
        key=("year", "flow"),
        sources=("gacc", "comtrade"),
        licence=LICENCE,
        basis=facts_basis("{rows} pairs of figures"),
        vintage="see tables `trade` and `partner_trade`",
        coverage="2014 to 2021; China's figure from 2015",
        breaks=(
            "Russia's report ends in 2021.",
            "Imports include freight and insurance, exports do not.",
            "Russia's imports of 2016 and 2017 look partly doubled.",
        ),
        relations=(
            {
                "kind": "copy",
                "column": "china_reported",
                "table": "trade",
                "on": "year",
                "where": "flow",
                "from": {"China to Russia": "exports", "Russia to China": "imports"},
            },
            {
                "kind": "copy",
                "column": "russia_reported",
                "table": "partner_trade",
                "on": "year",
                "only": {"iso3": "RUS"},
                "where": "flow",
                "from": {
                    "China to Russia": "imports_from_china",
                    "Russia to China": "exports_to_china",
                },
            },
        ),
    ),
)
