"""UN General Assembly: roll calls as wide tables, one column per state, and what follows from them.

Three collections overlap: the oldest is used to 1991 and for its issues, the one with absences for
1992 to 2019, the UN's own lists of members from 2020 on.
"""

import pandas as pd

from alignment.tables.agreement import ISSUES
from alignment.tables.rollcalls import by_state, third_states_by_year

OLD = "unvotes-2019/un_votes_1946_2019.parquet"
CALLS = "unvotes-2019/un_roll_calls_1946_2019.csv"
TOPICS = "unvotes-2019/un_roll_call_issues.csv"
WIDE = "unga-votes-1992-2022/votes_wide_1992_2022.csv.gz"
UN_LISTS_FROM = 2020

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
    """Cut to the chosen states; tallies are over all members."""
    wide = _members(inputs)
    old = wide[["year", "n", "resolution"]].copy()
    cast = wide.drop(columns=["year", "n", "resolution"])
    for letter, name in (TALLY | {"X": "absent"}).items():
        old[name] = (cast == letter).sum(axis=1)
    old = old.assign(**{iso3: wide[name] for iso3, (_, name) in STATES.items()})
    return pd.concat([old, _listed(inputs)], ignore_index=True)


def _listed(inputs) -> pd.DataFrame:
    """Return the calls of the UN's own lists, numbered within their year."""
    calls = inputs.facts("unga_rollcalls").sort_values(["date", "resolution"], kind="stable")
    calls["year"] = calls["date"].str[:4].astype(int)
    calls = calls[calls["year"] >= UN_LISTS_FROM].reset_index(drop=True)
    calls["n"] = calls.groupby("year").cumcount() + 1
    states = by_state(calls, inputs.facts("un_members")).reset_index(drop=True)
    return calls.join(states[list(STATES)])


def _members(inputs) -> pd.DataFrame:
    wide = inputs.csv(WIDE)
    # Two columns repeat a state with a stray letter in its name.
    wide = wide.drop(columns=[name for name in wide if name.startswith("y ")])
    return wide[wide["year"] < UN_LISTS_FROM]


def third_states(inputs) -> pd.DataFrame:
    """Count third states' votes where China and Russia vote alike and against the US."""
    wide = _members(inputs)
    early = wide.rename(columns={name: iso3 for iso3, (_, name) in STATES.items()})
    calls = inputs.facts("unga_rollcalls")
    late = by_state(calls, inputs.facts("un_members")).reset_index(drop=True)
    late.insert(0, "year", calls["date"].str[:4].astype(int))
    late = late[late["year"] >= UN_LISTS_FROM]
    parts = [
        third_states_by_year(early.drop(columns=["n", "resolution"])),
        third_states_by_year(late),
    ]
    return pd.concat(parts).reset_index()
