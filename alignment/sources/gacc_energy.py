"""Energy from Russia to China: customs figures by month, the pipeline's figures by year.

Quantities are in million tonnes; values in billion US dollars.
"""

import pandas as pd

from alignment.sources import facts
from alignment.sources.raw import Raw
from alignment.sources.recipe import (
    FACTS_LICENCE,
    FROM_SOURCES,
    Recipe,
    confidence_column,
    date,
    facts_basis,
    number,
    source_column,
    year,
)

ENERGY = "china-customs-russia-energy/china_imports_energy_from_russia_monthly.csv"


def energy_imports(raw: Raw) -> pd.DataFrame:
    """Crude oil, coal, LNG and pipeline gas from Russia by month."""
    frame = raw.csv(ENERGY)
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


def gas_pipeline(raw: Raw) -> pd.DataFrame:
    """Gas through the Power of Siberia pipeline by year, as Gazprom reports it."""
    frame = facts.table(raw, "facts-economy/energy.csv")
    frame = frame[frame["indicator"].str.contains("via Power of Siberia", na=False)]
    frame = frame[frame["unit"] == "billion cubic metres"]
    frame = frame[frame["year_or_date"].astype(str).str.fullmatch(r"\d{4}")]
    return pd.DataFrame(
        {
            "year": frame["year_or_date"].astype(int),
            "bcm": frame["value"].astype(float),
            "design_capacity_bcm": 38.0,
            "source_id": frame["source_id"],
            "confidence": frame["confidence"],
        }
    ).sort_values("year")


RECIPES = (
    Recipe(
        name="energy_imports",
        title="China's imports of energy from Russia, by month",
        description="Quantity and value of crude oil, coal, liquefied gas (LNG) and pipeline gas.",
        build=energy_imports,
        fields=(
            date("month", "first day of the month", required=True),
            number("crude_mt", "crude oil", "million tonnes", 4, minimum=0),
            number("crude_bn_usd", "crude oil", "billion US dollars", 5, minimum=0),
            number("coal_mt", "coal of all kinds", "million tonnes", 4, minimum=0),
            number("coal_bn_usd", "coal of all kinds", "billion US dollars", 5, minimum=0),
            number(
                "lng_mt", "liquefied gas; no value is published", "million tonnes", 4, minimum=0
            ),
            number(
                "gas_mt", "pipeline gas; not published from 2022", "million tonnes", 4, minimum=0
            ),
            number("gas_bn_usd", "pipeline gas", "billion US dollars", 5, minimum=0),
        ),
        key=("month",),
        sources=("gacc_energy",),
        licence="China's customs figures are facts; the database they were read from is commercial",
        basis=facts_basis(
            "extract of {rows} of {raw_rows} months and 7 of 11 series, in other units"
        ),
        vintage="as published by March 2023",
        coverage="January 2015 to February 2023, monthly",
        breaks=(
            "Customs stopped publishing the quantity of pipeline gas in 2022.",
            "Pipeline gas is 0 before December 2019 (no pipeline) and in November 2020 "
            "(probably counted in December 2020).",
            "Some months of January and February were first published together.",
            "The series stop in February 2023; later years exist only as single published figures.",
        ),
    ),
    Recipe(
        name="gas_pipeline",
        title="Gas from Russia to China through the Power of Siberia pipeline",
        description="Deliveries by year as the seller reports them.",
        build=gas_pipeline,
        fields=(
            year(),
            number("bcm", "gas delivered", "billion cubic metres", 2, minimum=0, required=True),
            number(
                "design_capacity_bcm",
                "planned full capacity of the line",
                "billion cubic metres a year",
                1,
                shadow="keep",
            ),
            source_column(),
            confidence_column(),
        ),
        key=("year",),
        sources=("gazprom",),
        licence=FACTS_LICENCE,
        basis=facts_basis("{rows} published figures"),
        vintage="December 2025 and January 2026",
        coverage="2020 to 2025, yearly",
        breaks=(
            "The seller's cubic metres: the Energy Institute counts 21.3 for 2023 in standard "
            "cubic metres where Gazprom reports 22.73.",
        ),
        foreign=FROM_SOURCES,
    ),
)
