"""What a course adds to a notebook's kernel: a sentence where a cell stopped with an error.

A NameError mostly means that a cell above has not run. The saved notebook says which one, so the
sentence names it by its heading. Of any other error the cell's own lines are shown, and what it
means: the way through a library is long and helps no student. Needs nothing but Python: it is
loaded when a kernel starts.
"""

import ast
import html
import json
import os
import sys
import sysconfig
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from fairmark import lastrun

# Set for every kernel that builds or judges; what talks to a student is silent there.
JUDGED = "FAIRMARK_JUDGED"

# Where Python's own and other people's code lies: the frames a student need not read.
LIBRARIES = tuple({sysconfig.get_path(name) for name in ("stdlib", "purelib", "platlib")})

# What ran last in each cell, and when, by the cell's id; kept while the kernel lives.
ran: dict[str, tuple[str, float]] = {}


@dataclass(frozen=True)
class Maker:
    """The cell that makes a name.

    Parameters
    ----------
    id : str
        The cell's id; an answer cell's is "q4-3-stub".
    heading : str
        The heading above it.
    is_first : bool
        Whether it is the first code cell.
    above : bool
        Whether it stands above the cell that needs the name.
    """

    id: str
    heading: str
    is_first: bool
    above: bool


def load_ipython_extension(shell: Any) -> None:
    """Begin with the kernel: `load("trade")` then never means IPython's `%load`."""
    shell.automagic = False
    watch()


def watch() -> None:
    """Ask IPython, if we run in it, to let us word an error; a second call changes nothing."""
    shell = _shell()
    if shell is None or Exception in shell.custom_exceptions:
        return
    shell.set_custom_exc((Exception,), _explain)
    shell.events.register("pre_run_cell", _note)
    shell.events.register("post_run_cell", _note_end)


def is_judged() -> bool:
    """Tell whether this kernel judges or builds a notebook instead of serving a student."""
    return bool(os.environ.get(JUDGED))


def this_notebook() -> Path | None:
    """Return the file this kernel's notebook is saved in, if its program says so."""
    shell = _shell()
    told = shell.user_ns.get("__vsc_ipynb_file__") if shell is not None else None
    told = told or os.environ.get("JPY_SESSION_NAME", "")
    path = Path(str(told).removeprefix("RTC:"))
    return path if path.suffix == ".ipynb" and path.is_file() else None


def cells_of(path: Path | None) -> list[dict]:
    """Read the cells of a saved notebook; none if it cannot be read."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"] if path else []
        return [each | {"source": "".join(each["source"])} for each in cells]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def changed_since_saved(path: Path) -> list[str]:
    """Return the ids of the cells that ran after the file was saved, with another text."""
    saved = {cell.get("id"): cell["source"].strip() for cell in cells_of(path)}
    saved_at = path.stat().st_mtime
    return [
        name
        for name, (text, at) in ran.items()
        if at > saved_at and saved.get(name, text.strip()) != text.strip()
    ]


def find_maker(cells: list[dict], name: str, asking: str = "") -> Maker | None:
    """Find the cell that makes a name: the nearest above the one that asks, else the first below.

    Parameters
    ----------
    cells : list of dict
        Of the notebook, in order.
    name : str
        The name that is not known.
    asking : str
        Id of the cell that needs it; empty if unknown.

    Returns
    -------
    Maker or None
        None if no other cell makes it.
    """
    found, heading, is_first, above = [], "", True, asking in [cell.get("id") for cell in cells]
    for cell in cells:
        if cell["cell_type"] == "markdown":
            heading = _last_heading(cell["source"]) or heading
        elif cell["cell_type"] == "code":
            if asking and cell.get("id") == asking:
                above = False
            elif name in names_made(cell["source"]):
                found.append(Maker(str(cell.get("id", "")), heading, is_first, above))
            is_first = False
    nearest = [maker for maker in found if maker.above][-1:]
    return (nearest or found or [None])[0]


def names_made(source: str) -> set[str]:
    """Name what a cell makes when it runs: assignments, imports, functions."""
    return lastrun.bound(source) if lastrun.is_python(source) else set()


def checked_question(source: str) -> str:
    """Return the question a cell checks, or an empty text if it is not a check cell."""
    try:
        call = ast.parse(source).body[0].value
        is_check = call.func.id == "check" and isinstance(call.args[0].value, str)
        return call.args[0].value if is_check else ""
    except (SyntaxError, AttributeError, IndexError, ValueError):
        return ""


def sentence(question: str, name: str, emitting: bool = False) -> str:
    """Say that the answer's name does not exist yet.

    Parameters
    ----------
    question : str
        "4.3".
    name : str
        The name that was not found.
    emitting : bool
        Write the line that is compared when a notebook is graded.

    Returns
    -------
    str
        One line.
    """
    if emitting:
        return f"{question} = no answer: {name} is not defined"
    return say("unknown.asked", question=question, name=name)


def told(name: str, maker: Maker) -> str:
    """Say which cell to run, as one line; its heading stands between asterisks."""
    where, question = {"heading": f"*{maker.heading}*"}, answered(maker.id)
    if maker.is_first:
        cell = say("unknown.first_under", **where) if maker.heading else say("unknown.first")
    elif question:
        cell = say("unknown.answer", question=question)
    else:
        cell = say("unknown.under", **where) if maker.heading else say("unknown.maker")
    if maker.id in ran:
        return say("unknown.again", name=name, cell=cell)
    if not maker.above:
        return say("unknown.below", name=name, cell=cell)
    if maker.is_first:
        return say("unknown.run_first", name=name, cell=cell)
    return say("unknown.run", name=name, cell=cell)


def answered(cell: str) -> str:
    """Return the question whose answer a cell holds by its id: "4.3" for "q4-3-stub", else ""."""
    pieces = cell.split("-")
    is_answer = len(pieces) == 3 and cell.startswith("q") and pieces[2] == "stub"
    return f"{pieces[0][1:]}.{pieces[1]}" if is_answer else ""


def _shell() -> Any:
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


_asking = ""


def _note(info: Any) -> None:
    """Remember which cell runs, and with which text."""
    global _asking
    _asking = getattr(info, "cell_id", None) or ""
    if _asking:
        ran[_asking] = (info.raw_cell, time.time())
    lastrun.begin(info.raw_cell, _shell().user_ns)


def _note_end(result: Any) -> None:
    """Remember how the cell ended; give back what the set had imported under a name it took."""
    error = result.error_before_exec or result.error_in_exec
    source, shell = result.info.raw_cell, _shell()
    cell = getattr(result.info, "cell_id", None) or ""
    for name in lastrun.end(cell, source, error, shell.user_ns):
        if not is_judged():
            _show(say("unknown.taken", name=name))


def _explain(
    shell: Any,
    kind: type,
    error: Exception,
    trace: TracebackType,
    tb_offset: int | None = None,
) -> None:
    """Print a sentence where we know what to run; show of any other error the cell's own lines."""
    if not isinstance(error, NameError):
        _shorten(shell, kind, error, trace, tb_offset)
        return
    source = shell.user_ns.get("In", [""])[-1]
    question = checked_question(source)
    emitting = getattr(shell.user_ns.get("check"), "__name__", "") == "emit"
    is_own, is_flat = _where(shell, trace)
    if question and is_flat and emitting:
        print(sentence(question, error.name or "its name", emitting=True))
        return
    if kind is NameError and error.name and is_own and not (emitting or is_judged()):
        maker = find_maker(cells_of(this_notebook()), error.name, _asking)
        if maker is not None and not (question and answered(maker.id) == question):
            _show(told(error.name, maker))
            return
    if question and is_flat:
        print(sentence(question, error.name or "its name"))
        return
    shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
    if kind is NameError and error.name and is_own and not (emitting or is_judged()):
        _show(say("unknown.unmade", name=error.name))


def _shorten(shell: Any, kind: type, error: Exception, trace: TracebackType, offset: int | None):
    """Show an error without the frames of libraries, and say what it means."""
    if is_judged() or hasattr(error, "_render_traceback_"):
        shell.showtraceback((kind, error, trace), tb_offset=offset)
        return
    steps = [trace]
    while steps[-1].tb_next is not None:
        steps.append(steps[-1].tb_next)
    own = [n for n, step in enumerate(steps) if step.tb_frame.f_globals is shell.user_ns]
    below = steps[own[-1] + 1 :] if own else []
    if below and all(_is_library(step) for step in below):
        steps[own[-1]].tb_next = None
        error.__cause__, error.__suppress_context__ = None, True  # what the library met before
    shell.showtraceback((kind, error, trace), tb_offset=offset)
    if own and (meaning := meaning_of(f"{kind.__name__}: {error}")):
        _show(meaning)


def _is_library(step: TracebackType) -> bool:
    path = (
        step.tb_frame.f_code.co_filename
    )  # compiled code says where it was written, not where it is
    return path.startswith(LIBRARIES) or not Path(path).is_absolute()


def _where(shell: Any, trace: TracebackType) -> tuple[bool, bool]:
    """Tell whether an error arose in code of the notebook, and whether in a cell's own lines."""
    last, steps = trace, 1
    while last.tb_next is not None:
        last, steps = last.tb_next, steps + 1
    return last.tb_frame.f_globals is shell.user_ns, steps == 2


def say(name: str, /, **parts: object) -> str:
    """Return a sentence of the engine; they are read only now, so that no kernel starts later."""
    from fairmark.messages import say as worded

    return worded(name, **parts)


def meaning_of(error: str) -> str:
    """Say what an error means; its words are loaded only now, when a cell has stopped."""
    from fairmark.answers.raised import meaning

    return meaning(error)


def _show(text: str) -> None:
    from IPython.display import display

    pieces = html.escape(text).split("*")
    marked = "".join(f"<em>{each}</em>" if n % 2 else each for n, each in enumerate(pieces))
    display({"text/plain": text, "text/html": f"<p>{marked}</p>"}, raw=True)


def _last_heading(text: str) -> str:
    """Return the last heading of a text cell, without the points of a question."""
    found = [line for line in text.splitlines() if line.startswith("#") and " " in line]
    if not found:
        return ""
    heading = found[-1].lstrip("#").strip().replace("*", "")
    cut, points, _ = heading.rpartition(" (")
    return cut if points and heading.endswith(("point)", "points)")) else heading
