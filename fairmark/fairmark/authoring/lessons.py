"""A lesson's text source becomes the notebook a student opens; nobody's edits are overwritten."""

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from fairmark.authoring import frame, minutes
from fairmark.authoring.exercises import read_set, set_minutes
from fairmark.authoring.notebooks import BadSource, Cell, assemble, cell_id, dumps, read_cells
from fairmark.authoring.places import beside
from fairmark.course import current
from fairmark.errors import CourseError

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
    first, *rest = [replace(cell, source=_filled(cell, source)) for cell in cells]
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


def _filled(cell: Cell, source: Path) -> str:
    """Write the minutes where the text asks for them, and links to questions.

    {minutes}, {minutes 04} and {alone 04} become minutes, {question 4.11} a link to its heading.
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
        return _to_question(source, match[1], match[2], match[2] + match[3])

    return _QUESTION.sub(link, _PLACE.sub(fill, cell.source))


def _to_question(source: Path, word: str, number: str, name: str) -> str:
    """Link a question of a set by its heading; a question that is gone stops the build."""
    folder = beside(source, "exercises") / "source"
    found = next(iter(sorted(folder.glob(f"{int(number):02d}-*.py"))), None)
    asked = [each for each in read_set(found).questions if each.id == name] if found else []
    if not asked:
        raise BadSource(f"{source.name} links question {name}, and there is none")
    points = "point" if asked[0].points == 1 else "points"
    heading = f"{name} {asked[0].title} ({asked[0].points} {points})"
    return f"[{word} {name}]({frame.to_set(found.stem)}#{frame.anchor(heading)})"


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
