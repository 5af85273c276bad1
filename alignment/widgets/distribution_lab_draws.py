"""What the distribution lab draws from: one setting, the scores it starts with, their shapes.
No widget here, so that the arithmetic can be read and tested alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.methods.ranges import SHAPES
from alignment.records import Sheet

ANY = "any weights"
ENDS = ("low", "mode", "high")


@dataclass(frozen=True)
class Setting:
    """What the lab draws from.

    Parameters
    ----------
    concentration : float or "any weights"
        How firm the belief in the weights is, 6 (loose) to 600 (very firm).
    shape : {"double triangle", "bell", "flat"}
        Distribution of a score. In each, one draw in ten lies below the lowest and one in ten
        above the highest score, half of them on each side of the most likely one.
    draws : int
        How many.
    seed : int
        Where the random numbers begin; the same seed gives the same result.
    freeze_weights, freeze_scores : bool
        Hold them at the points and at the most likely scores.
    """

    concentration: float | str = 60
    shape: str = "double triangle"
    draws: int = 1600
    seed: int = 9
    freeze_weights: bool = False
    freeze_scores: bool = False

    def __post_init__(self) -> None:
        c = self.concentration
        if c != ANY and not (isinstance(c, (int, float)) and 0 < c <= 10_000):
            raise AlignmentError(say("lab.bad_concentration", c=c, any=ANY))
        if self.shape not in SHAPES:
            raise AlignmentError(say("lab.bad_shape", shape=self.shape, shapes=", ".join(SHAPES)))
        if not isinstance(self.draws, int) or not 10 <= self.draws <= 50_000:
            raise AlignmentError(say("lab.bad_draws", draws=self.draws))
        if not isinstance(self.seed, int) or self.seed < 0:
            raise AlignmentError(say("lab.bad_seed", seed=self.seed))


def merged(
    scores: pd.DataFrame, sheets: Mapping[str, Sheet]
) -> tuple[pd.DataFrame, dict[str, int]]:
    """Put a student's own scores over the given ones; count them for each domain with some."""
    table = scores.set_index(["domain", "criterion"])[list(ENDS)].astype(float)
    for domain, sheet in sheets.items():
        for criterion, score in sheet.scores.items():
            table.loc[(domain, criterion)] = [score.low, score.mode, score.high]
    own = {domain: len(sheets[domain].scores) for domain in sorted(sheets)}
    return table.reset_index(), {domain: count for domain, count in own.items() if count}
