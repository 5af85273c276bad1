"""The clean copy: the reference with only the text of the answer cells taken from a submission.

Whatever else a student changed, moved or deleted is left behind, and every repair is reported.
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from fairmark.answers.known import Key
from fairmark.authoring.work import digest
from fairmark.course import current
from fairmark.grading.assignments import Assignment, open_assignment
from fairmark.grading.submission import LONGEST_ANSWER, Found, Submission, binds
from fairmark.ids import cell_name, parse_cell

if TYPE_CHECKING:
    from nbformat import NotebookNode


MARKERS = ("NBVAL_", "PYTEST_VALIDATE_")
LOST = "is in a cell that lost its name"
MOST_LIKE_NOTES = 3
# The last cell that gives the name a value counts; a hundred candidates take minutes to read.
MOST_OWN = 10
UNREAD, NO_HEADINGS = "Only the first", "Headings are missing or were changed"


@dataclass
class Clean:
    """A notebook ready to be run and compared.

    Parameters
    ----------
    assignment : Assignment
        The set: its cells, its questions.
    answers : dict of str to str
        The text taken for each question.
    repairs : list of str
        One sentence for everything that was not as expected.
    """

    assignment: Assignment
    answers: dict[str, str] = field(default_factory=dict)
    repairs: list[str] = field(default_factory=list)

    @property
    def keys(self) -> dict[str, Key]:
        """The questions by id, in order."""
        return self.assignment.keys

    @property
    def notebook(self) -> "NotebookNode":
        """The reference with the student's answers in it."""
        from nbformat.v4 import new_code_cell

        copied = with_answers(self.assignment.notebook, self.answers)
        shown = current().imports if self.assignment.blank else current().imports_as("emit")
        again = restoring(self.answers, shown)
        for at in reversed(range(len(copied.cells))):
            if text := again.get(name := copied.cells[at]["id"]):
                copied.cells.insert(at + 1, new_code_cell(text, id=f"{name}-again"))
            question, role = parse_cell(name)
            if role == "check" and not self.assignment.blank:
                # It is not compared, and it runs after the line that is.
                text = (
                    f'# NBVAL_IGNORE_OUTPUT\nfrom fairmark.checks import said\nsaid("{question}")'
                )
                copied.cells.insert(at + 1, new_code_cell(text, id=cell_name(question, "said")))
        return copied


def clean_copy(submission: Submission, exercises: Path | Assignment) -> Clean:
    """Put a student's answers into the reference.

    Parameters
    ----------
    submission : Submission
        What was handed in.
    exercises : Path or Assignment
        The folder that holds `reference/` or `blank/` and the student copies, or the set itself.

    Returns
    -------
    Clean
        Order, checks and everything else come from the reference.

    Raises
    ------
    NotASubmission
        If this course has no such set here.
    """
    if isinstance(exercises, Path):
        exercises = open_assignment(submission.number, exercises, or_blank=True)
    clean = Clean(exercises)
    _note_version(clean, submission)
    for question, key in clean.keys.items():
        text, sentence = _answer(submission, question, key, exercises.built)
        text, too_long = _short_enough(question, key, _without_markers(text))
        clean.answers[question] = text
        clean.repairs += [each for each in (sentence, too_long) if each]
    _note_own_cells(clean, submission, exercises.built)
    _note_lost(clean, submission)
    _join_like_notes(clean)
    return clean


def with_answers(notebook: dict, answers: dict[str, str]) -> "NotebookNode":
    """Return a copy of a notebook, as nbformat holds it, with these texts in its answer cells."""
    import nbformat

    copied = nbformat.reads(json.dumps(notebook), as_version=4)
    cells = {cell["id"]: cell for cell in copied.cells}
    for question, text in answers.items():
        cells[cell_name(question, "stub")].source = text
    return copied


def restoring(answers: dict[str, str], line: str = "") -> dict[str, str]:
    """Say after which check cells `check` is imported again.

    Parameters
    ----------
    answers : dict of str to str
        Text of each answer; one that speaks of `check` may have taken the name for itself.
    line : str
        The import; that of a grader if left out.

    Returns
    -------
    dict of str to str
        Name of the check cell -> the import: such an answer costs itself and no other.
    """
    line = line or current().imports_as("emit")
    taken = (question for question, text in answers.items() if re.search(r"\bcheck\b", text))
    return {cell_name(question, "check"): line for question in taken}


def _short_enough(question: str, key: Key, text: str) -> tuple[str, str]:
    if len(text) <= LONGEST_ANSWER:
        return text, ""
    told = (
        f"The answer to {question} is longer than {LONGEST_ANSWER:,} characters and was not run; "
        "it counts as not attempted."
    )
    return key.stub, told


def _answer(
    submission: Submission, question: str, key: Key, given: frozenset[str]
) -> tuple[str, str]:
    """Find the text that answers a question, and say so if it was not where it should be."""
    name = cell_name(question, "stub")
    named = [cell for cell in submission.cells if cell.id == name]
    own = [
        cell
        for cell in submission.cells
        if cell.question == question and cell.id != name and cell.digest not in given
        if cell.kind == "code" and cell.text.strip()
    ][-MOST_OWN:]
    worked = [cell for cell in named if cell.text.strip() and cell.digest not in given]
    if len(worked) > 1:
        return worked[
            -1
        ].text, f"Question {question} is answered in {len(worked)} cells; the last counts."
    if worked:
        return _named(worked[0], question, key, own)
    untouched = any(
        cell.question == question and cell.digest == digest(key.stub) for cell in submission.cells
    )
    return _elsewhere(question, key, own, bool(named), untouched)


def _named(cell: Found, question: str, key: Key, own: list[Found]) -> tuple[str, str]:
    if cell.kind != "code":
        return (
            cell.text,
            f"The answer cell of {question} is of type {cell.kind}; its text counts as code.",
        )
    helpers = [each for each in own if binds(each.text, key.asks)]
    if key.asks and not binds(cell.text, key.asks) and helpers:
        joined = "\n".join([cell.text, *(each.text for each in helpers)])
        return joined, f"The answer to {question} is split over several cells; they were joined."
    return cell.text, ""


def _elsewhere(
    question: str, key: Key, own: list[Found], has_cell: bool, untouched: bool
) -> tuple[str, str]:
    """Look for an answer in the cells under the question's heading."""
    found = [cell for cell in own if binds(cell.text, key.asks)]
    if found:
        why = "is in a cell of your own" if has_cell else LOST
        many = f"; of {len(found)} such cells the last counts" if len(found) > 1 else ""
        return found[-1].text, f"The answer to {question} {why}; it counts{many}."
    if not (has_cell or untouched):
        return key.stub, f"The answer cell of {question} is missing; it counts as not attempted."
    return key.stub, ""


def _note_version(clean: Clean, submission: Submission) -> None:
    now, fresh = clean.assignment.version, current().command("fresh")
    if not submission.version:
        clean.repairs.append("The notebook has lost its stamp; its questions were found by number.")
    elif submission.version != now:
        clean.repairs.append(
            f"The notebook was made from version {submission.version} of this set and the set is "
            f"now {now}; questions are matched by number. `{fresh}` gives a new copy."
        )


def _note_own_cells(clean: Clean, submission: Submission, given: frozenset[str]) -> None:
    answers = set(clean.answers.values())
    used = {cell_name(question, "stub") for question in clean.keys}
    own = [
        cell
        for cell in submission.cells
        if cell.kind == "code" and cell.text.strip() and cell.id not in used
        if cell.digest not in given and _without_markers(cell.text) not in answers
        if not any(cell.text in answer for answer in answers)
    ]
    if own:
        many = f"{len(own)} cells of your own are" if len(own) > 1 else "One cell of your own is"
        clean.repairs.append(
            f"{many} not read here; what an answer needs must stand in its answer cell."
        )


def _note_lost(clean: Clean, submission: Submission) -> None:
    """Say what was found by its check for want of a heading, and what was not read at all."""
    found = {cell.question for cell in submission.cells if cell.by_check}
    if found:
        some = "one question was" if len(found) == 1 else f"{len(found)} questions were"
        clean.repairs.append(f"{NO_HEADINGS}; {some} found by the check that stands there.")
    if submission.unread:
        many = len(submission.cells)
        clean.repairs.append(f"{UNREAD} {many:,} cells were read; {submission.unread:,} were not.")


def _join_like_notes(clean: Clean) -> None:
    """Say once what is true of most answers: a program that drops one name drops them all."""
    lost = [text for text in clean.repairs if text.endswith(f"{LOST}; it counts.")]
    if len(lost) > MOST_LIKE_NOTES:
        told = (
            f"{len(lost)} answers are in cells that lost their names; they were found under their "
            "questions and count."
        )
        clean.repairs = [*(text for text in clean.repairs if text not in lost), told]


def _without_markers(text: str) -> str:
    """Drop comments that would make nbval look away."""
    # Python ends a line at \n only; splitlines() would also cut a text at U+2028 and its like.
    lines = text.split("\n")
    return "\n".join(line for line in lines if not line.strip("# \t\r").startswith(MARKERS))
