"""China's customs (GACC): trade and energy; all figures are seen from China."""

import pandas as pd

ENERGY = "china-customs-russia-energy/china_imports_energy_from_russia_monthly.csv"
SPAN = r"^(?P<year>\d{4})-(?:H1|(?P<first>\d\d)(?:\.\.\d{4}-(?P<last>\d\d))?)$"
SHARES = {
    "share_of_china_pct": "total",
    "share_of_china_exports_pct": "exports",
    "share_of_china_imports_pct": "imports",
}


def trade(inputs) -> pd.DataFrame:
    """Trade by year, with Russia's share of China's world trade where that is known."""
    frame = inputs.typed(inputs.facts("trade"))
    both = frame.merge(
        inputs.table("china_world_trade"), on="year", how="left", suffixes=("", "_world")
    )
    for column, flow in SHARES.items():
        frame[column] = (100 * both[flow] / both[f"{flow}_world"]).to_numpy()
    return frame


def trade_published(inputs) -> pd.DataFrame:
    """Return one row per period and page: total, exports and imports as printed."""
    frame = inputs.facts("pages/china-russia-trade")
    frame = frame[frame["flow"].notna()].join(spans(frame["period"]))
    frame = frame[frame["months"].between(1, 11)]
    frame["value"] = pd.to_numeric(frame["value"])
    page = ["start", "end", "months", "source_id", "publisher"]
    values = frame.pivot_table(index=page, columns="flow", values="value", aggfunc="first")
    # A page is as sure as its least sure figure: "medium" comes after "high".
    sure = frame.groupby(page)["confidence"].max()
    return values.join(sure).reset_index().sort_values(["start", "end", "source_id"])


def spans(periods: pd.Series) -> pd.DataFrame:
    """Return first day, last day and length of periods: 2023-05, 2023-01..2023-05 or 2023-H1."""
    parts = periods.str.extract(SPAN)
    half = periods.str.endswith("H1")
    first = parts["first"].mask(half, "01")
    last = parts["last"].fillna(parts["first"]).mask(half, "06")
    start = pd.to_datetime(parts["year"] + "-" + first + "-01")
    end = pd.to_datetime(parts["year"] + "-" + last + "-01") + pd.offsets.MonthEnd(0)
    months = last.astype(float) - first.astype(float) + 1
    return pd.DataFrame({"start": start, "end": end, "months": months})


def gas_pipeline(inputs) -> pd.DataFrame:
    """Gas through the Power of Siberia pipeline by year, as Gazprom reports it."""
    frame = inputs.facts("pages/energy")
    frame = frame[frame["series"] == "power_of_siberia"]
    return frame.assign(
        year=frame["period"].astype(int), bcm=frame["value"].astype(float), design_capacity_bcm=38.0
    ).sort_values("year")


def energy_imports(inputs) -> pd.DataFrame:
    """Crude oil, coal, LNG and pipeline gas from Russia by month."""
    frame = inputs.csv(ENERGY)
    frame = frame[frame["date"] >= "2015-01"]
    tonnes, kilograms, dollars = 1e6, 1e9, 1e9
    return pd.DataFrame(
        {
            "month": pd.to_datetime(frame["date"]),
            "crude_mt": frame["crude_kg"] / kilograms,
            "crude_bn_usd": frame["crude_usd"] / dollars,
            "coal_mt": frame["coal_t"] / tonnes,
            "coal_bn_usd": frame["coal_usd"] / dollars,
            "lng_mt": frame["lng_kg"] / kilograms,
            "gas_mt": frame["pipeline_gas_kg"] / kilograms,
            "gas_bn_usd": frame["pipeline_gas_usd"] / dollars,
        }
    )
