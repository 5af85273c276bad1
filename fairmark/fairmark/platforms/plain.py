"""Any other hand-in: a folder or a file per person, and any list with a column of ids."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from fairmark.messages import say
from fairmark.platforms import filling
from fairmark.platforms.protocol import (
    ID,
    NAME,
    NO_NAME,
    NOT_RECOGNISED,
    PROPOSED,
    Beside,
    Claim,
    Import,
    Mark,
    People,
    Platform,
    Student,
    certain,
    hidden,
    kind_of,
    nobodys,
    spellings,
)
from fairmark.platforms.tables import NotAList, Sheet, Table, folded, ids, written

IDS = ("id", "student id", "student", "login", "username", "user name", "matrikelnummer",
       "student number", "number", "identifier", "kennung", "identifiant", "numéro", "e-mail",
       "email", "email address")  # fmt: skip
NAMES = ("name", "full name", "student name", "vollständiger name", "nom", "nombre")
FIRSTS = ("first name", "firstname", "given name", "vorname", "prénom", "nombre")
LASTS = ("last name", "lastname", "surname", "family name", "nachname", "nom", "apellido")
SECTIONS = ("section", "group", "class", "gruppe", "kurs", "groupe", "sección")
MAILS = ("email", "e-mail", "email address", "e-mail-adresse", "mail")
SET_NUMBER = re.compile(r"[0-9]{1,2}")
DEEPEST = 3  # folders above people: a term, a week, a section


@dataclass(frozen=True)
class Plain(Platform):
    """Folders or files named after people; `column` is the column of ids that was asked for."""

    column: str = ""
    name = "plain"
    title = "a plain folder and list"
    rank = 99
    free_names = True

    def heading(self, sheet: Sheet) -> int | None:
        """Find the first row with a column of ids."""
        for at, row in enumerate(sheet.rows[:5]):
            if self.column:
                if folded(self.column) in map(folded, row):
                    return at
            elif {"id", "student"} & set(map(folded, row)):
                return at
        return None

    def students(self, table: Table) -> tuple[list[Student], list[str]]:
        """Read the people by the names of columns."""
        column = table.columns[table.find(self.column or "id", self.column or "student")]
        numbers, said = ids(table.sheet.name, column, table.cells(column))
        whole = table.cells(*NAMES)
        firsts, lasts = table.cells(*FIRSTS), table.cells(*LASTS)
        mails, sections = table.cells(*MAILS), table.cells(*SECTIONS)
        found = []
        for row, number in enumerate(numbers):
            if not number:
                if any(cell.strip() for cell in table.rows[row]):
                    said.append(
                        say(
                            "list.no_id",
                            name=table.sheet.name,
                            row=row + 2 + table.at,
                            column=column,
                        )
                    )
                continue
            full = whole[row] or f"{firsts[row]} {lasts[row]}".strip()
            last, comma, first = full.partition(", ")
            also = spellings(first, last) if comma else spellings(firsts[row], lasts[row])
            mail = (mails[row],) if mails[row] and mails[row] != number else ()
            found.append(Student(number, full, also, mail, sections[row], row))
        return found, said

    def explains(self, path: PurePosixPath) -> bool:
        """It would explain anything, so it is taken only where nothing else fits."""
        return False

    def claims(
        self, paths: Sequence[PurePosixPath], people: People, beside: Beside
    ) -> Iterator[Claim]:
        """Read one layout for all: the outermost folder owns, or the one below sections."""
        depths = _depths([path for path in paths if not hidden(path)], people)
        found = [_claim(path, people, depths.get(path, 0)) for path in paths]
        above: dict[int, set[tuple[str, ...]]] = {}
        for claim in found:
            path = PurePosixPath(claim.path)
            if claim.student is not None and (depth := depths.get(path, 0)):
                above.setdefault(claim.student.row, set()).add(path.parts[:depth])
        for claim in found:
            # One person of the list, and somebody of that name in two sections: who is who?
            twice = claim.student is not None and len(above.get(claim.student.row, ())) > 1
            yield replace(claim, student=None, how=PROPOSED) if twice else claim

    def headings(self, table: Table) -> list[str]:
        """List every column that holds no id, name or address."""
        taken = {*IDS, *NAMES, *FIRSTS, *LASTS, *SECTIONS, *MAILS, folded(self.column)}
        return [c for c in table.columns if folded(c) not in taken]

    def fill(self, people: People, heading: str, marks: Sequence[Mark]) -> Import:
        """Give the list back with one column filled, or with a new one at its end."""
        table = people.table
        at = table.columns.index(heading) if heading in table.columns else None
        filled = filling.fill(people, at, marks, filling.Scale(excuses=True))
        rows: list[list[str]] = [[*table.columns, *([] if at is not None else [heading])]]
        for row, cells in enumerate(table.rows):
            new = filled.cells.get(row, cells[at] if at is not None else "")
            rows.append([*cells, new] if at is None else [*cells[:at], new, *cells[at + 1 :]])
        return filled.as_import(self.name, heading, written(rows, table.sheet.delimiter or ","))


def _depths(paths: Sequence[PurePosixPath], people: People) -> dict[PurePosixPath, int]:
    """Return how many folders lie above each path's owner: wrappers, sections, or none.

    What a person named inside their own folder has no say: a level is asked only where all the
    folders above it are nobody's. A loose file that is no notebook (a note, a list) says nothing.
    """
    folders = [path for path in paths if len(path.parts) > 1]
    if any(_work(path) for path in paths if len(path.parts) == 1):
        return dict.fromkeys(paths, 0)
    if people.students:
        for depth in range(DEEPEST + 1):
            at = {path.parts[depth] for path in folders if len(path.parts) > depth}
            if depth:  # a file is called after its set as often as after its person
                at = {part for part in at if not SET_NUMBER.fullmatch(_stem(part))}
            known = sum(_known(part, people) for part in at)
            if known and (not depth or known * 2 >= len(at)):
                return dict.fromkeys(paths, depth)
    return _depths_by_form(paths)


def _depths_by_form(paths: Sequence[PurePosixPath]) -> dict[PurePosixPath, int]:
    """Tell sections and wrappers by their form alone; whoever is in doubt is two, never one."""
    depths = dict.fromkeys(paths, 0)
    for level in range(DEEPEST):
        groups: dict[tuple[str, ...], list[PurePosixPath]] = {}
        for path in paths:
            if depths[path] == level and len(path.parts) > level + 1:
                groups.setdefault(path.parts[: level + 1], []).append(path)
        split = {top for top, group in groups.items() if _holds_people(group, level)}
        for top, group in groups.items() if split else ():
            if top in split or not _direct(group, level):
                # What lies in the folder itself stays the folder's own.
                depths |= {path: level + 1 for path in group if len(path.parts) > level + 2}
    return depths


def _holds_people(group: Sequence[PurePosixPath], level: int) -> bool:
    """Tell whether a folder holds several that may each be a person's."""
    direct = _direct(group, level)
    below = (p for p in group if len(p.parts) > level + 2 and (_work(p) or not direct))
    return len({path.parts[level + 1] for path in below}) > 1


def _direct(group: Sequence[PurePosixPath], level: int) -> bool:
    return any(_work(path) for path in group if len(path.parts) == level + 2)


def _work(path: PurePosixPath) -> bool:
    return kind_of(path) in ("notebook", "zip")


def _known(part: str, people: People) -> bool:
    stem = part.rpartition(".")[0] or part
    return any(
        bool(by.get(key)) or bool(people.by_name.get(folded(text)))
        for text in (part, stem)
        for by, key in ((people.by_id, text), (people.by_login, folded(text)))
    )


def _claim(path: PurePosixPath, people: People, depth: int) -> Claim:
    kind = kind_of(path)
    parts = path.parts
    if kind == "hidden" and hidden(PurePosixPath(parts[0])):
        return Claim(str(path), kind)
    at = min(depth, len(parts) - 1)
    owner, is_file = parts[at], at == len(parts) - 1
    label = "/".join(parts[: at + 1])
    text = _stem(owner) if is_file else owner
    if is_file:
        label = "/".join((*parts[:at], text))
    hints = (text, *parts[:at]) if people.students else (text,)
    claim = Claim(str(path), kind, None, "", label, text, hints=hints)
    section = " ".join(parts[:at])
    return _owned(claim, text, section, is_file, people)


def _owned(claim: Claim, text: str, section: str, is_file: bool, people: People) -> Claim:
    """Take a person by an id that stands there letter by letter; a name is asked about."""
    same = people.by_id.get(text) or people.by_login.get(folded(text)) or []
    if len(same) > 1 and section:
        same = [s for s in same if s.section and _words(s.section) <= _words(section)] or same
    if len(same) > 1:
        return replace(claim, how=PROPOSED)
    if same and is_file and SET_NUMBER.fullmatch(text):
        return replace(claim, how=PROPOSED)
    return certain(claim, same[0] if same else None, ID)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", folded(text)))


def _stem(name: str) -> str:
    """Return a file's name without its endings, also where a browser has added some."""
    return re.sub(r"(\.ipynb|\.txt|\.json|\.zip| \([0-9]+\))+$", "", name, flags=re.I) or name


@dataclass(frozen=True)
class Pattern(Platform):
    """Names as a teacher describes them: a pattern with `(?P<id>...)`, `(?P<name>...)` or both."""

    pattern: str = ""
    name = "pattern"
    title = "your name pattern"
    takes_imports = False

    def __post_init__(self) -> None:
        """Refuse a pattern that says nothing of whose a file is."""
        try:
            groups = re.compile(self.pattern).groupindex
        except re.error as error:
            raise NotAList(say("archive.pattern", error=error)) from None
        if not {"id", "name"} & set(groups):
            raise NotAList(say("archive.pattern_groups"))

    def claim(self, path: PurePosixPath, people: People) -> Claim:
        """Read the whole path by the pattern; the first that fits counts."""
        match = re.search(self.pattern, str(path))
        if match is None or hidden(path):
            return nobodys(path, "hidden" if hidden(path) else "", NOT_RECOGNISED)
        found = match.groupdict()
        number, name = found.get("id") or "", found.get("name") or ""
        attempt = found.get("attempt") or ""
        claim = Claim(
            str(path), kind_of(path), None, "", number or name, name,
            int(attempt) if attempt.isdecimal() else None,
            "yes" if found.get("late") else "", hints=tuple(h for h in (name, number) if h),
        )  # fmt: skip
        if not number and not name:
            return replace(claim, how=NO_NAME, label=str(path))
        if number:
            return certain(claim, people.of_id(number), ID)
        return certain(claim, people.of_name(name), NAME)


PLATFORM = Plain()
