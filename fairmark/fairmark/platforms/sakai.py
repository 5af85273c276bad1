"""Sakai: `title/Last, First(eid)/...`, and `grades.csv`, whose headings stand in its third row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from fairmark.platforms import filling
from fairmark.platforms.protocol import (
    NOT_LISTED,
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
from fairmark.platforms.tables import NotAList, Sheet, Table, folded, ids, parse_sheet, written

# `Submission attachment(s)` is no person whose eid is s.
PERSON = re.compile(r"(?P<name>.+)\((?P<eid>(?!s\))[^()]+)\)")
FLAT = re.compile(r"(?P<who>.+?\([^()]+\))_(?P<word>[^_/]+)_(?P<file>.+)")
ANONYMOUS = re.compile(r"[0-9a-f][0-9a-f-]{3,} \S+")
META = ("timestamp.txt", "comments.txt", "feedbacktext.html")
FEEDBACK = ("feedback", "rückmeldung", "retroaliment", "comentario", "commentaire", "riscontro")
LATE = {"late", "verspätet", "en retard", "tarde", "con retraso", "tardía", "te laat", "in ritardo",
        "atrasado", "sen", "遅延", "迟交"}  # fmt: skip
ON_TIME = {"on time", "pünktlich", "rechtzeitig", "à temps", "a tiempo", "op tijd", "in tempo",
           "no prazo", "i tid", "準時", "准时"}  # fmt: skip


class Sakai(Platform):
    """The folders that Sakai writes, and the table that goes back with them."""

    name, title, rank = "sakai", "Sakai", 65
    one_column = True

    def heading(self, sheet: Sheet) -> int | None:
        """Find headings in the third row under a first row of title and kind of grade."""
        if len(sheet.rows) < 3:
            return None
        first = [cell for cell in sheet.rows[0] if cell.strip()]
        second = [cell for cell in sheet.rows[1] if cell.strip()]
        third = [cell for cell in sheet.rows[2] if cell.strip()]
        return 2 if len(first) == 2 and not second and len(third) >= 4 else None

    def students(self, table: Table) -> tuple[list[Student], list[str]]:
        """Read the people by the order of columns, which no language changes."""
        numbers, said = ids(table.sheet.name, "ID", (row[1].strip() for row in table.rows))
        found = []
        for row, cells in enumerate(table.rows):
            if numbers[row]:
                last, first = cells[2].strip(), cells[3].strip()
                late = _late(cells[6]) if len(cells) > 6 else ""
                found.append(
                    Student(
                        numbers[row],
                        f"{last}, {first}",
                        spellings(first, last),
                        (cells[0].strip(),),
                        "",
                        row,
                        late=late,
                    )
                )
        return found, said

    def explains(self, path: PurePosixPath) -> bool:
        """A folder of the assignment, and in it one a person; or flat names, or the table."""
        parts = path.parts
        if len(parts) == 2:
            return parts[1].casefold() in ("grades.csv", "grades.xls") or bool(FLAT.match(parts[1]))
        if len(parts) < 3:
            return False
        return bool(
            PERSON.fullmatch(parts[1]) or (ANONYMOUS.fullmatch(parts[1]) and len(parts) > 3)
        )

    def explained(self, paths: Sequence[PurePosixPath]) -> list[bool]:
        """One folder holds them all, and somebody in it has an id."""
        some = any(len(p.parts) > 1 and "(" in p.parts[1] for p in paths)
        own = some and len({path.parts[0] for path in paths}) == 1
        return [own and each for each in super().explained(paths)]

    def companion(self, path: PurePosixPath) -> bool:
        """The table of grades says who was late."""
        return len(path.parts) == 2 and path.parts[1].casefold() == "grades.csv"

    def claims(
        self, paths: Sequence[PurePosixPath], people: People, beside: Beside
    ) -> Iterator[Claim]:
        """Read each path; who was late stands in the table, if anywhere."""
        late = {s.id: s.late for s in people.students if s.late} or self._late_of(beside)
        for path in paths:
            for claim in self._claims(path, people):
                known = late.get(claim.student.id, "") if claim.student else ""
                yield replace(claim, late=known if claim.kind != "hidden" else "")

    def _late_of(self, beside: Beside) -> dict[str, str]:
        for name, content in beside.files.items():
            if self.companion(PurePosixPath(name)) or name == "grades.csv":
                try:
                    sheet = parse_sheet(name, content)
                    if self.heading(sheet) is not None:
                        return {s.id: s.late for s in self.students(Table(sheet, 2))[0] if s.late}
                except NotAList:
                    continue
        return {}

    def _claims(self, path: PurePosixPath, people: People) -> Iterator[Claim]:
        parts = path.parts
        if self.companion(path) or (len(parts) == 2 and parts[1].casefold() == "grades.xls"):
            yield Claim(str(path), "meta")
            return
        flat = FLAT.fullmatch(parts[1]) if len(parts) == 2 else None
        who = flat["who"] if flat else (parts[1] if len(parts) > 2 else "")
        kind = _kind(path, flat)
        if who and not PERSON.fullmatch(who):
            how = "anonymous" if ANONYMOUS.fullmatch(who) else NOT_LISTED
            yield Claim(str(path), kind, None, how, who, who, hints=(who,))
            return
        if not who:
            yield nobodys(path)
            return
        # A group is its people, joined; each of them has the file.
        members = [PERSON.fullmatch(each.strip()) for each in who.split(";")]
        for match in members if all(members) else [PERSON.fullmatch(who)]:
            claim = Claim(
                str(path), kind, None, "", match["eid"], match["name"].strip(),
                hints=(match["name"], match["eid"]),
            )  # fmt: skip
            yield certain(claim, people.of_login(match["eid"]))

    def headings(self, table: Table) -> list[str]:
        """The table is about one assignment and has one column of grades."""
        return [table.columns[4]] if len(table.columns) > 4 else []

    def fill(self, people: People, heading: str, marks: Sequence[Mark]) -> Import:
        """Give the table back as it was, with its grades filled in."""
        table = people.table
        filled = filling.fill(people, 4, marks, filling.Scale())
        rows: list[Sequence[str]] = [*table.sheet.rows[: table.at + 1]]
        for row, cells in enumerate(table.rows):
            rows.append([*cells[:4], filled.cells.get(row, cells[4]), *cells[5:]])
        return filled.as_import(self.name, heading, written(rows, table.sheet.delimiter or ","))


def _kind(path: PurePosixPath, flat: re.Match | None) -> str:
    kind, parts = kind_of(path), path.parts
    word = flat["word"] if flat else (parts[2] if len(parts) > 3 else "")
    if kind == "hidden":
        return kind
    if word:
        return "feedback" if folded(word).startswith(FEEDBACK) else kind
    name = path.name.casefold()
    if name.endswith("submissiontext.html"):
        return "text"
    return "meta" if name in META else kind


def _late(cell: str) -> str:
    word = folded(cell)
    return "yes" if word in {folded(w) for w in LATE} else "no" if word in ON_TIME else ""


PLATFORM = Sakai()
