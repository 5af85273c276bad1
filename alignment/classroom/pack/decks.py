"""Slides of a lesson, from the built lesson itself: guess, data, figure, panel, question."""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import nbformat

from alignment.classroom.marks import heading, told
from alignment.classroom.pack.figures import SCRIPT, Figure, figures_of
from alignment.classroom.pack.outline import (
    DO,
    LOOK,
    OTHER_SIDE,
    OWN,
    SAID,
    SCORES,
    Lesson,
    panels_in,
)
from alignment.classroom.pack.plans import dealt, in_class
from alignment.tables.predictions import Prediction, predictions
from fairmark.authoring.sets import ExerciseSet

_ASKED = re.compile(r'predict\("([^"]+)"\)')
_TOLD = re.compile(r'(?:guess=\(?|reveal\()"([^"]+)"')
_STEP = re.compile(r"^## (.+)$", re.M)


def script() -> str:
    """Return what makes the figures of a deck live where plotly.js lies beside it."""
    live = (Path(__file__).parent / "live.js").read_text(encoding="utf-8")
    return f'<script src="{SCRIPT}"></script>\n<script>\n{live}</script>\n'


def figures(lesson: Lesson, notebooks: Path) -> list[Figure]:
    """Return every figure of a built lesson, numbered in order."""
    return [figure for _, figure in _walk(lesson, notebooks) if figure is not None]


def slides(
    lesson: Lesson, notebooks: Path, drawn: dict[str, str], exercise: ExerciseSet | None
) -> list[str]:
    """Return the slides of a lesson.

    Parameters
    ----------
    lesson : Lesson
        From its source.
    notebooks : Path
        Folder of the built lessons.
    drawn : dict of str to str
        SVG by name of a figure.
    exercise : ExerciseSet or None
        Its set.

    Returns
    -------
    list of str
        HTML, one text per slide.
    """
    known = predictions()
    found = [heading(f"Lesson {lesson.number}. {lesson.title}", 1) + told(lesson.question, "say")]
    step = ""
    taught = {name for section in lesson.sections if section.is_taught for name in section.panels}
    for cell, figure in _walk(lesson, notebooks):
        if cell.cell_type == "markdown":
            steps = _STEP.findall(cell.source)
            step = steps[-1] if steps else step
            continue
        asked = [known[name] for name in _ASKED.findall(cell.source)]
        answered = [known[name] for name in _TOLD.findall(cell.source)]
        found += [_eyebrow(step) + _guess(each) for each in asked]
        if figure is not None:
            found.append(_eyebrow(step) + _figure(figure, drawn, answered))
        elif answered:
            found += [_eyebrow(step) + _answer(each) for each in answered if each.answer]
        panels = [name for name in panels_in(cell.source) if name in taught]
        if panels and not asked:
            found.append(_eyebrow(step) + _panel(panels[0], lesson, step))
    return found + _together(lesson, exercise)


def _panel(name: str, lesson: Lesson, step: str) -> str:
    where = f"In JupyterLab: notebooks/{lesson.file}, Run All Cells, “{step}”."
    if name in OWN:
        return heading("On your own screen") + told(f"{name}: {OWN[name]}", "say") + told(where)
    return (
        heading("Live: move the panel")
        + told(f"{name}: {DO.get(name, LOOK)}", "say")
        + told(f"{where} Pairs have four minutes; one pair shows its setting.")
    )


def _together(lesson: Lesson, exercise: ExerciseSet | None) -> list[str]:
    """Return the slides after the last figure, in the order of the plan."""
    found = [
        heading(OTHER_SIDE)
        + told(f"By lot: {', '.join(dealt(lesson))}.", "say")
        + told("Read what your side says in the lesson. Argue it in its strongest form, with one "
               "number of today. After six minutes turn round: argue the side in the lots' column "
               "turned_round.")
    ]  # fmt: skip
    items = "".join(f"<li>{escape(each)}</li>" for each in lesson.discuss)
    if items:
        found.append(heading("Discuss") + f'<ol class="say">{items}</ol>')
    first, _ = in_class(exercise)
    if first:
        items = "".join(f"<li>{escape(name)}</li>" for name, _ in first)
        found.append(heading("Now you: the exercise set") + f"<ol>{items}</ol>")
    if any(section.heading.startswith(SCORES) for section in lesson.sections):
        found.append(
            heading("Your score sheet")
            + told("Lowest, most likely, highest, and one line of evidence.", "say")
            + told("It stays on your computer, and nobody grades it.")
        )
    found.append(heading(SAID) + told("One sentence each: what is well supported, what is mixed, "
                                      "what is not settled here?", "say"))  # fmt: skip
    return found


def _walk(lesson: Lesson, notebooks: Path) -> Iterator[tuple[nbformat.NotebookNode, Figure | None]]:
    nb, count = nbformat.read(notebooks / lesson.file, as_version=4), 0
    for cell in nb.cells:
        figure = None
        if cell.cell_type == "code":
            figure = figures_of(cell, f"{lesson.number}-{count + 1}")
            count += figure is not None
        yield cell, figure


def _eyebrow(step: str) -> str:
    return told(step, "soft") if step else ""


def _guess(asked: Prediction) -> str:
    body = heading("Guess first") + told(asked.question, "say")
    if asked.kind in ("choice", "order"):
        body += "<ul>" + "".join(f"<li>{escape(name)}</li>" for name in asked.names) + "</ul>"
    elif asked.known:
        known = ", ".join(f"{name}: {value:g}" for name, value in asked.known)
        body += told(f"Known: {known} {asked.unit}.")
    if asked.is_number:
        body += told("Low, best guess, high: the range should hold the right value eight times "
                     "in ten.", "soft")  # fmt: skip
    return body


def _answer(asked: Prediction) -> str:
    return heading("What the data say") + told(asked.question) + told(asked.answer, "say")


def _figure(figure: Figure, drawn: dict[str, str], answered: list[Prediction]) -> str:
    right = "".join(told(f"{each.id}: {each.answer}", "answer") for each in answered if each.answer)
    svg = drawn[figure.name].replace(
        "<svg ", f'<svg role="img" aria-label="{escape(figure.words)}" ', 1
    )
    below = " ".join(each for each in (figure.caveat, figure.sources) if each)
    return (
        heading(figure.finding or "The figure") + right
        + f'<div class="figure">{svg}<script type="application/json">{figure.live}</script></div>'
        + told(below, "soft")
    )  # fmt: skip
