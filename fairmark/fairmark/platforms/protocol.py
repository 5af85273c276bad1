"""What a learning platform is to this program: how it names files, lists people, takes grades.

One module of this folder per platform; a module that holds a `PLATFORM` is found by itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath

from fairmark.platforms.tables import Sheet, Table, folded

ID, NAME, PROPOSED, CONFIRMED = "id", "name", "proposed", "confirmed"
NOT_LISTED, NO_NAME, NOT_RECOGNISED = "not on the list", "no name", "not recognised"
CERTAIN = (ID, NAME, CONFIRMED)
SUBMITTED = ("notebook", "zip", "other", "text", "link")
JUNK = ("thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r")
# A notebook that a browser or a mail program has renamed is still one.
NOTEBOOK = re.compile(r"\.ipynb(\.(txt|json))?$|\.ipynb \([0-9]+\)$|\.json$")


@dataclass(frozen=True)
class Student:
    """One person of a class list.

    Parameters
    ----------
    id : str
        The value of the platform's id column; people are told apart by their row, not by it.
    name : str
        As the list writes it.
    spellings : tuple of str
        The name as the platform may write it elsewhere, such as "Jane Doe" for "Doe, Jane".
    logins : tuple of str
        What else names this person for certain: user name, mail address, other numbers.
    section : str
        Where the list says so.
    row : int
        Its row below the heading.
    note : str
        Why it is no person who hands in ("test student"); empty for everybody else.
    late : str
        "yes" or "no" where the list says it of the one assignment that it is about.
    """

    id: str
    name: str
    spellings: tuple[str, ...] = ()
    logins: tuple[str, ...] = ()
    section: str = ""
    row: int = -1
    note: str = ""
    late: str = ""


@dataclass(frozen=True)
class People:
    """A class list that has been read.

    Parameters
    ----------
    platform : str
        Whose list it is; empty for nobody's.
    students : tuple of Student
        In the order of the list.
    table : Table or None
        As it was read.
    said : tuple of str
        What a reader should know of it.
    """

    platform: str = ""
    students: tuple[Student, ...] = ()
    table: Table | None = None
    said: tuple[str, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, list[Student]]:
        """People by their id, letter by letter."""
        return _by((s.id, s) for s in self.students)

    @cached_property
    def by_login(self) -> dict[str, list[Student]]:
        """People by id or login, without capitals."""
        pairs = {(folded(text), s.row): s for s in self.students for text in (s.id, *s.logins)}
        return _by((text, s) for (text, _), s in pairs.items())

    @cached_property
    def by_name(self) -> dict[str, list[Student]]:
        """People by each spelling of their name."""
        pairs = {(folded(text), s.row): s for s in self.students for text in (s.name, *s.spellings)}
        return _by((text, s) for (text, _), s in pairs.items())

    def of_id(self, text: str) -> Student | None:
        """Return who has this id; None if nobody or several have."""
        return _only(self.by_id.get(text, ())) or self.of_login(text)

    def of_login(self, text: str) -> Student | None:
        """Return who has this id or login, without capitals; None if nobody or several have."""
        return _only(self.by_login.get(folded(text), ())) if text.strip() else None

    def of_name(self, text: str) -> Student | None:
        """Return who has exactly this name; None if nobody or several have."""
        return _only(self.by_name.get(folded(text), ())) if text.strip() else None


def _by(pairs: Iterable[tuple[str, Student]]) -> dict[str, list[Student]]:
    found: dict[str, list[Student]] = {}
    for text, student in pairs:
        if text:
            found.setdefault(text, []).append(student)
    return found


def _only(found: Sequence[Student]) -> Student | None:
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True)
class Candidate:
    """A person whom a file may belong to, for a human to confirm."""

    student: Student
    score: float
    why: str


@dataclass(frozen=True)
class Claim:
    """Whose one file of an archive is, and how sure that is.

    Parameters
    ----------
    path : str
        The path in the archive.
    kind : str
        "notebook", "zip", "text", "link", "other"; "hidden", "meta", "comment", "feedback" and
        "working" are not handed in.
    student : Student or None
        Taken without a human; None if nobody may be.
    how : str
        "id", "name" or "confirmed" of a certain one, else "proposed" or why it is nobody's.
    label : str
        What the platform's own part of the path calls the owner; files of one label are one
        person's, whoever that is.
    name : str
        The name that the platform wrote into the path.
    attempt : int or None
        Where the platform counts them.
    late : str
        "yes" or "no" where the platform says so.
    when : str
        When it came, where the platform says so with its zone.
    order : tuple
        Later hand-ins of one owner sort after earlier ones, where the platform says when.
    hints : tuple of str
        Texts of the path that may name the owner, for a proposal.
    note : str
        The class list's own word on such a row, such as "test student".
    candidates : tuple of Candidate
        Whom a human is asked about, best first.
    """

    path: str
    kind: str
    student: Student | None = None
    how: str = ""
    label: str = ""
    name: str = ""
    attempt: int | None = None
    late: str = ""
    when: str = ""
    order: tuple = ()
    hints: tuple[str, ...] = ()
    note: str = ""
    candidates: tuple[Candidate, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it is a file that was handed in."""
        return self.kind in SUBMITTED


@dataclass(frozen=True)
class Mark:
    """What one person is given for one column.

    Parameters
    ----------
    id : str
        As in the class list.
    points : str
        A number with a point, or "EX" for excused.
    of : str
        What the whole is worth on the same scale; empty if `points` are the platform's already.
    row : int
        The row of the class list where two people have one id; -1 to go by the id alone.
    """

    id: str
    points: str
    of: str = ""
    row: int = -1


@dataclass(frozen=True)
class Change:
    """One grade that an import sets: before is what the platform's export held."""

    student: Student
    before: str
    after: str


@dataclass(frozen=True)
class Import:
    """What a platform takes in, and what it will change there.

    Parameters
    ----------
    platform, heading, text : str
        Whose, for which column, and the file itself.
    changes : tuple of Change
        Every grade that is not what it was.
    same : int
        How many are set to what they were.
    said : tuple of str
        What a reader should know: a scale, a grade that cannot be set.
    """

    platform: str
    heading: str
    text: str
    changes: tuple[Change, ...] = ()
    same: int = 0
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class Beside:
    """What came with an archive and says more about it than its names do.

    Parameters
    ----------
    files : mapping of str to bytes
        Content of the platform's own files, by path in the archive or by file name.
    due : float or None
        Seconds since 1970 at which the assignment was due, for platforms that only give times.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    due: float | None = None


class Platform:
    """A learning platform; each module of this folder fills in what is its own.

    `rank` orders the recognition of class lists: the more particular a heading, the lower.
    `one_column` says that a list with one grade column is a worksheet of that task; `free_names`,
    that students name the files themselves, so that a name is guessed and asked about.
    """

    name = ""
    title = ""
    rank = 50
    takes_imports = True
    one_column = False
    free_names = False

    def heading(self, sheet: Sheet) -> int | None:
        """Return the heading row if this is a class list of this platform, else None."""
        return None

    def students(self, table: Table) -> tuple[list[Student], list[str]]:
        """Return the people of a class list, and what to tell of it."""
        raise NotImplementedError

    def explains(self, path: PurePosixPath) -> bool:
        """Tell whether a path of an archive looks like one of this platform."""
        return False

    def explained(self, paths: Sequence[PurePosixPath]) -> list[bool]:
        """Tell of each path of an archive whether this platform would write it."""
        return [self.explains(path) for path in paths]

    def companion(self, path: PurePosixPath) -> bool:
        """Tell whether a file of an archive is the platform's own and says whose others are."""
        return False

    def claims(
        self, paths: Sequence[PurePosixPath], people: People, beside: Beside
    ) -> Iterator[Claim]:
        """Say for each path whose it is."""
        for path in paths:
            yield self.claim(path, people)

    def claim(self, path: PurePosixPath, people: People) -> Claim:
        """Say whose one path is, where no other path has a say in it."""
        raise NotImplementedError

    def fill(self, people: People, heading: str, marks: Sequence[Mark]) -> Import:
        """Write what the platform imports; raises NoColumn."""
        raise NotImplementedError

    def headings(self, table: Table) -> list[str]:
        """List the columns that an import can fill."""
        return []


def kind_of(path: PurePosixPath) -> str:
    """Say what kind of file a path names, where no platform says more."""
    if hidden(path):
        return "hidden"
    name = path.name.casefold()
    if NOTEBOOK.search(name):
        return "notebook"
    return "zip" if name.endswith(".zip") else "other"


def hidden(path: PurePosixPath) -> bool:
    """Tell a copy that no person means to hand in: hidden, left by Jupyter, macOS or Windows."""
    name = path.name.casefold()
    return (
        any(part.startswith((".", "~$")) or part == "__MACOSX" for part in path.parts)
        or name in JUNK
        or name.endswith("-checkpoint.ipynb")
    )


def nobodys(path: PurePosixPath, kind: str = "", how: str = NOT_RECOGNISED) -> Claim:
    """Return the claim of a path that fits no rule; it is a person of its own until confirmed."""
    kind = kind or kind_of(path)
    if kind == "hidden" or kind not in SUBMITTED:
        return Claim(str(path), kind)
    return Claim(str(path), kind, None, how, str(path), hints=(path.name,))


def certain(claim: Claim, student: Student | None, how: str = ID) -> Claim:
    """Give a claim to a person; one whom the list marks as no person stays nobody's."""
    if student is None:
        return replace(claim, how=claim.how or NOT_LISTED)
    if student.note:
        return replace(claim, how=student.note, note=student.note)
    return replace(claim, student=student, how=how)


def spellings(first: str, last: str) -> tuple[str, ...]:
    """Return the ways a name of two parts is written."""
    first, last = first.strip(), last.strip()
    if not (first and last):
        return tuple(each for each in (first, last) if each)
    return f"{first} {last}", f"{last}, {first}", f"{last} {first}"


def first_row(sheet: Sheet, fits) -> int | None:
    """Return the first of the first five rows whose headings fit."""
    for at, row in enumerate(sheet.rows[:5]):
        if fits({folded(cell) for cell in row if cell.strip()}):
            return at
    return None
