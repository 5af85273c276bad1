"""Single published figures: dual-use goods, listings, money, energy, lending, limits.

One row is one figure on one page. `content/series.csv` says which series enter which table and
what each counts; a row without such a series enters none.
"""

import pandas as pd


def points(inputs) -> pd.DataFrame:
    """Return the figures of a table's file whose series the table shows."""
    frame = inputs.own(inputs.descriptor.files[0])
    series = inputs.content("series")
    inputs.rows.pop("content/series.csv")  # not a row of figures
    items = series[series["table"] == inputs.descriptor.name].set_index("series")["item"]
    frame = frame[frame["series"].isin(items.index)].reset_index(drop=True)
    frame["item"] = frame["series"].map(items)
    frame["year"] = frame["period"].str.extract(r"(\d{4})")[0].astype(int)
    frame["year"] -= frame["period"].str.startswith("pre-")  # the year before
    return inputs.typed(frame).sort_values(["series", "period", "value"])
