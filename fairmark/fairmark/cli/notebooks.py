"""`fairmark notebooks`: from the lessons' text to executed notebooks, and on to plain pages."""

import argparse
import json
import re
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from tqdm import tqdm

from fairmark.authoring import pages
from fairmark.authoring.form import form_of, table
from fairmark.authoring.frame import lesson_file
from fairmark.authoring.lessons import alone, read_lesson, write_lesson
from fairmark.authoring.percent import find_sources, settle
from fairmark.cli.paths import examples, folder_of
from fairmark.course import current, named, using
from fairmark.errors import CourseError
from fairmark.running.kernels import run

BEGIN, END = "<!-- table: begin -->", "<!-- table: end -->"


def register(commands: argparse._SubParsersAction) -> None:
    """Add the commands to the command line."""
    parser = commands.add_parser("notebooks", help="build the lessons (for authors)")
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    build = actions.add_parser(
        "build",
        help="execute the lessons' text sources and store them as notebooks",
        epilog=examples("Examples: PROGRAM notebooks build · PROGRAM notebooks build 04 08"),
    )
    build.add_argument("names", nargs="*", help="lessons such as 04; all by default")
    build.add_argument("--force", action="store_true", help="keep edited notebooks as backups")
    build.add_argument("--out", type=Path, help="another folder to write to")
    build.set_defaults(run=build_lessons)
    stale = actions.add_parser("stale", help="name the lessons whose notebook is not their source")
    stale.add_argument("--json", action="store_true", help="print the names as JSON")
    stale.set_defaults(run=list_stale)
    form = actions.add_parser(
        "form",
        help="count each lesson: open lines, cells, predictions, figures, minutes",
        epilog=examples("Example: PROGRAM notebooks form --page docs/lesson-form.md"),
    )
    form.add_argument("names", nargs="*", help="lessons such as 04; all by default")
    form.add_argument(
        "--page", type=Path, metavar="FILE", help="renew the table in a page, between its marks"
    )
    form.add_argument(
        "--readme", type=Path, metavar="FILE", help="renew the minutes in a page's list of lessons"
    )
    form.set_defaults(run=show_form)
    html = actions.add_parser(
        "html",
        help="write the built lessons as plain pages that need no server and no network",
        epilog=examples("Example: PROGRAM notebooks html --out build/html"),
    )
    html.add_argument("names", nargs="*", help="lessons such as 04; all by default")
    html.add_argument("--out", type=Path, default=Path("build/html"), help="folder to write to")
    html.set_defaults(run=write_pages)


def build_lessons(args: argparse.Namespace) -> int:
    """Read, execute, settle and write each lesson."""
    folder = folder_of("lessons")
    out = args.out or folder
    out.mkdir(parents=True, exist_ok=True)
    sources = find_sources(folder, args.names)
    for source in tqdm(sources, desc="lessons", unit="lesson", disable=None):
        with using(None, empty_home=True):  # an author's own guesses are nobody's lesson
            nb = execute(read_lesson(source), folder, source.name)
        write_lesson(settle(nb), out / lesson_file(source.stem), args.force)
    print(f"{len(sources)} lessons written to {out.name}/")
    return 0


def execute(nb: NotebookNode, folder: Path, name: str) -> NotebookNode:
    """Run a lesson where students run it; a lesson that raises is not stored.

    Parameters
    ----------
    nb : NotebookNode
        The lesson without outputs.
    folder : Path
        The folder the kernel runs in.
    name : str
        What to call the lesson in the message.

    Returns
    -------
    NotebookNode
        With outputs.

    Raises
    ------
    CourseError
        If a cell raises.
    """
    outcome = run(nb, cwd=folder)
    if outcome.errors:
        position, said = outcome.errors[0]
        first = nb.cells[position].source.splitlines()[0]
        raise CourseError(f"{name}: the cell that begins with `{first}` raised {said}")
    return outcome.notebook


def write_pages(args: argparse.Namespace) -> int:
    """Write each stored lesson as a page, beside the scripts that all pages share."""
    from plotly.offline import get_plotlyjs

    folder = folder_of("lessons")
    library = args.out / "lib"
    library.mkdir(parents=True, exist_ok=True)
    panels = _panels_without_python()
    written = {}
    for source in tqdm(find_sources(folder, args.names), desc="pages", unit="page", disable=None):
        name = Path(lesson_file(source.stem))
        nb = nbformat.read(folder / name, as_version=4)
        _write(args.out / name.with_suffix(".html"), pages.page(nb, list(panels)))
        written[name.with_suffix(".html").name] = pages.title(nb)
    lessons = len(written)
    # Sets too, to read: every lesson links to its set.
    for source in find_sources(folder_of("exercises")):
        nb = nbformat.read(folder_of("exercises") / f"{source.stem}.ipynb", as_version=4)
        name = pages.set_page(source.stem)
        _write(args.out / name, pages.page(nb, []))
        written[name] = pages.title(nb)
    _write(args.out / "index.html", pages.index(written))
    _write(library / "panels.js", pages.panels_script(panels))
    _write(library / "page.js", "\n".join(each.read_text("utf-8") for each in pages.SCRIPTS))
    _write(library / "plotly.min.js", get_plotlyjs())
    index = args.out / "index.html"
    print(f"{lessons} lessons and the exercise sets written; open {index} in a browser.")
    return 0


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _panels_without_python() -> dict[str, dict]:
    """Ask the course for the panels whose view computes everything in the browser."""
    of = current()
    return named(of.panels, of.root)() if of.panels else {}


def show_form(args: argparse.Namespace) -> int:
    """Print the numbers of each lesson, and what is refused in those that are in the form."""
    forms = [form_of(source) for source in find_sources(folder_of("lessons"), args.names)]
    print(table(forms))
    refused = [f"{each.name}: {fault}" for each in forms for fault in each.faults]
    if args.page:
        renew(args.page, table(forms))
    if args.readme:
        renew_minutes(args.readme, find_sources(folder_of("lessons"), args.names))
    print("\n".join(refused) or "Nothing that is refused.")
    return 1 if refused else 0


def renew(page: Path, text: str, begin: str = BEGIN, end: str = END) -> None:
    """Replace what stands between two marks in a page.

    Raises
    ------
    CourseError
        If the page has no such marks.
    """
    before, first, rest = page.read_text(encoding="utf-8").partition(begin)
    _, last, after = rest.partition(end)
    if not (first and last):
        raise CourseError(f"{page.name} has no lines {begin} and {end}; write them where it goes")
    _write(page, f"{before}{begin}\n{text}\n{end}{after}")


def renew_minutes(page: Path, sources: list[Path]) -> None:
    """Write the minutes into the last column of a table that links to the lessons."""
    text = page.read_text(encoding="utf-8")
    for source in sources:
        row = re.compile(rf"(?m)^(\|.*/{re.escape(lesson_file(source.stem))}\).*\| )\d+( \|)$")
        text = row.sub(rf"\g<1>{alone(source).whole}\2", text)
    _write(page, text)


def list_stale(args: argparse.Namespace) -> int:
    """Compare text, ids and metadata of each notebook with its source."""
    folder = folder_of("lessons")
    sources = find_sources(folder)
    stale = [s.stem for s in sources if not is_fresh(s, folder / lesson_file(s.stem))]
    if args.json:
        print(json.dumps(stale))
    elif stale:
        print(f"Not built from their source: {', '.join(stale)}; run: make notebooks")
    else:
        print("Every lesson is built from its source.")
    return 1 if stale else 0


def is_fresh(source: Path, target: Path) -> bool:
    """Tell whether a stored lesson has the cells and metadata that its source gives now.

    Parameters
    ----------
    source : Path
        The py:percent text.
    target : Path
        The built notebook.

    Returns
    -------
    bool
        True if only outputs and execution counts differ.
    """
    if not target.exists():
        return False
    stored = nbformat.read(target, as_version=4)
    for cell in stored.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return stored == read_lesson(source)
