"""Joint exercises and patrols, counts that others publish, and nuclear warheads.

The list of exercises is a choice of named series, not a census.
"""

import pandas as pd

from alignment.sources import facts
from alignment.sources.raw import Raw
from alignment.sources.recipe import (
    FACTS_LICENCE,
    FROM_SOURCES,
    Recipe,
    confidence_column,
    date,
    facts_basis,
    integer,
    number,
    source_column,
    text,
    truth,
    year,
)

EXERCISES = "facts-security/joint_exercises_patrols_2003_2025.csv"
EVENTS_2026 = "facts-security/events_2026.csv"
COUNTS = "facts-security/published_counts_exercises.csv"
STOCKPILES = "nuclear-warheads/owid_fas_nuclear_stockpiles_2023.csv"
INVENTORIES = "facts-security/nuclear_warheads_sipri_2025.csv"
KINDS = (
    "land/joint",
    "land/SCO",
    "naval_exercise",
    "multilateral_naval",
    "strategic_exercise",
    "missile_defence_cpx",
    "air_patrol",
    "naval_patrol",
)
# Rows the collector had from memory, read again on these pages on 23 November 2026.
VERIFIED = {
    "Peace Mission-2013": (
        "2013-07-27",
        "2013-08-15",
        "https://www.rt.com/news/russia-china-drills-urals-016/",
    ),
    "Aerospace Security-2016": (
        "2016-05-26",
        "2016-05-28",
        "https://tass.com/defense/878407",
    ),
    "Tsentr-2019": ("2019-09-16", "2019-09-21", "https://tass.com/defense/1075535"),
}


def joint_exercises(raw: Raw) -> pd.DataFrame:
    """Return named exercises and patrols; three rows were verified on other pages."""
    frame = facts.table(raw, EXERCISES, low=True)
    for name, (start, end, url) in VERIFIED.items():
        row = frame["name"] == name
        verified = [start, end, "day", facts.source_id(url), "high"]
        columns = ["start_date", "end_date", "date_precision", "source_id", "confidence"]
        frame.loc[row, columns] = verified
    frame = frame[frame["confidence"] != "low"]
    parties = frame["participants"].str.replace(" and others", "", regex=False)
    return pd.DataFrame(
        {
            "start": _first_day(frame["start_date"]),
            "end": frame["end_date"].fillna("").where(frame["end_date"].str.len() == 10),
            "precision": frame["date_precision"],
            "name": frame["name"],
            "kind": frame["type"],
            "series_no": frame["series_no"],
            "participants": frame["participants"].str.replace(",", ", ", regex=False),
            "bilateral": parties.isin(["CHN,RUS", "RUS,CHN"])
            & ~frame["participants"].str.contains("others"),
            "patrol": frame["type"].isin(["air_patrol", "naval_patrol"]),
            "place": frame["place"],
            "lat": frame["lat"],
            "lon": frame["lon"],
            "source_id": frame["source_id"],
            "confidence": frame["confidence"],
        }
    ).sort_values(["start", "name"])


def _first_day(dates: pd.Series) -> pd.Series:
    return pd.to_datetime(dates.where(dates.str.len() == 10, dates + "-01"))


def exercise_counts(raw: Raw) -> pd.DataFrame:
    """Return counts of exercises as published; they disagree because they count other things."""
    frame = facts.table(raw, COUNTS)
    kept = frame["indicator"].map(COUNTED)
    frame = frame[kept.notna()].assign(counted=kept.dropna())
    return pd.DataFrame(
        {
            "counted": frame["counted"],
            "period": frame["period"].str.replace("-2", " to 2", regex=False),
            "value": frame["value"].str.extract(r"(\d+)")[0].astype(int),
            "bound": frame["value"]
            .str.contains("at least")
            .map({True: "at least", False: "exact"}),
            "publisher": frame["publisher"],
            "source_id": frame["source_id"],
            "confidence": frame["confidence"],
        }
    )


COUNTED = {
    "China-Russia joint military exercises in year": "joint exercises in one year",
    "joint naval drills since 2012": "joint naval exercises since 2012",
    "joint strategic air patrols since 2019": "joint air patrols since 2019",
    "joint naval patrols since Oct 2021": "joint naval patrols since October 2021",
    "bilateral or multilateral exercises involving both, 2003 to July 2013": (
        "bilateral and multilateral exercises of both"
    ),
    "joint military exercises since 2003 (CSIS count; more than half since 2019)": (
        "joint exercises since 2003"
    ),
}


def warheads(raw: Raw) -> pd.DataFrame:
    """Return stockpiles (to 2022) and inventories (2024, 2025), never as one line."""
    stock = raw.csv(STOCKPILES)
    stock = stock[stock["Code"].notna() & (stock["nuclear_weapons_stockpile"] > 0)]
    stock = stock[stock["Code"].isin(["CHN", "RUS", "USA", "GBR", "FRA", "IND", "PAK", "PRK"])]
    old = pd.DataFrame(
        {
            "iso3": stock["Code"],
            "year": stock["Year"],
            "warheads": stock["nuclear_weapons_stockpile"],
            "basis": "military stockpile",
            "source_id": "fas",
        }
    )
    new = facts.table(raw, INVENTORIES)
    new = new[new["iso3"] != "WORLD"].assign(year=new["date"].str[:4].astype(int))
    columns = ["iso3", "year", "warheads", "basis", "source_id", "confidence"]
    return pd.concat([old, new[columns]]).sort_values(["basis", "iso3", "year"])


RECIPES = (
    Recipe(
        name="joint_exercises",
        title="Joint exercises and patrols of China and Russia",
        description="Named series from 2003 to 2025. Count by the year of `start` and say which "
        "kinds you count.",
        build=joint_exercises,
        fields=(
            date("start", "first day, or first day of the month", required=True, shadow="shift"),
            date("end", "last day, where it is known", shadow="shift"),
            text("precision", "day or month", values=("day", "month"), required=True),
            text("name", "name", required=True),
            text("kind", "kind", values=KINDS, required=True),
            integer("series_no", "number in its series of patrols", minimum=1),
            text("participants", "country codes, or a short list", required=True),
            truth("bilateral", "true if only China and Russia took part", required=True),
            truth("patrol", "true for air and naval patrols", required=True),
            text("place", "sea or town", required=True),
            number("lat", "latitude of a point we chose", "degrees", 2, shadow="keep"),
            number("lon", "longitude of a point we chose", "degrees", 2, shadow="keep"),
            source_column(),
            confidence_column(),
        ),
        key=("start", "name"),
        sources=("press_exercises",),
        licence=FACTS_LICENCE,
        basis=facts_basis("{rows} events, one page each"),
        vintage="pages as of 23 November 2026",
        coverage="August 2003 to December 2025",
        breaks=(
            "Not a census: a larger count (CSIS) has 113 since 2003. A second missile-defence "
            "exercise (December 2017) and small drills are missing.",
            "Exercises that were cancelled do not appear.",
            "Points on the map are approximate and chosen by us.",
            "Three rows first known from memory were confirmed on the pages they point to.",
        ),
        foreign=FROM_SOURCES,
        relations=({"kind": "order", "columns": ["start", "end"]},),
    ),
    Recipe(
        name="exercise_counts_published",
        title="Published counts of joint exercises",
        description="Totals that others publish. They count different things.",
        build=exercise_counts,
        fields=(
            text("counted", "what is counted", required=True),
            text("period", "years", required=True),
            integer("value", "count", unit="events", minimum=0, shadow="scale", required=True),
            text("bound", "exact or at least", values=("exact", "at least"), required=True),
            text("publisher", "who counts", required=True),
            source_column(),
            confidence_column(),
        ),
        key=("counted", "period", "publisher"),
        sources=("press_counts",),
        licence=FACTS_LICENCE,
        basis=facts_basis("{rows} published counts"),
        vintage="pages as of 23 November 2026",
        coverage="2003 to June 2026",
        breaks=("Totals of different publishers must not be added or compared as a trend.",),
        foreign=FROM_SOURCES,
    ),
    Recipe(
        name="warheads",
        title="Nuclear warheads on two bases",
        description="Military stockpile without retired warheads (to 2022) and total inventory "
        "(January 2024 and 2025).",
        build=warheads,
        fields=(
            text("iso3", "country code", required=True),
            year(),
            integer("warheads", "warheads", unit="warheads", minimum=0, shadow="scale"),
            text(
                "basis",
                "military stockpile (FAS) or total inventory (SIPRI)",
                values=("military stockpile", "total inventory"),
                required=True,
            ),
            source_column(),
            confidence_column(pages_only=False),
        ),
        key=("basis", "iso3", "year"),
        sources=("fas", "sipri_warheads"),
        licence="CC BY 4.0 for Our World in Data's processing of FAS figures; SIPRI figures cited",
        basis=facts_basis("eight and nine states, {rows} of {raw_rows} rows"),
        vintage="FAS 2023; SIPRI Yearbook 2025",
        coverage="1945 to 2022; 2024 and 2025",
        breaks=(
            "The two bases differ by the retired warheads: never join them to one line.",
            "Years with zero are left out.",
        ),
        foreign=FROM_SOURCES,
    ),
)
