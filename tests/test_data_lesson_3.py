"""Lesson 3 in numbers: exercises, arms and spending as the map of exercises expects them."""

import pytest

from alignment.tables import load


def exercises():
    frame = load("joint_exercises")
    return frame.assign(year=frame["start"].dt.year)


def arms(recipient, first, last, supplier=None):
    frame = load("arms_transfers")
    frame = frame[(frame["recipient"] == recipient) & frame["year"].between(first, last)]
    return (frame if supplier is None else frame[frame["supplier"] == supplier])["tiv"].sum()


def test_3_1_bilateral_exercises_without_patrols_by_year():
    frame = exercises()
    counts = frame[frame["bilateral"] & ~frame["patrol"]].groupby("year").size()
    expected = {2005: 1, 2009: 1, 2012: 1, 2013: 2, 2014: 1, 2015: 2, 2016: 2, 2017: 2, 2019: 1}
    expected |= {2021: 2, 2022: 1, 2023: 1, 2024: 3, 2025: 1}
    assert counts.to_dict() == expected
    assert counts.sum() == 21


def test_3_1_with_patrols_there_are_37_and_with_multilateral_drills_33():
    frame = exercises()
    assert frame["bilateral"].sum() == 37
    assert (~frame["patrol"]).sum() == 33


def test_3_2_events_of_two_periods():
    frame = exercises()
    early, late = frame[frame["year"].between(2014, 2021)], frame[frame["year"].between(2022, 2025)]
    assert (len(late), len(early)) == (21, 19)
    assert ((~late["patrol"]).sum(), (~early["patrol"]).sum()) == (9, 15)
    assert (late["patrol"].sum(), early["patrol"].sum()) == (12, 4)


def test_3_5_maritime_and_air_events_by_kind():
    at_sea_or_in_the_air = {"naval_exercise", "multilateral_naval", "air_patrol", "naval_patrol"}
    frame = exercises()
    frame["counted"] = frame["kind"].isin(at_sea_or_in_the_air)
    periods = [frame[frame["year"].between(*years)] for years in ((2012, 2021), (2022, 2025))]
    assert [(p["counted"].sum(), len(p)) for p in periods] == [(15, 23), (17, 21)]


def test_3_6_russias_share_of_chinas_arms_imports():
    shares = [
        arms("China", first, last, "Russia") / arms("China", first, last)
        for first, last in ((2010, 2014), (2015, 2019), (2020, 2024))
    ]
    assert shares == pytest.approx([0.5498, 0.7436, 0.7161], abs=5e-5)


def test_3_7_russian_arms_exports_fall_by_64_per_cent():
    frame = load("arms_exports_total").query("supplier == 'Russia'").set_index("year")["tiv"]
    early, late = frame.loc[2015:2019].sum(), frame.loc[2020:2024].sum()
    assert [early, late] == pytest.approx([30755, 11102], abs=0.5)
    assert 100 * (late / early - 1) == pytest.approx(-63.9, abs=0.01)


def test_3_8_engines_and_aircraft():
    frame = load("arms_categories")
    late, early = frame[frame["year"] >= 2020], frame[frame["year"].between(1995, 2009)]
    engines = late.loc[late["category"] == "Engines", "tiv"].sum() / late["tiv"].sum()
    aircraft = early.loc[early["category"] == "Aircraft", "tiv"].sum() / early["tiv"].sum()
    assert [engines, aircraft] == pytest.approx([0.711, 0.539], abs=5e-4)


def test_3_9_two_vintages_of_the_same_year():
    frame = load("arms_vintages").set_index("year")
    assert frame.loc[2021].to_list() == pytest.approx([773, 467], abs=0.5)
    both = frame.loc[1995:2021].sum()
    assert both.to_list() == pytest.approx([35771, 35210], abs=0.5)


def test_3_10_suppliers_of_russia_2022_to_2024():
    total = arms("Russia", 2022, 2024)
    two = arms("Russia", 2022, 2024, "Iran") + arms("Russia", 2022, 2024, "North Korea")
    assert total == pytest.approx(760, abs=0.5)
    assert two / total == pytest.approx(0.984, abs=5e-4)
    assert arms("Russia", 2022, 2024, "China") / total == pytest.approx(0.014, abs=5e-4)


def test_3_11_growth_of_military_spending():
    frame = load("military_spending").set_index(["iso3", "year"])
    real = frame["usd_2023"]
    growth = [100 * (real[iso3, 2024] / real[iso3, 2015] - 1) for iso3 in ("CHN", "RUS", "USA")]
    assert growth == pytest.approx([59.4, 99.9, 18.8], abs=0.05)
    current = frame["usd_current"]
    both = current["CHN", 2024] + current["RUS", 2024]
    assert both / current["USA", 2024] == pytest.approx(0.464, abs=5e-4)
    assert 100 * (current["RUS", 2024] / current["RUS", 2015] - 1) == pytest.approx(124, abs=0.5)
