"""The forecast card of lesson 10: lock a probability, then see what happened and how you did.
Nothing of an outcome is shown, here or in a stored notebook, before a probability is locked.
"""

from collections.abc import Callable
from html import escape

import ipywidgets as widgets
import pandas as pd

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.methods import scoring
from alignment.records.forecasts import Forecast, load_forecasts, lock_forecast
from alignment.widgets.live import Live, table_view
from alignment.widgets.panel import Panel, state_table
from alignment.widgets.slider import Slider

UNRESOLVED = "method changed"  # `support` of a question that the data cannot resolve
FEW = 10  # below this many scored forecasts a score is mostly luck
FEWEST = 5  # below this many, drawing them again says nothing of other questions: no interval
EVEN = 50  # where the slider waits: nobody has said it
_LONG = {"layout": {"width": "98%"}, "style": {"description_width": "initial"}}


class ForecastCard(Panel):
    """One question at a time: probability, base rate and reason first, outcome afterwards.

    Parameters
    ----------
    questions : pandas.DataFrame
        Columns id, question, asked, by, resolver, if_missing, outcome (true, false or missing),
        support and forecast (of an invented forecaster, 0 to 1, or missing).
    score : callable, optional
        ``score(probabilities, outcomes)``: lower is better; the Brier score unless given.

    Attributes
    ----------
    question : str
        The id of the card on top.
    locked : dict of str to Forecast
        What is locked so far.
    message : str
        What the last step did.

    Examples
    --------
    >>> card = ForecastCard(questions)  # doctest: +SKIP
    >>> card.lock("R3", 90, base="every year since 2019")  # doctest: +SKIP
    >>> card.score()  # doctest: +SKIP
    """

    def __init__(
        self,
        questions: pd.DataFrame,
        score: Callable[[list[float], list[float]], float] = scoring.brier,
    ) -> None:
        self._questions = questions.set_index("id")
        self._score = score
        self.question = self._questions.index[0]
        self.locked: dict[str, Forecast] = {}
        self.message = self._read()
        self.view = self._build()

    def lock(self, question: str, percent: float, *, base: str = "", why: str = "") -> None:
        """Lock a probability from a cell; the same as the button. It cannot be changed later.

        Parameters
        ----------
        question : str
            Its id.
        percent : float
            Probability of yes, 0 to 100.
        base, why : str
            How often such things happened before, and the reason; one line each.

        Raises
        ------
        AlignmentError
            If there is no such question, the number is out of range, or it is locked already.
        """
        if question not in self._questions.index:
            known = ", ".join(self._questions.index)
            raise AlignmentError(say("forecast.no_question", question=question, known=known))
        where = lock_forecast(question, Forecast(percent, base.strip(), why.strip()))
        self.locked = load_forecasts()
        self.question = question
        self.message = say(
            "forecast.locked_at",
            question=question,
            percent=percent,
            outcome=self.reveal(question),
            where=where,
        )
        self._show()
        print(self.message)

    def reveal(self, question: str) -> str:
        """Say what happened, once a probability is locked."""
        if question not in self.locked:
            return say("forecast.outcome_of", question=question)
        row, mine = self._questions.loc[question], self.locked[question].percent / 100
        if pd.isna(row["outcome"]):
            return say("forecast.still_open")
        if row["support"] == UNRESOLVED:
            return say("forecast.unresolved")
        happened = float(row["outcome"])
        word = "forecast.happened" if happened else "forecast.not_happened"
        said = say(word, error=(mine - happened) ** 2)
        if pd.isna(row["forecast"]):
            return said
        return say("forecast.invented", said=said, forecast=row["forecast"])

    def scored(self) -> pd.DataFrame:
        """Return your locked forecasts with a known outcome: probability and outcome, 0 to 1."""
        known = [question for question in self._questions.index if self._is_scored(question)]
        rows = [
            (self.locked[question].percent / 100, float(self._questions.loc[question, "outcome"]))
            for question in known
        ]
        return pd.DataFrame(rows, index=known, columns=["probability", "outcome"])

    def score(self) -> dict[str, float]:
        """Score what is locked and resolved.

        Returns
        -------
        dict of str to float
            `forecasts`, `score`, `low` and `high` (nine in ten samples of such questions; NaN with
            fewer than five), and
            `base_rate`, the score of whoever had always said how often it happened; NaN while
            nothing is scored.
        """
        done = self.scored()
        if done.empty:
            nan = float("nan")
            return {"forecasts": 0, "score": nan, "low": nan, "high": nan, "base_rate": nan}
        pair = done["probability"].tolist(), done["outcome"].tolist()
        enough = len(done) >= FEWEST
        low, high = scoring.bootstrap_interval(*pair) if enough else (float("nan"),) * 2
        base = scoring.climatology(pair[1])
        return {"forecasts": len(done), "score": self._score(*pair)} | {
            "low": low,
            "high": high,
            "base_rate": base,
        }

    def sentence(self) -> str:
        """Say how far you are and how you did, in one or two sentences."""
        start = say("forecast.locked_of", locked=len(self.locked), of=len(self._questions))
        now = self.score()
        if not now["forecasts"]:
            return say("forecast.none_scored", said=start)
        if now["forecasts"] < FEWEST:
            return say(
                "forecast.score_fewest",
                said=start,
                score=now["score"],
                forecasts=now["forecasts"],
            )
        return say(
            "forecast.score_few" if now["forecasts"] < FEW else "forecast.score",
            said=start,
            score=now["score"],
            forecasts=now["forecasts"],
            low=now["low"],
            high=now["high"],
        )

    def state_line(self) -> str:
        """Say the progress in one line."""
        return f"ForecastCard({self.sentence()})"

    def state_html(self) -> str:
        """Say every question as a table, with outcomes of locked ones only."""
        rows = [
            {
                say("forecast.question"): question,
                say("forecast.asked"): row["question"],
                say("forecast.by"): f"{row['by']:%Y-%m-%d}",
                say("forecast.resolver"): row["resolver"],
                say("forecast.probability"): self._mine(question),
                say("forecast.outcome"): self.reveal(question)
                if question in self.locked
                else say("forecast.hidden"),
            }
            for question, row in self._questions.iterrows()
        ]
        return state_table(rows, caption=say("forecast.caption", said=self.sentence()))

    # --- what is known ----------------------------------------------------------------------

    def _read(self) -> str:
        try:
            every = load_forecasts()
        except AlignmentError as error:
            return say("panel.unread", error=error)
        self.locked = {name: each for name, each in every.items() if name in self._questions.index}
        return say("forecast.found", locked=len(self.locked))

    def _is_scored(self, question: str) -> bool:
        row = self._questions.loc[question]
        known = not pd.isna(row["outcome"]) and row["support"] != UNRESOLVED
        return question in self.locked and known

    def _mine(self, question: str) -> str:
        locked = self.locked.get(question)
        return say("forecast.open") if locked is None else f"{locked.percent:g} %"

    # --- what is shown ----------------------------------------------------------------------

    def _build(self) -> widgets.VBox:
        texts = self._questions["question"]
        self._pick = widgets.Dropdown(
            options=[(f"{name}: {text}", name) for name, text in texts.items()],
            description=say("forecast.question"),
            **_LONG,
        )
        self._card, self._table = widgets.HTML(), table_view()
        self._slider = Slider(label=say("forecast.yes"), value=EVEN, unit="%", step=1)
        self._base = widgets.Text(
            description=say("forecast.base_rate"),
            placeholder=say("forecast.base_hint"),
            **_LONG,
        )
        self._why = widgets.Text(
            description=say("forecast.reason"), placeholder=say("forecast.one_line"), **_LONG
        )
        narrow = {"width": "auto", "align_self": "flex-start"}  # a box would stretch it
        self._button = widgets.Button(description=say("forecast.lock"), layout=narrow)
        self._live = Live()
        self._chosen = self._asked = False  # slider moved; an unmoved one asked about
        self._pick.observe(self._turned, "value")
        self._slider.observe(self._moved, "value")
        self._button.on_click(self._pressed)
        self._show()
        head = widgets.HTML(f"<strong>{escape(say('forecast.head'))}</strong>")
        inputs = [self._slider, self._base, self._why, self._button]
        return widgets.VBox([head, self._pick, self._card, *inputs, self._live, self._table])

    def _turned(self, change: dict) -> None:
        if not self._filling:
            self.question = change["new"]
            self.message = self.reveal(self.question)
            self._begin()
            self._show()

    def _begin(self) -> None:
        """Put an empty form on the card: what was said of another question is not said of this."""
        with self._quietly():
            self._slider.value, self._base.value, self._why.value = EVEN, "", ""
        self._chosen = self._asked = False

    def _moved(self, _: object) -> None:
        if not self._filling:
            if self._asked:
                self.message = self.reveal(self.question)
            self._chosen, self._asked = True, False
            self._show()

    def _pressed(self, _: object) -> None:
        if not (self._chosen or self._asked):  # a lock is for ever; this may be a slip
            self._asked = True
            self.message = say(
                "forecast.untouched", question=self.question, percent=self._slider.value
            )
            self._show()
            return
        forecast = {"base": self._base.value, "why": self._why.value}
        try:
            where = lock_forecast(self.question, Forecast(self._slider.value, **forecast))
        except AlignmentError as error:
            self.message = say("forecast.not_locked", error=error)
        else:
            self.locked = load_forecasts()
            self.message = say(
                "forecast.locked_now",
                question=self.question,
                outcome=self.reveal(self.question),
                where=where,
            )
        self._show()

    def _show(self) -> None:
        with self._quietly():
            self._pick.value = self.question
        row, mine = self._questions.loc[self.question], self.locked.get(self.question)
        parts = {
            say("forecast.asked_on"): f"{row['asked']:%Y-%m-%d}",
            say("forecast.by"): f"{row['by']:%Y-%m-%d}",
            say("forecast.resolver"): row["resolver"],
            say("forecast.if_missing"): row["if_missing"],
        }
        facts = "; ".join(f"{name}: {escape(str(text))}" for name, text in parts.items())
        self._card.value = f"<p><strong>{escape(row['question'])}</strong><br>{facts}.</p>"
        self._button.disabled = mine is not None
        self._name_button()
        if mine:
            with self._quietly():
                self._slider.value = round(mine.percent)
            self._base.value, self._why.value = mine.base, mine.why
        self._live.text = f"{self.message} {self.sentence()}"
        self._table.value = self._mine_table()

    def _name_button(self) -> None:
        if self.question in self.locked:
            self._button.description = say("forecast.locked")
        elif self._asked:
            self._button.description = say("forecast.lock_untouched", percent=self._slider.value)
        else:
            self._button.description = say("forecast.lock")

    def _mine_table(self) -> str:
        rows = [
            {
                say("forecast.question"): name,
                say("forecast.probability"): self._mine(name),
                say("forecast.outcome"): self.reveal(name),
            }
            for name in self._questions.index
            if name in self.locked
        ]
        return state_table(rows, caption=say("forecast.mine")) if rows else ""
