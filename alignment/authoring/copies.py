"""What a set is built into: the student's copy with its stubs, the reference with its solutions.

A student's work is recognised without Git: every text we ever built is known by its digest.
"""

import hashlib
import json
from pathlib import Path

from nbformat import NotebookNode

from alignment.authoring.exercises import EMIT_IMPORT, IMPORT, ExerciseSet, Part
from alignment.authoring.notebooks import Cell, assemble
from alignment.errors import AlignmentError


class WorkInTheWay(AlignmentError):
    """The file to be built holds somebody's answers; it was left as it is."""


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
    for part in exercise.parts:
        if part.role == "stub":
            cells.append(Cell("code", exercise.question(part.question).solution.text, part.id))
        elif part.role == "setup":
            cells.append(Cell("code", part.text.replace(IMPORT, EMIT_IMPORT), part.id))
        elif part.role == "check":
            cells += [Cell("code", part.text, part.id), _why(exercise, part)]
        elif not part.role:
            cells.append(Cell(part.kind, part.text, part.id))
    return assemble(cells, _stamp(exercise, "reference"))


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
    cells = [
        Cell(
            cell.cell_type,
            stubs.get(cell["id"], cell.source).replace(EMIT_IMPORT, IMPORT),
            cell["id"],
        )
        for cell in built.cells
        if not cell["id"].endswith("-why")
    ]
    return assemble(cells, {**built.metadata["alignment"], "kind": "student"})


def _why(exercise: ExerciseSet, check: Part) -> Cell:
    question = exercise.question(check.question)
    text = " ".join(t for t in (question.solution.sentence, question.spec.explanation) if t)
    return Cell("markdown", f"**Why.** {text}", check.id.replace("-check", "-why"))


def _stamp(exercise: ExerciseSet, kind: str) -> dict:
    return {"set": exercise.number, "version": exercise.version, "kind": kind}


def digest(source: str) -> str:
    """Digest one cell's text, whatever blank space surrounds it."""
    return hashlib.sha256(source.strip().encode()).hexdigest()[:12]


def built_digests(notebook: NotebookNode) -> set[str]:
    """Digest every cell of a notebook that we built."""
    return {digest(cell.source) for cell in notebook.cells}


def work_in(path: Path, known: set[str]) -> list[str]:
    """Find a student's own text in a notebook.

    Parameters
    ----------
    path : Path
        A student copy that may exist.
    known : set of str
        Digests of every text we ever built for this set.

    Returns
    -------
    list of str
        The places that hold work ("4.3", "a cell of your own"); empty if none does.
    """
    if not path.exists():
        return []
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        texts = [(str(c.get("id", "")), "".join(c["source"])) for c in cells]
    except (ValueError, KeyError, TypeError, AttributeError):
        return ["a file we cannot read"]
    places = [_place(name) for name, text in texts if text.strip() and digest(text) not in known]
    return list(dict.fromkeys(places))


def _place(name: str) -> str:
    pieces = name.removeprefix("q").split("-")
    if name.startswith("q") and len(pieces) == 3:
        return f"{pieces[0]}.{pieces[1]}"
    return "a cell of your own"


def protect(path: Path, known: set[str], force: bool = False) -> Path | None:
    """Refuse to build over somebody's work, or move it aside when told to.

    Parameters
    ----------
    path : Path
        The student copy that is about to be written.
    known : set of str
        Digests of every text we ever built for this set.
    force : bool
        Keep the work as `NAME.backup.ipynb` (or a numbered one) and go on.

    Returns
    -------
    Path or None
        The backup, if one was made.

    Raises
    ------
    WorkInTheWay
        If there is work and `force` is off.
    """
    places = work_in(path, known)
    if not places:
        return None
    if not force:
        raise WorkInTheWay(
            f"{path.name} holds work in {_listed(places)} and was left as it is: rename it, "
            "or use --force, which first keeps a backup beside it"
        )
    backup = free_name(path, "backup")
    path.replace(backup)
    return backup


def free_name(path: Path, word: str) -> Path:
    """Return the first free name of the form `NAME.word.ipynb`, `NAME.2.word.ipynb`, ..."""
    names = [word, *(f"{n}.{word}" for n in range(2, 1000))]
    return next(p for p in (path.with_suffix(f".{n}.ipynb") for n in names) if not p.exists())


def _listed(places: list[str]) -> str:
    return places[0] if len(places) == 1 else f"{', '.join(places[:-1])} and {places[-1]}"
