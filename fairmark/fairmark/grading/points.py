"""What grading found, as points for the grade of a term: who, which set, earned and possible."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

from fairmark.course import current
from fairmark.grading.results import NOT_GRADABLE, Graded, read_result
from fairmark.grading.worlds import CannotGrade
from fairmark.messages import say
from fairmark.spreadsheets import unquoted

BOOK, RESULTS, MATCH = "gradebook.csv", "results", "match.csv"
CAME = "yes"  # that it came is known, and not when


@dataclass(frozen=True)
class SetPoints:
    """What one student earned in one set.

    Parameters
    ----------
    student, name, number : str
        Whose, and the set; empty if it is only known that there is such a person.
    points, of : Fraction, optional
        None where it could not be graded.
    submitted : str
        A time where the platform gave one, else "yes"; of no set, the file, if there is one.
    late : str
        "yes" or "no" where the platform says so.
    where, digest : str
        The file it was read from, and its SHA-256.
    questions : dict of str to (Fraction, Fraction)
        Earned and possible, by question.
    stray : bool
        Whether the class was not asked for this set where it was handed in.
    """

    student: str
    name: str
    number: str
    points: Fraction | None
    of: Fraction | None
    submitted: str
    where: str
    digest: str
    late: str = ""
    questions: dict[str, tuple[Fraction, Fraction]] = field(default_factory=dict)
    stray: bool = False


def set_points(graded: Path) -> Iterator[SetPoints]:
    """Read an output folder of `fairmark grade`.

    Parameters
    ----------
    graded : Path
        With gradebook.csv, which says what counts, and results/.

    Yields
    ------
    SetPoints
        In the order of the gradebook; without a set for who handed nothing in.

    Raises
    ------
    CannotGrade
        If it is no such folder, or a result that the gradebook names cannot be read.
    """
    known, rows = _matches(graded / MATCH), _rows(graded / BOOK)
    digest = sha256((graded / BOOK).read_bytes()).hexdigest()
    for row in rows:
        student, name, number, file = (
            unquoted(row.get(each, "")) for each in ("student", "name", "set", "file")
        )
        person = known.get(student, student)
        if not number or not file:
            # Somebody of whom nothing came, or something that nobody can say the set of.
            came = f"{graded.name}: {file}" if file else ""
            where = f"{graded.name}/{BOOK}"
            if person:
                yield SetPoints(person, name, "", None, None, came, where, digest)
            continue
        key = Graded(student, student, file, number, "").key
        path = graded / RESULTS / f"{key}.json"
        result = read_result(path)
        if result is None:
            whose = {"file": file, "student": student, "result": path.name}
            program = current().program
            raise CannotGrade(say("desk.no_result", book=graded / BOOK, program=program, **whose))
        gradable = result.outcome != NOT_GRADABLE
        yield SetPoints(
            person,
            name,
            number,
            Fraction(result.earned) if gradable else None,
            Fraction(result.points) if gradable and result.points else None,
            row.get("came") or CAME,
            f"{graded.name}/{RESULTS}/{path.name}",
            sha256(path.read_bytes()).hexdigest(),
            row.get("late", ""),
            {q.id: (Fraction(q.earned), Fraction(q.points)) for q in result.questions},
            row.get("asked for") == "no",
        )


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CannotGrade(say("desk.no_book", path=path, error=error)) from error


def _matches(path: Path) -> dict[str, str]:
    """Read whose the unclaimed submissions are, where a human has said so."""
    if not path.is_file():
        return {}
    rows = [row for row in _rows(path) if row.get("id")]
    return {unquoted(row["submission"]): unquoted(row["id"]) for row in rows}
