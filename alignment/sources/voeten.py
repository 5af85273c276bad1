"""Ideal points of states from roll calls in the UN General Assembly (Bailey, Strezhnev, Voeten)."""

import pandas as pd

from alignment.sources.raw import Raw
from alignment.sources.recipe import Recipe, licence_basis, number, text, year

POINTS = "unga-ideal-points-2025/idealpoints_july2025.csv"
STATES = {
    "CHN": "China",
    "RUS": "Russia",
    "USA": "United States",
    "GBR": "United Kingdom",
    "FRA": "France",
    "DEU": "Germany",
    "JPN": "Japan",
    "IND": "India",
    "IDN": "Indonesia",
    "BRA": "Brazil",
    "ZAF": "South Africa",
    "TUR": "Türkiye",
    "KAZ": "Kazakhstan",
    "IRN": "Iran",
    "PRK": "North Korea",
}


def ideal_points(raw: Raw) -> pd.DataFrame:
    """Cut to fifteen states and the estimate from final votes; China from 1971 on."""
    frame = raw.csv(POINTS)
    frame = frame[frame["iso3c"].isin(STATES) & frame["idealpointfp"].notna()]
    # Until 25 October 1971 the seat of China was held by the government in Taipei.
    frame = frame[~(frame["iso3c"].eq("CHN") & (frame["year"] < 1971))]
    frame = frame.assign(year=frame["year"].astype(int))
    return pd.DataFrame(
        {
            "iso3": frame["iso3c"],
            "state": frame["iso3c"].map(STATES),
            "year": frame["year"],
            "point": frame["idealpointfp"],
            "q5": frame["q5fp"],
            "q95": frame["q95fp"],
        }
    ).sort_values(["iso3", "year"])


RECIPES = (
    Recipe(
        name="ideal_points",
        title="Ideal points of fifteen states in the UN General Assembly",
        description="A state's position on one scale, estimated from its final votes in a year. "
        "The United States is positive by convention. The distance of two points says how "
        "differently two states vote.",
        build=ideal_points,
        fields=(
            text("iso3", "country code", values=tuple(STATES), required=True),
            text("state", "name", required=True),
            year(),
            number("point", "estimate", "standard deviations", 6, required=True),
            number("q5", "lower end of the 90 per cent interval", "standard deviations", 6),
            number("q95", "upper end of the 90 per cent interval", "standard deviations", 6),
        ),
        key=("iso3", "year"),
        sources=("voeten",),
        licence="CC0 1.0 as far as known (default of Harvard Dataverse; not restated in the copy)",
        basis=licence_basis("extract of {rows} of {raw_rows} country-years, final votes only"),
        vintage="release of July 2025",
        coverage="1946 to 2024; China from 1971, when its seat passed to Beijing",
        breaks=(
            "Russia continues the Soviet Union.",
            "Only the estimate from final votes is used; the one from all votes is empty in 2024.",
            "The estimate of 1971 for China mixes the votes before and after 25 October.",
        ),
        relations=({"kind": "order", "columns": ["q5", "point", "q95"]},),
    ),
)
