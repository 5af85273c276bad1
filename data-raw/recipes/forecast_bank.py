"""The bank of forecast questions: how often such a thing happened before, from our own tables.

The base rate of each question is the rule of succession (Laplace 1814), (yes + 1) / (cases + 2), so
that it never says never. `base` in content/forecast_bank.csv names the count:

`events KIND LEAST SINCE`  whole windows of the question's length since a year, with enough events
`never SINCE`              the same, for a thing that has not happened since that day
`votes STATE VOTE`         texts about Ukraine on which a state voted so, without those that only
                           mention the war
`rises SERIES STEPS`, `falls ...`, `above SERIES LEVEL`   values of a series
`none`                     no record of ours: one half
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

EXERCISES_TO = pd.Timestamp("2025-12-31")  # to here the list of exercises is complete
RUSSIAN = ("Moscow", "Petersburg", "Sochi", "Kazan", "Vladivostok", "Ufa", "Russia")


def forecast_bank(inputs) -> pd.DataFrame:
    """Return the questions with their base rates and the counts that these come from."""
    frame = inputs.content("forecast_bank")
    found = [_counts(row.base.split(), int(row.days), inputs.table) for row in frame.itertuples()]
    frame["happened"], frame["cases"] = zip(*found, strict=True)
    frame["base_rate"] = (frame["happened"] + 1) / (frame["cases"] + 2)
    return inputs.typed(frame.drop(columns="base"))


def _counts(words: list[str], days: int, table: Callable) -> tuple[int, int]:
    kind, *rest = words
    if kind == "none":
        return 0, 0
    if kind == "never":
        return 0, _windows(pd.Timestamp(rest[0]), _newest(table), days)
    if kind == "events":
        name, least, since = rest[0], int(rest[1]), pd.Timestamp(f"{rest[2]}-01-01")
        dates = _events(table)[name]
        until = _newest(table)
        if name in ("patrol", "exercise", "with_others"):
            until = min(until, EXERCISES_TO)
        total = _windows(since, until, days)
        at = ((dates[dates >= since] - since).dt.days // days).to_numpy(int)
        counts = np.bincount(at[at < total], minlength=total)
        return int((counts >= least).sum()), total
    if kind == "votes":
        cast = table("ukraine_texts").query("scope == 'about'")[rest[0]]
        return int((cast == rest[1]).sum()), len(cast)
    series = _series(rest[0], table)
    if kind == "above":
        return int((series > float(rest[1])).sum()), len(series)
    change = series.diff(int(rest[1])).dropna()
    return int((change > 0).sum() if kind == "rises" else (change < 0).sum()), len(change)


def _newest(table: Callable) -> pd.Timestamp:
    """Return the day up to which our tables of events reach: that of the newest event."""
    return max(dates.max() for dates in _events(table).values())


def _windows(since: pd.Timestamp, until: pd.Timestamp, days: int) -> int:
    return int((until - since).days // days)


def _events(table: Callable) -> dict[str, pd.Series]:
    exercises, meetings, vetoes = (table(n) for n in ("joint_exercises", "leader_meetings",
                                                      "vetoes"))  # fmt: skip
    patrol = exercises["patrol"] & exercises["kind"].eq("air")
    person = meetings["format"].eq("in person")
    russian = meetings["place"].str.contains("|".join(RUSSIAN))
    found = {
        "patrol": exercises[patrol]["start"],
        "exercise": exercises[~exercises["patrol"]]["start"],
        "with_others": exercises[~exercises["bilateral"]]["start"],
        "in_person": meetings[person]["date"],
        "xi_in_russia": meetings[person & russian]["date"],
        "double_veto": vetoes[vetoes["CHN"] & vetoes["RUS"]]["date"],
        "russian_veto": vetoes[vetoes["RUS"]]["date"],
    }
    return {name: pd.to_datetime(dates) for name, dates in found.items()}


def _series(name: str, table: Callable) -> pd.Series:
    if name == "trade":
        return table("trade").sort_values("year")["total"]
    if name == "gas":
        return table("gas_pipeline").sort_values("year")["bcm"]
    if name == "rate":
        rows = table("exchange_rates").query("currency == 'CNY' and year >= 2005")
        return rows.sort_values("year")["per_usd"]
    if name == "cofer":
        return table("cofer").query("currency == 'CNY'").sort_values("start")["pct"]
    return table("treasuries").query("holder == 'China'").sort_values("month")["usd_bn"]
