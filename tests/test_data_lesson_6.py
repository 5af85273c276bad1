"""Lesson 6 in numbers: votes, vetoes, positions and polls as the map of exercises expects them."""

import pytest

from alignment.tables import load


def agreement(year, definition="strict", pair="CHN-RUS"):
    frame = load("unga_agreement")
    row = frame.query("year == @year and definition == @definition and pair == @pair")
    return row["value"].item()


def votes_on(text):
    frame = load("ukraine_votes")
    return frame[frame["text"] == text].set_index("iso3")["vote"]


def tally(text):
    return load("ukraine_tallies").set_index("text").loc[text]


def test_2_10_agreement_by_decade():
    votes = load("unga_votes_1946_2019")
    both = votes[votes["CHN"].notna() & votes["RUS"].notna()]
    decade = both["year"] // 10 * 10
    same = (both["CHN"] == both["RUS"]).groupby(decade).agg(["mean", "size"])
    assert same["mean"].to_list() == pytest.approx([0.710, 0.781, 0.573, 0.762, 0.753], abs=5e-4)
    assert same["size"].to_list() == [641, 1296, 745, 906, 900]


def test_2_10_the_seat_held_by_taipei_votes_otherwise():
    votes = load("unga_votes_1946_2019")
    both = votes[votes["ROC"].notna() & votes["RUS"].notna()]
    assert (both["ROC"] == both["RUS"]).mean() == pytest.approx(0.326, abs=5e-4)


def test_6_2_strict_agreement():
    assert [agreement(year) for year in (2018, 2021, 2025)] == pytest.approx(
        [81 / 105, 66 / 86, 150 / 192], abs=1e-6
    )


def test_6_2_absences_counted_as_votes_give_another_number():
    votes = load("unga_votes").query("year == 2018")
    assert (votes["CHN"] == votes["RUS"]).mean() == pytest.approx(0.757, abs=5e-4)


def test_6_3_the_sign_of_the_change_depends_on_the_definition():
    change = {
        name: agreement(2025, name) - agreement(2018, name)
        for name in ("strict", "half_credit", "no_abstentions", "kappa", "contested")
    }
    expected = {"strict": 0.010, "half_credit": 0.005, "no_abstentions": 0.004}
    expected |= {"kappa": -0.132, "contested": -0.107}
    assert change == pytest.approx(expected, abs=6e-4)


def test_6_4_two_denominators_of_the_same_vote():
    row = tally("ES-11/7")
    assert row["yes"] / (row["yes"] + row["no"] + row["abstain"]) == pytest.approx(0.528, abs=5e-4)
    assert row["yes"] / (row["yes"] + row["no"]) == pytest.approx(0.838, abs=5e-4)


def test_6_5_what_became_of_the_141():
    before, after = votes_on("ES-11/1"), votes_on("ES-11/7")
    supporters = before[before == "Y"].index
    later = after.reindex(supporters)
    assert len(supporters) == 141
    assert (later == "Y").sum() == 93
    moved = set(later[later == "N"].index)
    assert moved == {"HTI", "HUN", "ISR", "MHL", "NER", "PLW", "USA"}
    assert set(after[after == "Y"].index) <= set(supporters)


def test_6_6_china_was_never_pivotal_on_a_tallied_text():
    frame = load("ukraine_tallies").dropna(subset="yes")
    share = frame["yes"] / (frame["yes"] + frame["no"])
    assert (share > 2 / 3).all()
    assert share.min() == pytest.approx(0.795, abs=5e-4)


def test_6_7_china_on_the_texts_about_ukraine():
    frame = load("ukraine_votes").query("iso3 == 'CHN'").set_index("text")["vote"]
    no = set(frame[frame == "N"].index)
    assert no == {"ES-11/3", "ES-11/5", "80/223"}
    assert "Y" not in set(frame)


def test_6_8_the_united_states_on_four_texts_of_2025():
    said = [votes_on(text)["USA"] for text in ("ES-11/7", "ES-11/8", "ES-11/9", "80/223")]
    assert said == ["N", "A", "Y", "Y"]


def test_6_9_opposition_by_issue():
    frame = load("unga_issues").query("period == '2014-2019'").set_index("issue")
    share = frame["opposed"] / frame["n"]
    expected = {"nuclear": 26 / 114, "arms_control": 0.130, "colonialism": 0.032}
    expected |= {"human_rights": 0.025, "economic": 0.023, "palestine": 0}
    assert share.to_dict() == pytest.approx(expected, abs=6e-4)


def test_6_10_china_and_russia_are_second_of_ten_pairs():
    frame = load("unga_agreement").query("year == 2021 and definition == 'strict'")
    order = frame.sort_values("value", ascending=False)["pair"].to_list()
    assert order[:2] == ["GBR-FRA", "CHN-RUS"]
    assert agreement(2021, pair="USA-GBR") == pytest.approx(0.682, abs=5e-4)


def test_6_11_vetoes_from_2007_to_2025():
    frame = load("vetoes")
    frame = frame[frame["date"].between("2007-01-01", "2025-12-31")]
    joint = frame["CHN"] & frame["RUS"]
    assert (frame["CHN"].sum(), frame["RUS"].sum(), joint.sum()) == (16, 38, 16)
    war = frame[frame["date"] >= "2022-02-24"]
    assert ((war["CHN"] & war["RUS"]).sum(), war["RUS"].sum()) == (3, 13)


def test_6_12_third_states_moved_towards_the_united_states():
    frame = load("unga_third_states").set_index("year")
    spans = ((1992, 2001), (2002, 2011), (2012, 2017), (2018, 2021))
    sums = [frame.loc[first:last].sum() for first, last in spans]
    assert [row["texts"] for row in sums] == [210, 433, 237, 231]
    total = [row["with_china_russia"] + row["with_us"] + row["abstain"] for row in sums]
    with_pair = [row["with_china_russia"] / n for row, n in zip(sums, total, strict=True)]
    with_us = [row["with_us"] / n for row, n in zip(sums, total, strict=True)]
    assert with_pair == pytest.approx([0.857, 0.821, 0.752, 0.744], abs=6e-4)
    assert with_us == pytest.approx([0.044, 0.089, 0.140, 0.145], abs=6e-4)


def test_6_13_distance_of_ideal_points():
    points = load("ideal_points").pivot(index="year", columns="iso3", values="point")
    distance = (points["CHN"] - points["RUS"]).abs()
    expected = [0.487, 0.355, 0.542, 0.255]
    assert distance[[2018, 2021, 2022, 2024]].to_list() == pytest.approx(expected, abs=6e-4)
    assert distance.loc[1991:].idxmin() == 2024


def test_6_14_favourable_views_of_china_in_the_same_25_countries():
    frame = load("opinion").query("question == 'favourable view of China'")
    frame = frame.set_index(["population", "year"])["value"]
    assert frame["25-country median", 2025] - frame["25-country median", 2024] == 5
    assert frame["35-country median", 2024] == 35
