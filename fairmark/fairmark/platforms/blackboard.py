"""Blackboard: `assignment_username_attempt_date_file` in one level, and a column with a number."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from fairmark.platforms import filling
from fairmark.platforms.protocol import (
    Beside,
    Claim,
    Import,
    Mark,
    People,
    Platform,
    Student,
    certain,
    first_row,
    kind_of,
    nobodys,
    spellings,
)
from fairmark.platforms.tables import Sheet, Table, ids, written

ATTEMPT = re.compile(r"(?P<head>.+?)_attempt_(?P<date>[0-9]{4}(?:-[0-9]{2}){5})(?P<rest>_.+|\.txt)")
COLUMN = re.compile(r".*\[.*\]\s*\|(?P<id>[0-9]+)\s*")
TOTAL = re.compile(r"\[[^\]]*up to[^\]]*\]")
POINTS = re.compile(r"\[[^\]]*?(?P<most>[0-9][0-9.,]*)[^\]]*\]\s*\|[0-9]+\s*$")
BLOCK = {"last name", "first name", "username", "student id", "last access", "availability"}


class Blackboard(Platform):
    """The names that Blackboard writes, and what "Work offline" gives."""

    name, title, rank = "blackboard", "Blackboard", 20

    def heading(self, sheet: Sheet) -> int | None:
        """Find a heading whose columns carry Blackboard's numbers, or its six first columns."""
        for at, row in enumerate(sheet.rows[:5]):
            if first_row(Sheet("", (row,)), lambda found: found >= BLOCK) is not None:
                return at
            if len(row) > 4 and any(COLUMN.fullmatch(cell) for cell in row):
                return at
        return None

    def students(self, table: Table) -> tuple[list[Student], list[str]]:
        """Read the people; where the headings are translated the order of columns is the same."""
        user = table.find("Username")
        user = 2 if user is None else user
        number = table.find("Student ID")
        logins, said = ids(table.sheet.name, "Username", (row[user].strip() for row in table.rows))
        found = []
        for row, cells in enumerate(table.rows):
            if not logins[row]:
                continue
            last, first = cells[0].strip(), cells[1].strip()
            also = (cells[number].strip(),) if number is not None and cells[number].strip() else ()
            found.append(
                Student(logins[row], f"{first} {last}", spellings(first, last), also, "", row)
            )
        return found, said

    def explains(self, path: PurePosixPath) -> bool:
        """Blackboard writes no folders."""
        return len(path.parts) == 1 and bool(ATTEMPT.fullmatch(path.name))

    def claims(
        self, paths: Sequence[PurePosixPath], people: People, beside: Beside
    ) -> Iterator[Claim]:
        """Cut off the assignment, which all names have in common, and count the attempts."""
        read = {path: ATTEMPT.fullmatch(path.name) for path in paths if len(path.parts) == 1}
        heads = {match["head"] for match in read.values() if match}
        cut = _assignment(sorted(heads), people)
        dates: dict[str, list[str]] = {}
        for match in filter(None, read.values()):
            dates.setdefault(match["head"], []).append(match["date"])
        for path in paths:
            match = read.get(path)
            if match is None:
                yield nobodys(path)
                continue
            user, date = match["head"][cut:], match["date"]
            kind = "comment" if match["rest"] == ".txt" else kind_of(path)
            attempt = sorted(set(dates[match["head"]])).index(date) + 1
            claim = Claim(
                str(path), kind, None, "", user, attempt=attempt, order=(date,), hints=(user,)
            )
            yield certain(claim, people.of_login(user))

    def headings(self, table: Table) -> list[str]:
        """List the columns with a number; totals are worked out by Blackboard."""
        return [c for c in table.columns if COLUMN.fullmatch(c) and not TOTAL.search(c)]

    def fill(self, people: People, heading: str, marks: Sequence[Mark]) -> Import:
        """Write user names and one column; a heading without its number would make a new one."""
        table = people.table
        match = POINTS.search(heading)
        most = filling.number(match["most"]) if match else None
        at = table.columns.index(heading)
        filled = filling.fill(people, at, marks, filling.Scale(most=most))
        user = table.find("Username")
        user = 2 if user is None else user
        people_of = {student.row: student for student in people.students}
        rows = [[*table.columns[: user + 1], heading]]
        for row in sorted(filled.cells):
            cells = [*table.rows[row][:user], people_of[row].id]
            rows.append([*cells, filled.cells[row]])
        return filled.as_import(
            self.name, heading, written(rows, table.sheet.delimiter or ",", quoted=True)
        )


def _assignment(heads: list[str], people: People) -> int:
    """Return how long the assignment's part of the names is, its underscore included.

    The class list decides among the places where an underscore stands in all of them.
    """
    common = _beginning(heads)
    if len(heads) == 1:
        common = common[: common.rfind("_") + 1] if not people.students else common
    places = [at + 1 for at, sign in enumerate(common) if sign == "_"]
    known = {at: sum(people.of_login(h[at:]) is not None for h in heads) for at in places}
    return max(places, key=lambda at: (known[at], at), default=0)


def _beginning(texts: list[str]) -> str:
    """Return the letters that all texts begin with."""
    if not texts:
        return ""
    first, last = min(texts), max(texts)
    same = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), None)
    return first[:same] if same is not None else min(first, last, key=len)


PLATFORM = Blackboard()
