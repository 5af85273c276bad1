"""Guess first, then look: a panel that asks, locks the answer for good, and says how far it lay.

The lowest and the highest value come before the best guess: asked in this order, ranges are wider
and better (Soll and Klayman 2004; Speirs-Bridge and others 2010). Nothing is filled in beforehand.
"""

from html import escape
from weakref import WeakSet

import ipywidgets as widgets
import plotly.graph_objects as go
from IPython.display import display

from alignment.charts.verdict import WORDS, sentence, spoken, verdict
from alignment.errors import AlignmentError
from alignment.records.guesses import Guess, load_guesses, load_seen, lock_guess, mark_seen
from alignment.tables.predictions import Prediction, prediction
from alignment.widgets.chart import Chart
from alignment.widgets.live import Live
from alignment.widgets.panel import LEGEND_BELOW, Panel
from alignment.widgets.predicting_form import LABEL, Form
from alignment.widgets.scored import OWN, scored

_open: WeakSet = WeakSet()  # the panels on the page, so that `say` brings them up to date
_SEEN = "You have seen the result already; a guess is kept now, and never counted."


class Predict(Panel):
    """The panel of one prediction.

    Parameters
    ----------
    name : str
        For example "p4-2".

    Attributes
    ----------
    asked : Prediction
        The question.
    guess : Guess or None
        What is locked.
    message : str
        What the last step did.

    Raises
    ------
    AlignmentError
        If there is no such prediction.
    """

    def __init__(self, name: str) -> None:
        self.asked = prediction(name)
        self.guess: Guess | None = None
        self.message = ""
        self._form = Form(self.asked)
        self.view = self._build()
        _open.add(self)
        self.refresh()

    def refresh(self, message: str = "") -> None:
        """Read what is locked, and show it."""
        self.message = message
        seen = False
        try:
            self.guess, seen = load_guesses().get(self.asked.id), self.asked.id in load_seen()
        except AlignmentError as error:
            self.message = f"{error}."
        if not self.message:
            start = _SEEN if seen else "Nothing is locked yet."
            self.message = self.sentence() if self.guess else start
        self._show()

    def sentence(self) -> str:
        """Say what is locked, and nothing about the answer."""
        if self.guess is None:
            return "no guess yet"
        parts = [f"Locked: {spoken(self.asked, self.guess)}"]
        if self.guess.low is not None:
            parts.append(f"range {self.guess.low:g} to {self.guess.high:g}")
        if self.guess.sure is not None:
            parts.append(f"{self.guess.sure * 100:g} % sure")
        return f"{', '.join(parts)}. Run the cell below to see the data."

    def state_line(self) -> str:
        """Say the prediction and what is locked in one line."""
        return f"Predict({self.asked.id!r}, {self.sentence()})"

    def state_html(self) -> str:
        """Say the question and what is locked; the answer stands only below, in the result."""
        parts = [
            f"<p><strong>Guess first.</strong> {escape(self.asked.question)}</p>",
            self._form.how(),
            f"<p>Your answer: {escape(self.sentence())}</p>",
            f"<p>Without the panel, in a cell: <code>{escape(self._form.line())}</code></p>",
        ]
        return "\n".join(parts)

    # --- what is shown ----------------------------------------------------------------------

    def _build(self) -> widgets.VBox:
        question = f"<p><strong>Guess first.</strong> {escape(self.asked.question)}</p>"
        self._because = widgets.Text(
            description="Because",
            placeholder="one line, if you like",
            style=LABEL,
            layout={"width": "36em", "max_width": "100%"},
        )
        self._lock = widgets.Button(description="Lock my guess", layout={"width": "auto"})
        self._skip = widgets.Button(description="Skip: show me", layout={"width": "auto"})
        self._lock.on_click(self._locked)
        self._skip.on_click(self._skipped)
        self._live = Live()
        self._chart = Chart(self._drawn()) if self.asked.kind == "line" else None
        if self._chart is not None:
            for box in self._form.boxes:
                box.observe(lambda _: self._chart.show(self._drawn()), "value")
        chart = [self._chart] if self._chart is not None else []
        buttons = widgets.HBox([self._lock, self._skip], layout={"flex_flow": "row wrap"})
        return widgets.VBox(
            [
                widgets.HTML(question + self._form.how()),
                *chart,
                *self._form.rows(),
                self._because,
                buttons,
                self._live,
            ]
        )

    def _show(self) -> None:
        locked = self.guess is not None
        if locked:
            with self._quietly():
                self._form.fill(self.guess)
                self._because.value = self.guess.because
        for each in (*self._form.boxes, self._because, self._lock, self._skip):
            each.disabled = locked
        self._lock.description = "Locked" if locked else "Lock my guess"
        self._live.text = self.message
        if self._chart is not None:
            self._chart.show(self._drawn())

    def _drawn(self) -> go.Figure:
        """Draw the known part of a line and the points typed so far."""
        asked = self.asked
        known = [(float(name), value) for name, value in asked.known]
        mine = [
            (float(name), value)
            for name, value in zip(asked.names, self._form.typed(), strict=True)
            if value is not None
        ]
        fig = go.Figure()
        fig.add_scatter(x=[x for x, _ in known], y=[y for _, y in known], name="known")
        if mine:
            line = [known[-1], *mine]
            fig.add_scatter(x=[x for x, _ in line], y=[y for _, y in line], name="your guess")
        years = [float(known[0][0]), float(asked.names[-1])]
        fig.update_xaxes(title="Year", range=[years[0] - 0.5, years[1] + 0.5], dtick=5)
        fig.update_yaxes(title=asked.unit, range=[asked.low, asked.high])
        return fig.update_layout(height=300, showlegend=True, **LEGEND_BELOW).update_layout(
            margin={"t": 16, "b": 90}
        )

    # --- what is done -----------------------------------------------------------------------

    def _locked(self, _: object) -> None:
        try:
            guess = self._form.guess(self._because.value.strip())
            lock_guess(self.asked.id, guess)
        except AlignmentError as error:
            self.message = f"Not locked: {error}."
            self._live.text = self.message
        else:
            _refresh(self.asked.id)

    def _skipped(self, _: object) -> None:
        try:
            mark_seen(self.asked.id)
        except AlignmentError as error:
            self._live.text = f"{error}."
        else:
            _refresh(self.asked.id, "Skipped. Run the cell below to see the data.")


def predict(name: str) -> Predict:
    """Ask for a guess before the result is shown.

    Parameters
    ----------
    name : str
        The prediction, for example "p4-2"; all stand in the table `predictions`.

    Returns
    -------
    Predict
        The panel.

    Raises
    ------
    AlignmentError
        If there is no such prediction.
    """
    return Predict(name)


def say(name: str, *given: object, because: str = "") -> None:
    """Lock a guess from a cell; the same as the panel. It cannot be changed later.

    Parameters
    ----------
    name : str
        The prediction, for example "p4-2".
    *given : float, str or sequence
        A number: low, best and high, ``say("p4-2", 15, 20, 28)``. Bars: a list. A line: a list and
        the range of its last point, ``say("p4-1", [150, 160, 170, 180], 160, 200)``. A choice or
        an order: the option, or the list, and how sure you are in per cent.
    because : str
        The reason; one line, kept with the guess.

    Raises
    ------
    AlignmentError
        If something is missing or out of range, or the prediction is locked already.
    """
    form = Form(prediction(name))
    lock_guess(name, form.made(form.parts(given), because.strip()))
    _refresh(name)
    print(Predict(name).sentence())


def reveal(name: str) -> None:
    """Say the right value, and how far your locked guess lay from it.

    Without a locked guess the answer is said all the same, and counts as seen.

    Parameters
    ----------
    name : str
        The prediction, for example "p4-2".
    """
    asked = prediction(name)
    try:
        guess = load_guesses().get(name)
        mark_seen(name)
    except AlignmentError as error:
        print(f"{error}.")
        guess = None
    if name == OWN:
        _say("Your ranges.", _about_oneself(asked, guess))
    elif guess is None:
        _say("No guess is locked.", answer_of(asked))
    else:
        _say("Your guess.", sentence(asked, guess))


def _about_oneself(asked: Prediction, guess: Guess | None) -> str:
    """Say how many of one's own ranges held the right value, and what one had said."""
    mine = scored()
    count = f"{mine.inside} of {len(mine.ranges)} held the right value"
    if guess is None:
        return f"{count}."
    word = verdict(asked, guess, mine.inside)
    return f"{WORDS[word]} You said {spoken(asked, guess)}; {count}. {asked.says[word]}"


def answer_of(asked: Prediction) -> str:
    """Say the answer where nothing was locked."""
    return f"The answer is {asked.answer}. {asked.says['far']}"


def _say(head: str, text: str) -> None:
    html = f'<p class="alignment-guess"><strong>{head}</strong> {escape(text)}</p>'
    display({"text/html": html, "text/plain": text}, raw=True)


def _refresh(name: str, message: str = "") -> None:
    for panel in list(_open):
        if panel.asked.id == name:
            panel.refresh(message)
