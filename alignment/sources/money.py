"""Swap lines and development finance: who lends to whom, and in which money.

Amounts keep the unit of their publisher; the columns say which.
"""

import pandas as pd

from alignment.sources.raw import Raw
from alignment.sources.recipe import (
    Recipe,
    date,
    facts_basis,
    integer,
    licence_basis,
    number,
    text,
    truth,
    year,
)

SWAPS = "liquidity-lines-bfr/liquidity_lines_current_v19_upload.csv"
ADDRESS = (
    "https://raw.githubusercontent.com/s-mahdihosseini/Network_Web/"
    "19f3584cd703b6009352354f1ff5bd0dc803632f/liquidity_lines_current_v19_upload.csv"
)
COUNTRIES = "aiddata-gcdf-agg/gcdf3_country_commitments.csv"
FLOWS = "aiddata-gcdf-agg/gcdf3_yearly_flows.csv"
FLOW_CLASSES = {
    "ODA-like": "aid-like",
    "OOF-like": "loan-like",
    "Vague (Official Finance)": "unclear",
}


def swap_lines(raw: Raw) -> pd.DataFrame:
    """Return the agreements in which China or the United States is the source."""
    frame = raw.csv(SWAPS, encoding="utf-8-sig")
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


def development_finance_flows(raw: Raw) -> pd.DataFrame:
    """Return China's commitments by year and kind."""
    frame = raw.csv(FLOWS)
    return pd.DataFrame(
        {
            "year": frame["commitment_year"],
            "kind": frame["flow_class"].map(FLOW_CLASSES),
            "usd_2021_bn": frame["commitments_bn"],
        }
    ).sort_values(["year", "kind"])


def development_finance_countries(raw: Raw) -> pd.DataFrame:
    """Return the thirty largest recipients of China's commitments."""
    frame = raw.csv(COUNTRIES).nlargest(30, "total_commitments_bn")
    return frame.rename(
        columns={
            "iso3c": "iso3",
            "country_name": "country",
            "total_commitments_bn": "usd_2021_bn",
            "weighted_interest_rate": "interest_pct",
        }
    )


RECIPES = (
    Recipe(
        name="swap_lines",
        title="Swap and repo lines of the central banks of China and the United States",
        description="One row per agreement. Renewals are rows of their own: count partners whose "
        "line is live on a day.",
        build=swap_lines,
        fields=(
            integer("deal", "number of the agreement", required=True),
            text("source", "country that lends its money", values=("CHN", "USA"), required=True),
            text("recipient", "country code of the partner", required=True),
            text("partner", "name of the partner", required=True),
            date("start", "first day", required=True, shadow="shift"),
            date("end", "last day; empty if open", shadow="shift"),
            text(
                "kind",
                "reciprocal, unidirectional, or a pooled fund of several states",
                values=("reciprocal", "unidirectional", "pooled fund"),
                required=True,
            ),
            text("form", "swap (two moneys) or repo (against securities)"),
            text("currency", "currency of the amount"),
            number("amount_bn", "size", "billion of the currency", 3, minimum=0),
            truth("unlimited", "true if there is no limit", required=True),
        ),
        key=("deal",),
        sources=("liquidity_lines",),
        licence="freely available for other researchers to use, as the authors' notes say",
        basis=licence_basis("extract of {rows} of {raw_rows} agreements"),
        vintage="data set v19, May 2024",
        coverage="1994 to 2023",
        breaks=(
            "Rows are agreements, not partners; pooled funds have one row per pair.",
            "The line with Russia ends on 23 November 2023 in these data.",
            "A repo against Treasuries is not a swap line.",
        ),
        relations=({"kind": "order", "columns": ["start", "end"]},),
        upstream={SWAPS: {"url": ADDRESS, "moves": False}},
    ),
    Recipe(
        name="development_finance_flows",
        title="China's official finance to developing countries, by year",
        description="Commitments, not payments.",
        build=development_finance_flows,
        fields=(
            year("year of the commitment"),
            text("kind", "kind", values=tuple(FLOW_CLASSES.values()), required=True),
            number("usd_2021_bn", "commitments", "billion US dollars of 2021", 4, minimum=0),
        ),
        key=("year", "kind"),
        sources=("aiddata",),
        licence="not seen for the data (the package that holds them is under MIT)",
        basis=facts_basis("{rows} yearly sums"),
        vintage="GCDF 3.0, 2023",
        coverage="2000 to 2021, low- and middle-income countries",
        breaks=("The release of 2025 counts rich countries too: see `lending_points`.",),
    ),
    Recipe(
        name="development_finance_countries",
        title="Largest recipients of China's official finance",
        description="Commitments of 2000 to 2021 together, thirty countries.",
        build=development_finance_countries,
        fields=(
            text("iso3", "country code", required=True),
            text("country", "name", required=True),
            number("usd_2021_bn", "commitments", "billion US dollars of 2021", 3, minimum=0),
            number("interest_pct", "average interest, weighted by size", "per cent", 3, minimum=0),
        ),
        key=("iso3",),
        sources=("aiddata",),
        licence="not seen for the data (the package that holds them is under MIT)",
        basis=facts_basis("extract of {rows} of {raw_rows} countries, two of eight columns"),
        vintage="GCDF 3.0, 2023",
        coverage="2000 to 2021",
        breaks=(
            "Rules of addition differ: press reports give Pakistan 70 where these data give 103.",
            "Commitments, not payments; rich countries are not included.",
        ),
    ),
)
