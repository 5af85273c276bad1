"""Run the cells of a set in this process, one answer at a time, and catch what reaches the check.

Thousands of answers are tried this way; the kernel and nbval are their judges in the tests.
"""

import ast
import contextlib
import copy
import io
import linecache
import signal
import threading
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from fairmark.authoring.sets import ExerciseSet, Part, Question
from fairmark.errors import CourseError

COPIED = (pd.DataFrame, pd.Series, np.ndarray, list, dict, set)


LONGEST_ATTEMPT = 3.0  # seconds; a variant of a solution may never end


class CannotRehearse(CourseError):
    """A cell of the set itself fails, so that no answer can be tried."""


@dataclass(frozen=True)
class Given:
    """What an answer cell handed to its check.

    Parameters
    ----------
    value : object
        The answer; None if a cell raised.
    on : iterable or None
        The inputs for a function.
    error : Exception or None
        What the answer cell or the check cell raised.
    """

    value: Any = None
    on: Iterable | None = None
    error: Exception | None = None


@dataclass(frozen=True)
class Stage:
    """One question with everything that has run before it.

    Parameters
    ----------
    question : Question
        As in the source.
    names : dict
        The names a notebook holds when it comes to the answer cell.
    later : tuple of Part
        The cells from the answer to the check, the check last.
    """

    question: Question
    names: dict[str, Any]
    later: tuple[Part, ...]

    def attempt(self, code: str) -> Given:
        """Run an answer and its check.

        Parameters
        ----------
        code : str
            The text of the answer cell.

        Returns
        -------
        Given
            What reached the check, or what was raised.
        """
        names = {k: copy.deepcopy(v) if isinstance(v, COPIED) else v for k, v in self.names.items()}
        caught: list[Given] = []
        names["check"] = lambda _, value, on=None: caught.append(Given(value, on))
        label = f"<{self.question.id}>"
        try:
            with warnings.catch_warnings(), _at_most(LONGEST_ATTEMPT):
                warnings.simplefilter("ignore")  # a wrong answer may well divide by zero
                _run(code, names, label)
            for part in self.later:
                _run(part.text, names, f"<{self.question.id} line {part.line}>")
        except Exception as error:
            return Given(error=error)
        return caught[-1] if caught else Given(error=NameError("the check cell does not check"))


def stages(exercise: ExerciseSet) -> list[Stage]:
    """Run a set from start to end with its solutions and stop before each answer.

    Parameters
    ----------
    exercise : ExerciseSet
        The set; its cells load their tables themselves.

    Returns
    -------
    list of Stage
        One per question.

    Raises
    ------
    CannotRehearse
        If a cell that is not an answer raises.
    """
    found: list[Stage] = []
    names: dict[str, Any] = {"__name__": "__main__"}
    for position, part in enumerate(exercise.parts):
        if part.kind == "markdown" or part.role in ("solution", "wrong", "verdict"):
            continue
        text = part.text
        if part.role == "stub":
            question = exercise.question(part.question)
            later = tuple(_until_check(exercise.parts[position + 1 :]))
            found.append(Stage(question, dict(names), later))
            text = question.solution.text
        try:
            _run(text, names, f"<line {part.line}>")
        except Exception as error:
            raise CannotRehearse(
                f"{exercise.name}.py, line {line_of(part, error)}: this cell raises {words(error)}"
            ) from error
        names["check"] = _ignore
    return found


def words(error: BaseException) -> str:
    """Name an error; a syntax error without the place in a text that nobody has a file of."""
    said = error.msg if isinstance(error, SyntaxError) else error
    return f"{type(error).__name__}: {said}"


def line_of(part: Part, error: BaseException) -> int:
    """Return the line of the source at which a cell is no Python, else where the cell begins."""
    if isinstance(error, SyntaxError) and error.lineno:
        return part.code_line + error.lineno - 1
    return part.line


def _until_check(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        if part.kind == "code" and part.role in ("", "check"):
            yield part
        if part.role == "check":
            return


def _ignore(*_: object, **__: object) -> None:
    """Stand in for `check` while the set runs through."""


def _run(code: str, names: dict[str, Any], label: str) -> None:
    linecache.cache[label] = (len(code), None, code.splitlines(keepends=True), label)
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(code, label, "exec"), names)


@contextlib.contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in code that does not end, where the system can do that."""
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise TimeoutError(f"it did not end within {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def asked_name(check: str) -> str:
    """Return the name a check cell looks at: `cagr` in `check("4.3", cagr)`."""
    try:
        node = ast.parse(check).body[-1].value.args[1]
    except (SyntaxError, AttributeError, IndexError):
        return ""
    while isinstance(node, ast.Call) and node.args:
        node = node.args[0]
    return node.id if isinstance(node, ast.Name) else ""
