"""A lesson's text source becomes the notebook a student opens; nobody's edits are overwritten."""

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from fairmark.authoring import frame, minutes
from fairmark.authoring.percent import BadSource, Cell, assemble, cell_id, dumps, read_cells
from fairmark.authoring.places import beside
from fairmark.authoring.sets import ExerciseSet, read_set, set_minutes
from fairmark.course import current
from fairmark.errors import CourseError
from fairmark.ids import cell_name

_PLACE = re.compile(r"\{(minutes|alone)(?: (\d\d))?\}")
_QUESTION = re.compile(r"\{(Question|question) (\d+)(\.\d+)\}")


def read_lesson(source: Path) -> NotebookNode:
    """Read one lesson's text into a notebook that has not run yet.

    Parameters
    ----------
    source : Path
        The py:percent text.

    Returns
    -------
    NotebookNode
        With links to its neighbours, and the fingerprint of its text in the metadata.
    """
    contents, name = frame.Contents.around(source), source.stem
    cells = read_cells(source)
    optional = minutes.optional_cells(cells)
    texts = [(cell.source, skip) for cell, skip in zip(cells, optional, strict=True)
             if cell.kind == "markdown"]  # fmt: skip
    head = frame.lesson_head(contents, name, frame.steps_of(texts), spent(source))
    set_of = cache(partial(_set_beside, source))  # many links lead into one set
    filled = [replace(cell, source=_filled(cell, source, set_of)) for cell in cells]
    number = source.stem.split("-")[0]
    exercise = set_of(int(number)) if number.isdecimal() else None
    first, *rest = _practised(filled, exercise)
    # The title keeps its id when a cell below changes the minutes or the steps in it.
    title = cell_id(cells[0].source, set())
    first = replace(first, source=frame.below_title(first.source, head), id=title)
    foot = frame.lesson_foot(contents, name)
    nb = assemble([first, *rest, *([Cell("markdown", foot)] if foot else [])])
    nb.metadata[current().stamp] = NotebookNode(lesson=source.stem, built=fingerprint(nb))
    return nb


def spent(source: Path) -> str:
    """Say how long a lesson takes, alone and with its set.

    Parameters
    ----------
    source : Path
        The lesson's py:percent text.
    """
    number = source.stem.split("-")[0]
    sets = sorted((beside(source, "exercises") / "source").glob(f"{number}-*.py"))
    of_set = set_minutes(sets[0]) if sets else None
    return frame.spent_words(minutes.of_cells(read_cells(source)), of_set)


def _filled(cell: Cell, source: Path, set_of: Callable[[int], ExerciseSet | None]) -> str:
    """Write the minutes where the text asks for them, and links to questions.

    {minutes}, {minutes 04} and {alone 04} become minutes, {question 4.11} a link to it.
    """
    if cell.kind != "markdown":
        return cell.source

    def fill(match: re.Match) -> str:
        which = match[2] or source.stem.split("-")[0]
        of = next(iter(sorted(source.parent.glob(f"{which}-*.py"))), None)
        if of is None:
            raise BadSource(f"{source.name} asks for the minutes of {which}, and there is none")
        return str(alone(of).whole) if match[1] == "alone" else spent(of)

    def link(match: re.Match) -> str:
        name = match[2] + match[3]
        exercise = set_of(int(match[2]))
        if exercise is None or name not in [question.id for question in exercise.questions]:
            raise BadSource(f"{source.name} links question {name}, and there is none")
        return f"[{match[1]} {name}]({_to_question(exercise, name)})"

    return _QUESTION.sub(link, _PLACE.sub(fill, cell.source))


def _set_beside(source: Path, number: int) -> ExerciseSet | None:
    folder = beside(source, "exercises") / "source"
    found = next(iter(sorted(folder.glob(f"{number:02d}-*.py"))), None)
    return read_set(found) if found else None


def _to_question(exercise: ExerciseSet, name: str) -> str:
    """Return the way to a question's cell.

    JupyterLab and the pages scroll to `#cell-id=`; a heading is found only where the notebook is
    open and drawn already. Notebook 7 opens the set and drops the place.
    """
    return f"{frame.to_set(exercise.name)}#cell-id={cell_name(name, 'question')}"


def _practised(cells: list[Cell], exercise: ExerciseSet | None) -> list[Cell]:
    """Name at the end of each section the questions that go back to it."""
    if exercise is None:
        return cells
    step, written = "", []
    for cell in cells:
        lines: list[str] = []
        for line, heading in frame.headed(cell.source) if cell.kind == "markdown" else ():
            if heading:
                lines += _practise(exercise, step, after=lines)
                step = frame.Step.of(heading).number
            lines.append(line)
        written.append(replace(cell, source="\n".join(lines)) if lines else cell)
    return written + [Cell("markdown", line) for line in _practise(exercise, step)[:1]]


def _practise(exercise: ExerciseSet, step: str, after: Sequence[str] = ()) -> list[str]:
    """Return a paragraph with links to a section's questions, the core first."""
    asked = [question for question in exercise.questions if step and question.spec.step == step]
    parts = []
    for core, words in ((True, ""), (False, "beyond the core: ")):
        links = [f"[{q.id}]({_to_question(exercise, q.id)})" for q in asked if q.spec.core is core]
        parts += [words + ", ".join(links)] if links else []
    apart = [""] if after and after[-1].strip() else []
    return [*apart, f"**Practise:** {'; '.join(parts)}", ""] if parts else []


def alone(source: Path) -> minutes.Minutes:
    """Compute the minutes of a lesson without its set."""
    return minutes.of_cells(read_cells(source))


def fingerprint(nb: NotebookNode) -> str:
    """Fingerprint the text of all cells, whatever their outputs.

    Parameters
    ----------
    nb : NotebookNode
        A notebook.

    Returns
    -------
    str
        Sixteen hexadecimal digits.
    """
    text = json.dumps([[cell.cell_type, cell.source] for cell in nb.cells])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def is_edited(target: Path) -> bool:
    """Tell whether somebody has changed a built notebook by hand.

    Parameters
    ----------
    target : Path
        A notebook that may exist.

    Returns
    -------
    bool
        True if its text differs from what was built; outputs do not count.
    """
    if not target.exists():
        return False
    try:
        nb = nbformat.read(target, as_version=4)
    except (nbformat.reader.NotJSONError, ValueError):
        return True  # not ours to throw away
    return nb.metadata.get(current().stamp, {}).get("built") != fingerprint(nb)


def write_lesson(nb: NotebookNode, target: Path, force: bool = False) -> None:
    """Write a built lesson, never over somebody's edits.

    Parameters
    ----------
    nb : NotebookNode
        The built lesson.
    target : Path
        Where it goes.
    force : bool
        Keep an edited notebook as `NAME.backup.ipynb` and go on.

    Raises
    ------
    CourseError
        If the target was edited by hand and `force` is off.
    """
    if is_edited(target):
        if not force:
            raise CourseError(
                f"{target.name} was changed by hand and is left as it is: put the change into "
                f"source/{target.stem}.py, or use --force, which first keeps a backup"
            )
        target.replace(target.with_suffix(".backup.ipynb"))
    target.write_text(dumps(nb), encoding="utf-8")
