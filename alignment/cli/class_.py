"""`alignment class`: a class's files in, one picture out; lots, scores, memos and reviews."""

import argparse
from pathlib import Path

EXAMPLES = """examples:
  alignment class collect handed-in.zip --round 1 --out class/
  alignment class collect round-2/ --round 2 --out class/

What the class may know: class.html (for the projector), class.json (for lesson 10 and the board)
and panel.csv. The folder instructor/ in it is yours: which files counted, and the closed lists.
Exit code: 0 fine, 1 a file did not count, 2 it cannot be done.
"""


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands to the command line."""
    parser = subparsers.add_parser(
        "class",
        help="a class's sheets and forecasts as one picture",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    collect = commands.add_parser("collect", help="take the students' files in")
    collect.add_argument("source", type=Path, metavar="FOLDER_OR_ZIP")
    collect.add_argument("--round", type=int, choices=(1, 2), required=True)
    collect.add_argument("--out", type=Path, required=True, metavar="CLASS")
    collect.add_argument("--platform", default="", help="whose archive it is, if not recognised")
    collect.set_defaults(run=run_collect)


def run_collect(args: argparse.Namespace) -> int:
    """Write the picture of the class; exit code 1 if a file did not count."""
    from alignment.classroom.collect import INTAKE, NAME, PAGE, PANEL, collect

    done = collect(args.source, args.out, args.round, args.platform)
    for note in done.notes:
        print(note)
    left = [line for line in done.lines if not line.taken]
    for line in left:
        print(f"left out: {line.path}: {line.why}")
    names = ", ".join(str(args.out / name) for name in (PAGE, NAME, PANEL))
    print(f"Written: {names}. For you alone: {args.out / INTAKE}")
    return 1 if left else 0
