"""Canvas: a flat zip named `name_[LATE_]id_id_file`, and the gradebook's export.

Names in the zip may be the students' own, so a path is read together with the class list.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from fairmark.platforms import filling
from fairmark.platforms.protocol import (
    ID,
    PROPOSED,
    Claim,
    Import,
    Mark,
    People,
    Platform,
    Student,
    certain,
    first_row,
    hidden,
    kind_of,
    nobodys,
    spellings,
)
from fairmark.platforms.tables import Sheet, Table, folded, ids, written

TEXT = re.compile(r"(?P<name>.+?)_(?P<late>LATE_)?(?P<id>[0-9]+)_(?P<kind>text|link)\.html")
ANONYMOUS = re.compile(r"anon_(?P<late>LATE_)?(?P<id>[0-9A-Za-z]+)_(?P<file>[0-9]+)_.+")
OURS = re.compile(r".+ \((?P<id>[0-9]+)\)")
TEST_STUDENT = ("student, test", "test student")
READ_ONLY = re.compile(r"\([^()]*\)")


class Canvas(Platform):
    """The names that Canvas writes, and its gradebook."""

    name, title, rank = "canvas", "Canvas", 30

    def heading(self, sheet: Sheet) -> int | None:
        """Find the headings, which Canvas does not translate."""
        return first_row(
            sheet,
            lambda found: (
                {"id", "section"} <= found
                and ("student" in found or {"lastname", "firstname"} <= found)
            ),
        )

    def students(self, table: Table) -> tuple[list[Student], list[str]]:
        """Read the people; notes below the heading and the test student are none."""
        numbers, said = ids(table.sheet.name, "ID", table.cells("ID"))
        whole = table.cells("Student")
        lasts, firsts = table.cells("LastName"), table.cells("FirstName")
        logins = zip(table.cells("SIS User ID"), table.cells("SIS Login ID"), strict=True)
        found = []
        for row, (number, login, section) in enumerate(
            zip(numbers, logins, table.cells("Section"), strict=True)
        ):
            if not number:
                continue
            full = whole[row] or ", ".join(each for each in (lasts[row], firsts[row]) if each)
            full = full.removeprefix('="').removesuffix('"') if full.startswith('="') else full
            last, _, first = full.partition(", ")
            note = "test student" if folded(full) in TEST_STUDENT else ""
            found.append(Student(number, full, spellings(first, last), login, section, row, note))
        return found, said

    def explains(self, path: PurePosixPath) -> bool:
        """Canvas writes no folders."""
        if len(path.parts) != 1:
            return False
        name = path.name
        return bool(TEXT.fullmatch(name) or ANONYMOUS.fullmatch(name) or _readings(name))

    def claim(self, path: PurePosixPath, people: People) -> Claim:
        """Read a path with the class list; several readings that are left are for a human."""
        name = path.name
        if len(path.parts) != 1 or name.startswith("."):
            return nobodys(path)
        kind = kind_of(path)
        if match := TEXT.fullmatch(name):
            readings = [
                (match["name"], bool(match["late"]), match["id"], match["kind"] + ".html", 0)
            ]
            kind = match["kind"]
        elif match := ANONYMOUS.fullmatch(name):
            late = "yes" if match["late"] else "no"
            return Claim(str(path), kind, None, "anonymous", f"anon_{match['id']}", late=late)
        else:
            readings = _readings(name)
        if not readings:
            return nobodys(path)
        chosen = _chosen(readings, people)
        if len(chosen) != 1:
            label = "_".join(name.split("_")[:3])
            claim = Claim(str(path), kind, None, PROPOSED, label, hints=tuple(r[0] for r in chosen))
            return replace(claim, candidates=())
        ((owner, late, number, _, order),) = chosen
        claim = Claim(
            str(path), kind, None, "", number, owner, late="yes" if late else "no",
            order=(order,), hints=(owner,),
        )  # fmt: skip
        if hidden(path):
            claim = replace(claim, late="")
        return certain(claim, people.of_id(number), ID)

    def headings(self, table: Table) -> list[str]:
        """List the assignments; totals and what Canvas calls read-only take nothing."""
        start = (table.find("Section") or 0) + 1
        points = next((row for row in table.rows if _is_points(row)), ("",) * len(table.columns))
        return [
            heading
            for at, heading in enumerate(table.columns)
            if at >= start and OURS.fullmatch(heading.strip())
            if not READ_ONLY.fullmatch(points[at].strip())
        ]

    def fill(self, people: People, heading: str, marks: Sequence[Mark]) -> Import:
        """Write the student block and one column; no points possible, nobody without a grade."""
        table = people.table
        at = table.columns.index(heading)
        points = next((filling.number(row[at]) for row in table.rows if _is_points(row)), None)
        filled = filling.fill(people, at, marks, filling.Scale(most=points or None, excuses=True))
        block = (table.find("Section") or 0) + 1
        number = table.find("ID")
        people_of = {student.row: student for student in people.students}
        rows: list[list[str]] = [[*table.columns[:block], heading]]
        for row in sorted(filled.cells):
            cells = list(table.rows[row][:block])
            cells[number] = people_of[row].id
            rows.append([*cells, filled.cells[row]])
        delimiter = table.sheet.delimiter if table.sheet.delimiter in (",", ";") else ","
        return filled.as_import(self.name, heading, written(rows, delimiter))


def _is_points(row: Sequence[str]) -> bool:
    return folded(row[0]).startswith("points possible")


def _readings(name: str) -> list[tuple[str, bool, str, str, int]]:
    """List every way to read `name_[LATE_]id_id_file`: name, late, id, file, number of the file."""
    parts = name.split("_")
    found = []
    for at in range(1, len(parts) - 2):
        number, file = parts[at], parts[at + 1]
        rest = "_".join(parts[at + 2 :])
        if not (_digits(number) and _digits(file) and rest):
            continue
        late = at > 1 and parts[at - 1] == "LATE"
        owner = "_".join(parts[: at - 1 if late else at])
        if owner:
            found.append((owner, late, number, rest, int(file)))
    return found


def _digits(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19


def _chosen(readings: list, people: People) -> list:
    """Keep the readings that the class list bears out; without a list the first one counts."""
    if len(readings) == 1:
        return readings
    if not people.students:
        return readings  # nobody can say which; the file gets a label of its own
    known = [(reading, people.of_id(reading[2])) for reading in readings]
    fits = [r for r, s in known if s and _in_zip(s.name) == folded(r[0])]
    return fits or [r for r, s in known if s] or readings[:1]


def _in_zip(name: str) -> str:
    """Write a name as Canvas does in its zips: small letters, digits and underscores."""
    return folded("".join(sign for sign in name.lower() if sign.isalnum() or sign == "_"))


PLATFORM = Canvas()
