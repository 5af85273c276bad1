"""Events and vetoes: several files of facts joined to one table."""

import pandas as pd

SEARCHED = 2025  # from this year on the events that the rule names were looked for


def timeline(inputs) -> pd.DataFrame:
    """Return dated events; a date is kept as precise as it is known."""
    files = ("pages/timeline_1860_2025", "pages/events_2026")
    frame = pd.concat([inputs.facts(name) for name in files], ignore_index=True)
    frame["precision"] = frame["date"].str.len().map({4: "year", 7: "month", 10: "day"})
    frame["year"] = frame["date"].str[:4].astype(int)
    frame["start"] = pd.to_datetime((frame["date"] + "-01-01").str[:10])
    frame["search"] = (frame["year"] >= SEARCHED).map({True: "close", False: "sparse"})
    return frame.sort_values(["start", "event"])


def vetoes(inputs) -> pd.DataFrame:
    """Return one row per vetoed draft and one column per permanent member."""
    files = ("vetoes_to_2022", "pages/unsc_vetoes_2022_2026")
    frame = pd.concat(map(inputs.facts, files), ignore_index=True)
    frame = inputs.typed(frame).sort_values("date", kind="stable")
    return frame.assign(number=range(1, len(frame) + 1))
