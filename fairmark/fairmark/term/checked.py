"""Everything a term is reckoned from, once its files are read and checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from hashlib import sha256

from fairmark.term import adjust, rubric
from fairmark.term.clock import Moment
from fairmark.term.people import People, Told
from fairmark.term.plan import Plan

POINTS, DUE, EXTENSIONS = "points.csv", "due.csv", "extensions.csv"
ADJUST, ROSTER, RUBRIC = "adjust.csv", "roster.csv", "rubric.csv"
HANDED_IN = "yes"  # in place of a time that nobody knows


@dataclass(frozen=True)
class Given:
    """Points that come from grading and from no table.

    Parameters
    ----------
    student, item : str
        Whose, of what; no item if it is only known that there is such a person.
    points, of : Fraction, optional
        Earned and possible; None while they are not known.
    submitted : str
        A time, "yes" if only that it came is known, or empty.
    where : str
        The file they are from.
    questions : dict of str to (Fraction, Fraction)
        Earned and possible, by question.
    digest : str
        Of that file's bytes.
    late : str
        "yes" or "no" where the platform says so.
    name : str
        As the class list writes it; the id itself if there is none.
    stray : bool
        Whether it was handed in where another set was asked for, so that it does not count.
    """

    student: str
    item: str
    points: Fraction | None
    of: Fraction | None
    submitted: str
    where: str
    questions: Mapping[str, tuple[Fraction, Fraction]] = field(default_factory=dict)
    digest: str = ""
    late: str = ""
    stray: bool = False
    name: str = ""


@dataclass(frozen=True)
class Score:
    """What is known of one person's item.

    Parameters
    ----------
    points : Fraction, optional
        None while it is not known.
    excused, handed_in : bool
        As the table says.
    came : Moment, optional
        When it came, if that is known.
    where : str
        File and line.
    late : bool
        Whether the platform itself says that it was late.
    """

    points: Fraction | None
    excused: bool
    handed_in: bool
    came: Moment | None
    where: str
    late: bool = False


@dataclass(frozen=True)
class Extension:
    """A person's own deadline.

    Parameters
    ----------
    due : Moment
        The last moment on time.
    where : str
        File and line; its reason is read by nobody.
    """

    due: Moment
    where: str


@dataclass
class Inputs:
    """Everything a term is reckoned from.

    Parameters
    ----------
    plan, people : Plan, People
        What counts and who is there.
    scores, extensions : dict
        By person and item.
    of, due : dict
        Points possible and deadline, by item.
    adjustments, marks, questions : dict
        By person and item.
    told : list of Told
        What a teacher should know.
    files : list of (str, str, int)
        Name, SHA-256 and rows of everything that was read.
    """

    plan: Plan
    people: People
    scores: dict[tuple[str, str], Score] = field(default_factory=dict)
    of: dict[str, Fraction] = field(default_factory=dict)
    due: dict[str, Moment] = field(default_factory=dict)
    extensions: dict[tuple[str, str], Extension] = field(default_factory=dict)
    adjustments: Mapping[tuple[str, str], tuple[adjust.Adjustment, ...]] = field(
        default_factory=dict
    )
    marks: rubric.Marks = field(default_factory=dict)
    questions: dict[tuple[str, str], Mapping] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    files: list[tuple[str, str, int]] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """Return one digest of all inputs."""
        lines = "\n".join(f"{name} {mark}" for name, mark, _ in self.files)
        return sha256(lines.encode()).hexdigest()
