"""Alliances, disputes, rivalries and capabilities as scholars code them (peacesciencer).

The files are directed (each pair twice); here each pair and year appears once.
"""

import pandas as pd

from alignment.sources.raw import Raw
from alignment.sources.recipe import (
    FROM_SOURCES,
    Field,
    Recipe,
    facts_basis,
    integer,
    number,
    source_column,
    text,
    truth,
    year,
)

ATOP = "peacesciencer-cuts/atop_alliance_cut.csv"
GML = "peacesciencer-cuts/gml_mid_cut.csv"
COW = "peacesciencer-cuts/cow_mid_cut.csv"
NMC = "peacesciencer-cuts/cow_nmc_cut.csv"
TD = "peacesciencer-cuts/td_rivalries_cut.csv"
TSS = "peacesciencer-cuts/tss_rivalries_cut.csv"
PAIRS = (
    ("RUS", "CHN"),
    ("CHN", "PRK"),
    ("RUS", "PRK"),
    ("USA", "JPN"),
    ("USA", "KOR"),
    ("RUS", "IND"),
    ("RUS", "KAZ"),
    ("USA", "TWN"),
)
CLAUSES = {
    "atop_defense": "defence",
    "atop_neutral": "neutrality",
    "atop_nonagg": "nonaggression",
    "atop_consul": "consultation",
}
LICENCE = "academic use with citation; the package is under GPL-2"
DISPUTE_NOTES = {
    3007: "the war between China and Vietnam, coded as one dispute of several states",
    4485: "a fishing and vessel incident",
}


def alliance_obligations(raw: Raw) -> pd.DataFrame:
    """Return which obligations were in force for eight pairs."""
    frame = raw.csv(ATOP)
    parts = []
    for one, other in PAIRS:
        pair = frame[(frame["iso1"] == one) & (frame["iso2"] == other) & (frame["year"] >= 1945)]
        parts.append(pair.assign(pair=f"{one}-{other}"))
    table = pd.concat(parts).rename(columns=CLAUSES)
    for clause in CLAUSES.values():
        table[clause] = table[clause].astype(int).astype(bool)
    return table.assign(year=table["year"].astype(int)).sort_values(["pair", "year"])


def disputes(raw: Raw) -> pd.DataFrame:
    """Return China–Russia militarised disputes since 1950 in two codings."""
    parts = []
    for name, file in (("GML", GML), ("COW", COW)):
        frame = raw.csv(file)
        pair = (frame["iso1"] == "RUS") & (frame["iso2"] == "CHN") & (frame["year"] >= 1950)
        parts.append(frame[pair].assign(dataset=name))
    table = pd.concat(parts)
    whole = ["year", "dispnum", "hostlev", "fatality"]
    table[whole] = table[whole].astype(int)
    table = table.rename(columns={"dispnum": "dispute", "hostlev": "hostility"})
    table["fatality"] = table["fatality"].mask(table["fatality"] < 0)
    table["note"] = table["dispute"].map(DISPUTE_NOTES)
    table["source_id"] = table["dataset"].str.lower()
    return table.sort_values(["dataset", "year"])


def rivalries(raw: Raw) -> pd.DataFrame:
    """Return rivalries that China, Russia or the United States were part of."""
    old = raw.csv(TD).rename(columns={"styear": "start", "endyear": "end"})
    old["about"] = old[["type1", "type2", "type3"]].apply(_joined, axis=1)
    new = raw.csv(TSS)
    kinds = ["positional", "spatial", "ideological", "interventionary"]
    new["about"] = new[kinds].apply(lambda row: _joined(row.index[row == 1]), axis=1)
    table = pd.concat(
        [old.assign(dataset="Thompson & Dreyer 2012"), new.assign(dataset="Thompson et al. 2020")]
    )
    great = {"CHN", "RUS", "USA"}
    table = table[table["iso1"].isin(great) | table["iso2"].isin(great)]
    table["pair"] = table["iso1"] + "-" + table["iso2"]
    # The coding stops in the last year of the data; that is not the end of the rivalry.
    last = table["dataset"].map({"Thompson & Dreyer 2012": 2010, "Thompson et al. 2020": 2020})
    table["open"] = table["end"] == last
    table["source_id"] = "rivalries"
    return table.astype({"start": int, "end": int}).sort_values(["dataset", "pair", "start"])


def _joined(kinds) -> str:
    return ", ".join(sorted(str(kind) for kind in kinds if pd.notna(kind)))


def capability_index(raw: Raw) -> pd.DataFrame:
    """Return the composite index of national capability of three states."""
    frame = raw.csv(NMC)
    frame = frame[frame["iso3"].isin(["CHN", "RUS", "USA"]) & frame["cinc"].notna()]
    frame = frame[~((frame["iso3"] == "CHN") & (frame["year"] < 1949))]
    return frame.assign(year=frame["year"].astype(int)).sort_values(["iso3", "year"])


def _clause(name: str, what: str) -> Field:
    return truth(name, what, required=True, shadow="draw")


RECIPES = (
    Recipe(
        name="alliance_obligations",
        title="Treaty obligations of eight pairs of states",
        description="Which obligations a treaty in force put on the pair in a year (coding of "
        "ATOP). A pair without a row in a year had no coded treaty.",
        build=alliance_obligations,
        fields=(
            year(),
            text("pair", "two country codes", required=True),
            _clause("defence", "to fight if the other is attacked"),
            _clause("neutrality", "to stay out of the other's war"),
            _clause("nonaggression", "not to attack each other"),
            _clause("consultation", "to consult in a crisis"),
        ),
        key=("pair", "year"),
        sources=("atop",),
        licence=LICENCE,
        basis=facts_basis("extract of {rows} of {raw_rows} pair-years, eight pairs"),
        vintage="ATOP 5",
        coverage="1945 to 2018",
        breaks=(
            "RUS-CHN 1945 to 1949 is the Soviet treaty with the Republic of China.",
            "The data stop in 2018: that is the last row, not the end of a treaty. The treaty of "
            "June 2024 between Russia and North Korea is not in it.",
        ),
    ),
    Recipe(
        name="disputes",
        title="Militarised disputes between Russia and China since 1950",
        description="One row per dispute and year in two data sets that code differently.",
        build=disputes,
        fields=(
            text("dataset", "who coded it", values=("GML", "COW"), required=True),
            integer("year", "calendar year", required=True, shadow="shift"),
            integer("dispute", "number of the dispute", required=True),
            integer(
                "hostility",
                "1 none, 2 threat, 3 show of force, 4 use of force, 5 war",
                minimum=1,
                maximum=5,
                required=True,
                shadow="draw",
            ),
            integer("fatality", "level of deaths, 0 none to 6 over 999", minimum=0, maximum=6),
            text("note", "remark"),
            source_column(),
        ),
        key=("dataset", "year", "dispute"),
        foreign=FROM_SOURCES,
        sources=("gml", "cow"),
        licence=LICENCE,
        basis=facts_basis("extract of one pair: {rows} of {raw_rows} directed rows"),
        vintage="GML 2.2.1 and COW MID 5",
        coverage="GML to 2010, COW to 2014",
        breaks=(
            "The only war is the one between China and Vietnam; GML dates it 1979, COW 1978.",
            "1969 is coded 4, use of force: a coding rule, not a judgement.",
        ),
    ),
    Recipe(
        name="rivalries",
        title="Rivalries of China, Russia and the United States",
        description="Pairs of states that saw each other as enemies, as scholars date them.",
        build=rivalries,
        fields=(
            text("dataset", "who coded it", required=True),
            text("pair", "two country codes", required=True),
            integer("start", "first year", required=True, shadow="shift"),
            integer("end", "last coded year", required=True, shadow="shift"),
            truth("open", "true if the data stop before the rivalry does", required=True),
            text("about", "what it is about: ideological, interventionary, positional, spatial"),
            source_column(),
        ),
        key=("dataset", "pair", "start"),
        foreign=FROM_SOURCES,
        sources=("rivalries",),
        licence=LICENCE,
        basis=facts_basis("extract of {rows} of {raw_rows} rivalries"),
        vintage="2012 and 2020",
        coverage="rivalries to 2010 and to 2020",
        breaks=("The China–Russia rivalry is dated 1958 to 1989 in both.",),
    ),
    Recipe(
        name="capability_index",
        title="Composite index of national capability",
        description="A state's part of world steel, energy, population, cities, soldiers and "
        "military spending.",
        build=capability_index,
        fields=(
            year(),
            text("iso3", "country code", values=("CHN", "RUS", "USA"), required=True),
            number("cinc", "share of the world", "share of 1", 6, minimum=0, maximum=1),
        ),
        key=("iso3", "year"),
        sources=("nmc",),
        licence=LICENCE,
        basis=facts_basis("extract: one index of three states, {rows} of {raw_rows} rows"),
        vintage="COW National Material Capabilities 6",
        coverage="1945 to 2022; China from 1949",
        breaks=("Steel and population weigh much: the index says little about technology.",),
    ),
)
