"""Lessons 7, 9 and 10 in numbers: money, indicators and forecasts as the map expects them."""

import numpy as np
import pandas as pd
import pytest

from alignment.tables import load


def reserves(quarter):
    frame = load("cofer")
    return frame[frame["quarter"] == quarter].set_index("currency")["pct"]


def point(series, period):
    frame = load("finance_points")
    return frame[(frame["series"] == series) & (frame["period"] == period)]["value"].item()


def test_7_1_shares_of_the_first_quarter_of_2025():
    expected = {"USD": 57.74, "EUR": 20.06, "GBP": 5.19, "JPY": 5.15, "other": 4.93}
    expected |= {"CAD": 2.63, "CNY": 2.12, "AUD": 2.02, "CHF": 0.18}
    shares = reserves("2025-Q1")
    assert shares.to_dict() == pytest.approx(expected, abs=0.0051)
    assert shares.sum() == pytest.approx(100, abs=1e-4)


def test_7_2_concentration_of_named_currencies():
    for quarter, expected in (("2025-Q1", 0.3805), ("2016-Q4", 0.4681)):
        named = reserves(quarter).drop("other") / 100
        assert (named**2).sum() == pytest.approx(expected, abs=6e-5)


def test_7_3_the_yuan_over_eight_quarters_and_from_its_peak():
    yuan = load("cofer").query("currency == 'CNY'").set_index("quarter")["pct"]
    assert yuan["2025-Q1"] - yuan["2023-Q1"] == pytest.approx(-0.464, abs=6e-4)
    assert yuan.idxmax() == "2022-Q1"
    assert yuan["2025-Q1"] - yuan.max() == pytest.approx(-0.723, abs=6e-4)


@pytest.mark.parametrize(
    ("first", "last", "slope"),
    [
        ("2016-Q4", "2025-Q1", 0.154),
        ("2020-Q1", "2025-Q1", -0.030),
        ("2022-Q1", "2025-Q1", -0.255),
        ("2016-Q4", "2022-Q1", 0.342),
    ],
)
def test_7_4_the_trend_depends_on_the_window(first, last, slope):
    yuan = load("cofer").query("currency == 'CNY'").set_index("quarter")["pct"].loc[first:last]
    years = np.arange(len(yuan)) / 4
    assert np.polyfit(years, yuan, 1)[0] == pytest.approx(slope, abs=6e-4)


def test_7_7_value_of_cips():
    growth = point("cips_value", "2024") / point("cips_value", "2023") - 1
    assert 100 * growth == pytest.approx(42.2, abs=0.05)


def test_7_8_published_multiples_imply_other_bases():
    assert point("cny_exports", "2024-02") / 86 == pytest.approx(0.401, abs=5e-4)
    assert point("cny_imports", "2024-02") / 8 == pytest.approx(4.55, abs=5e-3)
    assert point("cny_exports", "2024-02") / point("cny_exports", "2022-01") == pytest.approx(69)


def test_7_9_where_the_points_of_the_dollar_went():
    change = reserves("2025-Q1") - reserves("2016-Q4")
    assert change["USD"] == pytest.approx(-7.62, abs=0.005)
    expected = {"other": 2.59, "JPY": 1.19, "CNY": 1.04, "EUR": 0.92, "GBP": 0.84}
    assert {name: change[name] for name in expected} == pytest.approx(expected, abs=0.0051)


def test_7_10_treasuries():
    frame = load("treasuries").pivot(index="month", columns="holder", values="usd_bn")
    china, all_holders = frame["China"], frame["All foreign holders"]
    early, late = pd.Timestamp("2013-11-01"), pd.Timestamp("2025-12-01")
    assert [china[early], china[late]] == [1316.7, 683.5]
    shares = [100 * china[day] / all_holders[day] for day in (early, late)]
    assert shares == pytest.approx([23.0, 7.4], abs=0.05)
    russia = frame["Russia"]
    change = 100 * (russia[pd.Timestamp("2018-05-01")] / russia[pd.Timestamp("2018-03-01")] - 1)
    assert change == pytest.approx(-84.5, abs=0.05)


def live_lines(source):
    frame = load("swap_lines")
    day = pd.Timestamp("2022-12-31")
    live = (frame["start"] <= day) & (frame["end"].isna() | (frame["end"] >= day))
    return frame[live & (frame["source"] == source)]


def test_7_11_partners_with_a_live_line():
    china = live_lines("CHN")
    own = china[china["kind"] != "pooled fund"]
    assert (own["recipient"].nunique(), len(own)) == (30, 32)
    assert own.loc[own["currency"] == "CNY", "amount_bn"].sum() == pytest.approx(4574, abs=1)
    america = live_lines("USA").groupby("form")["recipient"].nunique()
    assert america.to_dict() == {"repo": 8, "swap": 6}
    ever = load("swap_lines").query("source == 'CHN'")
    assert ever[ever["kind"] != "pooled fund"]["recipient"].nunique() == 43
    assert ever["recipient"].nunique() == 48


def test_7_12_dollar_and_euro_in_russian_export_settlement():
    shares = [point("usd_eur_exports", day) for day in ("2022-01", "2022-12", "2023-06")]
    assert shares == [87, 48, 30]


def effective_number(frame):
    values = np.linalg.eigvalsh(np.corrcoef(frame.to_numpy(float).T))
    return values.sum() ** 2 / (values**2).sum()


def test_9_9_indicators_share_a_trend_but_not_their_movements():
    frame = load("indicators_yearly").set_index("year")[["trade", "events", "arms", "closeness"]]
    assert effective_number(frame) == pytest.approx(1.83, abs=0.005)
    assert effective_number(frame.diff().dropna()) == pytest.approx(3.49, abs=0.005)


def test_9_9_a_part_counted_again_lowers_the_effective_number():
    frame = load("indicators_yearly").set_index("year")
    assert effective_number(frame) < effective_number(frame.drop(columns="patrols"))
    assert frame["trade"].corr(frame["patrols"]) == pytest.approx(0.96, abs=0.005)


def test_10_1_the_panel_converges():
    scores = load("panel").pivot(index="panellist", columns="round", values="score")
    assert scores.median().to_list() == [66, 64]
    spread = scores.astype(float).quantile(0.75) - scores.astype(float).quantile(0.25)
    assert spread.to_list() == [8, 5]


def test_10_2_the_panel_of_three_agrees():
    ranks = load("panel_ranks").pivot(index="panellist", columns="domain", values="rank")
    sums = ranks.sum().astype(float)
    w = 12 * ((sums - sums.mean()) ** 2).sum() / (3**2 * (5**3 - 5))
    assert w == pytest.approx(0.8444, abs=5e-5)


def test_10_6_the_invented_forecaster_scores_173():
    past = load("questions").query("set == 'past'")
    outcome = past["outcome"].astype(float)
    assert ((past["forecast"] - outcome) ** 2).mean() == pytest.approx(0.1730, abs=5e-5)
    strict = past["support"] != "method changed"
    assert ((past["forecast"] - outcome)[strict] ** 2).mean() == pytest.approx(0.1653, abs=1e-4)
    assert outcome[strict].mean() == 0.4
