"""`fairmark exercises`: build the sets, put a fresh copy beside an old one, prove the checks."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

from fairmark.cli.paths import checkout, examples, folder_of
from fairmark.course import current

EXAMPLES = """examples:
  PROGRAM exercises build             build every set from its source
  PROGRAM exercises build 04 --force  build one, keeping a student's work as a backup
  PROGRAM exercises fresh 04          put a new copy beside the old one
  PROGRAM exercises lint --json       prove every check, for a machine to read
  PROGRAM exercises lint --page FILE  all sets; also write the table as a page
  PROGRAM exercises lint 04 --quick   one set, without the variants of the tables
  PROGRAM exercises export --to nbgrader course 04    a course folder for nbgrader
  PROGRAM exercises export --to otter course 04       a notebook for `otter assign`
  PROGRAM exercises export --to gradescope zips 04    an autograder for Gradescope
"""


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command group to the command line."""
    parser = subparsers.add_parser(
        "exercises",
        help="build, copy and prove the exercise sets",
        epilog=examples(EXAMPLES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    build = commands.add_parser("build", help="student copies, references and keys from the text")
    build.add_argument("sets", nargs="*", metavar="SET", help="such as 04; all by default")
    build.add_argument("--force", action="store_true", help="keep work in the way as a backup")
    build.set_defaults(run=run_build)
    fresh = commands.add_parser("fresh", help="a new copy of a set beside the old one")
    fresh.add_argument("set", metavar="SET", help="such as 04")
    fresh.set_defaults(run=run_fresh)
    lint = commands.add_parser("lint", help="try every check with right and wrong answers")
    lint.add_argument("sets", nargs="*", metavar="SET", help="such as 04; all by default")
    lint.add_argument("--json", action="store_true", help="print findings and totals as JSON")
    lint.add_argument(
        "--quick", action="store_true", help="on the shipped tables only, not on five variants too"
    )
    lint.add_argument("--page", type=Path, metavar="FILE", help="also write the table as a page")
    lint.set_defaults(run=run_lint)
    export = commands.add_parser("export", help="write the sets in a form other tools read")
    export.add_argument("--to", required=True, choices=["nbgrader", "otter", "gradescope"],
                        help="for which tool")  # fmt: skip
    export.add_argument("folder", type=Path, metavar="DIR", help="where; made if it is not there")
    export.add_argument("sets", nargs="*", metavar="SET", help="such as 04; all by default")
    export.add_argument("--seed", type=int, help="of the second set of tables (gradescope); a new "
                        "one by default")  # fmt: skip
    export.set_defaults(run=run_export)


def run_build(args: argparse.Namespace) -> int:
    """Build the sets; exit code 0."""
    from fairmark.authoring.percent import find_sources
    from fairmark.proving.building import build, earlier_keys, write

    folder = folder_of("exercises")
    for source in find_sources(folder, args.sets):
        with _bar(f"building {source.stem}", _cells(source)) as tick:
            built = build(source, earlier_keys(folder, source), on_cell=lambda _, t=tick: t())
        backup = write(built, folder, args.force)
        if backup:
            print(f"kept your work as {backup.name}")
        count = len(built.exercise.questions)
        print(f"{source.stem}: {count} questions, version {built.exercise.version}")
    return 0


def run_fresh(args: argparse.Namespace) -> int:
    """Put a new copy beside the old one; exit code 0."""
    from fairmark.grading.fresh import fresh_copy

    path = fresh_copy(folder_of("exercises"), args.set)
    shown = f"{current().inside('exercises')}/{path.name}"
    print(f"A new copy is in {shown}; your old one is as it was")
    return 0


def run_export(args: argparse.Namespace) -> int:
    """Write the sets for another tool; exit code 0."""
    from fairmark.authoring.nbgrader import export_nbgrader
    from fairmark.authoring.otter import export_otter
    from fairmark.authoring.percent import find_sources
    from fairmark.authoring.sets import read_set

    sources = find_sources(folder_of("exercises"), args.sets)
    if args.to == "gradescope":
        return _autograders(args, sources)
    write = export_otter if args.to == "otter" else export_nbgrader
    written = write([read_set(source) for source in sources], args.folder)
    for path in written:
        print(f"wrote {path}")
    return 0


def _autograders(args: argparse.Namespace, sources: list[Path]) -> int:
    """Write an autograder for each set, all with one seed."""
    import secrets

    from fairmark.grading.autograder import write_autograder
    from fairmark.grading.classroom import SEED_BITS

    seed = secrets.randbits(SEED_BITS) if args.seed is None else args.seed
    for source in sources:
        path = write_autograder(checkout(), source.stem[:2], args.folder, seed)
        print(f"wrote {path}: it holds solutions and your seed; give it to Gradescope only")
    return 0


def run_lint(args: argparse.Namespace) -> int:
    """Prove the checks; exit code 1 if something is to be fixed, warnings or not."""
    from fairmark.authoring.percent import find_sources
    from fairmark.proving.lint_page import as_json, page, table
    from fairmark.proving.variant_tables import make_worlds

    sources = find_sources(folder_of("exercises"), args.sets)
    findings, by_set = [], {}
    with tempfile.TemporaryDirectory() as place, _bar("trying checks", len(sources)) as tick:
        worlds = [] if args.quick else make_worlds(Path(place))
        for source, (found, counted) in zip(sources, _linted(sources, worlds), strict=True):
            findings, by_set[source.stem] = findings + found, counted
            tick()
    warnings = sum(each.warning for each in findings)
    to_fix = len(findings) - warnings
    if args.page:
        args.page.write_text(page(by_set, findings), encoding="utf-8")
    if args.json:
        print(json.dumps(as_json(by_set, findings)))
    else:
        told = [f"look at: {each}" if each.warning else str(each) for each in findings]
        print("\n".join([*told, table(by_set)]))
        counts = f"{to_fix} to fix" if to_fix else "nothing to fix"
        print(f"{counts}, {warnings} to look at" if warnings else counts)
    return 1 if to_fix else 0


def _linted(sources: list[Path], worlds: list[Path]) -> Iterator[tuple]:
    """Lint the sets, several at a time where the machine can do that."""
    from fairmark.proving.lint import lint

    workers = min(os.cpu_count() or 1, len(sources))
    if workers < 2:
        yield from (lint(source, worlds) for source in sources)
        return
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        yield from pool.map(lint, sources, repeat(worlds))


def _cells(source: Path) -> int:
    """Count the cells of the reference, for the progress bar."""
    from fairmark.authoring.copies import reference
    from fairmark.authoring.sets import read_set

    return sum(cell.cell_type == "code" for cell in reference(read_set(source)).cells)


class _bar:
    """A progress bar on a terminal, one plain line elsewhere."""

    def __init__(self, what: str, total: int) -> None:
        from tqdm import tqdm

        quiet = not sys.stderr.isatty()
        if quiet:
            print(f"{what} ...", file=sys.stderr)
        self.bar = tqdm(total=total, desc=what, disable=quiet, leave=False, file=sys.stderr)

    def __enter__(self):
        return self.bar.update

    def __exit__(self, *_: object) -> None:
        self.bar.close()
