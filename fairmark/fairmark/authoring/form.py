"""The form of a lesson as numbers: what is open, what is folded, what no lesson may hold."""

import re
from dataclasses import dataclass
from pathlib import Path

from fairmark.authoring.lessons import spent
from fairmark.authoring.percent import PICTURE, PREDICT, Cell, read_cells
from fairmark.authoring.reading_grade import reading_grade
from fairmark.course import current

CHANGE = "# change this"
LONGEST = 25  # lines of a picture
# What no lesson holds: each is a dialect of charts that nobody teaches, or the theme's business.
REFUSED = {
    "a figure passed on to itself (fig = fig.)": re.compile(r"\bfig\w* = fig\w*\."),
    "|= on a dictionary": re.compile(r"\|="),
    "a colour": re.compile(r"#[0-9a-fA-F]{6}\b|\brgba?\(|\btheme\.[A-Z]+\b"),
    "minutes written by hand": re.compile(r"\*\*Minutes:\*\* *\d"),
}
HEAD = (
    "lesson,open lines,cells,predictions,figures,plotly.express,longest,change this,grade,minutes"
)


@dataclass(frozen=True)
class Form:
    """The numbers of one lesson.

    Parameters
    ----------
    name : str
        "04-topic".
    open_lines : int
        Lines of code that a reader sees: those of cells that are not folded.
    cells : int
        Code cells.
    predictions, pictures, express : int
        Cells that ask, cells that draw, and those of them that use plotly.express.
    longest : int
        Lines of the longest picture.
    changes : int
        Lines marked "# change this".
    grade : float or None
        Reading level of its texts, see `reading_grade`.
    minutes : str
        How long it takes, in words.
    faults : tuple of str
        What is refused.
    """

    name: str
    open_lines: int
    cells: int
    predictions: int
    pictures: int
    express: int
    longest: int
    changes: int
    grade: float | None
    minutes: str
    faults: tuple[str, ...]


def form_of(source: Path) -> Form:
    """Count a lesson.

    Parameters
    ----------
    source : Path
        The py:percent text.
    """
    cells = read_cells(source)
    codes = [cell for cell in cells if cell.kind == "code"]
    pictures = [cell for cell in codes if PICTURE in cell.parts]
    shown = sum(cell.lines for cell in codes if PICTURE not in cell.parts)
    longest = max((cell.lines for cell in pictures), default=0)
    return Form(
        source.stem,
        shown,
        len(codes),
        sum(PREDICT in cell.parts for cell in codes),
        len(pictures),
        sum("px." in cell.source for cell in pictures),
        longest,
        sum(cell.source.count(CHANGE) for cell in codes),
        reading_grade(cell.source for cell in cells if cell.kind == "markdown"),
        spent(source),
        tuple(_faults(source, cells, shown, len(codes), longest)),
    )


def _faults(source: Path, cells: list[Cell], shown: int, count: int, longest: int):
    text = "\n".join(cell.source for cell in cells)
    for what, pattern in REFUSED.items():
        if found := pattern.search(text):
            yield f"{what}: {found[0]!r}"
    limits = current().form
    if source.stem.split("-")[0] in limits.get("lessons", ()):
        if shown > limits["open_lines"]:
            yield f"{shown} open lines of code; expected at most {limits['open_lines']}"
        if count > limits["code_cells"]:
            yield f"{count} code cells; expected at most {limits['code_cells']}"
    if longest > LONGEST:
        yield f"a picture of {longest} lines; expected at most {LONGEST}"
    for cell in cells:
        if PICTURE in cell.parts and cell.source.count("present(") != 1:
            yield f"a picture that does not end in one present(): {cell.source.splitlines()[0]!r}"


def table(forms: list[Form]) -> str:
    """Write the numbers as a Markdown table, one lesson a row."""
    rows = [HEAD.split(",")]
    for each in forms:
        rows.append(
            [
                each.name,
                *map(str, (each.open_lines, each.cells, each.predictions, each.pictures)),
                *map(str, (each.express, each.longest, each.changes)),
                "–" if each.grade is None else f"{each.grade:.0f}",
                each.minutes,
            ]
        )
    rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
