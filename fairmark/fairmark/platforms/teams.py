"""Microsoft Teams: `Submitted files/Name/Assignment/Version n/file`; all words are translated."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from fairmark.platforms import filling
from fairmark.platforms.google_classroom import MAIL, people_by_mail, table_to_copy
from fairmark.platforms.protocol import (
    NAME,
    PROPOSED,
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
from fairmark.platforms.tables import Sheet, Table, folded

VERSION = re.compile(r"(?P<word>[^\W\d]+)[ _]?(?P<n>[0-9]{1,6})")
WORKING = {
    "working files", "arbeitsdateien", "fichiers de travail", "archivos de trabajo",
    "file di lavoro", "werkbestanden", "ficheiros de trabalho", "arquivos de trabalho",
    "arbetsfiler", "рабочие файлы", "作業ファイル", "工作文件",
}  # fmt: skip


class Teams(Platform):
    """The folders that Teams keeps, and its export of grades; Teams takes no import."""

    name, title, rank, takes_imports = "teams", "Microsoft Teams", 55, False

    def heading(self, sheet: Sheet) -> int | None:
        """Find the heading with addresses, points and feedback."""
        return first_row(sheet, lambda found: {folded(MAIL), "points", "feedback"} <= found)

    def students(self, table: Table) -> tuple[list[Student], list[str]]:
        """Read the people."""
        return people_by_mail(table), []

    def explains(self, path: PurePosixPath) -> bool:
        """Submitted files lie in versions; working files do not."""
        return _version(path) is not None or len(path.parts) == 4

    def explained(self, paths: Sequence[PurePosixPath]) -> int:
        """Without a single version it is any other folder."""
        return super().explained(paths) if any(_version(path) for path in paths) else 0

    def claim(self, path: PurePosixPath, people: People) -> Claim:
        """Take a person by the folder's name, which Teams wrote."""
        if len(path.parts) < 4:
            return nobodys(path)
        name, version = path.parts[1], _version(path)
        kind = kind_of(path)
        if kind != "hidden" and (version is None or folded(path.parts[0]) in WORKING):
            kind, version = "working", None
        claim = Claim(
            str(path), kind, None, "", name, name, version, order=(version or 0,), hints=(name,)
        )
        many = len(people.by_name.get(folded(name), ())) > 1
        if many:
            return replace(claim, how=PROPOSED)
        return certain(claim, people.of_name(name), NAME)

    def headings(self, table: Table) -> list[str]:
        """List the assignments: every third column, before its points and feedback."""
        start = (table.find(MAIL) or 0) + 1
        taken = {"points", "feedback"}
        return [c for c in table.columns[start:] if folded(c) not in taken]

    def fill(self, people: People, heading: str, marks: Sequence[Mark]) -> Import:
        """Write a table to copy from."""
        at = people.table.columns.index(heading)
        cells = (row[at + 1] for row in people.table.rows if len(row) > at + 1)
        most = next((m for m in map(filling.number, cells) if m), None)
        return table_to_copy(self, people, heading, marks, most)


def _version(path: PurePosixPath) -> int | None:
    parts = path.parts
    match = VERSION.fullmatch(parts[3]) if len(parts) >= 5 else None
    return int(match["n"]) if match else None


PLATFORM = Teams()
