"""What a notebook calls: check an answer, emit it, ask for a hint, see the solution."""

import contextlib
import io
import json
import sys
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from fairmark import lastrun, progress
from fairmark.answers.judging import judge, line
from fairmark.answers.known import Key, salted
from fairmark.answers.raised import explained
from fairmark.answers.verdict import NOT_ATTEMPTED, NOT_YET, RIGHT, Verdict
from fairmark.checks.keys import find, read_file
from fairmark.checks.showing import Message, Worked, heading
from fairmark.course import current
from fairmark.errors import CourseError
from fairmark.ids import cell_name, set_of
from fairmark.messages import names_in_a_row, say

ENOUGH = 2
# Questions of which this kernel has said what went wrong: their hints go on from there.
_named: set[str] = set()
# Told of every answer that `emit` prints: question, value, inputs.
LISTENERS: list[Callable[[str, Any, Iterable | None], None]] = []
_emitted: dict[str, tuple] = {}


class NotRight(CourseError):
    """An answer that earns no points where only an exception can say so."""


NOTHING = object()  # `check("4.3")`, without an answer


def check(question: str = "", value: Any = NOTHING, *, on: Iterable | None = None) -> Message:
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
    except CourseError as error:
        return Message(say("check.cannot", question=question or "check()"), str(error))
    if value is NOTHING:
        why = say("check.nothing_given", question=key.id, name=key.asks)
        return Message(say("check.cannot", question=question), why)
    if run := lastrun.stopped(key.asks):
        # What the name holds is older than the cell: it is not the answer that stands there.
        body = f"{explained(run.error, run.line)} {say('check.old', name=key.asks)}"
        return Message(heading(key.id, key.title), body, NOT_YET)
    try:
        verdict = judge(key, value, on)
    except KeyboardInterrupt:
        head = say("check.stopped", heading=f"{question} {key.title}:")
        return Message(head, say("check.stopped_why"))
    try:
        tail = _remember(key, verdict)
    except CourseError as error:
        tail = say("check.not_saved", why=error)
    return _message(key, verdict, " ".join(each for each in (tail, _leans_on(key)) if each))


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
    for listener in LISTENERS:
        listener(question, value, on)
    _emitted[question] = (value, on)
    try:
        print(line(question, find(question), value, on))
    except CourseError as error:
        print(f"{question} = cannot be checked: {error}")


def said(question: str) -> None:
    """Print what a check says of the answer that was emitted last; nothing if it is right.

    Parameters
    ----------
    question : str
        "4.3".
    """
    if question in _emitted:
        found = judge(find(question), *_emitted[question])
        print(" ".join(text for text in (found.looked_at, found.sentence) if text))


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


def hint(question: str = "") -> Message:
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
            return Message(say("hint.none_head", question=question), say("hint.none"))
        asked = progress.note_hint(question)
        if asked == 1 and question in _named and len(key.hints) > 1:
            asked = progress.note_hint(question)  # the feedback has said more than the first
        number = min(asked, len(key.hints))
    except CourseError as error:
        return Message(say("hint.failed", question=question or "hint()"), str(error))
    last = number == len(key.hints)
    more = say("hint.last" if _references(set_of(question)) else "hint.no_more", question=question)
    head = say("hint.head", number, question=question, whole=len(key.hints))
    return Message(head, f"{key.hints[number - 1]}{f' {more}' if last else ''}")


def solution(question: str = "") -> Message | Worked:
    """Show the worked solution and why it is right, after two different attempts.

    Parameters
    ----------
    question : str
        "4.3".

    Returns
    -------
    Worked or Message
        Explanation and code, or what is still to do.
    """
    try:
        find(question)
        entry = progress.load_progress().get(question, {"attempts": [], "right": False})
    except CourseError as error:
        return Message(say("solution.failed", question=question or "solution()"), str(error))
    if not _references(set_of(question)):
        return Message(say("solution.failed", question=question or "solution()"), _no_reference())
    tried = len(entry["attempts"])
    if tried < ENOUGH and not entry["right"]:
        body = say("solution.tried", tried, question=question)
        return Message(say("solution.closed", question=question), body)
    code, why = _worked(question)
    head = say("solution.head", question=question)
    return Worked(head, why, code) if code else Message(head, _no_reference())


def _remember(key: Key, verdict: Verdict) -> str:
    """Write the attempt into the student's file; return what to say about it."""
    if verdict.outcome == NOT_ATTEMPTED:
        return ""
    if verdict.outcome == RIGHT:
        progress.note_right(key.id)
        return _count(key.id)
    if verdict.named:
        _named.add(key.id)
    tried = progress.note_attempt(key.id, salted(key.salt, verdict.text))
    if tried >= ENOUGH and _references(set_of(key.id)):
        more = say("check.help_or", question=key.id)
    else:
        more = say("check.help", question=key.id) if key.hints else ""
    read = say("check.read", place=key.step) if key.step else ""
    return " ".join(each for each in (more, read) if each)


def _count(question: str) -> str:
    """Say how many of the set's checks have been right."""
    questions = read_file(set_of(question))["questions"]
    solved = progress.load_progress()
    right = sum(solved.get(each, {}).get("right", False) for each in questions)
    return say("check.count", right, whole=len(questions))


def _leans_on(key: Key) -> str:
    """Point at names that the cell reads and that will be missing when it is run from the top."""
    shell = _shell()
    names = lastrun.leftovers(key.asks, shell.user_ns) if shell is not None else []
    if not names:
        return ""
    return say("check.leans", len(names), names=names_in_a_row(*names))


def _shell() -> Any:
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def _message(key: Key, verdict: Verdict, tail: str) -> Message:
    head = heading(key.id, key.title)
    if verdict.outcome == RIGHT:
        points = say("check.points", key.points)
        return Message(head, " ".join(t for t in (points, verdict.why, tail) if t), RIGHT)
    if verdict.outcome == NOT_ATTEMPTED:
        return Message(head, say("check.dots"), NOT_ATTEMPTED)
    body = " ".join(t for t in (verdict.looked_at, verdict.sentence, tail) if t)
    return Message(head, body, NOT_YET)


def _worked(question: str) -> tuple[str, str]:
    """Read code and explanation from the reference notebook, if it is here."""
    cells = {}
    for path in _references(set_of(question)):
        try:
            for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
                cells[cell.get("id")] = "".join(cell["source"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
    why = cells.get(cell_name(question, "why"), "").replace("**Why.**", "Why:")
    return cells.get(cell_name(question, "stub"), ""), why


def _no_reference() -> str:
    return say("solution.elsewhere", folder=current().inside("exercises"))


def _references(number: str) -> list[Path]:
    for folder in (current().folder("exercises") / "reference", Path.cwd() / "reference"):
        if found := sorted(folder.glob(f"{number}-*.ipynb")):
            return found[:1]
    return []
