"""The records of a hand-in: a row per person and set, what a teacher says, what was found."""

import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from fairmark.grading.matches import Confirmed
from fairmark.grading.submission import Submission
from fairmark.platforms.protocol import Claim, People


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
    when : str
        When it came, where the platform says so with its zone.
    reason : str
        Why there is nothing to grade; empty if there is.
    told : tuple of (str, str)
        What a human should know of it, and what to do.
    rival : bool
        Whether it is one of several of a person and a set, of which the best counts.
    stray : bool
        Whether it is of a set that the class was not asked for.
    """

    student: str
    name: str
    file: str
    number: str
    others: tuple[str, ...] = ()
    row: int = -1
    how: str = ""
    late: str = ""
    when: str = ""
    reason: str = ""
    told: tuple[tuple[str, str], ...] = ()
    rival: bool = False
    stray: bool = False

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
    confirmed : list of Confirmed
        What a human has confirmed, with the digest of its content.
    """

    entries: list[Entry] = field(default_factory=list)
    people: People = field(default_factory=People)
    claims: tuple[Claim, ...] = ()
    main: tuple[str, ...] = ()
    said: list[str] = field(default_factory=list)
    odd: list[tuple[str, str, str, str]] = field(default_factory=list)
    confirmed: list[Confirmed] = field(default_factory=list)


@dataclass(frozen=True)
class Read:
    """One file that was read, before anybody knows which of them counts."""

    claim: Claim
    file: str
    digest: str
    submission: Submission | None = None
    problem: str = ""
    worked: bool = True  # whether it holds anything that the course did not write

    @property
    def number(self) -> str:
        """The set; empty if the file could not be read."""
        return self.submission.number if self.submission else ""


def natural(text: str) -> list:
    """Order 2 before 10, and a name before the same name with something after it."""
    parts = re.split(r"([0-9]+)", text.removesuffix(".ipynb"))
    return [(int(p[:30]), "") if p.isdigit() and p.isascii() else (-1, p) for p in parts]


def set_of(file: str) -> str:
    """Return the set that a file's own name begins with or names; empty if none."""
    name = PurePosixPath(file).name
    match = re.match(r"0?([1-9]|[1-9][0-9])[-_. ]", name) or re.search(
        r"(?<![0-9A-Za-z])(0[1-9]|[1-9][0-9])-[a-z]", name
    )
    return match[1].zfill(2) if match else ""
