"""A reason for a far score, offered below the picture of the class to whoever wants to give one."""

import base64
from html import escape
from typing import Any

import ipywidgets as widgets

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.records import reasons
from alignment.records.reasons import Reason
from alignment.widgets.live import Live
from alignment.widgets.panel import dropdown, row


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
        self._criterion = dropdown(
            say("reason.criterion"), {name: c for c, name in criteria.items()}
        )
        self._text = widgets.Textarea(
            placeholder=say("reason.what"),
            layout={"width": "34em", "max_width": "100%", "height": "5em"},
        )
        self._text.description, self._text.style = say("reason.mine"), {"description_width": "9em"}
        button = widgets.Button(description=say("reason.make"), layout={"width": "auto"})
        button.on_click(lambda _: self._pressed())
        self._live, self._link = Live(), widgets.HTML()
        inside = widgets.VBox(
            [
                widgets.HTML(f"<p>{escape(say('reason.promise'))}</p>"),
                self._criterion,
                self._text,
                row(button, self._link),
                self._live,
            ]
        )
        self.view = widgets.Accordion([inside], titles=[say("reason.head")])
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
            raise AlignmentError(say("reason.no_side"))
        side = reasons.side_of(own, seen)
        if not side:
            raise AlignmentError(say("reason.middle"))
        return reasons.checked(domain, criterion, side, text)

    def _pressed(self) -> None:
        try:
            made = self.make(self._criterion.value, self._text.value)
        except AlignmentError as error:
            self._link.value, self._live.text = "", say("reason.not_made", error=error)
            return
        code = base64.b64encode(made.file().encode()).decode()
        self._link.value = (
            f'<a download="{reasons.NAME}" href="data:application/json;base64,{code}">'
            f"{escape(say('reason.download', name=reasons.NAME))}</a>"
        )
        self._live.text = say(f"reason.made_{made.side}")
