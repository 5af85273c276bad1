"""UN General Assembly: roll calls as wide tables, one column per state, and what follows from them.

Three files overlap; the one with absences is used from 1992 on, the older one for 1946–2019.
"""

import pandas as pd

from alignment.sources import parquet
from alignment.sources.raw import Raw
from alignment.sources.recipe import Field, Recipe, date, facts_basis, integer, text, truth, year
from alignment.tables.agreement import ISSUES

OLD = "unvotes-2019/un_votes_1946_2019.parquet"
CALLS = "unvotes-2019/un_roll_calls_1946_2019.csv"
TOPICS = "unvotes-2019/un_roll_call_issues.csv"
WIDE = "unga-votes-1992-2022/votes_wide_1992_2022.csv.gz"
LATEST = "unga-2025/unga_2025_vote_detail.csv"
ADDRESS_2025 = (
    "https://raw.githubusercontent.com/HZloto/unga-2025/676721181bd6927f06d4c03c3aca547b43f08192"
    "/analysis/4C/17_p1_resolution_vote_detail_2025.csv"
)
UN_LICENCE = "© United Nations: non-commercial use with attribution; votes are facts"

# ISO3: (code in the older file, name in the file with absences)
STATES = {
    "CHN": ("CN", "CHINA"),
    "RUS": ("RU", "RUSSIAN FEDERATION"),
    "USA": ("US", "UNITED STATES"),
    "GBR": ("GB", "UNITED KINGDOM"),
    "FRA": ("FR", "FRANCE"),
    "IND": ("IN", "INDIA"),
    "BRA": ("BR", "BRAZIL"),
    "ZAF": ("ZA", "SOUTH AFRICA"),
    "JPN": ("JP", "JAPAN"),
    "DEU": ("DE", "GERMANY"),
    "IDN": ("ID", "INDONESIA"),
    "TUR": ("TR", "TURKEY"),
    "PAK": ("PK", "PAKISTAN"),
    "IRN": ("IR", "IRAN (ISLAMIC REPUBLIC OF)"),
    "PRK": ("KP", "DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA"),
    "KOR": ("KR", "REPUBLIC OF KOREA"),
    "KAZ": ("KZ", "KAZAKHSTAN"),
    "UKR": ("UA", "UKRAINE"),
    "ISR": ("IL", "ISRAEL"),
    "VNM": ("VN", "VIET NAM"),
    "EGY": ("EG", "EGYPT"),
    "MEX": ("MX", "MEXICO"),
    "ARG": ("AR", "ARGENTINA"),
    "SAU": ("SA", "SAUDI ARABIA"),
}
TEN = ("CHN", "RUS", "USA", "GBR", "BRA", "ARG", "ISR", "PRY", "SYR", "UKR")
LETTER = {"yes": "Y", "no": "N", "abstain": "A"}
LONG = {"YES": "Y", "NO": "N", "ABSTAIN": "A", "ABSENT": "X"}
TALLY = {"Y": "yes", "N": "no", "A": "abstain"}
TOPIC_CODES = {
    "nu": "nuclear",
    "di": "arms_control",
    "co": "colonialism",
    "hr": "human_rights",
    "ec": "economic",
    "me": "palestine",
}


def votes_1946_2019(raw: Raw) -> pd.DataFrame:
    """Pivot the long file: one row per roll call; the seat of China before 1971 is `ROC`."""
    long = parquet.read(raw.path(OLD))
    raw.rows[OLD] = len(long)
    calls = raw.csv(CALLS).set_index("rcid")
    calls["year"] = calls["date"].str[:4].astype(int)
    calls = calls[calls["year"] <= 2019]
    tally = long.groupby(["rcid", "vote"]).size().unstack(fill_value=0)
    codes = {code: iso3 for iso3, (code, _) in STATES.items()} | {"TW": "ROC"}
    bonn = long["country"].eq("Federal Republic of Germany")
    long["state"] = long["country_code"].map(codes).mask(bonn, "DEU")
    kept = long.dropna(subset="state")
    wide = kept.assign(vote=kept["vote"].map(LETTER)).pivot(
        index="rcid", columns="state", values="vote"
    )
    frame = calls.join(tally[list(LETTER)]).join(wide).join(_topics(raw))
    frame[list(ISSUES)] = frame[list(ISSUES)].astype("boolean").fillna(False)
    return frame.rename(columns={"unres": "resolution"}).reset_index().sort_values("rcid")


def _topics(raw: Raw) -> pd.DataFrame:
    topics = raw.csv(TOPICS)
    topics["issue"] = topics["short_name"].map(TOPIC_CODES)
    return topics.assign(is_on=True).pivot_table(
        index="rcid", columns="issue", values="is_on", aggfunc="any"
    )


def votes(raw: Raw) -> pd.DataFrame:
    """Cut the file with absences to the chosen states; tallies are over all members."""
    wide = _members(raw)
    frame = wide[["year", "n", "resolution"]].copy()
    cast = wide.drop(columns=["year", "n", "resolution"])
    for letter, name in (TALLY | {"X": "absent"}).items():
        frame[name] = (cast == letter).sum(axis=1)
    return frame.assign(**{iso3: wide[name] for iso3, (_, name) in STATES.items()})


def _members(raw: Raw) -> pd.DataFrame:
    wide = raw.csv(WIDE)
    # Two columns repeat a state with a stray letter in its name; 2022 holds three votes only.
    wide = wide.drop(columns=[name for name in wide if name.startswith("y ")])
    return wide[wide["year"] <= 2021]


def votes_2025(raw: Raw) -> pd.DataFrame:
    """Pivot the votes of ten states in 2025."""
    long = raw.csv(LATEST)
    long["vote"] = long["vote"].map(LONG)
    wide = long.pivot(index="resolution", columns="iso3", values="vote")
    facts = long.drop_duplicates("resolution").set_index("resolution")[["date", "title"]]
    frame = wide.join(facts).reset_index()
    frame["title"] = frame["title"].map(_short)
    return frame.sort_values(["date", "resolution"])


def _short(title: str) -> str:
    # The source cuts titles at 100 letters; end at a whole word of the first 80.
    title = title.split(" : resolution")[0].split(" : decision")[0].strip()
    return title if len(title) <= 80 else title[:80].rsplit(" ", 1)[0] + " …"


def third_states(raw: Raw) -> pd.DataFrame:
    """Count third states' votes where China and Russia vote alike and against the US."""
    wide = _members(raw)
    cast = wide.drop(columns=["year", "n", "resolution"])
    china, russia, america = (cast[STATES[iso3][1]] for iso3 in ("CHN", "RUS", "USA"))
    split = china.isin(["Y", "N"]) & america.isin(["Y", "N"]) & (china == russia)
    split &= china != america
    others = cast.drop(columns=[STATES[iso3][1] for iso3 in ("CHN", "RUS", "USA")])[split]
    with_pair = others.eq(china[split], axis=0).sum(axis=1)
    with_us = others.eq(america[split], axis=0).sum(axis=1)
    counts = pd.DataFrame(
        {
            "year": wide.loc[split, "year"],
            "texts": 1,
            "with_china_russia": with_pair,
            "with_us": with_us,
            "abstain": others.eq("A").sum(axis=1),
        }
    )
    return counts.groupby("year").sum().reset_index()


def _vote(iso3: str, said: str = "") -> Field:
    return text(iso3, said or f"vote of {iso3}", values=("Y", "N", "A", "X"), shadow="flip")


def _count(name: str, what: str) -> Field:
    return integer(name, what, unit="states", minimum=0, maximum=193, shadow="tally")


def _tally(*columns: str) -> dict:
    letters = {"yes": "Y", "no": "N", "abstain": "A", "absent": "X"}
    return {"kind": "tally", "letters": {name: letters[name] for name in columns}}


RECIPES = (
    Recipe(
        name="unga_votes_1946_2019",
        title="Roll calls of the UN General Assembly, 1946 to 2019, with issues",
        description="One row per roll call, one column per state: Y yes, N no, A abstain; empty "
        "is absent or no member. Six issue columns, several can be true.",
        build=votes_1946_2019,
        fields=(
            integer("rcid", "number of the roll call", required=True),
            date("date", "day of the vote", required=True),
            year(),
            integer("session", "session of the Assembly", minimum=1, maximum=74),
            text("resolution", "symbol of the text"),
            *(truth(issue, f"coded as {issue.replace('_', ' ')}") for issue in ISSUES),
            _count("yes", "yes votes of all members"),
            _count("no", "no votes of all members"),
            _count("abstain", "abstentions of all members"),
            _vote("ROC", "vote of the seat of China while Taipei held it, until 25 October 1971"),
            *(_vote(iso3) for iso3 in STATES),
        ),
        key=("rcid",),
        sources=("unvotes",),
        licence="MIT (package unvotes); the votes are published by E. Voeten and are facts",
        basis="a licence that allows it: extract of 25 columns of votes, {rows} roll calls",
        vintage="package of 2020",
        coverage="1946 to 2019; all roll calls, also on paragraphs and amendments",
        breaks=(
            "Before 25 October 1971 the seat of China was held by the government in Taipei: "
            "column ROC, never CHN.",
            "Absences are not in this source: an empty cell is absent or not yet a member.",
            "Russia continues the Soviet Union; DEU is the Federal Republic before 1990.",
            "The column of important votes in the source is empty for 2018 and 2019; not shipped.",
        ),
        relations=(_tally("yes", "no", "abstain"),),
    ),
    Recipe(
        name="unga_votes",
        title="Votes in the UN General Assembly, 1992 to 2021, with absences",
        description="One row per recorded vote on an adopted text: Y yes, N no, A abstain, X did "
        "not vote, empty no member. Use this table from 1992 on.",
        build=votes,
        fields=(
            year(),
            integer("n", "position in the year's file", minimum=1, required=True),
            text("resolution", "symbol of the text; known for 2020 and 2021 only"),
            _count("yes", "yes votes of all members"),
            _count("no", "no votes of all members"),
            _count("abstain", "abstentions of all members"),
            _count("absent", "members that did not vote"),
            *(_vote(iso3) for iso3 in STATES),
        ),
        key=("year", "n"),
        sources=("un_library",),
        licence=UN_LICENCE,
        basis=facts_basis("extract of 24 of 196 states and of {rows} of {raw_rows} votes"),
        vintage="as collected in 2022",
        coverage="1992 to 2021; the three votes of early 2022 are left out",
        breaks=(
            "From May 2022 to 2024 no votes by state were found: the series has a gap.",
            "It holds adopted texts only: defeated drafts are missing.",
            "Some years differ from `unga_votes_1946_2019` by up to 35 roll calls: join by year.",
        ),
        relations=(_tally("yes", "no", "abstain", "absent"),),
    ),
    Recipe(
        name="unga_votes_2025",
        title="Votes of ten states in the UN General Assembly, 2025",
        description="All texts adopted by vote from 24 February to 18 December 2025.",
        build=votes_2025,
        fields=(
            text("resolution", "symbol of the text", required=True),
            date("date", "day of the vote", required=True),
            text("title", "title, shortened", required=True),
            *(_vote(iso3) for iso3 in TEN),
        ),
        key=("resolution",),
        sources=("unga_2025",),
        licence=UN_LICENCE,
        basis=facts_basis("{rows} texts, ten states"),
        vintage="UN Digital Library as collected in early 2026",
        coverage="24 February to 18 December 2025, ten states",
        breaks=(
            "Ten states only; France, India, Japan and South Africa are not among them.",
            "About twice as many recorded votes as in other years.",
        ),
        upstream={LATEST: {"url": ADDRESS_2025, "moves": False}},
    ),
    Recipe(
        name="unga_third_states",
        title="Third states when China and Russia stand together against the US",
        description="Texts on which China and Russia vote alike (yes or no) and the United States "
        "votes the opposite; how many votes of other states went each way.",
        build=third_states,
        fields=(
            year(),
            integer("texts", "such texts", unit="texts", minimum=0, shadow="scale"),
            *(
                integer(name, what, unit="votes", minimum=0, shadow="scale")
                for name, what in (
                    ("with_china_russia", "votes like China and Russia"),
                    ("with_us", "votes like the United States"),
                    ("abstain", "abstentions"),
                )
            ),
        ),
        key=("year",),
        sources=("un_library",),
        licence=UN_LICENCE,
        basis="our own derivation: counts over all member states, by year",
        vintage="as collected in 2022",
        coverage="1992 to 2021",
        breaks=("Adopted texts only: where the United States prevailed there is no row.",),
    ),
)
