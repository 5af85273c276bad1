"""The tables a teacher reads: every person and file in one row, each odd thing in one line."""

from collections.abc import Iterable, Iterator

from fairmark.answers.verdict import NOT_ATTEMPTED
from fairmark.grading.assignments import Assignment
from fairmark.grading.entries import Entry
from fairmark.grading.results import NOT_GRADABLE, NOTHING, Graded
from fairmark.messages import made_of, say
from fairmark.platforms.tables import written

HEAD = (
    "student", "name", "set", "asked for", "outcome", "earned", "points", "late", "came",
    "owner known by", "kernel", "human", "repairs", "file", "other files",
)  # fmt: skip
ATTENTION = ("student", "name", "file", "found", "do")
# Repairs that say that a program has taken more out of a notebook than a line.
# What was lost on the way, by the ids of the sentences that say so.
LOST = ("repair.lost_names", "repair.stamp", "repair.not_read")


def gradebook(
    rows: Iterable[tuple[Entry, Graded]], assignments: dict[str, Assignment], kernel: str = ""
) -> str:
    """Write one row per person and set, and per file of nobody.

    Parameters
    ----------
    rows : iterable of (Entry, Graded)
        The class.
    assignments : dict of str to Assignment
        The sets.
    kernel : str
        The kind of kernel that the answers ran in.

    Returns
    -------
    str
        CSV; a cell of a question that is not of the row's set is empty.
    """
    questions = [question for each in assignments.values() for question in each.keys]
    table: list[list] = [[*HEAD, *questions]]
    for entry, graded in rows:
        points = {judged.id: judged.earned for judged in graded.questions}
        human = " ".join(found for found, _ in odd(entry, graded))
        earned = graded.earned if graded.questions else ""
        asked = ("no" if entry.stray else "yes") if graded.number else ""
        row = [graded.student, graded.name, graded.number, asked, graded.outcome, earned]
        row += [_whole(graded, assignments), entry.late, entry.when, entry.how]
        row += [kernel if graded.questions else "", human, " ".join(graded.repairs)]
        row += [graded.file, "; ".join(entry.others), *(points.get(q, "") for q in questions)]
        table.append(row)
    return written(table)


def _whole(graded: Graded, assignments: dict[str, Assignment]) -> object:
    keys = assignments[graded.number].keys if graded.number in assignments else {}
    return graded.points or sum(key.points for key in keys.values()) or ""


def odd(entry: Entry, graded: Graded) -> Iterator[tuple[str, str]]:
    """List what a human should know of a row: what was found, and what to do."""
    for text in graded.human:
        lacks = graded.outcome in (NOT_GRADABLE, NOTHING)
        yield text, say("do.ask") if lacks else say("do.look")
    yield from entry.told
    for text in graded.repairs:
        if any(made_of(name, text) for name in LOST):
            yield text, say("do.look")
    if graded.questions and all(each.outcome == NOT_ATTEMPTED for each in graded.questions):
        yield say("entry.untouched"), say("do.ask_right")
    if entry.row < 0 and entry.how and entry.how not in ("no class list", "id", "name"):
        yield say("entry.whose", how=entry.how), say("do.match")


def attention(
    rows: Iterable[tuple[Entry, Graded]], more: Iterable[tuple[str, str, str, str]] = ()
) -> list[list[str]]:
    """List everything odd: name, what was found, what to do; a line each.

    Parameters
    ----------
    rows : iterable of (Entry, Graded)
        The class.
    more : iterable of (str, str, str, str)
        Student, file, what was found, what to do, beyond what the rows say.

    Returns
    -------
    list of list of str
        The heading, then the lines.
    """
    table = [list(ATTENTION)]
    for entry, graded in rows:
        for found, do in odd(entry, graded):
            table.append([graded.student, graded.name, graded.file, found, do])
    table += [[student, "", file, found, do] for student, file, found, do in more]
    return table
