"""The teaching pack follows from the lessons and sets, and leaves nothing of them out."""

from pathlib import Path

import pytest

from alignment.classroom.pack.build import build
from alignment.tables.predictions import predictions
from fairmark.authoring.exercises import read_set
from fairmark.authoring.notebooks import find_sources

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    out = tmp_path_factory.mktemp("pack")
    build(ROOT / "notebooks", ROOT / "exercises", out)
    return {path.name: path.read_text() for path in out.iterdir()}


def test_every_guess_of_a_lesson_stands_in_its_plan_with_its_answer(pack):
    # What the plan leaves for home is asked there; a guess that no plan holds stands on its slide.
    plans = pack["ten-sessions.md"]
    for asked in predictions().values():
        if 1 <= asked.lesson <= 10:
            assert f"{asked.question} **{asked.answer or 'each one’s own'}**" in plans


def test_the_key_answers_every_question_and_every_wrong_answer_is_among_the_misunderstandings(pack):
    for path in find_sources(ROOT / "exercises"):
        for question in read_set(path).questions:
            assert f"### {question.id} {question.title}" in pack["answer-key.md"]
            assert question.solution.text.strip() in pack["answer-key.md"]
            for wrong in question.wrong:
                assert wrong.sentence in pack["misunderstandings.md"]


def test_ten_sessions_have_slides_and_a_question_of_the_day(pack):
    assert pack["ten-sessions.md"].count("## Session") == 10
    assert pack["three-sessions.md"].count("## Session") == 3
    for number in range(1, 11):
        assert "<section><h1>" in pack[f"slides-{number:02}.html"]


def test_the_pack_in_docs_is_as_it_would_be_built(pack):
    stale = [
        name for name, text in pack.items() if (ROOT / "docs/teaching" / name).read_text() != text
    ]
    assert not stale, f"run make teaching: {stale}"
