"""Lessons 1 and 2 in numbers: confidence, treaties, disputes and meetings."""

import pytest

from alignment.tables import load


def test_1_9_share_of_rows_of_low_confidence():
    frame = load("fact_confidence")
    assert frame[["rows", "high", "medium", "low"]].sum().to_list() == [904, 757, 126, 21]


def test_1_10_the_selected_votes_have_the_largest_share_of_low_rows():
    frame = load("fact_confidence").set_index("file")
    share = frame["low"] / frame["rows"]
    assert share.idxmax() == "unga_ukraine_votes_selected_states"


def test_no_row_of_low_confidence_is_shipped():
    from alignment.tables import names

    for name in names():
        frame = load(name)
        if "confidence" in frame:
            assert set(frame["confidence"].dropna()) <= {"high", "medium"}, name


def test_2_7_obligations_of_2018_and_the_last_defence_pact():
    frame = load("alliance_obligations").query("pair == 'RUS-CHN'").set_index("year")
    clauses = frame.drop(columns="pair").astype(bool)
    assert set(clauses.columns[clauses.loc[2018]]) == {"nonaggression", "consultation"}
    assert clauses.index[clauses["defence"]].max() == 1980


def test_2_8_dispute_years_and_how_many_after_1991():
    frame = load("disputes")
    gml = frame[frame["dataset"] == "GML"]
    assert len(gml) == 15
    assert gml.loc[gml["year"] > 1991, "year"].to_list() == [1993, 1994, 2009]
    assert (frame["dataset"] == "COW").sum() == 16


def test_2_9_the_only_war_is_not_a_clash_of_the_two():
    war = load("disputes").query("hostility == 5 and dataset == 'GML'")
    assert war["year"].to_list() == [1979]
    assert "Vietnam" in war["note"].item()


@pytest.mark.parametrize(
    ("day", "listed", "published"),
    [("2015-05-08", 9, 10), ("2017-07-03", 19, 22), ("2021-12-15", 32, 37)],
)
def test_2_11_meetings_listed_before_a_day_against_the_published_count(day, listed, published):
    frame = load("leader_meetings").set_index("date")
    assert frame.loc[day, "published_count"] == published
    assert (frame.index < day).sum() == listed


def test_the_timeline_reaches_from_1860_to_june_2026_and_skips_what_is_only_scheduled():
    frame = load("timeline")
    assert frame["date"].iloc[0] == "1860-11"
    assert frame["start"].max().strftime("%Y-%m-%d") == "2026-06-27"
    assert not frame["event"].str.contains("scheduled").any()
