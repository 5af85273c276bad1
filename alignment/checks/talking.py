"""What a notebook calls: check an answer, emit it, ask for a hint, see the solution."""

import contextlib
import io
import json
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from alignment.checks.answers import line
from alignment.checks.keys import Key, find, read_file, salted, set_of
from alignment.checks.verdicts import NOT_ATTEMPTED, RIGHT, Message, Verdict, judge
from alignment.errors import AlignmentError
from alignment.records import progress

ENOUGH = 2
NO_REFERENCE = "This copy holds no worked solution yet; your teacher hands it out later."


class NotRight(AlignmentError):
    """An answer that earns no points where only an exception can say so."""


def check(question: str, value: Any, *, on: Iterable | None = None) -> Message:
    """Compare an answer and say what to do next.

    Parameters
    ----------
    question : str
        "4.3".
    value : object
        The answer, or a function.
    on : iterable, optional
        Inputs on which a function is tried; a tuple is passed as several arguments.

    Returns
    -------
    Message
        Right, not yet (what we looked at, what we found, one thing to try) or not attempted.
    """
    try:
        key = find(question)
    except AlignmentError as error:
        return Message(f"{question}: cannot be checked.", str(error))
    try:
        verdict = judge(key, value, on)
    except KeyboardInterrupt:
        return Message(
            f"{question} {key.title}: stopped.",
            "You stopped the check while your function was running. If it ran long, look for a "
            "loop that never ends.",
        )
    try:
        tail = _remember(key, verdict)
    except AlignmentError as error:
        tail = f"Your progress was not saved: {error}."
    return _message(key, verdict, tail)


def emit(question: str, value: Any, *, on: Iterable | None = None) -> None:
    """Print an answer as the one line that is compared when a notebook is graded.

    Parameters
    ----------
    question : str
        "4.3".
    value : object
        The answer, or a function.
    on : iterable, optional
        Inputs on which a function is tried.
    """
    try:
        print(line(question, find(question), value, on))
    except AlignmentError as error:
        print(f"{question} = cannot be checked: {error}")


def require(question: str, value: Any, *, on: Iterable | None = None) -> None:
    """Raise unless an answer is right; for graders that take points away when a cell raises.

    Nothing is recorded, shown or warned of, so that the verdict alone decides.

    Parameters
    ----------
    question : str
        "4.3".
    value : object
        The answer, or a function.
    on : iterable, optional
        Inputs on which a function is tried.

    Raises
    ------
    NotRight
        With the sentence a student would read.
    """
    key = find(question)
    with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")  # some graders take a warning for a mistake
        with contextlib.redirect_stdout(io.StringIO()):
            verdict = judge(key, value, on)
    if verdict.outcome != RIGHT:
        raise NotRight(repr(_message(key, verdict, "")))


def hint(question: str) -> Message:
    """Show the next hint of a question, from general to specific.

    Parameters
    ----------
    question : str
        "4.3".

    Returns
    -------
    Message
        One hint; after the last one it is shown again.
    """
    try:
        key = find(question)
        if not key.hints:
            return Message(f"{question}:", "There is no hint for this question.")
        number = min(progress.note_hint(question), len(key.hints))
    except AlignmentError as error:
        return Message(f"{question}: no hint.", str(error))
    last = number == len(key.hints)
    opens = f'solution("{question}") opens after two different attempts.'
    more = (
        f"This is the last one; {opens}"
        if _references(set_of(question))
        else "There is no further hint."
    )
    head = f"{question}, hint {number} of {len(key.hints)}."
    return Message(head, f"{key.hints[number - 1]}{f' {more}' if last else ''}")


def solution(question: str) -> Message:
    """Show the worked solution and why it is right, after two different attempts.

    Parameters
    ----------
    question : str
        "4.3".

    Returns
    -------
    Message
        Code and explanation, or what is still to do.
    """
    try:
        find(question)
        entry = progress.load_progress().get(question, {"attempts": [], "right": False})
    except AlignmentError as error:
        return Message(f"{question}: no solution shown.", str(error))
    if not _references(set_of(question)):
        return Message(f"{question}: no solution shown.", NO_REFERENCE)
    tried = len(entry["attempts"])
    if tried < ENOUGH and not entry["right"]:
        what = "none" if not tried else "one"
        return Message(
            f"{question}: not yet.",
            f"The solution opens after two different attempts, and there is {what} so far. "
            f'Try an answer, or ask hint("{question}").',
        )
    code, why = _worked(question)
    return Message(f"{question}, one way to solve it.", f"{why}\n\n{code}".strip() or NO_REFERENCE)


def _remember(key: Key, verdict: Verdict) -> str:
    """Write the attempt into the student's file; return what to say about it."""
    if verdict.outcome == NOT_ATTEMPTED:
        return ""
    if verdict.outcome == RIGHT:
        progress.note_right(key.id)
        return _count(key.id)
    tried = progress.note_attempt(key.id, salted(key.salt, verdict.text))
    if tried >= ENOUGH and _references(set_of(key.id)):
        return f'More help: hint("{key.id}") or solution("{key.id}").'
    return f'More help: hint("{key.id}").' if key.hints else ""


def _count(question: str) -> str:
    """Say how many of the set's checks have been right."""
    questions = read_file(set_of(question))["questions"]
    solved = progress.load_progress()
    right = sum(solved.get(each, {}).get("right", False) for each in questions)
    return f"{right} of {len(questions)} visible checks of this set are right."


def _message(key: Key, verdict: Verdict, tail: str) -> Message:
    head = f"{key.id} {key.title}: {verdict.outcome}."
    if verdict.outcome == RIGHT:
        points = f"{key.points} point{'s' if key.points != 1 else ''}."
        return Message(head, f"{points} {tail}".strip())
    if verdict.outcome == NOT_ATTEMPTED:
        return Message(
            head,
            "Replace the three dots (...) in the answer cell above, run it, "
            "then run this cell again.",
        )
    return Message(head, " ".join(t for t in (verdict.looked_at, verdict.sentence, tail) if t))


def _worked(question: str) -> tuple[str, str]:
    """Read code and explanation from the reference notebook, if it is here."""
    cells = {}
    for path in _references(set_of(question)):
        try:
            for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
                cells[cell.get("id")] = "".join(cell["source"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
    name = f"q{question.replace('.', '-')}"
    why = cells.get(f"{name}-why", "").replace("**Why.**", "Why:")
    return cells.get(f"{name}-stub", ""), why


def _references(number: str) -> list[Path]:
    checkout = Path(__file__).resolve().parents[2]
    for folder in (checkout / "exercises" / "reference", Path.cwd() / "reference"):
        if found := sorted(folder.glob(f"{number}-*.ipynb")):
            return found[:1]
    return []
