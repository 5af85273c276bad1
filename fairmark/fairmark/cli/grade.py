"""`fairmark grade`: a folder or a zip of notebooks in, a gradebook and a page per student out."""

import argparse
import contextlib
import json
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from fairmark.cli.paths import checkout, examples

EXAMPLES = """examples:
  PROGRAM grade submissions.zip --out grades
  PROGRAM grade submissions/ --out grades --roster canvas-export.csv
  PROGRAM grade submissions/ --out grades --require-sandbox
  PROGRAM grade submissions/ --out grades --regrade 1234567

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
    parser.add_argument("--roster", type=Path, metavar="CSV", help="a Canvas or Moodle export, or "
                        "any list with a column id")  # fmt: skip
    parser.add_argument("--match", type=Path, metavar="CSV", help="two columns, submission and "
                        "id, for names that the roster does not know")  # fmt: skip
    parser.add_argument(
        "--regrade", nargs="*", metavar="STUDENT", help="grade again: these, or all"
    )
    parser.add_argument("--workers", type=int, help="runs at a time; one per processor by default")
    parser.add_argument("--kernels", choices=("auto", "forked", "stock"), default="auto",
                        help="isolated forks (Linux), or stock kernels with limits")  # fmt: skip
    parser.add_argument("--require-sandbox", action="store_true", help="refuse to grade where "
                        "submissions cannot be isolated")  # fmt: skip
    parser.add_argument("--scheduler", metavar="ADDRESS", help="run on the workers of this "
                        "dask.distributed scheduler (needs the extra: cluster)")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print a summary as JSON")
    parser.set_defaults(run=run_grade)


def run_grade(args: argparse.Namespace) -> int:
    """Grade a class; exit code 0, or 1 if a human should look at something."""
    # Before the other imports: the warm process loads the same libraries on another processor.
    with _kernels(args) as kernels, tempfile.TemporaryDirectory(prefix="fairmark-") as place:
        from fairmark.grading import classroom
        from fairmark.grading.handing_on import hand_on
        from fairmark.grading.worlds import CannotGrade

        if args.seed is not None and args.seed < 0:
            raise CannotGrade(f"The seed {args.seed} is negative; a seed is a whole number from 0")
        number = args.set.zfill(2) if args.set else ""
        entries = classroom.roll(args.submissions, number)
        seed = classroom.seed_of(args.out, args.seed)
        numbers = {entry.number for entry in entries.values()} - {""}
        course = classroom.open_course(numbers, checkout() / "exercises", seed, Path(place))
        grade_all(args, course, entries, kernels)
    summary = hand_on(args.out, entries, course, args.roster, args.match)
    print(json.dumps(summary.as_json(), ensure_ascii=False) if args.json else str(summary))
    return 1 if summary.human else 0


def grade_all(args: argparse.Namespace, course, entries: dict, kernels) -> None:
    """Mark every submission and show how far it is."""
    from tqdm import tqdm

    from fairmark.grading import classroom

    again = _again(args.regrade, entries)
    quiet = not sys.stderr.isatty()
    with _workforce(args, course, kernels) as (pool, mark_one, count, kind):
        course = replace(course, kind=kind)
        done = classroom.grade_class(
            args.submissions,
            entries,
            course,
            mark_one,
            pool,
            args.out,
            again=again,
            at_once=4 * count,
        )
        for at, _ in enumerate(tqdm(done, "grading", len(entries), disable=quiet), start=1):
            if quiet and (at % 50 == 0 or at == len(entries)):
                print(f"graded {at} of {len(entries)}", file=sys.stderr, flush=True)


@contextlib.contextmanager
def _workforce(args: argparse.Namespace, course, kernels):
    """Yield who does the work, the function that marks, and how many runs go on at a time."""
    from fairmark.grading import classroom
    from fairmark.grading.cluster import cluster, pack

    if args.scheduler:
        parcel = pack(course, classroom.imports_of(), args.require_sandbox)
        kind = "isolated" if args.require_sandbox else "cluster"
        with cluster(args.scheduler, parcel) as workers:
            yield *workers, kind
        return
    count = classroom.workers(args.workers)
    kernels.load(classroom.imports_of())
    with ThreadPoolExecutor(count) as pool:
        yield pool, classroom.marker(course, kernels), count, kernels.kind


def _again(names: list[str] | None, entries: dict):
    from fairmark.grading.worlds import CannotGrade

    wanted = set(names or ())
    if unknown := wanted - {entry.student for entry in entries.values()}:
        raise CannotGrade(
            f"--regrade {min(unknown)}: nobody of this name handed in; names are those in the "
            "column student of gradebook.csv"
        )
    return lambda entry: names is not None and (not wanted or entry.student in wanted)


def _kernels(args: argparse.Namespace):
    """Choose the kernels, and say so if submissions cannot be isolated; a cluster has its own."""
    from fairmark.grading.kernels import isolated, stock
    from fairmark.running.forked import NoSandbox

    if args.scheduler:
        return contextlib.nullcontext()
    if args.kernels == "stock" and not args.require_sandbox:
        return stock()
    try:
        return isolated(checkout() / "exercises", args.out, args.submissions)
    except NoSandbox as error:
        if args.require_sandbox or args.kernels == "forked":
            raise
        print(f"{error}: submissions run in stock kernels, which see your files", file=sys.stderr)
        return stock()
