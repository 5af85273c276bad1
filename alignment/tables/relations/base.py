"""What a relation is, and what all of them share."""

from collections.abc import Callable, Iterator
from typing import ClassVar, Protocol

import pandas as pd

Frame = pd.DataFrame
Load = Callable[[str], Frame]
# A variant repairs relations inside a table first, then those between tables, then whole tables.
STAGES = ("inside", "between", "whole")


class Relation(Protocol):
    """One relation of a table."""

    stage: ClassVar[str]

    def broken(self, frame: Frame, load: Load) -> Iterator[str]:
        """Say what is wrong, one sentence per kind of fault; `load` gives the other tables."""

    def repair(self, frame: Frame, old: Frame, load: Load) -> Frame:
        """Return the table with the relation true again; `old` is the table before it moved."""


def too_far(gap: pd.Series, tolerance: float, sentence: str) -> Iterator[str]:
    """Say by how much and where, if a gap is above the tolerance."""
    far = gap[gap > tolerance + 1e-9]
    if len(far):
        yield f"{sentence}: off by {far.max():.6g} at {far.idxmax()!r}"


def add_up(frame: Frame, total: str, parts: list[str]) -> Frame:
    """Add a total up again where all its parts are known."""
    known = frame[parts].notna().all(axis=1)
    column = frame[total].mask(known, frame[parts].sum(axis=1))
    return frame.assign(**{total: column.astype(frame[total].dtype)})
