"""Which file of a person counts, what is told of it, and who has handed in nothing."""

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import PurePosixPath

from fairmark.grading import wrong_files
from fairmark.grading.entries import Entry, Intake, Read, Wanted, natural, set_of
from fairmark.messages import names_in_a_row, say
from fairmark.platforms.protocol import Claim, Student

# A set that fewer handed in is rather somebody's whole folder, or a mistake.
ENOUGH = 0.5
# With "best" each is graded, which may take a minute each.
MOST_RIVALS = 10


def main_sets(read: list[Read], only: str) -> tuple[str, ...]:
    """Return the sets that the class was asked for, most common first.

    The one named; else the most common one, and each that at least half as many handed in. Copies
    in which nothing is answered say nothing: people hand in their whole folder.
    """
    if only:
        return (only,)
    owners: dict[str, set[tuple]] = defaultdict(set)
    numbered = [each for each in read if each.number]
    for each in [each for each in numbered if each.worked] or numbered:
        owners[each.number].add(_owner(each.claim))
    order = sorted(owners, key=lambda number: (-len(owners[number]), number))
    many = len(owners[order[0]]) if order else 0

    def asked(number: str) -> bool:
        if len(owners[number]) < ENOUGH * many:
            return False
        # One person's other set is a mistake, unless it came beside the one of the class.
        return many == 1 or len(owners[number]) > 1 or owners[number] <= owners[order[0]]

    return tuple(number for number in order if asked(number))


def _owner(claim: Claim) -> tuple:
    return ("row", claim.student.row) if claim.student else ("label", claim.label)


def rows_of(read: list[Read], intake: Intake, wanted: Wanted) -> list[Entry]:
    """Make the rows of a class.

    Parameters
    ----------
    read : list of Read
        Every file that was handed in.
    intake : Intake
        The class list, and the sets that the class was asked for.
    wanted : Wanted
        What the teacher says.

    Returns
    -------
    list of Entry
        One per person and set, one per file that is nobody's, one for who handed in nothing.
    """
    groups: dict[tuple, list[Read]] = defaultdict(list)
    for each in read:
        groups[_owner(each.claim)].append(each)
    entries: list[Entry] = []
    for files in groups.values():
        for apart in _persons(files):
            entries += _of_owner(apart, intake, wanted)
    return entries + _nothing(entries, intake)


def _persons(files: list[Read]) -> list[list[Read]]:
    """Tell one person's versions from a folder with many persons' files; nobody is merged.

    Only where no class list says who is who: a folder whose notebooks are called after anything
    but their set holds one person each.
    """
    notebooks = [each for each in files if each.number]
    if files[0].claim.student or len(notebooks) < 2 or files[0].claim.name != _folder(files[0]):
        return [files]
    if all(set_of(each.file) == each.number for each in notebooks):
        return [files]
    return [[replace(each, claim=_own(each))] for each in files]


def _folder(read: Read) -> str:
    parts = PurePosixPath(read.claim.path).parts
    return parts[-2] if len(parts) > 1 else ""


def _own(read: Read) -> Claim:
    stem = re.sub(r"\.ipynb$", "", read.file)
    return replace(read.claim, label=stem, name=stem)


def _of_owner(files: list[Read], intake: Intake, wanted: Wanted) -> list[Entry]:
    """Make the rows of one person: one per set, and one of what cannot be graded if that is all."""
    sets: dict[str, list[Read]] = defaultdict(list)
    for each in files:
        sets[each.number].append(each)
    unread = sets.pop("", [])
    extra = tuple(each.file for each in unread)
    if not sets:
        last = _in_order(unread)[-1]
        others = tuple(each.file for each in unread if each is not last)
        # Where one set was asked for, what cannot be read was meant for it.
        number = intake.main[0] if len(intake.main) == 1 and last.claim.student else ""
        return [_entry(last, number, others, reason=_reason(last, intake, wanted))]
    beside = [n for n in sorted(sets) if n not in intake.main and _beside(sets, n, intake, wanted)]
    extra += tuple(each.file for number in beside for each in sets.pop(number))
    entries = []
    for at, (number, group) in enumerate(sorted(sets.items())):
        entries += _counted(group, number, extra if at == 0 else (), intake, wanted)
    return entries


def _beside(sets: dict[str, list[Read]], number: str, intake: Intake, wanted: Wanted) -> bool:
    """Tell whether a set only came along with the class's own: not asked for, or not answered."""
    own = any(each in intake.main for each in sets)
    return own and (bool(wanted.only) or not any(each.worked for each in sets[number]))


def _counted(
    group: list[Read], number: str, extra: tuple[str, ...], intake: Intake, wanted: Wanted
) -> list[Entry]:
    """Choose what counts of one person and set; with "best" all are graded first."""
    if wanted.only and number != wanted.only:
        reason = say("entry.only", number=number, only=wanted.only)
        return [_entry(group[-1], "", tuple(r.file for r in group[:-1]) + extra, reason=reason)]
    order = sorted(group, key=_by_name) if wanted.which == "last" else _in_order(group)
    rivals = wanted.which == "best" and len(order) > 1
    found = []
    for one in order[-MOST_RIVALS:] if rivals else order[-1:]:
        others = tuple(each.file for each in order if each is not one) + extra
        entry = _entry(one, number, others, rival=rivals)
        stray = bool(intake.main) and number not in intake.main
        told = _told(one, number, intake, len(order), extra)
        found.append(replace(entry, told=told, stray=stray))
    return found


def _in_order(group: list[Read]) -> list[Read]:
    """Order by attempt, else by the platform's time, else by name."""
    return sorted(group, key=lambda r: (r.claim.attempt or 0, r.claim.order, _by_name(r)))


def _by_name(read: Read) -> list:
    return natural(read.file)


def _entry(read: Read, number: str, others: tuple[str, ...], *, reason: str = "",
           rival: bool = False) -> Entry:  # fmt: skip
    claim = read.claim
    who: Student | None = claim.student
    student, name, row = claim.label, claim.name or claim.label, -1
    if who is not None:
        student, name, row = who.id, who.name or claim.name or who.id, who.row
    return Entry(student, name, read.file, number, others, row, claim.how, claim.late, claim.when,
                 reason, rival=rival)  # fmt: skip


def _reason(read: Read, intake: Intake, wanted: Wanted) -> str:
    """Say why nothing of a person can be graded, with the class's set in the remedy."""
    number = wanted.only or (intake.main[0] if len(intake.main) == 1 else "")
    text = read.problem
    if number:
        text = text.replace(say("file_do.new_copy"), wrong_files.new_copy(number))
    return text


def _told(
    read: Read, number: str, intake: Intake, many: int, extra: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """List what a human should know of a hand-in that is graded."""
    found = []
    named = set_of(read.file)
    if intake.main and number not in intake.main:
        sets = names_in_a_row(*intake.main)
        found.append(
            (say("entry.other_set", number=number, sets=sets), say("do.right_file", number=number))
        )
    elif named and named != number and named in intake.main:
        found.append((say("entry.name", named=named, inside=number), say("do.right_file_only")))
    if many > 1:
        found.append((say("entry.several", many=many), say("do.which")))
    if extra:
        listed = ", ".join(extra[:5]) + (", ..." if len(extra) > 5 else "")
        found.append((say("entry.extra", files=listed), say("do.look_at_them")))
    return tuple(found)


def _nothing(entries: list[Entry], intake: Intake) -> list[Entry]:
    """Add a row for each set of the class that a person of the list did not hand in."""
    rows: dict[int, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.row >= 0:
            rows[entry.row].append(entry.number)
    found = []
    for student in (s for s in intake.people.students if not s.note):
        has = rows[student.row]
        lacks = [number for number in intake.main or ("",) if number not in has]
        # A row that is there for something else stands for one that is missing.
        spare = sum(number not in (intake.main or ("",)) for number in set(has))
        for number in lacks[spare:]:
            several = len(intake.main) > 1
            reason = say("entry.none_of", number=number) if several else say("entry.none")
            name = student.name or student.id
            found.append(
                Entry(student.id, name, "", number, row=student.row, how="id", reason=reason)
            )
    return found
