"""What the guides print about the cast of voices and about the sources, counted from the tables."""

import pandas as pd

from alignment.tables import load


def voices() -> str:
    """Return who speaks in which lesson, and each capital and school counted, as Markdown."""
    cast = load("voices")
    lines = [
        "| lesson | who speaks | read as | official | scholarly |",
        "| --- | --- | --- | ---: | ---: |",
    ]
    for lesson, rows in cast.groupby("lesson"):
        said = "; ".join(f"{row.capital}: {row.who}" for row in rows.itertuples())
        schools = [str((rows["school"] == name).sum()) for name in ("official", "scholarly")]
        lines.append(f"| {' | '.join((lesson, said, ', '.join(rows['reads_it_as']), *schools))} |")
    return "\n".join(lines) + "\n\n" + _crossed(cast, "capital", "school")


def _crossed(frame: pd.DataFrame, row: str, column: str) -> str:
    table = pd.crosstab(frame[row], frame[column])
    table["all"] = table.sum(axis=1)
    table = table.sort_values("all", ascending=False, kind="stable")
    lines = [f"| {row} | {' | '.join(table)} |", f"| --- |{' ---: |' * len(table.columns)}"]
    lines += [f"| {name} | {' | '.join(map(str, cells))} |" for name, *cells in table.itertuples()]
    return "\n".join(lines) + "\n"


def sources() -> str:
    """Return how many sources there are of each kind and language, and what is still a relay."""
    pages = load("sources").query("kind == 'page'")
    relay = pages["relay"]
    lines = ["| kind of publisher | pages | of these relays | in English |"]
    lines += ["| --- | ---: | ---: | ---: |"]
    for name, rows in pages.groupby("publisher_kind"):
        english = (rows["language"] == "en").sum()
        lines.append(f"| {name} | {len(rows)} | {rows['relay'].sum()} | {english} |")
    lines.append(f"| all | {len(pages)} | {relay.sum()} | {(pages['language'] == 'en').sum()} |")
    return "\n".join(lines) + "\n"
