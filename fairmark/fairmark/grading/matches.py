"""Whom a human is asked about, and what was answered: `match-proposed.csv` and `match.csv`."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fairmark.grading.worlds import CannotGrade
from fairmark.messages import say
from fairmark.platforms.protocol import CERTAIN, CONFIRMED, Claim, People
from fairmark.platforms.tables import Table, folded, read_sheet
from fairmark.spreadsheets import unquoted

PROPOSED_FILE, CONFIRMED_FILE = "match-proposed.csv", "match.csv"
HEAD = ("submission", "file", "id", "name", "score", "why", "confirm")
KEPT = ("submission", "file", "id", "digest")
YES = {"yes", "y", "x", "1", "true", "ja", "oui", "si", "sí"}


@dataclass(frozen=True)
class Confirmed:
    """A human has said whose a submission is.

    Parameters
    ----------
    submission, file : str
        What the platform calls the owner, and a path; either may be empty.
    id : str
        In the class list.
    digest : str
        Of the content, so that a renamed file stays known.
    """

    submission: str
    id: str
    file: str = ""
    digest: str = ""


def read(path: Path | None, people: People, kept: Iterable[Confirmed] = ()) -> list[Confirmed]:
    """Read what a human has confirmed.

    Parameters
    ----------
    path : Path or None
        The proposals with their last column filled in, or two columns submission and id.
    people : People
        The class list; an id that is not on it is refused.
    kept : iterable of Confirmed
        Confirmed before; what is said now comes first.

    Returns
    -------
    list of Confirmed
        One per submission.

    Raises
    ------
    CannotGrade
        If a submission is given to two people, or to somebody who is not on the list.
    """
    found: dict[str, Confirmed] = {}
    for each in _rows(path) if path is not None else ():
        if each.submission in found and found[each.submission].id != each.id:
            two = {"first": found[each.submission].id, "second": each.id}
            raise CannotGrade(say("match.twice", file=path.name, submission=each.submission, **two))
        if people.students and people.of_id(each.id) is None:
            raise CannotGrade(say("match.unknown", file=path.name, student=each.id))
        found[each.submission] = each
    known = [each for each in kept if each.digest and people.of_id(each.id) is not None]
    return [*found.values(), *known]


def _rows(path: Path) -> Iterable[Confirmed]:
    table = Table(read_sheet(path), 0)
    if table.find("submission") is None or table.find("id") is None:
        raise CannotGrade(say("match.columns", file=path.name))
    asked = table.find("confirm") is not None
    columns = [table.cells(name) for name in ("submission", "id", "confirm", "file", "digest")]
    for submission, number, confirm, file, digest in zip(*columns, strict=True):
        if submission and number and (not asked or folded(confirm) in YES):
            yield Confirmed(unquoted(submission), unquoted(number), file, digest)


def unconfirmed(path: Path | None) -> int:
    """Count the submissions of a file of proposals that nobody has decided on."""
    if path is None:
        return 0
    table = Table(read_sheet(path), 0)
    if table.find("confirm") is None:
        return 0
    rows = list(zip(table.cells("submission"), table.cells("confirm"), strict=True))
    decided = {submission for submission, confirm in rows if confirm}
    return len({submission for submission, _ in rows} - decided)


def applied(
    claims: Sequence[Claim], people: People, confirmed: Sequence[Confirmed]
) -> tuple[tuple[Claim, ...], list[str]]:
    """Give what was confirmed to its person, and tell what was confirmed for nothing."""
    # What an earlier run confirmed is known by its content: names come again for other files.
    said_now = [each for each in confirmed if not each.digest]
    by_label = {each.submission: each for each in said_now}
    by_file = {each.file: each for each in said_now if each.file}
    used, found = set(), []
    for claim in claims:
        said = by_label.get(claim.label) or by_file.get(claim.path)
        if said is not None and claim.counts:
            used.add(said.submission)
            if claim.student is None or claim.how not in CERTAIN:
                person = people.of_id(said.id)
                claim = replace(claim, student=person, how=CONFIRMED, candidates=())
        found.append(claim)
    idle = [e.submission for e in said_now if e.submission not in used]
    told = [say("match.idle", names=", ".join(sorted(idle)[:10]))] if idle else []
    return tuple(found), told


def proposals(claims: Iterable[Claim], set_of: Callable[[str], str]) -> list[list[str]]:
    """Write the rows a human is asked to confirm.

    Parameters
    ----------
    claims : iterable of Claim
        All of them.
    set_of : callable
        Says which set a path is of; one person is proposed for one submission of a set.

    Returns
    -------
    list of list of str
        Heading and rows, sorted by submission; empty if nobody is asked.
    """
    open_ones: dict[str, Claim] = {}
    for claim in claims:
        if (
            claim.counts
            and claim.student is None
            and not claim.note
            and claim.how != "no class list"
        ):
            open_ones.setdefault(claim.label, claim)
    if not open_ones:
        return []
    favourites: Counter = Counter()
    for claim in open_ones.values():
        if len(claim.candidates) == 1:
            favourites[claim.candidates[0].student.row, set_of(claim.path)] += 1
    taken = defaultdict(int)
    for claim in claims:
        if claim.student is not None:
            taken[claim.student.row, set_of(claim.path)] += 1
    rows = [list(HEAD)]
    for label, claim in sorted(open_ones.items()):
        if not claim.candidates:
            rows.append([label, claim.path, "", claim.name, "", claim.how, ""])
        for each in claim.candidates:
            key = each.student.row, set_of(claim.path)
            why = each.why
            if favourites[key] > 1:
                why = say("match.several", why=why, many=favourites[key])
            if taken[key]:
                why = say("match.already", why=why)
            rows.append(
                [
                    label,
                    claim.path,
                    each.student.id,
                    each.student.name,
                    f"{each.score:.2f}",
                    why,
                    "",
                ]
            )
    return rows


def kept(path: Path) -> list[Confirmed]:
    """Read what was confirmed in an earlier run; nothing if there was none."""
    return list(_rows(path)) if path.is_file() else []


def record(confirmed: Iterable[Confirmed]) -> list[list[str]]:
    """Write what is confirmed, for the next run."""
    rows = [[e.submission, e.file, e.id, e.digest] for e in confirmed]
    return [list(KEPT), *sorted(rows)]
