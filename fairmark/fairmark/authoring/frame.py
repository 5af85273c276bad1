"""What every lesson and set has alike: links to its neighbours, how to work, the last cell.

Written here once, in relative links that open wherever the folders lie beside each other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fairmark.authoring.minutes import Minutes
from fairmark.authoring.places import beside, way
from fairmark.ids import anchor

LESSON = "lesson-"
SECTION, FENCE = "## ", "```"

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
`{program} check {file}`."""


STEP = re.compile(r"Step (\d+)[.:] (.+)$")


@dataclass(frozen=True)
class Step:
    """One section of a lesson: a step, or another one that a question can go back to.

    Parameters
    ----------
    heading : str
        The whole heading; its anchor is made of it.
    number, title : str
        "1" and "How fast did trade grow?"; for a section that is no step its heading up to the
        colon, "Score sheet", and "".
    optional : bool
        Whether it may be left out.
    """

    heading: str
    number: str
    title: str
    optional: bool

    @classmethod
    def of(cls, heading: str, optional: bool = False) -> "Step":
        """Read a heading, without the signs before it."""
        match = STEP.match(heading)
        number, title = match.groups() if match else (heading.partition(":")[0], "")
        return cls(heading, number, title, optional)


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
        return cls(_titles(beside(source, "lessons")), _titles(beside(source, "exercises")))


def lesson_file(name: str) -> str:
    """Return the file of a lesson; a set's tab and its lesson's tab must not have one name."""
    return f"{LESSON}{name}.ipynb"


def to_set(name: str) -> str:
    """Return the link from a lesson to a set."""
    return f"{way('lessons', 'exercises')}/{name}.ipynb"


def _from_set(lesson: str) -> str:
    return f"{way('exercises', 'lessons')}/{lesson_file(lesson)}"


def lesson_head(contents: Contents, name: str, steps: Sequence[Step], spent: str) -> str:
    """Return the bar below a lesson's title: where it stands, how long it takes, its steps.

    Parameters
    ----------
    contents : Contents
        The course.
    name : str
        The lesson's source, "04-topic".
    steps : sequence of Step
        Its steps in order.
    spent : str
        How long it takes, in words.

    Returns
    -------
    str
        Markdown; empty for the first lesson, which begins at once.
    """
    before, after = _neighbours(contents, name)
    if not before:
        return ""
    links = [
        _short("Before", before, "lesson"),
        _set_link("Exercises", contents, name),
        _short("Next", after, "lesson"),
    ]
    lines = [
        f"**Lessons:** {_places(contents, name)}",
        " · ".join(filter(None, links)),
        f"**Minutes:** {spent}",
        f"**In this lesson:** {' → '.join(map(_step_link, steps))}" if steps else "",
    ]
    return "  \n".join(filter(None, lines))


def steps_of(texts: Iterable[tuple[str, bool]]) -> list[Step]:
    """List the steps of a lesson: its headings `## Step 1. Title`.

    Parameters
    ----------
    texts : iterable of (str, bool)
        The markdown cells, and whether each lies in an optional section.
    """
    return [each for each in _sections(texts) if each.title]


def _sections(texts: Iterable[tuple[str, bool]]) -> list[Step]:
    return [
        Step.of(heading, optional)
        for text, optional in texts
        for _, heading in headed(text)
        if heading
    ]


def headed(text: str) -> Iterator[tuple[str, str]]:
    """Yield each line of a text and the section's heading that it is; "" for any other line.

    Parameters
    ----------
    text : str
        Markdown; a line of a fenced block is no heading.
    """
    fenced = False
    for line in text.splitlines():
        fenced ^= line.startswith(FENCE)
        is_heading = line.startswith(SECTION) and not fenced
        yield line, line.removeprefix(SECTION).strip() if is_heading else ""


def lesson_sections(source: Path) -> tuple[Step, ...]:
    """List the sections of a set's lesson, its steps among them; none where there is no lesson."""
    number = source.stem.split("-")[0]
    found = sorted((beside(source, "lessons") / "source").glob(f"{number}-*.py"))
    if not found:
        return ()
    text = found[0].read_text(encoding="utf-8")
    return tuple(_sections([(re.sub(r"(?m)^# ?", "", text), False)]))


def lesson_foot(contents: Contents, name: str) -> str:
    """Return the last cell of a lesson: the set that goes with it, and where to go on."""
    before, after = _neighbours(contents, name)
    lines = []
    if exercise := _of_lesson(contents.sets, name):
        lines.append(f"- **Exercises:** [{contents.sets[exercise]}]({to_set(exercise)})")
    if after:
        lines.append(f"- **Next:** [{contents.lessons[after]}]({lesson_file(after)})")
    if before:
        lines.append(f"- **Before:** [{contents.lessons[before]}]({lesson_file(before)})")
    return "\n".join(["## Go on", *lines]) if lines else ""


def set_head(contents: Contents, name: str, spent: Minutes, short: str = "") -> str:
    """Return what stands below a set's title: links, how long it takes, and its shorter way."""
    lesson = _of_lesson(contents.lessons, name)
    _, after = _neighbours(contents, lesson)
    links = " · ".join(filter(None, [_to_lesson("Back", lesson), _to_lesson("Next", after)]))
    core = f"{spent.core} for its core, {spent.whole} for all of it"
    minutes = f"**Minutes:** {core if spent.core < spent.whole else spent.whole}"
    return "  \n".join(filter(None, [links, minutes, short]))


def spent_words(lesson: Minutes, exercise: Minutes | None) -> str:
    """Say how long a lesson takes, alone and with its set."""
    without = f" ({lesson.core} without what is optional)" if lesson.core < lesson.whole else ""
    words = f"{lesson.whole} for the lesson{without}"
    if exercise is None:
        return words
    if exercise.core < exercise.whole:
        words += f", {lesson.core + exercise.core} with the core of its exercises"
    return f"{words}, {lesson.whole + exercise.whole} with all of its exercises"


def set_foot(contents: Contents, name: str) -> str:
    """Return the last cell of a set: back to its lesson, or on to the next one."""
    lesson = _of_lesson(contents.lessons, name)
    _, after = _neighbours(contents, lesson)
    named = [("Back", lesson), ("Next", after)]
    lines = [
        f"- **{word}:** [{contents.lessons[each]}]({_from_set(each)})"
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
    """Return the lessons before and after; a side page (06b) is on nobody's way but its own."""
    if name not in contents.lessons:
        return "", ""
    names = [each for each in contents.lessons if each == name or not _is_side_page(each)]
    at = names.index(name)
    return (names[at - 1] if at else ""), (names[at + 1] if at + 1 < len(names) else "")


def _is_side_page(name: str) -> bool:
    return not name.split("-")[0].isdigit()


def _of_lesson(names: dict[str, str], name: str) -> str:
    """Return the name with the same number in the other list."""
    number = name.split("-")[0]
    return next((each for each in names if each.split("-")[0] == number), "")


def _short(word: str, name: str, kind: str) -> str:
    return f"{word}: [{kind} {name.split('-')[0]}]({lesson_file(name)})" if name else ""


def _places(contents: Contents, name: str) -> str:
    """Number the lessons as links; where one is stands in bold. A side page is in its own only."""
    parts = []
    for each in contents.lessons:
        if _is_side_page(each) and each != name:
            continue
        number = each.split("-")[0].lstrip("0") or "0"
        parts.append(f"**{number}**" if each == name else f"[{number}]({lesson_file(each)})")
    return " ".join(parts)


def _step_link(step: Step) -> str:
    title = step.title.rstrip(".")
    words = f"[{step.number}. {title}](#{anchor(step.heading)})"
    return f"{words} (optional)" if step.optional else words


def _set_link(word: str, contents: Contents, name: str) -> str:
    exercise = _of_lesson(contents.sets, name)
    number = exercise.split("-")[0]
    return f"{word}: [set {number}]({to_set(exercise)})" if exercise else ""


def _to_lesson(word: str, name: str) -> str:
    number = name.split("-")[0]
    return f"{word}: [lesson {number}]({_from_set(name)})" if name else ""
