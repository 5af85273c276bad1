"""How sure the collectors were: rows of each file of facts by confidence.

Rows of confidence low are counted here and shipped nowhere.
"""

import pandas as pd

from alignment.sources import facts
from alignment.sources.raw import Raw
from alignment.sources.recipe import Field, Recipe, integer, made_basis, text

LEVELS = ("high", "medium", "low")


def fact_confidence(raw: Raw) -> pd.DataFrame:
    """Count rows by confidence in every file of facts."""
    parts = []
    for name in (*facts.ECONOMY, *facts.SECURITY):
        counts = facts.table(raw, name, low=True)["confidence"].value_counts()
        counts = {level: int(counts.get(level, 0)) for level in LEVELS}
        parts.append({"file": name.split("/")[1].removesuffix(".csv"), **counts})
    table = pd.DataFrame(parts)
    return table.assign(rows=table[list(LEVELS)].sum(axis=1)).sort_values("file")


def _count(name: str) -> Field:
    what = "rows" if name == "rows" else f"rows of confidence {name}"
    return integer(name, what, unit="rows", minimum=0, shadow="scale", required=True)


RECIPES = (
    Recipe(
        name="fact_confidence",
        title="How sure we are of the collected facts",
        description="Rows of the collectors' files by confidence. high: printed on the page and "
        "consistent with others; medium: rounded, second-hand or one source; low: from memory "
        "or doubtful. Rows of confidence low are not in any other table, unless they were "
        "confirmed on another page.",
        build=fact_confidence,
        fields=(text("file", "file of facts", required=True), *map(_count, ("rows", *LEVELS))),
        key=("file",),
        sources=("project",),
        licence="CC BY 4.0 (computed for this course)",
        basis=made_basis("counts of {raw_rows} rows in {rows} files"),
        vintage="second check on 23 November 2026",
        coverage="23 files of facts",
        relations=({"kind": "sum", "total": "rows", "parts": list(LEVELS), "tolerance": 0},),
        kind="derived",
    ),
)
