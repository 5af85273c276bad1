"""Relations that hold inside a table and between tables: totals add, shares sum, votes tally.

A relation is declared in the descriptor. Here each kind says what is wrong, in sentences.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pandas as pd

from alignment.tables import agreement, indicators

Load = Callable[[str], pd.DataFrame]
DERIVED = {
    "agreement": agreement.table,
    "issues": agreement.issues,
    "indicators": indicators.table,
}


def broken(relation: dict, frame: pd.DataFrame, load: Load) -> list[str]:
    """Return what a table breaks of one relation, one sentence per kind of fault."""
    return list(CHECKS[relation["kind"]](relation, frame, load))


def sum_of_parts(relation: dict, frame: pd.DataFrame, load: Load) -> Iterator[str]:
    """`total` is the sum of `parts` where all parts are known."""
    rows = frame.dropna(subset=relation["parts"])
    gap = (rows[relation["total"]] - rows[relation["parts"]].sum(axis=1)).abs()
    yield from _too_far(gap, relation, f"{relation['total']} is not the sum of its parts")


def ratio(relation: dict, frame: pd.DataFrame, load: Load) -> Iterator[str]:
    """A column is `factor` times a column over a column of another table."""
    expected = expected_ratio(relation, frame, load)
    gap = (frame[relation["column"]] - expected).abs()
    yield from _too_far(gap, relation, f"{relation['column']} is not the share it should be")


def expected_ratio(relation: dict, frame: pd.DataFrame, load: Load) -> pd.Series:
    """Return the share as the two tables give it."""
    other = load(relation["table"]).set_index(relation["on"])[relation["denominator"]]
    below = frame[relation["on"]].map(other).astype("float64")
    return relation["factor"] * frame[relation["numerator"]] / below


def year_sum(relation: dict, frame: pd.DataFrame, load: Load) -> Iterator[str]:
    """The periods of a fully covered year add up to that year in another table."""
    factors = year_factors(relation, frame, load)
    for (year, column), (factor, total) in factors.items():
        if abs(total * (1 - 1 / factor)) > relation["tolerance"]:
            yield f"the periods of {year} do not add up to the {column} of the year"


def year_factors(relation: dict, frame: pd.DataFrame, load: Load) -> dict:
    """Return, for each full year and column, what to multiply the periods with, and the total."""
    year = frame[relation["date"]].dt.year
    covered = frame.groupby(year)["months"].sum()
    totals = load(relation["table"]).set_index(relation["on"])
    found = {}
    for full in covered.index[covered == 12]:
        for column in relation["columns"]:
            total = float(totals.loc[full, column])
            found[full, column] = (total / frame.loc[year == full, column].sum(), total)
    return found


def covered(relation: dict, frame: pd.DataFrame, load: Load) -> Iterator[str]:
    """A period that overlaps others is the sum of the periods of another table inside it."""
    for column, expected in expected_covered(relation, frame, load).items():
        gap = (frame[column] - expected).abs()
        yield from _too_far(gap, relation, f"{column} is not the sum of the periods inside")


def expected_covered(relation: dict, frame: pd.DataFrame, load: Load) -> pd.DataFrame:
    """Return the sums of the periods inside each row; empty where they leave a month out."""
    other, columns = load(relation["table"]), relation["columns"]
    sums = []
    for row in frame.itertuples():
        inside = other[(other["start"] >= row.start) & (other["end"] <= row.end)]
        whole = inside["months"].sum() == row.months
        sums.append(inside[columns].sum() if whole else pd.Series(float("nan"), index=columns))
    return pd.DataFrame(sums).set_index(frame.index)


def copy(relation: dict, frame: pd.DataFrame, load: Load) -> Iterator[str]:
    """A column repeats columns of another table."""
    gap = (frame[relation["column"]] - expected_copy(relation, frame, load)).abs()
    yield from _too_far(gap, {"tolerance": 1e-9}, f"{relation['column']} differs from its source")


def expected_copy(relation: dict, frame: pd.DataFrame, load: Load) -> pd.Series:
    """Return the column as the other table gives it."""
    other = load(relation["table"])
    for column, value in relation.get("only", {}).items():
        other = other[other[column] == value]
    other = other.set_index(relation["on"])
    result = pd.Series(float("nan"), index=frame.index)
    for value, column in relation["from"].items():
        rows = frame[relation["where"]] == value
        result[rows] = frame.loc[rows, relation["on"]].map(other[column]).astype("float64")
    return result


def shares(relation: dict, frame: pd.DataFrame, load: Load) -> Iterator[str]:
    """A column sums to `total` within each group."""
    sums = frame.groupby(relation["within"])[relation["column"]].sum()
    gap = (sums - relation["total"]).abs()
    yield from _too_far(gap, relation, f"{relation['column']} does not sum to {relation['total']}")


def order(relation: dict, frame: pd.DataFrame, load: Load) -> Iterator[str]:
    """Columns rise from left to right."""
    names = relation["columns"]
    for left, right in pairwise(names):
        wrong = (frame[left] > frame[right]).fillna(False)
        if wrong.any():
            yield f"{left} is above {right} in row {wrong.idxmax() + 1}"


def levels(relation: dict, frame: pd.DataFrame, load: Load) -> Iterator[str]:
    """Rows of level area and total are the sums of the rows of level destination."""
    gap = (frame[relation["column"]] - expected_levels(relation, frame)).abs()
    yield from _too_far(gap, relation, "an area or total is not the sum of its destinations")


def expected_levels(relation: dict, frame: pd.DataFrame) -> pd.Series:
    """Return the column with areas and totals added up from their destinations."""
    value, level, group = relation["column"], frame[relation["level"]], relation["group"]
    within = relation["within"]
    finest = frame[level == "destination"]
    by_area = finest.groupby([*within, group])[value].sum()
    by_all = finest.groupby(within)[value].sum()
    result = frame[value].astype("float64").copy()
    for row in frame.index[level == "area"]:
        result[row] = by_area[(*frame.loc[row, within], frame.loc[row, group])]
    for row in frame.index[level == "total"]:
        result[row] = by_all[frame.loc[row, within[0]]]
    return result


def tally(relation: dict, frame: pd.DataFrame, load: Load) -> Iterator[str]:
    """A tally over all members is at least the count of the columns that are shown."""
    for column, letter in relation["letters"].items():
        shown = shown_votes(frame, letter)
        if (frame[column] < shown).any():
            yield f"{column} is below the votes that the columns show"


def shown_votes(frame: pd.DataFrame, letter: str) -> pd.Series:
    """Count a letter over the columns of states (three capital letters)."""
    states = [name for name in frame if len(name) == 3 and name.isupper()]
    return (frame[states] == letter).sum(axis=1)


def part_of(relation: dict, frame: pd.DataFrame, load: Load) -> Iterator[str]:
    """The members of a group together are at most its total row."""
    is_total = frame[relation["member"]] == relation["total"]
    column, within = relation["column"], relation["within"]
    parts = frame[~is_total].groupby(within)[column].sum()
    total = frame[is_total].set_index(within)[column]
    if (parts.reindex(total.index) > total).any():
        yield f"members of {relation['member']} are above {relation['total']}"


def any_true(relation: dict, frame: pd.DataFrame, load: Load) -> Iterator[str]:
    """In each row at least one of the columns is true."""
    if not frame[relation["columns"]].any(axis=1).all():
        yield f"a row has no true among {relation['columns']}"


def row_total(relation: dict, frame: pd.DataFrame, load: Load) -> Iterator[str]:
    """Columns add up to a fixed number where all are known."""
    rows = frame.dropna(subset=relation["columns"])
    if (rows[relation["columns"]].sum(axis=1) != relation["total"]).any():
        yield f"{relation['columns']} do not add up to {relation['total']}"


def permutation(relation: dict, frame: pd.DataFrame, load: Load) -> Iterator[str]:
    """Within a group a column holds 1, 2, 3 ... once each."""
    for name, group in frame.groupby(relation["within"]):
        if sorted(group[relation["column"]]) != list(range(1, len(group) + 1)):
            yield f"{relation['column']} of {name} is not a ranking"


def same_votes(relation: dict, frame: pd.DataFrame, load: Load) -> Iterator[str]:
    """A state's vote is the same here and in the table of votes, where both know it."""
    for state in relation["columns"]:
        expected = expected_votes(relation, frame, load, state)
        both = expected.notna() & frame[state].notna()
        if (expected[both] != frame.loc[both, state]).any():
            yield f"the votes of {state} differ from table {relation['table']}"


def expected_votes(relation: dict, frame: pd.DataFrame, load: Load, state: str) -> pd.Series:
    """Return a state's votes from the long table of votes."""
    votes = load(relation["table"])
    own = votes[votes["iso3"] == state].set_index(relation["on"])["vote"]
    return frame[relation["on"]].map(own)


def derived(relation: dict, frame: pd.DataFrame, load: Load) -> Iterator[str]:
    """The whole table follows from other tables."""
    expected = DERIVED[relation["by"]](load)
    names = list(expected)
    try:
        pd.testing.assert_frame_equal(
            frame[names], expected, check_dtype=False, atol=2e-6, rtol=0, check_exact=False
        )
    except AssertionError as error:
        yield f"the table is not what other tables give ({str(error).splitlines()[0]})"


def _too_far(gap: pd.Series, relation: dict, sentence: str) -> Iterator[str]:
    far = gap[gap > relation["tolerance"] + 1e-9]
    if len(far):
        yield f"{sentence}: off by {far.max():.6g} at {far.idxmax()!r}"


CHECKS = {
    "sum": sum_of_parts,
    "ratio": ratio,
    "year_sum": year_sum,
    "covered": covered,
    "copy": copy,
    "shares": shares,
    "order": order,
    "levels": levels,
    "tally": tally,
    "part_of": part_of,
    "any_true": any_true,
    "row_total": row_total,
    "permutation": permutation,
    "same_votes": same_votes,
    "derived": derived,
}
