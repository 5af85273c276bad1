"""Work that is not ours: every text we ever built is known by its digest, so a student's own shows.

No Git is needed for that, and no library: the grader reads hundreds of notebooks with it.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from fairmark.errors import CourseError
from fairmark.ids import digest, parse_cell

if TYPE_CHECKING:
    from nbformat import NotebookNode


class WorkInTheWay(CourseError):
    """The file to be built holds somebody's answers; it was left as it is."""


def built_digests(notebook: "NotebookNode") -> set[str]:
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
    return parse_cell(name)[0] or "a cell of your own"


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
