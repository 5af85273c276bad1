"""The IMF's currency composition of official foreign exchange reserves (COFER)."""

import pandas as pd

COFER = "imf-cofer/cofer_world_quarterly_tidy.csv"
CURRENCIES = {
    "USD": ("USD", "US dollar"),
    "EUR": ("EUR", "euro"),
    "JPY": ("JPY", "Japanese yen"),
    "GBP": ("GBP", "pound sterling"),
    "CNY": ("CNY", "Chinese yuan (renminbi)"),
    "CAD": ("CAD", "Canadian dollar"),
    "AUD": ("AUD", "Australian dollar"),
    "CHF": ("CHF", "Swiss franc"),
    "OTHC": ("other", "all other currencies"),
}


def cofer(inputs) -> pd.DataFrame:
    """Shares of allocated reserves by currency and quarter."""
    frame = inputs.csv(COFER)
    frame = frame[frame["measure"] == "share_of_allocated_percent"]
    allocated = frame[frame["currency"] == "T"].set_index("quarter")["value"]
    frame = frame[frame["currency"].isin(CURRENCIES)]
    quarter = pd.PeriodIndex(frame["quarter"].str.replace("-", ""), freq="Q")
    order = list(CURRENCIES)
    return (
        pd.DataFrame(
            {
                "quarter": frame["quarter"],
                "start": quarter.to_timestamp(),
                "currency": frame["currency"].map(lambda code: CURRENCIES[code][0]),
                "name": frame["currency"].map(lambda code: CURRENCIES[code][1]),
                "pct": frame["value"],
                "allocated_pct": frame["quarter"].map(allocated),
                "order": frame["currency"].map(order.index),
            }
        )
        .sort_values(["quarter", "order"])
        .drop(columns="order")
    )
