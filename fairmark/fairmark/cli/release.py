"""`fairmark release`: a zip for students without solutions, a zip for instructors with them."""

import argparse
from pathlib import Path

from fairmark.cli.paths import checkout, examples

EXAMPLES = """examples:
  PROGRAM release --out build/release
  PROGRAM release --for student --out build/release

The student's zip holds no source, no reference and no solution; it is examined before it is
written. The keys in it recognise an answer and do not hold it. Grade such a class with your own
second set of tables: PROGRAM grade (its seed is yours).
"""


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "release",
        help="make the zip for students and the zip for instructors",
        epilog=examples(EXAMPLES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write")
    parser.add_argument(
        "--for",
        dest="kind",
        choices=("student", "instructor", "both"),
        default="both",
        help="which of the two (default: both)",
    )
    parser.set_defaults(run=run_release)


def run_release(args: argparse.Namespace) -> int:
    """Write the zips; exit code 0."""
    from fairmark.grading.release import release

    kinds = ("student", "instructor") if args.kind == "both" else (args.kind,)
    for kind in kinds:
        path = release(checkout(), args.out, kind)
        print(f"{path} ({path.stat().st_size / 1e6:.1f} MB)")
    return 0
