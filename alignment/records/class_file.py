"""The file a student hands in for the class: numbers only, no note, name, path or time.

A sheet of thirty numbers is as personal as a signature, so the file is pseudonymous and not
anonymous: a teacher could open it. What leaves the teacher's computer is the picture of the class.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.records import forecasts, guesses, sheets, swings
from alignment.records.sheets import CRITERIA, DOMAINS
from alignment.records.swings import is_points
from fairmark.files import BrokenRecord, home, read_json, write_json

KIND = "alignment file for the class"
SCHEMA = 1
NAME = "for-the-class-{round}.json"
ROUNDS = (1, 2)
LARGEST = 100_000  # bytes; a whole file has under ten thousand
ENDS = 3  # low, most likely and high of one score

Scores = dict[str, dict[str, tuple[float, float, float]]]


@dataclass(frozen=True)
class Answer:
    """A student's scores and swing points in one round.

    Parameters
    ----------
    scores : dict
        By domain and criterion: low, most likely, high, each 0 to 100.
    points : dict of str to float
        Swing points by criterion.
    """

    scores: Scores
    points: dict[str, float]

    def numbers(self) -> dict[str, Any]:
        """Return it ready for JSON, always in the same order."""
        scores = {d: {c: list(self.scores[d][c]) for c in CRITERIA} for d in DOMAINS}
        return {"scores": scores, "points": {c: self.points[c] for c in CRITERIA}}


@dataclass(frozen=True)
class ClassFile:
    """What one student hands in.

    Parameters
    ----------
    round : {1, 2}
        In which round of the panel.
    answer : Answer or None
        Scores and swing points; None before they are complete.
    before : Answer or None
        In round 2, the answer of round 1.
    seen_reference : bool or None
        Whether the student had opened the reference sheet before; None if not said.
    forecasts : dict of str to float
        Per cent by question.
    lock : str
        Digest of the last locked forecast.
    guesses : dict of str to list
        Locked predictions made before their result was shown: numbers, or names.
    """

    round: int
    answer: Answer | None = None
    before: Answer | None = None
    seen_reference: bool | None = None
    forecasts: dict[str, float] = field(default_factory=dict)
    lock: str = ""
    guesses: dict[str, list] = field(default_factory=dict)

    def record(self) -> dict[str, Any]:
        """Return it ready for JSON: the same numbers give the same text."""
        return {
            "kind": KIND,
            "schema": SCHEMA,
            "round": self.round,
            "answer": self.answer and self.answer.numbers(),
            "before": self.before and self.before.numbers(),
            "seen_reference": self.seen_reference,
            "forecasts": dict(sorted(self.forecasts.items())),
            "lock": self.lock,
            "guesses": dict(sorted(self.guesses.items())),
        }

    def text(self) -> str:
        """Return the file's text."""
        return json.dumps(self.record(), indent=1)


def make(
    round: int,
    *,
    answer: Answer | None = None,
    seen_reference: bool | None = None,
) -> ClassFile:
    """Put together what a student hands in, from the student's own files.

    Parameters
    ----------
    round : {1, 2}
        Of the panel.
    answer : Answer, optional
        What a board shows; by default the five saved sheets and the saved swing points.
    seen_reference : bool, optional
        What the student says of the reference sheet.

    Returns
    -------
    ClassFile
        Without an answer if sheets or swing points are not complete; see `missing`.

    Raises
    ------
    BrokenRecord
        If one of the student's files cannot be read.
    """
    if round not in ROUNDS:
        raise AlignmentError(say("record.no_round", round=round))
    first = load_own(1) if round == 2 else None
    made = {
        name: list(guess.values or guess.names)
        for name, guess in guesses.load_guesses().items()
        if not guess.after
    }
    return ClassFile(
        round,
        answer=answer or own_answer(),
        before=first.answer if first else None,
        seen_reference=seen_reference,
        forecasts={name: each.percent for name, each in forecasts.load_forecasts().items()},
        lock=forecasts.head(),
        guesses=made,
    )


def own_answer() -> Answer | None:
    """Return the answer that the saved sheets and swing points make; None if one is missing."""
    return None if missing() else Answer(complete_scores(), swings.load_swings())


def complete_scores() -> Scores:
    """Return the scores of every saved sheet that can be read and lacks none."""
    found = {}
    for domain in DOMAINS:
        try:
            sheet = sheets.load_sheet(domain)
        except AlignmentError:
            continue  # the score sheet itself says what is wrong with its file
        if sheet and len(sheet.scores) == len(CRITERIA):
            found[domain] = {c: (s.low, s.mode, s.high) for c, s in sheet.scores.items()}
    return found


def missing() -> list[str]:
    """Name what is missing before scores can be handed in."""
    found = {domain: sheets.load_sheet(domain) for domain in DOMAINS}
    none = [domain for domain, sheet in found.items() if not (sheet and sheet.scores)]
    lacking = [say("record.no_sheets", len(none), domains=" ".join(none))] if none else []
    for domain, sheet in found.items():
        if domain not in none and (left := len(CRITERIA) - len(sheet.scores)):
            lacking.append(say("record.left", left, domain=domain))
    return lacking if swings.load_swings() else [*lacking, say("record.the_swing_points")]


def save_own(file: ClassFile) -> str:
    """Keep a copy in the student's folder; return folder and name, to be shown."""
    path = write_json(home() / NAME.format(round=file.round), file.record())
    return f"{path.parent.name}/{path.name}"


def load_own(round: int) -> ClassFile | None:
    """Read the copy that was kept when the file of a round was made; None if there is none."""
    record = read_json(home() / NAME.format(round=round))
    return None if record is None else checked(record)


def read(content: bytes) -> ClassFile:
    """Read what a student handed in.

    Parameters
    ----------
    content : bytes
        Of the file.

    Returns
    -------
    ClassFile
        With every number in range.

    Raises
    ------
    BrokenRecord
        With one sentence that says what the file is instead, or what is wrong in it.
    """
    if len(content) > LARGEST:
        raise BrokenRecord(say("record.too_large", size=len(content)))
    try:
        record = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise BrokenRecord(say("record.not_json_class")) from None
    return checked(record)


def checked(record: Any) -> ClassFile:
    """Make a file of what was read, or say in one sentence what is wrong with it."""
    if not isinstance(record, dict) or record.get("kind") != KIND:
        what = record.get("kind") if isinstance(record, dict) else None
        known = isinstance(what, str)
        raise BrokenRecord(say("record.it_is", what=what) if known else say("record.other_kind"))
    if record.get("schema") != SCHEMA:
        raise BrokenRecord(say("record.class_version", found=record.get("schema"), schema=SCHEMA))
    try:
        return ClassFile(
            round=_one_of(record["round"], ROUNDS, "record.bad_round"),
            answer=_answer(record["answer"]),
            before=_answer(record["before"]),
            seen_reference=_one_of(
                record["seen_reference"], (True, False, None), "record.bad_reference"
            ),
            forecasts=_forecasts(record["forecasts"]),
            lock=_text(record["lock"], 64),
            guesses={_text(n, 20): _guess(g) for n, g in record["guesses"].items()},
        )
    except (KeyError, TypeError, AttributeError, ValueError, AlignmentError) as error:
        lacks = isinstance(error, KeyError)
        said = say("record.lacks" if lacks else "record.damaged", error=error)
        raise BrokenRecord(said) from None


def _answer(record: Any) -> Answer | None:
    if record is None:
        return None
    scores: Scores = {d: {c: _ends(record["scores"][d][c]) for c in CRITERIA} for d in DOMAINS}
    return Answer(scores, swings.checked(record["points"]))


def _ends(ends: Any) -> tuple[float, float, float]:
    if len(ends) != ENDS or not all(is_points(end) for end in ends) or sorted(ends) != list(ends):
        raise AlignmentError(say("record.bad_score", ends=ends))
    low, mode, high = map(float, ends)
    return low, mode, high


def _forecasts(record: Mapping) -> dict[str, float]:
    for name, percent in record.items():
        if not is_points(percent):
            raise AlignmentError(say("record.bad_forecast", name=_text(name, 20), percent=percent))
    return {_text(name, 20): float(percent) for name, percent in record.items()}


def _guess(values: Any) -> list:
    numbers = all(
        isinstance(v, (int, float)) and not isinstance(v, bool) and isfinite(v) for v in values
    )
    if not isinstance(values, list) or not (numbers or all(isinstance(v, str) for v in values)):
        raise AlignmentError(say("record.bad_guess", values=values))
    return [float(v) if numbers else _text(v, 200) for v in values[:20]]


def _text(value: Any, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise AlignmentError(say("record.long_text", value=value))
    return value


def _one_of(value: Any, among: tuple, refusal: str) -> Any:
    if not any(
        value is each or (type(value) is type(each) is int and value == each) for each in among
    ):
        raise AlignmentError(say(refusal, value=value))
    return value
