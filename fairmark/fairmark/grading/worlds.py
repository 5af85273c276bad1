"""The two data sets every submission runs on: the shipped tables and the instructor's variant.

The right lines are computed here, from the reference, in the grader's own process.
"""

import contextlib
import io
import json
import shutil
from dataclasses import dataclass, field
from hashlib import scrypt
from pathlib import Path
from typing import Any

from fairmark.answers.judging import line
from fairmark.answers.kinds import kind_named
from fairmark.answers.writing import offsets_of
from fairmark.course import current, make_variant, tables_folder, using
from fairmark.errors import CourseError
from fairmark.grading.assignments import Assignment
from fairmark.grading.rubrics import Rubric, needed, sent_after
from fairmark.ids import cell_name
from fairmark.messages import say

SHIPPED, VARIANT = "shipped", "variant"


class CannotGrade(CourseError):
    """Grading cannot begin, or cannot go on."""


@dataclass(frozen=True)
class World:
    """One data set, and what a right notebook prints on it.

    Parameters
    ----------
    name : str
        "shipped" or "variant".
    folder : Path
        Tables and keys; a student's process sees this folder and nothing else of the course.
    lines : dict of str to str
        The right line of each question; it never leaves the grader's process.
    rubrics : dict of str to Rubric
        The checks that run here and not in the student's process, by question.
    """

    name: str
    folder: Path
    lines: dict[str, str]
    rubrics: dict[str, Rubric] = field(default_factory=dict)


def make_worlds(assignments: list[Assignment], seed: int | None, place: Path) -> tuple[World, ...]:
    """Prepare both data sets, or the shipped one alone.

    Parameters
    ----------
    assignments : list of Assignment
        The sets that were handed in.
    seed : int or None
        The instructor's; another seed gives another variant, None gives none.
    place : Path
        An empty folder for the two copies.

    Returns
    -------
    tuple of World
        Shipped first.

    Raises
    ------
    CannotGrade
        If a reference fails on one of them, or prints something else than it holds.
    """
    shipped, variant = place / SHIPPED, place / VARIANT
    shutil.copytree(tables_folder(), shipped, ignore=shutil.ignore_patterns("keys"))
    folders = {SHIPPED: shipped}
    if seed is not None:
        folders[VARIANT] = variant
        make_variant(seed, variant)
        (variant / "seed").write_text(_mark_of(seed), encoding="utf-8")
    worlds = tuple(
        World(name, folder, *_prepare(assignments, folder, full=name == SHIPPED))
        for name, folder in folders.items()
    )
    for assignment in assignments:
        _compare_with_reference(assignment, worlds[0].lines)
    return worlds


def _mark_of(seed: int) -> str:
    """Return what fresh inputs follow; a program sees it, so no seed can be tried out against it.

    A seed of 128 bits cannot be tried at all; a short one that an instructor gave costs a tenth of
    a second a try.
    """
    return scrypt(str(seed).encode(), salt=b"variant", n=2**15, r=8, p=1, maxmem=2**26).hex()


def same_in_both(worlds: tuple[World, ...]) -> list[str]:
    """List the questions whose right line is the same on both data sets."""
    first, second = worlds
    return [question for question, text in first.lines.items() if second.lines[question] == text]


def _prepare(
    assignments: list[Assignment], folder: Path, full: bool
) -> tuple[dict[str, str], dict[str, Rubric]]:
    """Write the keys of a world; return its right lines, and the checks that run here."""
    (folder / "keys").mkdir()
    lines: dict[str, str] = {}
    rubrics: dict[str, Rubric] = {}
    for assignment in assignments:
        answers, here, texts = rehearse(assignment, folder), sent_after(assignment), {}
        texts |= assignment.code()
        entries = {}
        for question, key in assignment.keys.items():
            value, on, names = answers[question]
            answer = kind_named(key.kind).normalise(value, on)
            fitted = key.public(offsets_of(answer.node, key.width))
            lines[question] = line(question, fitted, value, on)
            entries[question] = (key if full else fitted).as_json()
            if (cell := cell_name(question, "check")) in here:
                known = needed(texts[cell], names)
                rubrics[question] = Rubric(key, fitted, texts[cell], known, lines[question])
        content = {"set": assignment.number, "built": [], "questions": entries}
        path = folder / "keys" / f"{assignment.number}.json"
        path.write_text(json.dumps(content), encoding="utf-8")
    return lines, rubrics


def rehearse(assignment: Assignment, data: Path) -> dict[str, tuple[Any, Any, dict[str, Any]]]:
    """Run a reference on a data set, in this process, and catch what reaches its checks.

    Parameters
    ----------
    assignment : Assignment
        The set; its reference is ours and is trusted.
    data : Path
        The folder of tables.

    Returns
    -------
    dict of str to tuple
        Answer and inputs of each question, and all names as they were when it was checked.

    Raises
    ------
    CannotGrade
        If a cell of the reference raises, or a question is not reached.
    """
    caught: dict[str, tuple[Any, Any, dict[str, Any]]] = {}
    names: dict[str, Any] = {"__name__": "__main__"}
    with using(data, empty_home=True), contextlib.redirect_stdout(io.StringIO()):
        for name, source in assignment.code():
            try:
                exec(compile(source, f"<{name}>", "exec"), names)
            except Exception as error:
                where = {"cell": name, "set": assignment.name, "tables": data.name}
                told = {"error": type(error).__name__, "text": error}
                raise CannotGrade(say("desk.reference_raises", **where, **told)) from error
            names["check"] = lambda question, value, on=None: caught.update(
                {question: (value, on, dict(names))}
            )
    if missing := set(assignment.keys) - set(caught):
        raise CannotGrade(
            say("desk.reference_unchecked", set=assignment.name, question=min(missing))
        )
    return caught


def _compare_with_reference(assignment: Assignment, lines: dict[str, str]) -> None:
    """Refuse to grade with a reference that does not print what the tables give today."""
    cells = {cell["id"]: cell for cell in assignment.notebook["cells"]}
    for question in assignment.keys:
        outputs = cells[cell_name(question, "check")].get("outputs", ())
        stored = "".join(out.get("text", "") for out in outputs).strip()
        if stored != lines[question]:
            command = current().command("build")
            raise CannotGrade(say("desk.reference_stale", question=question, command=command))
