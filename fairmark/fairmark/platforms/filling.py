"""Fill one column of a platform's own export: what is given, what it was, how it is written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction

from fairmark.errors import CourseError
from fairmark.messages import say
from fairmark.platforms.protocol import Change, Import, Mark, People, Student
from fairmark.platforms.tables import folded

EXCUSED = "EX"
WORDS = re.compile(r"[^\W_]+")


class NoColumn(CourseError):
    """No column of a class list is the one to fill, or several may be."""


@dataclass
class Filled:
    """The cells of one column with the new grades in them.

    Parameters
    ----------
    cells : dict of int to str
        What to write, by row of the class list.
    changes : list of Change
        Those that differ from what was there.
    same : int
        How many do not.
    said : list of str
        What could not be set, and the scale.
    """

    cells: dict[int, str] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    same: int = 0
    said: list[str] = field(default_factory=list)

    def as_import(self, platform: str, heading: str, text: str) -> Import:
        """Return what is handed on."""
        return Import(platform, heading, text, tuple(self.changes), self.same, tuple(self.said))


@dataclass(frozen=True)
class Scale:
    """How a platform writes a grade.

    Parameters
    ----------
    most : Fraction or None
        What the platform's column is out of; None if it does not say.
    comma : bool
        Whether its decimal sign is a comma.
    decimals : int or None
        How many are always written; None to leave out what is not needed.
    excuses : bool
        Whether it takes EX.
    above : bool
        Whether it takes more than `most`.
    """

    most: Fraction | None = None
    comma: bool = False
    decimals: int | None = None
    excuses: bool = False
    above: bool = True

    def write(self, value: Fraction) -> str:
        """Write a number, rounded half up to two decimals."""
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        text = format(exact.quantize(Decimal("0.01"), ROUND_HALF_UP), "f")
        if self.decimals is None:
            text = text.rstrip("0").rstrip(".")
        return text.replace(".", ",") if self.comma else text


def number(text: str) -> Fraction | None:
    """Read a number with a point or a comma; None if it is none."""
    try:
        value = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return Fraction(value) if value.is_finite() else None


def fill(people: People, at: int | None, marks: Sequence[Mark], scale: Scale) -> Filled:
    """Work out what one column becomes.

    Parameters
    ----------
    people : People
        The platform's own list.
    at : int or None
        Position of the column; None for a new one.
    marks : sequence of Mark
        What is given; who has none keeps what is there.
    scale : Scale
        How the platform writes it.

    Returns
    -------
    Filled
        Only rows that get a grade are in it.
    """
    filled = Filled()
    rows = people.table.rows
    wholes = {mark.of for mark in marks if mark.of and scale.most not in (None, number(mark.of))}
    if wholes:
        of = ", ".join(sorted(wholes))
        filled.said.append(say("import.scaled", most=scale.write(scale.most), of=of))
    for mark in marks:
        student = _student(people, mark)
        if student is None:
            filled.said.append(say("import.not_listed", student=mark.id))
            continue
        before = rows[student.row][at].strip() if at is not None else ""
        after = _after(mark, scale, student, filled.said)
        if not after:
            continue
        filled.cells[student.row] = after
        if _equal(before, after):
            filled.same += 1
        else:
            filled.changes.append(Change(student, before, after))
    return filled


def _student(people: People, mark: Mark) -> Student | None:
    if mark.row >= 0:
        return next((s for s in people.students if s.row == mark.row), None)
    return people.of_id(mark.id)


def _after(mark: Mark, scale: Scale, student: Student, said: list[str]) -> str:
    if mark.points.strip().upper() == EXCUSED:
        if not scale.excuses:
            said.append(say("import.excused", student=student.id))
        return EXCUSED if scale.excuses else ""
    value = number(mark.points)
    if value is None:
        return ""
    whole = number(mark.of) if mark.of else None
    if whole and scale.most is not None and whole != scale.most:
        value = value / whole * scale.most
    if scale.most is not None and value > scale.most and not scale.above:
        numbers = {"points": scale.write(value), "most": scale.write(scale.most)}
        said.append(say("import.above", student=student.id, **numbers))
        return ""
    return scale.write(value)


def _equal(before: str, after: str) -> bool:
    return before == after or (number(before) is not None and number(before) == number(after))


def column(headings: Sequence[str], wanted: str, aliases: Sequence[str], owner: str) -> str:
    """Choose the column to fill: the one that is asked for, else the one that names the set.

    Parameters
    ----------
    headings : sequence of str
        Those that can be filled.
    wanted : str
        From the teacher; empty to choose by the set.
    aliases : sequence of str
        What the set is called: "04-name", "04".
    owner : str
        The platform's title, for messages.

    Returns
    -------
    str
        The heading, letter by letter.

    Raises
    ------
    NoColumn
        If none or several would do; the sentence lists them.
    """
    listed = ", ".join(f"“{each}”" for each in headings) or say("list.no_columns")
    if wanted:
        exact = [h for h in headings if h == wanted] or [
            h
            for h in headings
            if folded(h) == folded(wanted) or folded(_title(h)) == folded(wanted)
        ]
        if len(exact) == 1:
            return exact[0]
        raise NoColumn(say("import.no_column", owner=owner, column=wanted, columns=listed))
    for alias in aliases:
        found = [h for h in headings if names_set(_title(h), alias)]
        if len(found) == 1:
            return found[0]
        if found:
            many = ", ".join(f"“{each}”" for each in found)
            raise NoColumn(say("import.several", owner=owner, name=alias, columns=many))
    raise NoColumn(say("import.none", owner=owner, name=aliases[0], columns=listed))


def names_set(title: str, alias: str) -> bool:
    """Tell whether a title names a set: the same words in a row; 4 and 04 are one number."""
    words, wanted = _words(title), _words(alias)
    many = len(wanted)
    return bool(wanted) and any(words[i : i + many] == wanted for i in range(len(words) - many + 1))


def _words(text: str) -> list[str]:
    return [w.lstrip("0") if w.isdecimal() else w for w in WORDS.findall(folded(text))]


def _title(heading: str) -> str:
    """Return a heading without the platform's own number and notes."""
    bare = re.sub(r"\s*\|\s*[0-9]+$|\s*\([0-9]+\)$|\s*<[^<>]*>$|\s*\(Real\)$", "", heading.strip())
    return re.sub(r"\s*\[[^\[\]]*\]$|\s*Points Grade$|\s*<[^<>]*>$", "", bare.strip()).strip()
