"""From an answer to a verdict: right, not yet with one thing to try, or not attempted."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from fairmark.answers.kind import Said, noun
from fairmark.answers.kinds import kind_named
from fairmark.answers.known import Key, opened
from fairmark.messages import say

RIGHT, NOT_YET, NOT_ATTEMPTED = "right", "not yet", "not attempted"
LONGEST = 240


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
    named : bool
        Whether the sentence says what went wrong, and not only that something did.
    why : str
        Why the right answer is right, and what that means; empty if it is not right.
    """

    outcome: str
    sentence: str = ""
    looked_at: str = ""
    text: str = ""
    named: bool = True
    why: str = ""


def judge(key: Key, value: Any, on: Iterable | None = None) -> Verdict:
    """Compare an answer with what is known of the question.

    Parameters
    ----------
    key : Key
        What is known.
    value : object
        The answer.
    on : iterable, optional
        Inputs for a function; a tuple is passed as several arguments.

    Returns
    -------
    Verdict
        Known mistakes come before everything else that can be said.
    """
    kind = kind_named(key.kind)
    answer = kind.normalise(value, on)
    if not answer.given:
        return Verdict(NOT_ATTEMPTED)
    if answer.error is None and key.fits(key.right, answer.node):
        return Verdict(RIGHT, why=opened(key.salt, kind.write(key, answer), key.why))
    known = next((each for each in key.wrong if key.fits(each, answer.node)), None)
    said = Said(known.sentence) if known else kind.advise(key, answer, on)
    name = key.asks or noun(key.kind) or say("noun.answer")
    looked_at = say("found.looked", name=name, found=kind.describe(key, answer, on))
    return Verdict(NOT_YET, said.sentence, looked_at, kind.write(key, answer), said.named)


def line(question: str, key: Key, value: Any, on: Iterable | None = None) -> str:
    """Write the one line that the reference stores and nbval compares.

    Returns
    -------
    str
        `4.3 = 18.563 per cent`, `4.3 = not attempted` or `4.3 = raised ZeroDivisionError`.
    """
    kind = kind_named(key.kind)
    answer = kind.normalise(value, on)
    if not answer.given:
        return f"{question} = not attempted"
    if answer.error is not None:
        return f"{question} = raised {type(answer.error).__name__}"
    unit = f" {key.unit}" if key.unit else ""
    return f"{question} = {_short(kind.write(key, answer))}{unit}"


def _short(text: str) -> str:
    """Shorten a long table without losing that two different ones differ."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]}... ({hashlib.sha256(text.encode()).hexdigest()[:16]})"
