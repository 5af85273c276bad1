"""ILIAS: `title/Submissions/Last_First_login_number/file`, all in ASCII; marks are typed in."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from fairmark.platforms import names
from fairmark.platforms.google_classroom import table_to_copy
from fairmark.platforms.protocol import (
    PROPOSED,
    Claim,
    Import,
    Mark,
    People,
    Platform,
    Student,
    certain,
    kind_of,
    nobodys,
    spellings,
)
from fairmark.platforms.tables import Sheet, Table, folded, ids

PERSON = re.compile(r"(?P<body>.+_.+)_(?P<id>[0-9]+)")
TEAM = re.compile(r"[^\W\d_]+[ _][0-9]+")
FEEDBACK = re.compile(r"to_(?P<who>.+_[0-9]+)")
DATE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[0-9]{1,2}\.\s?(?:[0-9]{1,2}\.|[^\W\d]+\.?)\s?[0-9]{4}.*"
)
LATE = re.compile(
    r"(?:late submission|verspätete (?:abgabe|einreichung)|verspaetete (?:abgabe|einreichung)|"
    r"soumission tardive|remise tardive|entrega tardía|entrega tardia|consegna in ritardo|"
    r"te late inzending) ?[-_] ?.+",
    re.IGNORECASE,
)
LOGINS = ("login", "anmeldename", "benutzername", "username", "benutzerkonto", "identifiant")


class Ilias(Platform):
    """The folders that ILIAS writes, and its list of who handed in."""

    name, title, rank, takes_imports = "ilias", "ILIAS", 80, False

    def heading(self, sheet: Sheet) -> int | None:
        """Find last name, first name, login and a date, in any language."""
        for at in range(min(5, len(sheet.rows) - 1)):
            table = Table(sheet, at)
            if len(table.columns) < 3 or not all(c.strip() for c in table.columns[:3]):
                continue
            dates = [row[3].strip() for row in table.rows if len(row) > 3 and row[3].strip()]
            logins = [row[2].strip() for row in table.rows if any(row)]
            own = {"id", "student"} & {folded(column) for column in table.columns}
            if own or len(set(logins)) < len(logins):
                continue
            dated = bool(dates) and all(DATE.fullmatch(each) for each in dates)
            login = folded(table.columns[2]) in LOGINS
            if len(table.columns) in (3, 4, 5) and (dated or (login and not dates)):
                return at
        return None

    def students(self, table: Table) -> tuple[list[Student], list[str]]:
        """Read the people by the order of columns."""
        logins, said = ids(table.sheet.name, table.columns[2], (r[2].strip() for r in table.rows))
        found = []
        for row, cells in enumerate(table.rows):
            if logins[row]:
                last, first = cells[0].strip(), cells[1].strip()
                full = f"{first} {last}".strip()
                found.append(Student(logins[row], full, spellings(first, last), (), "", row))
        return found, said

    def explains(self, path: PurePosixPath) -> bool:
        """Folders of people below two of words, one table, and a folder of feedback."""
        parts = path.parts
        if len(parts) == 2:
            return path.name == f"{parts[0]}.xlsx"
        return len(parts) > 3 and (_person(path) is not None or bool(FEEDBACK.fullmatch(parts[2])))

    def explained(self, paths: Sequence[PurePosixPath]) -> list[bool]:
        """A table alone is no archive of ILIAS."""
        some = any(len(path.parts) > 3 and _person(path) is not None for path in paths)
        return [some and each for each in super().explained(paths)]

    def claim(self, path: PurePosixPath, people: People) -> Claim:
        """Take a person by the login, which stands before the number at the end."""
        parts = path.parts
        if len(parts) == 2 and path.name == f"{parts[0]}.xlsx":
            return Claim(str(path), "meta")
        if len(parts) < 4:
            return nobodys(path)
        feedback = FEEDBACK.fullmatch(parts[2])
        who = feedback["who"] if feedback else _person(path)
        match = PERSON.fullmatch(who) if who else None
        if match is None:
            return nobodys(path)
        kind = "feedback" if feedback else kind_of(path)
        late = (
            "" if kind in ("feedback", "hidden") else "yes" if LATE.fullmatch(path.name) else "no"
        )
        body = match["body"]
        claim = Claim(
            str(path), kind, None, "", who, body.replace("_", " "), late=late,
            hints=(body.replace("_", " "),),
        )  # fmt: skip
        ends = [s for s in people.students if folded(body).endswith(f"_{folded(s.id)}")]
        fits = [s for s in ends if _is_called(body[: -len(s.id) - 1], s)]
        if len(fits) == 1 or not ends:
            return certain(claim, fits[0] if fits else None)
        return replace(claim, how=PROPOSED)

    def headings(self, table: Table) -> list[str]:
        """ILIAS has no column to fill; the table to copy from gets one."""
        return []

    def fill(self, people: People, heading: str, marks: Sequence[Mark]) -> Import:
        """Write a table to copy from."""
        return table_to_copy(self, people, heading, marks, None)


def _person(path: PurePosixPath) -> str | None:
    """Return the folder of a person: the third, or the fourth below a team's."""
    third, fourth = path.parts[2], path.parts[3]
    if TEAM.fullmatch(third) and len(path.parts) > 4 and PERSON.fullmatch(fourth):
        return fourth
    return third if PERSON.fullmatch(third) and not TEAM.fullmatch(third) else None


def _is_called(name: str, student: Student) -> bool:
    """Compare a name in ASCII with a person's: the same words, umlauts either way."""
    return bool(set(names.forms(name.replace("_", " "))) & set(names.forms(student.name)))


PLATFORM = Ilias()
