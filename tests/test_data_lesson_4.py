"""Lesson 4 in numbers: what the map of exercises expects, computed from the shipped tables."""

from itertools import pairwise

import pytest

from alignment.tables import load


def trade():
    return load("trade").set_index("year")


def periods(start, end):
    frame = load("trade_periods")
    return frame[frame["start"].between(start, end)]


def window(name):
    frame = load("fossil_revenue_windows")
    return frame[frame["window"] == name].set_index("destination")["mn_eur_per_day"]


def yearly(year):
    frame = load("energy_imports")
    return frame[frame["month"].dt.year == year].sum(numeric_only=True)


def test_4_1_growth_of_trade_2022_to_2025():
    growth = 100 * trade()["total"].pct_change().loc[2022:2025]
    assert growth.to_list() == pytest.approx([29.54, 26.19, 1.96, -6.82], abs=0.01)


def test_4_3_trade_grew_by_18_56_per_cent_a_year_from_2021_to_2024():
    total = trade()["total"]
    assert 100 * ((total[2024] / total[2021]) ** (1 / 3) - 1) == pytest.approx(18.56, abs=0.005)


def test_4_4_russias_share_of_chinas_trade_peaks_in_2023():
    share = trade()["share_of_china_pct"].loc[2015:]
    expected = [1.62, 1.89, 2.05, 2.32, 2.42, 2.31, 2.45, 3.02, 4.04, 3.97, 3.59]
    assert share.to_list() == pytest.approx(expected, abs=0.006)
    assert share.idxmax() == 2023


def test_4_5_asymmetry_of_exports_in_2021_and_2023():
    shares = load("dependence_shares").query(
        "of_whom == 'Russia' and on_whom == 'China' and flow == 'exports' and claimant == 'OEC'"
    )
    of_russia = shares.set_index("year")["pct"]
    of_china = trade()["share_of_china_imports_pct"]
    assert of_russia[2021] / of_china[2021] == pytest.approx(4.92, abs=0.03)
    assert of_russia[2023] / of_china[2023] == pytest.approx(6.48, abs=0.03)


def test_4_8_exports_of_china_after_the_order_of_december_2023():
    first_half = [
        periods("2023-01-01", "2023-06-30")["exports"].sum(),
        periods("2024-01-01", "2024-06-30")["exports"].sum(),
        periods("2025-01-01", "2025-06-30")["exports"].sum(),
    ]
    assert first_half == pytest.approx([52.284, 51.65, 47.16], abs=0.001)
    spring = [
        periods("2023-03-01", "2023-06-30")["exports"].sum(),
        periods("2024-03-01", "2024-06-30")["exports"].sum(),
    ]
    assert spring == pytest.approx([37.244, 34.842], abs=0.001)
    changes = [100 * (b / a - 1) for a, b in pairwise(first_half)]
    assert changes == pytest.approx([-1.21, -8.69], abs=0.01)
    assert 100 * (spring[1] / spring[0] - 1) == pytest.approx(-6.45, abs=0.01)


def test_4_8_the_wrong_season_gives_minus_12_per_cent():
    second_half = periods("2023-07-01", "2023-12-31")["exports"].sum()
    assert 100 * (51.65 / second_half - 1) == pytest.approx(-11.9, abs=0.1)


def test_4_9_concentration_of_fossil_revenue_falls():
    shares = [window(name) / window(name).sum() for name in ("before", "war_year_2")]
    assert [(share**2).sum() for share in shares] == pytest.approx([0.378, 0.221], abs=0.0005)
    assert [share["China"] for share in shares] == pytest.approx([0.159, 0.320], abs=0.0005)
    assert [share["European Union"] for share in shares] == pytest.approx([0.579, 0.112], abs=5e-4)


def test_4_9_calendar_years_of_different_length_give_other_numbers():
    frame = load("fossil_revenue")
    by_year = frame.groupby([frame["month"].dt.year, "destination"])["eur_bn"].sum().unstack()
    share = by_year.div(by_year.sum(axis=1), axis=0)
    hhi = (share**2).sum(axis=1)
    assert hhi[2022] == pytest.approx(0.306, abs=0.001)
    assert hhi[2024] == pytest.approx(0.221, abs=0.001)


def test_4_10_price_and_quantity_of_crude_oil_2021_to_2022():
    old, new = yearly(2021), yearly(2022)
    price = [year["crude_bn_usd"] / year["crude_mt"] for year in (old, new)]
    by_price = (price[1] - price[0]) * old["crude_mt"]
    by_quantity = (new["crude_mt"] - old["crude_mt"]) * price[0]
    both = (price[1] - price[0]) * (new["crude_mt"] - old["crude_mt"])
    change = new["crude_bn_usd"] - old["crude_bn_usd"]
    assert change == pytest.approx(18.08, abs=0.005)
    assert [by_price, by_quantity, both] == pytest.approx([13.61, 3.34, 1.13], abs=0.005)
    assert by_price + by_quantity + both == pytest.approx(change, abs=1e-6)
    assert new["crude_mt"] / old["crude_mt"] == pytest.approx(1.083, abs=0.0005)
    assert new["crude_bn_usd"] / old["crude_bn_usd"] == pytest.approx(1.449, abs=0.0005)


def test_4_11_both_governments_report_a_deficit_in_2020_and_2021():
    mirror = load("trade_mirror").set_index(["year", "flow"])
    east, west = "Russia to China", "China to Russia"
    assert mirror.loc[(2021, east)].to_list() == pytest.approx([79.60, 68.68], abs=0.005)
    for year, china, russia in [(2020, -6.60, -5.77), (2021, -12.12, -4.01)]:
        balance = mirror.loc[(year, west)] - mirror.loc[(year, east)]
        assert balance["china_reported"] == pytest.approx(china, abs=0.005)
        assert -balance["russia_reported"] == pytest.approx(russia, abs=0.005)


def test_4_12_india_filled_more_of_the_gap_than_china():
    change = window("war_year_2") - window("before")
    assert change.sum() == pytest.approx(-303, abs=0.5)
    expected = {"European Union": -495, "China": 62, "India": 115, "Others": 61, "Türkiye": 26}
    assert {name: change[name] for name in expected} == pytest.approx(expected, abs=0.5)
    assert change["India"] / change["China"] == pytest.approx(1.84, abs=0.01)


def test_4_13_destinations_of_russian_energy_in_2023():
    frame = load("energy_destinations_2023")
    finest = frame[frame["level"] == "destination"]
    total = finest.groupby("commodity")["value"].sum()
    china = finest[finest["destination"] == "China"].set_index("commodity")["value"] / total
    europe = finest[finest["area"] == "Europe"].groupby("commodity")["value"].sum() / total
    order = ["crude oil", "pipeline gas", "LNG", "coal"]
    assert china[order].to_list() == pytest.approx([0.4445, 0.2231, 0.2583, 0.5101], abs=5e-4)
    assert europe[order].to_list() == pytest.approx([0.135, 0.522, 0.455, 0.143], abs=5e-4)


def test_4_13_adding_areas_to_their_members_counts_pipeline_gas_three_times():
    frame = load("energy_destinations_2023")
    gas = frame[frame["commodity"] == "pipeline gas"]
    assert gas["value"].sum() == pytest.approx(286, abs=0.5)
    assert gas[gas["level"] == "total"]["value"].item() == pytest.approx(95.4, abs=0.05)
