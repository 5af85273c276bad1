"""Google Classroom: file names are the students' own, so nothing in them is ever certain."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from fairmark.messages import say
from fairmark.platforms import filling
from fairmark.platforms.protocol import (
    NO_NAME,
    Claim,
    Import,
    Mark,
    People,
    Platform,
    Student,
    first_row,
    kind_of,
    nobodys,
    spellings,
)
from fairmark.platforms.tables import Sheet, Table, folded, written

MAIL = "Email Address"


class GoogleClassroom(Platform):
    """A folder of the drive, and the table of grades; Classroom takes no import."""

    name, title, rank, takes_imports = "google_classroom", "Google Classroom", 60, False
    free_names = True

    def heading(self, sheet: Sheet) -> int | None:
        """Find the heading with addresses whose next rows hold dates and points, not people."""
        at = first_row(sheet, lambda found: folded(MAIL) in found and "feedback" not in found)
        if at is None:
            return None
        cells = Table(sheet, at).cells(MAIL)
        notes = [cell for cell in cells if cell and "@" not in cell]
        return at if notes and any("@" in cell for cell in cells) else None

    def students(self, table: Table) -> tuple[list[Student], list[str]]:
        """Read the people: the rows with an address."""
        return people_by_mail(table), []

    def claim(self, path: PurePosixPath, people: People) -> Claim:
        """Nobody is taken; the file's own name is shown to a human."""
        return nobodys(path, kind_of(path), NO_NAME)

    def headings(self, table: Table) -> list[str]:
        """List the assignments: all that is not a name or an address."""
        return list(table.columns[(table.find(MAIL) or 0) + 1 :])

    def fill(self, people: People, heading: str, marks: Sequence[Mark]) -> Import:
        """Write a table to copy from."""
        table = people.table
        mails = table.cells(MAIL)
        at = table.columns.index(heading)
        most = next(
            (filling.number(r[at]) for r, m in zip(table.rows, mails, strict=True) if _points(m)),
            None,
        )
        return table_to_copy(self, people, heading, marks, most)


def _points(cell: str) -> bool:
    return folded(cell) in ("points", "punkte", "puntos", "pontos", "punti", "punten", "баллы")


def people_by_mail(table: Table) -> list[Student]:
    """Read people whose id is their mail address."""
    names = zip(table.cells("First Name"), table.cells("Last Name"), strict=True)
    found = []
    for row, ((first, last), mail) in enumerate(zip(names, table.cells(MAIL), strict=True)):
        if "@" in mail:
            full = f"{first} {last}".strip()
            found.append(Student(mail, full, spellings(first, last), (mail,), "", row))
    return found


def table_to_copy(
    platform: Platform, people: People, heading: str, marks: Sequence[Mark], most
) -> Import:
    """Write names, ids and one column, for platforms that take no import."""
    table = people.table
    at = table.columns.index(heading) if heading in table.columns else None
    filled = filling.fill(people, at, marks, filling.Scale(most=most))
    filled.said.append(say("import.by_hand", title=platform.title))
    people_of = {student.row: student for student in people.students}
    rows = [["name", "id", heading]]
    rows += [[people_of[r].name, people_of[r].id, filled.cells[r]] for r in sorted(filled.cells)]
    return filled.as_import(platform.name, heading, written(rows))


PLATFORM = GoogleClassroom()
