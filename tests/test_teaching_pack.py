"""The teaching pack follows from the lessons and sets, and leaves nothing of them out."""

import json
import re
from html import escape
from pathlib import Path

import pytest

from alignment.classroom.pack.build import build
from alignment.classroom.pack.decks import figures
from alignment.classroom.pack.outline import read_lesson
from alignment.classroom.pack.texts import filled
from alignment.classroom.rubric import MEMO
from alignment.errors import AlignmentError
from alignment.tables import load
from alignment.tables.predictions import predictions
from fairmark.authoring.percent import find_sources
from fairmark.authoring.sets import read_set

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    out = tmp_path_factory.mktemp("pack")
    build(ROOT / "notebooks", ROOT / "exercises", out)
    return {path.name: path.read_text() for path in out.iterdir()}


def test_every_guess_of_a_lesson_stands_in_its_plan_with_its_answer(pack):
    plans = pack["ten-sessions.md"]
    asked = {
        name
        for path in (ROOT / "notebooks/source").glob("[01][0-9]-*.py")
        for name in re.findall(r'^predict\("([^"]+)"\)', path.read_text(), re.M)
    }
    assert len(asked) > 30
    for name in asked - {"p0"}:
        each = predictions()[name]
        assert f"{each.question} **{each.answer or 'each one’s own'}**" in plans


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


# Plans.


def sessions(text):
    return text.split("## Session")[1:]


@pytest.mark.parametrize(
    ("name", "minutes", "count"),
    [("ten-sessions.md", 75, 10), ("three-sessions.md", 90, 3), ("workshop.md", 90, 1)],
)
def test_the_minutes_of_each_session_fill_it_exactly_and_its_clock_adds_up(
    pack, name, minutes, count
):
    found = sessions(pack[name])
    assert len(found) == count
    for session in found:
        rows = re.findall(r"^\| (\d):(\d\d) \| (\d+) \|", session, re.M)
        clock = 0
        for hour, minute, spent in rows:
            assert 60 * int(hour) + int(minute) == clock
            clock += int(spent)
        assert clock == minutes


def test_a_session_names_what_it_uses(pack):
    session = sessions(pack["ten-sessions.md"])[3]
    for wanted in ("p4-2", "CounterfactualDial", "first, last = 2021, 2024", "core questions",
                   "slides-04.html", "discussion.md#lesson-04", "At home: set 04"):  # fmt: skip
        assert wanted in session


def test_the_board_is_moved_and_the_class_is_looked_at_in_class(pack):
    ten = sessions(pack["ten-sessions.md"])
    assert re.search(r"^\| \d:\d\d \| \d+ \| 08\. Step 5\. The weighing board \|", ten[7], re.M)
    together = re.search(r"^\| \d:\d\d \| (\d+) \| 10\. The class together \|", ten[9], re.M)
    assert int(together[1]) >= 15
    assert "before the session: 10. Step 3" in ten[9]


@pytest.mark.parametrize("name", ["ten-sessions.md", "three-sessions.md", "workshop.md"])
def test_no_session_fills_its_time_with_one_panel(pack, name):
    spare = [int(m) for m in re.findall(r"\| (\d+) \| pairs try their own setting \|", pack[name])]
    assert spare
    assert all(3 <= minutes <= 15 for minutes in spare)


def test_nobody_shows_a_score_sheet_a_forecast_or_the_own_place_to_the_class(pack):
    for number in range(1, 11):
        deck = pack[f"slides-{number:02}.html"]
        for slide in re.findall(r"<section>(.*?)</section>", deck, re.S):
            if "one pair shows its setting" in slide:
                assert not re.search(
                    r"ScoreSheet|ForecastCard|ClassPanel|ForTheClass|Markdown", slide
                )


def test_links_of_the_pack_lead_somewhere(pack):
    folder = ROOT / "docs" / "teaching"
    for name, text in pack.items():
        if name.endswith(".md"):
            for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
                if "://" not in link:
                    assert (folder / link).exists(), (name, link)
    headings = {name: re.findall(r"^## (.+)$", text, re.M) for name, text in pack.items()}
    for page, anchor in re.findall(r"\]\(([\w-]+\.md)#([\w-]+)\)", pack["ten-sessions.md"]):
        assert anchor in [h.lower().replace(" ", "-") for h in headings[page]]


# Written texts.


def test_no_place_for_a_number_is_left_and_no_written_source_holds_a_number_of_the_tables(pack):
    for name, text in pack.items():
        assert "{{" not in text, name
    for path in (ROOT / "docs/teaching/source").glob("memo-*.md"):
        plain = re.sub(r"\{\{.*?\}\}", "", path.read_text())
        assert not re.search(r"\d\.\d|\d %", plain), path.name


def test_a_place_is_filled_from_table_prediction_and_minutes():
    total = load("trade").set_index("year")["total"]
    assert filled("{{trade year=2024 total .1f}}", int) == f"{total[2024]:.1f}"
    ratio = "{{= [trade year=2025 total] / [trade year=2024 total] | .3f}}"
    assert filled(ratio, int) == f"{total[2025] / total[2024]:.3f}"
    assert filled("{{p4-2}} {{minutes 04}}", int) == f"{predictions()['p4-2'].answer} 4"


@pytest.mark.parametrize("place", ["p99-1", "trade year=1800 total .1f", "trade total .1f"])
def test_a_place_that_cannot_be_filled_is_named(place):
    with pytest.raises(AlignmentError, match="cannot be filled"):
        filled(f"{{{{{place}}}}}", int)


def test_every_question_of_a_lesson_has_what_good_answers_contain_on_two_sides(pack):
    one = pack["discussion.md"].count("- One side: ")
    assert one == pack["discussion.md"].count("- Another side: ") > 25
    for part in sessions(pack["ten-sessions.md"]):
        for question in re.findall(r"^- (.+\?)$", part.partition("**Discuss**")[2], re.M):
            assert f"**{question}**" in pack["discussion.md"]


def test_two_views_of_each_topic_disagree(pack):
    parts = pack["reading.md"].split("## ")[1:]
    assert len(parts) == 10
    for part in parts:
        assert part.count("\n- **") == 2
        reads = re.findall(r"reads it as (\w+)", part)
        assert len(set(reads)) == len(reads)


def test_the_sample_memos_earn_different_marks_and_each_mark_has_a_reason(pack):
    totals = [
        int(n) for n in re.findall(r"^## Memo \w+: (\d+) of 100", pack["sample-memos.md"], re.M)
    ]
    assert len(totals) == 3
    assert totals == sorted(totals, reverse=True)
    assert totals[0] - totals[1] >= 20
    assert totals[1] - totals[2] >= 20


def test_the_guide_and_the_marking_sheet_say_the_same_of_a_memo(pack):
    guide = (ROOT / "docs/instructor-guide.md").read_text()
    for each in MEMO:
        row = (
            f"| {each.name.capitalize()} | {each.points} | {each.full} | {each.half} | {each.few} |"
        )
        assert row in guide


# Slides.


def test_a_deck_shows_every_figure_and_guess_of_its_lesson_and_loads_only_what_lies_beside_it(pack):
    lesson = read_lesson(find_sources(ROOT / "notebooks", ["04"])[0])
    deck = pack["slides-04.html"]
    drawn = figures(lesson, ROOT / "notebooks")
    assert deck.count('<div class="figure"><svg role="img"') == len(drawn) == 6
    for each in drawn:
        assert escape(each.finding) in deck
        assert escape(each.caveat) in deck
    for asked in lesson.guesses:
        assert escape(asked.question) in deck
    assert re.findall(r"<script[^>]+src=\S+", deck) == ['<script src="plotly.min.js"></script>']
    assert not re.search(r"<link|@import|url\((?!['\"]?#)", deck)


@pytest.mark.parametrize("number", ["02", "09"])
def test_names_beside_a_figure_have_one_line_on_a_slide_and_several_on_a_phone(number):
    lesson = read_lesson(find_sources(ROOT / "notebooks", [number])[0])
    drawn = figures(lesson, ROOT / "notebooks")
    wrapped = [each for each in drawn if "labelalias" in str(each.data["layout"])]
    assert wrapped
    assert all('"labelalias":{}' in each.live for each in wrapped)
    assert not any("<br>" in str(json.loads(each.live)["layout"]["yaxis"]["labelalias"])
                   for each in wrapped)  # fmt: skip
