"""`fairmark check FILE`: what a grader would say of an exercise notebook, question by question."""

import argparse
import json
import sys
from pathlib import Path

from fairmark.cli.paths import checkout, examples

EXAMPLES = """examples:
  PROGRAM check exercises/04-economic.ipynb
  PROGRAM check exercises/04-economic.ipynb --json

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
    parser.add_argument("file", type=Path, metavar="FILE", help="an exercise notebook")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.set_defaults(run=run_check)


def run_check(args: argparse.Namespace) -> int:
    """Check one notebook; exit code 0 if every check is right, else 1."""
    from fairmark.grading.clean import clean_copy
    from fairmark.grading.nbval import judge
    from fairmark.grading.submission import read_submission

    clean = clean_copy(read_submission(args.file), checkout() / "exercises")
    print(f"running {args.file.name} from start to end ...", file=sys.stderr, flush=True)
    result = judge(clean)
    if args.json:
        print(json.dumps({"file": args.file.name, **result.as_json()}, ensure_ascii=False))
    else:
        print(_page(args.file.name, result))
    return 0 if result.right == len(result.questions) else 1


def _page(name: str, result) -> str:
    counted = result.as_json()
    lines = [f"Exercise set {result.number}, {name}", ""]
    for each in result.questions:
        points = f"{each.earned}/{each.points}"
        lines.append(f"  {each.id:<5} {each.outcome:<14} {points:>4}  {each.title}")
        if each.sentence:
            lines.append(f"        {each.sentence}")
    lines += ["", *(f"Note: {sentence}" for sentence in result.repairs)]
    lines.append(
        f"{counted['right']} of {counted['checks']} visible checks are right: "
        f"{counted['earned']} of {counted['points']} points."
    )
    return "\n".join(lines)
