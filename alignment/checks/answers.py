"""What a student handed to a check, settled: nothing yet, an exception, or a value to compare."""

import hashlib
import linecache
import sysconfig
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alignment.checks.canonical import Spec, canonical
from alignment.checks.forms import Form
from alignment.checks.keys import Key
from alignment.checks.plain import NOT_GIVEN, Group, Node, plain

HERE = str(Path(__file__).resolve().parent)
LIBRARIES = tuple({sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"), HERE})
LONGEST = 240


@dataclass(frozen=True)
class Answer:
    """An answer after functions have been called.

    Parameters
    ----------
    value : object
        What is compared; for a function the list of its results.
    given : bool
        False while the three dots of the stub are still there.
    error : Exception or None
        What the student's function raised.
    """

    value: Any
    given: bool = True
    error: Exception | None = None


def settle(value: Any, on: Iterable | None = None) -> Answer:
    """Find out what there is to compare.

    Parameters
    ----------
    value : object
        What the student's name holds.
    on : iterable, optional
        Inputs for a function; a tuple is passed as several arguments.

    Returns
    -------
    Answer
        Not given, raised, or a value.
    """
    if value is ...:
        return Answer(value, given=False)
    if isinstance(value, Form):
        return Answer(value.text, given=value.given)
    if on is not None and callable(value):
        try:
            value = [_call(value, case) for case in on]
        except Exception as error:
            return Answer(f"raised {type(error).__name__}", error=error)
    return Answer(value, given=not _all_dots(plain(value)))


def _call(function: Callable, case: Any) -> Any:
    return function(*case) if isinstance(case, tuple) else function(case)


def _all_dots(node: Node) -> bool:
    if isinstance(node, Group):
        return bool(node.parts) and all(_all_dots(part) for part in node.parts)
    return node == NOT_GIVEN


def line(question: str, key: Key, value: Any, on: Iterable | None = None) -> str:
    """Write the one line that the reference stores and nbval compares.

    Parameters
    ----------
    question : str
        "4.3".
    key : Key
        Its lattice and unit.
    value : object
        The answer.
    on : iterable, optional
        Inputs for a function.

    Returns
    -------
    str
        `4.3 = 18.563 per cent`, `4.3 = not attempted` or `4.3 = raised ZeroDivisionError`.
    """
    answer = settle(value, on)
    if not answer.given:
        return f"{question} = not attempted"
    if answer.error is not None:
        return f"{question} = {answer.value}"
    text = canonical(answer.value, Spec(key.width, key.right.offsets))
    unit = f" {key.unit}" if key.unit else ""
    return f"{question} = {_short(text)}{unit}"


def _short(text: str) -> str:
    """Shorten a long table without losing that two different ones differ."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]}... ({hashlib.sha256(text.encode()).hexdigest()[:16]})"


def where(error: Exception) -> str:
    """Say in which line of the student's own code an exception arose.

    Parameters
    ----------
    error : Exception
        As caught.

    Returns
    -------
    str
        `line 3: return a / b`, or an empty text if no line of theirs is known.
    """
    own = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_own(frame.filename)]
    if not own:
        return ""
    last = own[-1]
    text = (last.line or linecache.getline(last.filename, last.lineno or 0)).strip()
    return f"line {last.lineno}: {text}" if text else f"line {last.lineno}"


def _is_own(filename: str) -> bool:
    return not filename.startswith(LIBRARIES) and not filename.startswith("<frozen")
