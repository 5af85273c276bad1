"""The comparison that gives points: is the printed line the right line, on both data sets?

Plain equality of texts, except for forms and figures, which are judged here from what was sent;
nothing of nbval is used, and nbval is its judge in the tests.
"""

from dataclasses import dataclass

from fairmark.answers.known import Key
from fairmark.answers.raised import explained
from fairmark.answers.verdict import NOT_ATTEMPTED, NOT_YET, RIGHT, STOPPED, Verdict
from fairmark.grading.rubrics import SENT, Rubric
from fairmark.ids import cell_name
from fairmark.messages import say
from fairmark.running.programs import CellRun, Ran


@dataclass(frozen=True)
class Judged:
    """The verdict on one question.

    Parameters
    ----------
    id, title : str
        Of the question.
    points, earned : int
        What it is worth and what the answer earned.
    outcome : str
        "right", "not yet", "not attempted" or "stopped".
    sentence : str
        More about it; empty where there is nothing to add.
    """

    id: str
    title: str
    points: int
    earned: int
    outcome: str
    sentence: str = ""


def outcomes(
    ran: Ran, lines: dict[str, str], verdicts: dict[str, Verdict] | None = None
) -> dict[str, str]:
    """Compare what one run printed with the right lines.

    Parameters
    ----------
    ran : Ran
        What the cells printed, by cell id.
    lines : dict of str to str
        The right line of each question.
    verdicts : dict of str to Verdict, optional
        Of the questions that were judged here; what their checks printed does not count.

    Returns
    -------
    dict of str to str
        "right", "not attempted" or "not yet" for each question; what was not seen is not right.
    """
    found = {question: _outcome(question, ran, right) for question, right in lines.items()}
    return found | {question: each.outcome for question, each in (verdicts or {}).items()}


def judged_here(ran: Ran, rubrics: dict[str, Rubric]) -> dict[str, Verdict]:
    """Judge the answers that a run sent as data; what was not sent is not right."""
    found = {}
    for question, rubric in rubrics.items():
        sent = ran.cells.get(f"{cell_name(question, 'check')}{SENT}")
        there = sent is not None and not sent.error
        found[question] = rubric.judge(sent.text) if there else Verdict(NOT_YET)
    return found


def _outcome(question: str, ran: Ran, right: str) -> str:
    check = ran.cells.get(cell_name(question, "check"))
    if check is None or check.error or check.shown:
        return NOT_YET
    if check.text == f"{right}\n":
        return RIGHT
    return NOT_ATTEMPTED if check.text == f"{question} = not attempted\n" else NOT_YET


def both(key: Key, first: Verdict, second: Verdict) -> Judged:
    """Give the verdict that two data sets lead to; points need both.

    Parameters
    ----------
    key : Key
        The question.
    first, second : Verdict
        On the shipped tables and on the variant.

    Returns
    -------
    Judged
        No points unless both are right.
    """
    if STOPPED in (first.outcome, second.outcome):
        first = first if first.outcome == STOPPED else second
    elif first.outcome == RIGHT != second.outcome:
        first = Verdict(NOT_YET, say("run.not_computed"))
    earned = key.points if first.outcome == RIGHT else 0
    return Judged(key.id, key.title, key.points, earned, first.outcome, first.sentence)


def raised(cell: CellRun | None) -> str:
    """Say what an answer cell raised; empty if it did not."""
    return explained(cell.error, cell.line) if cell is not None else ""
