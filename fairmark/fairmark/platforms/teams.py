"""Microsoft Teams: `Submitted files/Name/Assignment/Version n/file`; all words are translated."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from fairmark.platforms import filling
from fairmark.platforms.google_classroom import MAIL, people_by_mail, table_to_copy
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

    def explained(self, paths: Sequence[PurePosixPath]) -> list[bool]:
        """Submitted and working files lie apart; one folder that ends in a number is no version."""
        submitted = {path.parts[0] for path in paths if _version(path) is not None}
        apart = [(path, _version(path) is not None) for path in paths]
        return [
            bool(submitted) and self.explains(path) and version == (path.parts[0] in submitted)
            for path, version in apart
        ]

    def claims(
        self, paths: Sequence[PurePosixPath], people: People, beside: Beside
    ) -> Iterator[Claim]:
        """Take a person by the folder's name, which Teams wrote.

        The words are translated, so working files are known by a folder in which no file has a
        version; what lies outside the versions of submitted files was handed in all the same.
        """
        submitted = {path.parts[0] for path in paths if _version(path) is not None}
        for path in paths:
            working = folded(path.parts[0]) in WORKING or path.parts[0] not in submitted
            yield self._claim(path, people, working=working)

    @staticmethod
    def _claim(path: PurePosixPath, people: People, *, working: bool) -> Claim:
        if len(path.parts) < 4:
            return nobodys(path)
        name, version, kind = path.parts[1], _version(path), kind_of(path)
        if kind != "hidden" and working:
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
