"""The Energy Institute's matrix of Russian energy exports by destination in 2023."""

import pandas as pd

from alignment.sources.raw import Raw
from alignment.sources.recipe import Recipe, facts_basis, number, text

MATRIX = "energy-institute-2024-extract/russia_energy_exports_by_destination_2023.csv"
COMMODITIES = {
    "oil crude": "crude oil",
    "gas pipeline": "pipeline gas",
    "gas LNG": "LNG",
    "coal": "coal",
}
AREAS = {"North America", "S. & Cent. America", "Europe", "CIS", "Middle East", "Africa"}
AREAS |= {"Asia Pacific", "Middle East & Africa"}
GAS = {"pipeline gas", "LNG"}
AREA_OF = {
    **dict.fromkeys(
        ["China", "India", "Japan", "Singapore", "South Korea", "Taiwan"], "Asia Pacific"
    ),
    "Other Asia Pacific": "Asia Pacific",
    **dict.fromkeys(["EU", "Rest of Europe", "Other EU", "Belgium", "France"], "Europe"),
    **dict.fromkeys(["Italy", "Spain", "Turkey", "Europe"], "Europe"),
    **dict.fromkeys(["Belarus", "Kazakhstan", "Other CIS", "CIS"], "CIS"),
    "Brazil": "S. & Cent. America",
    "Kuwait": "Middle East & Africa",
}
NAMES = {"Turkey": "Türkiye", "EU": "European Union"}


def energy_destinations(raw: Raw) -> pd.DataFrame:
    """Quantities by destination; a column says which rows already contain others."""
    frame = raw.csv(MATRIX)
    frame["commodity"] = frame["commodity"].map(COMMODITIES)
    frame["value"] = frame["value"].round(4)
    frame = frame[frame["value"] > 0].copy()
    is_area = frame["destination"].isin(AREAS) & frame["commodity"].isin(GAS)
    is_total = frame["destination"].str.startswith("Total")
    frame["level"] = "destination"
    frame.loc[is_area, "level"] = "area"
    frame.loc[is_total, "level"] = "total"
    frame["area"] = frame["destination"].map(AREA_OF).fillna(frame["destination"])
    frame.loc[is_total, ["area", "destination"]] = "World"
    frame["destination"] = frame["destination"].replace(NAMES)
    return frame[["commodity", "level", "area", "destination", "value", "unit"]]


RECIPES = (
    Recipe(
        name="energy_destinations_2023",
        title="Russian energy exports by destination, 2023",
        description="Quantities of crude oil, pipeline gas, LNG and coal. Rows of level `area` "
        "and `total` contain rows of level `destination`: never add them together.",
        build=energy_destinations,
        fields=(
            text("commodity", "kind of energy", values=tuple(COMMODITIES.values()), required=True),
            text(
                "level",
                "destination: finest row; area: sum of its destinations; total: sum of all",
                values=("destination", "area", "total"),
                required=True,
            ),
            text("area", "part of the world the destination lies in", required=True),
            text("destination", "country or group of countries", required=True),
            number("value", "quantity", "see column unit", 4, minimum=0, required=True),
            text("unit", "million tonnes, billion cubic metres or exajoules", required=True),
        ),
        key=("commodity", "level", "destination"),
        sources=("energy_institute",),
        licence="© Energy Institute; brief quotation with attribution",
        basis=facts_basis("extract: {rows} of {raw_rows} numbers of one country's row"),
        vintage="Statistical Review of World Energy 2024 (73rd edition)",
        coverage="the year 2023",
        breaks=(
            "Gas is counted in standard cubic metres: 21.3 to China where Gazprom reports 22.73.",
            "Crude oil and coal have no area rows; Europe is then a destination of its own.",
        ),
        relations=(
            {
                "kind": "levels",
                "column": "value",
                "within": ["commodity"],
                "level": "level",
                "group": "area",
                "tolerance": 0.01,
            },
        ),
    ),
)
