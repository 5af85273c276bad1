"""A reason for a far score, offered below the picture of the class to whoever wants to give one."""

import base64
from typing import Any

import ipywidgets as widgets

from alignment.errors import AlignmentError
from alignment.records import reasons
from alignment.records.reasons import Reason
from alignment.widgets.live import Live
from alignment.widgets.panel import dropdown, row

PROMISE = (
    "Only if you want to. Your teacher reads it, says it in other words, and shows it only if at "
    "least five people stand on your side. Write it for this purpose, without a name; nothing is "
    "taken from your notes, and no copy is kept."
)
MIDDLE = "This score of yours lies in the middle of the class; reasons are asked of the far sides"


class ReasonBox:
    """What a student fills in to give a reason.

    Parameters
    ----------
    criteria : dict of str to str
        Name by letter.
    place : callable
        From a criterion to the domain, the own score (None without a sheet) and what the class
        file holds of that score.
    """

    def __init__(self, criteria: dict[str, str], place: Any) -> None:
        self._place = place
        self._criterion = dropdown("Criterion", {name: c for c, name in criteria.items()})
        self._text = widgets.Textarea(
            placeholder="What did you see that others may not have seen?",
            layout={"width": "34em", "max_width": "100%", "height": "5em"},
        )
        self._text.description, self._text.style = "My reason", {"description_width": "9em"}
        button = widgets.Button(description="Make the file of my reason", layout={"width": "auto"})
        button.on_click(lambda _: self._pressed())
        self._live, self._link = Live(), widgets.HTML()
        inside = widgets.VBox(
            [
                widgets.HTML(f"<p>{PROMISE}</p>"),
                self._criterion,
                self._text,
                row(button, self._link),
                self._live,
            ]
        )
        self.view = widgets.Accordion([inside], titles=["Give a reason for a far score"])
        self.view.selected_index = None

    def make(self, criterion: str, text: str) -> Reason:
        """Make the reason for the domain that is shown.

        Raises
        ------
        AlignmentError
            If there is no own score, it lies in the middle, or the text does not fit.
        """
        domain, own, seen = self._place(criterion)
        if own is None:
            raise AlignmentError("You have no complete sheet yet, so there is no side to explain")
        side = reasons.side_of(own, seen)
        if not side:
            raise AlignmentError(MIDDLE)
        return reasons.checked(domain, criterion, side, text)

    def _pressed(self) -> None:
        try:
            made = self.make(self._criterion.value, self._text.value)
        except AlignmentError as error:
            self._link.value, self._live.text = "", f"Not made: {error}."
            return
        code = base64.b64encode(made.file().encode()).decode()
        self._link.value = (
            f'<a download="{reasons.NAME}" href="data:application/json;base64,{code}">'
            f"Download {reasons.NAME}</a>"
        )
        self._live.text = f"Made, for a score {made.side} the middle. Hand it in as you are told."
