"""`fairmark grades`: a term's plan and tables in, a grade and a page per person out."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from fairmark.cli.paths import examples
from fairmark.messages import say

EXAMPLES = """examples:
  PROGRAM grades term --new                    write a commented plan, term/grades.toml
  PROGRAM grades term --out grades             reckon everybody
  PROGRAM grades term --out grades --graded grades-04 --graded grades-05
  PROGRAM grades term --out grades --only 1234567
  PROGRAM grades term --out grades --import 04 --before-late
  PROGRAM grades term --rubric-sheet memo --marker lw
  PROGRAM grades term --what-if 'ann memo 80' --what-if 'drop 2'
  PROGRAM grades term --out grades --since grades-of-last-week

Points come from points.csv in the folder, from output folders of PROGRAM grade (--graded, and
those that lie in the folder), and from rubric-*.csv. Nothing is rounded before the last line and
no clock is read: the same inputs give the same bytes.
Exit code: 0 reckoned, 1 a human should look at something, 2 it cannot be reckoned; nothing was
written.
"""


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "grades",
        help="reckon the grade of a term, with a page per person",
        epilog=examples(EXAMPLES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="with grades.toml and tables")
    parser.add_argument("--out", type=Path, metavar="OUT", help="where to write")
    parser.add_argument("--graded", type=Path, action="append", default=[], metavar="DIR",
                        help="an output folder of the command grade")  # fmt: skip
    parser.add_argument("--new", action="store_true", help="write a commented plan and stop")
    parser.add_argument("--rubric-sheet", metavar="ITEM", help="write an empty sheet of marks")
    parser.add_argument("--marker", metavar="XY", help="whose sheet it is")
    parser.add_argument("--import", dest="imports", action="append", metavar="WHAT",
                        help="an item, a part or total (the default) for the platform")  # fmt: skip
    parser.add_argument("--class-list", type=Path, metavar="FILE",
                        help="the platform's own export, whose column is filled")  # fmt: skip
    parser.add_argument("--column", default="", metavar="HEADING", help="the column to fill")
    parser.add_argument("--before-late", action="store_true", help="import items without what "
                        "lateness took, where the platform takes it itself")  # fmt: skip
    parser.add_argument("--only", metavar="ID", help="write this person's page and nothing else")
    parser.add_argument("--what-if", action="append", metavar="TEXT",
                        help="show what would be; writes no file without --out")  # fmt: skip
    parser.add_argument("--since", type=Path, metavar="DIR",
                        help="say what changed since this output; writes nothing")  # fmt: skip
    parser.add_argument("--forget", metavar="ID", help="remove a person from the output")
    parser.set_defaults(run=run_grades)


def run_grades(args: argparse.Namespace) -> int:
    """Do what is asked; exit code 0, or 1 if a human should look at something."""
    if args.new:
        return _new(args.folder)
    if args.rubric_sheet:
        return _sheet(args)
    if args.what_if:
        return _what_if(args)
    if args.since:
        return _since(args)
    from fairmark.term.wrong import CannotReckon

    if args.out is None:
        raise CannotReckon(say("term.no_out"))
    if args.forget:
        return _forget(args)
    return _one(args) if args.only else _all(args)


def _given(args: argparse.Namespace) -> list:
    """Read the results of grading: those named, and those that lie in the term's folder."""
    inside = [path.parent for path in sorted(args.folder.glob("*/gradebook.csv"))]
    folders = [*args.graded, *(path for path in inside if (path / "results").is_dir())]
    if not folders:
        return []
    from fairmark.grading.points import set_points

    once = {os.path.realpath(path): path for path in reversed(folders)}
    return [each for path in reversed(once.values()) for each in set_points(path)]


def _builder(args: argparse.Namespace) -> Callable:
    from fairmark.term.inputs import read_plan, read_term
    from fairmark.term.reckon import reckon

    return lambda: (reckon(read_term(args.folder, _given(args))), read_plan(args.folder)[0])


def _all(args: argparse.Namespace) -> int:
    from fairmark import __version__
    from fairmark.term.output import Wanted, in_shared_git, write_term

    writer = _writer(args)
    wanted = Wanted(tuple(args.imports or ("total",)), writer, args.before_late)
    done = write_term(args.folder, args.out, _builder(args), __version__, wanted)
    print(done)
    if args.before_late:
        print(say("term.before_late"))
    if shared := in_shared_git(args.out):
        print(say("term.shared", out=args.out, checkout=shared), file=sys.stderr)
    return _look(done.reckoned)


def _look(reckoned) -> int:
    look = reckoned.look
    for each in look[:20]:
        found = {"found": " ".join((each.student, each.found)).strip()}
        print(say("desk.look_do", do=each.do, **found) if each.do else say("desk.look", **found))
    if len(look) > 20:
        print(say("desk.more", count=len(look) - 20, file="attention.csv"))
    return 1 if look else 0


def _writer(args: argparse.Namespace) -> Callable:
    """Return what makes an import: the platform of the class list, else a plain list."""
    from fairmark.term.imports import plain_writer

    if args.class_list is None:
        return plain_writer
    from fairmark.platforms.importing import summary, write_import
    from fairmark.platforms.protocol import Mark
    from fairmark.platforms.recognising import read_people

    people = read_people(args.class_list)

    def write(what: str, marks: list) -> tuple[str, str]:
        given = [Mark(mark.id, mark.points, mark.of) for mark in marks]
        ready = write_import(people, given, args.column, what)
        print("\n".join(summary(ready)))
        return f"import-{ready.platform}-{what}.csv", ready.text

    return write


def _one(args: argparse.Namespace) -> int:
    from fairmark import __version__
    from fairmark.term.output import grade_of, write_one

    reckoned, _ = _builder(args)()
    grade_of(reckoned, args.only)
    path = write_one(args.folder, args.out, reckoned, args.only, __version__)
    print(say("desk.written", path=path))
    return 0


def _forget(args: argparse.Namespace) -> int:
    from fairmark.term.output import forget

    changed, named = forget(args.folder, args.out, args.forget)
    who = {"student": args.forget}
    print(
        say("term.forgotten", files=", ".join(changed), **who)
        if changed
        else say("term.not_there", **who)
    )
    for where in named:
        print(say("term.still_named", where=where))
    return 1 if named else 0


def _since(args: argparse.Namespace) -> int:
    from fairmark.term.history import changes, record
    from fairmark.term.output import read_record
    from fairmark.term.wrong import CannotReckon

    old = read_record(args.since)
    if old is None:
        raise CannotReckon(say("term.no_record", folder=args.since))
    lines = changes(old, record(*_builder(args)()))
    print("\n".join(lines) if lines else say("term.unchanged"))
    return 0


def _what_if(args: argparse.Namespace) -> int:
    from fairmark import __version__
    from fairmark.term import supposing
    from fairmark.term.grade_page import person_page
    from fairmark.term.output import grade_of
    from fairmark.term.output_files import write_whole

    now, then, students = supposing.suppose(args.folder, args.what_if, _given(args))
    only = [args.only] if args.only else sorted(set(students))
    if not only:
        print(supposing.table(now, then))
        return 0
    for student in only:
        grade = grade_of(then, student)
        page = person_page(then, grade, __version__, say("suppose.not_a_grade"))
        print(supposing.as_text(page))
        print("\n".join(supposing.needed(then, grade.person.id)))
        if args.out:
            path = args.out / f"what-if-{grade.person.id}.html"
            write_whole(path, page)
            print(say("desk.written", path=path))
    return 0


def _new(folder: Path) -> int:
    from fairmark.term.example import PLAN
    from fairmark.term.output_files import write_whole
    from fairmark.term.plan import NAME
    from fairmark.term.wrong import CannotReckon

    if (folder / NAME).exists():
        raise CannotReckon(say("desk.there_already", path=folder / NAME))
    write_whole(folder / NAME, PLAN, private=False)
    print(say("term.new_plan", path=folder / NAME))
    return 0


def _sheet(args: argparse.Namespace) -> int:
    from fairmark.term.inputs import read_term
    from fairmark.term.output_files import write_whole
    from fairmark.term.rubric import sheet
    from fairmark.term.wrong import CannotReckon, did_you_mean

    marker = args.marker or ""
    if not marker.replace("-", "").isalnum():
        raise CannotReckon(say("term.no_marker"))
    term = read_term(args.folder, _given(args))
    rubric = term.plan.rubrics.get(args.rubric_sheet)
    if rubric is None:
        said = say("term.no_rubric", item=args.rubric_sheet)
        raise CannotReckon(did_you_mean(said, args.rubric_sheet, term.plan.rubrics))
    path = args.folder / f"rubric-{marker}.csv"
    if path.exists():
        raise CannotReckon(say("desk.there_already", path=path))
    write_whole(path, sheet(rubric, term.people.by_id.values(), marker))
    for name, share in rubric.levels.items():
        words = f": {rubric.words[name]}" if name in rubric.words else ""
        print(f"  {name} ({share} %){words}")
    print(say("term.sheet", path=path))
    return 0
