"""Compare criteria in pairs and see at once which weights follow and whether the answers fit.

The panel points at the three answers that fit worst; it never repairs one by itself.
"""

from collections.abc import Sequence
from html import escape
from itertools import combinations

import ipywidgets as widgets
import numpy as np
import pandas as pd

from alignment import tables
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.methods import elicitation
from alignment.widgets.panel import ChoicePanel, dropdown, state_table

SCALE = (*(1 / n for n in range(9, 1, -1)), *(float(n) for n in range(1, 10)))
# Saaty's later advice is stricter for few criteria.
LIMITS = {3: 0.05, 4: 0.08}
USUAL_LIMIT = 0.10
RANDOM_INDEX = "saaty1980"


class PairwisePanel(ChoicePanel):
    """Pairwise comparisons of criteria, with weights, consistency ratio and the worst triad.

    Parameters
    ----------
    criteria : sequence of str
        Letters of three to six criteria, for example ``"ACE"``; the order fixes the pairs.

    Raises
    ------
    AlignmentError
        If there are fewer than three criteria, or a letter is unknown or repeated.
    """

    def __init__(self, criteria: Sequence[str] = "ABCDEF") -> None:
        known = tables.load("criteria").set_index("criterion")["name"]
        self.criteria = list(criteria)
        if len(self.criteria) < 3 or len(set(self.criteria)) < len(self.criteria):
            raise AlignmentError(say("pairwise.too_few", criteria=criteria))
        if unknown := [c for c in self.criteria if c not in known.index]:
            raise AlignmentError(
                say("pairwise.no_criterion", name=unknown[0], known=", ".join(known.index))
            )
        self.names = known[self.criteria].to_dict()
        self.heading = say("pairwise.heading")
        self._open(dict.fromkeys(combinations(self.criteria, 2), 1.0))

    def set(self, first: str, second: str, ratio: float) -> None:
        """State one comparison from a code cell.

        Parameters
        ----------
        first, second : str
            Letters of two criteria of this panel.
        ratio : float
            How many times as much a full swing of `first` is worth: 1/9 to 9.

        Raises
        ------
        AlignmentError
            If the pair is not compared here or the ratio is off the scale.
        """
        pair, flipped = (first, second), (second, first)
        if pair not in self.now and flipped not in self.now:
            compared = ", ".join("".join(each) for each in self.now)
            raise AlignmentError(
                say("pairwise.not_compared", first=first, second=second, compared=compared)
            )
        if not isinstance(ratio, (int, float)) or not 1 / 9 - 1e-9 <= ratio <= 9:
            raise AlignmentError(say("pairwise.bad_ratio", ratio=ratio))
        pair, ratio = (pair, ratio) if pair in self.now else (flipped, 1 / ratio)
        nearest = min(SCALE, key=lambda step: abs(np.log(step / ratio)))
        self._put(self.now | {pair: nearest})

    def matrix(self) -> pd.DataFrame:
        """Return the comparisons as a reciprocal matrix, criteria by criteria."""
        frame = pd.DataFrame(1.0, index=self.criteria, columns=self.criteria)
        for (first, second), ratio in self.now.items():
            frame.loc[first, second], frame.loc[second, first] = ratio, 1 / ratio
        return frame

    def weights(self) -> pd.Series:
        """Return the weights that follow (main eigenvector; Saaty 1980)."""
        return pd.Series(elicitation.ahp(self.matrix()), index=self.criteria, name="weight")

    def consistency_ratio(self) -> float:
        """Return the consistency ratio with the random index of Saaty (1980)."""
        return elicitation.consistency_ratio(self.matrix(), random_index=RANDOM_INDEX)

    def worst_triad(self) -> tuple[str, str, str]:
        """Return the three criteria whose comparisons contradict each other most."""
        return tuple(self.criteria[i] for i in elicitation.worst_triad(self.matrix()))

    def sentence(self) -> str:
        """Say how well the answers fit together, and where they do not."""
        ratio, limit = self.consistency_ratio(), LIMITS.get(len(self.criteria), USUAL_LIMIT)
        said = say("pairwise.consistency", ratio=ratio, limit=limit)
        if ratio <= limit:
            return say("pairwise.fits", said=said)
        a, b, c = self.worst_triad()
        frame = self.matrix()
        implied = frame.loc[a, b] * frame.loc[b, c]
        return say(
            "pairwise.worst",
            said=said,
            a=a,
            b=b,
            first=_words(frame.loc[a, b]),
            c=c,
            second=_words(frame.loc[b, c]),
            implied=_words(implied),
            answer=_words(frame.loc[a, c]),
        )

    def state_line(self) -> str:
        """Say weights and consistency in one line."""
        weights = ", ".join(f"{c} {w:.0%}" for c, w in self.weights().items())
        return f"PairwisePanel({weights}; {self.sentence()})"

    def state_html(self) -> str:
        """Show the comparisons and the weights as a table."""
        weights, frame = self.weights(), self.matrix()
        rows = [
            {say("pairwise.criterion"): f"{c} {self.names[c]}"}
            | {
                say("pairwise.to", other=other): _words(frame.loc[c, other])
                for other in self.criteria
            }
            | {say("pairwise.weight"): f"{weights[c]:.0%}"}
            for c in self.criteria
        ]
        return state_table(rows, caption=say("pairwise.caption", said=self.sentence()))

    def table_html(self) -> str:
        """Show the weights as bars."""
        bars = "".join(self._bar(c, w) for c, w in self.weights().items())
        return f'<div role="presentation">{bars}</div>'

    def controls(self) -> dict[tuple[str, str], widgets.Dropdown]:
        """Make a menu for each pair."""
        return {pair: self._menu(*pair) for pair in self.now}

    def _menu(self, first: str, second: str) -> widgets.Dropdown:
        one, two = self.names[first], self.names[second]
        options = {_option(one, two, step): step for step in reversed(SCALE)}
        return dropdown(
            say("pairwise.pair", first=first, second=second),
            options,
            label_width="6em",
            width="32em",
        )

    def _show(self) -> None:
        """Mark the pairs among which the answers fit worst, then show the rest."""
        triad = set(self.worst_triad())
        too_much = self.consistency_ratio() > LIMITS.get(len(self.criteria), USUAL_LIMIT)
        for pair, menu in self._boxes.items():
            marked = too_much and set(pair) <= triad
            label = say("pairwise.pair", first=pair[0], second=pair[1])
            menu.description = f"{label} (!)" if marked else label
        super()._show()

    def _bar(self, criterion: str, weight: float) -> str:
        name = escape(f"{criterion} {self.names[criterion]}")
        return (
            f'<div style="display:flex;gap:8px;align-items:center">'
            f'<span style="width:13em">{name}</span>'
            f'<span style="width:{200 * weight:.0f}px;height:12px;background:#0072B2"></span>'
            f"<span>{weight:.0%}</span></div>"
        )


def _words(ratio: float) -> str:
    """Write a ratio as people say it: 3, or 1/3."""
    if ratio >= 1 - 1e-9:
        return f"{ratio:.0f}" if abs(ratio - round(ratio)) < 0.05 else f"{ratio:.1f}"
    return f"1/{_words(1 / ratio)}"


def _option(one: str, two: str, step: float) -> str:
    if step == 1:
        return say("pairwise.same")
    more, less, times = (one, two, step) if step > 1 else (two, one, 1 / step)
    return say("pairwise.times", more=more, times=times, less=less)
