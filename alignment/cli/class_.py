"""`alignment class`: a class's files in, one picture out; lots, scores, reviews, what it learnt."""

import argparse
from pathlib import Path

EXAMPLES = """examples:
  alignment class collect hand-ins.zip --round 1 --out class/
  alignment class collect round-2/ --round 2 --out class/
  alignment class lots --roster list.csv --lesson 04 --out lots.csv
  alignment class lots --students 24 --out lots.csv
  alignment class score class/ --resolved answers.csv
  alignment class memo --out memo.docx
  alignment class reasons hand-ins.zip --class class/
  alignment class reasons --show --class class/
  alignment class reviews memos/ --roster list.csv --out reviews/
  alignment class returned filled-forms/ --reviews reviews/ --out back/
  alignment class learnt before.csv after.csv --out class/
  alignment class slides

What the class may know: class.html (for the projector), class.json (for lesson 10 and the board)
and panel.csv. The folder instructor/ in it is yours: which files counted, and the closed lists.
Exit code: 0 fine, 1 a file did not count, 2 it cannot be done.
"""

SEED = "to draw the same lots again; without it a long one is drawn and printed"
SHORT = 2**32  # dates and the like: a class that sees its lots finds such a seed by trying


def _seed(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0")
    return int(text)


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
    collect.add_argument("--roster", type=Path, help="class list; tells two people's files apart")
    collect.set_defaults(run=run_collect)
    lots = commands.add_parser("lots", help="draw roles, pairs, reviewers and the control half")
    who = lots.add_mutually_exclusive_group(required=True)
    who.add_argument("--roster", type=Path, help="class list of any platform")
    who.add_argument("--students", type=int, metavar="N", help="number of seats instead of a list")
    lots.add_argument("--lesson", metavar="NN", help="deal the voices of this lesson")
    lots.add_argument("--seed", type=_seed, help=SEED)
    lots.add_argument("--out", type=Path, required=True, metavar="CSV")
    lots.set_defaults(run=run_lots)
    score = commands.add_parser("score", help="score the class's forecasts")
    score.add_argument("source", type=Path, metavar="CLASS", help="folder of the class")
    score.add_argument("--resolved", type=Path, required=True, metavar="CSV",
                       help="columns id, outcome (yes, no, silent), source, decided")  # fmt: skip
    score.set_defaults(run=run_score)
    memo = commands.add_parser("memo", help="write your memo as .md, .html or .docx")
    memo.add_argument("--out", type=Path, required=True, metavar="FILE")
    memo.set_defaults(run=run_memo)
    reviews = commands.add_parser("reviews", help="give every memo to two peers, without a name")
    reviews.add_argument("source", type=Path, metavar="FOLDER")
    reviews.add_argument("--seed", type=_seed, help=SEED)
    reviews.add_argument("--roster", type=Path, help="class list; says which memos hold a name")
    reviews.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    reviews.set_defaults(run=run_reviews)
    _register_words(commands)
    slides = commands.add_parser("slides", help="make the figures of the slides live, offline too")
    slides.add_argument("--out", type=Path, default=Path("docs/teaching"), metavar="FOLDER",
                        help="where slides-NN.html are (%(default)s)")  # fmt: skip
    slides.set_defaults(run=run_slides)
    teaching = commands.add_parser("teaching", help="build the teaching pack from the lessons")
    teaching.add_argument("--out", type=Path, default=Path("docs/teaching"), metavar="FOLDER")
    teaching.set_defaults(run=run_teaching)


def _register_words(commands: argparse._SubParsersAction) -> None:
    returned = commands.add_parser("returned", help="give the reviews back to the authors")
    returned.add_argument("source", type=Path, metavar="FOLDER", help="the filled forms")
    returned.add_argument("--reviews", type=Path, required=True, metavar="FOLDER",
                          help="what alignment class reviews wrote")  # fmt: skip
    returned.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    returned.set_defaults(run=run_returned)
    reasons = commands.add_parser("reasons", help="reasons for far scores, in your own words")
    reasons.add_argument("source", type=Path, nargs="?", metavar="FOLDER_OR_ZIP")
    reasons.add_argument("--show", action="store_true", help="write the page of your paraphrases")
    reasons.add_argument("--class", dest="of", type=Path, required=True, metavar="CLASS")
    reasons.set_defaults(run=run_reasons)
    learnt = commands.add_parser("learnt", help="score the ten items before and after")
    learnt.add_argument("before", type=Path, metavar="BEFORE_CSV")
    learnt.add_argument("after", type=Path, metavar="AFTER_CSV")
    learnt.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    learnt.set_defaults(run=run_learnt)


def run_collect(args: argparse.Namespace) -> int:
    """Write the picture of the class; exit code 1 if a file did not count."""
    from alignment.classroom.collect import INTAKE, NAME, PAGE, PANEL, collect

    people = None
    if args.roster is not None:
        from fairmark.platforms.recognising import read_people

        people = read_people(args.roster)
    done = collect(args.source, args.out, args.round, args.platform, people)
    for note in done.notes:
        print(note)
    left = [line for line in done.lines if not line.taken]
    for line in left:
        print(f"left out: {line.path}: {line.why}")
    for line in done.lines:
        if line.asks:
            print(f"look at: {line.path}: {line.why}")
    names = ", ".join(str(args.out / name) for name in (PAGE, NAME, PANEL))
    print(f"Written: {names}. For you alone: {args.out / INTAKE}")
    return 1 if left else 0


def run_lots(args: argparse.Namespace) -> int:
    """Write the lots of a class."""
    import secrets

    from alignment.classroom import lots

    if args.roster is not None:
        from fairmark.platforms.recognising import read_people

        people = [s for s in read_people(args.roster).students if not s.note]
        students, names = [s.id for s in people], {s.id: s.name for s in people}
    else:
        students, names = [f"{k:03}" for k in range(1, args.students + 1)], {}
    seed = secrets.randbits(64) if args.seed is None else args.seed
    roles = lots.voices_of(args.lesson) if args.lesson else lots.ROLES
    rows = lots.draw(students, seed, roles)
    apart = args.out.with_name(f"{args.out.stem}-reviewers{args.out.suffix}")
    for path, columns in ((args.out, lots.SHOWN), (apart, lots.REVIEWERS)):
        path.write_text(lots.written(rows, columns, names), encoding="utf-8")
    print(f"{len(rows)} lots with seed {seed}. Written: {args.out}. For you alone: {apart}, and "
          "the seed: whoever knows it can draw the same lots")  # fmt: skip
    if seed < SHORT:
        print(f"The seed {seed} is short: who sees the lots can find it by trying, and so who "
              "reviews whom. Leave --seed out and a long one is drawn")  # fmt: skip
    return 0


def run_score(args: argparse.Namespace) -> int:
    """Write the scores of the class's forecasts."""
    from alignment.classroom import score as scoring
    from alignment.classroom.collect import read_class
    from alignment.classroom.page import frame

    found = scoring.score(read_class(args.source), scoring.read_answers(args.resolved))
    folder = args.source if args.source.is_dir() else args.source.parent
    page, table = folder / "scores.html", folder / scoring.SCORES
    page.write_text(frame("The class's forecasts", scoring.slides_of(found)), encoding="utf-8")
    table.write_text(scoring.tidy(found), encoding="utf-8")
    for sentence in scoring.sentences(found):
        print(sentence)
    print(f"Written: {page}, {table}")
    return 0


def run_memo(args: argparse.Namespace) -> int:
    """Write the student's own memo."""
    from alignment.classroom.memos import export

    export(args.out)
    print(f"Written: {args.out}")
    return 0


def run_reviews(args: argparse.Namespace) -> int:
    """Write the memos for their reviewers; exit code 1 if a file is no memo or holds a name."""
    import secrets

    from alignment.classroom.memos import distribute, named_in, write

    names = []
    if args.roster is not None:
        from fairmark.platforms.recognising import read_people

        people = read_people(args.roster).students
        names = [name for s in people for name in (s.name, *s.spellings) if not s.note]
    seed = secrets.randbits(64) if args.seed is None else args.seed
    copies, left = distribute(args.source, seed)
    write(copies, args.out)
    for line in left:
        print(f"left out: {line}")
    named = named_in(copies, names)
    for line in named:
        print(line)
    print(f"{len(copies)} memos with two reviewers each, seed {seed}. Written: {args.out}. For "
          f"you alone: {args.out / 'instructor'}")  # fmt: skip
    return 1 if left or named else 0


def run_returned(args: argparse.Namespace) -> int:
    """Write a page for each author and the agreement; exit code 1 if a form was not right."""
    from alignment.classroom import reviews

    done = reviews.gather(args.source, args.reviews)
    written = reviews.write(done, args.out)
    for problem in done.problems:
        print(problem)
    for line in reviews.told(done):
        print(line)
    print(f"Written: {len(written) - 1} pages for authors and agreement.md in {args.out}")
    return 1 if done.problems else 0


def run_reasons(args: argparse.Namespace) -> int:
    """Take reasons in, or show the paraphrases; exit code 1 if a file did not count."""
    from alignment.classroom import paraphrases
    from alignment.classroom.page import frame
    from alignment.errors import AlignmentError

    if (args.source is None) == (not args.show):
        raise AlignmentError("Name the folder with the students' files, or --show, and not both")
    table, page = args.of / paraphrases.TYPED, args.of / paraphrases.PAGE
    if args.show:
        found = paraphrases.paraphrased(table)
        text = frame("Reasons from both sides", paraphrases.slides_of(found))
        page.write_text(text, encoding="utf-8")
        print(f"{len(found)} reasons in your words. Written: {page}")
        return 0
    if table.exists():
        raise AlignmentError(f"{table} is there already; move it away if you want to begin again")
    found, left = paraphrases.take_in(args.source, args.of)
    table.write_text(paraphrases.written(found), encoding="utf-8")
    for line in left:
        print(f"left out: {line}")
    print(f"{len(found)} reasons. For you alone: {table}")
    print(
        "Say in its column paraphrase, in your own words, what the class may read; then run "
        f"alignment class reasons --show --class {args.of}"
    )
    return 1 if left else 0


def run_learnt(args: argparse.Namespace) -> int:
    """Write what the class learnt; exit code 1 if answers did not count."""
    from alignment.classroom import learnt, lists
    from alignment.classroom.page import frame

    before, after = learnt.read(args.before), learnt.read(args.after)
    found, made_from = learnt.compare(before, after), learnt.contents(before, after)
    closed = lists.load(args.out / lists.PLACE)
    closed.require("the ten items", made_from)
    closed.close("the ten items", made_from)
    args.out.mkdir(parents=True, exist_ok=True)
    lists.save(args.out / lists.PLACE, closed)
    page, table = args.out / learnt.PAGE, args.out / learnt.TABLE
    page.write_text(frame("What the class learnt", learnt.slides_of(found)), encoding="utf-8")
    table.write_text(learnt.tidy(found), encoding="utf-8")
    for sentence in learnt.sentences(found):
        print(sentence)
    print(f"Written: {page}, {table}")
    return 1 if found.left else 0


def run_slides(args: argparse.Namespace) -> int:
    """Put plotly.js beside the slides."""
    from alignment.classroom.pack.figures import make_live

    target = make_live(args.out)
    print(f"Written: {target}. The figures of the slides in {args.out} answer to the mouse now, "
          "without a network too")  # fmt: skip
    return 0


def run_teaching(args: argparse.Namespace) -> int:
    """Write the teaching pack; it needs the sources of lessons and sets."""
    from alignment.classroom.pack.build import build

    written = build(Path("notebooks"), Path("exercises"), args.out)
    print(f"{len(written)} files in {args.out}")
    return 0
