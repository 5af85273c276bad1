"""The score sheet that ends a domain lesson: lowest, most likely and highest score per criterion.
It opens empty and asks for evidence; what a student completes is saved at once, for lesson 08.
"""

import json
from html import escape
from pathlib import Path

import pandas as pd
import traitlets

from alignment import tables
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.methods.aggregation import additive
from alignment.methods.elicitation import swing
from alignment.records import Score, Sheet, load_sheet, save_sheet
from alignment.widgets.panel import Panel, kept, state_table
from alignment.widgets.view import PANEL, View, script

PARTS = ("low", "mode", "high")
MARKS = (0, 25, 50, 75, 100)
HERE = Path(__file__).parent


class SheetView(View):
    """The sheet in the page; it decides nothing but what still has to wait.

    Parameters
    ----------
    labels : dict
        Names, questions and anchors.
    drafts : dict of str to dict
        Per criterion low, mode, high (whole numbers or None) and note, as typed and in order.
    messages : dict of str to str
        What the last change did, under the row it was made in.
    about : dict of str to list
        Which low, mode and high that message is about. Where a field shows another number, it is
        not shown: it would call missing what somebody sees filled in.
    """

    _esm = script("sheet_view")
    _says = ("sheet_view", "score")
    _classes = (PANEL,)
    _css = View._css + (HERE / "sheet_view.css").read_text(encoding="utf-8")
    labels = traitlets.Dict().tag(sync=True)
    drafts = traitlets.Dict().tag(sync=True)
    messages = traitlets.Dict().tag(sync=True)
    about = traitlets.Dict().tag(sync=True)
    said = traitlets.Unicode("").tag(sync=True)
    value = traitlets.Unicode("").tag(sync=True)
    judged = traitlets.Bool(False).tag(sync=True)
    comparing = traitlets.Bool(False).tag(sync=True)
    literal = traitlets.Unicode("").tag(sync=True)


class ScoreSheet(Panel):
    """One domain, six criteria, three numbers and an evidence note each.

    Parameters
    ----------
    domain : {"M", "E", "D", "T", "F"}
        The domain to judge.

    Attributes
    ----------
    scores : dict of str to Score
        By criterion letter; only what the student has judged.
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
        self.scores: dict[str, Score] = {}
        self.message = self._read()
        self.view = SheetView(
            labels=self._labels(),
            drafts={letter: self._draft(letter) for letter in self._criteria.index},
        )
        self._tell()
        self.view.observe(self._edited, "drafts")

    @property
    def own(self) -> set[str]:
        """The criteria the student has judged."""
        return set(self.scores)

    def set(self, criterion: str, low: float, mode: float, high: float, note: str = "") -> None:
        """Judge one criterion from a code cell; the same as typing into the sheet.

        Parameters
        ----------
        criterion : str
            A letter from A to F.
        low, mode, high : float
            Lowest, most likely and highest score, 0 to 100, in this order: one time in ten the
            right score would lie below the lowest, one time in ten above the highest.
            They are rounded to whole numbers: finer steps would be false precision.
        note : str
            The evidence in one line; without a new one, the old note stays.

        Raises
        ------
        AlignmentError
            If the criterion is unknown or the numbers are out of range or order.
        """
        if criterion not in self._criteria.index:
            letters = ", ".join(self._criteria.index)
            raise AlignmentError(say("sheet.no_criterion", criterion=criterion, letters=letters))
        given = Score(low, mode, high, note or self.view.drafts[criterion]["note"])
        low, mode, high = (round(number) for number in (given.low, given.mode, given.high))
        draft = {"low": low, "mode": mode, "high": high, "note": given.note}
        self.view.drafts = self.view.drafts | {criterion: draft}
        print(self.message)

    def to_frame(self) -> pd.DataFrame:
        """Return the sheet as a table, one row per criterion; what is not judged is missing."""
        none = Score(0, 0, 0)
        rows = [
            {"domain": self.domain, "criterion": letter}
            | {part: getattr(self.scores.get(letter, none), part) for part in PARTS}
            | {"note": self.scores.get(letter, none).note, "own": letter in self.scores}
            for letter in self._criteria.index
        ]
        frame = pd.DataFrame(rows)
        for part in PARTS:
            frame[part] = frame[part].astype("Int64").mask(~frame["own"])
        return frame

    def value(self) -> dict[str, int] | None:
        """Return the domain's value with all scores lowest, most likely and highest.

        Returns
        -------
        dict of str to int, or None
            `low`, `mode`, `high`: weighted means under the reference swing weights, 0 to 100,
            in whole numbers. `low` to `high` is wider than any range of the value, because all
            six scores are at one end. None until all six are judged.
        """
        if len(self.scores) < len(self._criteria):
            return None
        scores = self.to_frame().set_index("criterion")[list(PARTS)].T.astype(float)
        return {part: round(value) for part, value in additive(scores, self._weights).items()}

    def compare(self) -> pd.DataFrame:
        """Return your scores beside the reference ones (illustrative), where you have judged."""
        reference = pd.DataFrame.from_dict(_reference_scores(self.domain), orient="index")
        theirs = [say(f"sheet.reference_{part}") for part in PARTS]
        named = reference.set_axis(theirs, axis=1)
        mine = self.to_frame().set_index("criterion").query("own")[list(PARTS)]
        return mine.set_axis([say(f"sheet.your_{part}") for part in PARTS], axis=1).join(named)

    def literal(self) -> str:
        """Return the sheet as the code an exercise set asks for; what is not judged is three dots.

        A set is graded where nobody's own files are, so it has to hold the scores itself.
        """
        rows = [f'    "{letter}": {self._row(letter)},' for letter in self._criteria.index]
        return "\n".join(["sheet = {", *rows, "}"])

    def _row(self, letter: str) -> str:
        if (s := self.scores.get(letter)) is None:
            return "..."
        numbers = ", ".join(f"{number:g}" for number in (s.low, s.mode, s.high))
        return f"({numbers}, {json.dumps(s.note, ensure_ascii=False)})"

    def state_line(self) -> str:
        """Say every score and the value in one line."""
        scores = ", ".join(
            say("sheet.score" if s.evidence else "sheet.score_bare", criterion=criterion,
                low=s.low, mode=s.mode, high=s.high)
            for criterion, s in self.scores.items()
        )  # fmt: skip
        scores = scores or say("sheet.no_score")
        return f"ScoreSheet({self.domain}: {scores}; {self._value_text()})"

    def state_html(self) -> str:
        """Say the sheet as a table."""
        rows = [self._state_row(criterion) for criterion in self._criteria.index]
        caption = say("sheet.caption", domain=self.domain, name=self.name, value=self._value_text())
        return f"<p>{escape(say('sheet.rule'))}</p>\n{state_table(rows, caption=caption)}"

    # --- what a change does ---------------------------------------------------------------

    def _read(self) -> str:
        """Take over the student's own scores; a file that cannot be read is only reported."""
        try:
            sheet = load_sheet(self.domain)
        except AlignmentError as error:
            return say("sheet.unread", error=error)
        if sheet is None:
            return say("sheet.none_yet")
        self.scores = {c: sheet.scores[c] for c in self._criteria.index if c in sheet.scores}
        return say("sheet.read", name=self.name, count=self._count())

    def _edited(self, change: dict) -> None:
        """Answer a change of the drafts, typed in the page or set in a cell."""
        changed = [c for c in self._criteria.index if change.new.get(c) != change.old.get(c)]
        for criterion in changed:
            self._take(criterion, change.new[criterion])
        if changed:
            self._tell(changed[-1])

    def _take(self, criterion: str, draft: dict) -> None:
        name = f"{criterion} {self._criteria.loc[criterion, 'name']}"
        missing = [say(f"sheet.{part}") for part in PARTS if draft.get(part) is None]
        if missing:
            had = self.scores.pop(criterion, None)
            said = say("sheet.waiting", name=name, missing=say("sheet.and").join(missing))
            self.message = f"{said} {self._save()}" if had else said
            return
        try:
            score = Score(*(round(draft[part]) for part in PARTS), str(draft.get("note", "")))
        except AlignmentError as error:
            self.message = say("sheet.refused", name=name, error=error)
            return
        self.scores = {c: self.scores.get(c) for c in self._criteria.index} | {criterion: score}
        self.scores = {c: s for c, s in self.scores.items() if s is not None}
        self.message = say(
            _about(score),
            name=name,
            note=score.note.strip(),
            low=score.low,
            mode=score.mode,
            high=score.high,
            value=self._value_text(begins=True),
            saved=self._save(),
        )

    def _save(self) -> str:
        return kept(_saved, Sheet(self.domain, self.scores))

    def _tell(self, criterion: str | None = None) -> None:
        """Bring the page to the present state; the message stands beside the row it is about."""
        with self.view.hold_sync():
            if criterion is not None:
                draft = self.view.drafts[criterion]
                self.view.about = {criterion: [draft.get(part) for part in PARTS]}
                self.view.messages = {criterion: self.message}
            self.view.said = self.message
            self.view.judged = bool(self.scores)
            self.view.literal = self.literal()
            self.view.value = say("sheet.shown_value", value=self._value_text(begins=True))

    # --- what is shown --------------------------------------------------------------------

    def _labels(self) -> dict:
        texts = self._criteria
        return {
            "name": self.name,
            "boundary": self._boundary,
            "rule": say("sheet.rule"),
            "interests": ", ".join(
                f"{row.interest} {row.name}"
                for row in tables.load("interests").itertuples(index=False)
            ),
            "criteria": {
                letter: {
                    "name": row["name"],
                    "prompt": row["prompt"],
                    "anchors": _anchors(self.domain, letter, row),
                }
                for letter, row in texts.iterrows()
            },
            "reference": {
                letter: list(score.values())
                for letter, score in _reference_scores(self.domain).items()
            },
        }

    def _draft(self, letter: str) -> dict:
        score = self.scores.get(letter)
        if score is None:
            return {"low": None, "mode": None, "high": None, "note": ""}
        return {part: round(getattr(score, part)) for part in PARTS} | {"note": score.note}

    def _count(self) -> str:
        return say("sheet.count", done=len(self.scores), of=len(self._criteria))

    def _value_text(self, *, begins: bool = False) -> str:
        """Say the value, as it stands in a sentence or as it begins one."""
        value, end = self.value(), "_begins" if begins else ""
        if value is None:
            return say(f"sheet.no_value{end}", count=self._count())
        return say(f"sheet.value{end}", **value)

    def _state_row(self, criterion: str) -> dict[str, object]:
        score = self.scores.get(criterion)
        name = f"{criterion} {self._criteria.loc[criterion, 'name']}"
        numbers = {
            say(f"sheet.column_{part}"): "" if score is None else round(getattr(score, part))
            for part in PARTS
        }
        evidence = (
            say("sheet.not_judged") if score is None else score.note or say("sheet.no_evidence")
        )
        return {say("sheet.criterion"): name, **numbers, say("sheet.evidence"): evidence}


def _about(score: Score) -> str:
    """Choose the sentence on a kept score, by what is known of its evidence."""
    if score.evidence:
        return "sheet.kept"
    return "sheet.kept_short" if score.note.strip() else "sheet.kept_bare"


def _saved(sheet: Sheet) -> str:
    path = save_sheet(sheet)
    return f"{path.parent.name}/{path.name}"


def _domain(letter: str) -> tuple[str, str, str]:
    domains = tables.load("domains").set_index("domain")
    if letter not in domains.index:
        known = ", ".join(f"{code} {row['name']}" for code, row in domains.iterrows())
        raise AlignmentError(say("sheet.no_domain", letter=letter, known=known))
    return letter, domains.loc[letter, "name"], domains.loc[letter, "boundary"]


def _reference_scores(domain: str) -> dict[str, dict[str, int]]:
    rows = tables.load("judgements").query("sheet == 'reference' and domain == @domain")
    return {row.criterion: {p: int(getattr(row, p)) for p in PARTS} for row in rows.itertuples()}


def _reference_weights() -> pd.Series:
    points = tables.load("swing_points").query("sheet == 'reference'").set_index("criterion").points
    return pd.Series(swing(points), index=points.index)


def _anchors(domain: str, criterion: str, texts: pd.Series) -> dict[str, list[str]]:
    """List what each mark means: in general, then (where it differs) for this domain."""
    anchors = {str(mark): [texts[f"anchor_{mark}"]] for mark in MARKS}
    own = tables.load("domain_anchors").query("domain == @domain and criterion == @criterion")
    for row in own.itertuples():
        anchors[str(int(row.score))].append(say("sheet.here", anchor=row.anchor))
    return anchors
