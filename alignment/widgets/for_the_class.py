"""The student's file for the class: one press, numbers only, and what is said before it is given.

The file goes into the learning platform's own hand-in; this panel sends nothing anywhere.
"""

import base64

import ipywidgets as widgets

from alignment.errors import AlignmentError
from alignment.records import class_file, swings
from alignment.records.class_file import Answer, ClassFile
from alignment.widgets.board import judgement as judging
from alignment.widgets.live import Live
from alignment.widgets.panel import Panel, row, state_table

PROMISE = (
    "The class sees sums of at least five people, never your sheet. The file holds numbers only: "
    "no name, no notes, no times. But thirty numbers are as personal as a signature, and your "
    "teacher could open the file. Only that a valid file arrived is ever graded."
)
SEEN = {
    "choose": "",
    "before I opened the reference sheet": False,
    "after I had opened the reference sheet": True,
    "I do not remember": None,
}


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
            raise AlignmentError(f"There is no round {round!r}; the rounds are 1 and 2")
        self._live, self._link = Live(), widgets.HTML()
        self._seen = widgets.Dropdown(
            description="My scores were made",
            options=list(SEEN),
            style={"description_width": "11em"},
            layout={"width": "34em", "max_width": "100%"},
        )
        self._button = widgets.Button(
            description="Make my file for the class", layout={"width": "auto"}
        )
        self._button.on_click(lambda _: self._pressed())
        self._live.text = self.sentence()
        head = widgets.HTML(f"<p><strong>Round {round}.</strong> {PROMISE}</p>")
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
            raise AlignmentError(
                f"There is nothing of yours to hand in yet: {', '.join(class_file.missing())} are "
                "missing, and no forecast or guess is locked"
            )
        if file.answer is not None:
            swings.save_swings(file.answer.points)
        class_file.save_own(file)
        return file

    def sentence(self) -> str:
        """Say what the file would hold."""
        try:
            file = class_file.make(self.round, answer=self._shown())
            lacking = [] if file.answer else class_file.missing()
        except AlignmentError as error:
            return f"{error}."
        scores = "thirty scores and six swing points" if file.answer else "no scores yet"
        text = (
            f"Your file would hold {scores}, {len(file.forecasts)} forecasts and "
            f"{len(file.guesses)} guesses."
        )
        return f"{text} Missing: {', '.join(lacking)}." if lacking else text

    def state_line(self) -> str:
        """Say the round and what the file would hold."""
        return f"ForTheClass(round {self.round}: {self.sentence()})"

    def state_html(self) -> str:
        """List what is in the file and what is not."""
        rows = [
            {"In the file": "low, most likely, high of thirty scores", "Never in it": "your name"},
            {"In the file": "six swing points", "Never in it": "notes, reasons, drafts"},
            {"In the file": "locked forecasts and guesses", "Never in it": "hints and attempts"},
            {"In the file": "round; reference seen or not", "Never in it": "dates and times"},
        ]
        return state_table(rows, caption=f"File for the class, round {self.round}: {PROMISE}")

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
                shown = judging.PRESETS.get(name, name)
                raise AlignmentError(
                    f"The board still shows the {shown}; give your own scores, then make the file"
                )
        return Answer(scores, swings.checked(self._board.points.to_dict()))

    def _pressed(self) -> None:
        seen = SEEN[self._seen.value]
        try:
            scored = class_file.make(self.round, answer=self._shown()).answer is not None
            if scored and seen == "":
                self._live.text = "Say first when your scores were made; nothing was made yet."
                return
            file = self.make(seen if scored else None)
        except AlignmentError as error:
            self._live.text = f"Not made: {error}."
            return
        name = class_file.NAME.format(round=self.round)
        code = base64.b64encode(file.text().encode()).decode()
        self._link.value = (
            f'<a download="{name}" href="data:application/json;base64,{code}">Download {name}</a>'
        )
        self._live.text = (
            f"Made. {self.sentence()} Download {name} and hand it in as your teacher says; a copy "
            "is in my-work."
        )


def _ends(cell: dict) -> tuple[float, float, float]:
    return cell["low"], cell["mode"], cell["high"]
