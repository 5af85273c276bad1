"""UN Security Council: vetoes since 1946 and selected votes.

Vetoes are read from the columns that name who vetoed; the 0/1 columns of the source undercount.
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
    source_column,
    text,
    truth,
)

OLD = "unsc-vetoes/unsc_vetoes_1946_sept2022.csv"
NEW = "facts-security/unsc_vetoes_2022_2025.csv"
VOTES = "facts-security/unsc_selected_votes.csv"
MEMBERS = {
    "CHN": ("China",),
    "RUS": ("Russia", "USSR"),
    "USA": ("USA",),
    "GBR": ("UK",),
    "FRA": ("France",),
}
LETTER = {"YES": "Y", "NO": "N", "ABSTAIN": "A"}


def vetoes(raw: Raw) -> pd.DataFrame:
    """Return one row per vetoed draft and one column per permanent member."""
    parts = [_to_2022(raw), _from_2022(raw), _double_veto_2026(raw)]
    table = pd.concat(parts, ignore_index=True).sort_values("date", kind="stable")
    table["number"] = range(1, len(table) + 1)
    return table


def _to_2022(raw: Raw) -> pd.DataFrame:
    frame = raw.csv(OLD)
    names = frame[["member_veto1", "member_veto2", "member_veto3"]]
    names = names.apply(lambda column: column.str.strip())
    who = {iso3: names.isin(list(said)).any(axis=1) for iso3, said in MEMBERS.items()}
    return pd.DataFrame(
        {
            "date": pd.to_datetime(frame["date"], format="%m/%d/%Y"),
            "draft": frame["draft"].str.strip(),
            "topic": frame["crisis_topic"].str.strip(),
            **who,
            "source_id": "vetoes_lab",
        }
    )


def _from_2022(raw: Raw) -> pd.DataFrame:
    frame = facts.table(raw, NEW)
    who = {iso3: frame[f"veto_{iso3}"].eq(1) for iso3 in MEMBERS}
    said = frame[["draft", "topic", "source_id", "confidence"]]
    return said.assign(date=pd.to_datetime(frame["date"]), **who)


def _double_veto_2026(raw: Raw) -> pd.DataFrame:
    frame = facts.table(raw, VOTES)
    frame = frame[(frame["date"] == "2026-04-07") & (frame["outcome"] == "double veto")]
    who = {iso3: iso3 in ("CHN", "RUS") for iso3 in MEMBERS}
    said = frame[["source_id", "confidence"]].assign(topic="Strait of Hormuz", draft=None)
    return said.assign(date=pd.to_datetime(frame["date"]), **who)


def council_votes(raw: Raw) -> pd.DataFrame:
    """Return votes of the Council that show agreement or division of the two."""
    frame = facts.table(raw, VOTES)
    return frame.assign(
        CHN=frame["vote_CHN"].map(LETTER),
        RUS=frame["vote_RUS"].map(LETTER),
        together=frame["vote_CHN"] == frame["vote_RUS"],
    )


RECIPES = (
    Recipe(
        name="vetoes",
        title="Vetoes in the UN Security Council since 1946",
        description="One row per draft that failed by a veto; true under the members that vetoed.",
        build=vetoes,
        fields=(
            integer("number", "count from the first veto", required=True, minimum=1),
            date("date", "day of the vote", required=True),
            text("draft", "symbol of the draft"),
            text("topic", "subject"),
            *(truth(iso3, f"vetoed by {iso3}", required=True, shadow="block") for iso3 in MEMBERS),
            source_column(),
            confidence_column(pages_only=False),
        ),
        key=("number",),
        sources=("vetoes_lab", "press_un"),
        licence="MIT, World Politics Data Lab (to July 2022); later rows are facts",
        basis="a licence that allows it: {rows} drafts, seven of 24 columns",
        vintage="September 2022; September 2025; April 2026",
        coverage="complete from 1946 to September 2025; then the double veto of 7 April 2026 only",
        breaks=(
            "RUS is the Soviet Union to 1991.",
            "CHN is Beijing from 1972; the vetoes of the seat of China before are not coded as "
            "CHN.",
            "After September 2025 only one veto is known here: do not count 2026.",
        ),
        foreign=FROM_SOURCES,
        relations=({"kind": "any_true", "columns": list(MEMBERS)},),
    ),
    Recipe(
        name="council_votes",
        title="Selected votes of the UN Security Council",
        description="Votes on which China and Russia voted alike or apart. A choice, not a sample.",
        build=council_votes,
        fields=(
            date("date", "day of the vote", required=True),
            text("item", "draft and subject", required=True),
            *(
                integer(name, f"{name} votes", unit="votes", minimum=0, maximum=15, shadow="keep")
                for name in ("yes", "no", "abstain")
            ),
            *(
                text(iso3, f"vote of {iso3}", values=("Y", "N", "A"), required=True)
                for iso3 in ("CHN", "RUS")
            ),
            truth("together", "true if China and Russia voted alike", required=True),
            text("outcome", "what became of the draft", required=True),
            source_column(),
            confidence_column(),
        ),
        key=("date", "item"),
        sources=("press_un",),
        licence=FACTS_LICENCE,
        basis=facts_basis("{rows} votes"),
        vintage="pages as of 23 November 2026",
        coverage="seven votes from February 2022 to April 2026",
        breaks=("Chosen because they show something: no shares can be computed from it.",),
        foreign=FROM_SOURCES,
        relations=({"kind": "row_total", "columns": ["yes", "no", "abstain"], "total": 15},),
    ),
)
