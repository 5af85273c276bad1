"""A small class for the tests of grading: notebooks with known scores, written to folders."""

import json
from pathlib import Path

import nbformat

from fairmark.grading.assignments import Assignment, open_assignment
from fairmark.grading.handed import Handed
from fairmark.ids import cell_name
from tests.sets import FROZEN

NUMBER = "04"


def assignment() -> Assignment:
    """Return the frozen set as it is built."""
    return open_assignment(NUMBER, FROZEN)


def solutions(of: Assignment) -> dict[str, str]:
    """Return the text of each solution."""
    texts = dict(of.code())
    return {question: texts[cell_name(question, "stub")] for question in of.keys}


def notebook(of: Assignment, answers: dict[str, str] | None = None) -> nbformat.NotebookNode:
    """Return a student's notebook with these answers in it."""
    stubs = {question: key.stub for question, key in of.keys.items()} | (answers or {})
    nb = nbformat.reads(json.dumps(of.notebook), as_version=4)
    nb.metadata["alignment"]["kind"] = "student"
    nb.cells = [cell for cell in nb.cells if not cell["id"].endswith("-why")]
    texts = {cell_name(question, "stub"): text for question, text in stubs.items()}
    for cell in nb.cells:
        text = texts.get(cell["id"], cell.source).replace("emit as check", "check")
        cell.source = text.replace("silent as verdict", "verdict")
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return nb


def write(nb: dict, path: Path) -> Path:
    """Write a notebook, also one that nbformat would refuse."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(nb), encoding="utf-8")
    return path


def handed(nb: dict | bytes | str, student: str = "student") -> Handed:
    """Return a notebook as it is handed in."""
    content = nb if isinstance(nb, bytes) else (nb if isinstance(nb, str) else json.dumps(nb))
    content = content if isinstance(content, bytes) else content.encode("utf-8")
    return Handed(student, student, f"{student}.ipynb", content)
