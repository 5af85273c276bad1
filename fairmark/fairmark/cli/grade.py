"""`fairmark grade`: a folder or a zip of notebooks in, a gradebook and a page per student out."""

import argparse
import contextlib
import functools
import json
import os
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from fairmark.cli.paths import examples, folder_of
from fairmark.messages import say

EXAMPLES = """examples:
  PROGRAM grade submissions.zip --out grades
  PROGRAM grade submissions/ --out grades --roster canvas-export.csv
  PROGRAM grade submissions/ --out grades --require-sandbox
  PROGRAM grade submissions/ --out grades --regrade 1234567
  PROGRAM grade submissions.zip --out grades --roster export.csv --match match-proposed.csv

Every notebook runs on the course's tables and on a second set of tables that only you know (its
seed is kept in DIR/seed.txt); points need both. Stop it at any time: the next run goes on.
Exit code: 0 graded, 1 a human should look at something, 2 it cannot be graded.
"""


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "grade",
        help="grade a folder or a zip of submitted notebooks",
        epilog=examples(EXAMPLES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("submissions", type=Path, metavar="SUBMISSIONS", help="folder or zip")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write")
    parser.add_argument("--set", default="", metavar="04", help="grade this set only")
    parser.add_argument("--seed", type=int, help="seed of the second set of tables")
    add_intake(parser)
    parser.add_argument("--match", type=Path, metavar="CSV", help="match-proposed.csv with its "
                        "last column filled in, or two columns, submission and id")  # fmt: skip
    parser.add_argument("--column", default="", metavar="HEADING", help="the column of the "
                        "platform that the import fills")  # fmt: skip
    parser.add_argument("--which", choices=("newest", "best", "last"), default="newest",
                        help="which counts of several of one person")  # fmt: skip
    parser.add_argument(
        "--regrade", nargs="*", metavar="STUDENT", help="grade again: these, or all"
    )
    parser.add_argument("--workers", type=int, help="runs at a time; one per processor by default")
    parser.add_argument("--kernels", choices=("auto", "forked", "stock"), default="auto",
                        help="isolated forks (Linux); stock kernels, which see your files, only "
                        "if asked for by name")  # fmt: skip
    parser.add_argument("--require-sandbox", action="store_true", help="refuse to grade where "
                        "submissions cannot be isolated")  # fmt: skip
    parser.add_argument("--scheduler", metavar="ADDRESS", help="run on the workers of this "
                        "dask.distributed scheduler (needs the extra: cluster)")  # fmt: skip
    parser.add_argument("--before", type=Path, nargs="*", default=[], metavar="DIR",
                        help="what this command wrote for earlier sets: whoever fell by half is in "
                        "follow-up.csv")  # fmt: skip
    parser.add_argument("--with-solutions", default="", metavar="01-03", dest="solutions",
                        help="sets whose worked solutions the students' pages show")  # fmt: skip
    parser.add_argument("--lessons", default="", metavar="ADDRESS", help="where students find the "
                        "lessons' plain pages: the pages link to their steps")  # fmt: skip
    parser.add_argument("--results-json", type=Path, metavar="FILE", help="also write the result "
                        "of one submission as Gradescope reads it")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print a summary as JSON")
    parser.set_defaults(run=run_grade)


def run_grade(args: argparse.Namespace) -> int:
    """Grade a class; exit code 0, or 1 if a human should look at something."""
    refuse_inside(args.out, args.submissions)
    # Before the other imports: the warm process loads the same libraries on another processor.
    with _kernels(args) as kernels, tempfile.TemporaryDirectory(prefix="fairmark-") as place:
        from fairmark.files import hold
        from fairmark.grading.follow import earlier_sets
        from fairmark.grading.handing_on import Handover, hand_on
        from fairmark.grading.page import Shown
        from fairmark.grading.release import sets_of
        from fairmark.grading.results import PART

        known = [path.stem[:2] for path in folder_of("exercises").glob("[0-9]*.ipynb")]
        shown = Shown(frozenset(sets_of(args.solutions, known)), args.lessons)
        tell = functools.partial(print, file=sys.stderr if args.json else sys.stdout)
        how = Handover(args.column, tell, shown, earlier_sets(args.before))
        with hold(args.out, PART):
            intake, course = _marked(args, kernels, Path(place), tell)
            summary = hand_on(args.out, intake, course, how)
            if args.results_json:
                _hand_over(args, intake, course.kind == "stock")
    print(json.dumps(summary.as_json(), ensure_ascii=False) if args.json else str(summary))
    return 1 if summary.human else 0


def _marked(args: argparse.Namespace, kernels, place: Path, tell: Callable[[str], object]):
    """Take a class in and mark it; return its rows, and the sets with their data."""
    from fairmark.grading import classroom, matches
    from fairmark.grading.assignments import given_texts
    from fairmark.grading.intake import take_in
    from fairmark.grading.worlds import CannotGrade

    if args.seed is not None and args.seed < 0:
        raise CannotGrade(say("desk.seed", seed=args.seed))
    kept = matches.kept(args.out / matches.CONFIRMED_FILE)
    given = given_texts(folder_of("exercises"))
    intake = take_in(args.submissions, wanted(args), kept, given)
    for line in intake.said:
        tell(line)
    if left := matches.unconfirmed(args.match):
        tell(say("match.unconfirmed", left, file=args.match.name))
    if args.results_json and (many := len(classroom.grouped(intake.entries))) != 1:
        raise CannotGrade(say("desk.one_only", found=many))
    seed = classroom.seed_of(args.out, args.seed)
    numbers = {entry.number for entry in intake.entries} | {*wanted(args).only.split()}
    course = classroom.open_course(numbers - {""}, folder_of("exercises"), seed, place)
    return intake, grade_all(args, course, intake.entries, kernels)


def _hand_over(args: argparse.Namespace, intake, weak: bool) -> None:
    """Write the one result there is."""
    from fairmark.grading.autograder import results_json
    from fairmark.grading.classroom import results_of
    from fairmark.grading.results import write_whole

    ((_, found),) = results_of(args.out, intake.entries)
    write_whole(args.results_json, results_json(found, weak))


def add_intake(parser: argparse.ArgumentParser) -> None:
    """Add what says who handed in what."""
    parser.add_argument("--roster", type=Path, metavar="FILE", help="the class list: an export of "
                        "your platform, or any CSV or .xlsx with a column id")  # fmt: skip
    parser.add_argument("--platform", default="", metavar="NAME", help="canvas, moodle, "
                        "blackboard ...; recognised if left out")  # fmt: skip
    parser.add_argument("--name-pattern", default="", metavar="REGEX", help="whose a path is, "
                        "with (?P<id>...) or (?P<name>...)")  # fmt: skip
    parser.add_argument("--id", default="", metavar="COLUMN", help="the column of ids of a class "
                        "list that no platform wrote")  # fmt: skip
    parser.add_argument("--encoding", default="", metavar="NAME", help="of the class list")
    parser.add_argument("--due", default="", metavar="TIME", help="with its zone, such as "
                        "2026-11-21T00:00+01:00, where the platform gives times only")  # fmt: skip


def refuse_inside(out: Path, submissions: Path) -> None:
    """Refuse to write among the hand-ins, where the next run would take it for one."""
    from fairmark.grading.worlds import CannotGrade

    whole, top = (Path(os.path.realpath(path)) for path in (out, submissions))
    if submissions.is_dir() and whole.is_relative_to(top):
        beside = top.parent / out.name
        raise CannotGrade(say("desk.inside", out=out, submissions=submissions, beside=beside))


def wanted(args: argparse.Namespace):
    """Return what a teacher says of a hand-in."""
    from fairmark.grading.entries import Wanted
    from fairmark.grading.worlds import CannotGrade
    from fairmark.platforms.times import moment

    due = moment(args.due) if args.due else None
    if args.due and due is None:
        raise CannotGrade(say("desk.due", due=args.due))
    only = getattr(args, "set", "")
    number = only.zfill(2) if only else ""
    return Wanted(
        args.roster, getattr(args, "match", None), args.platform, args.name_pattern,
        args.encoding, args.id, due, getattr(args, "which", "newest"), number,
    )  # fmt: skip


def grade_all(args: argparse.Namespace, course, entries: list, kernels):
    """Mark every submission and show how far it is; return the course with its kind of kernel."""
    from tqdm import tqdm

    from fairmark.grading import classroom

    again = _again(args.regrade, entries)
    quiet = not sys.stderr.isatty()
    with _workforce(args, course, kernels) as (pool, mark_one, count, kind):
        course = replace(course, kind=kind)
        crew = classroom.Crew(pool, mark_one, 4 * count)
        done = classroom.grade_class(args.submissions, entries, course, crew, args.out, again=again)
        many = classroom.to_mark(entries)
        for at, _ in enumerate(tqdm(done, say("desk.grading"), many, disable=quiet), start=1):
            if quiet and (at % 50 == 0 or at == many):
                print(say("desk.graded", done=at, of=many), file=sys.stderr, flush=True)
    return course


@contextlib.contextmanager
def _workforce(args: argparse.Namespace, course, kernels):
    """Yield who does the work, the function that marks, and how many runs go on at a time."""
    from fairmark.grading import classroom
    from fairmark.grading.cluster import cluster, pack

    if args.scheduler:
        isolate = args.kernels != "stock" or args.require_sandbox
        parcel = pack(course, classroom.imports_of(), isolate)
        kind = "isolated" if isolate else "stock"
        with cluster(args.scheduler, parcel) as workers:
            yield *workers, kind
        return
    count = classroom.workers(args.workers)
    kernels.load(classroom.imports_of())
    with ThreadPoolExecutor(count) as pool:
        yield pool, classroom.marker(course, kernels), count, kernels.kind


def _again(names: list[str] | None, entries: list):
    from fairmark.grading.worlds import CannotGrade

    wanted = set(names or ())
    if unknown := wanted - {entry.student for entry in entries}:
        raise CannotGrade(say("desk.regrade", name=min(unknown)))
    return lambda entry: names is not None and (not wanted or entry.student in wanted)


def _kernels(args: argparse.Namespace):
    """Choose the kernels, and say so if submissions cannot be isolated; a cluster has its own."""
    from fairmark.grading.runners import isolated, stock
    from fairmark.running.forked import NoSandbox

    if args.scheduler:
        return contextlib.nullcontext()
    if args.kernels == "stock" and not args.require_sandbox:
        return stock()
    try:
        return isolated(folder_of("exercises"), args.out, args.submissions)
    except NoSandbox as error:
        raise NoSandbox(say("desk.no_sandbox", why=error)) from None
