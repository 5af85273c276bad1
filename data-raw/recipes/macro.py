"""Output, population, trade openness and exchange rates of the countries the lessons use.

World Bank figures, in part through Gapminder; the exchange rates are the IMF's.
"""

import pandas as pd

GDP = "worldbank-gdp/gdp.csv"
POPULATION = "worldbank-population/population.csv"
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


def macro(inputs) -> pd.DataFrame:
    """Join output, population and openness, one row per country and year."""
    index = ["iso3", "year"]
    gdp = _world_bank(inputs, GDP, "gdp_bn", 1e9)
    people = _world_bank(inputs, POPULATION, "population_mn", 1e6)
    more = inputs.csv(GAPMINDER)
    more = more[more["indicator"].isin(INDICATORS)]
    more = more.assign(iso3=more["geo"].str.upper(), year=more["time"])
    more = more.pivot_table(index=index, columns="indicator", values="value")
    more = more.rename(columns=INDICATORS)
    more["gdp_2015_bn"] /= 1e9
    table = pd.concat([gdp, people, more], axis=1).reset_index()
    table = table[table["iso3"].isin(COUNTRIES) & table["year"].between(1990, 2024)]
    return table.assign(country=table["iso3"].map(COUNTRIES)).sort_values(index)


def _world_bank(inputs, name: str, column: str, divide: float) -> pd.Series:
    frame = inputs.csv(name).rename(columns={"Country Code": "iso3", "Year": "year"})
    return (frame.set_index(["iso3", "year"])["Value"] / divide).rename(column)


def exchange_rates(inputs) -> pd.DataFrame:
    """Return yearly averages from 1994 on."""
    frame = inputs.csv(RATES)
    frame = frame[frame["Country"].isin(CURRENCIES)]
    table = pd.DataFrame(
        {
            "year": frame["Date"].str[:4].astype(int),
            "currency": frame["Country"].map(CURRENCIES),
            "per_usd": frame["Rate"],
        }
    )
    return table[table["year"] >= 1999].sort_values(["currency", "year"])
