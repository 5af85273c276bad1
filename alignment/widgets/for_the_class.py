"""The student's file for the class: one press, numbers only, and what is said before it is given.

The file goes into the learning platform's own hand-in; this panel sends nothing anywhere.
"""

import base64
from html import escape

import ipywidgets as widgets

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.records import class_file, swings
from alignment.records.class_file import Answer, ClassFile
from alignment.widgets.board import judgement as judging
from alignment.widgets.live import Live
from alignment.widgets.panel import Panel, row, state_table

# Whether the reference sheet had been opened, by the id of what the menu says.
SEEN = {"choose": "", "before": False, "after": True, "forgotten": None}


class ForTheClass(Panel):
    """Make the file for the class.

    Parameters
    ----------
    board : WeighingBoard, optional
        Takes scores and swing points from this board as it is when the button is pressed; without
        one they come from the saved score sheets and swing points.
    round : {1, 2}
        Of the panel.

    Examples
    --------
    >>> ForTheClass(board)  # doctest: +SKIP
    """

    def __init__(self, board: object = None, round: int = 1) -> None:
        self.round, self._board, self._made = round, board, ""
        if round not in class_file.ROUNDS:
            raise AlignmentError(say("hand_in.no_round", round=round))
        self._live, self._link = Live(), widgets.HTML()
        self._seen = widgets.Dropdown(
            description=say("hand_in.seen"),
            options=[(say(f"hand_in.{each}"), each) for each in SEEN],
            style={"description_width": "11em"},
            layout={"width": "34em", "max_width": "100%"},
        )
        self._button = widgets.Button(description=say("hand_in.make"), layout={"width": "auto"})
        self._button.on_click(lambda _: self._pressed())
        self._live.text = self.sentence()
        promise = f"<strong>{say('hand_in.head', round=round)}</strong> {say('hand_in.promise')}"
        head = widgets.HTML(f"<p>{promise}</p>")
        self.view = widgets.VBox([head, self._seen, row(self._button, self._link), self._live])

    def make(self, seen_reference: bool | None = None) -> ClassFile:
        """Make the file from a cell, keep a copy in my-work and return it.

        Parameters
        ----------
        seen_reference : bool, optional
            Whether you had opened the reference sheet before you made these scores.

        Returns
        -------
        ClassFile
            Its `text` is the content of the file.

        Raises
        ------
        AlignmentError
            If nothing of yours is there yet, or one of your files cannot be read.
        """
        file = class_file.make(self.round, answer=self._shown(), seen_reference=seen_reference)
        if not (file.answer or file.forecasts or file.guesses):
            raise AlignmentError(say("hand_in.nothing", missing=", ".join(class_file.missing())))
        if file.answer is not None:
            swings.save_swings(file.answer.points)
        class_file.save_own(file)
        return file

    def sentence(self, made: bool = False) -> str:
        """Say what the file would hold or, once it is made, holds."""
        try:
            file = class_file.make(self.round, answer=self._shown())
            lacking = [] if file.answer else class_file.missing()
        except AlignmentError as error:
            return f"{error}."
        if made:
            name = "hand_in.made_holds" if file.answer else "hand_in.made_no_scores"
        else:
            name = "hand_in.holds" if file.answer else "hand_in.holds_no_scores"
        text = say(name, forecasts=len(file.forecasts), guesses=len(file.guesses))
        return say("hand_in.lacking", said=text, lacking=", ".join(lacking)) if lacking else text

    def state_line(self) -> str:
        """Say the round and what the file would hold."""
        return f"ForTheClass({say('hand_in.line', round=self.round, said=self.sentence())})"

    def state_html(self) -> str:
        """List what is in the file and what is not."""
        pairs = {"thirty": "name", "six": "notes", "locked": "hints", "round": "dates"}
        rows = [
            {
                say("hand_in.inside"): say(f"hand_in.{inside}"),
                say("hand_in.never"): say(f"hand_in.{never}"),
            }
            for inside, never in pairs.items()
        ]
        caption = say("hand_in.caption", round=self.round, promise=say("hand_in.promise"))
        return state_table(rows, caption=caption)

    def _shown(self) -> Answer | None:
        """Return what the board shows, unless it is still a sheet that came with the course."""
        if self._board is None:
            return None
        scores: dict = {}
        for cell in self._board.scores.itertuples():
            scores.setdefault(cell.domain, {})[cell.criterion] = (cell.low, cell.mode, cell.high)
        for name, start in judging.presets().items():
            cells = start["scores"].items()
            if scores == {d: {c: _ends(s) for c, s in by.items()} for d, by in cells}:
                shown = judging.preset_name(name)
                raise AlignmentError(say("hand_in.still_preset", shown=shown))
        return Answer(scores, swings.checked(self._board.points.to_dict()))

    def _pressed(self) -> None:
        seen = SEEN[self._seen.value]
        try:
            scored = class_file.make(self.round, answer=self._shown()).answer is not None
            if scored and seen == "":
                self._live.text = say("hand_in.say_first")
                return
            file = self.make(seen if scored else None)
        except AlignmentError as error:
            self._live.text = say("hand_in.not_made", error=error)
            return
        name = class_file.NAME.format(round=self.round)
        code = base64.b64encode(file.text().encode()).decode()
        self._link.value = (
            f'<a download="{name}" href="data:application/json;base64,{code}">'
            f"{escape(say('hand_in.download', name=name))}</a>"
        )
        self._live.text = say("hand_in.made", said=self.sentence(made=True), name=name)


def _ends(cell: dict) -> tuple[float, float, float]:
    return cell["low"], cell["mode"], cell["high"]
