"""A set in nbgrader's own form: solutions in marked regions, points on check cells.

nbgrader gives points to a cell that raises nothing, so a hidden line lets a wrong answer raise.
"""

from pathlib import Path

from nbformat import NotebookNode

from fairmark.authoring.copies import student_copy
from fairmark.authoring.percent import dumps
from fairmark.authoring.sets import ExerciseSet, Part
from fairmark.course import current
from fairmark.errors import CourseError

SCHEMA = 3
CONFIG = '''"""Settings of nbgrader, read by every command of it that runs in this folder."""

c = get_config()  # noqa: F821
c.CourseDirectory.course_id = "{name}"
c.ClearSolutions.code_stub = {{"python": "# Replace the three dots above."}}
'''


class WouldOverwrite(CourseError):
    """A file in the way of an export is not the one that would be written."""


def nbgrader_source(exercise: ExerciseSet) -> NotebookNode:
    """Make the instructor's notebook from which nbgrader makes the students' one.

    Parameters
    ----------
    exercise : ExerciseSet
        The set.

    Returns
    -------
    NotebookNode
        The student copy with each solution in a `BEGIN SOLUTION` region below its stub; check
        cells carry the points; every other code cell is locked.
    """
    nb = student_copy(exercise)
    parts = {part.id: part for part in exercise.parts}
    for cell in nb.cells:
        if cell.cell_type == "code":
            part = parts[cell["id"]]
            cell.source = _text(exercise, part)
            cell.metadata["nbgrader"] = _about(exercise, part)
    return nb


def export_nbgrader(exercises: list[ExerciseSet], folder: Path) -> list[Path]:
    """Write a course folder for nbgrader; nothing that is there already is changed.

    Parameters
    ----------
    exercises : list of ExerciseSet
        The sets, one assignment each.
    folder : Path
        The course folder; made if it is not there.

    Returns
    -------
    list of Path
        `nbgrader_config.py` and `source/NAME/NAME.ipynb` for each set.

    Raises
    ------
    WouldOverwrite
        If a file is there with another content; nothing is written then.
    """
    texts = {folder / "nbgrader_config.py": CONFIG.format(name=current().name)}
    for each in exercises:
        path = folder / "source" / each.name / f"{each.name}.ipynb"
        texts[path] = dumps(nbgrader_source(each))
    for path, text in texts.items():
        if path.exists() and path.read_text(encoding="utf-8") != text:
            raise WouldOverwrite(
                f"{path} is there with another content and was left as it is; "
                "export into an empty folder, or move that file away"
            )
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(texts)


def _text(exercise: ExerciseSet, part: Part) -> str:
    if part.role == "stub":
        answer = exercise.question(part.question).solution.text
        return f"{part.text}\n### BEGIN SOLUTION\n{answer}\n### END SOLUTION"
    if part.role == "check":
        raising = current().importing("require as check")
        return f"### BEGIN HIDDEN TESTS\n{raising}\n### END HIDDEN TESTS\n{part.text}"
    if part.role == "verdict":
        asked, silent = current().importing("verdict"), current().importing("silent as verdict")
        return part.text.replace(asked, silent)
    return part.text


def _about(exercise: ExerciseSet, part: Part) -> dict:
    """Return what nbgrader must know of a cell."""
    is_stub, is_check = part.role == "stub", part.role == "check"
    known = {
        "schema_version": SCHEMA,
        "grade_id": part.id,
        "solution": is_stub,
        "grade": is_check,
        "locked": not is_stub,
        "task": False,
    }
    if is_check:
        known["points"] = exercise.question(part.question).points
    return known
