"""What the last run of each cell did: whether it stopped, what it left, what it leans on.

A kernel keeps a value whatever became of the cell that made it. A check asks here, so that it never
judges an old value for a new answer. Needs nothing but Python: it is loaded when a kernel starts.
"""

import ast
import builtins
import dis
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import CodeType
from typing import Any

ASSIGNED = re.compile(r"^(?:def |class )?([A-Za-z_]\w*) *(?:=(?!=)|\(|:)", re.MULTILINE)
Names = dict[str, Any]


@dataclass(frozen=True)
class Run:
    """One run of a cell.

    Parameters
    ----------
    cell : str
        Its id; empty where a program gives cells none.
    source : str
        Its text.
    error : str
        "KeyError: '2025'"; empty if it ran to its end.
    line : int
        Where it stopped; 0 if that is not known.
    old : frozenset of str
        The names it should have made and did not, so that they hold an earlier value or none.
    """

    cell: str
    source: str
    error: str = ""
    line: int = 0
    old: frozenset[str] = frozenset()


# The last run of each cell by its id, and the last run that was to make a name.
cells: dict[str, Run] = {}
makers: dict[str, Run] = {}
_before: Names = {}


def begin(source: str, namespace: Names) -> None:
    """Note what the names of a cell hold before it runs."""
    _before.clear()
    _before.update({name: namespace[name] for name in bound(source) if name in namespace})


def end(cell: str, source: str, error: BaseException | None, namespace: Names) -> list[str]:
    """Note how a cell ended, and give back what the set had imported under a name it took.

    Returns
    -------
    list of str
        The names that were given back.
    """
    names = bound(source)
    old = frozenset(
        name for name in names if error is not None
        if namespace.get(name) is _before.get(name)
    )  # fmt: skip
    # What this cell made before it was rewritten is as old, although its text no longer names it.
    lost = {name for name, run in makers.items() if error is not None and cell and run.cell == cell}
    names, old = names | lost, old | (lost - names)
    said = f"{type(error).__name__}: {_text(error)}" if error is not None else ""
    run = Run(cell, source, said, _line(error), old)
    if cell:
        cells[cell] = run
    makers.update(dict.fromkeys(names, run))
    given = set(imports(each.source for each in cells.values() if each is not run))
    taken = [name for name in (names & given) - set(imports([source])) if name in _before]
    namespace.update({name: _before[name] for name in taken})
    return sorted(taken)


def stopped(name: str) -> Run | None:
    """Return the run that was to make a name and stopped before it did."""
    run = makers.get(name)
    return run if run is not None and name in run.old else None


def leftovers(name: str, namespace: Names) -> list[str]:
    """List what the cell that makes a name reads, and no cell as it now stands makes.

    Parameters
    ----------
    name : str
        The name of an answer.
    namespace : dict
        Of the notebook.

    Returns
    -------
    list of str
        Names that exist only from an earlier run; empty where cells cannot be told apart.
    """
    run = makers.get(name)
    if run is None or not run.cell or run.error or _unknowable():
        return []
    made = {each for other in cells.values() for each in bound(other.source)}
    read = set(_read(_compiled(run.source)))
    return sorted(each for each in read - made if each in namespace and not hasattr(builtins, each)
                  if not each.startswith("_"))  # fmt: skip


def bound(source: str) -> set[str]:
    """Name what a cell makes when it runs: assignments, imports, functions."""
    code = _compiled(source)
    if code is None:  # it is not Python, and yet it was meant to make something
        return set(ASSIGNED.findall(source))
    stored = ("STORE_NAME", "STORE_GLOBAL")
    return {each.argval for each in dis.get_instructions(code) if each.opname in stored}


def is_python(source: str) -> bool:
    """Tell whether Python can read a cell."""
    return _compiled(source) is not None


def imports(sources: Iterable[str]) -> dict[str, str]:
    """Return the names that cells import, each with the line that does."""
    found: dict[str, str] = {}
    for source in sources:
        try:
            nodes = ast.parse(_plain(source)).body
        except (SyntaxError, ValueError):
            continue
        for node in nodes:
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                for each in node.names:
                    found[(each.asname or each.name).partition(".")[0]] = ast.unparse(node)
    return found


def _unknowable() -> bool:
    """Tell whether a cell made names in a way that cannot be seen in its text."""
    return any("import *" in each.source or "%" in each.source[:1] for each in cells.values())


def _compiled(source: str) -> CodeType | None:
    try:
        return compile(_plain(source), "cell", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except (SyntaxError, ValueError):
        return None


def _plain(source: str) -> str:
    """Leave out what only IPython reads."""
    return "\n".join("pass" if ln.startswith(("%", "!")) else ln for ln in source.split("\n"))


def _read(code: CodeType | None) -> Iterator[str]:
    """Walk through the names of the notebook that a text reads, also inside functions."""
    for each in dis.get_instructions(code) if code else ():
        if each.opname in ("LOAD_NAME", "LOAD_GLOBAL"):
            yield each.argval
    for inner in code.co_consts if code else ():
        if isinstance(inner, CodeType):
            yield from _read(inner)


def _text(error: BaseException) -> str:
    try:
        return str(error.msg if isinstance(error, SyntaxError) else error).split("\n", 1)[0]
    except Exception:  # a student's own exception
        return ""


def _line(error: BaseException | None) -> int:
    """Find the line of the cell itself, not of a library it calls."""
    if isinstance(error, SyntaxError):
        return int(error.lineno or 0)
    trace, steps = getattr(error, "__traceback__", None), []
    while trace is not None:
        steps.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    own = [step for step in steps if ("ipykernel" in step[0] and step[0].endswith(".py")
           and "site-packages" not in step[0]) or step[0].startswith("<ipython-input")]  # fmt: skip
    return next((number for name, number in reversed(own) if name == own[0][0]), 0)
