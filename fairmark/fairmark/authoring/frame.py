"""What every lesson and set has alike: links to its neighbours, how to work, the last cell.

Written here once, in relative links that open wherever the folders lie beside each other.
"""

from dataclasses import dataclass
from pathlib import Path

LESSON = "lesson-"

HOW_TO_WORK = """\
## How to work
1. Run the cells from top to bottom with Shift + Enter.
2. Each answer cell holds three dots (`...`). Replace them with your answer and run the cell.
3. Run the check cell below it. It says *right*, *not yet* or *not attempted*, and what to try.
4. If you are stuck, write `hint("{first}")` in a new cell. After two different attempts,
   `solution("{first}")` shows one way to solve the question.

Only the answer cells are read when this notebook is graded, and other figures may be in the tables
then. So compute your answers from the tables, and if an answer needs an import or a helper, write
it into the answer cell itself."""

SET_UP = """\
## Set up
Run the next cell first; everything below needs it."""

WHOLE_SET = """\
## The whole set at once
Save the notebook (Ctrl+S) and run the next cell. It runs the saved file from start to end as a
grader would and lists every question. In a terminal this says the same:
`{program} check exercises/{file}`."""


@dataclass(frozen=True)
class Contents:
    """The lessons and sets of a course, by the names of their sources.

    Parameters
    ----------
    lessons, sets : dict of str to str
        Name ("04-name") -> title ("Lesson 4. Its title"), in order.
    """

    lessons: dict[str, str]
    sets: dict[str, str]

    @classmethod
    def around(cls, source: Path) -> "Contents":
        """Read the course in which a lesson's or a set's source lies."""
        base = source.resolve().parents[2]
        return cls(_titles(base / "notebooks"), _titles(base / "exercises"))


def lesson_file(name: str) -> str:
    """Return the file of a lesson; a set's tab and its lesson's tab must not have one name."""
    return f"{LESSON}{name}.ipynb"


def lesson_head(contents: Contents, name: str) -> str:
    """Return the line of links below a lesson's title; empty for the first lesson."""
    before, after = _neighbours(contents, name)
    links = [
        _short("Before", before, "lesson"),
        _set_link("Exercises", contents, name),
        _short("Next", after, "lesson"),
    ]
    return " · ".join(filter(None, links)) if before else ""


def lesson_foot(contents: Contents, name: str) -> str:
    """Return the last cell of a lesson: the set that goes with it, and where to go on."""
    before, after = _neighbours(contents, name)
    lines = []
    if exercise := _of_lesson(contents.sets, name):
        lines.append(f"- **Exercises:** [{contents.sets[exercise]}](../exercises/{exercise}.ipynb)")
    if after:
        lines.append(f"- **Next:** [{contents.lessons[after]}]({lesson_file(after)})")
    if before:
        lines.append(f"- **Before:** [{contents.lessons[before]}]({lesson_file(before)})")
    return "\n".join(["## Go on", *lines]) if lines else ""


def set_head(contents: Contents, name: str) -> str:
    """Return the line of links below a set's title."""
    lesson = _of_lesson(contents.lessons, name)
    _, after = _neighbours(contents, lesson)
    return " · ".join(filter(None, [_to_lesson("Back", lesson), _to_lesson("Next", after)]))


def set_foot(contents: Contents, name: str) -> str:
    """Return the last cell of a set: back to its lesson, or on to the next one."""
    lesson = _of_lesson(contents.lessons, name)
    _, after = _neighbours(contents, lesson)
    named = [("Back", lesson), ("Next", after)]
    lines = [
        f"- **{word}:** [{contents.lessons[each]}](../notebooks/{lesson_file(each)})"
        for word, each in named
        if each
    ]
    return "\n".join(["## Go on", *lines]) if lines else ""


def below_title(text: str, line: str) -> str:
    """Put a line of links below the title that a cell begins with."""
    title, _, rest = text.partition("\n")
    return f"{title}\n\n{line}\n{rest}" if line and title.startswith("# ") else text


def _titles(folder: Path) -> dict[str, str]:
    found = sorted((folder / "source").glob("[0-9]*.py"))
    return {path.stem: _title(path.read_text(encoding="utf-8")) or path.stem for path in found}


def _title(text: str) -> str:
    first = next((line for line in text.splitlines() if line.startswith("# # ")), "")
    return first.removeprefix("# # ").strip()


def _neighbours(contents: Contents, name: str) -> tuple[str, str]:
    names = list(contents.lessons)
    if name not in names:
        return "", ""
    at = names.index(name)
    return (names[at - 1] if at else ""), (names[at + 1] if at + 1 < len(names) else "")


def _of_lesson(names: dict[str, str], name: str) -> str:
    """Return the name with the same number in the other list."""
    number = name.split("-")[0]
    return next((each for each in names if each.split("-")[0] == number), "")


def _short(word: str, name: str, kind: str) -> str:
    return f"{word}: [{kind} {name.split('-')[0]}]({lesson_file(name)})" if name else ""


def _set_link(word: str, contents: Contents, name: str) -> str:
    exercise = _of_lesson(contents.sets, name)
    number = exercise.split("-")[0]
    return f"{word}: [set {number}](../exercises/{exercise}.ipynb)" if exercise else ""


def _to_lesson(word: str, name: str) -> str:
    number = name.split("-")[0]
    return f"{word}: [lesson {number}](../notebooks/{lesson_file(name)})" if name else ""
