"""What grading found, as points for the grade of a term: who, which set, earned and possible."""

import csv
import io
from collections.abc import Iterator
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

from fairmark.course import current
from fairmark.grading.results import NOT_GRADABLE, Graded, read_result
from fairmark.grading.worlds import CannotGrade
from fairmark.messages import say
from fairmark.spreadsheets import unquoted
from fairmark.term.checked import HANDED_IN, Given

BOOK, RESULTS, MATCH = "gradebook.csv", "results", "match.csv"


def set_points(graded: Path) -> Iterator[Given]:
    """Read an output folder of `fairmark grade`.

    Parameters
    ----------
    graded : Path
        With gradebook.csv, which says what counts, and results/.

    Yields
    ------
    Given
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
                yield Given(person, "", None, None, came, where, digest=digest, name=name)
            continue
        key = Graded(student, student, file, number, "").key
        path = graded / RESULTS / f"{key}.json"
        result = read_result(path)
        if result is None:
            whose = {"file": file, "student": student, "result": path.name}
            program = current().program
            raise CannotGrade(say("desk.no_result", book=graded / BOOK, program=program, **whose))
        gradable = result.outcome != NOT_GRADABLE
        yield Given(
            person,
            number,
            Fraction(result.earned) if gradable else None,
            Fraction(result.points) if gradable and result.points else None,
            row.get("came") or HANDED_IN,
            f"{graded.name}/{RESULTS}/{path.name}",
            {q.id: (Fraction(q.earned), Fraction(q.points)) for q in result.questions},
            sha256(path.read_bytes()).hexdigest(),
            row.get("late", ""),
            row.get("asked for") == "no",
            name,
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
