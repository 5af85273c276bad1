"""UN General Assembly texts on Ukraine: who voted how, and the tallies.

Three lists of states spell names differently; one dictionary makes them one.
"""

import pandas as pd

from alignment.sources import facts
from alignment.sources.raw import Raw
from alignment.sources.recipe import (
    FACTS_LICENCE,
    FROM_SOURCES,
    Field,
    Recipe,
    confidence_column,
    date,
    facts_basis,
    integer,
    source_column,
    text,
)
from alignment.sources.unga import LATEST, LONG, UN_LICENCE

EARLY = "unga-ukraine-votes/ukraine_resolutions_2014_2022_votes.csv"
ES11_7 = "facts-security/es11_7_votes_by_country.csv"
SELECTED = "facts-security/unga_ukraine_votes_selected_states.csv"
TALLIES = "facts-security/unga_ukraine_tallies_2014_2025.csv"
CODES = "worldbank-population/population.csv"
SPELLED = {
    "Bahamas": "BHS",
    "Bosnia-Herzegovina": "BIH",
    "Brunei": "BRN",
    "Cape Verde": "CPV",
    "Central African Rep.": "CAF",
    "Congo": "COG",
    "Czech Republic": "CZE",
    "Côte d'Ivoire": "CIV",
    "Dem. Rep. Congo": "COD",
    "Dominican Rep.": "DOM",
    "Egypt": "EGY",
    "Eq. Guinea": "GNQ",
    "Gambia": "GMB",
    "The Gambia": "GMB",
    "Iran": "IRN",
    "Kyrgyzstan": "KGZ",
    "Laos": "LAO",
    "Macedonia": "MKD",
    "Micronesia": "FSM",
    "North Korea": "PRK",
    "Republic of Korea": "KOR",
    "South Korea": "KOR",
    "Russia": "RUS",
    "S. Sudan": "SSD",
    "Saint Kitts and Nevis": "KNA",
    "Saint Lucia": "LCA",
    "Saint Vincent and Grenadines": "VCT",
    "Saint Vincent and the Grenadines": "VCT",
    "Slovakia": "SVK",
    "Somalia": "SOM",
    "Swaziland": "SWZ",
    "Syria": "SYR",
    "São Tomé and Príncipe": "STP",
    "Turkey": "TUR",
    "United States of America": "USA",
    "Venezuela": "VEN",
    "Vietnam": "VNM",
    "Yemen": "YEM",
}
# Read on pages other than the collector's: South Africa abstained on the text of October 2022.
VERIFIED = (
    (
        "ES-11/4",
        "ZAF",
        "A",
        "https://www.i24news.tv/en/news/ukraine-conflict/"
        "1665626595-un-resolution-condemns-russian-annexation",
    ),
)
LASTING_PEACE = "Lasting peace 2026"
TEXTS = {"Support for lasting peace in Ukraine": LASTING_PEACE}
SUBJECTS = {
    "68/262": "Territorial integrity of Ukraine",
    "ES-11/1": "Aggression against Ukraine",
    "ES-11/2": "Humanitarian consequences",
    "ES-11/3": "Russia's seat in the Human Rights Council",
    "ES-11/4": "Annexation of regions of Ukraine",
    "ES-11/5": "Remedy and reparation",
    "ES-11/6": "Principles for a peace",
    "ES-11/7": "A just and lasting peace (text of Ukraine)",
    "ES-11/8": "The path to peace (text of the US, amended)",
    "80/223": "Human rights in occupied territories",
    LASTING_PEACE: "Support for lasting peace",
}


def ukraine_votes(raw: Raw) -> pd.DataFrame:
    """Join complete lists, single states and the ten states of 2025."""
    parts = [_early(raw), _es11_7(raw), _selected(raw), _ten_states(raw), _verified()]
    table = pd.concat(parts, ignore_index=True).drop_duplicates(["text", "iso3"])
    table["state"] = table["iso3"].map(_names(raw))
    order = {name: place for place, name in enumerate(ALL_TEXTS)}
    return table.sort_values(
        ["text", "iso3"], key=lambda c: c.map(order) if c.name == "text" else c
    )


ALL_TEXTS = (*list(SUBJECTS)[:9], "ES-11/9", "80/223", LASTING_PEACE)


def _early(raw: Raw) -> pd.DataFrame:
    frame = raw.csv(EARLY)
    return _rows(raw, frame, frame["resolution"], "ukraine_lists")


def _es11_7(raw: Raw) -> pd.DataFrame:
    frame = facts.table(raw, ES11_7)
    table = _rows(raw, frame, frame["resolution"], frame["source_id"])
    return table.assign(confidence=frame["confidence"])


def _rows(raw: Raw, frame: pd.DataFrame, symbols: pd.Series, source) -> pd.DataFrame:
    codes = _codes(raw)
    return pd.DataFrame(
        {
            "text": symbols,
            "iso3": frame["country_as_spelled"].map(lambda name: SPELLED.get(name) or codes[name]),
            "vote": frame["vote"].map(LONG),
            "source_id": source,
        }
    )


def _selected(raw: Raw) -> pd.DataFrame:
    frame = facts.table(raw, SELECTED).dropna(subset="vote")
    return pd.DataFrame(
        {
            "text": frame["resolution"].replace(TEXTS),
            "iso3": frame["country_iso3"],
            "vote": frame["vote"].map(LONG),
            "source_id": frame["source_id"],
            "confidence": frame["confidence"],
        }
    )


def _ten_states(raw: Raw) -> pd.DataFrame:
    frame = raw.csv(LATEST)
    symbols = frame["resolution"].str.removeprefix("A/RES/")
    frame = frame[symbols.isin(ALL_TEXTS)]
    return pd.DataFrame(
        {
            "text": frame["resolution"].str.removeprefix("A/RES/"),
            "iso3": frame["iso3"],
            "vote": frame["vote"].map(LONG),
            "source_id": "unga_2025",
        }
    )


def _verified() -> pd.DataFrame:
    rows = [(name, iso3, vote, facts.source_id(url)) for name, iso3, vote, url in VERIFIED]
    table = pd.DataFrame(rows, columns=["text", "iso3", "vote", "source_id"])
    return table.assign(confidence="high")


def _codes(raw: Raw) -> dict[str, str]:
    frame = raw.csv(CODES).drop_duplicates("Country Code")
    return dict(zip(frame["Country Name"], frame["Country Code"], strict=True))


def _names(raw: Raw) -> dict[str, str]:
    short = {
        code: name
        for name, code in SPELLED.items()
        if name not in ("Republic of Korea", "The Gambia", "Saint Vincent and Grenadines")
    }
    newer = {"CPV": "Cabo Verde", "SWZ": "Eswatini", "MKD": "North Macedonia", "TUR": "Türkiye"}
    newer |= {"CZE": "Czechia", "USA": "United States"}
    return {code: name for name, code in _codes(raw).items()} | short | newer


def ukraine_tallies(raw: Raw) -> pd.DataFrame:
    """Return yes, no, abstentions and absences of each text."""
    frame = facts.table(raw, TALLIES)
    symbol = frame["resolution"].str.removeprefix("A/RES/")
    symbol = symbol.mask(symbol.str.startswith("Support"), LASTING_PEACE)
    said = {iso3: frame[f"vote_{iso3}"].map(LONG) for iso3 in ("CHN", "RUS", "USA")}
    ten = _ten_states(raw).set_index(["iso3", "text"])["vote"]
    filled = {iso3: votes.fillna(symbol.map(ten[iso3])) for iso3, votes in said.items()}
    return frame.assign(text=symbol, subject=symbol.map(SUBJECTS), **filled)


def _count(name: str) -> Field:
    return integer(name, f"{name} votes", unit="states", minimum=0, maximum=193, shadow="tally193")


RECIPES = (
    Recipe(
        name="ukraine_votes",
        title="Votes of states on UN texts about Ukraine",
        description="One row per text and state: Y yes, N no, A abstain, X absent. Lists are "
        "complete for 68/262 and ES-11/1 (without absences); for ES-11/7 yes and no are "
        "complete and 18 of 65 abstentions are known; for the others selected states only.",
        build=ukraine_votes,
        fields=(
            text("text", "symbol of the text", values=ALL_TEXTS, required=True),
            text("iso3", "country code", required=True, pattern="[A-Z]{3}"),
            text("state", "name", required=True),
            text("vote", "vote", values=("Y", "N", "A", "X"), required=True, shadow="flip"),
            source_column(),
            confidence_column(pages_only=False),
        ),
        key=("text", "iso3"),
        sources=("ukraine_lists", "unga_2025", "press_un"),
        licence=UN_LICENCE,
        basis=facts_basis("{rows} votes"),
        vintage="lists of 2022 and 2025, pages of 2026",
        coverage="12 texts from March 2014 to February 2026",
        breaks=(
            "Never count abstentions or absences of ES-11/7 from this table: most are missing.",
            "A state without a row is not known, not absent.",
            "The votes of Brazil and the United States on ES-11/4 by state were not found in a "
            "list; the tally table has the US vote.",
        ),
        foreign=FROM_SOURCES,
    ),
    Recipe(
        name="ukraine_tallies",
        title="Results of UN votes about Ukraine",
        description="Yes, no, abstentions and absences of 193 members, and three votes.",
        build=ukraine_tallies,
        fields=(
            text("text", "symbol of the text", required=True),
            date("date", "day of the vote", required=True),
            text("subject", "subject in a few words", required=True),
            *(_count(name) for name in ("yes", "no", "abstain", "absent")),
            *(
                text(iso3, f"vote of {iso3}", values=("Y", "N", "A", "X"))
                for iso3 in ("CHN", "RUS", "USA")
            ),
            source_column(),
            confidence_column(),
        ),
        key=("text",),
        sources=("press_un", "unga_2025"),
        licence=FACTS_LICENCE,
        basis=facts_basis("{rows} results"),
        vintage="pages as of 23 November 2026",
        coverage="11 texts from March 2014 to February 2026",
        breaks=(
            "80/223 has no tally here.",
            "The share of yes votes depends on whether abstentions count: say which.",
        ),
        foreign=FROM_SOURCES,
        relations=(
            {"kind": "row_total", "columns": ["yes", "no", "abstain", "absent"], "total": 193},
            {
                "kind": "same_votes",
                "columns": ["CHN", "RUS", "USA"],
                "table": "ukraine_votes",
                "on": "text",
            },
        ),
    ),
)
