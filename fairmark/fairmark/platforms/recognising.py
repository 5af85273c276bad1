"""Which platform a class list and an archive come from, and whose each file is."""

import importlib
import pkgutil
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import compress
from pathlib import Path, PurePosixPath

from fairmark import platforms as here
from fairmark.errors import CourseError
from fairmark.messages import names_in_a_row, say
from fairmark.platforms.plain import Pattern, Plain
from fairmark.platforms.proposing import candidates
from fairmark.platforms.protocol import (
    CERTAIN,
    NAME,
    NO_NAME,
    NOT_LISTED,
    PROPOSED,
    SUBMITTED,
    Beside,
    Claim,
    People,
    Platform,
    hidden,
)
from fairmark.platforms.tables import NAMES_OF, NotAList, Sheet, Table, read_sheet

SURE, LEAD, SOME = 0.90, 0.20, 0.50
NO_LIST = "no class list"
SET_NUMBER = re.compile(r"(?<![^\W_])[0-9]{1,2}(?![^\W_])")


class NotRecognised(CourseError):
    """An archive fits no platform well enough to say whose its files are."""


@dataclass(frozen=True)
class Recognised:
    """What an archive was taken for.

    Parameters
    ----------
    platform : Platform
        Whose names these are.
    claims : tuple of Claim
        One per file and owner, in the order of the archive.
    said : str
        A line to print.
    """

    platform: Platform
    claims: tuple[Claim, ...]
    said: str


@cache
def platforms() -> tuple[Platform, ...]:
    """Find every platform: the modules of this folder that hold a `PLATFORM`, by rank."""
    found = []
    for module in pkgutil.iter_modules(here.__path__):
        loaded = importlib.import_module(f"{here.__name__}.{module.name}")
        if isinstance(each := getattr(loaded, "PLATFORM", None), Platform):
            found.append(each)
    return tuple(sorted(found, key=lambda each: (each.rank, each.name)))


def named(name: str) -> Platform:
    """Return a platform by its name; raises NotRecognised with a list of them all."""
    wanted = name.strip().casefold().replace("-", "_")
    for each in platforms():
        if each.name == wanted:
            return each
    known = ", ".join(each.name.replace("_", "-") for each in platforms())
    raise NotRecognised(say("list.no_platform", name=name, known=known))


def read_people(path: Path, platform: str = "", encoding: str = "", column: str = "") -> People:
    """Read a class list and recognise whose it is.

    Parameters
    ----------
    path : Path
        CSV of any delimiter and encoding, or an Excel workbook.
    platform : str
        Name of the platform; empty to recognise it.
    encoding : str
        Beats what the file looks like.
    column : str
        Column of ids of a list that no platform wrote.

    Returns
    -------
    People
        Everybody on it.

    Raises
    ------
    NotAList
        If it cannot be read, or is nobody's list.
    """
    return recognise_people(read_sheet(path, encoding), platform, column)


def recognise_people(sheet: Sheet, platform: str = "", column: str = "") -> People:
    """Recognise whose list a sheet is; raises NotAList."""
    if column:
        tried: Sequence[Platform] = (Plain(column=column),)
    else:
        tried = (named(platform),) if platform and platform != "plain" else platforms()
    for each in tried:
        if (at := each.heading(sheet)) is None:
            continue
        table = Table(sheet, at)
        students, said = each.students(table)
        if not any(not s.note for s in students):
            raise NotAList(say("list.nobody", name=sheet.name))
        _refuse_twice(sheet.name, students, table)
        cells, people = say(f"list.{NAMES_OF[sheet.delimiter]}"), _people(students)
        told = say("list.read", name=sheet.name, title=each.title, people=people, cells=cells)
        return People(each.name, tuple(students), table, (told, *sheet.said, *said))
    heading = max(sheet.rows[:5], key=lambda row: sum(bool(c.strip()) for c in row))
    listed = ", ".join(c.strip() for c in heading[:8] if c.strip()) or say("list.no_columns")
    known = ", ".join(p.title for p in platforms() if p.name != "plain")
    found = {"name": sheet.name, "columns": listed, "known": known}
    if platform:
        raise NotAList(say("list.not_of", title=named(platform).title, **found))
    raise NotAList(say("list.unknown", **found))


def _people(students: Sequence) -> str:
    return say("list.people", sum(not s.note for s in students))


def _refuse_twice(name: str, students: Sequence, table: Table) -> None:
    """Refuse a list that names one person twice; two sections are two persons."""
    many = Counter((s.id, s.section) for s in students if not s.note)
    twice = [each for each, count in many.items() if count > 1]
    if twice:
        rows = (s.row + table.at + 2 for s in students if (s.id, s.section) == twice[0])
        where = names_in_a_row(*map(str, rows))
        raise NotAList(say("list.twice", name=name, student=twice[0][0], rows=where))


def choose(
    paths: Sequence[PurePosixPath], people: People, top: str = ""
) -> tuple[Platform, int, int]:
    """Choose the platform that explains the paths best.

    Parameters
    ----------
    paths : sequence of PurePosixPath
        What is not hidden.
    people : People
        The class list; it breaks a tie.
    top : str
        What the folder or the zip itself is called: it may be the platform's outermost part.

    Returns
    -------
    tuple of Platform and two ints
        The platform, how many folders lie above its own (-1 if the folder itself is its
        outermost), how many paths it explains.

    Raises
    ------
    NotRecognised
        If some paths are of a platform and too many are not; the sentence holds the counts.
    """
    plain = named("plain")
    if not paths:
        return plain, 0, 0
    votes, whole = _votes(paths)
    counts: list[tuple[Fraction, bool, int, int, Platform, int, int]] = []
    for strip in range(-1 if top else 0, _shared(paths) + 1):
        cut = [_cut(path, strip, top) for path in paths]
        for each in platforms():
            if any(found := each.explained(cut)):
                share = sum(compress(votes, found), Fraction(0))
                own, near = each.name == people.platform, -abs(strip)
                counts.append((share, own, near, -each.rank, each, strip, sum(found)))
    counts.sort(key=lambda one: one[:4], reverse=True)
    best = counts[0] if counts else (0, False, 0, 0, plain, 0, 0)
    share = best[0] / whole
    others = [c for c in counts if c[4] is not best[4]]
    second = others[0][0] / whole if others else 0
    if share >= SURE and (share - second >= LEAD or best[1]):
        return best[4], best[5], best[6]
    if share < SOME:
        # Where names are the students' own, the list alone says what it is.
        known = next((p for p in platforms() if p.name == people.platform), plain)
        return (known if known.free_names else plain), 0, 0
    listed = ", ".join(
        say("archive.share", title=c[4].title, count=c[6], of=len(paths)) for c in counts[:3]
    )
    raise NotRecognised(say("archive.unclear", platforms=listed))


def _votes(paths: Sequence[PurePosixPath]) -> tuple[list[Fraction], int]:
    """Give each outermost folder one vote, shared by its files, and each outermost file one.

    Else one person's thousand files would say what everybody's names mean.
    """
    depth = _shared(paths, 9)
    many = Counter(path.parts[: depth + 1] for path in paths)
    return [Fraction(1, many[path.parts[: depth + 1]]) for path in paths], len(many)


def _shared(paths: Sequence[PurePosixPath], most: int = 3) -> int:
    """Count the folders that lie above everything: an archive unpacked, or packed once more."""
    first = paths[0].parts
    many = 0
    while many < min(most, len(first) - 1) and all(
        len(p.parts) > many + 1 and p.parts[many] == first[many] for p in paths
    ):
        many += 1
    return many


def read_archive(
    paths: Sequence[PurePosixPath],
    people: People,
    beside: Beside | None = None,
    *,
    platform: str = "",
    pattern: str = "",
    top: str = "",
) -> Recognised:
    """Say of every file of an archive whose it is.

    Parameters
    ----------
    paths : sequence of PurePosixPath
        Every file, in the order of names.
    people : People
        The class list; an empty one leaves everybody's name as the platform wrote it.
    beside : Beside, optional
        The platform's own files.
    platform, pattern : str
        From the teacher; empty to recognise.
    top : str
        What the folder or the zip itself is called.

    Returns
    -------
    Recognised
        One claim per file and owner.

    Raises
    ------
    NotRecognised
        If it is not clear which platform it is.
    """
    seen = [path for path in paths if not hidden(path)]
    strip = explained = 0
    if pattern:
        chosen: Platform = Pattern(pattern=pattern)
    elif platform:
        chosen = named(platform)
        strip = _strip_for(chosen, seen, top)
    else:
        chosen, strip, explained = choose(seen, people, top)
    cut = {_cut(path, strip, top): path for path in paths}
    files = beside or Beside()
    known = {str(whole): str(short) for short, whole in cut.items()}
    inside = {known[name]: text for name, text in files.files.items() if name in known}
    outside = {name: text for name, text in files.files.items() if name not in known}
    files = replace(files, files={**inside, **outside})
    claims = []
    for claim in chosen.claims(list(cut), people, files):
        whole = str(cut[PurePosixPath(claim.path)])
        label = whole if claim.label == claim.path else claim.label
        claims.append(replace(claim, path=whole, label=label))
    claims = [_settled(claim, chosen, people) for claim in _alone(claims)]
    submitted = sum(claim.counts for claim in claims)
    found = {"title": chosen.title}
    said = (
        say("archive.read_own", submitted, own=explained, of=len(seen), **found)
        if explained
        else say("archive.read", submitted, **found)
    )
    return Recognised(chosen, tuple(claims), said)


def _strip_for(platform: Platform, paths: Sequence[PurePosixPath], top: str) -> int:
    if not paths:
        return 0
    counts = [
        (sum(platform.explained([_cut(path, n, top) for path in paths])), -abs(n), n)
        for n in range(-1 if top else 0, _shared(paths) + 1)
    ]
    return max(counts)[2]


def _cut(path: PurePosixPath, strip: int, top: str) -> PurePosixPath:
    """Take off what lies above, or put the folder itself above; a hidden copy elsewhere stays."""
    if strip < 0:
        return PurePosixPath(top, *path.parts)
    return PurePosixPath(*path.parts[strip:]) if len(path.parts) > strip else path


def _alone(claims: Sequence[Claim]) -> list[Claim]:
    """Take nobody by name whom two owners of the archive are called."""
    labels = defaultdict(set)
    for claim in claims:
        if claim.how == NAME and claim.student is not None:
            labels[claim.student.row].add(claim.label)
    return [
        replace(claim, student=None, how=PROPOSED)
        if claim.how == NAME and claim.student and len(labels[claim.student.row]) > 1
        else claim
        for claim in claims
    ]


def _settled(claim: Claim, platform: Platform, people: People) -> Claim:
    """Add whom a human is to be asked about."""
    if claim.kind not in SUBMITTED:
        return replace(claim, how=claim.how if claim.student else "")
    if claim.how in CERTAIN or claim.note:
        return claim
    if not people.students:
        return replace(claim, how=NO_LIST)
    found = candidates(claim, people)
    how = claim.how
    if platform.free_names and how in (NOT_LISTED, NO_NAME):
        how = PROPOSED if found else NOT_LISTED if _has_name(claim) else NO_NAME
    return replace(claim, how=how, candidates=found)


# What file names hold that is no name of a person.
COMMON = {"copy", "of", "kopie", "von", "copie", "de", "copia", "final", "finished", "done", "new",
          "version", "homework", "hw", "exercise", "exercises", "set", "assignment", "ipynb",
          "solution", "solutions", "answer", "answers", "untitled", "notebook", "my", "the",
          "txt", "json", "pdf", "html", "zip", "py", "docx", "submission", "work"}  # fmt: skip


def _has_name(claim: Claim) -> bool:
    """Tell whether a name that the students chose holds words that may be a person's.

    One word is enough, except beside the number of a set, where it is what the set is about.
    """
    words = {w for hint in claim.hints for w in _letters(hint)} - COMMON
    numbered = any(SET_NUMBER.search(hint) for hint in claim.hints)
    return len(words) > (1 if numbered else 0)


def _letters(text: str) -> list[str]:
    from fairmark.platforms.names import forms

    return [w for w in (forms(text) or ((),))[0] if w.isalpha() and len(w) > 1]
