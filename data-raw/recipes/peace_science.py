"""Alliances, disputes, rivalries and capabilities as scholars code them (peacesciencer).

The files are directed (each pair twice); here each pair and year appears once.
"""

import pandas as pd

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
DISPUTE_NOTES = {
    3007: "the war between China and Vietnam, coded as one dispute of several states",
    4485: "a fishing and vessel incident",
}


def alliance_obligations(inputs) -> pd.DataFrame:
    """Return which obligations were in force for eight pairs."""
    frame = inputs.csv(ATOP)
    parts = []
    for one, other in PAIRS:
        pair = frame[(frame["iso1"] == one) & (frame["iso2"] == other) & (frame["year"] >= 1945)]
        parts.append(pair.assign(pair=f"{one}-{other}"))
    table = pd.concat(parts).rename(columns=CLAUSES)
    for clause in CLAUSES.values():
        table[clause] = table[clause].astype(int).astype(bool)
    return table.assign(year=table["year"].astype(int)).sort_values(["pair", "year"])


def disputes(inputs) -> pd.DataFrame:
    """Return China–Russia militarised disputes since 1950 in two codings."""
    parts = []
    for name, file in (("GML", GML), ("COW", COW)):
        frame = inputs.csv(file)
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


def rivalries(inputs) -> pd.DataFrame:
    """Return rivalries that China, Russia or the United States were part of."""
    old = inputs.csv(TD).rename(columns={"styear": "start", "endyear": "end"})
    old["about"] = old[["type1", "type2", "type3"]].apply(_joined, axis=1)
    new = inputs.csv(TSS)
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


def capability_index(inputs) -> pd.DataFrame:
    """Return the composite index of national capability of three states."""
    frame = inputs.csv(NMC)
    frame = frame[frame["iso3"].isin(["CHN", "RUS", "USA"]) & frame["cinc"].notna()]
    frame = frame[~((frame["iso3"] == "CHN") & (frame["year"] < 1949))]
    return frame.assign(year=frame["year"].astype(int)).sort_values(["iso3", "year"])
