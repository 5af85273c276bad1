"""The teaching pack, built from the lessons and the sets themselves, so that nothing goes stale.

For each session a minute plan that names headings, predictions, panels and questions, and slides;
an answer key to read on paper; and what students are likely to misunderstand.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from html import escape
from pathlib import Path

from alignment.classroom.page import frame
from alignment.tables.predictions import Prediction, predictions
from fairmark.authoring.exercises import ExerciseSet, read_set
from fairmark.authoring.notebooks import find_sources, read_cells

BUILT = "<!-- Built by make teaching from the lessons and sets; do not edit. -->\n\n"
IN_CLASS = 3  # questions of a set that are begun in the session; the rest is homework
SHARES = (("the question, and each one's guess", 10), ("the lesson together", 40),
          ("the panel, in pairs", 15), ("discussion with roles by lot", 15),
          ("first exercises", 15), ("score sheet and a closing sentence", 5))  # fmt: skip


@dataclass(frozen=True)
class Lesson:
    """What a teacher needs of one lesson.

    Parameters
    ----------
    number, title, question, discuss, minutes : str
        As the lesson says; empty where it says nothing.
    headings, panels : tuple of str
        Headings of the second level, and panels in the order of the cells.
    """

    number: str
    title: str
    question: str
    discuss: str
    minutes: str
    headings: tuple[str, ...]
    panels: tuple[str, ...]


def read_lesson(path: Path) -> Lesson:
    """Read a lesson's source."""
    cells = read_cells(path)
    text = "\n\n".join(cell.source for cell in cells if cell.kind == "markdown")
    code = "\n".join(cell.source for cell in cells if cell.kind == "code")
    named = [n for m in re.findall(r"from alignment\.widgets import \(?([\w ,\n]+)", code)
             for n in re.findall(r"\b[A-Z]\w+", m)]  # fmt: skip
    title = re.search(r"^# (.+)$", text, re.M)
    return Lesson(
        path.name[:2],
        title[1] if title else path.stem,
        _paragraph(text, r"\*\*Question of the day\.?\*\*"),
        _paragraph(text, r"\*\*Discuss\.?\*\*"),
        _paragraph(text, r"\*\*Minutes:?\*\*").partition(" **")[0],
        tuple(re.findall(r"^## (.+)$", text, re.M)),
        tuple(dict.fromkeys(named)),
    )


def build(lessons: Path, sets: Path, out: Path) -> list[Path]:
    """Write the pack.

    Parameters
    ----------
    lessons, sets : Path
        The folders notebooks and exercises.
    out : Path
        Usually docs/teaching.

    Returns
    -------
    list of Path
        Files written.
    """
    way = [path for path in find_sources(lessons) if path.stem.split("-")[0].isdigit()]  # not 06b
    taught = [each for each in map(read_lesson, way) if "00" < each.number < "11"]
    exercises = {each.number: each for each in map(read_set, find_sources(sets))}
    texts = {
        "ten-sessions.md": _plans(taught, exercises, 75, "Ten sessions of 75 minutes"),
        "three-sessions.md": _plans(
            [each for each in taught if each.number in ("04", "08", "09")],
            exercises, 90, "Three sessions of 90 minutes",
        ),
        "workshop.md": _plans(
            [each for each in taught if each.number == "04"], exercises, 90,
            "One workshop of 90 minutes",
        ),
        "answer-key.md": _key(exercises),
        "misunderstandings.md": _misunderstandings(exercises),
    }  # fmt: skip
    texts |= {
        f"slides-{each.number}.html": frame(each.title, _slides(each, exercises.get(each.number)))
        for each in taught
    }
    out.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        head = BUILT if name.endswith(".md") else ""
        (out / name).write_text(head + text, encoding="utf-8")
    return [out / name for name in texts]


def _paragraph(text: str, start: str) -> str:
    found = re.search(start + r"\s*(.+?)(?:\n\s*\n|\Z)", text, re.S)
    return " ".join(found[1].split()) if found else ""


def _asked(lesson: Lesson) -> list[Prediction]:
    return [p for p in predictions().values() if p.lesson == int(lesson.number)]


def _plans(lessons: list[Lesson], sets: dict[str, ExerciseSet], minutes: int, title: str) -> str:
    parts = [f"# {title}\n", "The minutes are a plan, not a measurement.\n"]
    for k, lesson in enumerate(lessons, 1):
        parts += [f"## Session {k}. {lesson.title}\n", lesson.question + "\n"]
        if lesson.minutes:
            parts.append(f"The lesson says: {lesson.minutes}\n")
        parts += ["| minutes | what | with |", "|---|---|---|"]
        for (what, share), using in zip(SHARES, _using(lesson, sets), strict=True):
            parts.append(f"| {round(minutes * share / 100)} | {what} | {using} |")
        parts.append(f"\nSlides: [slides-{lesson.number}.html](slides-{lesson.number}.html)\n")
        for asked in _asked(lesson):
            parts.append(f"- Guess {asked.id}: {asked.question} **{asked.answer}**")
        if lesson.discuss:
            parts.append(f"\n**Discuss.** {lesson.discuss}\n")
    return "\n".join(parts) + "\n"


def _using(lesson: Lesson, sets: dict[str, ExerciseSet]) -> list[str]:
    questions = sets[lesson.number].questions if lesson.number in sets else ()
    first = ", ".join(f"{q.id} {q.title}" for q in questions[:IN_CLASS])
    return [
        ", ".join(asked.id for asked in _asked(lesson)) or "each one writes it down",
        "; ".join(h for h in lesson.headings if h.startswith("Step")) or
        "; ".join(lesson.headings[:4]),
        ", ".join(lesson.panels) or "no panel",
        "`alignment class lots`",
        first or "no set",
        "`ForTheClass`",
    ]  # fmt: skip


def _key(sets: dict[str, ExerciseSet]) -> str:
    parts = ["# Answer key\n", "For teachers, to read on paper. Other ways may be right too.\n"]
    for number, exercise in sets.items():
        parts.append(f"## Set {number}\n")
        for q in exercise.questions:
            parts += [f"### {q.id} {q.title} ({q.points})\n", q.solution.sentence + "\n"]
            parts.append(f"```python\n{q.solution.text.strip()}\n```\n")
    return "\n".join(parts)


def _misunderstandings(sets: dict[str, ExerciseSet]) -> str:
    """Group what wrong answers are told: by set, then by question."""
    parts = ["# Likely misunderstandings\n", "What each wrong answer is told, by set.\n"]
    for number, exercise in sets.items():
        told: dict[str, list[str]] = defaultdict(list)
        for q in exercise.questions:
            told[f"{q.id} {q.title}"] += [w.sentence for w in q.wrong if w.sentence]
        total = sum(map(len, told.values()))
        parts.append(f"## Set {number}: {total} of them\n")
        for title, sentences in told.items():
            parts += [f"**{title}**\n", *(f"- {each}" for each in sentences), ""]
    return "\n".join(parts) + "\n"


def _slides(lesson: Lesson, exercise: ExerciseSet | None) -> list[str]:
    found = [f"<h1>{escape(lesson.title)}</h1><p class='say'>{escape(lesson.question)}</p>"]
    for asked in _asked(lesson):
        found.append(f"<h2>Guess first</h2><p class='say'>{escape(asked.question)}</p>")
        found.append(f"<h2>The data</h2><p class='say'>{escape(asked.answer)}</p>")
    found += [f"<h2>{escape(h)}</h2><p>Open the lesson here.</p>" for h in lesson.headings
              if h.startswith("Step")]  # fmt: skip
    if exercise is not None:
        items = "".join(f"<li>{escape(q.id)} {escape(q.title)}</li>" for q in
                        exercise.questions[:IN_CLASS])  # fmt: skip
        found.append(f"<h2>Now you</h2><ol>{items}</ol>")
    if lesson.discuss:
        found.append(f"<h2>Discuss</h2><p class='say'>{escape(lesson.discuss)}</p>")
    return found
