"""SIPRI: arms transfers as sums per pair and year, and military spending of nine countries.

The register's lines are summed at once; no line of it is shipped. TIV is a volume, not money.
"""

import pandas as pd

from alignment.sources.raw import Raw
from alignment.sources.recipe import Field, Recipe, facts_basis, number, text, year

NEW = "sipri-arms-transfers/sipri_tiv_pairs_1995_2024.csv"
OLD = "sipri-arms-transfers/sipri_tiv_pairs_360info.csv"
REGISTER = "sipri-arms-transfers/sipri_register_russia_china_1995_2024.csv"
SPENDING = "sipri-milex-2025/sipri_milex_tidy.csv"
RECIPIENTS = ("China", "Russia", "North Korea")
EXPORTERS = ("Russia", "United States", "China")
COUNTRIES = {
    "China": "CHN",
    "Russia": "RUS",
    "United States of America": "USA",
    "India": "IND",
    "Japan": "JPN",
    "Korea, South": "KOR",
    "Germany": "DEU",
    "United Kingdom": "GBR",
    "Ukraine": "UKR",
}
MEASURES = {"Current_US": "usd_current", "Constant_2023_US": "usd_2023", "Share_of_GDP": "gdp_pct"}
LICENCE = "© SIPRI: excerpts with the source named; large extracts need permission"
NOT_MONEY = "TIV measures the volume of capability, not money; parts and chips are not in it."


def arms_transfers(raw: Raw) -> pd.DataFrame:
    """Return deliveries to China, Russia and North Korea by supplier and year."""
    frame = raw.csv(NEW)
    frame = frame[frame["recipient"].isin(RECIPIENTS)]
    return frame.rename(columns={"tiv_millions": "tiv"}).sort_values(
        ["recipient", "supplier", "year"]
    )


def arms_exports_total(raw: Raw) -> pd.DataFrame:
    """Return all deliveries of three suppliers by year."""
    frame = raw.csv(NEW)
    frame = frame[frame["supplier"].isin(EXPORTERS)]
    total = frame.groupby(["supplier", "year"])["tiv_millions"].sum()
    return total.rename("tiv").reset_index()


def arms_categories(raw: Raw) -> pd.DataFrame:
    """Return deliveries from Russia to China by kind of arms and year."""
    frame = raw.csv(REGISTER)
    frame = frame[(frame["Supplier"] == "Russia") & (frame["Recipient"] == "China")]
    total = frame.groupby(["Delivery year", "Armament category"])["TIV delivery values"].sum()
    return total.rename("tiv").rename_axis(["year", "category"]).reset_index()


def arms_vintages(raw: Raw) -> pd.DataFrame:
    """Return Russia's (the Soviet Union's) deliveries to China in two releases."""
    old, new = raw.csv(OLD), raw.csv(NEW)
    old = old[old["supplier"].isin(["Soviet Union", "Russia"]) & (old["recipient"] == "China")]
    new = new[(new["supplier"] == "Russia") & (new["recipient"] == "China")]
    years = pd.DataFrame({"year": range(1950, 2025)})
    older = years["year"].map(old.groupby("year")["tiv_millions"].sum())
    newer = years["year"].map(new.groupby("year")["tiv_millions"].sum())
    # Inside a release a year without deliveries is zero; outside its years it is unknown.
    years["tiv_2022"] = older.fillna(0).where(years["year"] <= 2021)
    years["tiv_2026"] = newer.fillna(0).where(years["year"] >= 1995)
    return years


def military_spending(raw: Raw) -> pd.DataFrame:
    """Return spending of nine countries and of all countries together."""
    frame = raw.csv(SPENDING)
    frame = frame[frame["year"].between(1992, 2024) & frame["measure"].isin(MEASURES)]
    wide = frame.pivot_table(index=["country", "year"], columns="measure", values="value")
    wide = wide.rename(columns=MEASURES).reset_index()
    # The row "European Union" is an institution's own budget, not a country.
    states = wide[wide["country"] != "European Union"]
    world = states.groupby("year")[["usd_current", "usd_2023"]].sum().reset_index()
    world = world.assign(country="World", iso3="WLD")
    chosen = states[states["country"].isin(COUNTRIES)]
    chosen = chosen.assign(iso3=chosen["country"].map(COUNTRIES)).replace(
        {"country": {"United States of America": "United States", "Korea, South": "South Korea"}}
    )
    return pd.concat([chosen, world]).sort_values(["iso3", "year"])


def _tiv(name: str = "tiv", what: str = "deliveries", **more) -> Field:
    return number(name, what, "million TIV", 2, minimum=0, **more)


RECIPES = (
    Recipe(
        name="arms_transfers",
        title="Deliveries of major arms to China, Russia and North Korea",
        description="Sums per supplier, recipient and year. A pair without a row in a year had "
        "no recorded delivery.",
        build=arms_transfers,
        fields=(
            text("supplier", "supplier as SIPRI names it", required=True),
            text("recipient", "recipient", values=RECIPIENTS, required=True),
            year("year of delivery"),
            _tiv(required=True),
        ),
        key=("supplier", "recipient", "year"),
        sources=("sipri_arms",),
        licence=LICENCE,
        basis=facts_basis("sums per pair and year, extract of {rows} of {raw_rows} pairs"),
        vintage="database of 12 February 2026",
        coverage="1995 to 2024",
        breaks=(
            NOT_MONEY,
            "Sums of rounded lines: they differ by a few TIV from SIPRI's own tables.",
            "Older releases give other values: see table `arms_vintages`.",
        ),
    ),
    Recipe(
        name="arms_exports_total",
        title="All deliveries of major arms by Russia, the United States and China",
        description="Sums over all recipients, by year.",
        build=arms_exports_total,
        fields=(
            text("supplier", "supplier", values=EXPORTERS, required=True),
            year("year of delivery"),
            _tiv(required=True),
        ),
        key=("supplier", "year"),
        sources=("sipri_arms",),
        licence=LICENCE,
        basis=facts_basis("{rows} sums over {raw_rows} pairs and years"),
        vintage="database of 12 February 2026",
        coverage="1995 to 2024",
        breaks=(
            NOT_MONEY,
            "The fall of 64 per cent is printed for three different things: name flow and years.",
        ),
    ),
    Recipe(
        name="arms_categories",
        title="Major arms from Russia to China by kind",
        description="Sums per category and year of delivery.",
        build=arms_categories,
        fields=(
            year("year of delivery"),
            text("category", "kind of arms", required=True),
            _tiv(required=True),
        ),
        key=("year", "category"),
        sources=("sipri_arms",),
        licence=LICENCE,
        basis=facts_basis("{rows} sums per category and year; no line of the register is shipped"),
        vintage="database of 12 February 2026",
        coverage="1995 to 2024",
        breaks=(NOT_MONEY,),
    ),
    Recipe(
        name="arms_vintages",
        title="Russian arms deliveries to China in two releases of the same database",
        description="The same figures as published in 2022 and in 2026. The older one gives the "
        "Soviet Union to 1991.",
        build=arms_vintages,
        fields=(
            year("year of delivery"),
            _tiv("tiv_2022", "deliveries in the release of 2022"),
            _tiv("tiv_2026", "deliveries in the release of 2026"),
        ),
        key=("year",),
        sources=("sipri_arms_2022", "sipri_arms"),
        licence=LICENCE,
        basis=facts_basis("{rows} yearly sums of one pair"),
        vintage="2022 and 12 February 2026",
        coverage="1950 to 2021 and 1995 to 2024",
        breaks=(
            "Never join the two: the fall at the seam would be an artefact. If you must, use the "
            "older one to 1994 and the newer one from 1995.",
            NOT_MONEY,
        ),
    ),
    Recipe(
        name="military_spending",
        title="Military spending of nine countries and the world",
        description="Current dollars, constant dollars of 2023 and share of output.",
        build=military_spending,
        fields=(
            text("iso3", "country code; WLD is the sum of all countries", required=True),
            text("country", "name", required=True),
            year(),
            number("usd_current", "spending at prices of the year", "million US dollars", 1),
            number("usd_2023", "spending at prices of 2023", "million US dollars of 2023", 1),
            number("gdp_pct", "share of the country's output", "per cent", 3, minimum=0),
        ),
        key=("iso3", "year"),
        sources=("sipri_milex",),
        licence=LICENCE,
        basis=facts_basis("extract of nine countries and our sum of the others"),
        vintage="release of 2025",
        coverage="1992 to 2024",
        breaks=(
            "The figures of China and Russia are SIPRI's estimates.",
            "The world is our sum without the row European Union, which is an institution.",
            "Growth in current dollars mixes prices and exchange rates: use dollars of 2023.",
        ),
    ),
)
