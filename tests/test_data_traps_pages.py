"""Known traps of the collected pages and of some data sets; the others are in test_data_traps.

The heading over each group of tests is the collectors' folder whose note names the traps.
"""

import pandas as pd
import pytest

from alignment.tables import describe, load, names


def breaks(name):
    return " ".join(describe(name).breaks)


def value(table, series, period):
    frame = load(table)
    return frame[(frame["series"] == series) & (frame["period"] == period)]["value"].item()


# aiddata-gcdf-agg


@pytest.mark.parametrize("name", ["development_finance_flows", "development_finance_countries"])
def test_commitments_are_not_called_payments(name):
    assert "Commitments, not payments" in describe(name).description + breaks(name)


def test_sums_of_pakistan_and_russia_are_the_files_and_not_the_presss():
    frame = load("development_finance_countries").set_index("iso3")["usd_2021_bn"]
    assert frame["RUS"] == pytest.approx(169.6, abs=0.05)
    assert frame["PAK"] == pytest.approx(102.9, abs=0.05)
    assert "press" in breaks("development_finance_countries")


# armed-forces-personnel: the file ends in 2020 and no table is made from it


def test_no_table_is_made_from_the_counts_of_soldiers():
    for name in names():
        assert not {"personnel", "soldiers"} & set(load(name)), name


# china-customs-russia-energy


def test_no_month_of_crude_oil_is_missing_or_holds_two_months():
    crude = load("energy_imports").set_index("month")["crude_mt"]
    assert list(crude.index) == list(pd.date_range(crude.index[0], crude.index[-1], freq="MS"))
    for year, months in crude.groupby(crude.index.year):
        if len(months) == 12:
            rest = months[months.index.month > 2].mean()
            assert (months[months.index.month <= 2] / rest).between(0.5, 1.5).all(), year


def test_the_monthly_series_of_energy_says_where_it_ends():
    assert load("energy_imports")["month"].max() == pd.Timestamp("2023-02-01")


# crea-russia-fossil


def test_fossil_revenue_of_2024_stops_in_september():
    frame = load("fossil_revenue")
    sums = frame[frame["month"].dt.year == 2024].groupby("destination")["eur_bn"].sum().round()
    assert (sums["European Union"], sums["China"]) == (18, 54)
    assert frame["month"].max() == pd.Timestamp("2024-09-01")


def test_fossil_revenue_is_called_an_estimate():
    assert "estimate" in (describe("fossil_revenue").description + breaks("fossil_revenue")).lower()


# energy-institute-2024-extract


def test_two_measures_of_the_gas_of_2023_stay_apart():
    frame = load("energy_destinations_2023").query("destination == 'China'")
    standard = frame.set_index("commodity").loc["pipeline gas", "value"]
    sellers = load("gas_pipeline").set_index("year").loc[2023, "bcm"]
    assert standard == pytest.approx(21.3, abs=0.05)
    assert sellers == 22.73
    assert "21.3" in breaks("gas_pipeline")


# facts-economy


def test_the_corrected_years_of_trade_have_the_corrected_values():
    frame = load("trade").set_index("year")
    assert frame.loc[2017, "total"] == 84.07
    assert frame.loc[2018, ["total", "exports", "imports"]].to_list() == [107.06, 47.98, 59.08]
    assert frame.loc[2015, "total"] == 64.2
    assert "68.0" in breaks("trade")


@pytest.mark.parametrize(("start", "end"), [("2023-06", "2023-06-30"), ("2024-01", "2024-02-29")])
def test_pages_that_exchange_exports_and_imports_are_read_the_right_way(start, end):
    frame = load("trade_published").dropna(subset=["exports"]).set_index(["start", "end"])
    row = frame.loc[(pd.Timestamp(start), pd.Timestamp(end))]
    assert row["exports"] < row["imports"]


def test_a_published_month_and_a_derived_one_differ_by_less_than_five_per_cent():
    printed, derived = load("trade_published"), load("trade_periods")
    both = printed[printed["months"] == 1].merge(derived, on=["start", "end"])
    gap = [(both[f"{flow}_x"] / both[f"{flow}_y"] - 1).abs() for flow in ("exports", "imports")]
    assert max(part.max() for part in gap) < 0.05
    assert max(part.max() for part in gap) > 0.03


def test_shares_with_two_denominators_stand_side_by_side_with_their_claimants():
    frame = load("dependence_shares").query("of_whom == 'Russia' and on_whom == 'China'")
    imports = frame[frame["flow"] == "imports"].set_index(["year", "claimant"])["pct"]
    assert imports[2021].to_dict() == {"Bruegel, wiiw": 30, "Carnegie": 24.8}
    assert imports[2025].to_dict() == {"Bruegel, wiiw": 35, "Gaidar Institute": 39}


def test_the_two_lists_of_the_19th_package_are_two_rows():
    frame = load("listings_counts")
    rows = frame[frame["item"].str.contains("19th")]
    assert set(rows["value"]) >= {4, 12}
    assert rows["series"].is_unique


def test_counts_of_the_20th_package_are_left_out():
    assert not load("listings_counts")["item"].str.contains("20th").any()


def test_lines_with_a_low_swift_share_of_february_2023_are_left_out():
    frame = load("finance_points").query("series == 'swift_rmb'")
    assert "2023-02" not in set(frame["period"])
    assert value("finance_points", "swift_rmb", "2023-12") == 4.14


def test_reserves_by_the_new_method_name_it():
    assert value("finance_points", "reserves_usd_new", "2025-Q2") == 56.32
    assert "new method" in breaks("finance_points")


def test_settlement_shares_say_that_the_claimants_are_russian_officials():
    assert "Russian officials" in breaks("finance_points")


def test_kilometres_of_cable_are_marked_as_rounded():
    frame = load("dual_use_figures").query("series == 'fibre_russia'")
    assert set(frame["bound"]) == {"about"}
    assert "rounded miles" in breaks("dual_use_figures")


def test_loans_to_venezuela_name_their_claimant_and_differ_from_the_older_release():
    later = value("lending_points", "official_venezuela", "2000 to 2023")
    older = load("development_finance_countries").set_index("iso3").loc["VEN", "usd_2021_bn"]
    assert (later, round(older, 1)) == (105.7, 112.9)
    assert "cannot be compared" in breaks("lending_points")


def test_deliveries_of_2025_are_above_the_planned_capacity():
    row = load("gas_pipeline").set_index("year").loc[2025]
    assert (row["bcm"], row["design_capacity_bcm"]) == (38.8, 38)


# facts-security


def test_coordinates_are_called_points_that_we_chose():
    columns = {column.name: column.description for column in describe("joint_exercises").columns}
    assert "we chose" in columns["lat"]


def test_a_vote_that_was_not_seen_has_no_row_and_is_not_an_absence():
    votes = load("ukraine_votes").set_index(["text", "iso3"])["vote"]
    for iso3 in ("BRA", "USA"):
        assert ("ES-11/4", iso3) not in votes.index
    assert "not known, not absent" in breaks("ukraine_votes")


def test_published_counts_of_meetings_clash_and_are_both_known():
    counts = load("leader_meetings").set_index("date")["published_count"].dropna()
    assert counts["2017-07-03"] == 22
    assert counts["2021-12-15"] == 37
    assert "19 against 22" in breaks("leader_meetings")


def test_published_counts_of_exercises_disagree_by_definition():
    frame = load("exercise_counts_published").set_index(["counted", "period"])["value"]
    assert frame["joint exercises since 2003", "2003 to 2025-08"] == 113
    assert len(load("joint_exercises")) < 113
    assert "must not be added" in breaks("exercise_counts_published")


def test_the_memorandum_on_power_of_siberia_2_has_no_price_and_the_right_day():
    rows = load("timeline").query("date == '2025-09-02'")
    assert rows["event"].str.contains("price open, not confirmed by China").any()


def test_the_treaty_of_2001_is_extended_twice_in_words():
    assert "4 February 2026" in breaks("timeline")


def test_what_was_only_announced_in_2026_is_not_an_event():
    events = load("timeline").query("year == 2026")["event"]
    assert not events.str.contains("Maritime Security Belt|anniversary|APEC").any()
