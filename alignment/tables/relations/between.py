"""Relations between two tables, and tables that follow from others as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

import pandas as pd

from alignment.tables import agreement, indicators
from alignment.tables.relations.base import Frame, Load, too_far
from alignment.tables.rollcalls import UNKNOWN, by_state


@dataclass(frozen=True)
class Ratio:
    """`column` is `factor` x `numerator` / `denominator` of the row of `table` that has the same
    value of `match`.
    """

    column: str
    numerator: str
    table: str
    denominator: str
    match: str
    factor: float
    tolerance: float
    stage: ClassVar[str] = "between"

    def broken(self, frame: Frame, load: Load) -> Iterator[str]:
        """Compare the column with the quotient."""
        gap = (frame[self.column] - self._expected(frame, load)).abs()
        yield from too_far(gap, self.tolerance, f"{self.column} is not the share it should be")

    def repair(self, frame: Frame, old: Frame, load: Load) -> Frame:
        """Compute the share again."""
        return frame.assign(**{self.column: self._expected(frame, load).round(4)})

    def _expected(self, frame: Frame, load: Load) -> pd.Series:
        other = load(self.table).set_index(self.match)[self.denominator]
        return self.factor * frame[self.numerator] / frame[self.match].map(other).astype("float64")


@dataclass(frozen=True)
class Copy:
    """`column` repeats columns of another table: the value of `where` says which one."""

    column: str
    table: str
    match: str
    where: str
    columns: dict[str, str]
    only: dict[str, str] = field(default_factory=dict)
    stage: ClassVar[str] = "between"

    def broken(self, frame: Frame, load: Load) -> Iterator[str]:
        """Compare the two columns."""
        gap = (frame[self.column] - self._expected(frame, load)).abs()
        yield from too_far(gap, 0, f"{self.column} differs from its source")

    def repair(self, frame: Frame, old: Frame, load: Load) -> Frame:
        """Copy the column again."""
        return frame.assign(**{self.column: self._expected(frame, load)})

    def _expected(self, frame: Frame, load: Load) -> pd.Series:
        other = load(self.table)
        for column, value in self.only.items():
            other = other[other[column] == value]
        other = other.set_index(self.match)
        result = pd.Series(float("nan"), index=frame.index)
        for value, column in self.columns.items():
            rows = frame[self.where] == value
            result[rows] = frame.loc[rows, self.match].map(other[column]).astype("float64")
        return result


@dataclass(frozen=True)
class RollCalls:
    """Votes and tallies are those of table `unga_rollcalls` where it holds the text.

    `match` is the column that names the text, `prefix` what stands before it in a UN symbol, and
    `letters` gives each column of counts the vote it counts.
    """

    match: str
    letters: dict[str, str]
    prefix: str = ""
    stage: ClassVar[str] = "between"

    def broken(self, frame: Frame, load: Load) -> Iterator[str]:
        """Compare the states that are shown, and the counts where every vote is known."""
        for column, expected in self._expected(frame, load):
            both = expected.notna() & frame[column].notna()
            if (expected[both] != frame.loc[both, column]).any():
                yield f"{column} differs from table unga_rollcalls"

    def repair(self, frame: Frame, old: Frame, load: Load) -> Frame:
        """Take the votes and counts of the roll calls."""
        frame = frame.copy()
        for column, expected in self._expected(frame, load):
            frame[column] = expected.fillna(frame[column]).astype(frame[column].dtype)
        return frame

    def _expected(self, frame: Frame, load: Load) -> Iterator[tuple[str, pd.Series]]:
        calls = load("unga_rollcalls")
        votes = by_state(calls, load("un_members"))
        symbol = self.prefix + frame[self.match]
        for column in frame:
            if column in votes:
                yield column, symbol.map(votes[column])
        whole = calls[~calls["votes"].str.contains(UNKNOWN, regex=False)]
        whole = whole.set_index("resolution")["votes"]
        for column, letter in self.letters.items():
            yield column, symbol.map(whole.str.count(letter)).astype("Int64")


@dataclass(frozen=True)
class Derived:
    """The whole table follows from other tables: `by` names the computation."""

    by: str
    stage: ClassVar[str] = "whole"

    def broken(self, frame: Frame, load: Load) -> Iterator[str]:
        """Compute the table and compare."""
        expected = DERIVED[self.by](load)
        names = list(expected)
        try:
            pd.testing.assert_frame_equal(
                frame[names], expected, check_dtype=False, atol=2e-6, rtol=0, check_exact=False
            )
        except AssertionError as error:
            yield f"the table is not what other tables give ({str(error).splitlines()[0]})"

    def repair(self, frame: Frame, old: Frame, load: Load) -> Frame:
        """Compute the table again."""
        return DERIVED[self.by](load)


DERIVED = {
    "agreement": agreement.table,
    "issues": agreement.issues,
    "indicators": indicators.table,
}
KINDS = {"ratio": Ratio, "copy": Copy, "roll_calls": RollCalls, "derived": Derived}
