"""Known traps of the collected pages and of some data sets; the others are in test_data_traps.

The heading over each group of tests is the collectors' folder whose note names the traps.
"""

import itertools
import json
import re
from pathlib import Path

import pandas as pd
import pytest

from alignment.tables import describe, load, names

PACKAGE = Path(__file__).resolve().parents[1] / "data" / "datapackage.json"


def breaks(name):
    return " ".join(describe(name).breaks)


# aiddata-gcdf-agg


@pytest.mark.parametrize("name", ["development_finance_flows", "development_finance_countries"])
def test_commitments_are_not_called_payments(name):
    assert "Commitments, not payments" in describe(name).description + breaks(name)


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


MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
PARTS = {"Q1": (1, 3), "H1": (1, 6), "year": (1, 12)}


def printed_sums(year):
    """Return, for each part of a year and each flow, the figures that are printed for it."""
    whole = load("trade").query("year == @year")
    found = {((1, 12), flow): set(whole[flow].dropna()) for flow in ("exports", "imports")}
    pages = load("trade_published")
    for row in pages[pages["start"].dt.year == year].itertuples():
        for flow in ("exports", "imports"):
            part = row.start.month, row.end.month
            found.setdefault((part, flow), set()).add(getattr(row, flow))
    return found


def months(part):
    """Return the first and last month of a part as column `how` of trade_periods names it."""
    if part in PARTS:
        return PARTS[part]
    ends = [MONTHS.index(name[:3]) + 1 for name in part.split("-")]
    return ends[0], ends[-1]


def test_a_difference_rests_on_the_sums_as_they_are_printed_now():
    """A sum that a more exact one replaces changes every difference that was taken from it."""
    frame = load("trade_periods")
    taken = frame[frame["how"].str.contains(" minus ")]
    assert len(taken) > 15
    for row in taken.itertuples():
        sums = printed_sums(row.start.year)
        terms = [months(part.split(" (")[0]) for part in row.how.split(" minus ")]
        for flow in ("exports", "imports"):
            first, *others = (sums[term, flow] for term in terms)
            differences = [a - sum(rest) for a in first for rest in itertools.product(*others)]
            near = min(abs(each - getattr(row, flow)) for each in differences if each == each)
            assert near < 0.0006, (row.start, flow, row.how)


def test_shares_with_two_denominators_stand_side_by_side_with_their_claimants():
    frame = load("dependence_shares").query("of_whom == 'Russia' and on_whom == 'China'")
    imports = frame[frame["flow"] == "imports"].set_index(["year", "claimant"])["pct"]
    assert imports[2021].to_dict() == {"Bruegel, wiiw": 30, "Important Stories": 24.8}
    assert imports[2025].to_dict() == {"Bruegel, wiiw": 35, "Gaidar Institute": 39}


def test_the_two_lists_of_the_19th_package_are_two_rows():
    frame = load("listings_counts")
    rows = frame[frame["period"] == "2025-10-23"]
    assert set(rows["value"]) == {3, 12}
    assert rows["series"].is_unique


def test_counts_of_the_20th_package_are_left_out():
    assert not load("listings_counts")["item"].str.contains("20th").any()


def test_settlement_shares_say_that_the_claimants_are_russian_officials():
    assert "Russian officials" in breaks("finance_points")


def test_kilometres_of_cable_are_marked_as_rounded():
    frame = load("dual_use_figures").query("series == 'fibre_russia'")
    assert set(frame["bound"]) == {"about"}
    assert "rounded miles" in breaks("dual_use_figures")


# facts-security


def test_coordinates_are_called_points_that_we_chose():
    columns = {column.name: column.description for column in describe("joint_exercises").columns}
    assert "we chose" in columns["lat"]


def test_published_counts_of_exercises_disagree_by_definition():
    frame = load("exercise_counts_published").set_index(["counted", "period"])["value"]
    assert frame["exercises, patrols and simulations of all kinds", "2003 to 2025-07"] == 113
    assert len(load("joint_exercises")) < 113
    assert "must not be added" in breaks("exercise_counts_published")


def test_what_is_said_beside_the_largest_count_follows_from_the_two_lists():
    # correct the rule of a left-out event and this sum changes; the sentence must follow
    events, out = load("joint_exercises"), load("exercises_left_out")
    stages = int(events.loc[events["start"] < "2025-08-01", "stages"].sum())
    held = out[(out["date"] < "2025-08") & out["rule"].isin(["R3", "R4", "R8", "R9"])]
    said = load("exercise_counts_published").set_index("publisher")["difference"]
    said = said["CSIS, as Newsweek prints it"]
    assert said.startswith(
        f"{stages} with stages apart, {stages + len(held)} with the {len(held)} events"
    )


def ours(counted, period):
    """Return how many rows of our list a published total of exercises is compared with."""
    events = load("joint_exercises")
    first, *last = period.split(" to ")
    last = pd.Period(last[0] if last else first)
    # two totals are of the day of their page and not of the end of a month
    ends = {
        ("exercises of the armed forces of both, with and without others", "2003 to 2013-07"),
        ("exercises of the armed forces, patrols included", "2014-03 to 2023-07"),
    }
    until = {2013: "2013-07-12", 2023: "2023-07-17"}
    end = until[last.year] if (counted, period) in ends else last.end_time
    inside = events["start"].between(pd.Period(first).start_time, end)
    armed = events["forces"].str.startswith("armed")
    kept = {
        "exercises of the armed forces of both, with and without others": armed & ~events["patrol"],
        "exercises of the armed forces, patrols included": armed,
        "exercises of the armed forces in one year, patrols included": armed,
        "exercises of the two alone": events["bilateral"] & ~events["patrol"],
        "joint drills named Joint Sea": events["name"].str.startswith("Joint Sea"),
        "exercises of the two with Iran": events["frame"] == "with Iran",
        "flights called joint air patrol": events["patrol"] & (events["kind"] == "air"),
        "voyages called joint naval patrol": events["patrol"] & (events["kind"] == "naval"),
        "Cooperation series of the Armed Police": events["name"].str.startswith("Cooperation"),
    }
    if counted == "exercises and patrols that its report names":
        inside &= events["start"] >= "2022-02-24"
    if counted == "joint naval exercises":
        kept[counted] = events["kind"] == "naval"
        return int(events.loc[inside & kept[counted], "stages"].sum())
    return int((inside & kept.get(counted, inside)).sum())


def test_our_side_of_each_published_count_of_exercises_is_counted_again():
    for row in load("exercise_counts_published").itertuples():
        assert ours(row.counted, row.period) == row.ours, (row.counted, row.period)


NUMBERS = {"fourteen": 14, "seventeen": 17, "eighteen": 18}


def test_a_closed_choice_that_says_how_many_has_as_many_rows():
    checked = 0
    for resource in json.loads(PACKAGE.read_text(encoding="utf-8"))["resources"]:
        name, rule = resource["name"], resource.get("list", {}).get("rule", "")
        found = re.search(r"closed choice(?: of|: the) (\w+)", rule)
        said = found and (NUMBERS.get(found[1]) or (found[1].isdigit() and int(found[1])))
        if not said:
            continue
        frame = load(name)
        # the timeline closes its choice in 2024 and goes on by another rule
        rows = (frame["year"] < 2025).sum() if name == "timeline" else len(frame)
        assert rows == said, name
        checked += 1
    assert checked > 7


def test_meetings_of_each_year_are_as_many_as_the_rule_says():
    years = load("leader_meetings")["date"].dt.year.value_counts()
    said = {2013: 4, 2018: 4, 2019: 6, 2021: 3, 2022: 3, 2023: 2, 2024: 3, 2025: 4, 2026: 2}
    said |= dict.fromkeys(range(2014, 2018), 5)
    assert years.to_dict() == said


def test_vetoes_since_2014_stand_alike_in_the_two_lists_of_the_council():
    votes = load("council_votes").query("outcome == 'vetoed'")
    vetoes = load("vetoes").query("date >= '2014'").set_index(["date", "draft"])
    for row in votes.itertuples():
        other = vetoes.loc[[(row.date, row.text)]].squeeze()
        for state in ("CHN", "RUS", "USA", "GBR", "FRA"):
            assert (getattr(row, state) == "N") == other[state], (row.date, state)
    assert len(votes) == len(vetoes)


def test_what_became_of_a_draft_follows_from_its_votes():
    votes = load("council_votes")
    against = (votes[["CHN", "RUS", "USA", "GBR", "FRA"]] == "N").any(axis=1)
    against &= votes["text"] != "2623"  # a vote of procedure, which nobody can veto
    enough = votes["yes"] >= 9
    follows = pd.Series("not enough votes", index=votes.index)
    follows = follows.mask(enough, "adopted").mask(enough & against, "vetoed")
    assert (follows == votes["outcome"]).all()
    assert votes[["yes", "no", "abstain"]].sum(axis=1).isin([14, 15]).all()


def test_the_memorandum_on_power_of_siberia_2_has_no_price_and_the_right_day():
    rows = load("timeline").query("date == '2025-09-02'")
    assert rows["event"].str.contains("price open, not confirmed by China").any()


def test_what_was_only_announced_in_2026_is_not_an_event():
    events = load("timeline").query("year == 2026")["event"]
    assert not events.str.contains("Maritime Security Belt|anniversary|APEC").any()


# gapminder-macro, worldbank-gdp, worldbank-population, imf-exchange-rates


def test_population_is_not_the_series_that_stops_in_2013():
    frame = load("macro").dropna(subset=["population_mn"])
    assert frame.groupby("iso3")["year"].max().min() >= 2023


def test_aggregates_of_the_world_bank_are_not_among_the_countries():
    codes = set(load("macro")["iso3"])
    assert not codes & {"EUU", "OED", "HIC", "LMY", "EAS"}


# imf-cofer, us-treasury-tic-mfh, liquidity-lines-bfr


def test_holdings_have_one_value_a_month_although_series_overlap():
    frame = load("treasuries")
    assert not frame.duplicated(["month", "holder"]).any()
    assert "custod" in breaks("treasuries").lower()


def test_an_open_swap_line_has_no_last_day():
    ends = load("swap_lines")["end"]
    assert ends.isna().any()
    assert ends.max().year < 2100


# peacesciencer-cuts


def test_unknown_deaths_are_empty_and_not_minus_nine():
    assert load("disputes")["fatality"].dropna().between(0, 6).all()


def test_the_rivalry_of_china_and_russia_ends_in_1989():
    frame = load("rivalries").query("pair == 'CHN-RUS' or pair == 'RUS-CHN'")
    old = frame[frame["dataset"] == "Thompson & Dreyer 2012"]
    assert (1958, 1989) in set(zip(old["start"], old["end"], strict=True))


def test_obligations_of_the_pair_stop_with_the_data():
    frame = load("alliance_obligations").query("pair == 'RUS-CHN'")
    assert frame["year"].max() == 2018
    assert "not the end of a treaty" in breaks("alliance_obligations")


# sipri-milex-2025, nuclear-warheads, un-comtrade-cipf


def test_warheads_are_named_by_codes():
    assert load("warheads")["iso3"].str.fullmatch("[A-Z]{3}").all()


def test_the_last_report_of_viet_nam_is_not_of_2024():
    frame = load("partner_trade").query("iso3 == 'VNM'")
    assert frame["year"].max() == 2023
    assert load("partner_trade")["year"].max() == 2024


# unga-2025, unga-ideal-points-2025, unga-votes-1992-2022, unvotes-2019, unsc-vetoes


def test_the_two_files_of_votes_hold_other_roll_calls_and_must_be_joined_by_year_only():
    long, full = (load(name).groupby("year").size() for name in VOTE_FILES)
    gap = (long - full).dropna()
    assert gap[2018] != 0
    assert gap.abs().max() <= 40


VOTE_FILES = ("unga_votes_1946_2019", "unga_votes")


def test_the_coding_of_important_votes_is_not_shipped():
    assert not {"importantvote", "important"} & set(load("unga_votes_1946_2019"))


def test_drafts_and_members_of_vetoes_are_without_spaces():
    frame = load("vetoes")
    for column in ("draft", "topic"):
        texts = frame[column].dropna()
        assert (texts == texts.str.strip()).all()
    assert not frame.loc[frame["date"].dt.year == 1955, "CHN"].any()
