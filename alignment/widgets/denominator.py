"""The denominator machine of lesson 07: a share of what, and which sentence does it license?
The lesson hands over the quantities and the rule for a share; the machine writes the sentence.
"""

from collections.abc import Callable

import ipywidgets as widgets
import pandas as pd

from alignment.charts.theme import BLUE, INK
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.widgets.panel import ChoicePanel, dropdown, state_table

NEEDED = ("value", "unit", "period", "kind", "claimant")


class DenominatorMachine(ChoicePanel):
    """Choose a part and a whole; read the share and the one sentence it allows.

    Parameters
    ----------
    quantities : pandas.DataFrame
        The names as labels and the columns `value`, `unit`, `period`, `kind` ("flow" of a year
        or "stock" on a day) and `claimant` (who says so).
    share : callable
        ``share(part, whole)``: the share between 0 and 1, or None where `part` is no part of
        `whole`; both are rows of `quantities`. It stands in the lesson.
    part, whole : str, optional
        What is shown at the start; the first quantity and the first whole it is a part of.

    Attributes
    ----------
    now : dict
        The present choice: `part` and `whole`; also as attributes.

    Raises
    ------
    AlignmentError
        If a column or a name is missing.
    """

    def __init__(
        self,
        quantities: pd.DataFrame,
        share: Callable[[pd.Series, pd.Series], float | None],
        *,
        part: str | None = None,
        whole: str | None = None,
    ) -> None:
        missing = [name for name in NEEDED if name not in quantities]
        if missing:
            raise AlignmentError(
                say("denominator.no_column", column=missing[0], columns=", ".join(NEEDED))
            )
        self._quantities, self._share = quantities, share
        self.now = {"part": self._known(part or quantities.index[0])}
        whole = whole or next(iter(self._wholes()), quantities.index[-1])
        self.heading = say("denominator.heading")
        self._open(self.now | {"whole": whole})

    @property
    def part(self) -> str:
        """The quantity above the line."""
        return self.now["part"]

    @property
    def whole(self) -> str:
        """The quantity below the line."""
        return self.now["whole"]

    def set(self, part: str | None = None, whole: str | None = None) -> None:
        """Choose from a code cell; what is not named stays as it is."""
        self._choose(part=part, whole=whole)

    def accept(self, choice: dict) -> dict:
        """Refuse a quantity that does not exist."""
        return {name: self._known(quantity) for name, quantity in choice.items()}

    def share(self) -> float | None:
        """Return the share between 0 and 1, or None where no share exists."""
        return self._of(self.whole)

    def sentence(self) -> str:
        """Write the sentence that the share licenses, or why there is none."""
        part, share = self._quantities.loc[self.part], self.share()
        if share is None:
            return self._refusal()
        others = [name for name in self._all_wholes() if name not in self._wholes()]
        parts = {"period": part["period"], "part": self.part, "whole": self.whole}
        parts |= {"share": _per_cent(share), "claimant": part["claimant"]}
        if not others:
            return say("denominator.sentence", **parts)
        return say("denominator.sentence_silent", **parts, others=", ".join(others))

    def table(self) -> pd.DataFrame:
        """Return the share of the chosen part in every whole; NaN where there is none.

        Returns
        -------
        pandas.DataFrame
            Columns whole, period, share (0 to 1).
        """
        rows = [
            (name, self._quantities.loc[name, "period"], self._of(name))
            for name in self._all_wholes()
        ]
        frame = pd.DataFrame(rows, columns=["whole", "period", "share"])
        return frame.astype({"share": float})

    def table_html(self) -> str:
        """Say the share of the chosen part in every whole, under a bar of the chosen one."""
        rows = [
            {
                say("denominator.whole"): row.whole,
                say("denominator.period"): row.period,
                say("denominator.share"): say("denominator.no_part")
                if row.share != row.share
                else _per_cent(row.share),
            }
            for row in self.table().itertuples()
        ]
        caption = say("denominator.caption", part=self.part)
        return _bar(self.share()) + state_table(rows, caption=caption)

    # --- computing ------------------------------------------------------------------------

    def _of(self, whole: str) -> float | None:
        found = self._share(self._quantities.loc[self.part], self._quantities.loc[whole])
        return None if found is None else float(found)

    def _wholes(self) -> list[str]:
        """Name what the chosen part is a part of."""
        names = [name for name in self._quantities.index if name != self.part]
        return [name for name in names if self._of(name) is not None]

    def _all_wholes(self) -> list[str]:
        """Name every quantity of which any other one is a part, but for the chosen part."""
        rows = self._quantities
        return [
            whole
            for whole in rows.index
            if whole != self.part
            and any(
                self._share(rows.loc[part], rows.loc[whole]) is not None
                for part in rows.index
                if part != whole
            )
        ]

    def _refusal(self) -> str:
        part, whole = (self._quantities.loc[name] for name in (self.part, self.whole))
        if self.part == self.whole:
            return say("denominator.itself", part=self.part)
        both, unlike = {"part": self.part, "whole": self.whole}, "denominator.unlike"
        for what in ("kind", "unit"):
            if part[what] != whole[what]:
                return say(unlike, **both, of_part=part[what], of_whole=whole[what])
        return say("denominator.refusal", **both)

    def _known(self, name: str) -> str:
        if name not in self._quantities.index:
            names = ", ".join(self._quantities.index)
            raise AlignmentError(say("denominator.no_quantity", name=name, names=names))
        return name

    def controls(self) -> dict[str, widgets.Widget]:
        """Make a menu for each."""
        names = list(self._quantities.index)
        labels = {"part": say("denominator.part_above"), "whole": say("denominator.whole_below")}
        return {name: dropdown(label, names) for name, label in labels.items()}


def _per_cent(share: float) -> str:
    """Write a share with three digits that count; smaller ones would be false precision."""
    return say("denominator.per_cent", number=share * 100)


def _bar(share: float | None) -> str:
    """Draw the part inside the whole; the number stands in the sentence above."""
    width = 0 if share is None else max(0.0, min(1.0, share)) * 100
    frame = f"border: 1px solid {INK}; height: 16px; max-width: 34em; margin: 4px 2px"
    if share is None:
        frame += "; border-style: dashed"
    fill = f'<div style="width: {width:.2f}%; height: 100%; background: {BLUE}"></div>'
    return f'<div aria-hidden="true" style="{frame}">{fill}</div>'
