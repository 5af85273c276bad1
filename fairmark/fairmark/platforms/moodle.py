"""Moodle: folders or flat names with `_assignsubmission_`, and the grading worksheet.

All its headings are translated, so the worksheet is known by its cells.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from fairmark.messages import say
from fairmark.platforms import filling
from fairmark.platforms.protocol import (
    ID,
    NAME,
    Beside,
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
from fairmark.platforms.tables import Sheet, Table, folded, ids, written

FOLDER = re.compile(
    r"(?P<name>.*?)_(?P<id>[0-9]+)_assignsubmission_(?P<plugin>[a-z0-9]+)_(?P<file>.*)"
)
GROUP = re.compile(r"(?P<name>.+?)_assignsubmission_(?P<plugin>[a-z0-9]+)_(?P<file>.*)")
PERSON = re.compile(r"(?P<word>\D*[^\W\d_]\D*?)\s*(?P<id>[0-9]+)")
ENGLISH = ("identifier", "full name")
REMOVED = re.compile(r"[\x00-\x1f&<>\"`|':\\/?*]")
NO = {"no", "nein", "non", "nee", "nej", "nei", "não", "нет", "ні", "nie", "ne", "いいえ", "否"}


class Moodle(Platform):
    """The names that Moodle writes, its grading worksheet, and its gradebook."""

    name, title, rank = "moodle", "Moodle", 70
    one_column = True

    def heading(self, sheet: Sheet) -> int | None:
        """Find the worksheet by a first column of one word and numbers, in any language."""
        for at in range(min(5, len(sheet.rows) - 1)):
            table = Table(sheet, at)
            if _worksheet(table) or _gradebook(table):
                return at
        return None

    def students(self, table: Table) -> tuple[list[Student], list[str]]:
        """Read the people of a worksheet, or of the gradebook."""
        if not _worksheet(table):
            return _of_gradebook(table)
        found = []
        for row, cells in enumerate(table.rows):
            match = PERSON.fullmatch(cells[0].strip())
            if match is None:
                continue
            full = cells[1].strip() if len(cells) > 1 else ""
            mails = tuple(c.strip() for c in cells[2:5] if "@" in c and " " not in c.strip())
            found.append(Student(match["id"], full, (match["word"].strip(),), mails, "", row))
        return found, []

    def explains(self, path: PurePosixPath) -> bool:
        """The outermost part is Moodle's."""
        return bool(GROUP.fullmatch(path.parts[0]))

    def claims(
        self, paths: Sequence[PurePosixPath], people: People, beside: Beside
    ) -> Iterator[Claim]:
        """Read each path; without a list a number with two names is a person's and a group's."""
        found = [self.claim(path, people) for path in paths]
        names: dict[str, set[str]] = {}
        for claim in found:
            names.setdefault(claim.label, set()).add(claim.name)
        for claim in found:
            many = not people.students and len(names[claim.label]) > 1
            yield replace(claim, label=f"{claim.name}_{claim.label}") if many else claim

    def claim(self, path: PurePosixPath, people: People) -> Claim:
        """Take a person by number and name; a number alone may be a group's."""
        top = path.parts[0]
        group, match = GROUP.fullmatch(top), FOLDER.fullmatch(top)
        if group is None:
            return nobodys(path)
        kind = kind_of(path)
        if (
            kind != "hidden"
            and group["plugin"] == "onlinetext"
            and path.name.endswith("onlinetext.html")
        ):
            kind = "text"
        if match is None or len(match["name"]) > len(group["name"]):
            return Claim(str(path), kind, None, "group", group["name"], group["name"])
        name, number = match["name"], match["id"]
        claim = Claim(str(path), kind, None, "", f"{name}_{number}", name, hints=(name,))
        if not people.students:
            return replace(claim, label=number)
        if student := people.of_id(number):
            if _is_called(name, student):
                return certain(claim, student, ID)
            return replace(claim, how="group or name differs", hints=(name, number))
        # The platform wrote the name; numbers of a list of another kind say nothing of it.
        named = None if _numbered(people) else people.of_name(name)
        return certain(claim, named, NAME)

    def headings(self, table: Table) -> list[str]:
        """A worksheet has one column of grades; a gradebook has one an item."""
        if at := _grade_column(table):
            return [table.columns[at]]
        return [c for c in table.columns if c.rstrip().endswith("(Real)")]

    def fill(self, people: People, heading: str, marks: Sequence[Mark]) -> Import:
        """Give the worksheet back with its grades filled in; what has no grade stays as it was."""
        table = people.table
        at = _grade_column(table)
        if at is None or table.columns[at] != heading:
            return _fill_gradebook(self.name, people, heading, marks)
        most = next((row[at + 1].strip() for row in table.rows if row[at + 1].strip()), "")
        scale = filling.Scale(most=filling.number(most), comma="," in most, decimals=2, above=False)
        filled = filling.fill(people, at, marks, scale)
        locked = [c.student.id for c in filled.changes if _locked(table, c.student.row, at)]
        if locked:
            filled.said.append(say("import.locked", students=", ".join(locked)))
        rows = [list(table.columns)]
        for row, cells in enumerate(table.rows):
            new = filled.cells.get(row, cells[at])
            rows.append([*cells[:at], new, *cells[at + 1 :]])
        return filled.as_import(self.name, heading, written(rows))


def _numbered(people: People) -> bool:
    """Tell whether a list has the numbers that stand in the zip: only a worksheet does."""
    return people.platform == Moodle.name and _worksheet(people.table)


def _worksheet(table: Table) -> bool:
    cells = [row[0].strip() for row in table.rows if any(row)]
    found = [PERSON.fullmatch(cell) for cell in cells]
    if not cells or len(table.columns) < 3 or not all(found):
        return False
    if len({match["word"].strip() for match in found}) != 1:
        return False
    return {folded(c) for c in table.columns} >= set(ENGLISH) or _grade_column(table) is not None


def _grade_column(table: Table) -> int | None:
    """Find the grades: the column before one that holds one number in every row, the maximum."""
    if (named := table.find("Maximum Grade")) is not None and table.find("Grade") == named - 1:
        return named - 1
    # From the end: what the site adds about people stands before the grades.
    for at in range(len(table.columns) - 1, 1, -1):
        cells = {row[at].strip() for row in table.rows if any(row)}
        before = [row[at - 1].strip() for row in table.rows]
        (cell, *others) = cells or {""}
        numbers = all(not each or filling.number(each) is not None for each in before)
        if not others and (filling.number(cell) or 0) > 0 and numbers and "@" not in cell:
            return at - 1
    return None


def _gradebook(table: Table) -> bool:
    cells = [row[-1].strip() for row in table.rows if any(row)]
    epochs = bool(cells) and all(c.isdecimal() and len(c) in (10, 11) for c in cells)
    mails = any(
        all("@" in row[at] for row in table.rows if any(row)) for at in range(len(table.columns))
    )
    return epochs and mails


def _of_gradebook(table: Table) -> tuple[list[Student], list[str]]:
    """Read first name, last name, perhaps an id number, and the mail address."""
    mail = next(
        at for at in range(len(table.columns)) if all("@" in r[at] for r in table.rows if any(r))
    )
    number = table.find("ID number", "ID-Nummer", "Numéro d'identification", "Número de ID")
    number = number if number is not None and any(r[number].strip() for r in table.rows) else None
    found = []
    cells, said = ids(table.sheet.name, "ID number", (r[number or 0].strip() for r in table.rows))
    for row, values in enumerate(table.rows):
        if not any(values):
            continue
        first, last, address = values[0].strip(), values[1].strip(), values[mail].strip()
        own = cells[row] if number is not None else ""
        found.append(
            Student(own or address, f"{first} {last}", spellings(first, last), (address,), "", row)
        )
    return found, said if number is not None else []


def _fill_gradebook(name: str, people: People, heading: str, marks: Sequence[Mark]) -> Import:
    """Write who and one column; the teacher says at the platform which column is which."""
    table = people.table
    at = table.columns.index(heading)
    filled = filling.fill(people, at, marks, filling.Scale())
    who = [i for i, c in enumerate(table.columns[:at]) if not c.rstrip().endswith(("(Real)",))]
    rows = [[*(table.columns[i] for i in who), heading]]
    rows += [[*(table.rows[r][i] for i in who), filled.cells[r]] for r in sorted(filled.cells)]
    return filled.as_import(name, heading, written(rows))


def _locked(table: Table, row: int, grade: int) -> bool:
    cells = table.rows[row][grade + 2 : grade + 4]
    return any(folded(cell) in NO for cell in cells)


def _is_called(name: str, student: Student) -> bool:
    """Tell whether Moodle wrote this person's name, as it writes names of files."""
    written_name = _in_zip(name)
    own = [_in_zip(each) for each in (student.name, *student.spellings) if each]
    return written_name in own or any(written_name.endswith(f" {each}") for each in own[:1])


def _in_zip(name: str) -> str:
    return folded(REMOVED.sub("", name.replace("_", " ")))


PLATFORM = Moodle()
