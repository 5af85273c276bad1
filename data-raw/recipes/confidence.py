"""How sure the collectors were: rows of each file of figures read from pages, by confidence.

Rows of confidence low are counted here and shipped nowhere.
"""

import pandas as pd

LEVELS = ("high", "medium", "low")


def fact_confidence(inputs) -> pd.DataFrame:
    """Count rows by confidence in every file of facts/pages."""
    parts = []
    for path in sorted((inputs.folder / "facts" / "pages").glob("*.csv")):
        counts = inputs.facts(f"pages/{path.stem}", low=True)["confidence"].value_counts()
        parts.append({"file": path.stem} | {level: int(counts.get(level, 0)) for level in LEVELS})
    frame = pd.DataFrame(parts)
    return frame.assign(rows=frame[list(LEVELS)].sum(axis=1)).sort_values("file")
