"""Lesson 5 in numbers: dual-use goods and listings as the map of exercises expects them."""

import pytest

from alignment.tables import load


def figure(series, period=None, table="dual_use_figures"):
    frame = load(table)
    frame = frame[frame["series"] == series]
    return (frame if period is None else frame[frame["period"] == period])["value"].item()


def test_5_1_codes_by_tier_and_chapter():
    frame = load("chpl_codes")
    tiers = frame.groupby("tier").size().to_dict()
    assert tiers == {"1": 4, "2": 5, "3.A": 16, "3.B": 9, "4.A": 11, "4.B": 5}
    assert frame["hs6"].str.startswith("85").mean() == pytest.approx(0.52)


def test_5_2_chinas_share_under_four_definitions():
    mainland = figure("share_dispatch_china") / 100
    with_hong_kong = mainland + figure("share_dispatch_hk") / 100
    others = [figure("share_dual_use_us_mission"), figure("share_chpl_carnegie")]
    assert [mainland, with_hong_kong] == pytest.approx([0.563, 0.756])
    assert others == [73, 90]


def test_5_3_fibre_cable_and_the_july_that_tenfold_implies():
    may, june, august = (figure("fibre_russia", f"2025-{month:02}") for month in (5, 6, 8))
    assert august / june == pytest.approx(2.52, abs=0.01)
    assert august / ((may + june) / 2) == pytest.approx(2.63, abs=0.01)
    assert august / 10 == pytest.approx(52787, rel=0.01)


def test_5_4_nitrocellulose():
    last, quarter = figure("nitrocellulose", "2023"), figure("nitrocellulose", "2024-Q1")
    assert 100 * (last / figure("nitrocellulose", "2022") - 1) == pytest.approx(85.7, abs=0.05)
    assert 100 * (4 * quarter / last - 1) == pytest.approx(-66.2, abs=0.05)


def test_5_5_brand_and_dispatch_must_overlap():
    coalition = figure("share_brand_coalition", "2023") / 100
    dispatch = (figure("share_dispatch_china") + figure("share_dispatch_hk")) / 100
    assert coalition + dispatch - 1 == pytest.approx(0.156)


def test_5_7_the_two_monthly_values_are_lower_bounds_only():
    frame = load("dual_use_figures")
    assert set(frame.loc[frame["series"] == "chpl_monthly", "bound"]) == {"at least"}


def test_5_8_share_and_total_have_two_bases():
    rows = load("dual_use_figures").set_index("series").loc[["cnc_total", "share_cnc_made"]]
    assert rows["period"].nunique() == rows["source_id"].nunique() == 1
    assert ["components and consumables" in what for what in rows["item"]] == [True, False]


def test_5_9_the_route_through_central_asia():
    direct, route = figure("chpl_direct"), figure("chpl_route")
    assert route / (direct + route) == pytest.approx(0.224, abs=5e-4)
    assert route / 1.64 == pytest.approx(0.793, abs=5e-4)


def test_5_10_listings_of_chinese_persons():
    def count(series, period):
        return figure(series, period, "listings_counts")

    assert count("sdn_china", "2024") / count("sdn_all", "2024") == pytest.approx(0.0880, abs=5e-5)
    entity = count("entity_china", "2024") / count("entity_all", "2024")
    assert entity == pytest.approx(0.5058, abs=5e-5)
    late = count("sdn_china_term", "2021 to 2024-08-30") / 43.3
    early = count("sdn_china_term", "2017 to 2021") / 48
    assert [late, early] == pytest.approx([9.98, 4.50], abs=0.005)
