"""Where the folders of a course lie for its author: from a source, and in a link between them."""

import os
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from fairmark.course import current


def beside(source: Path, name: str) -> Path:
    """Return a folder of the course in which a source lies.

    Parameters
    ----------
    source : Path
        A lesson's or a set's text, in the folder `source` of lessons or exercises.
    name : str
        "lessons" or "exercises".
    """
    of, own = current(), source.resolve().parents[1]
    for each in ("lessons", "exercises"):
        parts = PurePosixPath(of.inside(each)).parts
        if own.parts[-len(parts) :] == parts:
            return own.parents[len(parts) - 1] / of.inside(name)
    return own.parent / of.inside(name)


def way(start: str, end: str) -> str:
    """Return the link from a notebook in one of the course's folders to the other folder."""
    of = current()
    return quote(PurePosixPath(os.path.relpath(of.inside(end), of.inside(start))).as_posix())
