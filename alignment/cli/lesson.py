"""`alignment lesson new 12 SLUG --title TITLE`: a lesson and its set to begin from, and their rows.

The two sources build, check and lint as they stand; the texts in them say what to write where.
"""

import argparse
import re
from pathlib import Path

from fairmark.authoring.frame import lesson_file
from fairmark.cli.paths import checkout
from fairmark.errors import CourseError

TEMPLATES = Path(__file__).parent / "templates"
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
NEXT = """Written: {written}.
Now build what is new and what links to it, and prove the set:
  make notebooks          every lesson lists its neighbours
  make exercises
  alignment exercises lint {number}
Then replace the texts that begin with "Write". What else a lesson may have, each in a table of
its own: guesses (data-raw/content/predictions.csv), words (glossary.csv), voices (voices.csv),
then make data. docs/adapting-lessons.md says how long each takes.
"""


class CannotBegin(CourseError):
    """A new lesson cannot be written: what was found, what to do."""


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command group to the command line."""
    parser = subparsers.add_parser("lesson", help="begin a new lesson (for authors)")
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    new = actions.add_parser("new", help="write a lesson, its set and the rows that link to it")
    new.add_argument("number", metavar="NUMBER", help="such as 12")
    new.add_argument("slug", metavar="SLUG", help="a short name for the files, such as energy")
    new.add_argument("--title", default="", help="such as 'Energy domain'; the slug by default")
    new.add_argument("--question", default="What is asked?", help="what the lesson asks, for the "
                     "lists of lessons")  # fmt: skip
    new.set_defaults(run=run_new)


def run_new(args: argparse.Namespace) -> int:
    """Write the files of a new lesson; exit code 0."""
    title = args.title or args.slug.replace("-", " ").capitalize()
    written = begin(checkout(), args.number, args.slug, title, args.question)
    names = ", ".join(path.relative_to(checkout()).as_posix() for path in written)
    print(NEXT.format(written=names, number=args.number.zfill(2)), end="")
    return 0


def begin(course: Path, number: str, slug: str, title: str, question: str) -> list[Path]:
    """Write the sources of a lesson and its set, and a row in each list of lessons.

    Parameters
    ----------
    course : Path
        The checkout.
    number : str
        "12".
    slug, title, question : str
        For the files, for people, and what the lesson asks.

    Returns
    -------
    list of Path
        What was written or changed.

    Raises
    ------
    CannotBegin
        If the number is taken or is none, the slug cannot be a file's name, or a list has no rows.
    """
    if not re.fullmatch(r"[0-9]{1,2}", number) or int(number) < 1:
        raise CannotBegin(f"{number!r} is no number of a lesson; write two digits such as 12")
    if not SLUG.fullmatch(slug):
        raise CannotBegin(f"{slug!r} cannot be a file's name; write small letters such as energy")
    two = number.zfill(2)
    lesson = course / "notebooks" / "source" / f"{two}-{slug}.py"
    exercises = course / "exercises" / "source" / f"{two}-{slug}.py"
    taken = [p.name for each in (lesson, exercises) for p in each.parent.glob(f"{two}*.py")]
    if taken:
        raise CannotBegin(f"{two} is taken by {taken[0]}; take the next free number")
    label = f"{two} {title}"
    readme = course / "README.md"
    first = sorted(lesson.parent.glob("00-*.py"))[0]
    file = lesson_file(lesson.stem)
    texts = {
        readme: _with_row(
            readme, f"| [{label}](notebooks/{file}) | {question} | 0 |", "notebooks/"
        ),
        first: _with_row(first, f"# | [{label}]({file}) | {question} | {{alone {two}}} |", ""),
        lesson: _filled("lesson.txt", two, title),
        exercises: _filled("set.txt", two, title),
    }
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(texts)


def _filled(name: str, two: str, title: str) -> str:
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    values = {"number": str(int(two)), "two": two, "title": title, "small": title.lower()}
    for word, value in values.items():
        text = text.replace(f"{{{word}}}", value)
    return text


def _with_row(path: Path, row: str, folder: str) -> str:
    """Return a text with a row after the last one that links a lesson."""
    lines = path.read_text(encoding="utf-8").splitlines()
    linked = re.compile(rf"(# )?\| \[.*\]\({folder}lesson-\d\d[^)]*\.ipynb\) \|")
    places = [at for at, line in enumerate(lines) if linked.match(line)]
    if not places:
        raise CannotBegin(f"{path.name} holds no row that links a lesson; add this one: {row}")
    lines.insert(places[-1] + 1, row)
    return "\n".join(lines) + "\n"
