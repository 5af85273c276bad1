"""Build the teaching pack from its sources."""

from pathlib import Path
from typing import Any

from alignment.classroom.pack import decks, figures, pages
from alignment.classroom.pack.outline import Lesson, read_lesson
from alignment.classroom.pack.plans import Session, plan
from alignment.classroom.pack.texts import filled
from alignment.classroom.page import frame
from fairmark.authoring import minutes
from fairmark.authoring.percent import find_sources
from fairmark.authoring.sets import ExerciseSet, read_set, set_minutes

BUILT = "<!-- Built by make teaching; do not edit: the sources are the lessons, the sets, the tables and docs/teaching/source. -->\n\n"  # noqa: E501
# Lessons that are longer than a session: what comes first, what is done at home, and no questions.
OF_TEN: dict[str, dict[str, Any]] = {
    "08": {"first": ["Step 5. The weighing board"], "questions": 0},
    "10": {
        "first": ["The class together"],
        "longer": {"The class together": 18},
        "before": ["Step 3. Begin", "Step 4. The forecast card"],
        "questions": 0,
    },
}
FORMULA = (
    "The minutes come from the course's formula, without what a reader alone needs for each line "
    "of code; nobody has been timed yet.\n"
)


def build(lessons: Path, sets: Path, out: Path) -> list[Path]:
    """Write the pack.

    Parameters
    ----------
    lessons, sets : Path
        The folders notebooks and exercises; the lessons must be built.
    out : Path
        Usually docs/teaching; its folder source is read, or that of docs/teaching.

    Returns
    -------
    list of Path
        Files written.
    """
    source = lessons.parent / "docs" / "teaching" / "source"
    every = [read_lesson(path) for path in find_sources(lessons)]
    taught = [each for each in every if "01" <= each.number <= "10" and each.path.stem[2] == "-"]
    exercises = {each.number: each for each in map(read_set, find_sources(sets))}
    drawn = figures.draw(
        [figure for each in taught for figure in decks.figures(each, lessons)],
        lessons.parent / "docs" / "teaching" / "figures",
    )
    texts = _written(every, taught, exercises, sets, source) | _plans(every, taught, exercises)
    written = {name: BUILT + text.rstrip("\n") + "\n" for name, text in texts.items()}
    for each in taught:
        parts = decks.slides(each, lessons, drawn, exercises.get(each.number))
        written[f"slides-{each.number}.html"] = frame(each.title, parts, decks.script())
    out.mkdir(parents=True, exist_ok=True)
    for name, text in written.items():
        (out / name).write_text(text, encoding="utf-8")
    return [out / name for name in written]


def _written(
    every: list[Lesson],
    taught: list[Lesson],
    exercises: dict[str, ExerciseSet],
    sets: Path,
    source: Path,
) -> dict[str, str]:
    alone = {each.number: minutes.of_cells(each.cells).whole for each in every
             if each.path.stem[2] == "-"}  # fmt: skip
    spent = {}
    for each in taught:
        of = set_minutes(find_sources(sets, [each.number])[0])
        spent[each.number] = (alone[each.number], of.core, of.whole)
    syllabus = (source / "syllabus.md").read_text(encoding="utf-8")
    syllabus = syllabus.replace("{{outcomes}}", pages.outcomes(taught))
    syllabus = syllabus.replace("{{hours}}", pages.hours(taught, spent))
    texts = {
        "syllabus.md": syllabus,
        "reading.md": pages.reading_page(taught, pages.read_yaml(source / "reading.yaml")),
        "discussion.md": pages.discussion_page(taught, pages.read_yaml(source / "discussion.yaml")),
        "sample-memos.md": pages.memos_page(source, pages.read_yaml(source / "marks.yaml")),
        "marking.md": pages.marking_page(),
        "test-a.md": pages.test_page("A"),
        "test-b.md": pages.test_page("B"),
        "test-key.md": pages.test_key(),
        "answer-key.md": pages.key_page(exercises),
        "misunderstandings.md": pages.misunderstandings(
            exercises, pages.read_yaml(source / "kinds.yaml")
        ),
    }
    by_hand = ("syllabus.md", "discussion.md", "sample-memos.md", "reading.md")
    return {
        name: filled(text, alone.__getitem__) if name in by_hand else text
        for name, text in texts.items()
    }


def _plans(
    every: list[Lesson], taught: list[Lesson], exercises: dict[str, ExerciseSet]
) -> dict[str, str]:
    by = {each.number: each for each in every if each.path.stem[2] == "-"}
    ten = [
        Session(f"Lesson {x.number}. {x.title}", [(x, None)], 75, **OF_TEN.get(x.number, {}))
        for x in taught
    ]
    three = [
        Session("Claims, and one domain", [(by["01"], ["The opening"]), (by["04"], None)], 90),
        Session("Weighing", [(by["08"], ["The opening", "Step 1", "Step 2", "Step 3", "Step 4",
                                         "Step 5"])], 90),
        Session("How sure, and the class together",
                [(by["09"], None), (by["10"], ["Step 7", "The class together"])], 90,
                longer={"The class together": 10}),
    ]  # fmt: skip
    workshop = [
        Session("One domain, weighed by the room",
                [(by["04"], ["The opening", "Step 1", "Step 4", "The counterfactual dial"]),
                 (by["08"], ["Step 5"]), (by["10"], ["The class together"])], 90,
                longer={"The class together": 8}),
    ]  # fmt: skip
    return {
        "ten-sessions.md": _pages("Ten sessions of 75 minutes", ten, exercises),
        "three-sessions.md": _pages("Three sessions of 90 minutes", three, exercises),
        "workshop.md": _pages("One workshop of 90 minutes", workshop, exercises),
    }


def _pages(title: str, sessions: list[Session], exercises: dict[str, ExerciseSet]) -> str:
    parts = [f"# {title}\n", FORMULA]
    for k, session in enumerate(sessions, 1):
        parts += [f"## Session {k}. {session.title}\n", *plan(session, exercises)]
    return "\n".join(parts)
