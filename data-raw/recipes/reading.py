"""What follows from content/reading.csv and from the matrix of evidence."""

import pandas as pd

HYPOTHESES = ("H1", "H2", "H3", "H4", "H5")


def claim_codings(inputs) -> pd.DataFrame:
    """Return two codings of the main type: the first word of `type`, and a second coder's."""
    reading = inputs.content("reading")
    first = reading["type"].str.split(",").str[0]
    second = reading["second_type"].fillna(first)
    return pd.DataFrame({"id": reading["id"], "first": first, "second": second})


def ach_matrix(inputs) -> pd.DataFrame:
    """Return one code per item and hypothesis, and a second one where an item reads both ways."""
    wide = inputs.content("ach_matrix")
    rows = [
        (row["item"], name, row[name], row[f"{name}_other"])
        for _, row in wide.iterrows()
        for name in HYPOTHESES
    ]
    return pd.DataFrame(rows, columns=["item", "hypothesis", "code", "other_code"])
