"""One submission, from its bytes to its points; no other submission can lose by it.

The student's answers run on both data sets in some kernel; the comparison happens here.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from fairmark.answers.verdict import NOT_ATTEMPTED, NOT_YET, RIGHT, STOPPED, Verdict
from fairmark.grading.assignments import Assignment
from fairmark.grading.clean import Clean, clean_copy, restoring
from fairmark.grading.compare import Judged, both, judged_here, outcomes, raised
from fairmark.grading.handed import Handed
from fairmark.grading.results import GRADED, NOT_GRADABLE, REPAIRED, Graded
from fairmark.grading.rubrics import SENT, Rubric, sent_after
from fairmark.grading.submission import NotASubmission, parse_submission
from fairmark.grading.worlds import World
from fairmark.ids import cell_name
from fairmark.messages import made_of, say
from fairmark.running.programs import DIED, END, NONSENSE, SLOW, TIME_IS_UP, WAITED, CellRun, Ran

MOST_STOPS = 3
AGAIN = "-again"
LEAST_WALL = 1.0  # seconds; with less left a run is not begun
# Why an answer was ended, and what was put right that a teacher should see: ids of sentences.
WHY = {SLOW: "run.slow", DIED: "run.died", NONSENSE: "run.nonsense", WAITED: "run.waited"}
REPAIRS_TO_LOOK_AT = ("repair.version", "repair.no_headings", "repair.unread")


class Kernels(Protocol):
    """Anything that can run a program on a data set."""

    def load(self, modules: Iterable[str]) -> None:
        """Import modules once for all runs, where that is possible."""

    @property
    def wall(self) -> float:
        """Seconds of wall time for all runs of one submission together."""

    def run(
        self,
        cells: list[tuple[str, str]],
        data: Path,
        explain: Callable[[dict[str, CellRun]], list[str]] | None = None,
        wall: float | None = None,
    ) -> Ran:
        """Run named cells."""


@dataclass(frozen=True)
class Course:
    """All that is needed to mark a submission.

    Parameters
    ----------
    assignments : dict of str to Assignment
        The sets by number.
    worlds : tuple of World
        Shipped and variant; one world alone gives points for the shipped tables only.
    stamp : str
        Changes whenever a set or the seed changes.
    stamps : dict of str to str
        The same for each set alone, so that a new set leaves results of another as they are.
    kind : str
        The kind of kernel; results of one kind are not taken for those of another.
    """

    assignments: dict[str, Assignment]
    worlds: tuple[World, ...]
    stamp: str = ""
    stamps: dict[str, str] = field(default_factory=dict)
    kind: str = ""


def mark(handed: Handed, course: Course, kernels: Kernels) -> Graded:
    """Mark one submission.

    Parameters
    ----------
    handed : Handed
        What was handed in.
    course : Course
        Sets and data sets.
    kernels : Kernels
        Where the answers run.

    Returns
    -------
    Graded
        Always; what cannot be graded says why.
    """
    found = Graded(handed.student, handed.name, handed.file, "", NOT_GRADABLE)
    try:
        if handed.problem:
            raise NotASubmission(handed.problem)
        submission = parse_submission(handed.file.rpartition("/")[2], handed.content)
        found = replace(found, number=submission.number)
        if submission.number not in course.assignments:
            known = ", ".join(course.assignments)
            raise NotASubmission(say("verdict.other_set", number=submission.number, known=known))
        clean = clean_copy(submission, course.assignments[submission.number])
        del submission  # it would stay in memory for as long as its answers run
    except NotASubmission as error:
        return replace(found, reason=str(error), human=(say("run.not_gradable", reason=error),))
    judged, human = judge_on(clean, course.worlds, kernels)
    human += [t for t in clean.repairs if any(made_of(name, t) for name in REPAIRS_TO_LOOK_AT)]
    return replace(
        found,
        outcome=REPAIRED if clean.repairs else GRADED,
        questions=tuple(judged),
        repairs=tuple(clean.repairs),
        human=tuple(human),
    )


def judge_on(
    clean: Clean, worlds: tuple[World, ...], kernels: Kernels
) -> tuple[list[Judged], list[str]]:
    """Run a clean copy on every data set and give one verdict per question.

    Parameters
    ----------
    clean : Clean
        The student's answers.
    worlds : tuple of World
        The data sets, shipped first.
    kernels : Kernels
        Where they run.

    Returns
    -------
    tuple of list
        Verdicts, and sentences for a human.
    """
    answers, clock = dict(clean.answers), _Clock(kernels.wall)
    first, human = _run(clean, answers, worlds[0], kernels, clock)
    second = first
    if len(worlds) > 1 and any(each.outcome == RIGHT for each in first.values()):
        second, more = _run(clean, answers, worlds[1], kernels, clock)
        human += [each for each in more if each not in human]
    judged = [both(key, first[name], second[name]) for name, key in clean.keys.items()]
    return judged, human


class _Clock:
    """The wall time of one submission: each run may use half of what is left.

    An answer that sleeps costs itself, and the other answers still get their turn.
    """

    def __init__(self, seconds: float) -> None:
        self.ends = time.monotonic() + seconds

    def share(self) -> float:
        """Return the seconds the next run may take."""
        return max(0.0, (self.ends - time.monotonic()) / 2)


def _run(
    clean: Clean, answers: dict[str, str], world: World, kernels: Kernels, clock: _Clock
) -> tuple[dict[str, Verdict], list[str]]:
    """Run on one data set; an answer that does not end is set aside, and the rest runs again.

    Return the verdict on each question, and what a human should look at.
    """
    lines = {question: world.lines[question] for question in clean.keys}
    rubrics = {q: rubric for q, rubric in world.rubrics.items() if q in lines}
    belongs = clean.assignment.question_of()
    stopped: dict[str, str] = {}
    human: list[str] = []
    while True:
        cells, wall = program(clean, answers), clock.share()
        if wall < LEAST_WALL:
            ran = Ran({}, WAITED)
            human.append(say("run.time_over"))
            break
        ran = kernels.run(cells, world.folder, _wrong_ones(lines, rubrics), wall)
        if ran.ended == END:
            break
        question = belongs.get(ran.at.removesuffix(AGAIN).removesuffix(SENT), "")
        if ran.ended == WAITED:
            human.append(say("run.given_up", question=question))
        if ran.ended == NONSENSE:
            human.append(say("run.look_at_cell", question=question, why=say(WHY[NONSENSE])))
        if not question or question in stopped or len(stopped) == MOST_STOPS:
            human.append(say("run.from_here", question=question or ran.at))
            break
        stopped[question] = say(WHY[ran.ended])
        answers[question] = clean.keys[question].stub
    for question in (q for q in lines if _timed_out(ran, q) and q not in stopped):
        stopped[question] = say(WHY[SLOW])
        answers[question] = clean.keys[question].stub  # no need to wait for it again
    here = judged_here(ran, rubrics)
    found = {
        question: Verdict(outcome, _told(question, outcome, ran, here))
        for question, outcome in outcomes(ran, lines, here).items()
    }
    return found | {name: Verdict(STOPPED, why) for name, why in stopped.items()}, human


def _timed_out(ran: Ran, question: str) -> bool:
    cells = (ran.cells.get(cell_name(question, role)) for role in ("stub", "check"))
    return any(cell is not None and cell.error.startswith(TIME_IS_UP) for cell in cells)


def program(clean: Clean, answers: dict[str, str]) -> list[tuple[str, str]]:
    """List the cells to run: those of the set with these answers in them."""
    texts = {cell_name(question, "stub"): text for question, text in answers.items()}
    again, sent = restoring(answers), sent_after(clean.assignment)
    cells: list[tuple[str, str]] = []
    for name, source in clean.assignment.code():
        cells.append((name, texts.get(name, source)))
        if name in sent:
            cells.append((f"{name}{SENT}", sent[name]))
        if name in again:
            cells.append((f"{name}{AGAIN}", again[name]))
    return cells


def _wrong_ones(
    lines: dict[str, str], rubrics: dict[str, Rubric]
) -> Callable[[dict[str, CellRun]], list[str]]:
    """Choose the questions about which a sentence is wanted; those judged here have theirs."""
    lines = {question: text for question, text in lines.items() if question not in rubrics}

    def chosen(cells: dict[str, CellRun]) -> list[str]:
        found = outcomes(Ran(cells), lines)
        return [question for question, outcome in found.items() if outcome == NOT_YET]

    return chosen


def _told(question: str, outcome: str, ran: Ran, verdicts: dict[str, Verdict]) -> str:
    """Say what was found of an answer that is not right."""
    if outcome in (RIGHT, NOT_ATTEMPTED):
        return ""
    stub, check = (ran.cells.get(cell_name(question, role)) for role in ("stub", "check"))
    if check is None:
        return say("run.not_reached")
    verdict = verdicts.get(question, Verdict(NOT_YET))
    here = f"{verdict.looked_at} {verdict.sentence}".strip()
    sentence = " ".join((here or ran.told.get(question, "")).split())
    return raised(stub) or sentence or say("run.look")
