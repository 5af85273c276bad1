"""From an answer to a verdict: right, not yet with one thing to try, or not attempted."""

import html
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from alignment.checks.answers import Answer, settle, where
from alignment.checks.canonical import Spec, canonical
from alignment.checks.feedback import NOUNS, advice, found
from alignment.checks.forms import Form
from alignment.checks.keys import Key

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
    looked_at = _looked(key, _found(key, value, answer))
    text = canonical(answer.value, Spec(key.width, key.right.offsets))
    return Verdict(NOT_YET, _sentence(key, value, answer), looked_at, text)


def _sentence(key: Key, value: Any, answer: Answer) -> str:
    for known in key.wrong:
        if key.fits(known, answer.value):
            return known.sentence
    if answer.error is not None:
        line = where(answer.error)
        return f"Look at {line}." if line else "Try the function on small numbers of your own."
    if isinstance(value, Form):
        return " ".join(value.problems)
    return advice(key, answer)


def _found(key: Key, value: Any, answer: Answer) -> str:
    if answer.error is not None:
        text = str(answer.error).split("\n", 1)[0][:160]
        return f"that it raised {type(answer.error).__name__}{f' ({text})' if text else ''}"
    if isinstance(value, Form):
        return "that the form is not complete yet"
    if key.kind == "function":
        return "a function whose results differ from the expected ones"
    return found(answer.value, key.unit)


def _looked(key: Key, what: str) -> str:
    return f"We looked at {key.asks or NOUNS.get(key.kind, 'the answer')} and found {what}."
