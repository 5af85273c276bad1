"""`fairmark check FILE`: what a grader would say of an exercise notebook, question by question."""

import argparse
import json
import os
import shutil
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from fairmark.cli.paths import checkout, examples, folder_of, notebook_of_set
from fairmark.messages import say

EXAMPLES = """examples:
  PROGRAM check NOTEBOOK
  PROGRAM check 04
  PROGRAM check NOTEBOOK --json

The answers are put into a clean copy of the set, which is run from start to end by pytest --nbval.
That runs the code of the notebook as if you had typed it. For a notebook that is not your own:
  PROGRAM check their-notebook.ipynb --sandbox
Exit code: 0 every check is right, 1 not every one, 2 the file cannot be checked.
"""


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "check",
        help="run an exercise notebook as a grader would",
        epilog=examples(EXAMPLES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="an exercise notebook, or its number"
    )
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument("--sandbox", action="store_true", help="run it shut off from your files "
                        "(Linux), as grade does")  # fmt: skip
    parser.set_defaults(run=run_check)


def run_check(args: argparse.Namespace) -> int:
    """Check one notebook; exit code 0 if every check is right, else 1."""
    from fairmark.checks.saved import Page
    from fairmark.grading.submission import read_submission

    path = notebook_of_set(str(args.file)) or args.file
    submission = read_submission(path)
    result = (_in_sandbox if args.sandbox else _here)(submission, path)
    if args.json:
        print(json.dumps({"file": path.name, **as_json(result)}, ensure_ascii=False))
    else:
        # A terminal breaks a long line in the middle of a word; a file or a pipe takes it whole.
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        print(Page(path.name, as_json(result)).text(width))
    return 0 if result.right == len(result.questions) else 1


def as_json(result) -> dict:
    """Write a result for a machine to read, and for the page of `verdict()`."""
    return {
        "set": result.number,
        "checks": len(result.questions),
        "right": result.right,
        "points": result.points,
        "earned": result.earned,
        "questions": [asdict(each) for each in result.questions],
        "repairs": list(result.repairs),
    }


def _own(path: Path) -> bool:
    """Tell whether a notebook lies where a student of this course works."""
    return Path(os.path.realpath(path)).is_relative_to(checkout().resolve())


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _here(submission, path: Path):
    """Judge as nbval does, with the rights of whoever asks; warn before the first cell runs."""
    from fairmark.grading.clean import clean_copy
    from fairmark.grading.nbval import judge

    clean = clean_copy(submission, folder_of("exercises"))
    if not _own(path):
        _tell(say("desk.outside", name=path.name))
    _tell(say("desk.running", name=path.name))
    return judge(clean)


def _in_sandbox(submission, path: Path):
    """Judge as grade does, on the shipped tables alone; a run sees none of the person's files."""
    from fairmark.grading import classroom
    from fairmark.grading.clean import clean_copy
    from fairmark.grading.marking import judge_on
    from fairmark.grading.nbval import graded
    from fairmark.grading.runners import isolated

    exercises, number = folder_of("exercises"), submission.number
    with isolated(exercises) as kernels, tempfile.TemporaryDirectory(prefix="fairmark-") as place:
        course = classroom.open_course({number}, exercises, None, Path(place))
        kernels.load(classroom.imports_of())
        clean = clean_copy(submission, course.assignments[number])
        _tell(say("desk.running_sandbox", name=path.name))
        judged, human = judge_on(clean, course.worlds, kernels)
    return graded(clean, judged, (*clean.repairs, *human))
