"""The files of a hand-in: a folder, a zip, or one file; read in place, never unpacked.

What cannot be read is on the list with its problem, so that nobody's file vanishes.
"""

import os
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath

from fairmark.errors import CourseError
from fairmark.messages import say
from fairmark.platforms.protocol import hidden, kind_of
from fairmark.platforms.salvaging import Piece, Salvaged

MOST_FILES = 20_000
LONGEST_NAME = 120
# A notebook of text shrinks to a tenth; what shrinks to a thousandth is a bomb.
MOST_SHRUNK = 500
LARGEST_TOGETHER = 4_000_000_000
LARGEST_INSIDE, MOST_INSIDE = 100_000_000, 500
CENTRAL = b"PK\x01\x02"  # begins each line of a zip's table of contents
# What a broken zip has been seen to raise.
ZIP_ERRORS = (
    zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError,
    ValueError, UnicodeError, MemoryError,
)  # fmt: skip


class NoArchive(CourseError):
    """There is nothing to take in: what was found, what was expected."""


@dataclass(frozen=True)
class File:
    """One file of a hand-in.

    Parameters
    ----------
    path : PurePosixPath
        Where it lies; printable, and different for different files.
    place : object
        A path on the disk, or a member of the zip.
    problem : str
        Why it is not read; empty if it can be tried.
    """

    path: PurePosixPath
    place: object
    problem: str = ""


class Archive:
    """A hand-in that is open for reading.

    Parameters
    ----------
    path : Path
        A folder, a zip, or one file.

    Raises
    ------
    NoArchive
        If it is not there, or cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        """List the files; a zip stays open until the end of the context."""
        self.path = path
        self._zip: zipfile.ZipFile | Salvaged | None = None
        labels: set[str] = set()
        if path.is_dir():
            found = _folder(path)
        elif path.is_file() and path.suffix.lower() != ".ipynb" and _is_zip(path):
            self._zip = _opened(path)
            found = _members(self._zip, path.name)
        elif path.is_file():
            found = iter([File(PurePosixPath(path.name), path)])
        else:
            raise NoArchive(say("archive.none", path=path))
        self.files = tuple(_apart(each, labels) for each in found)

    @property
    def damage(self) -> str:
        """What a human should know of the archive itself; empty if it is whole."""
        if not isinstance(self._zip, Salvaged):
            return ""
        return say("archive.damage", len(self.files), name=self.path.name)

    def __enter__(self) -> "Archive":
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the zip."""
        if self._zip is not None:
            self._zip.close()

    def read(self, file: File, most: int) -> tuple[bytes, str]:
        """Return at most so many bytes of a file, or why there are none."""
        if file.problem:
            return b"", file.problem
        try:
            if isinstance(file.place, (zipfile.ZipInfo, Piece)):
                with self._zip.open(file.place) as opened:
                    return opened.read(most), ""
            with open(file.place, "rb") as opened:  # noqa: PTH123  a path that may not be text
                return opened.read(most), ""
        except OSError as error:
            return b"", _unreadable(error) if error.strerror else say("archive.broken")
        except ZIP_ERRORS:
            return b"", say("archive.broken")


def inside(content: bytes, most: int) -> Iterator[tuple[str, bytes, str]]:
    """Read the notebooks of a zip that somebody handed in; one level, no further.

    A zip that cannot be opened is one member without a name, with its problem.

    Parameters
    ----------
    content : bytes
        Of the zip.
    most : int
        Bytes to read of each.

    Yields
    ------
    tuple of str, bytes, str
        Path inside, content, and why there is none.
    """
    if content.count(CENTRAL) > MOST_FILES:  # each takes a kilobyte once the zip is open
        yield "", b"", say("archive.many_inside", most=MOST_FILES)
        return
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            files = [File(_clean(_name(m)), m) for m in archive.infolist() if not m.is_dir()]
            members = [f for f in files if not hidden(f.path) and kind_of(f.path) == "notebook"]
            together = 0
            labels: set[str] = set()
            for file in sorted(members, key=lambda each: str(each.path))[:MOST_INSIDE]:
                member, path = file.place, _apart(file, labels).path
                together += min(member.file_size, most)
                problem = _problem(member, together > LARGEST_INSIDE)
                try:
                    with archive.open(member) as opened:
                        yield str(path), b"" if problem else opened.read(most), problem
                except ZIP_ERRORS:
                    yield str(path), b"", say("archive.broken")
    except ZIP_ERRORS:
        yield "", b"", say("archive.broken_zip")


def _is_zip(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06") or zipfile.is_zipfile(path)
    except OSError as error:
        raise NoArchive(say("archive.unreadable", path=path, error=error.strerror)) from None


def _opened(path: Path) -> zipfile.ZipFile | Salvaged:
    """Open a zip; of one whose table of contents is lost, what can still be read."""
    try:
        return zipfile.ZipFile(path)
    except ZIP_ERRORS:
        found = Salvaged(path)
    if not found.infolist():
        raise NoArchive(say("archive.lost", name=path.name))
    return found


def _folder(top: Path) -> Iterator[File]:
    """Walk a folder without following a link; what cannot be entered is on the list."""
    lost: list[File] = []

    def refused(error: OSError) -> None:
        where = Path(error.filename or top)
        lost.append(File(_clean(_below(where, top)), where, _unreadable(error)))

    for folder, folders, files in os.walk(top, onerror=refused):
        folders.sort()
        for name in sorted([*files, *(f for f in folders if Path(folder, f).is_symlink())]):
            path = Path(folder, name)
            yield File(_clean(_below(path, top)), path, _odd(path))
        folders[:] = [f for f in folders if not Path(folder, f).is_symlink()]
    yield from lost


def _below(path: Path, top: Path) -> str:
    return path.relative_to(top).as_posix() if path != top else path.name


def _odd(path: Path) -> str:
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return _unreadable(error)
    if stat.S_ISLNK(mode):
        return say("archive.link")
    return "" if stat.S_ISREG(mode) else say("archive.not_plain")


def _unreadable(error: OSError) -> str:
    return say("archive.unreadable_file", error=error.strerror)


def _members(archive: zipfile.ZipFile | Salvaged, name: str) -> Iterator[File]:
    members = [m for m in archive.infolist() if not m.is_dir()]
    if len(members) > MOST_FILES:
        raise NoArchive(say("archive.many", name=name, most=MOST_FILES))
    together = 0
    for member in sorted(members, key=lambda each: each.filename):
        together += member.file_size
        problem = _problem(member, together > LARGEST_TOGETHER)
        yield File(_clean(_name(member)), member, problem)


def _problem(member: zipfile.ZipInfo | Piece, too_much: bool) -> str:
    """Say why a member is not read; `too_much` if all of them together are too large by now."""
    if isinstance(member, Piece) and member.problem:
        return member.problem
    if stat.S_ISLNK(member.external_attr >> 16):
        return say("archive.link")
    shrunk = member.file_size > MOST_SHRUNK * max(1, member.compress_size)
    return say("archive.bomb") if shrunk or too_much else ""


def _name(member: zipfile.ZipInfo | Piece) -> str:
    """Return a member's name; programs that write UTF-8 without saying so are many."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _clean(name: str) -> PurePosixPath:
    """Make a path a label: no way up, no root, only what can be printed."""
    parts = [_label(part) for part in name.replace("\\", "/").split("/")]
    kept = [part for part in parts if part.strip() not in ("", ".", "..")]
    return PurePosixPath(*(kept or ["unnamed"]))


def _label(text: str) -> str:
    """Keep what can be printed; a digest tells apart what was replaced or cut out of a name."""
    composed = unicodedata.normalize("NFC", text).encode("utf-8", "replace").decode("utf-8")
    label = "".join(c if c.isprintable() else "?" for c in composed)
    if label == composed and len(label) <= LONGEST_NAME:
        return label
    mark = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    stem, dot, end = label.rpartition(".")
    stem, end = (stem, f".{end}") if dot and stem and len(end) < 10 else (label, "")
    short = stem if len(stem) < LONGEST_NAME else f"{stem[:80]}...{stem[-20:]}"
    return f"{short}~{mark}{end}"


def _apart(file: File, labels: set[str]) -> File:
    """Give every file a label of its own: a zip may hold two members of one name."""
    path, n = file.path, 1
    while str(path) in labels:
        n += 1
        path = file.path.with_name(f"{file.path.stem} ({n}){file.path.suffix}")
    labels.add(str(path))
    return File(path, file.place, file.problem)
