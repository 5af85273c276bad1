"""A class: every submission is marked once, its result kept at once, and the next run goes on.

Kill it at any moment; what was written stays, and only what is missing or has changed runs again.
"""

import contextlib
import json
import os
import re
import secrets
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from fairmark import __version__
from fairmark.course import current
from fairmark.errors import CourseError, keep_traceback
from fairmark.grading.assignments import Assignment, open_assignment
from fairmark.grading.handed import CANVAS, SUFFIX, Handed, handed_in
from fairmark.grading.marking import Course, Kernels, mark
from fairmark.grading.results import (
    NOT_GRADABLE,
    Graded,
    read_result,
    write_result,
    write_whole,
)
from fairmark.grading.submission import NotASubmission, parse_submission
from fairmark.grading.worlds import CannotGrade, World, make_worlds, same_in_both

RESULTS, FAULTS, SEED = "results", "faults", "seed.txt"
# What a run calls of the engine; nothing of the grader is among it.
CHECKS = "fairmark.checks"


@dataclass(frozen=True)
class Entry:
    """One notebook on the list of a class, without its content.

    Parameters
    ----------
    student, file, number : str
        Whose, where, and which set; an empty number if it could not be told.
    others : int
        How many other notebooks this student handed in for the set.
    """

    student: str
    file: str
    number: str
    others: int = 0


def roll(submissions: Path, only: str = "") -> dict[str, Entry]:
    """List what is to be graded, by file: one notebook per student and set.

    Parameters
    ----------
    submissions : Path
        Folder, zip or notebook.
    only : str
        Number of the one set to grade; all by default.

    Returns
    -------
    dict of str to Entry
        Of several notebooks of one student for one set the last by name counts.
    """
    groups: dict[tuple[str, str], list[Handed]] = defaultdict(list)
    for handed in handed_in(submissions):
        number = _number(handed)
        groups[handed.student, number].append(replace(handed, content=b""))
    found: dict[str, Entry] = {}
    for (student, number), files in groups.items():
        if only and number and number != only:
            continue
        if len(files) > 1 and (not number or not _one_student(files, number)):
            found |= {f.file: Entry(f.file.removesuffix(SUFFIX), f.file, number) for f in files}
        else:
            last = max(files, key=lambda each: _natural(each.file))
            found[last.file] = Entry(student, last.file, number, len(files) - 1)
    return found


def _number(handed: Handed) -> str:
    try:
        return parse_submission(handed.file, handed.content).number
    except NotASubmission:
        return ""


def _one_student(files: list[Handed], number: str) -> bool:
    """Tell one student's versions (04-economic-2.ipynb) from a folder with many students' files."""
    names = [each.file.rpartition("/")[2] for each in files]
    return all(n.startswith(number) or CANVAS.fullmatch(n) or f.name != f.student
               for n, f in zip(names, files, strict=True))  # fmt: skip


def _natural(text: str) -> list:
    """Order 2 before 10, and a name before the same name with something behind it."""
    parts = re.split(r"([0-9]+)", text.removesuffix(SUFFIX))
    return [(int(p[:30]), "") if p.isdigit() and p.isascii() else (-1, p) for p in parts]


def seed_of(out: Path, wanted: int | None) -> int:
    """Return the seed of the shadow: the one asked for, else the one kept, else a new one.

    Parameters
    ----------
    out : Path
        The output folder, which keeps it.
    wanted : int, optional
        The instructor's.

    Returns
    -------
    int
        Written to `seed.txt`, readable by its owner only.
    """
    path = out / SEED
    if wanted is None and path.exists():
        text = path.read_text(encoding="utf-8").strip()
        if not text.isdecimal():
            raise CannotGrade(f"{path} does not hold a whole number; delete it or give --seed")
        return int(text)
    seed = secrets.randbits(128) if wanted is None else wanted
    out.mkdir(parents=True, exist_ok=True)
    write_whole(path, f"{seed}\n").chmod(0o600)
    return seed


def open_course(numbers: set[str], exercises: Path, seed: int | None, place: Path) -> Course:
    """Read the sets and prepare both data sets.

    Parameters
    ----------
    numbers : set of str
        The sets that were handed in; unknown ones are left out.
    exercises : Path
        The folder that holds `reference/` and `keys/`.
    seed : int or None
        Of the shadow; None for one pass over the shipped tables alone.
    place : Path
        An empty folder for the two copies of the tables.

    Returns
    -------
    Course
        Ready to mark.
    """
    assignments: dict[str, Assignment] = {}
    for number in sorted(numbers):
        with contextlib.suppress(NotASubmission):
            assignments[number] = open_assignment(number, exercises)
    if not assignments:
        raise CannotGrade(
            "None of these notebooks belongs to an exercise set of this course; is it the right "
            f"folder? The references are looked for in {exercises / 'reference'}"
        )
    worlds = make_worlds(list(assignments.values()), seed, place)
    stamps = {number: _stamp(a, worlds, seed) for number, a in assignments.items()}
    whole = sha256(" ".join(stamps.values()).encode()).hexdigest()
    return Course(assignments, worlds, whole, stamps)


def _stamp(assignment: Assignment, worlds: tuple[World, ...], seed: int | None) -> str:
    """Return a digest of all of a set that a score depends on."""
    lines = [[world.lines[question] for question in assignment.keys] for world in worlds]
    content = [
        __version__,
        current().version,
        seed,
        lines,
        assignment.version,
        sorted(assignment.built),
    ]
    content.append(assignment.code())
    return sha256(json.dumps(content).encode()).hexdigest()


def weak_questions(course: Course) -> list[str]:
    """List questions whose typed-in answer would be right on the second data set too."""
    return same_in_both(course.worlds) if len(course.worlds) > 1 else []


def imports_of() -> tuple[str, ...]:
    """List the modules that running the references has loaded here, for a warm process to load.

    Names only: a run shares no memory with this process.
    """
    libraries, ours = current().libraries, (CHECKS, *current().modules)
    loaded = sys.modules
    return tuple(
        sorted(n for n in loaded if n.partition(".")[0] in libraries or n.startswith(ours))
    )


def grade_class(
    submissions: Path,
    entries: dict[str, Entry],
    course: Course,
    mark_one: Callable[[Handed], Graded],
    pool: Executor,
    out: Path,
    *,
    again: Callable[[Entry], bool] = lambda entry: False,
    at_once: int = 8,
) -> Iterator[Graded]:
    """Mark a class; every result is in its file before it is yielded.

    Parameters
    ----------
    submissions : Path
        What was handed in.
    entries : dict of str to Entry
        From `roll`.
    course : Course
        Sets and data sets.
    mark_one : callable
        Marks one submission; it runs in `pool`.
    pool : Executor
        Threads of this process, or a cluster.
    out : Path
        The output folder.
    again : callable
        Says whether an entry is to be marked although its result is there.
    at_once : int
        How many submissions are held in memory.

    Yields
    ------
    Graded
        In the order in which they are done.
    """
    waiting: dict[Future, tuple[Entry, Handed]] = {}
    for handed in handed_in(submissions):
        if (entry := entries.get(handed.file)) is None:
            continue
        handed = replace(handed, student=entry.student)
        stamp = stamp_of(handed, entry, course)
        kept = read_result(out / RESULTS / f"{_key(handed, entry)}.json")
        if kept is not None and kept.stamp == stamp and not again(entry):
            yield kept
            continue
        waiting[pool.submit(mark_one, handed)] = entry, replace(handed, content=b"", problem=stamp)
        if len(waiting) >= at_once:
            yield from _collect(waiting, out)
    while waiting:
        yield from _collect(waiting, out)


def _collect(waiting: dict[Future, tuple[Entry, Handed]], out: Path) -> Iterator[Graded]:
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        entry, handed = waiting.pop(future)
        try:
            graded = replace(future.result(), number=entry.number, stamp=handed.problem)
        except CourseError:
            raise  # it concerns the whole class, and says what to do
        except Exception as error:  # one notebook must not keep a class from its grades
            graded = _failed(handed, entry, error)
            keep_traceback(error, out / FAULTS / f"{graded.key}.txt")
        if entry.others:
            told = f"{entry.others + 1} notebooks were handed in for this set; {entry.file} counts."
            graded = replace(graded, human=(*graded.human, told))
        write_result(graded, out / RESULTS)
        yield graded


def _failed(handed: Handed, entry: Entry, error: Exception) -> Graded:
    """Say that our own program failed; without a stamp the next run tries again."""
    reason = f"Grading it failed with {type(error).__name__}, which is our mistake and not its own."
    advice = f"Please report it with its file in the folder {FAULTS}; the next run tries again."
    return Graded(
        entry.student, handed.name, entry.file, entry.number, NOT_GRADABLE, reason,
        human=(f"{reason} {advice}",),
    )  # fmt: skip


def stamp_of(handed: Handed, entry: Entry, course: Course) -> str:
    """Return what must be equal for a kept result to be still true."""
    of = course.stamps.get(entry.number, course.stamp)
    text = f"{of} {course.kind} {handed.digest} {handed.problem} {entry.student} {entry.others}"
    return sha256(text.encode()).hexdigest()[:32]


def _key(handed: Handed, entry: Entry) -> str:
    return Graded(entry.student, handed.name, handed.file, entry.number, "").key


def results_of(out: Path, entries: dict[str, Entry]) -> Iterator[Graded]:
    """Read the results of a class in the order of names, one at a time."""
    for entry in sorted(entries.values(), key=lambda e: (_natural(e.student), e.number, e.file)):
        key = Graded(entry.student, "", entry.file, entry.number, "").key
        if (graded := read_result(out / RESULTS / f"{key}.json")) is not None:
            yield graded


def marker(course: Course, kernels: Kernels) -> Callable[[Handed], Graded]:
    """Return the function that marks one submission."""
    return lambda handed: mark(handed, course, kernels)


def workers(wanted: int | None) -> int:
    """Return how many runs go on at a time: as many as there are processors, unless told."""
    return max(1, wanted or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity")
               else wanted or os.cpu_count() or 1)  # fmt: skip
