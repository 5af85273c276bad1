"""`fairmark check FILE`: what a grader would say of an exercise notebook, question by question."""

import argparse
import json
import sys
from pathlib import Path

from fairmark.cli.paths import checkout, examples, notebook_of_set

EXAMPLES = """examples:
  PROGRAM check NOTEBOOK
  PROGRAM check 04
  PROGRAM check NOTEBOOK --json

The answers are put into a clean copy of the set, which is run from start to end by pytest --nbval.
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
    parser.set_defaults(run=run_check)


def run_check(args: argparse.Namespace) -> int:
    """Check one notebook; exit code 0 if every check is right, else 1."""
    from fairmark.checks.saved import Page
    from fairmark.grading.clean import clean_copy
    from fairmark.grading.nbval import judge
    from fairmark.grading.submission import read_submission

    path = notebook_of_set(str(args.file)) or args.file
    clean = clean_copy(read_submission(path), checkout() / "exercises")
    print(f"running {path.name} from start to end ...", file=sys.stderr, flush=True)
    result = judge(clean)
    if args.json:
        print(json.dumps({"file": path.name, **result.as_json()}, ensure_ascii=False))
    else:
        print(repr(Page(path.name, result.as_json())))
    return 0 if result.right == len(result.questions) else 1
