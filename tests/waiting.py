"""Waiting for what has to come true, however busy the machine is."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 120.0  # seconds; ends a test that would never end, and decides no verdict


def until(condition: Callable[[], T], what: str = "what was waited for") -> T:
    """Ask until the answer is true, and return it.

    Parameters
    ----------
    condition : callable
        Without arguments; its first true answer is returned.
    what : str
        Names in the message what did not come true.

    Raises
    ------
    AssertionError
        If it has not come true after two minutes.
    """
    end = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < end, f"It did not come true: {what}."
        time.sleep(0.02)
    return found


def becomes(read: Callable[[], T], wanted: T) -> None:
    """Wait until what is read is what is wanted; else fail with what was read last.

    Parameters
    ----------
    read : callable
        Without arguments.
    wanted : object
        What it has to return in the end.
    """
    end = time.monotonic() + PATIENCE
    while (found := read()) != wanted and time.monotonic() < end:
        time.sleep(0.02)
    assert found == wanted
