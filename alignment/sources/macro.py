"""Output, population, trade openness and exchange rates of the countries the lessons use.

World Bank figures, in part through Gapminder; the exchange rates are the IMF's.
"""

import pandas as pd

from alignment.sources.raw import Raw
from alignment.sources.recipe import Recipe, facts_basis, licence_basis, number, text, year

GDP = "worldbank-gdp/gdp.csv"
POPULATION = "worldbank-population/population.csv"
PACKAGES = "https://raw.githubusercontent.com/datasets"
GAPMINDER = "gapminder-macro/gapminder_macro_25_countries_1990_2030.csv"
RATES = "imf-exchange-rates/imf_fx_annual_average_usd_selected.csv"
COUNTRIES = {
    "CHN": "China",
    "RUS": "Russia",
    "USA": "United States",
    "IND": "India",
    "BRA": "Brazil",
    "ZAF": "South Africa",
    "DEU": "Germany",
    "FRA": "France",
    "GBR": "United Kingdom",
    "JPN": "Japan",
    "KOR": "South Korea",
    "IDN": "Indonesia",
    "TUR": "Türkiye",
    "IRN": "Iran",
    "KAZ": "Kazakhstan",
    "UKR": "Ukraine",
    "VNM": "Viet Nam",
    "WLD": "World",
}
INDICATORS = {
    "total_gdp_us_inflation_adjusted": "gdp_2015_bn",
    "alternative_gdp_per_capita_ppp_wb": "gdp_ppp_per_head",
    "merchandise_trade_percent_of_gdp": "trade_pct_gdp",
}
CURRENCIES = {
    "China, People's Republic of": "CNY",
    "Russian Federation": "RUB",
    "Euro Area (EA)": "EUR",
    "Japan": "JPY",
    "India": "INR",
    "Türkiye, Republic of": "TRY",
    "Kazakhstan, Republic of": "KZT",
}


def macro(raw: Raw) -> pd.DataFrame:
    """Join output, population and openness, one row per country and year."""
    index = ["iso3", "year"]
    gdp = _world_bank(raw, GDP, "gdp_bn", 1e9)
    people = _world_bank(raw, POPULATION, "population_mn", 1e6)
    more = raw.csv(GAPMINDER)
    more = more[more["indicator"].isin(INDICATORS)]
    more = more.assign(iso3=more["geo"].str.upper(), year=more["time"])
    more = more.pivot_table(index=index, columns="indicator", values="value")
    more = more.rename(columns=INDICATORS)
    more["gdp_2015_bn"] /= 1e9
    table = pd.concat([gdp, people, more], axis=1).reset_index()
    table = table[table["iso3"].isin(COUNTRIES) & table["year"].between(1990, 2024)]
    return table.assign(country=table["iso3"].map(COUNTRIES)).sort_values(index)


def _world_bank(raw: Raw, name: str, column: str, divide: float) -> pd.Series:
    frame = raw.csv(name).rename(columns={"Country Code": "iso3", "Year": "year"})
    return (frame.set_index(["iso3", "year"])["Value"] / divide).rename(column)


def exchange_rates(raw: Raw) -> pd.DataFrame:
    """Return yearly averages from 1994 on."""
    frame = raw.csv(RATES)
    frame = frame[frame["Country"].isin(CURRENCIES)]
    table = pd.DataFrame(
        {
            "year": frame["Date"].str[:4].astype(int),
            "currency": frame["Country"].map(CURRENCIES),
            "per_usd": frame["Rate"],
        }
    )
    return table[table["year"] >= 1999].sort_values(["currency", "year"])


RECIPES = (
    Recipe(
        name="macro",
        title="Output, population and openness of countries",
        description="Output at current and constant prices, at purchasing power per head, "
        "population, and trade as a share of output.",
        build=macro,
        fields=(
            text("iso3", "country code; WLD is the world", values=tuple(COUNTRIES), required=True),
            text("country", "name", required=True),
            year(),
            number("gdp_bn", "output at current prices", "billion US dollars", 3, minimum=0),
            number("gdp_2015_bn", "output at prices of 2015", "billion US dollars of 2015", 3),
            number(
                "gdp_ppp_per_head",
                "output per head at purchasing power",
                "international dollars of 2021",
                1,
            ),
            number("population_mn", "population", "million persons", 4, minimum=0),
            number("trade_pct_gdp", "trade in goods as a share of output", "per cent", 3),
        ),
        key=("iso3", "year"),
        sources=("world_bank", "gapminder"),
        licence="CC BY 4.0 (World Bank; Gapminder); the packages that were read are ODC-PDDL 1.0",
        basis=licence_basis("extract of 18 economies, {rows} of {raw_rows} figures"),
        vintage="World Development Indicators of 2024 and 2025",
        coverage="1990 to 2024; output at current prices to 2023",
        breaks=(
            "Later releases revise recent years by a few per cent.",
            "Purchasing power is for comparing volumes, current dollars for comparing trade.",
        ),
        upstream={
            GDP: {"url": f"{PACKAGES}/gdp/main/data/gdp.csv", "moves": True},
            POPULATION: {"url": f"{PACKAGES}/population/main/data/population.csv", "moves": True},
        },
    ),
    Recipe(
        name="exchange_rates",
        title="Exchange rates against the US dollar",
        description="Yearly averages of the official rate.",
        build=exchange_rates,
        fields=(
            year(),
            text("currency", "currency code", values=tuple(CURRENCIES.values()), required=True),
            number("per_usd", "price of one US dollar", "units of the currency", 4, minimum=0),
        ),
        key=("currency", "year"),
        sources=("imf_rates",),
        licence="© International Monetary Fund; terms of use at imf.org",
        basis=facts_basis("extract of seven currencies, {rows} of {raw_rows} rates"),
        vintage="as collected in 2025",
        coverage="1999 to 2024",
        breaks=("After 2022 the official rate of the rouble is less of a market price.",),
    ),
)
