"""Single published figures: dual-use goods, listings, money, energy, lending, limits.

One row is one figure on one page. They are points, not series: do not draw a line through them.
"""

import pandas as pd

from alignment.sources import facts, points_series
from alignment.sources.blocks import rows
from alignment.sources.raw import Raw
from alignment.sources.recipe import (
    FACTS_LICENCE,
    FROM_SOURCES,
    Recipe,
    confidence_column,
    facts_basis,
    integer,
    number,
    source_column,
    text,
)

ABOUT = r"approx|about|nearly|roughly|almost|around|rounded|little over|hardly|80-90"
AT_LEAST = r"more than|over\)|\(over|at least"
UNITS = {
    "percent": "per cent",
    "percent y/y": "per cent against a year before",
    "USD million per month": "million US dollars a month",
    "USD million": "million US dollars",
    "USD billion": "billion US dollars",
    "RMB trillion": "trillion yuan",
    "kilometres": "kilometres",
    "million tonnes": "million tonnes",
    "million barrels/day": "million barrels a day",
    "billion cubic metres": "billion cubic metres",
    "refinery plus several ports": "refinery, with several ports",
}


def points(raw: Raw, name: str, block: str) -> pd.DataFrame:
    """Read one file of facts; `block` gives each indicator its short code.

    An indicator without a code is left out.
    """
    frame = facts.table(raw, f"facts-economy/{name}.csv")
    codes = rows(block).set_index("indicator")
    frame = frame[frame["indicator"].isin(codes.index)]
    period = frame["year_or_date"].astype(str)
    return pd.DataFrame(
        {
            "series": frame["indicator"].map(codes["series"]),
            "item": frame["indicator"].map(codes["item"]),
            "period": period.str.replace("..", " to ", regex=False),
            "year": period.str.extract(r"(\d{4})")[0].astype(int),
            "value": frame["value"],
            "unit": frame["unit"].map(_unit),
            "bound": frame["unit"].map(_bound),
            "publisher": frame["publisher"],
            "source_id": frame["source_id"],
            "confidence": frame["confidence"],
        }
    ).sort_values(["series", "period", "value"])


def _unit(unit: str) -> str:
    plain = unit.split(" (")[0].strip()
    return UNITS.get(plain, plain)


def _bound(unit: str) -> str:
    lower = pd.Series([unit]).str
    if lower.contains(AT_LEAST).item():
        return "at least"
    return "about" if lower.contains(ABOUT).item() else "as printed"


def _fields(series: tuple[str, ...]) -> tuple:
    return (
        text("series", "short code of what is counted", values=series, required=True),
        text("item", "what is counted, and how it is defined", required=True),
        text("period", "day, month, quarter, year or span as published", required=True),
        integer("year", "first year of the period", required=True),
        number("value", "the figure", "see column unit", 4, required=True),
        text("unit", "unit of the figure", required=True),
        text(
            "bound",
            "as printed, about (rounded on the page), or at least (a lower bound)",
            values=("as printed", "about", "at least"),
            required=True,
        ),
        text("publisher", "who says so; `via` names the relay", required=True),
        source_column(),
        confidence_column(),
    )


def _recipe(name: str, file: str, block: str, **said) -> Recipe:
    series = tuple(dict.fromkeys(rows(block)["series"]))
    return Recipe(
        name=name,
        build=lambda raw: points(raw, file, block),
        fields=_fields(series),
        key=("series", "period", "publisher", "value"),
        licence=FACTS_LICENCE,
        basis=facts_basis("{rows} of {raw_rows} collected figures"),
        vintage="pages as of 23 November 2026",
        foreign=FROM_SOURCES,
        **said,
    )


RECIPES = (
    _recipe(
        "dual_use_figures",
        "dual-use",
        points_series.DUAL_USE,
        sources=("press_dual_use",),
        title="Published figures on dual-use goods from China to Russia",
        description="Shares, values and quantities, each with its own definition. Compare two "
        "figures only if list, period and direction are the same.",
        coverage="single figures for 2015 to 2025",
        breaks=(
            "China's share of what Russia imports depends on the list of goods and on whether "
            "the place of dispatch or the home of the brand counts.",
            "The Ukrainian council's 62 per cent and its total of 18.2 billion dollars have "
            "different bases: they do not fit together.",
            "Kilometres of fibre-optic cable are converted from rounded miles.",
            "The values for single customs codes were not found: there is no monthly series.",
        ),
    ),
    _recipe(
        "listings_counts",
        "sanctions",
        points_series.LISTINGS,
        sources=("press_listings",),
        title="Published counts of sanctions listings",
        description="How many persons, companies or banks were put on a list. There is no list "
        "of names here.",
        coverage="single counts for 2017 to 2026",
        breaks=(
            "Counts of Chinese persons on US lists are for all reasons, not only Russia.",
            "The 19th EU package has two lists: 4 asset freezes and 12 export restrictions.",
            "The counts printed for the 20th EU package could not be confirmed and are left out.",
        ),
    ),
    _recipe(
        "finance_points",
        "finance",
        points_series.FINANCE,
        sources=("press_finance",),
        title="Published figures on currencies and payments",
        description="Settlement shares, the yuan in world payments (SWIFT), China's payment "
        "system (CIPS), gold, and reserve shares under the IMF's new method.",
        coverage="single figures for 2014 to 2025",
        breaks=(
            "All shares of settlement between Russia and China come from Russian officials.",
            "Reserve shares from 2025-Q2 on use a new method: never join them to table `cofer`.",
            "The yuan's record in SWIFT payments, 4.74 per cent, is of July 2024.",
            "CIPS counts settled value; many of its messages travel through SWIFT.",
        ),
    ),
    _recipe(
        "energy_points",
        "energy",
        points_series.ENERGY,
        sources=("press_energy",),
        title="Published figures on Russian energy exports",
        description="Single figures for years that the monthly series does not reach.",
        coverage="single figures for 2022 to 2025",
        breaks=("A share of fossil revenue published in June 2022 was revised later.",),
    ),
    _recipe(
        "lending_points",
        "global-south",
        points_series.LENDING,
        sources=("press_lending",),
        title="Published figures on Chinese lending and the Belt and Road",
        description="The 2025 release of AidData and press figures.",
        coverage="single figures for 2000 to 2025",
        breaks=(
            "AidData's 2025 release counts rich countries too; it cannot be compared with tables "
            "`development_finance_flows` and `development_finance_countries` (2023 release).",
        ),
    ),
    _recipe(
        "limits_points",
        "limits-of-alignment",
        points_series.LIMITS,
        sources=("press_limits",),
        title="Published signs of limits: payments returned, purchases stopped",
        description="Single figures on what the cooperation did not do.",
        coverage="single figures for 2023 to 2025",
        breaks=("Mostly reactions to sanctions; they do not show what incentives would do.",),
    ),
)
