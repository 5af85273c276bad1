"""Published shares: how much of one country's trade goes to or comes from another.

Different publishers use different denominators, so the claimant is a column.
"""

import pandas as pd

from alignment.sources import facts
from alignment.sources.raw import Raw
from alignment.sources.recipe import (
    FACTS_LICENCE,
    FROM_SOURCES,
    Recipe,
    confidence_column,
    facts_basis,
    integer,
    number,
    source_column,
    text,
    truth,
)

SHARES = "facts-economy/asymmetry.csv"
PATTERN = (
    r"^(?P<on_whom>.+) share of (?P<of_whom>Russia|China) (?:total )?(?:goods |foreign )?"
    r"(?P<flow>exports|imports|trade)"
)
CLAIMANTS = {
    "OEC via DW": "OEC",
    "wiiw, from Bruegel Russian foreign trade tracker": "Bruegel, wiiw",
    "Carnegie via Instapundit quote": "Carnegie",
    "Re: Russia": "Re: Russia",
    "Reuters": "Reuters",
    "Poland.co.pl from GACC": "China Customs",
    "GACC via KBC": "China Customs",
    "GACC via ARA": "China Customs",
    "Gaidar Institute via TASS": "Gaidar Institute",
    "Russian Federal Customs Service via Oreanda": "Russian customs",
}


def dependence_shares(raw: Raw) -> pd.DataFrame:
    """Read the percentages that say whose trade depends on whom."""
    frame = facts.table(raw, SHARES)
    parts = frame["indicator"].str.extract(PATTERN)
    kept = parts["flow"].notna() & frame["unit"].str.startswith("percent")
    frame, parts = frame[kept], parts[kept]
    period = frame["year_or_date"].astype(str)
    before = period.eq("pre-2022")
    table = parts.assign(
        period=period.str.replace("..", " to ", regex=False),
        year=period.str.extract(r"(\d{4})")[0].astype(int).mask(before, 2021),
        pct=frame["value"],
        rounded=frame["unit"].ne("percent"),
        claimant=frame["publisher"].map(CLAIMANTS),
        source_id=frame["source_id"],
        confidence=frame["confidence"],
    )
    order = ["of_whom", "flow", "on_whom", "year", "claimant"]
    return table.replace({"on_whom": {"EU": "European Union"}}).sort_values(order)


RECIPES = (
    Recipe(
        name="dependence_shares",
        title="Shares of trade partners, as published",
        description="How large a part of the trade of `of_whom` is with `on_whom`. Put two rows "
        "of the same flow, year and claimant side by side to see the asymmetry.",
        build=dependence_shares,
        fields=(
            text("period", "period as published", required=True),
            integer("year", "year of the period; 2021 for `pre-2022`", required=True),
            text("of_whom", "whose trade is divided", values=("China", "Russia"), required=True),
            text("on_whom", "the partner", required=True),
            text(
                "flow",
                "goods that are counted",
                values=("exports", "imports", "trade"),
                required=True,
            ),
            number("pct", "share", "per cent", 2, minimum=0, maximum=100, required=True),
            truth("rounded", "true if the page says about, almost or barely", required=True),
            text("claimant", "who computed the share", required=True),
            source_column(),
            confidence_column(),
        ),
        key=("period", "of_whom", "on_whom", "flow", "claimant"),
        sources=("dependence",),
        licence=FACTS_LICENCE,
        basis=facts_basis("{rows} published shares"),
        vintage="pages of 2023 to 2026",
        coverage="single years and periods between 2006 and 2025",
        breaks=(
            "China's part of Russia's imports in 2021 is 24.8 or 30 per cent: two denominators.",
            "For 2025 it is 27 and 39 per cent (Gaidar Institute) or about 30 and 35 "
            "(Bruegel, wiiw): print the claimant.",
            "Never divide exports on one side by total trade on the other.",
        ),
        foreign=FROM_SOURCES,
    ),
)
