"""The Energy Institute's matrix of Russian energy exports by destination in 2023."""

import pandas as pd

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


def energy_destinations(inputs) -> pd.DataFrame:
    """Quantities by destination; a column says which rows already contain others."""
    frame = inputs.csv(MATRIX)
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
