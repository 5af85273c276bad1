"""The glossary says where a word is used, and the word is there."""

import re
from pathlib import Path

import nbformat

from alignment.tables import load
from alignment.tables.likelihood import term

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"


def prose(lesson: str) -> str:
    (path,) = FOLDER.glob(f"lesson-{lesson}-*.ipynb")
    cells = nbformat.read(path, as_version=4).cells
    text = " ".join(cell.source for cell in cells if cell.cell_type == "markdown")
    return re.sub(r"[\s*`]+", " ", text).lower()


def test_each_word_is_found_in_the_lessons_that_the_glossary_names():
    lessons = {name: prose(name) for name in [*(f"{n:02}" for n in range(11)), "06b"]}
    for row in load("glossary").itertuples():
        stems = [word[:5].lower() for word in row.term.split() if len(word) > 3]
        for lesson in re.findall(r"\d\db?", row.lessons):
            words = stems or [row.term.lower()]
            assert any(re.search(rf"\b{w}", lessons[lesson]) for w in words), (row.term, lesson)


def test_the_lesson_lists_every_word_once():
    shown = [
        text
        for cell in nbformat.read(FOLDER / "lesson-11-glossary.ipynb", as_version=4).cells
        for out in cell.get("outputs", [])
        if (text := out.get("data", {}).get("text/markdown"))
    ]
    listed = re.findall(r"(?m)^- \*\*(.+?)\*\*", "\n".join(shown))
    assert sorted(listed) == sorted(load("glossary")["term"])


def test_the_ranges_are_the_ones_the_checks_use():
    words = load("likelihood_words")
    assert [term(low) for low in words["low"]] == list(words["word"])
    assert list(words["high"])[:-1] == list(words["low"])[1:]
