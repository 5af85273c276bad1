"""GitHub Classroom: clones in `slug-submissions/slug-username/`; times of commits prove nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from fairmark.platforms.google_classroom import table_to_copy
from fairmark.platforms.protocol import (
    ID,
    PROPOSED,
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
)
from fairmark.platforms.tables import NotAList, Sheet, Table, folded, parse_sheet
from fairmark.platforms.times import moment, written

END = "-submissions"
AGAIN = re.compile(r"(?P<user>.+)-[0-9]+")


class GithubClassroom(Platform):
    """Clones of an assignment, the roster, and the table of grades; it takes no import."""

    name, title, rank, takes_imports = "github_classroom", "GitHub Classroom", 45, False
    one_column = True

    def heading(self, sheet: Sheet) -> int | None:
        """Find the heading of the roster, or of the grades."""
        return first_row(
            sheet,
            lambda found: (
                {"identifier", "github_username"} <= found
                or {"roster_identifier", "github_username"} <= found
            ),
        )

    def students(self, table: Table) -> tuple[list[Student], list[str]]:
        """Read the people; who has not linked an account has no user name."""
        numbers = table.cells("identifier", "roster_identifier")
        users, names = table.cells("github_username"), table.cells("name")
        found, seen = [], set()
        for row, (number, user, name) in enumerate(zip(numbers, users, names, strict=True)):
            if number and number not in seen:
                seen.add(number)
                also = (user,) if user else ()
                found.append(Student(number, name or number, (), also, "", row))
        return found, []

    def explains(self, path: PurePosixPath) -> bool:
        """Both folders begin with the assignment's own name."""
        slug = _slug(path)
        return bool(slug) and path.parts[1].startswith(f"{slug}-")

    def claims(
        self, paths: Sequence[PurePosixPath], people: People, beside: Beside
    ) -> Iterator[Claim]:
        """Take a person by the user name after the assignment's own."""
        times = _times(beside)
        for path in paths:
            slug = _slug(path)
            if not slug or not path.parts[1].startswith(f"{slug}-"):
                yield nobodys(path)
                continue
            user = path.parts[1][len(slug) + 1 :]
            came = times.get((slug, folded(user)))
            late = ""
            if came is not None and beside.due is not None:
                late = "yes" if came > beside.due else "no"
            claim = Claim(
                str(path), kind_of(path), None, "", f"{slug}-{user}", user, late=late,
                when=written(came), hints=(user,),
            )  # fmt: skip
            student = people.of_login(user)
            if student is not None and folded(user) not in {folded(u) for u in student.logins}:
                student = None  # an identifier is no user name
            match = AGAIN.fullmatch(user)
            if student is None and match and people.of_login(match["user"]):
                yield replace(claim, how=PROPOSED, hints=(match["user"],))
            else:
                yield certain(claim, student, ID)

    def headings(self, table: Table) -> list[str]:
        """The table of grades has one column of points, which no import fills."""
        return [c for c in table.columns if c == "points_awarded"]

    def fill(self, people: People, heading: str, marks: Sequence[Mark]) -> Import:
        """Write a table to copy from."""
        return table_to_copy(self, people, heading, marks, None)


def _slug(path: PurePosixPath) -> str:
    if len(path.parts) < 3 or not path.parts[0].endswith(END):
        return ""
    return path.parts[0].removesuffix(END)


def _times(beside: Beside) -> dict[tuple[str, str], float]:
    """Read when each was handed in, by assignment and user name, from the table of grades."""
    found: dict[tuple[str, str], float] = {}
    for name, content in beside.files.items():
        # One that lies in somebody's clone is the student's own.
        if not name.casefold().endswith(".csv") or len(PurePosixPath(name).parts) > 2:
            continue
        try:
            sheet = parse_sheet(name, content)
        except NotAList:
            continue
        at = first_row(sheet, lambda row: {"github_username", "submission_timestamp"} <= row)
        if at is None:
            continue
        table = Table(sheet, at)
        names = table.cells("assignment_name"), table.cells("github_username")
        for slug, user, time in zip(*names, table.cells("submission_timestamp"), strict=True):
            if (when := moment(time)) is not None:
                found[slug, folded(user)] = when
    return found


PLATFORM = GithubClassroom()
