"""Right values of the predictions on reading, weighing and judging (lessons 0 to 2, 8 to 10)."""

import numpy as np


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
