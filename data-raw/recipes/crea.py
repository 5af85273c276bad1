"""CREA's estimate of what Russia earns from fossil fuels, by month and destination."""

import pandas as pd

DAILY = "crea-russia-fossil/daily_flows.csv"
DESTINATIONS = {
    "EU": "European Union",
    "China": "China",
    "India": "India",
    "Turkey": "Türkiye",
    "South Korea": "South Korea",
    "United Kingdom": "United Kingdom",
    "United States": "United States",
    "Others": "Others",
}
WINDOWS = {
    "before": ("2022-01-14", "2022-02-23"),
    "war_year_1": ("2022-02-24", "2023-02-23"),
    "war_year_2": ("2023-02-24", "2024-02-23"),
    "war_year_3": ("2024-02-24", "2024-09-06"),
}


def _daily(inputs, variable: str) -> pd.DataFrame:
    frame = inputs.csv(DAILY)
    frame = frame[frame["variable"] == variable].assign(date=pd.to_datetime(frame["date"]))
    return frame.set_index("date")[list(DESTINATIONS)].rename(columns=DESTINATIONS)


def fossil_revenue(inputs) -> pd.DataFrame:
    """Sum the daily estimates of value and quantity by month."""
    value = _daily(inputs, "value_eur") / 1e9
    tonnes = _daily(inputs, "value_tonne") / 1e6
    months = value.index.to_period("M").to_timestamp()
    days = value.groupby(months).size()
    long = value.groupby(months).sum().rename_axis("month").stack().rename("eur_bn")
    mass = tonnes.groupby(tonnes.index.to_period("M").to_timestamp()).sum()
    frame = long.rename_axis(["month", "destination"]).reset_index()
    frame["mt"] = mass.stack().to_numpy()
    frame["days"] = frame["month"].map(days)
    return frame


def fossil_revenue_windows(inputs) -> pd.DataFrame:
    """Average value per day before the invasion and in each year of the war."""
    value = _daily(inputs, "value_eur") / 1e6
    parts = []
    for name, (start, end) in WINDOWS.items():
        mean = value.loc[start:end].mean()
        parts.append(
            pd.DataFrame(
                {
                    "window": name,
                    "start": pd.Timestamp(start),
                    "end": pd.Timestamp(end),
                    "days": len(value.loc[start:end]),
                    "destination": mean.index,
                    "mn_eur_per_day": mean.to_numpy(),
                }
            )
        )
    return pd.concat(parts)
