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
# Thirty scores and six swing points of two people are never the same by chance; guesses are.
COPIED = "Thirty scores are as personal as a signature, so it counts once"
NOT_KNOWN = (
    "No platform or class list says that they are two people's (--roster), so it counts once"
)
BOTH = "both count, because they are two people's; ask if one handed in the other's"


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

    @property
    def asks(self) -> bool:
        """Whether it counts and somebody should look at it all the same."""
        return self.taken and self.why != TAKEN


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


def take_in(path: Path, round: int, platform: str = "", people: People | None = None) -> Intake:
    """Read a folder or a zip.

    Parameters
    ----------
    path : Path
        As the platform gave it.
    round : {1, 2}
        The round that is asked for.
    platform : str
        Whose it is; empty to recognise.
    people : People, optional
        The class list: it says which files are of two people, where the platform does not.

    Returns
    -------
    Intake
        Of one owner the last file that can be read counts. Identical files with scores count once.
        Identical guesses count for each owner whom the platform or the class list names.

    Raises
    ------
    CourseError
        If there is nothing to read.
    """
    with Archive(path) as archive:
        claims, said, named = _claims(archive, platform, people or People())
        by_path = {str(file.path): file for file in archive.files}
        read = [
            each
            for claim in claims
            for each in _read(archive, by_path[claim.path], _Owner.of(claim, named))
        ]
    return _chosen(read, round, said)


@dataclass(frozen=True)
class _Owner:
    path: str
    key: str
    order: tuple
    known: bool
    note: str

    @classmethod
    def of(cls, claim: Claim, named: bool) -> "_Owner":
        """Say whose a file is; `named` if the platform itself writes owners into paths."""
        student = claim.student
        key = f"row {student.row}" if student else claim.label or claim.path
        known = student is not None or (named and claim.label not in ("", claim.path))
        order = (claim.attempt or 0, claim.order, claim.path)
        return cls(claim.path, key, order, known, claim.note)


@dataclass(frozen=True)
class _Found:
    path: str
    owner: _Owner
    file: ClassFile | None = None
    problem: str = ""


def _claims(archive: Archive, platform: str, people: People) -> tuple[list[Claim], str, bool]:
    paths = [file.path for file in archive.files]
    top = archive.path.resolve().name if archive.path.is_dir() else archive.path.stem
    try:
        found = read_archive(paths, people, platform=platform, top=top)
    except NotRecognised:
        if platform:
            raise
        found = read_archive(paths, people, platform="plain", top=top)
    named = not found.platform.free_names
    return [claim for claim in found.claims if claim.counts], found.said, named


def _read(archive: Archive, file: File, owner: _Owner) -> list[_Found]:
    if owner.note:
        return [_Found(owner.path, owner, problem=f"The class list says: {owner.note}.")]
    content, problem = archive.read(file, class_file.LARGEST + 1)
    if content.startswith(ZIP):
        content, problem = archive.read(file, 50 * class_file.LARGEST)
        members = [m for m in inside(content, class_file.LARGEST + 1) if m[0].endswith(".json")]
        if members:
            return [_parsed(f"{owner.path}/{m[0]}", owner, *m[1:]) for m in members]
        problem = problem or "It is a zip without a file for the class in it."
    return [_parsed(owner.path, owner, content, problem)]


def _parsed(path: str, owner: _Owner, content: bytes, problem: str) -> _Found:
    if problem:
        return _Found(path, owner, problem=problem)
    try:
        return _Found(path, owner, class_file.read(content))
    except BrokenRecord as error:
        return _Found(path, owner, problem=f"{error}.")


def _chosen(read: Sequence[_Found], round: int, said: str) -> Intake:
    """Keep one file per owner, and of equal ones what `_equal` says; say what became of each.

    Files whose owners are known come first, so that an equal one of nobody's is the one left out.
    """
    last: dict[str, _Found] = {}
    why: dict[int, str] = {}
    for k, found in enumerate(read):
        key = found.owner.key
        if found.file is None:
            why[k] = found.problem
        elif found.file.answer is not None and found.file.round != round:
            why[k] = f"It is of round {found.file.round}; round {round} was asked for."
        elif key not in last or found.owner.order > last[key].owner.order:
            last[key] = found
    kept: dict[str, list[_Found]] = {}
    left = set(why)
    for k, found in sorted(enumerate(read), key=lambda each: not each[1].owner.known):
        if k in left:
            continue
        latest = last[found.owner.key]
        if latest is not found:
            left.add(k)
            why[k] = f"{latest.path} of the same person came later."
            continue
        same = kept.setdefault(digest(found.file), [])
        counts, why[k] = _equal(found, same)
        if counts:
            same.append(found)
        else:
            left.add(k)
    lines = tuple(Line(f.path, k not in left, why[k]) for k, f in enumerate(read))
    files = (each.file for mark in sorted(kept) for each in kept[mark] if each.file is not None)
    return Intake(tuple(files), lines, said)


def _equal(found: _Found, same: Sequence[_Found]) -> tuple[bool, str]:
    """Say whether a file counts beside those that hold the same numbers, and what to tell."""
    if not same:
        return True, TAKEN
    holds = f"It holds {SAME} ({same[0].path})"
    if found.file is not None and found.file.answer is not None:
        return False, f"{holds}. {COPIED}."
    if not found.owner.known:
        return False, f"{holds}. {NOT_KNOWN}."
    return True, f"{holds}; {BOTH}."


def digest(file: ClassFile) -> str:
    """Return a digest of a file's numbers; equal numbers, equal digest."""
    return sha256(file.text().encode()).hexdigest()
