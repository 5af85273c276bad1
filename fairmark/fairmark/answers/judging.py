"""From an answer to a verdict: right, not yet with one thing to try, or not attempted."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from fairmark.answers.kind import Answer
from fairmark.answers.kinds import kind_named
from fairmark.answers.known import Key, opened
from fairmark.answers.looking import error_words, noun
from fairmark.answers.verdict import NOT_ATTEMPTED, RIGHT, Verdict, not_yet
from fairmark.messages import say

LONGEST = 240
# What cannot even be asked for its class is an answer too, a wrong one.
UNREADABLE = "something that cannot be read"


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
    try:
        answer = kind.normalise(value, on)
    except (Exception, SystemExit):
        answer = Answer(UNREADABLE, said=say("found.unreadable"))
    if not answer.given:
        return Verdict(NOT_ATTEMPTED)
    if answer.error is None and key.fits(key.right, answer.node):
        return Verdict(RIGHT, why=opened(key.salt, kind.write(key, answer), key.why))
    known = next((each for each in key.wrong if key.fits(each, answer.node)), None)
    found = not_yet(known.sentence) if known else kind.advise(key, answer, on)
    name = key.asks or noun(key.kind) or say("noun.answer")
    looked_at = say("found.looked", name=name, found=kind.describe(key, answer, on))
    return replace(found, looked_at=looked_at, text=kind.write(key, answer))


def line(question: str, key: Key, value: Any, on: Iterable | None = None) -> str:
    """Write the one line that the reference stores and nbval compares.

    Returns
    -------
    str
        `4.3 = 18.563 per cent`, `4.3 = not attempted` or `4.3 = raised ZeroDivisionError`.
    """
    kind = kind_named(key.kind)
    try:
        answer = kind.normalise(value, on)
    except (Exception, SystemExit):
        answer = Answer(UNREADABLE)
    if not answer.given:
        return f"{question} = not attempted"
    if answer.error is not None:
        return f"{question} = raised {error_words(answer.error)[0]}"
    unit = f" {key.unit}" if key.unit else ""
    return f"{question} = {_short(kind.write(key, answer))}{unit}"


def _short(text: str) -> str:
    """Shorten a long table without losing that two different ones differ."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]}... ({hashlib.sha256(text.encode()).hexdigest()[:16]})"
