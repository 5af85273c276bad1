"""The IMF's currency composition of official foreign exchange reserves (COFER)."""

import pandas as pd

from alignment.sources.raw import Raw
from alignment.sources.recipe import Recipe, date, facts_basis, number, text

COFER = "imf-cofer/cofer_world_quarterly_tidy.csv"
CURRENCIES = {
    "USD": ("USD", "US dollar"),
    "EUR": ("EUR", "euro"),
    "JPY": ("JPY", "Japanese yen"),
    "GBP": ("GBP", "pound sterling"),
    "CNY": ("CNY", "Chinese yuan (renminbi)"),
    "CAD": ("CAD", "Canadian dollar"),
    "AUD": ("AUD", "Australian dollar"),
    "CHF": ("CHF", "Swiss franc"),
    "OTHC": ("other", "all other currencies"),
}


def cofer(raw: Raw) -> pd.DataFrame:
    """Shares of allocated reserves by currency and quarter."""
    frame = raw.csv(COFER)
    frame = frame[frame["measure"] == "share_of_allocated_percent"]
    allocated = frame[frame["currency"] == "T"].set_index("quarter")["value"]
    frame = frame[frame["currency"].isin(CURRENCIES)]
    quarter = pd.PeriodIndex(frame["quarter"].str.replace("-", ""), freq="Q")
    order = list(CURRENCIES)
    return (
        pd.DataFrame(
            {
                "quarter": frame["quarter"],
                "start": quarter.to_timestamp(),
                "currency": frame["currency"].map(lambda code: CURRENCIES[code][0]),
                "name": frame["currency"].map(lambda code: CURRENCIES[code][1]),
                "pct": frame["value"],
                "allocated_pct": frame["quarter"].map(allocated),
                "order": frame["currency"].map(order.index),
            }
        )
        .sort_values(["quarter", "order"])
        .drop(columns="order")
    )


RECIPES = (
    Recipe(
        name="cofer",
        title="Currencies in the official foreign exchange reserves of the world",
        description="Share of each currency in the reserves whose currency is reported to the "
        "IMF ('allocated' reserves), by quarter.",
        build=cofer,
        fields=(
            text("quarter", "year and quarter", required=True, pattern=r"\d{4}-Q[1-4]"),
            date("start", "first day of the quarter", required=True),
            text(
                "currency",
                "currency code, or `other` for all currencies without a row of their own",
                values=tuple(code for code, _ in CURRENCIES.values()),
                required=True,
            ),
            text("name", "name of the currency", required=True),
            number(
                "pct",
                "share of allocated reserves; the shares of a quarter add up to 100",
                "per cent",
                6,
                minimum=0,
                maximum=100,
                required=True,
            ),
            number(
                "allocated_pct",
                "allocated reserves as a part of all reserves in that quarter: not a currency",
                "per cent",
                4,
                minimum=0,
                maximum=100,
                shadow="keep",
            ),
        ),
        key=("quarter", "currency"),
        sources=("imf_cofer",),
        licence="© International Monetary Fund, all rights reserved (imf.org/external/terms.htm)",
        basis=facts_basis("extract: shares of {rows} of {raw_rows} rows, world only, no amounts"),
        vintage="COFER 7.0.0, published on 9 July 2025",
        coverage="first quarter of 1999 to first quarter of 2025",
        breaks=(
            "Shares are of allocated reserves only: 78.5 per cent of all reserves at the end of "
            "2016, 92.8 per cent in the first quarter of 2025.",
            "From the third quarter of 2025 the IMF estimates the rest and revises history: "
            "never join later figures to this series.",
            "The yuan has a row from the end of 2016 (before: in `other`), the Australian and "
            "Canadian dollars from the end of 2012.",
            "History is revised: the dollar's 65.36 for the end of 2016 was 63.9 when published.",
        ),
        relations=(
            {
                "kind": "shares",
                "column": "pct",
                "within": ["quarter"],
                "total": 100,
                "tolerance": 0.01,
            },
        ),
    ),
)
