"""After numbers were moved, make every declared relation hold again.

Each kind of relation in `relations.py` has one function here that mends it.
"""

import numpy as np
import pandas as pd

from alignment.tables.relations import (
    DERIVED,
    Load,
    expected_copy,
    expected_covered,
    expected_levels,
    expected_ratio,
    expected_votes,
    shown_votes,
    year_factors,
)

Frame = pd.DataFrame
# Relations inside one table come first, then those between tables, then whole tables.
FIRST = ("order", "sum", "shares", "levels", "part_of", "any_true", "row_total", "tally")
SECOND = ("ratio", "year_sum", "covered", "copy", "same_votes")
LAST = ("derived",)


def mend(relation: dict, frame: Frame, old: Frame, load: Load) -> Frame:
    """Return the table with one relation made true.

    Parameters
    ----------
    relation : dict
        A relation of the descriptor.
    frame, old : pandas.DataFrame
        The table with its numbers moved, and as it was.
    load : callable
        Gives the other tables as they are now.

    Returns
    -------
    pandas.DataFrame
        The mended table.
    """
    mender = MENDERS.get(relation["kind"])
    return frame if mender is None else mender(relation, frame, old, load)


def sum_of_parts(relation: dict, frame: Frame, old: Frame, load: Load) -> Frame:
    """Add the total up again where all parts are known."""
    parts = frame[relation["parts"]]
    known = parts.notna().all(axis=1)
    total = frame[relation["total"]].mask(known, parts.sum(axis=1))
    return frame.assign(**{relation["total"]: total.astype(frame[relation["total"]].dtype)})


def shares(relation: dict, frame: Frame, old: Frame, load: Load) -> Frame:
    """Scale each group to its total; the largest share takes up what rounding leaves."""
    column, digits = relation["column"], 6
    sums = frame.groupby(relation["within"])[column].transform("sum")
    scaled = (frame[column] / sums * relation["total"]).round(digits)
    rest = relation["total"] - scaled.groupby([frame[name] for name in relation["within"]]).sum()
    largest = scaled.groupby([frame[name] for name in relation["within"]]).idxmax()
    scaled.loc[largest] = (scaled.loc[largest].to_numpy() + rest.to_numpy()).round(digits)
    return frame.assign(**{column: scaled})


def order(relation: dict, frame: Frame, old: Frame, load: Load) -> Frame:
    """Sort the numbers of each row from left to right."""
    names = relation["columns"]
    if not all(pd.api.types.is_numeric_dtype(frame[name]) for name in names):
        return frame
    ordered = np.sort(frame[names].to_numpy(dtype=float), axis=1)
    return frame.assign(**{name: ordered[:, place] for place, name in enumerate(names)})


def levels(relation: dict, frame: Frame, old: Frame, load: Load) -> Frame:
    """Add areas and totals up again from their destinations."""
    return frame.assign(**{relation["column"]: expected_levels(relation, frame).round(4)})


def part_of(relation: dict, frame: Frame, old: Frame, load: Load) -> Frame:
    """Move the total row by as much as its members moved together."""
    column, is_total = relation["column"], frame[relation["member"]] == relation["total"]
    within = relation["within"][0]
    moved = frame[~is_total].groupby(within)[column].sum()
    moved = moved - old[~is_total].groupby(within)[column].sum()
    total = old.loc[is_total, column] + frame.loc[is_total, within].map(moved).fillna(0)
    frame = frame.copy()
    frame.loc[is_total, column] = total.round(1)
    return frame


def any_true(relation: dict, frame: Frame, old: Frame, load: Load) -> Frame:
    """Give a row without a true value its old values back."""
    names = relation["columns"]
    empty = ~frame[names].any(axis=1)
    frame = frame.copy()
    frame.loc[empty, names] = old.loc[empty, names]
    return frame


def row_total(relation: dict, frame: Frame, old: Frame, load: Load) -> Frame:
    """Let the last column take what the others leave, and never less than nothing."""
    *first, last = relation["columns"]
    known = frame[relation["columns"]].notna().all(axis=1)
    frame = frame.copy()
    for row in frame.index[known]:
        values = frame.loc[row, first].to_numpy(dtype=float)
        above = values.sum() - relation["total"]
        if above > 0:
            values[values.argmax()] -= above
        frame.loc[row, first] = values.astype(int)
        frame.loc[row, last] = int(relation["total"] - values.sum())
    return frame


def tally(relation: dict, frame: Frame, old: Frame, load: Load) -> Frame:
    """Count again: the members that are not shown vote as before."""
    counts = {
        column: old[column] - shown_votes(old, letter) + shown_votes(frame, letter)
        for column, letter in relation["letters"].items()
    }
    return frame.assign(**counts)


def ratio(relation: dict, frame: Frame, old: Frame, load: Load) -> Frame:
    """Compute the share again."""
    return frame.assign(**{relation["column"]: expected_ratio(relation, frame, load).round(4)})


def year_sum(relation: dict, frame: Frame, old: Frame, load: Load) -> Frame:
    """Scale the periods of each full year to the year's total."""
    frame = frame.copy()
    year = frame[relation["date"]].dt.year
    for (full, column), (factor, _) in year_factors(relation, frame, load).items():
        rows = year == full
        frame.loc[rows, column] = (frame.loc[rows, column] * factor).round(3)
    return frame


def covered(relation: dict, frame: Frame, old: Frame, load: Load) -> Frame:
    """Add the periods up again where they fill the whole; cells that were empty stay empty."""
    sums = expected_covered(relation, frame, load).round(3)
    new = {
        column: sums[column].where(frame[column].notna()).fillna(frame[column])
        for column in relation["columns"]
    }
    whole = {"total": relation["total"], "parts": relation["columns"]}
    return sum_of_parts(whole, frame.assign(**new), old, load)


def copy(relation: dict, frame: Frame, old: Frame, load: Load) -> Frame:
    """Copy the column again."""
    return frame.assign(**{relation["column"]: expected_copy(relation, frame, load)})


def same_votes(relation: dict, frame: Frame, old: Frame, load: Load) -> Frame:
    """Take the votes of the long table where it knows them."""
    said = {
        state: expected_votes(relation, frame, load, state).fillna(frame[state])
        for state in relation["columns"]
    }
    return frame.assign(**said)


def derived(relation: dict, frame: Frame, old: Frame, load: Load) -> Frame:
    """Compute the whole table again."""
    return DERIVED[relation["by"]](load)


MENDERS = {
    "sum": sum_of_parts,
    "shares": shares,
    "order": order,
    "levels": levels,
    "part_of": part_of,
    "any_true": any_true,
    "row_total": row_total,
    "tally": tally,
    "ratio": ratio,
    "year_sum": year_sum,
    "covered": covered,
    "copy": copy,
    "same_votes": same_votes,
    "derived": derived,
}
