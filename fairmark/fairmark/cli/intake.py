"""`PROGRAM intake`: whose is each file of a hand-in, before anything is graded."""

import argparse
from pathlib import Path

from fairmark.cli.grade import add_intake, refuse_inside, wanted
from fairmark.cli.paths import examples
from fairmark.messages import say

EXAMPLES = """examples:
  PROGRAM intake submissions.zip --roster export.csv --csv who.csv
  PROGRAM intake homework/ --roster list.xlsx --id Matrikelnummer --csv who.csv
  PROGRAM intake zip.zip --roster list.csv --csv who.csv --name-pattern '(?P<id>[0-9]+)_.*'

No notebook is opened or run. The table has the columns path, student, attempt, late, kind, how. Who
is asked about stands in match-proposed.csv beside it: write yes, correct the id, or write no, and
give it to PROGRAM grade --match.
Exit code: 0 every file has its owner, 1 a human should say whose some are, 2 it cannot be done.
"""
HEAD = ["path", "student", "attempt", "late", "kind", "how"]


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "intake",
        help="say whose each file of a folder or a zip is",
        epilog=examples(EXAMPLES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("archive", type=Path, metavar="ARCHIVE", help="folder, zip or one file")
    parser.add_argument("--csv", type=Path, required=True, metavar="OUT", help="where to write")
    add_intake(parser)
    parser.add_argument("--match", type=Path, metavar="CSV", help="what you have confirmed")
    parser.set_defaults(run=run_intake)


def run_intake(args: argparse.Namespace) -> int:
    """Write whose each file is; exit code 0, or 1 if somebody should be asked."""
    from fairmark.grading import matches
    from fairmark.grading.entries import set_of
    from fairmark.grading.intake import whose
    from fairmark.grading.results import write_whole
    from fairmark.platforms.tables import written

    refuse_inside(args.csv, args.archive)
    found = whose(args.archive, wanted(args))
    rows = [HEAD]
    for claim in found.claims:
        student = claim.student.id if claim.student else ""
        attempt = str(claim.attempt or "")
        rows.append([claim.path, student, attempt, claim.late, claim.kind, claim.how])
    asked = matches.proposals(found.claims, set_of)
    proposed = args.csv.parent / matches.PROPOSED_FILE
    if asked:
        write_whole(proposed, written(asked))
    write_whole(args.csv, written(rows))
    owned = sum(claim.counts and claim.student is not None for claim in found.claims)
    left = sum(claim.counts and claim.student is None for claim in found.claims)
    for line in found.said:
        print(line)
    for _, _, what, do in found.odd:
        print(say("desk.look", found=f"{what} {do}"))
    print(say("desk.owners", owned, left=left))
    print(say("desk.written", path=f"{args.csv}, {proposed}" if asked else args.csv))
    return 1 if left or found.odd else 0
