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
from fairmark.messages import made_of, say

if TYPE_CHECKING:
    from nbformat import NotebookNode


MARKERS = ("NBVAL_", "PYTEST_VALIDATE_")
MOST_LIKE_NOTES = 3
# The last cell that gives the name a value counts; a hundred candidates take minutes to read.
MOST_OWN = 10


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
    return key.stub, say("repair.too_long", question=question, longest=LONGEST_ANSWER)


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
        told = say("repair.several", question=question, count=len(worked))
        return worked[-1].text, told
    if worked:
        return _named(worked[0], question, key, own)
    untouched = any(
        cell.question == question and cell.digest == digest(key.stub) for cell in submission.cells
    )
    return _elsewhere(question, key, own, bool(named), untouched)


def _named(cell: Found, question: str, key: Key, own: list[Found]) -> tuple[str, str]:
    if cell.kind != "code":
        return cell.text, say("repair.kind", question=question, kind=cell.kind)
    helpers = [each for each in own if binds(each.text, key.asks)]
    if key.asks and not binds(cell.text, key.asks) and helpers:
        joined = "\n".join([cell.text, *(each.text for each in helpers)])
        return joined, say("repair.split", question=question)
    return cell.text, ""


def _elsewhere(
    question: str, key: Key, own: list[Found], has_cell: bool, untouched: bool
) -> tuple[str, str]:
    """Look for an answer in the cells under the question's heading."""
    found = [cell for cell in own if binds(cell.text, key.asks)]
    if found:
        where = "repair.own_cell" if has_cell else "repair.lost_name"
        return found[-1].text, say(where, len(found), question=question)
    if not (has_cell or untouched):
        return key.stub, say("repair.missing", question=question)
    return key.stub, ""


def _note_version(clean: Clean, submission: Submission) -> None:
    now, fresh = clean.assignment.version, current().command("fresh")
    if not submission.version:
        clean.repairs.append(say("repair.stamp"))
    elif submission.version != now:
        clean.repairs.append(
            say("repair.version", version=submission.version, now=now, command=fresh)
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
        many = len(own) > 1
        told = say("repair.not_read", len(own)) if many else say("repair.not_read_one")
        clean.repairs.append(told)


def _note_lost(clean: Clean, submission: Submission) -> None:
    """Say what was found by its check for want of a heading, and what was not read at all."""
    found = {cell.question for cell in submission.cells if cell.by_check}
    if found:
        clean.repairs.append(say("repair.no_headings", len(found)))
    if submission.unread:
        read, rest = len(submission.cells), submission.unread
        clean.repairs.append(say("repair.unread", read=read, rest=rest))


def _join_like_notes(clean: Clean) -> None:
    """Say once what is true of most answers: a program that drops one name drops them all."""
    lost = [text for text in clean.repairs if made_of("repair.lost_name", text)]
    if len(lost) > MOST_LIKE_NOTES:
        told = say("repair.lost_names", count=len(lost))
        clean.repairs = [*(text for text in clean.repairs if text not in lost), told]


def _without_markers(text: str) -> str:
    """Drop comments that would make nbval look away."""
    # Python ends a line at \n only; splitlines() would also cut a text at U+2028 and its like.
    lines = text.split("\n")
    return "\n".join(line for line in lines if not line.strip("# \t\r").startswith(MARKERS))
