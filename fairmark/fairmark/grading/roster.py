"""The class list: a Canvas or Moodle export, or any CSV with a column `id`; nobody is dropped.

A submission that no row claims stops the import files until a human has said whose it is.
"""

import csv
import io
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from fairmark.grading.results import Graded
from fairmark.grading.worlds import CannotGrade

CANVAS_COLUMNS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
MOODLE_COLUMNS = ("Identifier", "Grade", "Maximum Grade")
MOODLE_PREFIX = "Participant "
# Rows of a Canvas export that are no students.
CANVAS_NOTES = ("Points Possible", "Student, Test")


@dataclass(frozen=True)
class Roster:
    """A class list.

    Parameters
    ----------
    kind : str
        "canvas", "moodle" or "list".
    columns : tuple of str
        As in its file.
    rows : tuple of dict
        One per student, as in its file.
    """

    kind: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]

    def names_of(self, row: dict[str, str]) -> set[str]:
        """Return what a submission of this student may be called, ready for comparison."""
        if self.kind == "moodle":
            number = row["Identifier"].removeprefix(MOODLE_PREFIX)
            return {plain_name(v) for v in (number, row["Identifier"]) if v}
        wanted = ("ID", "SIS User ID", "SIS Login ID") if self.kind == "canvas" else ("id",)
        return {plain_name(row[column]) for column in wanted if row.get(column)}

    def id_of(self, row: dict[str, str]) -> str:
        """Return the number or name by which the platform knows a student."""
        return row[{"canvas": "ID", "moodle": "Identifier", "list": "id"}[self.kind]]


@dataclass(frozen=True)
class Matched:
    """Who handed in what.

    Parameters
    ----------
    rows : list of (dict, list of Graded)
        Every row of the roster with what its student handed in, perhaps nothing.
    unknown : list of Graded
        Submissions that no row claims, or that several do.
    """

    rows: list[tuple[dict[str, str], list[Graded]]]
    unknown: list[Graded]

    @property
    def twice(self) -> list[Graded]:
        """Submissions of a student who has several for one set."""
        found = []
        for _, handed in self.rows:
            numbers = [each.number for each in handed if each.number]
            found += [each for each in handed if numbers.count(each.number) > 1]
        return found

    @property
    def missing(self) -> list[dict[str, str]]:
        """Rows of students who handed in nothing."""
        return [row for row, handed in self.rows if not handed]


def read_roster(path: Path) -> Roster:
    """Read a class list.

    Parameters
    ----------
    path : Path
        A Canvas gradebook export, a Moodle grading worksheet, or a CSV with a column `id`.

    Returns
    -------
    Roster
        With its kind recognised by its columns.

    Raises
    ------
    CannotGrade
        If it is none of these.
    """
    columns, rows = read_table(path)
    if columns[: len(CANVAS_COLUMNS)] == CANVAS_COLUMNS:
        students = [row for row in rows if row["ID"].strip() and not _is_note(row)]
        return Roster("canvas", columns, tuple(students))
    if set(MOODLE_COLUMNS) <= set(columns):
        return Roster("moodle", columns, tuple(rows))
    if "id" in columns:
        return Roster("list", columns, tuple(rows))
    raise CannotGrade(
        f"{path.name} has the columns {', '.join(columns[:6]) or 'none'}; expected a Canvas "
        "gradebook export, a Moodle grading worksheet, or a list with a column id"
    )


def read_table(path: Path) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """Read a CSV file; missing cells become empty texts."""
    try:
        reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), restval="")
        rows = [{k: v for k, v in row.items() if k is not None} for row in reader]
        return tuple(reader.fieldnames or ()), rows
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CannotGrade(f"{path} cannot be read as a CSV file in UTF-8: {error}") from error


def _is_note(row: dict[str, str]) -> bool:
    return row["Student"].strip() in CANVAS_NOTES


def match(roster: Roster, graded: list[Graded], known: dict[str, str]) -> Matched:
    """Give each submission to the one row it belongs to.

    Parameters
    ----------
    roster : Roster
        The class list.
    graded : list of Graded
        Every result.
    known : dict of str to str
        What a human has said: submission's student -> id in the roster.

    Returns
    -------
    Matched
        Every row and every submission is in it, none twice.
    """
    claims: dict[str, list[int]] = {}
    for position, row in enumerate(roster.rows):
        for name in roster.names_of(row):
            claims.setdefault(name, []).append(position)
    rows: list[tuple[dict[str, str], list[Graded]]] = [(row, []) for row in roster.rows]
    unknown = []
    for each in graded:
        found = claims.get(plain_name(known.get(each.student, each.student)), [])
        if len(found) == 1:
            rows[found[0]][1].append(each)
        else:
            unknown.append(each)
    return Matched(rows, unknown)


def read_matches(path: Path | None) -> dict[str, str]:
    """Read what a human has said about submissions nobody claims."""
    if path is None:
        return {}
    columns, rows = read_table(path)
    if not {"submission", "id"} <= set(columns):
        raise CannotGrade(f"{path.name} needs two columns, submission and id")
    return {row["submission"]: row["id"] for row in rows}


def plain_name(text: str) -> str:
    """Compare names without capitals and blank space around them."""
    return unicodedata.normalize("NFC", text).strip().casefold()
