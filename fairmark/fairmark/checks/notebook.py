"""One sentence in place of a NameError when a check runs before its answer cell.

Only cells that begin with `check(` are touched; every other error looks as it always does.
"""

import ast
import sys
from typing import Any


def watch() -> None:
    """Ask IPython, if we run in it, to let us word the NameError of a check cell."""
    shell = _shell()
    if shell is not None:
        shell.set_custom_exc((NameError,), _explain)


def _shell() -> Any:
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def _explain(shell: Any, kind: type, error: NameError, trace: Any, tb_offset: int | None = None):
    """Print a sentence for a check cell; hand any other cell back to IPython."""
    question = checked_question(shell.user_ns.get("In", [""])[-1])
    if question and trace.tb_next is not None and trace.tb_next.tb_next is None:
        print(sentence(question, error.name or "its name", _emits(shell)))
        return None
    shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
    return None


def _emits(shell: Any) -> bool:
    return getattr(shell.user_ns.get("check"), "__name__", "") == "emit"


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
    return (
        f"{question}: not attempted. The name {name} is not known yet: run the answer cell above "
        "and look whether it stopped with an error, then run this cell again."
    )
