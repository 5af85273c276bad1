"""Who handed in what: every person of the class list and every file has one row, nobody two.

The class list is read and matched before anything is graded; identity never comes from a name
inside what a student controls.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from fairmark.grading import counting, matches
from fairmark.grading.entries import Intake, Read, Wanted
from fairmark.grading.handed import Handed, handed_in
from fairmark.grading.submission import NotASubmission, parse_submission
from fairmark.grading.worlds import CannotGrade
from fairmark.messages import say
from fairmark.platforms.archive import Archive
from fairmark.platforms.protocol import (
    CONFIRMED,
    Beside,
    Claim,
    People,
    kind_of,
)
from fairmark.platforms.recognising import NotRecognised, read_archive, read_people
from fairmark.platforms.tables import LARGEST_LIST, NotAList

COMPANIONS = ("grades.csv", "submission_metadata.yml")
# The platform's own is the outermost; whoever hands in thousands of that name fills no memory.
MOST_COMPANIONS = 3


def whose(archive: Path, wanted: Wanted, kept: Iterable[matches.Confirmed] = ()) -> Intake:
    """Say of every file whose it is, without looking into notebooks.

    Parameters
    ----------
    archive : Path
        A folder, a zip, or one file.
    wanted : Wanted
        What the teacher says.
    kept : iterable of matches.Confirmed
        Confirmed before.

    Returns
    -------
    Intake
        Claims and what was recognised; no entries yet.

    Raises
    ------
    CourseError
        If the archive or the list cannot be read, or it is not clear where they come from.
    """
    people = People()
    if wanted.roster is not None:
        own = "" if wanted.platform in ("plain", "pattern") else wanted.platform
        people = _people(wanted, own)
    own = {os.path.realpath(path) for path in (wanted.roster, wanted.match) if path is not None}
    with Archive(archive) as opened:
        # A list that lies among the hand-ins is the teacher's.
        files = [f for f in opened.files if not own or not _is_one_of(f.place, own)]
        paths = [file.path for file in files]
        damage = opened.damage
        beside = Beside(_companions(opened, wanted.roster), wanted.due)
        top = archive.resolve().name if archive.is_dir() else archive.stem
        found = read_archive(
            paths, people, beside, platform=wanted.platform, pattern=wanted.pattern, top=top
        )
    said = [*people.said, found.said]
    confirmed = matches.read(wanted.match, people, kept)
    claims, told = matches.applied(found.claims, people, confirmed)
    odd = [("", archive.name, damage, say("do.download"))] if damage else []
    return Intake([], people, claims, said=[*said, *told], odd=odd, confirmed=confirmed)


def _is_one_of(place: object, paths: set[str]) -> bool:
    return isinstance(place, Path) and os.path.realpath(place) in paths


def _people(wanted: Wanted, platform: str) -> People:
    """Read the list as the platform's that was asked for, else as whosever it is."""
    try:
        return read_people(wanted.roster, platform, wanted.encoding, wanted.column)
    except NotRecognised:
        raise
    except NotAList:
        if not platform or wanted.column:
            raise
        return read_people(wanted.roster, "", wanted.encoding, wanted.column)


def _companions(archive: Archive, roster: Path | None) -> dict[str, bytes]:
    """Read the platform's own files: in the archive, else beside the class list."""
    found = {}
    near = [f for f in archive.files if f.path.name.casefold() in COMPANIONS]
    for file in sorted(near, key=lambda each: len(each.path.parts))[:MOST_COMPANIONS]:
        if len(file.path.parts) < 4:
            found[str(file.path)] = archive.read(file, LARGEST_LIST)[0]
    for name in COMPANIONS:
        path = roster.parent / name if roster is not None else None
        if path is not None and path.is_file() and path.stat().st_size < LARGEST_LIST:
            found[name] = path.read_bytes()
    return found


def take_in(
    archive: Path,
    wanted: Wanted,
    kept: Iterable[matches.Confirmed] = (),
    given: Callable[[str], frozenset[str]] = lambda number: frozenset(),
) -> Intake:
    """List a class: whose each file is, which set it is, and what counts.

    Parameters
    ----------
    archive : Path
        A folder, a zip, or one file.
    wanted : Wanted
        What the teacher says.
    kept : iterable of matches.Confirmed
        Confirmed before.
    given : callable
        Number of a set -> digests of all texts that the course wrote for it.

    Returns
    -------
    Intake
        One entry per person and set, and one per file that is nobody's.

    Raises
    ------
    CannotGrade
        If nothing was handed in.
    """
    intake = whose(archive, wanted, kept)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in intake.claims:
        claims[claim.path].append(claim)
    submitted = {path for path, each in claims.items() if any(claim.counts for claim in each)}
    if not submitted:
        raise CannotGrade(say("desk.nothing_in", archive=archive))
    read: list[Read] = []
    for handed in handed_in(archive, lambda path: path in submitted):
        top = next(p for p in _above(handed.file) if p in claims)
        read += [_read(handed, claim, given) for claim in claims[top] if claim.counts]
    read = _by_content(read, intake)
    intake.main = counting.main_sets(read, wanted.only)
    intake.entries = counting.rows_of(read, intake, wanted)
    intake.odd += _hidden(intake.claims)
    return intake


def _above(file: str) -> list[str]:
    path = PurePosixPath(file)
    return [file, *(str(each) for each in path.parents)]


def _read(handed: Handed, claim: Claim, given: Callable[[str], frozenset[str]]) -> Read:
    if handed.problem:
        return Read(claim, handed.file, handed.digest, None, handed.problem)
    try:
        found = parse_submission(handed.file.rpartition("/")[2], handed.content)
        known = given(found.number)
        worked = any(
            each.kind == "code" and each.text.strip() and each.digest not in known
            for each in found.cells
        )
        return Read(claim, handed.file, handed.digest, replace(found, cells=()), worked=worked)
    except NotASubmission as error:
        return Read(claim, handed.file, handed.digest, None, str(error))


def _by_content(read: list[Read], intake: Intake) -> list[Read]:
    """Give a file that an earlier run confirmed to the same person, whatever it is called now.

    All that is confirmed is kept by its content for the next run.
    """
    known = {each.digest: each for each in intake.confirmed if each.digest}
    many = Counter(each.digest for each in read)
    found, claims = [], {}
    for each in read:
        before = known.get(each.digest)
        person = intake.people.of_id(before.id) if before else None
        if each.claim.student is None and person and many[each.digest] == 1:
            claim = replace(each.claim, student=person, how=CONFIRMED, candidates=())
            claims[each.claim] = claim
            each = replace(each, claim=claim)
        found.append(each)
    intake.claims = tuple(claims.get(claim, claim) for claim in intake.claims)
    now = [
        matches.Confirmed(each.claim.label, each.claim.student.id, each.file, each.digest)
        for each in found
        if each.claim.how == CONFIRMED and each.claim.student
    ]
    fresh = {each.digest for each in now}
    intake.confirmed = now + [each for each in known.values() if each.digest not in fresh]
    return found


def _hidden(claims: Iterable[Claim]) -> list[tuple[str, str, str, str]]:
    """Tell once per person which hidden copies were left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "hidden" and kind_of(PurePosixPath(claim.path)) == "hidden":
            found[claim.student.id if claim.student else ""].append(claim.path)
    return [
        (who, files[0], say("entry.hidden", len(files)), say("do.nothing"))
        for who, files in found.items()
        if any(f.casefold().endswith(".ipynb") for f in files)
    ]
