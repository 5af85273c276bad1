"""China's customs (GACC): trade with Russia by year and by part of a year.

All figures are seen from China: `exports` go to Russia, `imports` come from Russia.
"""

import pandas as pd

from alignment.sources import facts
from alignment.sources.comtrade import china_world
from alignment.sources.gacc_published import PUBLISHED, trade_published
from alignment.sources.raw import MONTHS, Raw
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
    year,
)

ANNUAL = "facts-economy/china-russia-trade-annual.csv"
PERIODS = "facts-economy/china-russia-trade-subannual-derived.csv"
STATUS = {
    "as_published": "published",
    "preliminary": "preliminary",
    "total_as_published_split_derived": "split_derived",
    "total_as_published_split_estimated": "split_estimated",
}
TRADE_STATUS = (
    "published",
    "published_total_only",
    "preliminary",
    "split_derived",
    "split_estimated",
)
METHODS = (
    "published",
    "subtracted",
    "subtracted_from_derived_split",
    "subtracted_from_estimated_split",
)
SHARE = {
    "share_of_china_pct": ("total", "total", "total trade"),
    "share_of_china_exports_pct": ("exports", "exports", "exports"),
    "share_of_china_imports_pct": ("imports", "imports", "imports"),
}


def trade(raw: Raw) -> pd.DataFrame:
    """Trade by year, with Russia's share of China's world trade where that is known."""
    frame = raw.csv(ANNUAL).rename(
        columns={
            "total_usd_bn": "total",
            "china_exports_usd_bn": "exports",
            "china_imports_usd_bn": "imports",
        }
    )
    frame["status"] = frame["status"].map(STATUS)
    only_total = frame["exports"].isna() & frame["status"].eq("published")
    frame.loc[only_total, "status"] = "published_total_only"
    pages = _pages_of_totals(raw).reindex(frame["year"].astype(str))
    frame[list(pages)] = pages.to_numpy()
    return _with_shares(frame, china_world(raw))


def _with_shares(frame: pd.DataFrame, world: pd.DataFrame) -> pd.DataFrame:
    both = frame.merge(world, on="year", how="left", suffixes=("", "_world"))
    for column, (part, whole, _) in SHARE.items():
        frame[column] = (100 * both[part] / both[f"{whole}_world"]).to_numpy()
    return frame


def _pages_of_totals(raw: Raw) -> pd.DataFrame:
    pages = facts.table(raw, PUBLISHED)
    pages = pages[pages["indicator"] == "China-Russia goods trade, total"]
    pages = pages.drop_duplicates("year_or_date").set_index("year_or_date")
    return pages[["source_id", "confidence"]]


def trade_periods(raw: Raw) -> pd.DataFrame:
    """Parts of a year, most of them one published cumulative figure minus another."""
    frame = raw.csv(PERIODS)
    how = frame["method"].str.replace(" (labels swapped in source)", ", labels corrected")
    method = how.str.startswith("published").map({True: "published", False: "subtracted"})
    method = method.mask(how.str.contains("split derived"), "subtracted_from_derived_split")
    method = method.mask(how.str.contains("split estimated"), "subtracted_from_estimated_split")
    table = pd.DataFrame(
        {
            "start": pd.to_datetime(frame["period_start"]),
            "end": pd.to_datetime(frame["period_end"]) + pd.offsets.MonthEnd(0),
            "months": frame["months"],
            "exports": frame["china_exports_usd_bn"],
            "imports": frame["china_imports_usd_bn"],
            "method": method,
            "how": how,
        }
    )
    return table.join(_first_pages(raw, table))


def _first_pages(raw: Raw, table: pd.DataFrame) -> pd.DataFrame:
    """Return the page of the first figure in `how`: the whole that others are taken from."""
    years = _pages_of_totals(raw)
    parts = trade_published(raw).dropna(subset=["exports", "imports"])
    parts = parts.drop_duplicates(["start", "end"]).set_index(["start", "end"])[list(years)]
    found = []
    for row in table.itertuples():
        first = row.how.split(" minus ")[0]
        months = _months_of(first) or (row.start.month, row.end.month)
        days = [pd.Period(f"{row.start.year}-{month:02}") for month in months]
        span = (days[0].start_time, days[1].end_time.normalize())
        whole_year = first.startswith("year")
        found.append(years.loc[str(row.start.year)] if whole_year else parts.loc[span])
    return pd.DataFrame(found).set_index(table.index)


def _months_of(words: str) -> tuple[int, int] | None:
    """Return first and last month of `Q1`, `H1` or `Jan-May`; nothing for other words."""
    known = {"Q1": (1, 3), "H1": (1, 6)}
    if words in known:
        return known[words]
    first, _, last = words.partition("-")
    if first in MONTHS:
        return MONTHS.index(first) + 1, MONTHS.index(last or first) + 1
    return None


def _money(name: str, what: str, **more) -> Field:
    return number(name, what, "billion US dollars", 3, minimum=0, **more)


RECIPES = (
    Recipe(
        name="trade",
        title="Trade in goods between China and Russia, by year",
        description="Total, exports and imports as China's customs count them, and Russia's "
        "share of all trade of China. Exports go from China to Russia.",
        build=trade,
        fields=(
            year(),
            _money("total", "exports plus imports", required=True),
            _money("exports", "from China to Russia"),
            _money("imports", "from Russia to China"),
            text(
                "status",
                "published; published_total_only: no split was found; preliminary: revised "
                "later; split_derived: total published, split computed from growth rates; "
                "split_estimated: total published, split not confirmed",
                values=TRADE_STATUS,
                required=True,
            ),
            *(
                number(
                    name, f"Russia's part of China's {what}", "per cent", 4, minimum=0, maximum=100
                )
                for name, (_, _, what) in SHARE.items()
            ),
            source_column("the page that prints the total"),
            confidence_column(),
        ),
        key=("year",),
        sources=("gacc", "comtrade"),
        licence=FACTS_LICENCE,
        basis=facts_basis(
            "all {rows} years for which a published total was found; shares computed"
        ),
        vintage="figures as published between 2003 and January 2026",
        coverage="18 years between 1999 and 2025; every year from 2015 on",
        breaks=(
            "Before 2015 only seven years were found; do not draw a line through the gaps.",
            "2015 is preliminary: the growth rate published a year later implies 68.0.",
            "2021, 2023 and 2025: the split is derived or estimated; do not grade on 2025's.",
            "The growth that customs publish (29.3 per cent for 2022) uses a revised base; "
            "growth computed from these levels differs by up to 0.3 points.",
            "One article gives 6,480 as China's world trade in 2025; exports of 3,770 and "
            "imports of 2,580 make 6,350, which is used here.",
        ),
        relations=(
            {
                "kind": "sum",
                "total": "total",
                "parts": ["exports", "imports"],
                "tolerance": 0.2,
                "why": "figures of 2015 and 2016 are rounded to 0.1; the split of 2021 is derived",
            },
            *(
                {
                    "kind": "ratio",
                    "column": name,
                    "numerator": part,
                    "table": "china_world_trade",
                    "denominator": whole,
                    "on": "year",
                    "factor": 100,
                    "tolerance": 0.0001,
                }
                for name, (part, whole, _) in SHARE.items()
            ),
        ),
        foreign=FROM_SOURCES,
    ),
    Recipe(
        name="trade_periods",
        title="Trade in goods between China and Russia, by part of a year",
        description="Periods of one to five months. Most are the difference of two published "
        "cumulative figures. Compare only periods of the same months.",
        build=trade_periods,
        fields=(
            date("start", "first day", required=True),
            date("end", "last day", required=True),
            integer("months", "length of the period", unit="months", minimum=1, maximum=5),
            _money("exports", "from China to Russia", required=True),
            _money("imports", "from Russia to China", required=True),
            text(
                "method",
                "published, or computed by subtraction (from a derived or estimated yearly split)",
                values=METHODS,
                required=True,
            ),
            text("how", "the figures that were subtracted; each is in table `trade_published`"),
            source_column("the page that prints the first figure in `how`"),
            confidence_column(),
        ),
        key=("start",),
        sources=("gacc",),
        licence=FACTS_LICENCE,
        basis=facts_basis("{rows} periods computed from published figures"),
        vintage="figures as published between April 2022 and May 2026",
        coverage="January 2022 to April 2026, without gaps",
        breaks=(
            "Published and derived months differ by up to 5 per cent (July and October 2023).",
            "September to December 2025 rests on an estimated yearly split.",
            "Nothing after April 2026 was found.",
        ),
        relations=(
            {
                "kind": "year_sum",
                "date": "start",
                "columns": ["exports", "imports"],
                "table": "trade",
                "on": "year",
                "tolerance": 0.3,
                "why": "published cumulative figures are rounded; the split of 2025 is estimated",
            },
        ),
        foreign=FROM_SOURCES,
    ),
)
