"""SIPRI: arms transfers as sums per pair and year, and military spending of nine countries.

The register's lines are summed at once; no line of it is shipped. TIV is a volume, not money.
"""

import pandas as pd

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


def arms_transfers(inputs) -> pd.DataFrame:
    """Return deliveries to China, Russia and North Korea by supplier and year."""
    frame = inputs.csv(NEW)
    frame = frame[frame["recipient"].isin(RECIPIENTS)]
    return frame.rename(columns={"tiv_millions": "tiv"}).sort_values(
        ["recipient", "supplier", "year"]
    )


def arms_exports_total(inputs) -> pd.DataFrame:
    """Return all deliveries of three suppliers by year."""
    frame = inputs.csv(NEW)
    frame = frame[frame["supplier"].isin(EXPORTERS)]
    total = frame.groupby(["supplier", "year"])["tiv_millions"].sum()
    return total.rename("tiv").reset_index()


def arms_categories(inputs) -> pd.DataFrame:
    """Return deliveries from Russia to China by kind of arms and year."""
    frame = inputs.csv(REGISTER)
    frame = frame[(frame["Supplier"] == "Russia") & (frame["Recipient"] == "China")]
    total = frame.groupby(["Delivery year", "Armament category"])["TIV delivery values"].sum()
    return total.rename("tiv").rename_axis(["year", "category"]).reset_index()


def arms_vintages(inputs) -> pd.DataFrame:
    """Return Russia's (the Soviet Union's) deliveries to China in two releases."""
    old, new = inputs.csv(OLD), inputs.csv(NEW)
    old = old[old["supplier"].isin(["Soviet Union", "Russia"]) & (old["recipient"] == "China")]
    new = new[(new["supplier"] == "Russia") & (new["recipient"] == "China")]
    years = pd.DataFrame({"year": range(1950, 2025)})
    older = years["year"].map(old.groupby("year")["tiv_millions"].sum())
    newer = years["year"].map(new.groupby("year")["tiv_millions"].sum())
    # Inside a release a year without deliveries is zero; outside its years it is unknown.
    years["tiv_2022"] = older.fillna(0).where(years["year"] <= 2021)
    years["tiv_2026"] = newer.fillna(0).where(years["year"] >= 1995)
    return years


def military_spending(inputs) -> pd.DataFrame:
    """Return spending of nine countries and of all countries together."""
    frame = inputs.csv(SPENDING)
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
