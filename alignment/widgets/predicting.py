"""Guess first, then look: a panel that asks, locks the answer for good, and says how far it lay.

The lowest and the highest value come before the best guess: asked in this order, ranges are wider
and better (Soll and Klayman 2004; Speirs-Bridge and others 2010). Nothing is filled in beforehand.
"""

from html import escape
from weakref import WeakSet

import traitlets
from IPython.display import display

from alignment.charts.verdict import answer_of, begins, is_exact, sentence, spoken, verdict
from alignment.errors import AlignmentError
from alignment.messages import say as told
from alignment.records.forecasts import AlreadyLocked
from alignment.records.guesses import (
    Guess,
    load_guesses,
    load_seen,
    lock_guess,
    mark_seen,
    watchers,
)
from alignment.tables.predictions import Prediction, prediction
from alignment.widgets.panel import Panel
from alignment.widgets.predicting_form import Form
from alignment.widgets.scored import OWN, scored
from alignment.widgets.view import HERE, View, script
from fairmark.files import BrokenRecord

IMPORT = "from alignment.widgets import say"  # no lesson does it
_open: WeakSet = WeakSet()  # the panels on the page, so that `say` brings them up to date


class Predict(Panel, View):
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

    _esm = script("predicting")
    _says = ("predict_view",)
    _css = View._css + (HERE / "predicting.css").read_text(encoding="utf-8")
    form = traitlets.Dict().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)
    draft = traitlets.Dict().tag(sync=True)
    message = traitlets.Unicode().tag(sync=True)

    def __init__(self, name: str) -> None:
        self.asked = prediction(name)
        self.guess: Guess | None = None
        self._form = Form(self.asked)
        super().__init__(form=self._form.described(), answer=self._form.shown(None))
        self.on_msg(self._heard)
        _open.add(self)
        self.refresh()

    def refresh(self, message: str = "") -> None:
        """Read what is locked, and show it."""
        try:
            self.guess, seen = load_guesses().get(self.asked.id), self.asked.id in load_seen()
        except AlignmentError as error:
            self.message = f"{error}."
            return
        start = told("predict.seen" if seen else "predict.nothing")
        if self.asked.id == OWN:  # nobody remembers how many there were
            start = f"{told('predict.yours', len(scored().ranges))} {start}"
        self.answer = self._form.shown(self.guess)
        self.message = message or (self.sentence() if self.guess else start)

    def sentence(self) -> str:
        """Say what is locked, and nothing about the answer."""
        if self.guess is None:
            return told("predict.no_guess")
        parts = [told("predict.locked", said=spoken(self.asked, self.guess))]
        if self.guess.low is not None:
            parts.append(told("predict.range", low=self.guess.low, high=self.guess.high))
        if self.guess.sure is not None:
            parts.append(told("predict.sure", per_cent=self.guess.sure * 100))
        answer = "predict.answer_after" if self.guess.after else "predict.answer"
        return told(answer, said=", ".join(parts))

    def state_line(self) -> str:
        """Say the prediction and what is locked in one line."""
        return f"Predict({self.asked.id!r}, {self.sentence()})"

    def state_html(self) -> str:
        """Say the question and what is locked; the answer stands only below, in the result."""
        line = f"<code>{IMPORT}; {escape(self._form.line())}</code>"
        parts = [
            f"<strong>{escape(told('predict.first'))}</strong> {escape(self.asked.question)}",
            escape(self._form.how()),
            escape(told("predict.your_answer", said=self.sentence())),
            f"{escape(told('predict.in_a_cell'))} {line}",
        ]
        return "\n".join(f"<p>{part}</p>" for part in parts)

    # --- what is done -----------------------------------------------------------------------

    def _heard(self, _: object, said: dict, __: list) -> None:
        """Do what the page asks for, in one message that holds every field."""
        try:
            if said.get("do") == "skip":
                mark_seen(self.asked.id)
                _refresh(self.asked.id, told("predict.skipped"))
            elif said.get("do") == "lock":
                because = str(said.get("because", "")).strip()
                lock_guess(self.asked.id, self._form.made(said["values"], because))
        except AlreadyLocked:
            self.refresh()
            self.message = told("predict.already", said=self.sentence())
        except AlignmentError as error:
            self.message = told("forecast.not_locked", error=error)


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
    print(Predict(name).sentence())


def seen(name: str) -> None:
    """Note that a result is on the page: a guess that is locked from here on does not count.

    A cell that shows a result says so, unless `reveal` or a figure with the guess in it stands in
    the same cell; both say it themselves.

    Parameters
    ----------
    name : str
        The prediction, for example "p4-2".
    """
    try:
        mark_seen(prediction(name).id)
    except BrokenRecord as error:
        print(f"{error}.")


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
        _say(told("predict.your_ranges"), _about_oneself(asked, guess))
    elif guess is None:
        _say(told("predict.no_guess_locked"), answer_of(asked))
    else:
        _say(told("predict.your_guess"), sentence(asked, guess))


def _about_oneself(asked: Prediction, guess: Guess | None) -> str:
    """Say how many of one's own ranges held the right value, and what one had said."""
    mine = scored()
    count = told("predict.held", inside=mine.inside, of=len(mine.ranges))
    if guess is None:
        return f"{count}."
    word = verdict(asked, guess, mine.inside)
    exact = word == "near" and is_exact(asked, guess, mine.inside)
    return told(
        "predict.said",
        begins=begins("right" if exact else word),
        said=spoken(asked, guess),
        count=count,
        meaning=asked.says[word],
    )


def _say(head: str, text: str) -> None:
    html = f'<p class="alignment-guess"><strong>{head}</strong> {escape(text)}</p>'
    display({"text/html": html, "text/plain": text}, raw=True)


def _refresh(name: str, message: str = "") -> None:
    for panel in list(_open):
        if panel.asked.id == name:
            panel.refresh(message)


watchers.append(_refresh)
