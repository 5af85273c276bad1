"""Questions that are judged outside the student's process, by the check itself.

The line of a number tells the number, so printing it is no easier than computing it. The line of a
form says "complete", and that of a figure says that its titles are there: a process that replaced
the function that says so would earn the points. Such a process sends its answer as plain data, and
the reference's own check runs here on that.
"""

import ast
import json
from dataclasses import dataclass
from typing import Any

from fairmark.answers.judging import judge, line
from fairmark.answers.known import Key
from fairmark.answers.plain_data import unplain
from fairmark.answers.verdict import NOT_ATTEMPTED, NOT_YET, RIGHT, Verdict
from fairmark.grading.assignments import Assignment
from fairmark.ids import cell_name
from fairmark.messages import say

KINDS = ("form", "figure")
SENT = "-sent"


@dataclass(frozen=True)
class Rubric:
    """The check of one question, on one data set, ready to be run on an answer.

    Parameters
    ----------
    key, fitted : Key
        What is known of the question, and the same with the lattice of these tables.
    source : str
        Text of the check cell.
    names : dict of str to object
        What the check needs besides the answer, as the reference has it.
    right : str
        The line of a right answer.
    """

    key: Key
    fitted: Key
    source: str
    names: dict[str, Any]
    right: str

    def judge(self, sent: str) -> Verdict:
        """Judge an answer that came as one line of plain data; whatever it is, this ends."""
        try:
            value = unplain(json.loads(sent))
        except (ValueError, RecursionError):
            return Verdict(NOT_YET, say("run.no_data"))
        try:
            answer, on = self._checked(value)
            if line(self.key.id, self.fitted, answer, on) == self.right:
                return Verdict(RIGHT)
            found = judge(self.key, answer, on)
        except Exception as error:  # a course's own rubric may stumble over any answer
            return Verdict(NOT_YET, say("run.check_raised", error=type(error).__name__))
        outcome = NOT_ATTEMPTED if found.outcome == NOT_ATTEMPTED else NOT_YET
        return Verdict(outcome, found.sentence, found.looked_at)

    def _checked(self, value: Any) -> tuple[Any, Any]:
        """Run the check cell with this answer; return what reaches the check."""
        reached: list[tuple[Any, Any]] = []

        def check(question: str, answer: Any, *, on: Any = None) -> None:
            reached.append((answer, on))

        names = self.names | {self.key.asks: value, "check": check}
        exec(compile(self.source, f"<{self.key.id}>", "exec"), names)
        return reached[-1]


def sent_after(assignment: Assignment) -> dict[str, str]:
    """Say after which check cells an answer is sent.

    Returns
    -------
    dict of str to str
        Name of the check cell -> text of the cell that sends.
    """
    texts = dict(assignment.code())
    found = {}
    for question, key in assignment.keys.items():
        name = cell_name(question, "check")
        if key.kind in KINDS or _wraps(texts[name], key.asks):
            found[name] = (
                f'__import__("fairmark.answers.plain_data", fromlist=["show"]).show({key.asks})'
            )
    return found


def _wraps(source: str, asked: str) -> bool:
    """Tell whether a check is given something else than the name that it asks for."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    checks = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "check"]
    given = [call.args[1] for call in checks if len(call.args) > 1 and not call.keywords]
    return any(not (isinstance(each, ast.Name) and each.id == asked) for each in given)


def needed(source: str, names: dict[str, Any]) -> dict[str, Any]:
    """Return what a cell uses of a namespace."""
    used = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    return {name: names[name] for name in used if name in names}
