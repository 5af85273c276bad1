"""Slides of a lesson, from the built lesson itself: guess, data, figure, panel, question."""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import nbformat

from alignment.classroom.marks import heading, told
from alignment.classroom.pack.figures import SCRIPT, Figure, figures_of
from alignment.classroom.pack.lesson import Lesson
from alignment.classroom.pack.plans import in_class
from alignment.tables.predictions import Prediction, predictions
from fairmark.authoring.exercises import ExerciseSet

_ASKED = re.compile(r'predict\("([^"]+)"\)')
_TOLD = re.compile(r'(?:guess=\(?|reveal\()"([^"]+)"')
_PANEL = re.compile(r"^(?:\w+ = )?([A-Z]\w+)\(", re.M)
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
    taught = {name for section in lesson.sections for name in section.panels}
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
        panels = [name for name in _PANEL.findall(cell.source) if name in taught]
        if panels and not asked:
            found.append(
                _eyebrow(step) + heading("Live: move the panel")
                + told(f"{panels[0]}: which setting changes the answer?", "say")
                + f"<p>In JupyterLab open notebooks/{escape(lesson.file)}, choose Run All Cells, "
                f"and go to “{escape(step)}”. Pairs have four minutes; one pair shows its "
                "setting.</p>"
            )  # fmt: skip
    first, _ = in_class(exercise)
    if first:
        items = "".join(f"<li>{escape(name)}</li>" for name, _ in first)
        found.append(heading("Now you: the exercise set") + f"<ol>{items}</ol>")
    items = "".join(f"<li>{escape(each)}</li>" for each in lesson.discuss)
    if items:
        found.append(heading("Discuss") + f'<ol class="say">{items}</ol>')
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
