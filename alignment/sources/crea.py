"""CREA's estimate of what Russia earns from fossil fuels, by month and destination."""

import pandas as pd

from alignment.sources.raw import Raw
from alignment.sources.recipe import Recipe, date, facts_basis, integer, number, text

DAILY = "crea-russia-fossil/daily_flows.csv"
ADDRESS = (
    "https://raw.githubusercontent.com/kasmaslrn/Commodity_Exports/"
    "8fb908c60b625a28806f89904f7e4f322173da1e/daily_flows.csv"
)
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


def _daily(raw: Raw, variable: str) -> pd.DataFrame:
    frame = raw.csv(DAILY)
    frame = frame[frame["variable"] == variable].assign(date=pd.to_datetime(frame["date"]))
    return frame.set_index("date")[list(DESTINATIONS)].rename(columns=DESTINATIONS)


def fossil_revenue(raw: Raw) -> pd.DataFrame:
    """Sum the daily estimates of value and quantity by month."""
    value = _daily(raw, "value_eur") / 1e9
    tonnes = _daily(raw, "value_tonne") / 1e6
    months = value.index.to_period("M").to_timestamp()
    days = value.groupby(months).size()
    long = value.groupby(months).sum().rename_axis("month").stack().rename("eur_bn")
    mass = tonnes.groupby(tonnes.index.to_period("M").to_timestamp()).sum()
    frame = long.rename_axis(["month", "destination"]).reset_index()
    frame["mt"] = mass.stack().to_numpy()
    frame["days"] = frame["month"].map(days)
    return frame


def fossil_revenue_windows(raw: Raw) -> pd.DataFrame:
    """Average value per day before the invasion and in each year of the war."""
    value = _daily(raw, "value_eur") / 1e6
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


COMMON = {
    "sources": ("crea",),
    "licence": "none stated by the copy that was read; CREA's own terms were not seen",
    "upstream": {DAILY: {"url": ADDRESS, "moves": False}},
    "vintage": "version v2 of the tracker, read in September 2024; later versions revise it",
}
DESTINATION = text(
    "destination",
    "country or group of countries the fuel is shipped to",
    values=tuple(DESTINATIONS.values()),
    required=True,
)

RECIPES = (
    Recipe(
        name="fossil_revenue",
        title="Value and quantity of Russian fossil fuel exports, by month and destination",
        description="Oil, oil products, gas and coal together. An estimate from ship tracking "
        "and modelled prices, not a customs record.",
        build=fossil_revenue,
        fields=(
            date("month", "first day of the month", required=True),
            DESTINATION,
            number("eur_bn", "estimated value", "billion euros", 5, minimum=0, required=True),
            number("mt", "estimated quantity", "million tonnes", 4, minimum=0, required=True),
            integer("days", "days of the month that are covered", unit="days", minimum=1),
        ),
        key=("month", "destination"),
        basis=facts_basis(
            "monthly sums ({rows} rows) of a daily series; no daily value is shipped"
        ),
        coverage="14 January 2022 to 6 September 2024; the first and last month are partial",
        breaks=(
            "2022 starts on 14 January and 2024 ends on 6 September: never compare the two years.",
            "An estimate that is revised: the count published in June 2022 gives the EU 61 per "
            "cent of the first 100 days, these data give 58.",
        ),
        **COMMON,
    ),
    Recipe(
        name="fossil_revenue_windows",
        title="Value of Russian fossil fuel exports per day, in four periods",
        description="Average per day before the invasion of 24 February 2022 and in each year "
        "of the war, by destination.",
        build=fossil_revenue_windows,
        fields=(
            text("window", "name of the period", values=tuple(WINDOWS), required=True),
            date("start", "first day", required=True),
            date("end", "last day", required=True),
            integer("days", "length of the period", unit="days", minimum=1, required=True),
            DESTINATION,
            number(
                "mn_eur_per_day",
                "average estimated value",
                "million euros per day",
                4,
                minimum=0,
                required=True,
            ),
        ),
        key=("window", "destination"),
        basis=facts_basis("averages ({rows} rows) of a daily series; no daily value is shipped"),
        coverage="four periods between 14 January 2022 and 6 September 2024",
        breaks=("The first period has 41 days of winter; the last ends in September.",),
        **COMMON,
    ),
)
