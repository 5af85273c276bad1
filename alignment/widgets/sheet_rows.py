"""What one criterion of a score sheet looks like: its anchors, its range, three numbers, a note.
A row only shows and reports; what a change means is decided by the sheet.
"""

from collections.abc import Callable, Mapping
from html import escape

import ipywidgets as widgets

from alignment.charts.theme import BLUE, INK
from alignment.records import Score

PARTS = {"low": "lowest", "mode": "most likely", "high": "highest"}
MARKS = (0, 25, 50, 75, 100)
_HATCHED = f"repeating-linear-gradient(135deg, {BLUE} 0 2px, transparent 2px 7px)"
_COLUMNS = "display: grid; grid-template-columns: repeat(5, 1fr); text-align: center; gap: 0 8px"


def in_order(numbers: Mapping[str, float], moved: str) -> tuple[dict[str, float], list[str]]:
    """Keep lowest, most likely and highest in this order by moving the neighbours of a change.

    Parameters
    ----------
    numbers : mapping of str to float
        `low`, `mode` and `high` after the change.
    moved : str
        Which of the three the person has just changed; it stays where it was put.

    Returns
    -------
    dict of str to float
        The three numbers in order.
    list of str
        Which others had to move.
    """
    parts, pivot = list(PARTS), numbers[moved]
    at = parts.index(moved)
    ordered = {part: min(numbers[part], pivot) for part in parts[:at]}
    ordered[moved] = pivot
    ordered |= {part: max(numbers[part], pivot) for part in parts[at + 1 :]}
    return ordered, [part for part in parts if ordered[part] != numbers[part]]


def range_bar(low: float, mode: float, high: float, *, hatched: bool = False) -> str:
    """Draw a range from 0 to 100 with its most likely value; hatched means no evidence given."""
    fill = _HATCHED if hatched else BLUE
    return (
        f'<div aria-hidden="true" style="position: relative; height: 14px; margin: 4px 10%; '
        f'border: 1px solid {INK}">'
        f'<div style="position: absolute; left: {low:g}%; width: {high - low:g}%; top: 0; '
        f'bottom: 0; background: {fill}; box-shadow: 0 0 0 1px {BLUE}"></div>'
        f'<div style="position: absolute; left: calc({mode:g}% - 2px); width: 4px; top: -4px; '
        f'bottom: -4px; background: currentColor"></div></div>'
    )


def scale(anchors: Mapping[int, list[str]]) -> str:
    """Write the five anchor texts under the five marks of the bar."""
    cells = [
        f"<div><strong>{mark}</strong> {escape(anchors[mark][0])}"
        + "".join(f"<br><em>{escape(text)}</em>" for text in anchors[mark][1:])
        + "</div>"
        for mark in MARKS
    ]
    return f'<div style="{_COLUMNS}; font-size: 0.9em; line-height: 1.3">{"".join(cells)}</div>'


class Row:
    """The live view of one criterion.

    Parameters
    ----------
    letter, name, prompt : str
        The criterion and the question it asks.
    anchors : mapping of int to list of str
        What a score of 0, 25, 50, 75 and 100 means; a second text is for this domain.
    report : callable
        Called with the part changed (`low`, `mode`, `high` or `note`) and its new value.
    """

    def __init__(
        self,
        letter: str,
        name: str,
        prompt: str,
        anchors: Mapping[int, list[str]],
        report: Callable[[str, object], None],
    ) -> None:
        self._heading = f"<strong>{escape(letter)}. {escape(name)}.</strong> {escape(prompt)}"
        self._scale = scale(anchors)
        self._report, self._showing = report, False
        self.picture = widgets.HTML()
        self.numbers = {part: _number(f"{letter}: {word}") for part, word in PARTS.items()}
        self.note = widgets.Text(
            description=f"{letter}: evidence",
            placeholder="source and one line: why this score?",
            continuous_update=False,
            layout={"flex": "1 1 300px"},
            style={"description_width": "initial"},
        )
        for part, widget in [*self.numbers.items(), ("note", self.note)]:
            widget.observe(lambda change, part=part: self._changed(part, change.new), "value")
        inputs = widgets.HBox(
            [*self.numbers.values(), self.note], layout={"flex_flow": "row wrap", "width": "100%"}
        )
        self.view = widgets.VBox(
            [self.picture, inputs],
            layout={"border_top": f"1px solid {INK}", "padding": "4px 0", "width": "100%"},
        )

    def show(self, score: Score, *, own: bool) -> None:
        """Show a score without reporting it as a change."""
        self._showing = True
        for part, widget in self.numbers.items():
            widget.value = round(getattr(score, part))
        self.note.value = score.note
        self._showing = False
        bar = range_bar(score.low, score.mode, score.high, hatched=not score.note)
        state = f'<div style="text-align: center"><em>{escape(standing(score, own))}</em></div>'
        self.picture.value = f"<div>{self._heading}</div>{bar}{self._scale}{state}"

    def _changed(self, part: str, value: object) -> None:
        if not self._showing:
            self._report(part, value)


def standing(score: Score, own: bool) -> str:
    """Say whose score this is and whether it has evidence."""
    whose = "your score" if own else "reference score (illustrative), not yours yet"
    return f"{whose}; {'note given' if score.note else 'no note yet, so drawn hatched'}"


def _number(label: str) -> widgets.BoundedIntText:
    return widgets.BoundedIntText(
        min=0,
        max=100,
        step=5,
        description=label,
        layout={"width": "170px"},
        style={"description_width": "100px"},
    )
