"""Known traps of the sources: one test per trap, on the tables as they are shipped.

A recipe that falls into one turns its test red. Figures are not repeated here: what the lessons and
exercises compute is stored with them, what was published elsewhere stands in the descriptors.
"""

import pytest

from alignment.tables import by_state, load, names
from alignment.tables.rollcalls import third_states_by_year


def dated(name, column="date"):
    frame = load(name)
    return frame.assign(year=frame[column].dt.year)


def test_china_customs_stopped_publishing_gas_quantities_in_2022():
    frame = dated("energy_imports", "month")
    assert frame.loc[frame["year"] >= 2022, "gas_mt"].isna().all()
    assert frame.loc[frame["year"] >= 2022, "gas_bn_usd"].notna().all()


def test_the_first_and_last_month_of_fossil_revenue_say_they_are_partial():
    frame = load("fossil_revenue").drop_duplicates("month").sort_values("month")
    assert (frame["days"].iloc[0], frame["days"].iloc[-1]) == (18, 6)


def test_area_totals_of_energy_are_marked_and_never_among_destinations():
    frame = load("energy_destinations_2023")
    finest = frame[frame["level"] == "destination"]
    assert not finest["destination"].str.startswith("Total").any()
    totals = frame[frame["level"] == "total"].set_index("commodity")["value"]
    assert totals["crude oil"] == pytest.approx(240.761, abs=0.001)


def test_the_swapped_labels_of_january_2024_are_right():
    row = load("trade_periods").set_index("start").loc["2024-01-01"]
    assert row["exports"] < row["imports"]


def test_derived_and_estimated_years_are_marked():
    status = load("trade").set_index("year")["status"]
    assert status[2015] == "preliminary"
    assert status[[2021, 2023]].to_list() == ["split_derived", "split_derived"]
    assert status[2025] == "split_estimated"


def test_the_peak_of_the_yuan_in_swift_is_july_2024():
    frame = load("finance_points").query("series == 'swift_rmb'")
    assert frame.loc[frame["value"].idxmax(), "period"] == "2024-07"


def test_allocated_reserves_are_a_column_and_not_a_currency():
    frame = load("cofer")
    assert "T" not in set(frame["currency"])
    allocated = frame.drop_duplicates("quarter").set_index("quarter")["allocated_pct"]
    assert allocated["2016-Q4"] == pytest.approx(78.5, abs=0.05)
    assert allocated["2025-Q1"] == pytest.approx(92.8, abs=0.05)


def test_the_yuan_has_no_row_before_the_end_of_2016():
    assert load("cofer").query("currency == 'CNY'")["quarter"].min() == "2016-Q4"


def test_russia_is_missing_and_not_zero_among_holders_after_2018():
    frame = dated("treasuries", "month").query("holder == 'Russia'")
    assert frame["year"].max() == 2018
    assert (frame["usd_bn"] > 0).all()


def test_pooled_funds_and_renewals_are_told_apart():
    frame = load("swap_lines").query("source == 'CHN'")
    assert (frame["kind"] == "pooled fund").sum() == 43
    assert frame.loc[frame["recipient"] == "RUS", "kind"].to_list().count("reciprocal") == 3


def test_two_kinds_of_warhead_counts_never_share_a_year():
    frame = load("warheads")
    years = frame.groupby("basis")["year"].agg(["min", "max"])
    assert years.loc["military stockpile", "max"] < years.loc["total inventory", "min"]
    last = frame.query("year == 2022").set_index("iso3")["warheads"]
    assert last[["RUS", "USA", "CHN"]].to_list() == [4477, 3708, 350]


def test_disputes_count_each_pair_once():
    frame = load("disputes")
    assert not frame.duplicated(["dataset", "dispute", "year"]).any()


def test_the_treaty_of_1945_is_marked_as_one_with_the_republic_of_china():
    from alignment.tables import describe

    assert any("Republic of China" in sentence for sentence in describe(OBLIGATIONS).breaks)


OBLIGATIONS = "alliance_obligations"


def test_arms_peak_in_2005_and_none_are_recorded_during_the_split():
    frame = load("arms_vintages").set_index("year")
    assert frame["tiv_2026"].idxmax() == 2005
    assert frame.loc[2005, "tiv_2026"] == pytest.approx(3066, abs=0.5)
    assert (frame.loc[1969:1989, "tiv_2022"] == 0).all()


def test_the_two_vintages_are_two_columns_and_are_not_joined():
    frame = load("arms_vintages").set_index("year")
    assert frame.loc[1950:1994, "tiv_2026"].isna().all()
    assert frame.loc[2022:2024, "tiv_2022"].isna().all()


def test_sipri_is_shipped_as_sums_only():
    columns = {"designation", "numbers_delivered", "order_date", "description"}
    for name in (name for name in names() if name.startswith("arms_")):
        assert not columns & set(load(name))


def test_the_row_european_union_is_not_in_the_worlds_spending():
    frame = load("military_spending")
    assert "European Union" not in set(frame["country"])
    world = frame.query("iso3 == 'WLD' and year == 2024")["usd_current"].item()
    assert world == pytest.approx(2_651_803.3, abs=0.1)


def test_russias_own_trade_reports_end_in_2021():
    assert load("partner_trade").query("iso3 == 'RUS'")["year"].max() == 2021


def test_partial_reports_of_kazakhstan_are_left_out():
    frame = load("partner_trade").query("iso3 == 'KAZ'").set_index("year")
    assert frame.loc[2020:2022, "imports_from_china"].isna().all()
    assert set(frame.loc[2020:2022, "status"]) == {"imports_left_out"}


def test_china_is_not_its_own_partner():
    assert "CHN" not in set(load("partner_trade")["iso3"])


def test_ideal_points_of_china_start_with_beijings_seat_and_the_us_is_positive():
    frame = load("ideal_points").set_index(["iso3", "year"])["point"]
    assert min(year for iso3, year in frame.index if iso3 == "CHN") == 1971
    assert frame["USA", 1991] == pytest.approx(2.85, abs=0.005)
    russia = [frame["RUS", year] for year in (1972, 1991, 2022)]
    assert russia == pytest.approx([-2.56, 0.74, -0.81], abs=0.005)


def test_the_seat_of_china_changes_hands_on_25_october_1971():
    frame = load("unga_votes_1946_2019")
    assert frame.loc[frame["ROC"].notna(), "date"].max().strftime("%Y-%m-%d") <= "1971-10-25"
    assert frame.loc[frame["CHN"].notna(), "date"].min().strftime("%Y-%m-%d") >= "1971-10-25"
    assert not (frame["ROC"].notna() & frame["CHN"].notna()).any()


def test_the_single_roll_call_of_2020_is_left_out_of_the_old_votes():
    assert load("unga_votes_1946_2019")["year"].max() == 2019


def test_votes_by_state_run_without_a_gap_to_2026():
    assert set(load("unga_votes")["year"]) == set(range(1992, 2027))


def test_saudi_arabia_is_read_from_its_full_column():
    frame = load("unga_votes")
    assert frame["SAU"].notna().mean() > 0.99


def test_absences_are_x_and_never_empty_for_a_member():
    frame = load("unga_votes")
    assert set(frame["CHN"]) == {"Y", "N", "A", "X"}
    members = frame[["yes", "no", "abstain", "absent"]].sum(axis=1)
    assert members.between(170, 193).all()


def test_a_vote_of_a_member_is_the_letter_at_its_place():
    votes = by_state(load("unga_rollcalls"), load("un_members"))
    assert votes.shape[1] == 193
    assert votes.loc["A/RES/ES-11/7", ["CHN", "RUS", "USA", "UKR"]].tolist() == list("ANNY")
    counts = votes.loc["A/RES/ES-11/7"].value_counts()
    assert [counts[vote] for vote in "YNAX"] == [93, 18, 65, 17]


def test_a_vote_that_is_not_known_is_empty_and_no_absence():
    votes = by_state(load("unga_rollcalls"), load("un_members")).loc["A/RES/ES-10/23"]
    assert votes[votes.isna()].index.tolist() == ["TUR", "YEM", "ZMB", "ZWE"]


def test_third_states_since_2020_are_counted_from_the_shipped_roll_calls():
    calls = load("unga_rollcalls")
    votes = by_state(calls, load("un_members")).reset_index(drop=True)
    votes.insert(0, "year", calls["date"].dt.year)
    counted = third_states_by_year(votes[votes["year"] >= 2020])
    shipped = load("unga_third_states").set_index("year").loc[2020:]
    assert counted.to_dict() == shipped.to_dict()


def test_agreement_on_ukraine_depends_on_which_texts_are_counted():
    texts = load("ukraine_texts").query("scope == 'about'")
    rules = {
        "all": texts,
        "emergency": texts[texts["series"] == "emergency"],
        "since 2022": texts[texts["date"] >= "2022-02-24"],
        "regular": texts[texts["series"] != "emergency"],
    }
    same = {name: (rows["CHN"] == rows["RUS"]).mean() for name, rows in rules.items()}
    assert list(same.values()) == pytest.approx([0.59, 0.20, 0.44, 0.82], abs=0.005)
    assert texts["CHN"].value_counts().to_dict() == {"N": 16, "A": 11}


def test_the_first_veto_coded_for_china_is_beijings():
    frame = load("vetoes")
    assert frame.loc[frame["CHN"], "date"].min().year == 1972


def test_customs_codes_are_texts_of_six_digits():
    codes = load("chpl_codes")["hs6"]
    assert codes.str.fullmatch(r"\d{6}").all()


def test_development_finance_of_two_releases_stays_apart():
    assert load("development_finance_flows")["year"].max() == 2021
    countries = set(load("development_finance_countries")["iso3"])
    assert "USA" not in countries
    assert "official_usa" in set(load("lending_points")["series"])


def test_a_share_of_imports_is_not_mixed_into_the_values_of_trade_with_north_korea():
    frame = load("north_korea")
    assert set(frame.loc[frame["measure"] == "trade", "unit"]) == {"million US dollars"}


def test_medians_over_different_sets_of_countries_have_different_names():
    frame = load("opinion")
    medians = set(frame.loc[frame["population"].str.contains("median"), "population"])
    assert {"25-country median", "35-country median"} <= medians


def test_no_row_of_low_confidence_is_shipped():
    for name in names():
        frame = load(name)
        if "confidence" in frame:
            assert set(frame["confidence"].dropna()) <= {"high", "medium"}, name


def test_the_timeline_skips_what_is_only_scheduled():
    assert not load("timeline")["event"].str.contains("scheduled").any()


def test_the_two_values_of_monthly_high_priority_exports_are_lower_bounds_only():
    frame = load("dual_use_figures")
    assert set(frame.loc[frame["series"] == "chpl_monthly", "bound"]) == {"at least"}


def test_the_only_war_of_the_pair_is_not_a_clash_of_the_two():
    war = load("disputes").query("hostility == 5 and dataset == 'GML'")
    assert war["note"].str.contains("Vietnam").all()
