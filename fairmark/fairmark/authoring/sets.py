"""The format of an exercise set: one text file becomes records of questions, or one clear sentence.

`exercises/source/04-name.py` is the only place where set 04 is edited.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from fairmark.authoring import frame, minutes
from fairmark.authoring.percent import BadSource, Cell, cell_id, read_cells, source_text
from fairmark.authoring.roles import CheckSpec, check_spec, split_role
from fairmark.course import current
from fairmark.ids import cell_name, set_number

HEADING = re.compile(r"### (?P<id>\d+\.\d+) (?P<title>.+?) \((?P<points>\d+) points?\)$")
# The same on another level, which students would see as a chapter.
OTHER_LEVEL = re.compile(r"(#{1,2}|#{4,6}) \d+\.\d+ .+\(\d+ points?\)$")
NEEDED = ("stub", "solution", "check")
CORE = "**Core.** "  # below the heading: a link leads to a heading, so its words stay as they are


@dataclass(frozen=True)
class Part:
    """One cell of a source with its role in the exercise.

    Parameters
    ----------
    kind : str
        "markdown" or "code".
    text : str
        What a reader sees: without the role and its `#|` lines.
    line : int
        Where the cell begins in the file, for messages.
    role : str
        "", "setup", "stub", "solution", "check", "wrong" or "verdict".
    sentence : str
        What follows the role on its line: why a solution is right, what a wrong answer is told.
    options : dict
        The YAML below the role.
    question : str
        The id of the question it belongs to; empty before the first heading.
    id : str
        Its id in the built notebooks.
    marked : int
        How many lines of the cell stand above its text: the role and its `#|` lines.
    """

    kind: str
    text: str
    line: int
    role: str = ""
    sentence: str = ""
    options: dict = field(default_factory=dict)
    question: str = ""
    id: str = ""
    marked: int = 0

    @property
    def code_line(self) -> int:
        """Where the text itself begins in the file."""
        return self.line + self.marked


@dataclass(frozen=True)
class Question:
    """One question: what is asked, what solves it, how it is checked, what goes wrong.

    Parameters
    ----------
    id, title : str
        As in its heading, "4.3" and "Growth that compounds".
    points : int
        What a right answer earns.
    stub, solution, check : Part
        The three cells every question has.
    wrong : tuple of Part
        Known wrong answers; `sentence` is what a student who gives one must read.
    spec : CheckSpec
        Tolerance, unit, hints and the rest of the check cell's lines.
    """

    id: str
    title: str
    points: int
    stub: Part
    solution: Part
    check: Part
    wrong: tuple[Part, ...]
    spec: CheckSpec


@dataclass(frozen=True)
class ExerciseSet:
    """One exercise set.

    Parameters
    ----------
    number, name : str
        "04" and "04-name".
    parts : tuple of Part
        Every cell in order, with its role.
    questions : tuple of Question
        In order.
    version : str
        Twelve hexadecimal digits of the source's SHA-256: the stamp of every built file.
    minutes : Minutes
        How long it takes.
    sections : tuple of Step
        The sections of its lesson, in order: its steps among them.
    """

    number: str
    name: str
    parts: tuple[Part, ...]
    questions: tuple[Question, ...]
    version: str
    minutes: minutes.Minutes
    sections: tuple[frame.Step, ...] = ()

    def question(self, wanted: str) -> Question:
        """Return one question by its id."""
        return next(q for q in self.questions if q.id == wanted)

    def section_of(self, question: Question) -> frame.Step | None:
        """Return the lesson's section to go back to; None for the lesson as a whole."""
        return next((each for each in self.sections if each.number == question.spec.step), None)


def read_set(path: Path) -> ExerciseSet:
    """Read one exercise source.

    Parameters
    ----------
    path : Path
        A py:percent text file named like `04-name.py`.

    Returns
    -------
    ExerciseSet
        Every cell and every question.

    Raises
    ------
    BadSource
        With file, line and the nearest valid word, if the text does not follow the format.
    """
    cells = read_cells(path)
    text = source_text(path)
    parts = _assign(path, [_part(path, c, n) for c, n in _with_lines(cells, text)])
    _require_import(path, parts)
    texts, questions = _texts_and_questions(path, parts)
    spent = minutes.of_questions(texts, questions)
    parts = _marked(parts, core_of(questions))
    parts = _name(_framed(path, parts, spent, core_line(questions)))
    _, questions = _texts_and_questions(path, parts)
    version = hashlib.sha256(text.encode()).hexdigest()[:12]
    number, sections = set_number(path.stem), frame.lesson_sections(path)
    for each in questions:
        _require_step(path, each, sections)
    return ExerciseSet(number, path.stem, tuple(parts), questions, version, spent, sections)


def core_of(questions: Sequence[Question]) -> list[Question]:
    """List the questions of the shorter way through a set; none where that would be all of them."""
    core = [each for each in questions if each.spec.core]
    return core if len(core) < len(questions) else []


def core_line(questions: Sequence[Question]) -> str:
    """Name the questions of the shorter way through a set and their points; "" for none."""
    core = core_of(questions)
    if not core:
        return ""
    points, whole = (sum(each.points for each in some) for some in (core, questions))
    ids = [each.id for each in core]
    names = " and ".join(filter(None, [", ".join(ids[:-1]), ids[-1]]))
    return (
        f"**Short of time?** Core: {names} ({points} of {whole} points). "
        "The other questions go further. Work from the top, or come to a question by its link "
        "in the lesson; a number is only a name."
    )


def _marked(parts: list[Part], core: Sequence[Question]) -> list[Part]:
    """Write below the heading of each core question that it is one."""
    ids = {each.id for each in core}

    def text(part: Part) -> str:
        heading, _, rest = part.text.lstrip("\n").partition("\n")
        return f"{heading}\n{CORE}{rest.lstrip()}"

    return [
        replace(each, text=text(each))
        if each.question in ids and HEADING.match(_heading(each))
        else each
        for each in parts
    ]


def set_minutes(path: Path) -> minutes.Minutes:
    """Compute the minutes of a set from its source."""
    return read_set(path).minutes


def _texts_and_questions(path: Path, parts: list[Part]) -> tuple[list[str], tuple[Question, ...]]:
    headings = [(p, HEADING.match(_heading(p))) for p in parts if p.kind == "markdown"]
    questions = tuple(_question(path, p, match, parts) for p, match in headings if match)
    if not questions:
        raise BadSource(f"{path.name} has no question; one opens with `### 4.1 Title (2 points)`")
    return [part.text for part, _ in headings], questions


def _with_lines(cells: list[Cell], text: str) -> list[tuple[Cell, int]]:
    """Pair each cell with the line of the file at which its text begins."""
    lines, at, found = text.splitlines(), 0, []
    for cell in cells:
        first = cell.source.strip("\n").splitlines()[0].rstrip()
        written = {first, f"# {first}".rstrip()}
        at = next((n for n in range(at, len(lines)) if lines[n].rstrip() in written), at)
        found.append((cell, at + 1))
        at += 1
    return found


def _part(path: Path, cell: Cell, line: int) -> Part:
    if cell.kind == "markdown":
        return Part("markdown", cell.source, line)
    role, sentence, options, code = split_role(path, cell.source, line)
    marked = len(cell.source.rstrip("\n").splitlines()) - len(code.splitlines())
    return Part("code", code, line, role, sentence, options, marked=marked)


def _assign(path: Path, parts: list[Part]) -> list[Part]:
    """Give each cell the question whose heading stands above it."""
    current, seen, found = "", set(), []
    for part in parts:
        heading = _heading(part)
        match = HEADING.match(heading)
        if heading.startswith("### ") and heading[4:5].isdigit() and not match:
            raise BadSource(
                f"{path.name}, line {part.line}: {heading!r} does not say id, title and points; "
                "expected a heading like `### 4.3 Growth that compounds (2 points)`"
            )
        if OTHER_LEVEL.match(heading):
            raise BadSource(
                f"{path.name}, line {part.line}: {heading!r} is not on the level of a question; "
                "write it with three signs: ###"
            )
        if match:
            current = match["id"]
            _require_number(path, part, current)
            if current in seen or int(match["points"]) < 1:
                what = "is there twice" if current in seen else "has no points"
                raise BadSource(
                    f"{path.name}, line {part.line}: question {current} {what}; "
                    "give each question its own number and at least one point"
                )
            seen.add(current)
        elif heading:
            current = ""
        found.append(replace(part, question=current))
    return found


def _framed(path: Path, parts: list[Part], spent: minutes.Minutes, core: str) -> list[Part]:
    """Add what every set has alike: links, how to work, the verdict on the whole set."""
    contents, name = frame.Contents.around(path), path.stem
    first = next((match["id"] for p in parts if (match := HEADING.match(_heading(p)))), "")
    at = next(n for n, part in enumerate(parts) if part.role == "setup")
    links = frame.set_head(contents, name, spent, core)
    # The head keeps its id when a question below changes the minutes in it.
    title = cell_id(parts[0].text, set())
    head = replace(parts[0], text=frame.below_title(parts[0].text, links), id=title)

    of = current()
    file = f"{of.inside('exercises')}/{name}.ipynb"

    def text(words: str, near: Part) -> list[Part]:
        return [Part("markdown", words, near.line)] if words else []

    return [
        *([head] if at else []),
        *parts[1:at],
        *text(frame.HOW_TO_WORK.format(first=first), parts[at]),
        *text(frame.SET_UP, parts[at]),
        *parts[at:],
        *text(frame.WHOLE_SET.format(program=of.program, file=file), parts[-1]),
        Part("code", f"{of.importing('verdict')}\n\nverdict()", parts[-1].line, "verdict"),
        *text(frame.set_foot(contents, name), parts[-1]),
    ]


def _require_number(path: Path, part: Part, question: str) -> None:
    """Refuse a question that is numbered as one of another set."""
    own, of = path.stem.split("-")[0], question.partition(".")[0]
    if own.isdecimal() and int(own) != int(of):
        raise BadSource(
            f"{path.name}, line {part.line}: question {question} is numbered as one of set {of}; "
            f"expected {int(own)}.{question.partition('.')[2]}"
        )


def _require_step(path: Path, question: Question, sections: tuple[frame.Step, ...]) -> None:
    """Refuse a step that the lesson does not have; a set that lies alone has nothing to compare."""
    wanted, known = question.spec.step, [each.number for each in sections]
    if wanted and known and wanted not in known:
        raise BadSource(
            f"{path.name}, line {question.check.line}: question {question.id} goes back to step "
            f"{wanted!r}; its lesson has {'; '.join(known)}"
        )


def _heading(part: Part) -> str:
    first = part.text.lstrip("\n").split("\n", 1)[0]
    return first if part.kind == "markdown" and first.startswith("#") else ""


def _name(parts: list[Part]) -> list[Part]:
    """Give every cell its id: by question and role, else from its text."""
    taken: set[str] = set()
    named = []
    for part in parts:
        if part.role in ("stub", "check"):
            name = cell_name(part.question, part.role)
        elif part.role in ("setup", "verdict"):
            name = part.role
        elif HEADING.match(_heading(part)):
            name = cell_name(part.question, "question")
        elif part.id:
            name = part.id
        else:
            name = cell_id(part.text, taken)
        taken.add(name)
        named.append(replace(part, id=name))
    return named


def _require_import(path: Path, parts: list[Part]) -> None:
    setups = [p for p in parts if p.role == "setup"]
    wanted = current().imports
    if len(setups) == 1 and wanted in setups[0].text.splitlines():
        return
    line = setups[-1].line if setups else 1
    raise BadSource(
        f"{path.name}, line {line}: found {len(setups)} cells with `#| setup`; expected one "
        f"that holds the line `{wanted}`"
    )


def _question(path: Path, head: Part, match: re.Match, parts: list[Part]) -> Question:
    mine = [p for p in parts if p.question == match["id"]]
    counts = Counter(p.role for p in mine)
    for role in NEEDED:
        if counts[role] != 1:
            where = [p for p in mine if p.role == role][-1] if counts[role] else head
            raise BadSource(
                f"{path.name}, line {where.line}: question {match['id']} has "
                f"{counts[role] or 'no'} cells with `#| {role}`; expected one"
            )
    one = {role: next(p for p in mine if p.role == role) for role in NEEDED}
    wrong = tuple(p for p in mine if p.role == "wrong")
    for part in wrong:
        if not part.sentence:
            raise BadSource(
                f"{path.name}, line {part.line}: this wrong answer has no sentence; "
                "write it behind the role: `#| wrong: what the student reads`"
            )
    if not one["solution"].sentence:
        raise BadSource(
            f"{path.name}, line {one['solution'].line}: this solution has no sentence; write after "
            "the role why it is right: `#| solution: because ...`"
        )
    if "data" not in one["check"].options:
        raise BadSource(
            f"{path.name}, line {one['check'].line}: question {match['id']} does not say where its "
            "answer comes from; write `data: tables`, `data: inputs` or `data: none`"
        )
    spec = check_spec(path, one["check"].options, one["check"].line)
    return Question(
        match["id"], match["title"], int(match["points"]), wrong=wrong, spec=spec, **one
    )
