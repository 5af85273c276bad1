"""How long a lesson or a set takes: one published formula behind every number of minutes.

Words at a reading speed, plus a fixed time per kind of cell, panel and question. The rates come
from `[minutes]` in `course.toml`. No class has been timed with the defaults.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fairmark.authoring.percent import OPTIONAL, PICTURE, PREDICT, Cell
from fairmark.course import current

# Minutes each; `words` is words a minute, `line` each line of open code after a cell's first. A
# course may change them and add its panels by name.
RATES = {
    "words": 200,
    "cell": 0.6,
    "line": 0.3,
    "picture": 0.8,
    "predict": 1.5,
    "quick_check": 1,
    "choice": 1.5,
    "function": 4,
    "short": 3,
    "table": 5,
    "figure": 7,
    "form": 5,
}
QUICK_CHECK = "**Quick check.**"
_WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")
_ADDRESS = re.compile(r"\]\([^)]*\)|https?://\S+|<[^>]+>")
_HEADING = re.compile(r"^(#+) ")
_SAID = re.compile(r'(?:finding|caveat)="([^"]*)"')


@dataclass(frozen=True)
class Minutes:
    """Minutes of a lesson, or of a set.

    Parameters
    ----------
    whole : int
        All of it.
    core : int
        Without what is optional.
    """

    whole: int
    core: int


def rates() -> dict[str, float]:
    """Return the rates of the course in use."""
    return RATES | dict(current().minutes)


def words(text: str) -> int:
    """Count the words that a person reads, without addresses and markup."""
    return len(read_words(text))


def read_words(text: str) -> list[str]:
    """List the words that a person reads, without addresses and markup."""
    return _WORD.findall(_ADDRESS.sub(" ", text))


def of_cells(cells: Sequence[Cell], **other: float) -> Minutes:
    """Compute the minutes of a lesson from its cells; `other` rates may be given by name."""
    known = rates() | other
    spent = [_of_cell(cell, known) for cell in cells]
    optional = optional_cells(cells)
    skipped = sum(each for each, skip in zip(spent, optional, strict=True) if skip)
    return Minutes(math.ceil(sum(spent)), math.ceil(sum(spent) - skipped))


def optional_cells(cells: Sequence[Cell]) -> list[bool]:
    """Tell which cells lie in a section whose heading is marked optional."""
    found, level = [], 0
    for cell in cells:
        heading = _HEADING.match(cell.source) if cell.kind == "markdown" else None
        if heading and level and len(heading[1]) <= level:
            level = 0
        if OPTIONAL in cell.parts:
            level = level or (len(heading[1]) if heading else 7)
        found.append(bool(level))
        if level == 7:  # a single cell
            level = 0
    return found


def _of_cell(cell: Cell, known: Mapping[str, float]) -> float:
    if cell.kind == "markdown":
        checks = cell.source.count(QUICK_CHECK) * known["quick_check"]
        return words(cell.source) / known["words"] + checks
    if PREDICT in cell.parts:
        return known["predict"]
    if PICTURE in cell.parts:
        said = " ".join(_SAID.findall(cell.source))
        return known["picture"] + words(said) / known["words"]
    panels = [each for name, each in known.items() if re.search(rf"\b{name}\(", cell.source)]
    return max([known["cell"] + known["line"] * max(0, cell.lines - 1), *panels])


def of_questions(texts: Sequence[str], questions: Sequence) -> Minutes:
    """Compute the minutes of an exercise set: its texts, and a rate for each question.

    Parameters
    ----------
    texts : sequence of str
        Its markdown cells.
    questions : sequence of fairmark.authoring.sets.Question
        Those marked as core count for `core`; if none is, all of them do.
    """
    known = rates()
    reading = sum(map(words, texts)) / known["words"]
    spent = [known[kind(each)] for each in questions]
    core = [bool(getattr(each.spec, "core", False)) for each in questions]
    if not any(core):
        core = [True] * len(spent)
    part = sum(each for each, flag in zip(spent, core, strict=True) if flag)
    part += reading * sum(core) / max(1, len(core))
    return Minutes(math.ceil(reading + sum(spent)), math.ceil(part))


def kind(question: object) -> str:
    """Say which rate a question has."""
    spec, code = question.spec, question.solution.text
    if spec.choices:
        return "choice"
    if spec.data == "inputs":
        return "function"
    if spec.data == "none":
        return "form"
    if re.search(r"\bgo\.Figure|\bpx\.", code):
        return "figure"
    return "short" if sum(bool(line.strip()) for line in code.splitlines()) <= 2 else "table"
