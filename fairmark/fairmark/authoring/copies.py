"""What a set is built into: the student's copy with its stubs, the reference with its solutions."""

from nbformat import NotebookNode

from fairmark.authoring.percent import Cell, assemble
from fairmark.authoring.sets import ExerciseSet, Part
from fairmark.course import current
from fairmark.ids import cell_name


def student_copy(exercise: ExerciseSet) -> NotebookNode:
    """Make the notebook a student opens: prompts, stubs and checks, no outputs.

    Parameters
    ----------
    exercise : ExerciseSet
        The set.

    Returns
    -------
    NotebookNode
        Stamped with the set's number and version.
    """
    parts = [p for p in exercise.parts if p.role not in ("solution", "wrong")]
    cells = [Cell(p.kind, p.text, p.id) for p in parts]
    return assemble(cells, _stamp(exercise, "student"))


def reference(exercise: ExerciseSet) -> NotebookNode:
    """Make the notebook with solutions, whose checks print one comparable line each.

    Parameters
    ----------
    exercise : ExerciseSet
        The set.

    Returns
    -------
    NotebookNode
        The same cells with the same ids, not executed; a solution stands where its stub stood,
        and each question ends with why it is right.
    """
    cells: list[Cell] = []
    shown, emitting = current().imports, current().imports_as("emit")
    verdict, silent = current().importing("verdict"), current().importing("silent as verdict")
    for part in exercise.parts:
        if part.role == "stub":
            cells.append(Cell("code", exercise.question(part.question).solution.text, part.id))
        elif part.role == "setup":
            cells.append(Cell("code", part.text.replace(shown, emitting), part.id))
        elif part.role == "check":
            cells += [Cell("code", part.text, part.id), _why(exercise, part)]
        elif part.role == "verdict":  # a notebook that is judged asks for no verdict
            cells.append(Cell("code", part.text.replace(verdict, silent), part.id))
        elif not part.role:
            cells.append(Cell(part.kind, part.text, part.id))
    return assemble(cells, {**_stamp(exercise, "reference"), "questions": _about(exercise)})


def copy_from_reference(built: NotebookNode, stubs: dict[str, str]) -> NotebookNode:
    """Make the student's copy without the source, which needs an author's tools.

    Parameters
    ----------
    built : NotebookNode
        A reference.
    stubs : dict of str to str
        The text of each answer cell, by the cell's id.

    Returns
    -------
    NotebookNode
        The same as `student_copy` makes from the source.
    """
    shown, emitting = current().imports, current().imports_as("emit")
    verdict, silent = current().importing("verdict"), current().importing("silent as verdict")
    cells = [
        Cell(
            cell.cell_type,
            stubs.get(cell["id"], cell.source).replace(emitting, shown).replace(silent, verdict),
            cell["id"],
        )
        for cell in built.cells
        if not cell["id"].endswith("-why")
    ]
    stamp = {name: v for name, v in built.metadata[current().stamp].items() if name != "questions"}
    return assemble(cells, {**stamp, "kind": "student"})


def _why(exercise: ExerciseSet, check: Part) -> Cell:
    question = exercise.question(check.question)
    text = " ".join(t for t in (question.solution.sentence, question.spec.explanation) if t)
    return Cell("markdown", f"**Why.** {text}", cell_name(question.id, "why"))


def _about(exercise: ExerciseSet) -> dict[str, dict]:
    """Return what a teacher's page says of each question: its tags, and the step to go back to."""
    about: dict[str, dict] = {}
    for question in exercise.questions:
        about[question.id] = {name: list(values) for name, values in question.spec.tags.items()}
        if section := exercise.section_of(question):
            about[question.id] |= {"step": section.heading, "at": exercise.sections.index(section)}
    return about


def _stamp(exercise: ExerciseSet, kind: str) -> dict:
    return {"set": exercise.number, "version": exercise.version, "kind": kind}
