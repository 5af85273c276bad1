"""A class: every submission is marked once, its result kept at once, and the next run goes on.

Kill it at any moment; what was written stays, and only what is missing or has changed runs again.
"""

import contextlib
import json
import os
import secrets
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from fairmark import __version__
from fairmark.course import current
from fairmark.errors import CourseError, keep_traceback
from fairmark.grading.assignments import Assignment, open_assignment
from fairmark.grading.entries import Entry, natural
from fairmark.grading.handed import Handed, handed_in
from fairmark.grading.marking import Course, Kernels, mark
from fairmark.grading.results import (
    NOT_GRADABLE,
    NOTHING,
    Graded,
    read_result,
    write_result,
    write_whole,
)
from fairmark.grading.submission import NotASubmission
from fairmark.grading.worlds import CannotGrade, World, make_worlds, same_in_both
from fairmark.messages import say

RESULTS, FAULTS, SEED = "results", "faults", "seed.txt"
# Nobody can try all of them, also not who learns a digest of it.
SEED_BITS, LONGEST_SEED = 128, 60
# Bytes of hand-ins that wait for their turn; a class of ordinary notebooks is far below.
MOST_WAITING = 100_000_000
# What a run calls of the engine; nothing of the grader is among it.
CHECKS = "fairmark.checks"


def seed_of(out: Path, wanted: int | None) -> int:
    """Return the seed of the variant: the one asked for, else the one kept, else a new one.

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
        try:
            text = path.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            text = ""
        if not (text.isascii() and text.isdecimal() and len(text) <= LONGEST_SEED):
            raise CannotGrade(say("desk.seed_file", path=path))
        return int(text)
    seed = secrets.randbits(SEED_BITS) if wanted is None else wanted
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
        Of the variant; None for one pass over the shipped tables alone.
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
        raise CannotGrade(say("desk.no_set", folder=exercises / "reference"))
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


@dataclass(frozen=True)
class Job:
    """One file that is being marked, and the rows it is marked for."""

    size: int  # bytes that it holds in memory
    rows: tuple[tuple[Entry, str], ...]  # each with its stamp


def to_mark(entries: Sequence[Entry]) -> int:
    """Count the rows that get a result: those for which there is a file."""
    return sum(bool(entry.file) for entry in entries)


@dataclass(frozen=True)
class Crew:
    """Who marks a class.

    Parameters
    ----------
    pool : Executor
        Threads of this process, or a cluster.
    mark_one : callable
        Marks one submission; it runs in `pool`.
    at_once : int
        How many submissions are held in memory.
    """

    pool: Executor
    mark_one: Callable[[Handed], Graded]
    at_once: int = 8


def grade_class(
    submissions: Path,
    entries: Sequence[Entry],
    course: Course,
    crew: Crew,
    out: Path,
    *,
    again: Callable[[Entry], bool] = lambda entry: False,
) -> Iterator[Graded]:
    """Mark a class; every result is in its file before it is yielded.

    Parameters
    ----------
    submissions : Path
        What was handed in.
    entries : sequence of Entry
        The rows of the class; those with a reason are not marked.
    course : Course
        Sets and data sets.
    crew : Crew
        Who marks.
    out : Path
        The output folder.
    again : callable
        Says whether an entry is to be marked although its result is there.

    Yields
    ------
    Graded
        In the order in which they are done.
    """
    rows_of: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.file and not entry.reason:
            rows_of[entry.file].append(entry)
    tops = {str(p) for file in rows_of for p in (file, *PurePosixPath(file).parents)}
    waiting: dict[Future, Job] = {}
    for handed in handed_in(submissions, tops.__contains__):
        rows = []
        for entry in rows_of.get(handed.file, ()):
            stamp = stamp_of(handed, entry, course)
            kept = read_result(out / RESULTS / f"{_key(entry)}.json")
            if kept is not None and kept.stamp == stamp and not again(entry):
                yield kept
            else:
                rows.append((entry, stamp))
        if not rows:
            continue
        first = rows[0][0]
        handed = replace(handed, student=first.student, name=first.name)
        job = Job(len(handed.content), tuple(rows))
        waiting[crew.pool.submit(crew.mark_one, handed)] = job
        while len(waiting) >= crew.at_once or sum(j.size for j in waiting.values()) > MOST_WAITING:
            yield from _collect(waiting, out)
    while waiting:
        yield from _collect(waiting, out)
    for entry in entries:
        if entry.file and entry.reason:
            graded = _result(out, entry)
            write_result(graded, out / RESULTS)
            yield graded


def _collect(waiting: dict[Future, Job], out: Path) -> Iterator[Graded]:
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        job = waiting.pop(future)
        for entry, stamp in job.rows:
            try:
                graded = replace(future.result(), stamp=stamp)
            except CourseError:
                raise  # it concerns the whole class, and says what to do
            except Exception as error:  # one notebook must not keep a class from its grades
                graded = _failed(entry, error)
                keep_traceback(error, out / FAULTS / f"{graded.key}.txt")
            whose = {"student": entry.student, "name": entry.name, "number": entry.number}
            graded = replace(graded, **whose)
            write_result(graded, out / RESULTS)
            yield graded


def _failed(entry: Entry, error: Exception) -> Graded:
    """Say that our own program failed; without a stamp the next run tries again."""
    reason = say("run.our_fault", error=type(error).__name__)
    advice = say("run.report", folder=FAULTS)
    return Graded(
        entry.student, entry.name, entry.file, entry.number, NOT_GRADABLE, reason,
        human=(f"{reason} {advice}",),
    )  # fmt: skip


def stamp_of(handed: Handed, entry: Entry, course: Course) -> str:
    """Return what must be equal for a kept result to be still true."""
    of = course.stamps.get(entry.number, course.stamp)
    text = f"{of} {course.kind} {handed.digest} {handed.problem} {entry.student}"
    return sha256(text.encode()).hexdigest()[:32]


def _key(entry: Entry) -> str:
    return Graded(entry.student, "", entry.file, entry.number, "").key


def grouped(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Group the entries of a class into the rows of its gradebook, in the order of names."""
    groups: dict[tuple, list[Entry]] = defaultdict(list)
    order = sorted(entries, key=lambda e: (natural(e.student), e.row, e.number, natural(e.file)))
    for entry in order:
        groups[entry.key if entry.rival else (*entry.key, entry.file)].append(entry)
    return list(groups.values())


def results_of(out: Path, entries: Sequence[Entry]) -> Iterator[tuple[Entry, Graded]]:
    """Return the row of each person and set with its result, in the order of names.

    Parameters
    ----------
    out : Path
        The output folder.
    entries : sequence of Entry
        The class.

    Yields
    ------
    tuple of Entry and Graded
        Of several that compete the best; what was not marked has a result that says why.
    """
    for rows in grouped(entries):
        found = [(entry, _result(out, entry)) for entry in rows]
        yield max(found, key=lambda each: each[1].earned)


def _result(out: Path, entry: Entry) -> Graded:
    if not entry.reason:
        kept = read_result(out / RESULTS / f"{_key(entry)}.json")
        whose = (entry.student, entry.number, entry.file)
        if kept is not None and (kept.student, kept.number, kept.file) == whose:
            return kept
        entry = replace(entry, reason=say("run.lost"))
    outcome = NOT_GRADABLE if entry.file else NOTHING
    human = (say("run.not_gradable", reason=entry.reason),) if entry.file else (entry.reason,)
    return Graded(
        entry.student, entry.name, entry.file, entry.number, outcome, entry.reason, human=human
    )


def marker(course: Course, kernels: Kernels) -> Callable[[Handed], Graded]:
    """Return the function that marks one submission."""
    return lambda handed: mark(handed, course, kernels)


def workers(wanted: int | None) -> int:
    """Return how many runs go on at a time: as many as there are processors, unless told."""
    return max(1, wanted or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity")
               else wanted or os.cpu_count() or 1)  # fmt: skip
