"""`fairmark look`: what a human looks at beside points: reasons by lot, answers that are alike."""

import argparse
import secrets
from html import escape
from pathlib import Path

from fairmark.cli.grade import add_intake, refuse_inside, wanted
from fairmark.cli.paths import examples, folder_of
from fairmark.messages import names_in_a_row, say

EXAMPLES = """examples:
  PROGRAM look reasons submissions.zip --out to-mark --count 5
  PROGRAM look similar submissions.zip --out similar.html

Nothing is run. Similar answers have many honest reasons: look at both, ask, and decide yourself.
"""


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command group to the command line."""
    parser = subparsers.add_parser(
        "look",
        help="draw reasons to mark by hand; find answers that are alike",
        epilog=examples(EXAMPLES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    reasons = actions.add_parser("reasons", help="free texts by lot, as a sheet without names")
    reasons.add_argument("--count", type=int, default=5, help="students per question")
    reasons.add_argument("--seed", type=int, help="the same seed draws the same")
    reasons.set_defaults(run=run_reasons)
    similar = actions.add_parser("similar", help="pairs that share what hardly anybody else wrote")
    similar.set_defaults(run=run_similar)
    for each in (reasons, similar):
        each.add_argument("submissions", type=Path, metavar="SUBMISSIONS", help="folder or zip")
        each.add_argument("--out", type=Path, required=True, metavar="PATH", help="where to write")
        each.add_argument("--set", default="", metavar="04", help="look at this set only")
        each.add_argument("--match", type=Path, metavar="CSV", help="as in the command grade")
        add_intake(each)


def run_reasons(args: argparse.Namespace) -> int:
    """Write the sheet to mark and the list of whose they are; exit code 0."""
    from fairmark.grading.answered import answered
    from fairmark.grading.reasons import draw
    from fairmark.grading.results import write_whole
    from fairmark.platforms.tables import written

    seed = secrets.randbits(32) if args.seed is None else args.seed
    refuse_inside(args.out, args.submissions)
    answers, given = answered(args.submissions, wanted(args), folder_of("exercises"))
    sheet, who = draw(answers, given, args.count, seed)
    write_whole(args.out / "reasons.csv", written(sheet))
    write_whole(args.out / "reasons-who.csv", written(who)).chmod(0o600)
    counts = {"texts": len(sheet) - 1, "answers": len(who) - 1}
    print(say("look.drawn", path=args.out / "reasons.csv", seed=seed, **counts))
    return 0


def run_similar(args: argparse.Namespace) -> int:
    """Write the page of pairs; exit code 0, whatever it shows."""
    from fairmark.grading.answered import answered
    from fairmark.grading.page import document
    from fairmark.grading.results import write_whole
    from fairmark.grading.similar import MOST, pairs

    refuse_inside(args.out, args.submissions)
    answers, given = answered(args.submissions, wanted(args), folder_of("exercises"))
    found = pairs(answers, given)
    title = say("look.title")
    parts = [f"<h1>{escape(title)}</h1><p>{escape(say('look.what', most=MOST))} "
             f"<strong>{escape(say('look.no_verdict'))}</strong></p>"]  # fmt: skip
    for pair in found:
        both = names_in_a_row(pair.first, pair.second)
        parts.append(f"<h2>{escape(both)}</h2>")
        for question, count in pair.shared.items():
            cells = "".join(
                f"<td><pre>{escape(answers[who][question])}</pre></td>"
                for who in (pair.first, pair.second)
            )
            caption = escape(say("look.rare", count, question=question))
            heads = "".join(f'<th scope="col">{escape(w)}</th>' for w in (pair.first, pair.second))
            parts.append(f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead>"
                         f"<tbody><tr>{cells}</tr></tbody></table>")  # fmt: skip
    if not found:
        parts.append(f"<p>{escape(say('look.none'))}</p>")
    write_whole(args.out, document(title, "".join(parts))).chmod(0o600)
    print(say("look.pairs", len(found), path=args.out))
    return 0
