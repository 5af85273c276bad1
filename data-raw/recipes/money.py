"""Swap lines and development finance: who lends to whom, and in which money.

Amounts keep the unit of their publisher; the columns say which.
"""

import pandas as pd

SWAPS = "liquidity-lines-bfr/liquidity_lines_current_v19_upload.csv"
COUNTRIES = "aiddata-gcdf-agg/gcdf3_country_commitments.csv"
FLOWS = "aiddata-gcdf-agg/gcdf3_yearly_flows.csv"
FLOW_CLASSES = {
    "ODA-like": "aid-like",
    "OOF-like": "loan-like",
    "Vague (Official Finance)": "unclear",
}


def swap_lines(inputs) -> pd.DataFrame:
    """Return the agreements in which China or the United States is the source."""
    frame = inputs.csv(SWAPS, encoding="utf-8-sig")
    frame = frame[frame["ISO_source"].isin(["CHN", "USA"])]
    end = frame["end_date"].replace("31/12/9999", None)
    return pd.DataFrame(
        {
            "deal": frame["deal_ID"],
            "source": frame["ISO_source"],
            "recipient": frame["ISO_recipient"],
            "partner": frame["recipient_country"],
            "start": pd.to_datetime(frame["start_date"], format="%d/%m/%Y"),
            "end": pd.to_datetime(end, format="%d/%m/%Y"),
            "kind": frame["deal_type"],
            "form": frame["collateral"],
            "currency": frame["currency_of_deal"],
            "amount_bn": frame["deal_currency_amount"],
            "unlimited": frame["unlimited"].eq(1),
        }
    ).sort_values("deal")


def development_finance_flows(inputs) -> pd.DataFrame:
    """Return China's commitments by year and kind."""
    frame = inputs.csv(FLOWS)
    return pd.DataFrame(
        {
            "year": frame["commitment_year"],
            "kind": frame["flow_class"].map(FLOW_CLASSES),
            "usd_2021_bn": frame["commitments_bn"],
        }
    ).sort_values(["year", "kind"])


def development_finance_countries(inputs) -> pd.DataFrame:
    """Return the thirty largest recipients of China's commitments."""
    frame = inputs.csv(COUNTRIES).nlargest(30, "total_commitments_bn")
    return frame.rename(
        columns={
            "iso3c": "iso3",
            "country_name": "country",
            "total_commitments_bn": "usd_2021_bn",
            "weighted_interest_rate": "interest_pct",
        }
    )


def quantities(inputs) -> pd.DataFrame:
    """Return parts and wholes of money with their units, and in which wholes each part lies."""
    finance = inputs.table("finance_points")
    claim = finance.query("series == 'bilateral'").sort_values("period").iloc[-1]
    swift = finance.query("series == 'swift_rmb'").sort_values("period").iloc[-1]
    both = inputs.table("trade").set_index("year").loc[2025, "total"]
    china = inputs.table("china_world_trade").set_index("year").loc[2025, "total"]
    cofer = inputs.table("cofer").query("currency == 'CNY'").sort_values("start").iloc[-1]
    bonds = inputs.table("treasuries")
    bonds = bonds[bonds["month"].astype(str).str[:7] == "2025-12"].set_index("holder")["usd_bn"]
    pair, bn, points = "trade between China and Russia", "billion US dollars", "points of 100"
    treasury = ("2025-12", "stock", "US Treasury")
    abroad = "Treasuries held abroad"
    rows = [
        (
            f"{pair} in rouble and yuan",
            claim["value"] / 100 * both,
            bn,
            "2025",
            "flow",
            "Russian minister",
            f"{pair}; all trade of China",
        ),
        (pair, both, bn, "2025", "flow", "China Customs", "all trade of China"),
        ("all trade of China", china, bn, "2025", "flow", "China Customs", ""),
        (
            "payments in yuan",
            swift["value"],
            points,
            swift["period"],
            "flow",
            "SWIFT",
            "world payments (SWIFT)",
        ),
        ("world payments (SWIFT)", 100, points, swift["period"], "flow", "SWIFT", ""),
        (
            "reserves in yuan",
            cofer["pct"],
            points,
            cofer["quarter"],
            "stock",
            "IMF",
            "allocated world reserves",
        ),
        ("allocated world reserves", 100, points, cofer["quarter"], "stock", "IMF", ""),
        ("Treasuries held by China", bonds["China"], bn, *treasury, abroad),
        ("Treasuries kept in Belgium", bonds["Belgium"], bn, *treasury, abroad),
        ("Treasuries held by Japan", bonds["Japan"], bn, *treasury, abroad),
        (abroad, bonds["All foreign holders"], bn, *treasury, ""),
    ]
    columns = ["name", "value", "unit", "period", "kind", "claimant", "inside"]
    return pd.DataFrame(rows, columns=columns)
