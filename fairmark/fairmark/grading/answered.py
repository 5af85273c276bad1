"""The answer cells of a class as text, without running any of them."""

from pathlib import Path

from fairmark.grading.assignments import Assignment, given_texts, open_assignment
from fairmark.grading.clean import clean_copy
from fairmark.grading.entries import Wanted
from fairmark.grading.handed import handed_in
from fairmark.grading.intake import take_in
from fairmark.grading.submission import NotASubmission, parse_submission
from fairmark.ids import cell_name

Answers = dict[str, dict[str, str]]


def answered(
    submissions: Path, wanted: Wanted, exercises: Path
) -> tuple[Answers, dict[str, tuple[str, ...]]]:
    """Read what a class wrote into its answer cells.

    Parameters
    ----------
    submissions : Path
        A folder or a zip.
    wanted : Wanted
        What the teacher says of it.
    exercises : Path
        The folder that holds `reference/` and `keys/`.

    Returns
    -------
    answers : dict
        Student -> question -> text, without answers that are still their stub.
    given : dict
        Question -> the texts that the course wrote for it.
    """
    intake = take_in(submissions, wanted, given=given_texts(exercises))
    owner = {entry.file: entry for entry in intake.entries if entry.file and not entry.reason}
    sets: dict[str, Assignment] = {}
    answers: Answers = {}
    for handed in handed_in(submissions, lambda _: True):
        entry = owner.get(handed.file)
        if entry is None or handed.problem:
            continue
        try:
            one = parse_submission(handed.file.rpartition("/")[2], handed.content)
            if one.number not in sets:
                sets[one.number] = open_assignment(one.number, exercises)
            clean = clean_copy(one, sets[one.number])
        except NotASubmission:
            continue
        touched = {
            question: text
            for question, text in clean.answers.items()
            if text.strip() and text.strip() != clean.keys[question].stub.strip()
        }
        answers.setdefault(entry.student, {}).update(touched)
    given: dict[str, tuple[str, ...]] = {}
    for of in sets.values():
        texts, belongs = dict(of.code()), of.question_of()
        for question, key in of.keys.items():
            near = [texts[name] for name, owned in belongs.items() if owned == question]
            given[question] = (key.stub, texts[cell_name(question, "stub")], *near)
    return answers, given
