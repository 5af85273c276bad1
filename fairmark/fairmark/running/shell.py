"""Inside the sandbox: an IPython shell that runs a list of cells and reports each over a socket.

Everything here shares its process with a student's code, so nothing here is trusted or secret.
"""

import ast
import contextlib
import os
import random
import signal
import socket
import sys
import tempfile
import traceback
from collections.abc import Callable
from typing import Any

from fairmark.notebook import JUDGED
from fairmark.running.frames import LARGEST_PROGRAM, Reader, pack
from fairmark.running.programs import LONGEST_ERROR, LONGEST_TEXT

# IPython formats every traceback once more for its history; older versions do not.
STORED = "_format_exception_for_storage"
ENVIRONMENT = {
    "HOME": "/work-folder/home",
    "TMPDIR": "/work-folder/tmp",
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    JUDGED: "1",
}


class TooLong(BaseException):
    """A cell used up its processor time; `except Exception` does not catch it."""


class Capped:
    """A standard output that keeps the first `LONGEST_TEXT` characters and drops the rest."""

    encoding, errors = "utf-8", "replace"

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.room = LONGEST_TEXT

    def write(self, text: str) -> int:
        """Keep what there is room for."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self.room > 0:
            self.parts.append(text[: self.room])
            self.room -= len(text)
        return len(text)

    def writelines(self, lines: Any) -> None:
        """Keep each line."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Do nothing: nothing is held back."""

    def isatty(self) -> bool:
        """Say that nobody is looking."""
        return False

    def take(self) -> str:
        """Return what was kept and begin again."""
        text = "".join(self.parts)
        self.parts, self.room = [], LONGEST_TEXT
        return text


def make_shell():
    """Make the shell once, before any fork; each run gets its own copy of this memory."""
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    shell = InteractiveShell.instance(config=config)
    shell.display_pub.publish = _count
    shell.displayhook.write_output_prompt = lambda: None
    shell.displayhook.compute_format_data = lambda result: _count() or ({}, {})
    shell.system = shell.system_raw  # there is no terminal
    # IPython keeps all that was printed for its history, and a flood would fill the memory.
    shell._tee = lambda *_, **__: contextlib.nullcontext()
    # A traceback costs more than most answers, and the grader wants only the name of the error.
    _rewrite_less(shell.input_transformer_manager)
    for name in ("showtraceback", "showsyntaxerror", "showindentationerror", STORED):
        setattr(shell, name, lambda *_, **__: None)
    return shell


def _rewrite_less(manager: Any) -> None:
    """Let IPython rewrite a cell only if Python cannot read it: looking for magics costs time."""
    original, usual = manager.transform_cell, _steps(manager)

    def transform_cell(cell: str) -> str:
        if _steps(manager) != usual:  # a notebook may add steps of its own
            return original(cell)
        try:
            ast.parse(cell)
        except Exception:  # %magic, !command, name? and whatever is no Python at all
            return original(cell)
        return cell if cell.endswith("\n") else f"{cell}\n"

    manager.transform_cell = transform_cell


def _steps(manager: Any) -> list[list]:
    steps = (manager.cleanup_transforms, manager.line_transforms, manager.token_transformers)
    return [list(each) for each in steps]


shown = 0


def _count(*_: Any, **__: Any) -> None:
    """Count what a cell shows; nobody looks at it here, so it is not drawn."""
    global shown
    shown += 1


def serve(
    shell: Any,
    channel: socket.socket,
    cell_cpu: float,
    variables: dict[str, str],
    companion: Any = None,
) -> None:
    """Run the cells that come over the socket and report each; then answer questions.

    Parameters
    ----------
    shell : InteractiveShell
        From `make_shell`.
    channel : socket.socket
        To the grader.
    cell_cpu : float
        Seconds of processor time for a cell.
    variables : dict of str to str
        What the run finds in its environment besides `ENVIRONMENT`.
    companion : module, optional
        Its `prepare()` was called before the fork. Its `follow()` is called before the first cell
        and returns a function that says a sentence about a question.
    """
    _settle_in(variables)
    reader = Reader(channel, LARGEST_PROGRAM)
    program = reader.read(lambda: True) or {}
    told = companion.follow() if companion else None
    for name, source in program["cells"]:
        channel.sendall(pack({"cell": name, **run_cell(shell, source, cell_cpu)}))
    questions = (reader.read(lambda: True) or {}).get("explain", [])
    channel.sendall(pack({"told": _explained(questions, told, cell_cpu)}))


def run_cell(shell: Any, source: str, cell_cpu: float) -> dict:
    """Run one cell; return what it printed, what it raised, and how much it displayed."""
    global shown
    shown = 0
    out, errors = Capped(), Capped()
    error = None
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors), _clock(cell_cpu):
            result = shell.run_cell(source, store_history=True)
            error = result.error_before_exec or result.error_in_exec
    except BaseException as raised:  # the clock may strike anywhere
        error = raised
    named = {"error": _name(error)[:LONGEST_ERROR], "line": _line(error)}
    return {"text": out.take(), "shown": shown, **named}


def _name(error: BaseException | None) -> str:
    if error is None:
        return ""
    try:
        # Written out, a syntax error also names the file that the cell is to Python.
        text = error.msg if isinstance(error, SyntaxError) else error
        return f"{type(error).__name__}: {text}"
    except BaseException:
        return "an exception that cannot be written"


def _line(error: BaseException | None) -> int:
    """Find the line of the cell itself, not of a library or another cell; 0 if there is none."""
    try:
        if isinstance(error, SyntaxError):
            return int(error.lineno or 0)
        steps = [(frame.f_code.co_filename, number)
                 for frame, number in traceback.walk_tb(error and error.__traceback__)]  # fmt: skip
        cells = [(name, number) for name, number in steps if name.startswith("<ipython-input")]
        own = [number for name, number in cells if name == cells[0][0]]
        return own[-1] if own else 0
    except BaseException:  # whatever a student's own exception does
        return 0


@contextlib.contextmanager
def _clock(seconds: float):
    """Interrupt the cell when its processor time is used up, and again every half second."""
    signal.signal(signal.SIGPROF, _strike)
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.5)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _strike(*_: Any) -> None:
    raise TooLong("used up its processor time")


def _settle_in(variables: dict[str, str]) -> None:
    """Take on the sandbox's own environment; begin every run from the same random state."""
    os.environ.clear()
    os.environ.update(ENVIRONMENT | variables)
    tempfile.tempdir = None  # found again, in here
    random.seed(0)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(0)


def _explained(
    questions: list[str], told: Callable[[str], str] | None, cell_cpu: float
) -> dict[str, str]:
    """Ask the companion for a sentence on each question; one that fails gets none."""
    found: dict[str, str] = {}
    for question in questions if told else []:
        with contextlib.suppress(BaseException), _clock(cell_cpu):
            found[question] = told(question)[:LONGEST_ERROR]
    return found
