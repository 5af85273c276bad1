"""Who handed in what: every person of the class list and every file has one row, nobody two.

The class list is read and matched before anything is graded; identity never comes from a name
inside what a student controls.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from alignment.grading import matches, wrong_files
from alignment.grading.handed import Handed, handed_in
from alignment.grading.submission import NotASubmission, Submission, parse_submission
from alignment.grading.worlds import CannotGrade
from alignment.platforms.archive import Archive
from alignment.platforms.protocol import (
    CONFIRMED,
    Beside,
    Claim,
    People,
    Student,
    kind_of,
)
from alignment.platforms.recognising import read_archive, read_people
from alignment.platforms.tables import LARGEST_LIST

WHICH = ("newest", "best", "last")
FILE_SET = re.compile(r"(?<![0-9])0?([1-9]|1[0-9])(?=[-_. ]|$)")
COMPANIONS = ("grades.csv", "submission_metadata.yml")
# A set that hardly anybody handed in is rather a mistake than another assignment.
FEW = 0.2


@dataclass(frozen=True)
class Entry:
    """One row of a class: a person and a set, or a file that is nobody's.

    Parameters
    ----------
    student, name : str
        Id and name of the class list; else what the platform calls the owner.
    file : str
        What is graded; empty if nothing was handed in.
    number : str
        Which set; empty if it could not be told.
    others : tuple of str
        What else this person handed in and does not count.
    row : int
        The row of the class list; -1 for nobody of it.
    how : str
        How the owner is known, or why nobody is.
    late : str
        "yes" or "no" where the platform says so.
    reason : str
        Why there is nothing to grade; empty if there is.
    told : tuple of (str, str)
        What a human should know of it, and what to do.
    rival : bool
        Whether it is one of several of a person and a set, of which the best counts.
    """

    student: str
    name: str
    file: str
    number: str
    others: tuple[str, ...] = ()
    row: int = -1
    how: str = ""
    late: str = ""
    reason: str = ""
    told: tuple[tuple[str, str], ...] = ()
    rival: bool = False

    @property
    def key(self) -> tuple:
        """The same for all entries of one person and set."""
        return (self.row, "" if self.row >= 0 else self.student, self.number)


@dataclass(frozen=True)
class Wanted:
    """What a teacher says of a hand-in; everything may be left out.

    Parameters
    ----------
    roster, match : Path
        The class list, and the confirmed matches.
    platform, pattern, encoding, column : str
        Where recognising needs help: the platform, a pattern of names, the encoding of the list,
        its column of ids.
    due : float
        Seconds since 1970, for platforms that only give times.
    which : str
        Of several of one person: "newest", "best" or "last".
    only : str
        The one set to look at.
    """

    roster: Path | None = None
    match: Path | None = None
    platform: str = ""
    pattern: str = ""
    encoding: str = ""
    column: str = ""
    due: float | None = None
    which: str = "newest"
    only: str = ""


@dataclass
class Intake:
    """What was found.

    Parameters
    ----------
    entries : list of Entry
        The rows of the class.
    people : People
        The class list; empty if none was given.
    claims : tuple of Claim
        One per file and owner.
    main : tuple of str
        The sets that the class was asked for, most common first.
    said : list of str
        Lines to print: what was recognised.
    odd : list of (str, str, str, str)
        Student, file, what was found, what to do; beyond what the entries say.
    confirmed : list of matches.Confirmed
        What a human has confirmed, with the digest of its content.
    """

    entries: list[Entry] = field(default_factory=list)
    people: People = field(default_factory=People)
    claims: tuple[Claim, ...] = ()
    main: tuple[str, ...] = ()
    said: list[str] = field(default_factory=list)
    odd: list[tuple[str, str, str, str]] = field(default_factory=list)
    confirmed: list[matches.Confirmed] = field(default_factory=list)


@dataclass(frozen=True)
class Read:
    """One file that was read, before anybody knows which of them counts."""

    claim: Claim
    file: str
    digest: str
    submission: Submission | None = None
    problem: str = ""

    @property
    def number(self) -> str:
        """The set; empty if the file could not be read."""
        return self.submission.number if self.submission else ""


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
    AlignmentError
        If the archive or the list cannot be read, or it is not clear where they come from.
    """
    people = People()
    if wanted.roster is not None:
        own = "" if wanted.platform in ("plain", "pattern") else wanted.platform
        people = _people(wanted, own)
    with Archive(archive) as opened:
        paths = [file.path for file in opened.files]
        beside = Beside(_companions(opened, wanted.roster), wanted.due)
        found = read_archive(paths, people, beside, wanted.platform, wanted.pattern)
    said = [*people.said, found.said]
    confirmed = matches.read(wanted.match, people, kept)
    claims, told = matches.applied(found.claims, people, confirmed)
    return Intake([], people, claims, said=[*said, *told], confirmed=confirmed)


def _people(wanted: Wanted, platform: str) -> People:
    """Read the list as the platform's that was asked for, else as whosever it is."""
    from alignment.platforms.recognising import NotRecognised
    from alignment.platforms.tables import NotAList

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
    for file in archive.files:
        if file.path.name.casefold() in COMPANIONS and len(file.path.parts) < 4:
            found[str(file.path)] = archive.read(file, LARGEST_LIST)[0]
    for name in COMPANIONS:
        path = roster.parent / name if roster is not None else None
        if path is not None and path.is_file() and path.stat().st_size < LARGEST_LIST:
            found[name] = path.read_bytes()
    return found


def take_in(archive: Path, wanted: Wanted, kept: Iterable[matches.Confirmed] = ()) -> Intake:
    """List a class: whose each file is, which set it is, and what counts.

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
        raise CannotGrade(f"{archive} holds no file that was handed in; is it the right one?")
    read: list[Read] = []
    for handed in handed_in(archive, lambda path: path in submitted):
        top = next(p for p in _above(handed.file) if p in claims)
        read += [_read(handed, claim) for claim in claims[top] if claim.counts]
    read = _by_content(read, intake)
    intake.main = _main(read, wanted.only)
    intake.entries = _entries(read, intake, wanted)
    intake.odd += _hidden(intake.claims)
    return intake


def _above(file: str) -> list[str]:
    path = PurePosixPath(file)
    return [file, *(str(each) for each in path.parents)]


def _read(handed: Handed, claim: Claim) -> Read:
    if handed.problem:
        return Read(claim, handed.file, handed.digest, None, handed.problem)
    try:
        found = parse_submission(handed.file.rpartition("/")[2], handed.content)
        return Read(claim, handed.file, handed.digest, replace(found, cells=()))
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


def _main(read: list[Read], only: str) -> tuple[str, ...]:
    """Return the sets that the class was asked for: the one named, else the common ones."""
    counts = Counter(each.number for each in read if each.number)
    if only:
        return (only,)
    if not counts:
        return ()
    most = counts.most_common()[0][1]
    return tuple(n for n, count in counts.most_common() if count >= max(1, FEW * most))


def _owner(claim: Claim) -> tuple:
    return ("row", claim.student.row) if claim.student else ("label", claim.label)


def _entries(read: list[Read], intake: Intake, wanted: Wanted) -> list[Entry]:
    groups: dict[tuple, list[Read]] = defaultdict(list)
    for each in read:
        groups[_owner(each.claim)].append(each)
    entries: list[Entry] = []
    for files in groups.values():
        for apart in _persons(files):
            entries += _of_owner(apart, intake, wanted)
    return entries + _nothing(entries, intake)


def _persons(files: list[Read]) -> list[list[Read]]:
    """Tell one person's versions from a folder with many persons' files; nobody is merged.

    Only where no class list says who is who: a folder whose notebooks are called after anything
    but their set holds one person each.
    """
    notebooks = [each for each in files if each.number]
    if files[0].claim.student or len(notebooks) < 2 or files[0].claim.name != _folder(files[0]):
        return [files]
    if all(set_of(each.file) == each.number for each in notebooks):
        return [files]
    return [[replace(each, claim=_own(each))] for each in files]


def _folder(read: Read) -> str:
    parts = PurePosixPath(read.claim.path).parts
    return parts[-2] if len(parts) > 1 else ""


def _own(read: Read) -> Claim:
    stem = re.sub(r"\.ipynb$", "", read.file)
    return replace(read.claim, label=stem, name=stem)


def _of_owner(files: list[Read], intake: Intake, wanted: Wanted) -> list[Entry]:
    """Make the rows of one person: one per set, and one of what cannot be graded if that is all."""
    sets: dict[str, list[Read]] = defaultdict(list)
    for each in files:
        sets[each.number].append(each)
    unread = sets.pop("", [])
    extra = tuple(each.file for each in unread)
    if not sets:
        last = _in_order(unread)[-1]
        others = tuple(each.file for each in unread if each is not last)
        return [_entry(last, "", others, reason=_reason(last, intake, wanted))]
    if wanted.only and wanted.only in sets:
        sets = {wanted.only: sets[wanted.only]}
    entries = []
    for at, (number, group) in enumerate(sorted(sets.items())):
        entries += _counted(group, number, extra if at == 0 else (), intake, wanted)
    return entries


def _counted(
    group: list[Read], number: str, extra: tuple[str, ...], intake: Intake, wanted: Wanted
) -> list[Entry]:
    """Choose what counts of one person and set; with "best" all are graded first."""
    if wanted.only and number != wanted.only:
        reason = f"It belongs to exercise set {number}, and only {wanted.only} is graded here."
        return [_entry(group[-1], "", tuple(r.file for r in group[:-1]) + extra, reason=reason)]
    order = _in_order(group) if wanted.which == "newest" else sorted(group, key=_by_name)
    found = []
    for one in order if wanted.which == "best" and len(order) > 1 else order[-1:]:
        others = tuple(each.file for each in order if each is not one) + extra
        entry = _entry(one, number, others, rival=wanted.which == "best" and len(order) > 1)
        found.append(replace(entry, told=_told(one, number, intake, len(order), extra)))
    return found


def _in_order(group: list[Read]) -> list[Read]:
    """Order by attempt, else by the platform's time, else by name."""
    return sorted(group, key=lambda r: (r.claim.attempt or 0, r.claim.order, _by_name(r)))


def _by_name(read: Read) -> list:
    return natural(read.file)


def natural(text: str) -> list:
    """Order 2 before 10, and a name before the same name with something after it."""
    parts = re.split(r"([0-9]+)", text.removesuffix(".ipynb"))
    return [(int(p[:30]), "") if p.isdigit() and p.isascii() else (-1, p) for p in parts]


def _entry(read: Read, number: str, others: tuple[str, ...], *, reason: str = "",
           rival: bool = False) -> Entry:  # fmt: skip
    claim = read.claim
    who: Student | None = claim.student
    student, name, row = claim.label, claim.name or claim.label, -1
    if who is not None:
        student, name, row = who.id, who.name or claim.name or who.id, who.row
    return Entry(student, name, read.file, number, others, row, claim.how, claim.late, reason,
                 rival=rival)  # fmt: skip


def _reason(read: Read, intake: Intake, wanted: Wanted) -> str:
    """Say why nothing of a person can be graded, with the class's set in the remedy."""
    number = wanted.only or (intake.main[0] if len(intake.main) == 1 else "")
    text = read.problem
    if number:
        text = text.replace(wrong_files.ANY_SET, f"a new copy (make fresh SET={number})")
    return text


def _told(
    read: Read, number: str, intake: Intake, many: int, extra: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """List what a human should know of a hand-in that is graded."""
    found = []
    named = set_of(read.file)
    if intake.main and number not in intake.main:
        sets = " and ".join(intake.main)
        found.append(
            (f"It is set {number}; the class handed in {sets}.", "Ask for the right file.")
        )
    elif named and named != number and named in intake.main:
        found.append(
            (
                f"The file's name says set {named}; inside is set {number}.",
                "Ask for the right file.",
            )
        )
    if many > 1:
        found.append(
            (f"{many} notebooks were handed in for this set.", "See which one counts; --which "
             "newest, best or last chooses.")
        )  # fmt: skip
    if extra:
        listed = ", ".join(extra[:5])
        found.append((f"It came with other files, which were not read: {listed}.", "Look at them."))
    return tuple(found)


def set_of(file: str) -> str:
    """Return the set that a file's own name begins with or names; empty if none."""
    name = PurePosixPath(file).name
    match = re.match(r"0?([1-9]|[1-9][0-9])[-_. ]", name) or re.search(
        r"(?<![0-9A-Za-z])(0[1-9]|[1-9][0-9])-[a-z]", name
    )
    return match[1].zfill(2) if match else ""


def _nothing(entries: list[Entry], intake: Intake) -> list[Entry]:
    """Add a row for each set of the class that a person of the list did not hand in."""
    rows: dict[int, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.row >= 0:
            rows[entry.row].append(entry.number)
    found = []
    for student in (s for s in intake.people.students if not s.note):
        has = rows[student.row]
        lacks = [number for number in intake.main or ("",) if number not in has]
        # A row that is there for something else stands for one that is missing.
        spare = sum(number not in (intake.main or ("",)) for number in set(has))
        for number in lacks[spare:]:
            found.append(
                Entry(student.id, student.name or student.id, "", number, row=student.row,
                      how="id", reason="Nothing was handed in.")
            )  # fmt: skip
    return found


def _hidden(claims: Iterable[Claim]) -> list[tuple[str, str, str, str]]:
    """Tell once per person which hidden copies were left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "hidden" and kind_of(PurePosixPath(claim.path)) == "hidden":
            found[claim.student.id if claim.student else ""].append(claim.path)
    return [
        (who, files[0], f"{len(files)} hidden copies of a program were left out.", "Nothing.")
        for who, files in found.items()
        if any(f.casefold().endswith(".ipynb") for f in files)
    ]
