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
