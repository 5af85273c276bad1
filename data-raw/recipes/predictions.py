"""The right values of the predictions, each computed from the tables as they are shipped.

One function per prediction returns the numbers its sentences name: `value` where one number is
asked for, `values` by name where several are (`known` is the part of a line that is shown).
"""

from string import Formatter

import numpy as np
import pandas as pd

SENTENCES = ("question", "answer", "wrong", "near_says", "far_says", "wrong_says")


def predictions(inputs) -> pd.DataFrame:
    """Return the questions with their right values and with the numbers written into sentences."""
    frame = inputs.content("predictions")
    found = _found(inputs)
    frame["value"] = [found[name].get("value", np.nan) for name in frame["id"]]
    for column in SENTENCES:
        texts = zip(frame["id"], frame[column], strict=True)
        frame[column] = [
            None if pd.isna(text) else _Signed().format(text, **found[name]) for name, text in texts
        ]
    return inputs.typed(frame)


def prediction_points(inputs) -> pd.DataFrame:
    """Return the options, bars or points of the predictions that ask for more than one number."""
    rows = []
    for name, found in _found(inputs).items():
        for part, given in (("known", True), ("values", False)):
            points = dict(found.get(part, {}))
            rows += [(name, str(at), float(value), given) for at, value in points.items()]
    frame = pd.DataFrame(rows, columns=["id", "name", "value", "given"])
    frame.insert(1, "position", frame.groupby("id").cumcount() + 1)
    return frame


def _found(inputs) -> dict[str, dict]:
    names = inputs.content("predictions")["id"]
    return {name: globals()[name.replace("-", "_")](inputs.table) for name in names}


class _Signed(Formatter):
    """Write numbers as a reader expects them: a minus sign, not a hyphen; no minus zero."""

    def format_field(self, value, spec):
        text = super().format_field(value, spec)
        if text.startswith("-"):
            text = "−" + text[1:]
        return text.lstrip("−") if not text.strip("−0.") else text


def _share(part: float, whole: float) -> float:
    return part / whole * 100


# --- 00 and 01 ------------------------------------------------------------------------------


def p0(load):
    china = load("trade").set_index("year")["share_of_china_pct"][2024]
    shares = load("dependence_shares").query("of_whom == 'Russia' and on_whom == 'China'")
    russia = shares.query("flow == 'trade'").set_index("year")["pct"][2024]
    return {"values": {"China": china, "Russia": russia}, "china": china, "russia": russia}


def p1_1(load):
    return {"value": int(load("claims")["phrase"].str.contains(r"\d").sum())}


def p1_2(load):
    first = load("claims")["type"].str.split(",").str[0]
    numbers = {"claims": len(first), "normative": int(first.eq("normative").sum())}
    return {"value": int(first.eq("causal").sum()), **numbers}


def p1_3(load):
    yes = load("claims")["testable"].str.split(",").str[0].eq("yes")
    return {"value": _share(yes.sum(), len(yes)), "yes": int(yes.sum()), "claims": len(yes)}


def p1_4(load):
    codings = load("claim_codings")
    same = codings["first"].eq(codings["second"])
    chance = codings["first"].value_counts(normalize=True).max() * 100
    numbers = {"same": int(same.sum()), "claims": len(same), "one_type": chance}
    return {"value": _share(same.sum(), len(same)), **numbers}


# --- 02 -------------------------------------------------------------------------------------


def p2_1(load):
    duties = load("alliance_obligations").query("pair == 'RUS-CHN' and year >= 1950")
    return {"value": int(duties.loc[duties["defence"].astype(bool), "year"].max())}


def p2_4(load):
    force = load("disputes").query("dataset == 'GML' and hostility >= 4")["year"]
    numbers = {"rows": len(force), "first": int(force.min()), "late": int((force > 1991).sum())}
    return {"value": int(force.max()), **numbers}


def p2_2(load):
    codes = load("ach_matrix").groupby("item")["code"].nunique()
    shown = codes[["e1", "e2", "e3", "e5", "e11"]]
    return {"values": -shown, "right": shown.idxmin()}


def p2_3(load):
    odds = 1 / 4 * 3 * 1 / 2 * 2
    return {"value": odds / (1 + odds)}


# --- 03 -------------------------------------------------------------------------------------


def p3_1(load):
    tiv = load("arms_transfers").query("supplier == 'Russia' and recipient == 'China'")
    tiv = tiv.set_index("year")["tiv"].sort_index()
    known, values = tiv.loc[2000:2019], tiv.loc[2020:2024]
    fall = (1 - values.sum() / known.loc[2015:].sum()) * 100
    return {"known": known, "values": values, "last": values.iloc[-1], "fall": fall} | {
        "before": known.iloc[-1]
    }


def p3_2(load):
    arms = load("arms_transfers").query("recipient == 'China'")

    def window(first, last):
        inside = arms[arms["year"].between(first, last)]
        return inside.loc[inside["supplier"].eq("Russia"), "tiv"].sum(), inside["tiv"].sum()

    (part, whole), (old_part, old_whole), (_, previous) = (
        window(2020, 2024),
        window(2010, 2014),
        window(2015, 2019),
    )
    fall = (1 - whole / previous) * 100
    return {"value": _share(part, whole), "before": _share(old_part, old_whole), "fall": fall}


def p3_3(load):
    tiv = load("arms_categories").groupby([load("arms_categories")["year"] >= 2020, "category"])
    late = tiv["tiv"].sum()[True]
    early = load("arms_categories").query("1995 <= year <= 2009").groupby("category")["tiv"].sum()
    late = late.reindex(["Aircraft", "Engines", "Missiles", "Sensors", "Ships"], fill_value=0)
    shares = late / load("arms_categories").query("year >= 2020")["tiv"].sum() * 100
    return {"values": shares, "share": shares.max(), "right": shares.idxmax()} | {
        "aircraft": _share(early["Aircraft"], early.sum())
    }


def p3_5(load):
    tiv = load("arms_transfers").query("recipient == 'Russia' and 2022 <= year <= 2024")
    share = tiv.groupby("supplier")["tiv"].sum().pipe(lambda s: s / s.sum() * 100)
    return {"value": share["China"], "iran": share["Iran"], "korea": share["North Korea"]}


def p3_4(load):
    usd = load("military_spending").pivot(index="year", columns="country", values="usd_2023")
    usd = usd[["China", "Germany", "Russia", "United States"]]
    growth = (usd.loc[2024] / usd.loc[2015] - 1) * 100
    return {"values": growth, **{name.split()[-1].lower(): growth[name] for name in growth.index}}


# --- 04 -------------------------------------------------------------------------------------


def p4_1(load):
    total = load("trade").set_index("year")["total"].round(1)
    change = (total[2025] / total[2024] - 1) * 100
    return {"known": total.loc[2015:2021], "values": total.loc[2022:2025]} | {
        "before": total[2021],
        "top": total[2024],
        "last": total[2025],
        "fall": -change,
    }


def p4_3(load):
    periods = load("trade_periods")
    half = np.where(periods["end"].dt.month <= 6, 1, 2)
    exports = periods.groupby([periods["start"].dt.year, half])["exports"].sum()
    change = (exports[2024, 1] / exports[2023, 1] - 1) * 100
    season = (exports[2024, 1] / exports[2023, 2] - 1) * 100
    return {
        "value": change,
        "season": season,
        "later": (exports[2025, 1] / exports[2024, 1] - 1) * 100,
    }


def p4_2(load):
    money = load("fossil_revenue_windows").pivot(
        index="destination", columns="window", values="mn_eur_per_day"
    )
    before, after = money["before"], money["war_year_2"]
    return {
        "value": _share(before["China"], after.sum()),
        "before": _share(before["China"], before.sum()),
        "after": _share(after["China"], after.sum()),
        "income_before": before.sum(),
        "income_after": after.sum(),
    }


def p4_4(load):
    money = load("fossil_revenue_windows").pivot(
        index="destination", columns="window", values="mn_eur_per_day"
    )
    more = money["war_year_2"] - money["before"]
    more = more[["China", "India", "South Korea", "Türkiye"]]
    return {"values": more, "china": more["China"], "india": more["India"]} | {
        "turkiye": more["Türkiye"],
        "korea": more["South Korea"],
    }


def p4_5(load):
    energy = load("energy_imports")
    tonnes = energy.groupby(energy["month"].dt.year)["crude_mt"].sum()
    return {"value": (tonnes[2022] / tonnes[2021] - 1) * 100}


# --- 05 -------------------------------------------------------------------------------------

_PUBLISHERS = (
    "share_brand_china",
    "share_machine_tools",
    "share_dispatch_china",
    "share_chpl_carnegie",
    "share_dual_use_us_mission",
    "share_microelectronics",
)


def p5_1(load):
    goods = load("dual_use_figures")
    shares = goods.loc[goods["series"].isin(_PUBLISHERS), "value"]
    numbers = {"lowest": shares.min(), "highest": shares.max(), "publishers": len(shares)}
    return {"value": shares.max() - shares.min(), **numbers}


def _battlefield(load):
    goods = load("dual_use_figures").set_index(["series", "period"])["value"]
    sent = goods["share_dispatch_china", "2023"] + goods["share_dispatch_hk", "2023"]
    return goods["share_brand_coalition", "2023"], sent


def p5_2(load):
    made, sent = _battlefield(load)
    return {"value": made, "sent": sent, "rest": 100 - sent}


def p5_3(load):
    made, sent = _battlefield(load)
    return {"value": max(0.0, round(made + sent - 100, 1)), "made": made, "sent": sent}


def p5_4(load):
    fibre = load("dual_use_figures").query("series == 'fibre_russia'").set_index("period")["value"]
    return {"value": fibre["2025-08"] / fibre["2025-06"]}


# --- 06 -------------------------------------------------------------------------------------


def p6_1(load):
    pair = load("unga_agreement").query("definition == 'strict' and pair == 'CHN-RUS'")
    share = pair.set_index("year")["value"].astype(float)
    return {"value": (share[2025] - share.loc[1980:1989].mean()) * 100}


def _same(votes, one, other):
    both = votes[votes[[one, other]].isin(["Y", "A", "N"]).all(axis=1)]
    return both[one].eq(both[other]).mean() * 100


def p6_2(load):
    votes = load("unga_votes_2025")
    yes = votes[["CHN", "RUS", "GBR", "BRA"]].eq("Y").all(axis=1)
    both = {"United States": "USA", "China": "CHN"}
    same = {name: _same(votes, "GBR", code) for name, code in both.items()}
    rest = {code: _same(votes[~yes], "GBR", code) for code in both.values()}
    alone = int((yes & votes["USA"].eq("N")).sum())
    numbers = {"china": same["China"], "usa": same["United States"], "texts": len(votes)}
    numbers |= {"china_rest": rest["CHN"], "usa_rest": rest["USA"], "alone": alone}
    return {"values": same, "right": max(same, key=same.get), **numbers}


def p6_5(load):
    votes = load("unga_votes_1946_2019").query("year >= 2014")
    same = {
        (topic, code): _filled(votes[votes[topic].astype(bool)], "RUS", code)
        for topic in ("nuclear", "palestine")
        for code in ("USA", "CHN")
    }
    values = {"China": same["nuclear", "CHN"], "United States": same["nuclear", "USA"]}
    return {"values": values, "right": max(values, key=values.get)} | {
        "china": values["China"],
        "usa": values["United States"],
        "china_palestine": same["palestine", "CHN"],
        "usa_palestine": same["palestine", "USA"],
    }


def _filled(votes, one, other):
    both = votes.dropna(subset=[one, other])
    return both[one].eq(both[other]).mean() * 100


def p6_3(load):
    tally = load("ukraine_tallies").set_index("text").loc["ES-11/7"]
    numbers = {"yes": int(tally["yes"]), "no": int(tally["no"])}
    return {"value": int((tally["yes"] - 2 * tally["no"]) // 3 + 1), **numbers}


def p6_4(load):
    vetoes = load("vetoes")
    vetoes = vetoes[vetoes["date"].dt.year.between(2007, 2025)]
    joint, all_of_russia = int((vetoes["CHN"] & vetoes["RUS"]).sum()), int(vetoes["RUS"].sum())
    return {"value": _share(joint, all_of_russia), "joint": joint, "russia": all_of_russia}


# --- 07 -------------------------------------------------------------------------------------


def _reserves(load):
    return load("cofer").pivot(index="start", columns="currency", values="pct")


def p7_1(load):
    last = _reserves(load).iloc[-1]
    return {"value": last["CNY"], "dollar": last["USD"], "euro": last["EUR"]}


def p7_2(load):
    own = load("finance_points").query("series == 'bilateral' and year == 2025")["value"].item()
    trade = load("trade").set_index("year")["total"][2025]
    world = load("china_world_trade").set_index("year")["total"][2025]
    return {"value": own * trade / world, "own": own}


def p7_3(load):
    reserves = _reserves(load)
    moved = reserves.iloc[-1] - reserves.loc["2016-10-01"]
    named = {"yen": moved["JPY"], "others": moved[["AUD", "CAD", "CHF", "GBP", "other"]].sum()}
    shares = {name: _share(value, -moved["USD"]) for name, value in named.items()}
    return {"value": _share(moved["CNY"], -moved["USD"]), "lost": -moved["USD"], **shares}


def p7_4(load):
    yuan = _reserves(load)["CNY"]

    def slope(values):
        return np.polyfit(np.arange(len(values)) / 4, values, 1)[0]

    late, early = slope(yuan.loc["2022-01-01":]), slope(yuan.loc["2016-10-01":"2022-01-01"])
    word = "flat" if abs(late) <= 0.05 else "rising" if late > 0 else "falling"
    values = {name: float(name == word) for name in ("rising", "falling", "flat")}
    return {"values": values, "right": word, "late": abs(late), "early": early}


def p7_5(load):
    held = load("treasuries").pivot(index="month", columns="holder", values="usd_bn")
    held = held[held.index.month == 12]
    held.index = held.index.year
    share = (held["China"] / held["All foreign holders"] * 100).round(1)
    whole = held["All foreign holders"]
    growth = (whole.loc[2025] / whole.loc[2014] - 1) * 100
    return {"known": share.loc[2000:2013], "values": share.loc[2014:2025]} | {
        "last": share.loc[2025],
        "first": share.loc[2014],
        "growth": growth,
    }


# --- 08 and 09 ------------------------------------------------------------------------------


def _weights(load):
    points = load("swing_points").query("sheet == 'reference'").set_index("criterion")["points"]
    return points / points.sum()


def _scores(load, column="mode", sheet="reference"):
    judged = load("judgements")
    judged = judged[judged["sheet"] == sheet]
    return judged.pivot(index="domain", columns="criterion", values=column)


def p8_1(load):
    return {"value": sum(1 / rank for rank in range(1, 7)) / 6, "swing": _weights(load).max()}


def p8_2(load):
    scores = _scores(load)
    draws = np.random.default_rng(8).dirichlet(np.ones(6), 10_000)
    first = (draws @ scores.T.to_numpy(dtype=float)).argmax(axis=1)
    return {"value": _share((first == list(scores.index).index("M")).sum(), len(first))}


def p8_3(load):
    value = {
        words: (_scores(load, sheet=sheet).loc["M"] * _weights(load)).sum()
        for words, sheet in (("the alignment", "reference"), ("the placebo", "us-japan"))
    }
    return {
        "values": value,
        "right": max(value, key=value.get),
        "alignment": value["the alignment"],
        "placebo": value["the placebo"],
    }


def p9_1(load):
    times = 0.01**-2 / 0.02**-2
    values = {str(n): float(n == times) for n in (2, 4, 8, 16)}
    return {"values": values, "right": max(values, key=values.get)}


def p9_2(load):
    weights = _weights(load)
    low, mode, high = (_scores(load, column).loc[["T", "E"]] for column in ("low", "mode", "high"))
    lead = (mode.loc["T"] - mode.loc["E"]) @ weights
    down = (lead + (low - mode).loc["T"] * weights < 0).sum()
    up = (lead - (high - mode).loc["E"] * weights < 0).sum()
    return {"value": int(down + up), "lead": lead}


def p9_3(load):
    yearly = load("indicators_yearly").set_index("year")[["trade", "arms"]]
    changes = yearly.diff().dropna()
    return {"value": changes.corr().iloc[0, 1], "levels": yearly.corr().iloc[0, 1]} | {
        "changes": len(changes)
    }


# --- 10 -------------------------------------------------------------------------------------


def _resolved(load):
    asked = load("questions").query("set == 'past' and support != 'method changed'")
    forecasts, outcomes = asked["forecast"].to_numpy(float), asked["outcome"].to_numpy(float)
    picks = np.random.default_rng(10).integers(0, len(asked), (10_000, len(asked)))
    return forecasts, outcomes, picks


def p10_1(load):
    _, outcomes, _ = _resolved(load)
    return {"value": int(outcomes.sum()), "asked": len(outcomes)} | {
        "not": int((1 - outcomes).sum())
    }


def p10_2(load):
    forecasts, outcomes, picks = _resolved(load)
    own, rival = (forecasts - outcomes) ** 2, (outcomes.mean() - outcomes) ** 2
    better = own[picks].mean(axis=1) < rival[picks].mean(axis=1)
    return {"value": better.mean() * 100, "own": own.mean(), "rival": rival.mean()}


def p10_3(load):
    forecasts, outcomes, picks = _resolved(load)
    errors = (forecasts - outcomes) ** 2
    return {"value": np.quantile(errors[picks].mean(axis=1), 0.95), "score": errors.mean()}


def p10_4(load):
    return {}  # about oneself: the number of one's own ranges that held the right value
