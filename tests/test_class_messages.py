"""What a class sees on the projector comes from the file of messages."""

import re

import nbformat
import pytest

from alignment.classroom import paraphrases, score
from alignment.classroom.collect import build
from alignment.classroom.lists import Lists
from alignment.classroom.pack.figures import MIME, figures_of
from alignment.classroom.page import frame, page
from alignment.messages import say
from alignment.records.reasons import Reason
from alignment.tables import load
from alignment.tables.predictions import predictions
from fairmark import messages
from fairmark.messages import BEGIN, PSEUDO
from tests.pseudo import untranslated
from tests.students import own_files, second_round
from tests.test_class_lots_and_scores import a_class


@pytest.fixture
def pseudo(monkeypatch):
    monkeypatch.setenv(messages.LANGUAGE, PSEUDO)


def own():
    """List the course's own words: of tables and of predictions."""
    found = {value for name in ("domains", "criteria") for value in load(name)["name"]}
    found |= {name.split()[0] for name in load("domains")["name"]}
    found |= {name.lower() for name in load("criteria")["name"]}
    for name in ("questions", "forecast_bank"):
        found |= {f"{row.id}: {row.question}" for row in load(name).itertuples()}
    for asked in predictions().values():
        found |= {asked.question, asked.answer, asked.unit, *asked.names}
    return found


def left_over(html):
    body = re.sub(r"(?s)<script>.*?</script>", " ", html.partition("<body>")[2])
    return untranslated(body, own())


@pytest.mark.parametrize("students", [60, 24, 3])
def test_the_page_of_a_class_holds_no_sentence_outside_the_messages(pseudo, students):
    lists = Lists("salt")
    first, _ = build(own_files(students), 1, lists, {})
    second, _ = build(second_round(own_files(students)), 2, lists, first)
    for shown in (first, second):
        text = page(shown)
        assert left_over(text) == []
        assert text.count(BEGIN) > 10


def test_the_score_of_a_class_is_told_in_messages(pseudo):
    # Nine questions of the bank, half of them forecast rightly.
    names = [name for name, each in score.questions().items() if each["block"] != name][:9]
    shown = a_class(**dict.fromkeys(names, 70))
    found = score.score(shown, {name: at % 2 for at, name in enumerate(names)})
    text = frame("", score.slides_of(found))
    assert left_over(text) == []
    assert all(BEGIN in each for each in score.sentences(found))


def test_reasons_from_both_sides_stand_between_messages(pseudo):
    for sides in (("below", "above"), ("above",), ("below",)):
        found = [Reason("E", "A", side, "7") for side in sides]
        assert left_over(frame("", paraphrases.slides_of(found))) == []


def test_the_caveat_of_a_figure_reaches_a_deck_in_any_language(pseudo):
    shown = [{MIME: {"data": [], "layout": {}}}, {"text/plain": say("figure.caveat", caveat="7")}]
    outputs = [nbformat.v4.new_output("display_data", data=each) for each in shown]
    assert "7" in figures_of(nbformat.v4.new_code_cell(outputs=outputs), "04-1").caveat
