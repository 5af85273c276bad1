"""The denominator machine of lesson 07: a share of what, and which sentence does it license?
The lesson hands over the quantities and the rule for a share; the machine writes the sentence.
"""

from collections.abc import Callable

import ipywidgets as widgets
import pandas as pd

from alignment.charts.theme import BLUE, INK
from alignment.errors import AlignmentError
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

    heading = "A share of what?"

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
                f"The quantities have no column {missing[0]!r}; they need {', '.join(NEEDED)}"
            )
        self._quantities, self._share = quantities, share
        self.now = {"part": self._known(part or quantities.index[0])}
        whole = whole or next(iter(self._wholes()), quantities.index[-1])
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
        silent = f" It says nothing about {', '.join(others)}." if others else ""
        return (
            f"{part['period']}: {self.part} was {_per_cent(share)} of {self.whole} "
            f"(source of the part: {part['claimant']}).{silent}"
        )

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
                "Whole": row.whole,
                "Period": row.period,
                "Share": "not a part of it" if row.share != row.share else _per_cent(row.share),
            }
            for row in self.table().itertuples()
        ]
        caption = f"What share is {self.part}?"
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
        """Name every quantity of which any other one is a part."""
        rows = self._quantities
        return [
            whole
            for whole in rows.index
            if any(
                self._share(rows.loc[part], rows.loc[whole]) is not None
                for part in rows.index
                if part != whole
            )
        ]

    def _refusal(self) -> str:
        part, whole = (self._quantities.loc[name] for name in (self.part, self.whole))
        if self.part == self.whole:
            return f"{self.part} over itself is 1: that says nothing. Choose another whole."
        reason = f"{self.part} is no part of {self.whole}"
        if part["kind"] != whole["kind"]:
            reason += f" ({part['kind']} and {whole['kind']})"
        elif part["unit"] != whole["unit"]:
            reason += f" ({part['unit']} and {whole['unit']})"
        return f"No sentence: {reason}. A ratio could be computed, but it would be no share."

    def _known(self, name: str) -> str:
        if name not in self._quantities.index:
            names = ", ".join(self._quantities.index)
            raise AlignmentError(f"There is no quantity {name!r}; there are {names}")
        return name

    def controls(self) -> dict[str, widgets.Widget]:
        """Make a menu for each."""
        names = list(self._quantities.index)
        labels = {"part": "Part (above)", "whole": "Whole (below)"}
        return {name: dropdown(label, names) for name, label in labels.items()}


def _per_cent(share: float) -> str:
    """Write a share with three digits that count; smaller ones would be false precision."""
    return f"{share * 100:.3g} per cent"


def _bar(share: float | None) -> str:
    """Draw the part inside the whole; the number stands in the sentence above."""
    width = 0 if share is None else max(0.0, min(1.0, share)) * 100
    frame = f"border: 1px solid {INK}; height: 16px; max-width: 34em; margin: 4px 2px"
    if share is None:
        frame += "; border-style: dashed"
    fill = f'<div style="width: {width:.2f}%; height: 100%; background: {BLUE}"></div>'
    return f'<div aria-hidden="true" style="{frame}">{fill}</div>'
