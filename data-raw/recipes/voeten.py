"""Ideal points of states from roll calls in the UN General Assembly (Bailey, Strezhnev, Voeten)."""

import pandas as pd

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


def ideal_points(inputs) -> pd.DataFrame:
    """Cut to fifteen states and the estimate from final votes; China from 1971 on."""
    frame = inputs.csv(POINTS)
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
