"""From an answer to a verdict: right, not yet with one thing to try, or not attempted."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from alignment.checks.answers import Answer, settle, where
from alignment.checks.canonical import Spec, canonical
from alignment.checks.feedback import NOUNS, advice, found
from alignment.checks.forms import Form
from alignment.checks.keys import Key
from alignment.checks.parts import side_by_side

LONGEST_CALL = 120
MOST_PROBLEMS = 2
RIGHT, NOT_YET, NOT_ATTEMPTED = "right", "not yet", "not attempted"


@dataclass(frozen=True)
class Message:
    """A few sentences that show themselves as text and as one paragraph of HTML.

    Parameters
    ----------
    head : str
        What the message is about, shown in bold.
    body : str
        The sentences.
    """

    head: str
    body: str

    def __repr__(self) -> str:
        """Return plain text, which a screen reader reads from left to right."""
        return f"{self.head} {self.body}".strip()

    def _repr_html_(self) -> str:
        body = html.escape(self.body).replace("\n", "<br>")
        return f"<p><strong>{html.escape(self.head)}</strong> {body}</p>"


@dataclass(frozen=True)
class Verdict:
    """What a check found.

    Parameters
    ----------
    outcome : str
        "right", "not yet" or "not attempted".
    sentence : str
        For a known mistake exactly its sentence; empty if the answer is right.
    looked_at : str
        What was looked at and found, as one sentence.
    text : str
        The canonical text of an answer that is not right, to tell two attempts apart.
    """

    outcome: str
    sentence: str = ""
    looked_at: str = ""
    text: str = ""


def judge(key: Key, value: Any, on: Iterable | None = None) -> Verdict:
    """Compare an answer with what is known of the question.

    Parameters
    ----------
    key : Key
        What is known.
    value : object
        The answer.
    on : iterable, optional
        Inputs for a function.

    Returns
    -------
    Verdict
        Known mistakes come before everything else that can be said.
    """
    if key.kind == "function" and value is not ... and not callable(value):
        told = f"Expected a function: def {key.asks}(...)."
        return Verdict(NOT_YET, told, _looked(key, found(value)), canonical(value))
    answer = settle(value, on)
    if not answer.given:
        return Verdict(NOT_ATTEMPTED)
    if answer.error is None and key.fits(key.right, answer.value):
        return Verdict(RIGHT)
    looked_at = _looked(key, _found(key, value, answer, on))
    text = canonical(answer.value, Spec(key.width, key.right.offsets))
    return Verdict(NOT_YET, _sentence(key, value, answer, on), looked_at, text)


def _sentence(key: Key, value: Any, answer: Answer, on: Iterable | None) -> str:
    for known in key.wrong:
        if key.fits(known, answer.value):
            return known.sentence
    if answer.error is not None:
        line = where(answer.error)
        return f"Look at {line}." if line else _how_called(key, on)
    if isinstance(value, Form):
        more = len(value.problems) - MOST_PROBLEMS
        told = [*value.problems[:MOST_PROBLEMS], f"And {more} more like this." if more > 0 else ""]
        return " ".join(told).strip()
    return advice(key, answer)


def _found(key: Key, value: Any, answer: Answer, on: Iterable | None) -> str:
    if answer.error is not None:
        text = str(answer.error).split("\n", 1)[0][:160]
        return f"that it raised {type(answer.error).__name__}{f' ({text})' if text else ''}"
    if isinstance(value, Form):
        return "that the form is not complete yet"
    if key.kind == "function":
        return _first_result(key, answer, on)
    return found(answer.value, key.unit)


def _first_result(key: Key, answer: Answer, on: Iterable | None) -> str:
    """Show the first result that is not right, with its input if both are short."""
    wrong = [not entry.fits(key.salt) for entry in side_by_side(key, answer.value)]
    if True in wrong and isinstance(on, Sequence):
        place = wrong.index(True)
        text = f"that {_call(key, on[place])} gives {found(answer.value[place])}"
        if len(text) <= LONGEST_CALL:
            return text
    return "a function whose results differ from the expected ones"


def _how_called(key: Key, on: Iterable | None) -> str:
    """Say with what the check calls a function that could not be called."""
    if isinstance(on, Sequence) and len(on):
        count = len(on[0]) if isinstance(on[0], tuple) else 1
        given = f"{count} argument{'s' if count != 1 else ''}"
        call = _call(key, on[0])
        shown = f", like this: {call}" if len(call) <= LONGEST_CALL else ""
        return f"The check calls it with {given}{shown}."
    return "Try the function on small numbers of your own."


def _call(key: Key, case: Any) -> str:
    values = case if isinstance(case, tuple) else (case,)
    return f"{key.asks}({', '.join(map(repr, values))})"


def _looked(key: Key, what: str) -> str:
    return f"We looked at {key.asks or NOUNS.get(key.kind, 'the answer')} and found {what}."
