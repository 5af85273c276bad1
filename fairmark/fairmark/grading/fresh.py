"""A new copy of a set beside the old one, made without an author's tools."""

from pathlib import Path

import nbformat

from fairmark.authoring.copies import copy_from_reference
from fairmark.authoring.percent import dumps
from fairmark.authoring.work import free_name
from fairmark.checks.keys import read_file
from fairmark.errors import CourseError
from fairmark.ids import cell_name
from fairmark.messages import say


class NoSuchSet(CourseError):
    """An exercise set was asked for that is not here."""


def fresh_copy(exercises: Path, name: str) -> Path:
    """Put a new copy of a set beside the old one.

    Parameters
    ----------
    exercises : Path
        The folder `exercises/`.
    name : str
        "04", "4" or "04-name".

    Returns
    -------
    Path
        `04-name.fresh.ipynb`, or the next free name.

    Raises
    ------
    NoSuchSet
        If there is no such set; the sentence lists those there are.
    """
    blanks = {path.stem: path for path in (exercises / "blank").glob("[0-9]*.ipynb")}
    references = {path.stem: path for path in (exercises / "reference").glob("[0-9]*.ipynb")}
    found = [(blanks | references)[stem] for stem in sorted(blanks | references)]
    chosen = [path for path in found if path.stem == name or path.stem[:2] == name.zfill(2)]
    if not name or not chosen:
        known = ", ".join(path.stem for path in found) or say("desk.none_here")
        raise NoSuchSet(say("desk.no_such_set", name=name, known=known))
    path = free_name(exercises / f"{chosen[0].stem}.ipynb", "fresh")
    path.write_text(dumps(blank_copy(chosen[0])), encoding="utf-8")
    return path


def blank_copy(built: Path) -> nbformat.NotebookNode:
    """Make the copy that a student begins with, from a reference or from a blank copy.

    Parameters
    ----------
    built : Path
        A notebook that we built.

    Returns
    -------
    NotebookNode
        Each answer cell is its stub, as the keys hold it.
    """
    questions = read_file(built.stem[:2])["questions"]
    stubs = {cell_name(each, "stub"): questions[each]["stub"] for each in questions}
    return copy_from_reference(nbformat.read(built, as_version=4), stubs)
