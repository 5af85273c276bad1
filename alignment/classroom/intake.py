"""The students' files out of a platform's folder or zip: one each, the rest with a reason.

What is known of a person ends here. The list of files, with their names, is the instructor's;
nothing after this module knows whose a file was.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from alignment.records import class_file
from alignment.records.class_file import ClassFile
from fairmark.files import BrokenRecord
from fairmark.platforms.archive import Archive, File, inside
from fairmark.platforms.protocol import Claim, People
from fairmark.platforms.recognising import NotRecognised, read_archive

ZIP = b"PK\x03\x04"
TAKEN, SAME = "taken", "the same numbers as another file"


@dataclass(frozen=True)
class Line:
    """One file of the hand-in, for the instructor only.

    Parameters
    ----------
    path : str
        Where it was found.
    taken : bool
        Whether it counts.
    why : str
        What it is, or why it does not count.
    """

    path: str
    taken: bool
    why: str


@dataclass(frozen=True)
class Intake:
    """What was taken in.

    Parameters
    ----------
    files : tuple of ClassFile
        One per student, sorted by a digest of their numbers: the order tells nothing.
    lines : tuple of Line
        Every file that was found.
    said : str
        Which platform was recognised.
    """

    files: tuple[ClassFile, ...]
    lines: tuple[Line, ...]
    said: str


def take_in(path: Path, round: int, platform: str = "") -> Intake:
    """Read a folder or a zip.

    Parameters
    ----------
    path : Path
        As the platform gave it.
    round : {1, 2}
        The round that is asked for.
    platform : str
        Whose it is; empty to recognise.

    Returns
    -------
    Intake
        Of one owner the last file that can be read counts; identical files count once.

    Raises
    ------
    CourseError
        If there is nothing to read.
    """
    with Archive(path) as archive:
        claims, said = _claims(archive, platform)
        by_path = {str(file.path): file for file in archive.files}
        read = [each for claim in claims for each in _read(archive, by_path[claim.path], claim)]
    return _chosen(read, round, said)


@dataclass(frozen=True)
class _Found:
    path: str
    owner: str
    order: tuple
    file: ClassFile | None = None
    problem: str = ""


def _claims(archive: Archive, platform: str) -> tuple[list[Claim], str]:
    paths = [file.path for file in archive.files]
    top = archive.path.resolve().name if archive.path.is_dir() else archive.path.stem
    try:
        found = read_archive(paths, People(), platform=platform, top=top)
    except NotRecognised:
        if platform:
            raise
        found = read_archive(paths, People(), platform="plain", top=top)
    return [claim for claim in found.claims if claim.counts], found.said


def _read(archive: Archive, file: File, claim: Claim) -> list[_Found]:
    owner = claim.label or claim.path
    order = (claim.attempt or 0, claim.order, claim.path)
    content, problem = archive.read(file, class_file.LARGEST + 1)
    if content.startswith(ZIP):
        content, problem = archive.read(file, 50 * class_file.LARGEST)
        members = [m for m in inside(content, class_file.LARGEST + 1) if m[0].endswith(".json")]
        if members:
            return [_parsed(f"{claim.path}/{m[0]}", owner, order, *m[1:]) for m in members]
        problem = problem or "It is a zip without a file for the class in it."
    return [_parsed(claim.path, owner, order, content, problem)]


def _parsed(path: str, owner: str, order: tuple, content: bytes, problem: str) -> _Found:
    if problem:
        return _Found(path, owner, order, problem=problem)
    try:
        return _Found(path, owner, order, class_file.read(content))
    except BrokenRecord as error:
        return _Found(path, owner, order, problem=f"{error}.")


def _chosen(read: Sequence[_Found], round: int, said: str) -> Intake:
    """Keep one file per owner and one of each set of numbers; say of every file what became."""
    last: dict[str, _Found] = {}
    why: dict[int, str] = {}
    for k, found in enumerate(read):
        if found.file is None:
            why[k] = found.problem
        elif found.file.answer is not None and found.file.round != round:
            why[k] = f"It is of round {found.file.round}; round {round} was asked for."
        elif found.owner not in last or found.order > last[found.owner].order:
            last[found.owner] = found
    kept: dict[str, _Found] = {}
    for k, found in enumerate(read):
        if k in why:
            continue
        mark = digest(found.file)
        if last[found.owner] is not found:
            why[k] = f"{last[found.owner].path} of the same person came later."
        elif mark in kept:
            why[k] = f"It holds {SAME} ({kept[mark].path}); it counts once."
        else:
            kept[mark] = found
            why[k] = TAKEN
    lines = tuple(Line(f.path, why[k] == TAKEN, why[k]) for k, f in enumerate(read))
    return Intake(tuple(kept[mark].file for mark in sorted(kept)), lines, said)


def digest(file: ClassFile) -> str:
    """Return a digest of a file's numbers; equal numbers, equal digest."""
    return sha256(file.text().encode()).hexdigest()
