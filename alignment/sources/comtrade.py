"""UN Comtrade: China's trade with the world, and its partners' reports of trade with China."""

import pandas as pd

from alignment.sources import facts
from alignment.sources.raw import Raw
from alignment.sources.recipe import (
    FROM_SOURCES,
    Field,
    Recipe,
    confidence_column,
    facts_basis,
    number,
    source_column,
    text,
    year,
)

TOTALS = "un-comtrade-cipf/China_1.1_trade_balance_2014-2025.xlsx"
PARTNERS = "un-comtrade-cipf/china_trade_by_partner_reports_2014_2025.csv"
ANNUAL = "facts-economy/china-russia-trade-annual.csv"
SHARES = "facts-economy/asymmetry.csv"
IMPORTS_2025 = "China goods imports, world"
CHOSEN = {
    "Russian Federation": ("RUS", "Russia"),
    "Kazakhstan": ("KAZ", "Kazakhstan"),
    "Kyrgyzstan": ("KGZ", "Kyrgyzstan"),
    "Uzbekistan": ("UZB", "Uzbekistan"),
    "Belarus": ("BLR", "Belarus"),
    "Türkiye": ("TUR", "Türkiye"),
    "United Arab Emirates": ("ARE", "United Arab Emirates"),
    "India": ("IND", "India"),
    "Brazil": ("BRA", "Brazil"),
    "USA": ("USA", "United States"),
    "Germany": ("DEU", "Germany"),
    "Japan": ("JPN", "Japan"),
    "Rep. of Korea": ("KOR", "South Korea"),
    "Viet Nam": ("VNM", "Viet Nam"),
}
LICENCE = "UN Comtrade: small extracts with attribution; bulk redistribution is restricted"
IMPORTS, EXPORTS = "partner-reported imports from China", "partner-reported exports to China"


def china_world(raw: Raw) -> pd.DataFrame:
    """Return China's trade with the world: its own reports, for 2025 the customs' press figures."""
    totals = raw.excel(TOTALS)
    frame = pd.DataFrame(
        {
            "year": totals["period"],
            "exports": (totals["X"] / 1e9).round(3),
            "imports": (totals["M"] / 1e9).round(3),
            "source_id": "comtrade",
        }
    )
    frame = frame[frame["year"] <= 2024]
    last = raw.csv(ANNUAL).query("year == 2025").iloc[0]
    # One page prints both figures of 2025; the collectors filed it under the imports.
    page = facts.table(raw, SHARES).query(f"indicator == {IMPORTS_2025!r}").iloc[0]
    press = pd.DataFrame(
        {
            "year": [2025],
            "exports": [last["china_world_exports_usd_bn"]],
            "imports": [last["china_world_imports_usd_bn"]],
            "source_id": [page["source_id"]],
            "confidence": [page["confidence"]],
        }
    )
    frame = pd.concat([frame, press], ignore_index=True)
    frame["total"] = (frame["exports"] + frame["imports"]).round(3)
    return frame[["year", "total", "exports", "imports", "source_id", "confidence"]]


def partner_trade(raw: Raw) -> pd.DataFrame:
    """What fourteen partners report about their trade with China."""
    wide = reported(raw)
    wide["iso3"] = wide["partner"].map(lambda name: CHOSEN[name][0])
    wide["partner"] = wide["partner"].map(lambda name: CHOSEN[name][1])
    wide["status"] = "reported"
    partial = wide["iso3"].eq("KAZ") & wide["year"].between(2020, 2022)
    wide.loc[partial, "imports_from_china"] = None
    wide.loc[partial, "status"] = "imports_left_out"
    doubtful = wide["iso3"].eq("RUS") & wide["year"].isin([2016, 2017])
    wide.loc[doubtful, "status"] = "imports_doubtful"
    return wide.sort_values(["iso3", "year"])


def reported(raw: Raw) -> pd.DataFrame:
    """Return the partners' reports: one row per year and partner, in billion dollars."""
    frame = raw.csv(PARTNERS)
    frame = frame[frame["partner"].isin(CHOSEN) & (frame["year"] <= 2024)]
    wide = frame.pivot_table(index=["year", "partner"], columns="flow", values="usd") / 1e9
    wide = wide.rename(columns={IMPORTS: "imports_from_china", EXPORTS: "exports_to_china"})
    return wide.reset_index()


def billion(name: str, what: str, **more) -> Field:
    """Return a column of money."""
    return number(name, what, "billion US dollars", 3, minimum=0, **more)


RECIPES = (
    Recipe(
        name="china_world_trade",
        title="China's trade in goods with the world, by year",
        description="Exports and imports as China reports them.",
        build=china_world,
        fields=(
            year(),
            billion("total", "exports plus imports", required=True),
            billion("exports", "from China to all partners", required=True),
            billion("imports", "from all partners to China", required=True),
            source_column(),
            confidence_column(pages_only=False),
        ),
        key=("year",),
        sources=("comtrade", "gacc"),
        licence=LICENCE,
        basis=facts_basis("{rows} yearly totals, of a database of many millions of rows"),
        vintage="UN Comtrade as compiled in 2025; 2025 as in the press of January 2026",
        coverage="2014 to 2025, yearly",
        breaks=("2025 comes from press reports of customs figures, rounded to 10 billion.",),
        relations=(
            {"kind": "sum", "total": "total", "parts": ["exports", "imports"], "tolerance": 0.002},
        ),
        foreign=FROM_SOURCES,
    ),
    Recipe(
        name="partner_trade",
        title="Trade with China as fourteen partners report it",
        description="Imports from China and exports to China, reported by the partner.",
        build=partner_trade,
        fields=(
            year(),
            text("iso3", "country code of the partner", required=True, pattern="[A-Z]{3}"),
            text("partner", "name of the partner", required=True),
            billion("imports_from_china", "the partner's imports (with freight and insurance)"),
            billion("exports_to_china", "the partner's exports (without freight)"),
            text(
                "status",
                "reported; imports_left_out: looks partial; imports_doubtful: see breaks",
                values=("reported", "imports_left_out", "imports_doubtful"),
                required=True,
            ),
        ),
        key=("year", "iso3"),
        sources=("comtrade",),
        licence=LICENCE,
        basis=facts_basis("extract of 14 of 187 partners ({rows} of {raw_rows} rows, pivoted)"),
        vintage="UN Comtrade as compiled in 2025",
        coverage="2014 to 2024; Russia stops in 2021, Viet Nam in 2023",
        breaks=(
            "Russia stopped publishing customs data: it has no row after 2021.",
            "Kazakhstan's imports of 2020 to 2022 look like partial reports and are left out.",
            "Russia's imports of 2016 and 2017 lie 9 and 14 billion above China's exports.",
            "The Emirates' imports double from 2016 to 2017.",
            "Imports include freight and insurance, exports do not; re-exports are counted twice.",
        ),
    ),
)
