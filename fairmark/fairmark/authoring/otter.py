"""A set in the form of otter-grader: one notebook from which `otter assign` makes its own files.

A hidden test lets an answer that is not right raise its sentence; otter gives no points then.
"""

from pathlib import Path

from nbformat import NotebookNode, v4

from fairmark.authoring.copies import student_copy
from fairmark.authoring.nbgrader import WouldOverwrite
from fairmark.authoring.percent import dumps
from fairmark.authoring.sets import ExerciseSet, Part
from fairmark.course import current

CONFIG = """# ASSIGNMENT CONFIG
name: {name}
export_cell: false
init_cell: false
check_all_cell: false
generate: true"""


def otter_source(exercise: ExerciseSet) -> NotebookNode:
    """Make the notebook for `otter assign`.

    Parameters
    ----------
    exercise : ExerciseSet
        The set.

    Returns
    -------
    NotebookNode
        The student's copy, in which each answer cell stands in a question with its points, its
        solution and a hidden test.
    """
    nb = student_copy(exercise)
    parts = {part.id: part for part in exercise.parts}
    cells = [v4.new_raw_cell(CONFIG.format(name=exercise.name), id="config")]
    for cell in nb.cells:
        part = parts.get(cell["id"])
        if part is not None and part.role == "stub":
            cells += _question(exercise, part)
        else:
            cells.append(cell)
    nb.cells = cells
    return nb


def export_otter(exercises: list[ExerciseSet], folder: Path) -> list[Path]:
    """Write a notebook for `otter assign` for each set; nothing that is there is changed.

    Raises
    ------
    WouldOverwrite
        If a file is there with another content; nothing is written then.
    """
    texts = {folder / f"{each.name}.ipynb": dumps(otter_source(each)) for each in exercises}
    for path, text in texts.items():
        if path.exists() and path.read_text(encoding="utf-8") != text:
            raise WouldOverwrite(
                f"{path} is there with another content and was left as it is; "
                "export into an empty folder, or move that file away"
            )
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    return list(texts)


def _question(exercise: ExerciseSet, stub: Part) -> list[NotebookNode]:
    question = exercise.question(stub.question)
    name = f"q{question.id.replace('.', '_')}"
    answer = (
        f'""" # BEGIN PROMPT\n{stub.text}\n""" # END PROMPT\n'
        f"# BEGIN SOLUTION NO PROMPT\n{question.solution.text}\n# END SOLUTION"
    )
    test = f"# HIDDEN\n{current().importing('require as check')}\n{question.check.text}"
    texts = [
        (v4.new_raw_cell, f"# BEGIN QUESTION\nname: {name}\npoints: {question.points}"),
        (v4.new_raw_cell, "# BEGIN SOLUTION"),
        (v4.new_code_cell, answer),
        (v4.new_raw_cell, "# END SOLUTION"),
        (v4.new_raw_cell, "# BEGIN TESTS"),
        (v4.new_code_cell, test),
        (v4.new_raw_cell, "# END TESTS"),
        (v4.new_raw_cell, "# END QUESTION"),
    ]
    return [make(text, id=f"{name}-{at}") for at, (make, text) in enumerate(texts)]
