"""Read a notebook that came back from a student, whatever has happened to it on the way."""

import ast
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock

from fairmark.authoring.work import digest
from fairmark.course import current
from fairmark.errors import CourseError
from fairmark.grading import wrong_files
from fairmark.ids import parse_cell
from fairmark.messages import say

HEADING = re.compile(r"#{1,6}\s*[*_]*([0-9]{1,2}\.[0-9]{1,3})\b")
# The call that stands below each answer names its question, whatever became of ids and headings.
CHECK = re.compile(r"\s*check\(\s*['\"]([0-9]{1,2}\.[0-9]{1,3})['\"]")
# Some programs keep text in code cells; the first line says so.
TEXT_CELL = re.compile(r"\s*%md\b[^\n]*\n")
NUMBER = re.compile(r"[0-9]{1,2}")
# A notebook without pictures is far below these; a file above them is a mistake or an attack.
LARGEST_FILE = 20_000_000
# Bytes that reading one may take; see `memory_to_read`.
MOST_MEMORY = 300_000_000
MOST_CELLS = 2_000
LONGEST_ANSWER = 20_000
# Deeper nesting than any answer has; Python's own parser may crash on what is far deeper.
DEEPEST = 60
ONE_AT_A_TIME = Lock()


class NotASubmission(CourseError):
    """The file cannot be graded: what it is, what was expected, what to do."""


@dataclass(frozen=True)
class Found:
    """One cell of a submission.

    Parameters
    ----------
    id : str
        Its id; empty if the program that saved the notebook dropped it.
    kind : str
        "code", "markdown" or "raw".
    text : str
        Its source.
    question : str
        The question whose heading stands above it; empty before the first.
    by_check : bool
        Whether the question was found by the check that stands below it, for want of a heading.
    """

    id: str
    kind: str
    text: str
    question: str = ""
    by_check: bool = False

    @property
    def digest(self) -> str:
        """Short digest of the text."""
        return digest(self.text)


@dataclass(frozen=True)
class Submission:
    """What a student handed in.

    Parameters
    ----------
    name : str
        File name, for messages.
    number, version : str
        Of the set, as stamped; the number is guessed from ids and headings if the stamp is lost.
    cells : tuple of Found
        In order.
    unread : int
        How many more cells there are than are read.
    """

    name: str
    number: str
    version: str
    cells: tuple[Found, ...]
    unread: int = 0


def read_submission(path: Path) -> Submission:
    """Read a submission from a file.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    Submission
        Its cells and the set it belongs to.

    Raises
    ------
    NotASubmission
        If it is missing, broken, or not an exercise notebook of this course.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (FileNotFoundError, IsADirectoryError):
        said = say("verdict.no_notebook", path=path, example=current().some_set())
        raise NotASubmission(said) from None
    except OSError:
        raise NotASubmission(say("verdict.no_right", path=path)) from None
    return parse_submission(path.name, content)


def parse_submission(name: str, content: bytes) -> Submission:
    """Read a submission from the bytes of its file.

    Parameters
    ----------
    name : str
        File name, for messages.
    content : bytes
        What the file holds.

    Returns
    -------
    Submission
        Its cells and the set it belongs to.

    Raises
    ------
    NotASubmission
        If it is too large, broken, or not an exercise notebook of this course.
    """
    if len(content) > LARGEST_FILE:
        raise NotASubmission(say("verdict.too_large", name=name, largest=LARGEST_FILE // 1_000_000))
    # One at a time: Python reads one at a time anyway, and so the most memory is that of one.
    with ONE_AT_A_TIME:
        return _parsed(name, content)


def _parsed(name: str, content: bytes) -> Submission:
    data, problem = wrong_files.load(name, content, MOST_MEMORY)
    if problem:
        raise NotASubmission(problem)
    cells = _by_checks(tuple(_cells(name, data)))
    stamp = _stamp(data)
    number = str(stamp.get("set") or "")
    number = number if NUMBER.fullmatch(number) else _guess(cells)
    if not number:
        raise NotASubmission(say("verdict.no_set", name=name))
    version = _printable(str(stamp.get("version", "")))[:40]
    unread = max(0, len(_listed(name, data)) - MOST_CELLS)
    return Submission(name, number.zfill(2), version, cells, unread)


def _stamp(data: dict) -> dict:
    metadata = data.get("metadata")
    stamp = metadata.get(current().stamp) if isinstance(metadata, dict) else None
    return stamp if isinstance(stamp, dict) else {}


def _cells(name: str, data: object) -> list[Found]:
    """Read the cells of any format of notebook; what is no cell is passed over."""
    found, question = [], ""
    for cell in _listed(name, data)[:MOST_CELLS]:
        if not isinstance(cell, dict):
            continue
        text = _text(cell.get("source", cell.get("input", "")))
        kind = _text(cell.get("cell_type", "code"))
        if kind == "code" and (shown := TEXT_CELL.match(text)):
            kind, text = "markdown", text[shown.end() :]
        title = f"# {text}" if kind == "heading" else text.lstrip()
        heading = HEADING.match(title) if kind in ("markdown", "heading") else None
        question = heading[1] if heading else question
        metadata = cell.get("metadata")
        spare = metadata.get("id") if isinstance(metadata, dict) else None
        found.append(Found(_text(cell.get("id") or spare), kind, text, question))
    return found


def _by_checks(cells: tuple[Found, ...]) -> tuple[Found, ...]:
    """Give cells without a heading of their own to the question whose check stands below them.

    A heading that is read, and every check, ends what belongs to the question before.
    """
    found = list(cells)
    for at, cell in enumerate(cells):
        match = CHECK.match(cell.text) if cell.kind == "code" else None
        if match is None or cell.question == match[1]:
            continue
        for above in range(at, -1, -1):
            other = cells[above]
            if above < at and other.kind == "code" and CHECK.match(other.text):
                break
            if other.kind != "code" and above and other.question != cells[above - 1].question:
                break
            found[above] = replace(other, question=match[1], by_check=True)
    return tuple(found)


def _listed(name: str, data: object) -> list:
    """Return the list of cells; notebooks of format 3 keep it one level deeper."""
    cells = data.get("cells") if isinstance(data, dict) else None
    sheets = data.get("worksheets") if isinstance(data, dict) else None
    if cells is None and isinstance(sheets, list) and sheets and isinstance(sheets[0], dict):
        cells = sheets[0].get("cells")
    if not isinstance(cells, list) or any(
        isinstance(c, dict) and not isinstance(c.get("source", ""), (str, list)) for c in cells
    ):
        raise NotASubmission(say("verdict.no_cells", name=name))
    return cells


def _text(value: object) -> str:
    """Join what a notebook stores as one text or as lines; lone surrogates become ?."""
    if isinstance(value, list):
        value = "".join(line for line in value if isinstance(line, str))
    if not isinstance(value, str):
        return ""
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    return text.encode("utf-8", "replace").decode("utf-8")


def _printable(text: str) -> str:
    return "".join(c for c in _text(text) if c.isprintable())


def _guess(cells: tuple[Found, ...]) -> str:
    """Find the set's number in ids or headings when the stamp is lost."""
    for cell in cells:
        question, role = parse_cell(cell.id)
        if role == "stub":
            return question.split(".")[0]
    return next((cell.question.split(".")[0] for cell in cells if cell.question), "")


def binds(text: str, name: str) -> bool:
    """Tell whether a cell gives a name a value; a cell that is not Python may do so."""
    if not name or name not in text:  # most cells are told at once, without being parsed
        return not name
    bound = _bound(text)
    return bound is None or name in bound


@lru_cache(maxsize=256)
def _bound(text: str) -> frozenset[str] | None:
    """Return the names a cell gives a value to; None if it is not parsed here."""
    if too_much(text):
        return None
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            names.add(node.name)
    return frozenset(names)


def too_much(text: str) -> bool:
    """Tell whether a text is so long or so deep that it is not parsed here."""
    if len(text) > LONGEST_ANSWER:
        return True
    depth = deepest = 0
    for sign in text:
        depth += (sign in "([{") - (sign in ")]}")
        deepest = max(deepest, depth)
    return deepest > DEEPEST
