"""Relations between the columns of one table."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

import numpy as np
import pandas as pd

from alignment.tables.relations.base import Frame, Load, add_up, too_far


@dataclass(frozen=True)
class Sum:
    """`total` is the sum of `parts` where all parts are known."""

    total: str
    parts: list[str]
    tolerance: float
    stage: ClassVar[str] = "inside"

    def broken(self, frame: Frame, load: Load) -> Iterator[str]:
        """Compare the total with the sum."""
        rows = frame.dropna(subset=self.parts)
        gap = (rows[self.total] - rows[self.parts].sum(axis=1)).abs()
        yield from too_far(gap, self.tolerance, f"{self.total} is not the sum of its parts")

    def repair(self, frame: Frame, old: Frame, load: Load) -> Frame:
        """Add the total up again."""
        return add_up(frame, self.total, self.parts)


@dataclass(frozen=True)
class Order:
    """Columns rise from left to right."""

    columns: list[str]
    stage: ClassVar[str] = "inside"

    def broken(self, frame: Frame, load: Load) -> Iterator[str]:
        """Compare neighbours."""
        for left, right in pairwise(self.columns):
            wrong = (frame[left] > frame[right]).fillna(False)
            if wrong.any():
                yield f"{left} is above {right} in row {wrong.idxmax() + 1}"

    def repair(self, frame: Frame, old: Frame, load: Load) -> Frame:
        """Sort the numbers of each row; dates move together and stay in order."""
        if not all(pd.api.types.is_numeric_dtype(frame[name]) for name in self.columns):
            return frame
        ordered = np.sort(frame[self.columns].to_numpy(dtype=float), axis=1)
        return frame.assign(**{name: ordered[:, place] for place, name in enumerate(self.columns)})


@dataclass(frozen=True)
class RowTotal:
    """Columns add up to a fixed number where all are known."""

    columns: list[str]
    total: int
    stage: ClassVar[str] = "inside"

    def broken(self, frame: Frame, load: Load) -> Iterator[str]:
        """Add up every row."""
        rows = frame.dropna(subset=self.columns)
        if (rows[self.columns].sum(axis=1) != self.total).any():
            yield f"{self.columns} do not add up to {self.total}"

    def repair(self, frame: Frame, old: Frame, load: Load) -> Frame:
        """Let the last column take what the others leave, and never less than nothing."""
        *first, last = self.columns
        known = frame[self.columns].notna().all(axis=1)
        frame = frame.copy()
        for row in frame.index[known]:
            values = frame.loc[row, first].to_numpy(dtype=float)
            above = values.sum() - self.total
            if above > 0:
                values[values.argmax()] -= above
            frame.loc[row, first] = values.astype(int)
            frame.loc[row, last] = int(self.total - values.sum())
        return frame


@dataclass(frozen=True)
class Tally:
    """A tally over all members is at least the count of the columns that are shown.

    `letters` gives each column of counts the vote it counts.
    """

    letters: dict[str, str]
    stage: ClassVar[str] = "inside"

    def broken(self, frame: Frame, load: Load) -> Iterator[str]:
        """Count the votes that are shown."""
        for column, letter in self.letters.items():
            if (frame[column] < _shown(frame, letter)).any():
                yield f"{column} is below the votes that the columns show"

    def repair(self, frame: Frame, old: Frame, load: Load) -> Frame:
        """Count again: the members that are not shown vote as before."""
        counts = {
            column: old[column] - _shown(old, letter) + _shown(frame, letter)
            for column, letter in self.letters.items()
        }
        return frame.assign(**counts)


def _shown(frame: Frame, letter: str) -> pd.Series:
    """Count a letter over the columns of states (three capital letters)."""
    states = [name for name in frame if len(name) == 3 and name.isupper()]
    return (frame[states] == letter).sum(axis=1)


KINDS = {"sum": Sum, "order": Order, "row_total": RowTotal, "tally": Tally}
