"""One notebook as it was handed in, and the reading of an archive's files one at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fairmark.grading import wrong_files
from fairmark.grading.submission import LARGEST_FILE, MOST_MEMORY
from fairmark.messages import say
from fairmark.platforms.archive import LARGEST_INSIDE, Archive, File, inside
from fairmark.platforms.protocol import kind_of

ZIP = b"PK\x03\x04"
START = 4096


@dataclass(frozen=True)
class Handed:
    """One file as it was handed in.

    Parameters
    ----------
    student : str
        Whose it is: an id of the class list, else what the platform calls the owner.
    name : str
        The student's name where it is known; else the same as `student`.
    file : str
        Where it was found; a file inside a zip has the zip's path in front.
    content : bytes
        What it holds; empty if it was not read.
    problem : str
        Why it was not read; empty if it was.
    """

    student: str
    name: str
    file: str
    content: bytes = b""
    problem: str = ""

    @property
    def digest(self) -> str:
        """Digest of the content, to see whether it has changed."""
        return sha256(self.content).hexdigest()


def handed_in(path: Path, wanted: Callable[[str], bool] = lambda path: True) -> Iterator[Handed]:
    """Read what was handed in, in the order of names; the owner is not known here.

    Parameters
    ----------
    path : Path
        A folder, a zip, or one file.
    wanted : callable
        Says of a path in the archive whether it is to be read.

    Yields
    ------
    Handed
        Every file that may be a notebook, also from inside a zip; of any other file its problem.

    Raises
    ------
    NoArchive
        If there is nothing to read.
    """
    with Archive(path) as archive:
        for file in archive.files:
            if wanted(str(file.path)):
                yield from _handed(archive, file)


def _handed(archive: Archive, file: File) -> Iterator[Handed]:
    kind, name = kind_of(file.path), str(file.path)
    if kind == "zip":
        yield from _unpacked(archive, file)
        return
    content, problem = archive.read(file, LARGEST_FILE + 1 if kind == "notebook" else START)
    if kind == "notebook" and content.startswith(ZIP):
        yield from _unpacked(archive, file)
    elif problem or kind == "notebook":
        yield Handed("", "", name, content, problem)
    elif kind == "other" and wrong_files.looks_like_notebook(content):
        yield Handed("", "", name, *archive.read(file, LARGEST_FILE + 1))
    else:
        what = wrong_files.called(file.path.suffix)
        yield Handed("", "", name, problem=say("wrong_file.needed", what=what))


def _unpacked(archive: Archive, file: File) -> Iterator[Handed]:
    """Open a zip that somebody handed in; one without a notebook is a file like any other."""
    name = str(file.path)
    content, problem = archive.read(file, LARGEST_INSIDE + 1)
    if len(content) > LARGEST_INSIDE:
        problem = say("wrong_file.large_zip", most=LARGEST_INSIDE // 1_000_000)
    none = True
    # One after the other: all of them together may be a hundred megabytes.
    for path, own, why in () if problem else inside(content, LARGEST_FILE + 1):
        none = False
        yield Handed("", "", f"{name}/{path}" if path else name, own, why)
    if none:
        yield Handed("", "", name, problem=problem or _no_notebook(name, content))


def _no_notebook(name: str, content: bytes) -> str:
    if not name.casefold().endswith(".zip"):
        _, told = wrong_files.load(name.rpartition("/")[2], content, MOST_MEMORY)
        return f"{told}."
    return say("wrong_file.zip_without")
