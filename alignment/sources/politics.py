"""Meetings, events, memberships, posts, polls and ties with North Korea.

Dates are kept as precise as they are known: a year, a month or a day.
"""

import pandas as pd

from alignment.sources import facts
from alignment.sources.blocks import rows
from alignment.sources.politics_words import EVENTS_2026, POLL_UNITS
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
    year,
)

FOLDER = "facts-security/"
# Three events rest on the coding of treaties and rivalries, not on a page.
CODED = {"1950-02-14": "atop", "1980-04": "atop", "1958": "rivalries"}
REWORDED = {
    "Thompson-Dreyer rivalry China-Russia 2 starts (ends 1989)": (
        "A rivalry begins, as scholars date it; it ends in 1989"
    ),
    "Legally binding memorandum on Power of Siberia 2 (50 bcm/yr)": (
        "Memorandum on Power of Siberia 2 (50 bcm a year); price open, not confirmed by China"
    ),
}
LANES = (
    "alignment",
    "rift",
    "settlement",
    "alliance",
    "institution",
    "military",
    "grievance",
    "history",
    "context",
)


def timeline(raw: Raw) -> pd.DataFrame:
    """Return dated events from 1860 to June 2026."""
    old = facts.table(raw, FOLDER + "timeline_1860_2025.csv")
    new = facts.table(raw, FOLDER + "events_2026.csv")
    words = rows(EVENTS_2026)
    new["order"] = (new.groupby("date").cumcount() + 1).astype(str)
    new = new.drop(columns=["event"]).merge(words, on=["date", "order"], validate="one_to_one")
    table = pd.concat([old, new])
    table["source_id"] = table["source_id"].fillna(table["date"].map(CODED))
    table["event"] = table["event"].replace(REWORDED)
    table["precision"] = table["date"].str.len().map({4: "year", 7: "month", 10: "day"})
    table["year"] = table["date"].str[:4].astype(int)
    table["start"] = _first_day(table["date"])
    return table.sort_values(["start", "event"])


def _first_day(dates: pd.Series) -> pd.Series:
    full = dates.str.pad(10, side="right", fillchar="x")
    return pd.to_datetime(
        full.str.replace(r"^(\d{4})x+$", r"\1-01-01", regex=True).str.replace(
            r"^(\d{4}-\d{2})x+$", r"\1-01", regex=True
        )
    )


def leader_meetings(raw: Raw) -> pd.DataFrame:
    """Return meetings of Xi and Putin, with the cumulative count a page gives."""
    frame = facts.table(raw, FOLDER + "xi_putin_meetings.csv")
    count = frame["cumulative_count_published"].astype("string")
    frame["published_count"] = count.str.extract(r"(\d+)")[0].astype(float)
    frame["count_says"] = (
        count.str.replace(r"\d+", "", regex=True).str.strip().replace("", "as printed")
    )
    return frame.sort_values("date")


def memberships(raw: Raw) -> pd.DataFrame:
    """Return members and partners of the SCO and BRICS."""
    frame = facts.table(raw, FOLDER + "sco_brics_membership.csv")
    frame["status"] = frame["status"].replace(
        {"invited / not completed": "invited", "invited, withdrew": "withdrew"}
    )
    return frame.sort_values(["organisation", "year", "iso3"])


def diplomatic_posts(raw: Raw) -> pd.DataFrame:
    """Return posts abroad by region."""
    return facts.table(raw, FOLDER + "lowy_diplomatic_posts_2023.csv").dropna(subset="posts")


def opinion(raw: Raw) -> pd.DataFrame:
    """Return poll results."""
    frame = facts.table(raw, FOLDER + "public_opinion.csv")
    frame["rounded"] = frame["unit"].map(POLL_UNITS)
    frame["pollster"] = frame["pollster"].replace({"Pew": "Pew Global Attitudes"})
    frame["year"] = frame["fieldwork"].str[:4].astype(int)
    frame["fieldwork"] = frame["fieldwork"].str.replace("/", " to ", regex=False)
    return frame.sort_values(["pollster", "population", "question", "fieldwork"])


def north_korea(raw: Raw) -> pd.DataFrame:
    """Return trade and troops; the texts of the source stay out."""
    frame = facts.table(raw, FOLDER + "north_korea_ties.csv")
    frame = frame[frame["unit"] != "text"].copy()
    frame["pair"] = frame["pair_or_indicator"].replace(
        {"PRK share of trade with CHN": "CHN-PRK", "PRK troops sent to Russia": "RUS-PRK"}
    )
    frame["measure"] = "trade"
    frame.loc[frame["unit"].str.startswith("%"), "measure"] = "share of North Korea's imports"
    frame.loc[frame["unit"].str.startswith("persons"), "measure"] = "troops sent to Russia"
    frame["unit"] = frame["measure"].map(
        {
            "trade": "million US dollars",
            "share of North Korea's imports": "per cent",
            "troops sent to Russia": "persons, at least",
        }
    )
    frame["period"] = frame["period"].str.replace("/", " to ", regex=False)
    frame["year"] = frame["period"].str[:4].astype(int)
    frame["value"] = frame["value"].astype(float)
    return frame.sort_values(["pair", "measure", "period"])


COMMON = {
    "licence": FACTS_LICENCE,
    "vintage": "pages as of 23 November 2026",
    "foreign": FROM_SOURCES,
}
PRECISION = text("precision", "year, month or day", values=("year", "month", "day"), required=True)

RECIPES = (
    Recipe(
        name="timeline",
        sources=("press_events", "atop", "rivalries"),
        title="Timeline of relations between China and Russia",
        description="Dated events with their kind; those of 2026 reach to the end of June.",
        build=timeline,
        fields=(
            text("date", "date as precise as it is known", required=True),
            PRECISION,
            date("start", "first day of the date", required=True),
            year(),
            text("event", "what happened", required=True),
            text("category", "kind of event", values=LANES, required=True, shadow="draw"),
            source_column(),
            confidence_column(),
        ),
        key=("date", "event"),
        basis=facts_basis("{rows} of {raw_rows} collected events"),
        coverage="1860 to 27 June 2026",
        breaks=(
            "Nothing after 2 July 2026 was found: silence is not evidence that nothing happened.",
            "Four events of 2026 that could not be confirmed are left out.",
            "The treaty of 2001 was prolonged in 2021, called automatically extended on "
            "4 February 2026 and reaffirmed in May 2026.",
        ),
        **COMMON,
    ),
    Recipe(
        name="leader_meetings",
        sources=("press_meetings",),
        title="Meetings of Xi Jinping and Vladimir Putin",
        description="Meetings in person and by video since March 2013.",
        build=leader_meetings,
        fields=(
            date("date", "first day", required=True),
            text("place", "city", required=True),
            text("format", "in person or video", values=("in person", "video"), required=True),
            text("occasion", "occasion", required=True),
            integer(
                "published_count",
                "number of meetings so far, as a page says",
                minimum=1,
                shadow="scale",
            ),
            text("count_says", "what the published number counts"),
            source_column(),
            confidence_column(),
        ),
        key=("date",),
        basis=facts_basis("{rows} meetings, one page each"),
        coverage="March 2013 to May 2026; no meeting of 2020 is known here",
        breaks=(
            "Incomplete: by the end of 2021 the published count is four higher. Use it to study "
            "completeness, not a trend.",
            "Published counts clash in 2017 (19 against 22); the 37 of December 2021 includes "
            "video meetings.",
        ),
        **COMMON,
    ),
    Recipe(
        name="memberships",
        sources=("press_members",),
        title="Members and partners of the SCO and BRICS",
        description="One row per organisation, state and year of entry.",
        build=memberships,
        fields=(
            text("organisation", "SCO or BRICS", values=("SCO", "BRICS"), required=True),
            text("iso3", "country code", required=True),
            year("year of the status"),
            text(
                "status",
                "member, partner, invited (not completed) or withdrew",
                values=("member", "partner", "invited", "withdrew"),
                required=True,
                shadow="draw",
            ),
            source_column(),
            confidence_column(),
        ),
        key=("organisation", "iso3"),
        basis=facts_basis("{rows} entries"),
        coverage="2001 to 2025",
        breaks=("South Africa joined BRICS by decision of 2010; its first summit was 2011.",),
        **COMMON,
    ),
    Recipe(
        name="diplomatic_posts",
        sources=("lowy",),
        title="Diplomatic posts of China and the United States by region, 2023",
        description="Number of posts abroad in the index of the Lowy Institute.",
        build=diplomatic_posts,
        fields=(
            text("iso3", "country code", values=("CHN", "USA"), required=True),
            text("region", "region of the posts; World is the total", required=True),
            integer("posts", "posts", unit="posts", minimum=0, shadow="scale", required=True),
            source_column(),
            confidence_column(),
        ),
        key=("iso3", "region"),
        basis=facts_basis("{rows} figures"),
        coverage="2023",
        breaks=(
            "The regions do not add up to the total: not all regions were published.",
            "Russia's number was not found.",
        ),
        **COMMON,
    ),
    Recipe(
        name="opinion",
        sources=("press_polls",),
        title="Opinion polls on China, Russia and the United States",
        description="One row per pollster, population, question and date.",
        build=opinion,
        fields=(
            text("pollster", "who asked", required=True),
            text("population", "who was asked", required=True),
            text("fieldwork", "year or month", required=True),
            year("year of the fieldwork"),
            text("question", "what was asked, in short", required=True),
            number("value", "share of answers", "per cent", 1, minimum=0, maximum=100),
            text("rounded", "exact or about", values=("exact", "about"), required=True),
            source_column(),
            confidence_column(),
        ),
        key=("pollster", "population", "fieldwork", "question"),
        basis=facts_basis("{rows} results"),
        coverage="2005 to 2025",
        breaks=(
            "A median over 25 countries and one over 35 have different members: do not subtract.",
            "Different pollsters word the question differently.",
            "Levada asked 75 per cent in early 2021 and 81 per cent in September 2024.",
        ),
        **COMMON,
    ),
    Recipe(
        name="north_korea",
        sources=("press_korea",),
        title="Ties of China and Russia with North Korea",
        description="Trade by pair and period, and troops.",
        build=north_korea,
        fields=(
            text("pair", "two country codes", values=("CHN-PRK", "RUS-PRK"), required=True),
            text("measure", "what is measured", required=True),
            text("period", "period", required=True),
            year("first year of the period"),
            number("value", "value", "see column unit", 1, minimum=0, required=True),
            text("unit", "unit", required=True),
            source_column(),
            confidence_column(),
        ),
        key=("pair", "measure", "period"),
        basis=facts_basis("{rows} figures"),
        coverage="2013 to 2025",
        breaks=(
            "Recorded trade only; arms from North Korea to Russia are in `arms_transfers`.",
            "Periods differ in length: compare years with years.",
        ),
        **COMMON,
    ),
)
