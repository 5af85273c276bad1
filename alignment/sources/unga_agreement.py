"""How alike the permanent members vote, computed from the tables of votes."""

import pandas as pd

from alignment.sources import facts, unga
from alignment.sources.blocks import rows
from alignment.sources.raw import Raw
from alignment.sources.recipe import (
    FACTS_LICENCE,
    FROM_SOURCES,
    Recipe,
    confidence_column,
    facts_basis,
    integer,
    made_basis,
    number,
    source_column,
    text,
    year,
)
from alignment.tables import agreement

VOTES = {
    "unga_votes_1946_2019": unga.votes_1946_2019,
    "unga_votes": unga.votes,
    "unga_votes_2025": unga.votes_2025,
}


def _loader(raw: Raw):
    def load(name: str) -> pd.DataFrame:
        frame = VOTES[name](raw)
        if "date" in frame:
            frame["date"] = pd.to_datetime(frame["date"])
        return frame

    return load


# What one paper prints; it cannot be recomputed, because no votes by state were found for
# May 2022 to 2024.
PUBLISHED = """
year | pair | value
2018 | CHN-RUS | 0.77
2024 | CHN-RUS | 0.67
"""
PAGE = "https://applevalleycitizens.org/note/11347/friends-moving-apart-china-and-russia-at-the"


def published(raw: Raw) -> pd.DataFrame:
    """Return agreement as a paper of MERICS prints it."""
    table = rows(PUBLISHED)
    return table.assign(
        year=table["year"].astype(int),
        value=table["value"].astype(float),
        body="General Assembly",
        rounded="about",
        definition="share of identical votes; how absences count was not stated in what we saw",
        publisher="MERICS (P. Andersson, 7 November 2025)",
        source_id=facts.source_id(PAGE),
        confidence="medium",
    )


RECIPES = (
    Recipe(
        name="unga_published",
        title="Agreement of China and Russia in the UN as published",
        description="Two shares that one paper prints, for years that cannot be recomputed here.",
        build=published,
        fields=(
            year(),
            text("pair", "two country codes", required=True),
            text("body", "UN body", required=True),
            number("value", "agreement", "share", 2, minimum=0, maximum=1, required=True),
            text("rounded", "exact or about", values=("exact", "about"), required=True),
            text("definition", "what the share counts, as far as it is stated", required=True),
            text("publisher", "who says so", required=True),
            source_column(),
            confidence_column(),
        ),
        key=("year", "pair"),
        sources=("merics",),
        licence=FACTS_LICENCE,
        basis=facts_basis("{rows} published figures"),
        vintage="November 2025, read in a relay",
        coverage="2018 and 2024",
        breaks=("The paper's definition was not seen; 2024 cannot be checked with our data.",),
        foreign=FROM_SOURCES,
    ),
    Recipe(
        name="unga_agreement",
        title="Agreement of the permanent members in the UN General Assembly",
        description="Five definitions for each pair and year. strict: share of identical votes "
        "(yes, no, abstain) where both voted. half_credit: an abstention against a yes or no "
        "counts one half. no_abstentions: yes and no only. kappa: agreement beyond chance "
        "(Cohen 1960). contested: strict, without texts that China, Russia, the United Kingdom "
        "and Brazil all support.",
        build=lambda raw: agreement.table(_loader(raw)),
        fields=(
            year(),
            text("pair", "two country codes", required=True, pattern="[A-Z]{3}-[A-Z]{3}"),
            text("definition", "see above", values=agreement.NAMES, required=True),
            integer("n", "votes that count", unit="votes", minimum=1, shadow="derived"),
            number("value", "agreement", "share", 6, minimum=-1, maximum=1, shadow="derived"),
        ),
        key=("year", "pair", "definition"),
        sources=("unvotes", "un_library", "unga_2025"),
        licence="see the tables of votes",
        basis=made_basis("computed from the three tables of votes"),
        vintage="see the tables of votes",
        coverage="1972 to 2021 and 2025; France is not in the data for 2025",
        breaks=(
            "2022 to 2024 cannot be computed. One paper publishes 77 per cent for 2018 and about "
            "67 per cent for 2024 for China and Russia: see table `unga_published`.",
            "1972 to 1991 comes from another source than 1992 to 2021.",
            "2025 has about twice as many votes as other years, many of them with the United "
            "States against all others.",
        ),
        relations=({"kind": "derived", "by": "agreement"},),
        kind="derived",
    ),
    Recipe(
        name="unga_issues",
        title="Agreement and opposition of China and Russia in the UN, by issue",
        description="Votes where both voted yes, no or abstain; `opposed` is yes against no.",
        build=lambda raw: agreement.issues(_loader(raw)),
        fields=(
            text("period", "years", values=tuple(agreement.PERIODS), required=True),
            text("issue", "issue code", values=agreement.ISSUES, required=True),
            integer("n", "votes of both", unit="votes", minimum=0, shadow="derived"),
            integer("agree", "identical votes", unit="votes", minimum=0, shadow="derived"),
            integer("opposed", "yes against no", unit="votes", minimum=0, shadow="derived"),
        ),
        key=("period", "issue"),
        sources=("unvotes",),
        licence="see table `unga_votes_1946_2019`",
        basis=made_basis("computed from table unga_votes_1946_2019"),
        vintage="package of 2020",
        coverage="1972 to 2019, four periods, six issues",
        breaks=("A vote can carry several issues: the counts of issues do not add up.",),
        relations=({"kind": "derived", "by": "issues"},),
        kind="derived",
    ),
)
