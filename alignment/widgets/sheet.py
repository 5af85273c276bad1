"""The score sheet that ends a domain lesson: lowest, most likely and highest score per criterion.
Each score asks for its evidence; what a student changes is saved at once and feeds lesson 08.
"""

from html import escape

import ipywidgets as widgets
import pandas as pd

from alignment import tables
from alignment.errors import AlignmentError
from alignment.methods.aggregation import additive
from alignment.methods.elicitation import swing
from alignment.records import Score, Sheet, load_sheet, save_sheet
from alignment.widgets.live import Live
from alignment.widgets.panel import Panel, state_table
from alignment.widgets.sheet_rows import MARKS, PARTS, Row, in_order, range_bar, standing

RULE = (
    "What would be different if the two still existed, with the same aims, but did not cooperate?"
)
WEIGHTS = "reference swing weights (illustrative)"


class ScoreSheet(Panel):
    """One domain, six criteria, three numbers and an evidence note each.

    Parameters
    ----------
    domain : {"M", "E", "D", "T", "F"}
        The domain to judge.

    Attributes
    ----------
    scores : dict of str to Score
        By criterion letter; the reference judgement where the student has not judged yet.
    own : set of str
        The criteria the student has judged.
    message : str
        What the last change did.

    Raises
    ------
    AlignmentError
        If there is no such domain.

    Examples
    --------
    >>> sheet = ScoreSheet("E")  # doctest: +SKIP
    >>> sheet.set("A", 60, 75, 90, note="OEC: China took 30 % of exports")  # doctest: +SKIP
    >>> sheet.to_frame()  # doctest: +SKIP
    """

    def __init__(self, domain: str) -> None:
        self.domain, self.name, self._boundary = _domain(domain)
        self._criteria = tables.load("criteria").set_index("criterion")
        self._weights = _reference_weights()
        self.scores = _reference_scores(domain)
        self.own: set[str] = set()
        self.message = self._read()
        self.view = self._build()

    def set(self, criterion: str, low: float, mode: float, high: float, note: str = "") -> None:
        """Judge one criterion from a code cell; the same as typing into the sheet.

        Parameters
        ----------
        criterion : str
            A letter from A to F.
        low, mode, high : float
            Lowest, most likely and highest score, 0 to 100, in this order. They are rounded
            to whole numbers: finer steps would be false precision.
        note : str
            The evidence in one line; without a new one, the old note stays.

        Raises
        ------
        AlignmentError
            If the criterion is unknown or the numbers are out of range or order.
        """
        if criterion not in self.scores:
            letters = ", ".join(self.scores)
            raise AlignmentError(f"There is no criterion {criterion!r}; the criteria are {letters}")
        given = Score(low, mode, high, note or self.scores[criterion].note)
        low, mode, high = (round(number) for number in (given.low, given.mode, given.high))
        score = Score(low, mode, high, given.note)
        self._put(criterion, score, f"{criterion} is now {low}, {mode}, {high}.")
        print(self.message)

    def to_frame(self) -> pd.DataFrame:
        """Return the sheet as a table, one row per criterion."""
        columns = {"domain": self.domain, "criterion": list(self.scores)}
        rows = [(s.low, s.mode, s.high, s.note) for s in self.scores.values()]
        numbers = pd.DataFrame(rows, columns=["low", "mode", "high", "note"])
        own = [criterion in self.own for criterion in self.scores]
        return pd.DataFrame(columns).join(numbers).assign(own=own)

    def value(self) -> dict[str, int]:
        """Return the domain's value with all scores lowest, most likely and highest.

        Returns
        -------
        dict of str to int
            `low`, `mode`, `high`: weighted means under the reference swing weights, 0 to 100,
            in whole numbers.
        """
        scores = self.to_frame().set_index("criterion")[list(PARTS)].T.astype(float)
        return {part: round(value) for part, value in additive(scores, self._weights).items()}

    def state_line(self) -> str:
        """Say every score and the value in one line."""
        scores = ", ".join(
            f"{criterion} {s.low:.0f}-{s.mode:.0f}-{s.high:.0f}{'' if s.note else ' (no note)'}"
            for criterion, s in self.scores.items()
        )
        return f"ScoreSheet({self.domain}: {scores}; value {self._value_text()}; {self._whose()})"

    def state_html(self) -> str:
        """Say the sheet as a table."""
        rows = [self._state_row(criterion) for criterion in self.scores]
        value = {PARTS[part].capitalize(): number for part, number in self.value().items()}
        rows.append({"Criterion": "Value of this domain", **value, "Evidence": WEIGHTS})
        caption = f"Score sheet {self.domain}, {self.name}: {self._whose()}"
        return f"<p>{escape(RULE)}</p>\n{state_table(rows, caption=caption)}"

    # --- what a change does ---------------------------------------------------------------

    def _read(self) -> str:
        """Take over the student's own scores; a file that cannot be read is only reported."""
        try:
            sheet = load_sheet(self.domain)
        except AlignmentError as error:
            return f"{error}. Shown are the reference scores (illustrative)."
        if sheet is None:
            return (
                "You have no sheet for this domain yet. Shown are the reference scores "
                "(illustrative); a score becomes yours when you change it or give a note."
            )
        self.scores |= sheet.scores
        self.own = set(sheet.scores)
        return f"Read your sheet for {self.name}: {self._whose()}."

    def _edit(self, criterion: str, part: str, value: object) -> None:
        """Answer a change in the live view."""
        before = self.scores[criterion]
        if part == "note":
            score = Score(before.low, before.mode, before.high, str(value).strip())
            self._put(criterion, score, f"{criterion}: note {'kept' if score.note else 'removed'}.")
            return
        numbers = {name: getattr(before, name) for name in PARTS} | {part: value}
        numbers, pushed = in_order(numbers, part)
        moved = f"{criterion}: {PARTS[part]} is now {value}."
        if pushed:
            names = " and ".join(PARTS[name] for name in pushed)
            moved += f" It took {names} along, so that the order stays."
        self._put(criterion, Score(**numbers, note=before.note), moved)

    def _put(self, criterion: str, score: Score, done: str) -> None:
        self.scores[criterion] = score
        self.own.add(criterion)
        saved = self._save()
        self.message = f"{done} Value of the domain: {self._value_text()}. {saved}"
        self._show()

    def _save(self) -> str:
        own = {
            criterion: self.scores[criterion] for criterion in self.scores if criterion in self.own
        }
        try:
            path = save_sheet(Sheet(self.domain, own))
        except AlignmentError as error:
            return f"Not saved: {error}."
        return f"Saved in {path.parent.name}/{path.name}."

    # --- what is shown --------------------------------------------------------------------

    def _build(self) -> widgets.VBox:
        """Build the live view once; `_show` fills it."""
        self._rows = {
            letter: Row(
                letter,
                criterion["name"],
                criterion["prompt"],
                _anchors(self.domain, letter, criterion),
                lambda part, value, letter=letter: self._edit(letter, part, value),
            )
            for letter, criterion in self._criteria.iterrows()
        }
        head = widgets.HTML(
            f"<div><strong>Score sheet: {escape(self.name)}</strong> "
            f"({escape(self._boundary)}).<br>For every score ask: <em>{escape(RULE)}</em></div>"
        )
        self._result, self._live = widgets.HTML(), Live()
        self._show()
        rows = [row.view for row in self._rows.values()]
        return widgets.VBox([head, *rows, self._result, self._live])

    def _show(self) -> None:
        for letter, row in self._rows.items():
            row.show(self.scores[letter], own=letter in self.own)
        value = self.value()
        bar = range_bar(**value, hatched=any(not s.note for s in self.scores.values()))
        marks = "".join(f"<div>{mark}</div>" for mark in MARKS)
        self._result.value = (
            f"<div><strong>Value of this domain: {self._value_text()}</strong> "
            f"under the {WEIGHTS}; {self._whose()}.</div>{bar}"
            '<div aria-hidden="true" style="display: grid; text-align: center; '
            f'grid-template-columns: repeat(5, 1fr)">{marks}</div>'
        )
        self._live.text = self.message

    def _value_text(self) -> str:
        value = self.value()
        return f"{value['mode']} (range {value['low']} to {value['high']})"

    def _whose(self) -> str:
        if not self.own:
            return "all six scores are the reference set (illustrative)"
        count = f"{len(self.own)} of {len(self.scores)} scores are yours"
        rest = "" if len(self.own) == len(self.scores) else ", the others illustrative"
        return f"{count}{rest}"

    def _state_row(self, criterion: str) -> dict[str, object]:
        score = self.scores[criterion]
        numbers = {word.capitalize(): round(getattr(score, part)) for part, word in PARTS.items()}
        name = f"{criterion} {self._criteria.loc[criterion, 'name']}"
        evidence = {
            "Evidence": score.note or "no note yet",
            "Whose": standing(score, criterion in self.own).split(";")[0],
        }
        return {"Criterion": name, **numbers, **evidence}


def _domain(letter: str) -> tuple[str, str, str]:
    domains = tables.load("domains").set_index("domain")
    if letter not in domains.index:
        known = ", ".join(f"{code} {row['name']}" for code, row in domains.iterrows())
        raise AlignmentError(f"There is no domain {letter!r}; the domains are {known}")
    return letter, domains.loc[letter, "name"], domains.loc[letter, "boundary"]


def _reference_scores(domain: str) -> dict[str, Score]:
    rows = tables.load("judgements").query("sheet == 'reference' and domain == @domain")
    return {r.criterion: Score(int(r.low), int(r.mode), int(r.high)) for r in rows.itertuples()}


def _reference_weights() -> pd.Series:
    points = tables.load("swing_points").query("sheet == 'reference'").set_index("criterion").points
    return pd.Series(swing(points), index=points.index)


def _anchors(domain: str, criterion: str, texts: pd.Series) -> dict[int, list[str]]:
    """List what each mark means: in general, then (where it differs) for this domain."""
    anchors = {mark: [texts[f"anchor_{mark}"]] for mark in MARKS}
    own = tables.load("domain_anchors").query("domain == @domain and criterion == @criterion")
    for row in own.itertuples():
        anchors[int(row.score)].append(f"here: {row.anchor}")
    return anchors
