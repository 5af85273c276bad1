"""China's customs (GACC): the figures for parts of a year as the press printed them.

The periods of table `trade_periods` are differences of these figures.
"""

import pandas as pd

from alignment.sources import facts
from alignment.sources.raw import Raw
from alignment.sources.recipe import (
    FACTS_LICENCE,
    FROM_SOURCES,
    Field,
    Recipe,
    confidence_column,
    date,
    facts_basis,
    integer,
    number,
    source_column,
    text,
)

PUBLISHED = "facts-economy/china-russia-trade.csv"
FLOWS = {
    "China-Russia goods trade, total": "total",
    "China goods exports to Russia": "exports",
    "China goods imports from Russia": "imports",
}
SPAN = r"^(?P<year>\d{4})-(?:H1|(?P<first>\d\d)(?:\.\.\d{4}-(?P<last>\d\d))?)$"


def trade_published(raw: Raw) -> pd.DataFrame:
    """Return one row per period and page: total, exports and imports as printed."""
    frame = facts.table(raw, PUBLISHED)
    frame["flow"] = frame["indicator"].map(FLOWS)
    frame = frame[frame["flow"].notna()].join(spans(frame["year_or_date"]))
    frame = frame[frame["months"].between(1, 11)]
    page = ["start", "end", "months", "source_id", "publisher"]
    values = frame.pivot_table(index=page, columns="flow", values="value", aggfunc="first")
    # A page is as sure as its least sure figure: "medium" comes after "high".
    sure = frame.groupby(page)["confidence"].max()
    return values.join(sure).reset_index().sort_values(["start", "end", "source_id"])


def spans(periods: pd.Series) -> pd.DataFrame:
    """Return first day, last day and length of periods as the collectors write them."""
    parts = periods.astype(str).str.extract(SPAN)
    half = periods.astype(str).str.endswith("H1")
    first = parts["first"].mask(half, "01")
    last = parts["last"].fillna(parts["first"]).mask(half, "06")
    start = pd.to_datetime(parts["year"] + "-" + first + "-01")
    end = pd.to_datetime(parts["year"] + "-" + last + "-01") + pd.offsets.MonthEnd(0)
    months = last.astype(float) - first.astype(float) + 1
    return pd.DataFrame({"start": start, "end": end, "months": months})


def _money(name: str, what: str) -> Field:
    return number(name, what, "billion US dollars", 3, minimum=0)


RECIPES = (
    Recipe(
        name="trade_published",
        title="Trade in goods between China and Russia: months and parts of a year as printed",
        description="One row per period and page. A month, or all months of a year so far; the "
        "periods overlap, so never add rows. Table `trade_periods` has the differences.",
        build=trade_published,
        fields=(
            date("start", "first day", required=True),
            date("end", "last day", required=True),
            integer("months", "length of the period", unit="months", minimum=1, maximum=11),
            _money("total", "both directions"),
            _money("exports", "from China to Russia"),
            _money("imports", "from Russia to China"),
            text("publisher", "who printed it; `via` names the relay", required=True),
            source_column("the page that prints the figures"),
            confidence_column(),
        ),
        key=("start", "end", "source_id"),
        sources=("gacc",),
        licence=FACTS_LICENCE,
        basis=facts_basis("{rows} periods and pages, from {raw_rows} collected figures"),
        vintage="figures as published between 2018 and May 2026",
        coverage="2018, 2021 and January 2022 to April 2026, where a page was found",
        breaks=(
            "Later releases revise earlier months: a printed month and the difference of two "
            "cumulative figures differ by up to 5 per cent.",
            "Two pages exchange exports and imports (June 2023, January to February 2024); the "
            "labels are corrected here.",
            "Customs publish January and February together.",
        ),
        relations=(
            {
                "kind": "sum",
                "total": "total",
                "parts": ["exports", "imports"],
                "tolerance": 0.2,
                "why": "some pages round to 0.1",
            },
            {
                "kind": "covered",
                "table": "trade_periods",
                "total": "total",
                "columns": ["exports", "imports"],
                "tolerance": 0.45,
                "why": "later releases revise earlier months",
            },
        ),
        foreign=FROM_SOURCES,
    ),
)
