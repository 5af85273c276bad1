"""Relations of one table alone: two plain functions each, bound to a name for its descriptor."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pandas as pd

from alignment.tables.relations.base import Frame, Load, add_up, too_far

FLOWS = ["exports", "imports"]


@dataclass(frozen=True)
class Own:
    """A relation without settings."""

    stage: str
    broken: Callable[[Frame, Load], Iterator[str]]
    repair: Callable[[Frame, Frame, Load], Frame]

    def __call__(self) -> "Own":
        """Return the relation; it has nothing to be set."""
        return self


# trade_periods: published cumulative figures are rounded, and the split of 2025 is estimated.
YEAR_TOLERANCE = 0.3


def _periods_differ(frame: Frame, load: Load) -> Iterator[str]:
    for (year, column), (factor, total) in _year_factors(frame, load).items():
        if abs(total * (1 - 1 / factor)) > YEAR_TOLERANCE:
            yield f"the periods of {year} do not add up to the {column} of the year"


def _scale_periods(frame: Frame, old: Frame, load: Load) -> Frame:
    frame = frame.copy()
    year = frame["start"].dt.year
    for (full, column), (factor, _) in _year_factors(frame, load).items():
        rows = year == full
        frame.loc[rows, column] = (frame.loc[rows, column] * factor).round(3)
    return frame


def _year_factors(frame: Frame, load: Load) -> dict:
    """Return, for each full year and flow, what to multiply the periods with, and the total."""
    year = frame["start"].dt.year
    months = frame.groupby(year)["months"].sum()
    totals = load("trade").set_index("year")
    found = {}
    for full in months.index[months == 12]:
        for column in FLOWS:
            total = float(totals.loc[full, column])
            found[full, column] = (total / frame.loc[year == full, column].sum(), total)
    return found


# trade_published: later releases revise earlier months.
REVISED = 0.45


def _printed_differ(frame: Frame, load: Load) -> Iterator[str]:
    for column, expected in _sums_inside(frame, load).items():
        gap = (frame[column] - expected).abs()
        yield from too_far(gap, REVISED, f"{column} is not the sum of the periods inside")


def _add_printed(frame: Frame, old: Frame, load: Load) -> Frame:
    """Add the periods up where they fill the whole; cells that were empty stay empty."""
    sums = _sums_inside(frame, load).round(3)
    new = {
        column: sums[column].where(frame[column].notna()).fillna(frame[column]) for column in FLOWS
    }
    return add_up(frame.assign(**new), "total", FLOWS)


def _sums_inside(frame: Frame, load: Load) -> Frame:
    """Return the sums of the periods inside each row; empty where they leave a month out."""
    other = load("trade_periods")
    sums = []
    for row in frame.itertuples():
        inside = other[(other["start"] >= row.start) & (other["end"] <= row.end)]
        whole = inside["months"].sum() == row.months
        sums.append(inside[FLOWS].sum() if whole else pd.Series(float("nan"), index=FLOWS))
    return pd.DataFrame(sums).set_index(frame.index)


def _levels_differ(frame: Frame, load: Load) -> Iterator[str]:
    gap = (frame["value"] - _levels(frame)).abs()
    yield from too_far(gap, 0.01, "an area or total is not the sum of its destinations")


def _add_levels(frame: Frame, old: Frame, load: Load) -> Frame:
    return frame.assign(value=_levels(frame).round(4))


def _levels(frame: Frame) -> pd.Series:
    """Return the quantities with areas and totals added up from their destinations."""
    finest = frame[frame["level"] == "destination"]
    by_area = finest.groupby(["commodity", "area"])["value"].sum()
    by_all = finest.groupby("commodity")["value"].sum()
    result = frame["value"].astype("float64").copy()
    for row in frame.index[frame["level"] == "area"]:
        result[row] = by_area[frame.loc[row, "commodity"], frame.loc[row, "area"]]
    for row in frame.index[frame["level"] == "total"]:
        result[row] = by_all[frame.loc[row, "commodity"]]
    return result


def _shares_differ(frame: Frame, load: Load) -> Iterator[str]:
    gap = (frame.groupby("quarter")["pct"].sum() - 100).abs()
    yield from too_far(gap, 0.01, "pct does not sum to 100")


def _scale_shares(frame: Frame, old: Frame, load: Load) -> Frame:
    """Scale each quarter to 100; the largest share takes up what rounding leaves."""
    quarters = frame["quarter"]
    scaled = (frame["pct"] / frame.groupby("quarter")["pct"].transform("sum") * 100).round(6)
    rest = 100 - scaled.groupby(quarters).sum()
    largest = scaled.groupby(quarters).idxmax()
    scaled.loc[largest] = (scaled.loc[largest].to_numpy() + rest.to_numpy()).round(6)
    return frame.assign(pct=scaled)


ALL_HOLDERS = "All foreign holders"


def _holders_above_all(frame: Frame, load: Load) -> Iterator[str]:
    everybody = frame["holder"] == ALL_HOLDERS
    parts = frame[~everybody].groupby("month")["usd_bn"].sum()
    total = frame[everybody].set_index("month")["usd_bn"]
    if (parts.reindex(total.index) > total).any():
        yield f"holders together are above {ALL_HOLDERS}"


def _move_all_holders(frame: Frame, old: Frame, load: Load) -> Frame:
    """Move the row of all holders by as much as the named ones moved together."""
    everybody = frame["holder"] == ALL_HOLDERS
    moved = frame[~everybody].groupby("month")["usd_bn"].sum()
    moved = moved - old[~everybody].groupby("month")["usd_bn"].sum()
    total = old.loc[everybody, "usd_bn"] + frame.loc[everybody, "month"].map(moved).fillna(0)
    frame = frame.copy()
    frame.loc[everybody, "usd_bn"] = total.round(1)
    return frame


MEMBERS = ["CHN", "RUS", "USA", "GBR", "FRA"]


def _nobody_vetoed(frame: Frame, load: Load) -> Iterator[str]:
    if not frame[MEMBERS].any(axis=1).all():
        yield f"a row has no true among {MEMBERS}"


def _restore_empty_rows(frame: Frame, old: Frame, load: Load) -> Frame:
    """Give a row without a veto its old values back."""
    empty = ~frame[MEMBERS].any(axis=1)
    frame = frame.copy()
    frame.loc[empty, MEMBERS] = old.loc[empty, MEMBERS]
    return frame


def _no_rankings(frame: Frame, load: Load) -> Iterator[str]:
    for name, group in frame.groupby("panellist"):
        if sorted(group["rank"]) != list(range(1, len(group) + 1)):
            yield f"rank of {name} is not a ranking"


def _nothing(frame: Frame, old: Frame, load: Load) -> Frame:
    # A variant lets the ranks of one panellist change places, so the relation cannot break.
    return frame


KINDS = {
    "periods_fill_the_year": Own("between", _periods_differ, _scale_periods),
    "printed_sums_of_periods": Own("between", _printed_differ, _add_printed),
    "levels_of_destinations": Own("inside", _levels_differ, _add_levels),
    "shares_of_a_quarter": Own("inside", _shares_differ, _scale_shares),
    "holders_within_all": Own("inside", _holders_above_all, _move_all_holders),
    "somebody_vetoed": Own("inside", _nobody_vetoed, _restore_empty_rows),
    "rank_once_each": Own("inside", _no_rankings, _nothing),
}
