"""Brightspace (D2L): folders `numbers - Name - date`, and a grade export that ends its lines.

The numbers are in no export, so people are known by exact names only.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from fairmark.platforms import filling
from fairmark.platforms.protocol import (
    NAME,
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
    spellings,
)
from fairmark.platforms.tables import Sheet, Table, folded, ids, written

FOLDER = re.compile(r"(?P<person>[0-9]+)-[0-9]+ - (?P<name>.+) - (?P<date>[^/]*[0-9][^/]*)")
FLAT = re.compile(
    r"(?P<person>[0-9]+)-[0-9]+ - (?P<name>.+?) - (?P<date>[^-]*\b[0-9]{4}\b[^-]*?[0-9]{3,4}[^-]*?)"
    r" - (?P<file>.+)"
)
ITEM = re.compile(r".+ Points Grade <.*?MaxPoints:\s*(?P<most>[0-9.,]+).*>")
LINE_END = "End-of-Line Indicator"
CLOCK = re.compile(r"\b([0-9]{1,2}):?([0-9]{2})\b(?:\s*([AP])M)?", re.IGNORECASE)
MONTHS = (
    ("jan", "ene"), ("feb", "fev"), ("mar",), ("apr", "avr", "abr"), ("may", "mai", "mag"),
    ("jun", "juin", "giu"), ("jul", "juil", "lug"), ("aug", "aou", "ago"), ("sep", "set"),
    ("oct", "okt", "out", "ott"), ("nov",), ("dec", "dez", "dic"),
)  # fmt: skip


class Brightspace(Platform):
    """The names that Brightspace writes, and its grade export."""

    name, title, rank = "brightspace", "Brightspace", 10

    def heading(self, sheet: Sheet) -> int | None:
        """Find the heading that has an indicator of its end."""
        return first_row(
            sheet,
            lambda found: folded(LINE_END) in found and {"orgdefinedid", "username"} & found,
        )

    def students(self, table: Table) -> tuple[list[Student], list[str]]:
        """Read the people; ids carry a # in front so that no spreadsheet takes them for numbers."""
        key = "OrgDefinedId" if table.find("OrgDefinedId") is not None else "Username"
        own, said = ids(table.sheet.name, key, (c.lstrip("#") for c in table.cells(key)))
        users = [cell.lstrip("#") for cell in table.cells("Username")]
        names = zip(table.cells("First Name"), table.cells("Last Name"), strict=True)
        mails = table.cells("Email")
        found = []
        for row, (first, last) in enumerate(names):
            if own[row]:
                also = tuple(each for each in (users[row], mails[row]) if each)
                full = f"{first} {last}".strip()
                found.append(Student(own[row], full, spellings(first, last), also, "", row))
        return found, said

    def explains(self, path: PurePosixPath) -> bool:
        """A folder per submission, older ones in one level; and a list of them all."""
        top = path.parts[0]
        if len(path.parts) == 1:
            return bool(FLAT.fullmatch(top)) or top == "index.html"
        return bool(FOLDER.fullmatch(top))

    def explained(self, paths: Sequence[PurePosixPath]) -> list[bool]:
        """A list alone is no archive of Brightspace."""
        found = super().explained(paths)
        some = sum(found) > sum(path.name == "index.html" for path in paths)
        return [some and each for each in found]

    def claims(
        self, paths: Sequence[PurePosixPath], people: People, beside: Beside
    ) -> Iterator[Claim]:
        """Take a person by a name that is alone on both sides, and count the dates as attempts."""
        read = {path: self._read(path) for path in paths}
        persons: dict[str, set[str]] = {}
        dates: dict[str, set[tuple]] = {}
        for match in filter(None, read.values()):
            persons.setdefault(folded(match["name"]), set()).add(match["person"])
            dates.setdefault(match["person"], set()).add(_when(match["date"]))
        for path, match in read.items():
            if match is None:
                yield Claim(str(path), "meta") if str(path) == "index.html" else nobodys(path)
                continue
            name, person, when = match["name"], match["person"], _when(match["date"])
            attempt = sorted(dates[person]).index(when) + 1
            claim = Claim(
                str(path), kind_of(path), None, "", f"{person} - {name}", name, attempt,
                order=when, hints=(name,),
            )  # fmt: skip
            listed = people.by_name.get(folded(name), [])
            many = len(listed) > 1 or (listed and len(persons[folded(name)]) > 1)
            if many:
                yield replace(claim, how=PROPOSED)
            else:
                yield certain(claim, people.of_name(name), NAME)

    @staticmethod
    def _read(path: PurePosixPath) -> re.Match | None:
        top = path.parts[0]
        return FOLDER.fullmatch(top) if len(path.parts) > 1 else FLAT.fullmatch(top)

    def headings(self, table: Table) -> list[str]:
        """List the items that are graded in points."""
        return [c for c in table.columns if ITEM.fullmatch(c.strip())]

    def fill(self, people: People, heading: str, marks: Sequence[Mark]) -> Import:
        """Write the id columns, one item, and the indicator of the end; no names, no mail."""
        table = people.table
        match = ITEM.fullmatch(heading.strip())
        most = filling.number(match["most"]) if match else None
        at = table.columns.index(heading)
        filled = filling.fill(people, at, marks, filling.Scale(most=most, above=False))
        who = [i for i, c in enumerate(table.columns) if folded(c) in ("orgdefinedid", "username")]
        rows = [[*(table.columns[i] for i in who), heading, LINE_END]]
        for row in sorted(filled.cells):
            rows.append([*(table.rows[row][i] for i in who), filled.cells[row], "#"])
        return filled.as_import(self.name, heading, written(rows, table.sheet.delimiter or ","))


def _when(date: str) -> tuple:
    """Order dates of any language: by what can be read of them, then by their text."""
    plain = unicodedata.normalize("NFKD", date.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = re.findall(r"[a-z]+", plain)
    month = next(
        (n for n, starts in enumerate(MONTHS, 1) for w in words if w.startswith(starts)), 0
    )
    year = re.search(r"\b(?:19|20)[0-9]{2}\b", plain)
    rest = plain.replace(year[0], " ", 1) if year else plain
    clock = list(CLOCK.finditer(rest))
    hour = minute = 0
    if clock:
        last = clock[-1]
        hour, minute = int(last[1]), int(last[2])
        if last[3]:
            hour = hour % 12 + 12 * (last[3] == "p")
        rest = rest[: last.start()]
    day = re.search(r"[0-9]{1,2}", rest)
    return (int(year[0]) if year else 0, month, int(day[0]) if day else 0, hour, minute, date)


PLATFORM = Brightspace()
