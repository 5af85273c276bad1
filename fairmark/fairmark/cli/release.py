"""`fairmark release`: copies for students, for a hub and for instructors."""

import argparse
from pathlib import Path

from fairmark.cli.paths import checkout, examples

EXAMPLES = """examples:
  PROGRAM release --out build/release
  PROGRAM release --for student --out build/release
  PROGRAM release --for student --with-solutions 01-03 --out build/release
  PROGRAM release --for hub --out build/release      a folder that nbgitpuller can pull

Everything is made from the names that git knows. The student's copy holds no source, no reference
and no solution; every cell of it is compared with what was built. The keys in it recognise an
answer and do not hold it. Grade such a class with your own second set of tables: PROGRAM grade
(its seed is yours).
"""


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "release",
        help="make the copies for students, a hub and instructors",
        epilog=examples(EXAMPLES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write")
    parser.add_argument(
        "--for",
        dest="kind",
        choices=("student", "instructor", "hub", "both"),
        default="both",
        help="student and instructor are zips, hub is a folder (default: both zips)",
    )
    parser.add_argument(
        "--with-solutions",
        default="",
        metavar="01-03",
        dest="solutions",
        help="sets whose worked solutions students get too",
    )
    parser.set_defaults(run=run_release)


def run_release(args: argparse.Namespace) -> int:
    """Write the copies; exit code 0."""
    from fairmark.grading.release import release

    kinds = ("student", "instructor") if args.kind == "both" else (args.kind,)
    for kind in kinds:
        path = release(checkout(), args.out, kind, args.solutions)
        size = f" ({path.stat().st_size / 1e6:.1f} MB)" if path.is_file() else ""
        print(f"{path}{size}")
    return 0
