"""Events, votes on Ukraine and vetoes: several files of facts joined to one table."""

import pandas as pd

SEARCHED = 2025  # from this year on every event of the rule was looked for
MEMBERS = ("CHN", "RUS", "USA", "GBR", "FRA")
LASTING_PEACE = "Lasting peace 2026"
TEXTS = ("68/262", "ES-11/1", "ES-11/2", "ES-11/3", "ES-11/4", "ES-11/5", "ES-11/6", "ES-11/7")
TEXTS += ("ES-11/8", "ES-11/9", "80/223", LASTING_PEACE)


def timeline(inputs) -> pd.DataFrame:
    """Return dated events; a date is kept as precise as it is known."""
    files = ("pages/timeline_1860_2025", "pages/events_2026")
    frame = pd.concat([inputs.facts(name) for name in files], ignore_index=True)
    frame["precision"] = frame["date"].str.len().map({4: "year", 7: "month", 10: "day"})
    frame["year"] = frame["date"].str[:4].astype(int)
    frame["start"] = pd.to_datetime((frame["date"] + "-01-01").str[:10])
    frame["search"] = (frame["year"] >= SEARCHED).map({True: "close", False: "sparse"})
    return frame.sort_values(["start", "event"])


def ukraine_votes(inputs) -> pd.DataFrame:
    """Join complete lists, single states and the states of 2025; the first of two rows counts."""
    complete = ("ukraine_lists", "pages/es11_7_votes_by_country")
    parts = [inputs.facts(name) for name in complete]
    parts.append(inputs.facts("pages/unga_ukraine_votes_selected_states").dropna(subset="vote"))
    parts.append(_votes_of_2025(inputs))
    votes = pd.concat(parts, ignore_index=True).drop_duplicates(["text", "iso3"])
    names = inputs.content("states").set_index("iso3")["name"]
    votes["state"] = votes["iso3"].map(names)
    return votes.sort_values(
        ["text", "iso3"], key=lambda c: c.map(TEXTS.index) if c.name == "text" else c
    )


def _votes_of_2025(inputs) -> pd.DataFrame:
    wide = inputs.table("unga_votes_2025")
    wide["text"] = wide["resolution"].str.removeprefix("A/RES/")
    wide = wide[wide["text"].isin(TEXTS)].drop(columns=["resolution", "date", "title"])
    votes = wide.melt("text", var_name="iso3", value_name="vote").dropna(subset="vote")
    return votes.assign(source_id="unga_2025")


def vetoes(inputs) -> pd.DataFrame:
    """Return one row per vetoed draft and one column per permanent member."""
    council = inputs.facts("pages/unsc_selected_votes")
    last = council[council["outcome"] == "double veto"]
    last = last[last["date"] > "2026"][["date", "source_id", "confidence"]]
    last = last.assign(topic="Strait of Hormuz", **dict.fromkeys(MEMBERS, "false"))
    last[["CHN", "RUS"]] = "true"
    files = ("vetoes_to_2022", "pages/unsc_vetoes_2022_2025")
    frame = pd.concat([*map(inputs.facts, files), last], ignore_index=True)
    frame = inputs.typed(frame).sort_values("date", kind="stable")
    return frame.assign(number=range(1, len(frame) + 1))
