"""Right values of the predictions on the five domains (lessons 3 to 7)."""

import numpy as np


def _share(part: float, whole: float) -> float:
    return part / whole * 100


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
        "value": _share(before["China"], after.drop("China").sum() + before["China"]),
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
    votes = load("unga_votes").query("year == 2025")
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
    tally = load("ukraine_texts").set_index("text").loc["ES-11/7"]
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
    named = {"yen": moved["JPY"], "others": moved["other"]}
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
    growth = (whole.loc[2025] / whole.loc[2013] - 1) * 100
    fall = (1 - held.loc[2025, "China"] / held.loc[2013, "China"]) * 100
    return {"known": share.loc[2000:2013], "values": share.loc[2014:2025]} | {
        "last": share.loc[2025],
        "first": share.loc[2014],
        "growth": growth,
        "fall": fall,
    }
