"""What was handed in: a folder, a zip of a learning platform, or one notebook, as a list of files.

A zip is never unpacked: its members are read in memory, and their names are only labels.
"""

import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from fairmark.grading.submission import LARGEST_FILE
from fairmark.grading.worlds import CannotGrade

SUFFIX = ".ipynb"
MOST_FILES = 20_000
LONGEST_NAME = 120
# A notebook of text shrinks to a tenth; what shrinks to a thousandth is a bomb.
MOST_SHRUNK = 500
LARGEST_TOGETHER = 4_000_000_000
# `doejane_12345_67890_04-economic.ipynb`, with LATE between for a late one.
CANVAS = re.compile(r"(?P<name>[^_]+)_(?:LATE_)?(?P<id>[0-9]+)_[0-9]+_(?P<file>.+)")
# `Jane Doe_1234567_assignsubmission_file_/04-economic.ipynb`
MOODLE = re.compile(r"(?P<name>.+)_(?P<id>[0-9]+)_assignsubmission_file_?")


@dataclass(frozen=True)
class Handed:
    """One notebook as it was handed in.

    Parameters
    ----------
    student : str
        Its student: a number of the platform, a folder's name, or the file's name.
    name : str
        The student's name as the platform wrote it into the file name; else the same as `student`.
    file : str
        Where it was found, for messages.
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


def handed_in(path: Path) -> Iterator[Handed]:
    """List what was handed in, in the order of names.

    Parameters
    ----------
    path : Path
        A folder, a zip, or a notebook.

    Yields
    ------
    Handed
        Every notebook; one that may not be read carries its problem.

    Raises
    ------
    CannotGrade
        If the path is none of these, or holds no notebook.
    """
    if path.is_dir():
        found = _folder(path)
    elif path.suffix == SUFFIX and path.is_file():
        found = iter([_read(path, path.name)])
    elif path.is_file() and zipfile.is_zipfile(path):
        found = _zip(path)
    else:
        raise CannotGrade(
            f"{path} is neither a folder nor a zip of notebooks; give the folder or the zip "
            "that your learning platform offers"
        )
    labels: set[str] = set()
    for each in found:
        yield _apart(each, labels)
    if not labels:
        raise CannotGrade(f"{path} holds no notebook (a file that ends in {SUFFIX})")


def _apart(handed: Handed, labels: set[str]) -> Handed:
    """Give every file a label of its own: a zip may hold two members of one name."""
    stem, n = handed.file.removesuffix(SUFFIX), 1
    file = handed.file
    while file in labels:
        n += 1
        file = f"{stem} ({n}){SUFFIX}"
    labels.add(file)
    return replace(handed, file=file)


def _folder(top: Path) -> Iterator[Handed]:
    for path in sorted(top.rglob("*")):
        name = path.relative_to(top).as_posix()
        if path.suffix.lower() != SUFFIX or ".ipynb_checkpoints" in path.parts:
            continue
        yield (
            _read(path, name)
            if _stays_inside(path, top)
            else replace(
                _named(name), problem="It is a link to another place; ask for the notebook itself."
            )
        )


def _stays_inside(path: Path, top: Path) -> bool:
    """Tell a file of the folder from a link, or a file behind a linked folder."""
    return path.resolve() == top.resolve() / path.relative_to(top)


def _read(path: Path, name: str) -> Handed:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return replace(_named(name), problem="It is not a plain file.")
        with path.open("rb") as file:
            return replace(_named(name), content=file.read(LARGEST_FILE + 1))
    except OSError as error:
        return replace(_named(name), problem=f"It cannot be read: {error.strerror}.")


def _zip(path: Path) -> Iterator[Handed]:
    together = 0
    with zipfile.ZipFile(path) as archive:
        members = sorted(archive.infolist(), key=lambda member: member.filename)
        if len(members) > MOST_FILES:
            raise CannotGrade(f"{path.name} holds more than {MOST_FILES:,} files; is it a class?")
        for member in members:
            parts = PurePosixPath(member.filename).parts
            if not member.filename.lower().endswith(SUFFIX) or "__MACOSX" in parts:
                continue
            together += min(member.file_size, LARGEST_FILE)
            yield _member(archive, member, together)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, together: int) -> Handed:
    handed = _named(member.filename)
    shrunk = member.file_size > MOST_SHRUNK * max(1, member.compress_size)
    if member.file_size > LARGEST_FILE or shrunk or together > LARGEST_TOGETHER:
        return replace(handed, problem="It unpacks to far more than a notebook holds.")
    if stat.S_ISLNK(member.external_attr >> 16):
        return replace(handed, problem="It is a link to another place; ask for the notebook.")
    try:
        with archive.open(member) as file:
            return replace(handed, content=file.read(LARGEST_FILE + 1))
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError):
        return replace(handed, problem="It cannot be unpacked: it is broken or needs a password.")


def _named(path: str) -> Handed:
    """Find out from a path whose notebook it is."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    parts = [_label(part) for part in parts if part.strip("/") not in ("", "..", ".")]
    parts = parts or ["unnamed"]
    file = "/".join(parts)
    if match := CANVAS.fullmatch(parts[-1]):
        return Handed(match["id"], match["name"], file)
    for part in reversed(parts[:-1]):
        if match := MOODLE.fullmatch(part):
            return Handed(match["id"], match["name"], file)
    own = parts[-2] if len(parts) > 1 else parts[-1].removesuffix(SUFFIX)
    return Handed(own, own, file)


def _label(text: str) -> str:
    """Keep what can be printed; a digest tells apart what was replaced or cut out of a name."""
    composed = unicodedata.normalize("NFC", text).encode("utf-8", "replace").decode("utf-8")
    label = "".join(c if c.isprintable() else "?" for c in composed)
    if label == composed and len(label) <= LONGEST_NAME:
        return label
    mark = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    end = SUFFIX if label.endswith(SUFFIX) else ""
    stem = label.removesuffix(SUFFIX)
    short = stem if len(stem) < LONGEST_NAME else f"{stem[:80]}...{stem[-20:]}"
    return f"{short}~{mark}{end}"
