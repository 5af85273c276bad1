"""Gradescope: `submission_501/file`, whose people a list at the top names; it takes no import."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from fairmark.platforms.google_classroom import table_to_copy
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
from fairmark.platforms.tables import Sheet, Table, ids
from fairmark.platforms.times import moment, written

METADATA = "submission_metadata.yml"
SUBMISSION = re.compile(r"submission_(?P<id>[0-9]+)")
LATENESS = re.compile(r"[0-9]+(?::[0-9]{2}){1,2}")


class Gradescope(Platform):
    """The export of submissions, and the export of grades."""

    name, title, rank, takes_imports = "gradescope", "Gradescope", 40, False
    one_column = True

    def heading(self, sheet: Sheet) -> int | None:
        """Find the heading, which Gradescope does not translate."""
        return first_row(sheet, lambda found: {"sid", "email"} <= found)

    def students(self, table: Table) -> tuple[list[Student], list[str]]:
        """Read the people; the lateness stands there too."""
        numbers, said = ids(table.sheet.name, "SID", table.cells("SID"))
        mails, whole = table.cells("Email"), table.cells("Name")
        firsts, lasts = table.cells("First Name"), table.cells("Last Name")
        lateness = table.cells("Lateness (H:M:S)")
        sections = table.cells("Sections")
        found = []
        for row, number in enumerate(numbers):
            if number or mails[row]:
                full = whole[row] or f"{firsts[row]} {lasts[row]}".strip()
                also = spellings(firsts[row], lasts[row])
                found.append(
                    Student(number or mails[row], full, also, (mails[row],), sections[row], row,
                            late=_late(lateness[row]))
                )  # fmt: skip
        return found, said

    def explains(self, path: PurePosixPath) -> bool:
        """One folder for all, and in it one a submission."""
        parts = path.parts
        if len(parts) == 2:
            return parts[1] == METADATA
        return len(parts) > 2 and bool(SUBMISSION.fullmatch(parts[1]))

    def companion(self, path: PurePosixPath) -> bool:
        """Only the list at the top is Gradescope's."""
        return len(path.parts) == 2 and path.name == METADATA

    def claims(
        self, paths: Sequence[PurePosixPath], people: People, beside: Beside
    ) -> Iterator[Claim]:
        """Give each folder to everybody whom the list at the top names."""
        tops = [str(path) for path in paths if self.companion(path)]
        content = next((beside.files[t] for t in [*tops, METADATA] if t in beside.files), b"")
        listed = _submitters(content) or _by_number(people)
        for path in paths:
            match = SUBMISSION.fullmatch(path.parts[1]) if len(path.parts) > 2 else None
            if self.companion(path):
                yield Claim(str(path), "meta")
            elif match is None:
                yield nobodys(path)
            else:
                yield from self._of(path, listed.get(match["id"], []), people)

    @staticmethod
    def _of(path: PurePosixPath, submitters: list[dict], people: People) -> Iterator[Claim]:
        """Give a folder to everybody who handed it in; its time is that of the list."""
        label = path.parts[1]
        if not submitters:
            yield Claim(str(path), kind_of(path), None, "no entry in the metadata", label)
        for each in submitters:
            sid, mail, name = each.get("sid", ""), each.get("email", ""), each.get("name", "")
            found = (people.of_id(sid) if sid else None) or people.of_login(mail)
            claim = Claim(
                str(path), kind_of(path), None, "", sid or mail or label, name, hints=(name, mail),
                order=(int(label.rpartition("_")[2]),), when=each.get("when", ""),
            )  # fmt: skip
            late = found.late if found and claim.kind != "hidden" else ""
            yield certain(replace(claim, late=late), found)

    def headings(self, table: Table) -> list[str]:
        """There is one column of points, which no import fills."""
        return [c for c in table.columns if c == "Total Score"]

    def fill(self, people: People, heading: str, marks: Sequence[Mark]) -> Import:
        """Write a table to copy from."""
        return table_to_copy(self, people, heading, marks, None)


def _submitters(content: bytes) -> dict[str, list[dict]]:
    """Read who handed in what; every value stays the text it is."""
    import yaml

    try:
        data = yaml.load(content.decode("utf-8", "replace"), yaml.BaseLoader) if content else None
    except (yaml.YAMLError, RecursionError):
        return {}
    found = {}
    for key, entry in (data if isinstance(data, dict) else {}).items():
        match = SUBMISSION.fullmatch(str(key))
        people = entry.get(":submitters") if isinstance(entry, dict) else None
        if match and isinstance(people, list):
            when = written(moment(entry.get(":created_at")))
            found[match["id"]] = [
                {str(k).lstrip(":"): v for k, v in one.items() if isinstance(v, str)}
                | {"when": when}
                for one in people
                if isinstance(one, dict)
            ]
    return found


def _by_number(people: People) -> dict[str, list[dict]]:
    """Go by the numbers in the export of grades where the list of submissions is missing."""
    if people.table is None or people.platform != Gradescope.name:
        return {}
    numbers = people.table.cells("Submission ID")
    found: dict[str, list[dict]] = {}
    for student in people.students:
        if numbers[student.row]:
            found.setdefault(numbers[student.row], []).append(
                {"sid": student.id, "name": student.name}
            )
    return found


def _late(cell: str) -> str:
    if not LATENESS.fullmatch(cell):
        return ""
    return "yes" if any(int(part) for part in cell.split(":")) else "no"


PLATFORM = Gradescope()
