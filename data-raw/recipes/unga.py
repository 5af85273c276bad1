"""UN General Assembly: roll calls as wide tables, one column per state, and what follows from them.

Three files overlap; the one with absences is used from 1992 on, the older one for 1946–2019.
"""

import pandas as pd

from alignment.tables.agreement import ISSUES

OLD = "unvotes-2019/un_votes_1946_2019.parquet"
CALLS = "unvotes-2019/un_roll_calls_1946_2019.csv"
TOPICS = "unvotes-2019/un_roll_call_issues.csv"
WIDE = "unga-votes-1992-2022/votes_wide_1992_2022.csv.gz"
LATEST = "unga-2025/unga_2025_vote_detail.csv"

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


def votes_1946_2019(inputs) -> pd.DataFrame:
    """Pivot the long file: one row per roll call; the seat of China before 1971 is `ROC`."""
    long = inputs.parquet(OLD)
    calls = inputs.csv(CALLS).set_index("rcid")
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
    frame = calls.join(tally[list(LETTER)]).join(wide).join(_topics(inputs))
    frame[list(ISSUES)] = frame[list(ISSUES)].astype("boolean").fillna(False)
    return frame.rename(columns={"unres": "resolution"}).reset_index().sort_values("rcid")


def _topics(inputs) -> pd.DataFrame:
    topics = inputs.csv(TOPICS)
    topics["issue"] = topics["short_name"].map(TOPIC_CODES)
    return topics.assign(is_on=True).pivot_table(
        index="rcid", columns="issue", values="is_on", aggfunc="any"
    )


def votes(inputs) -> pd.DataFrame:
    """Cut the file with absences to the chosen states; tallies are over all members."""
    wide = _members(inputs)
    frame = wide[["year", "n", "resolution"]].copy()
    cast = wide.drop(columns=["year", "n", "resolution"])
    for letter, name in (TALLY | {"X": "absent"}).items():
        frame[name] = (cast == letter).sum(axis=1)
    return frame.assign(**{iso3: wide[name] for iso3, (_, name) in STATES.items()})


def _members(inputs) -> pd.DataFrame:
    wide = inputs.csv(WIDE)
    # Two columns repeat a state with a stray letter in its name; 2022 holds three votes only.
    wide = wide.drop(columns=[name for name in wide if name.startswith("y ")])
    return wide[wide["year"] <= 2021]


def votes_2025(inputs) -> pd.DataFrame:
    """Pivot the votes of ten states in 2025."""
    long = inputs.csv(LATEST)
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


def third_states(inputs) -> pd.DataFrame:
    """Count third states' votes where China and Russia vote alike and against the US."""
    wide = _members(inputs)
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
