"""The forecast card: lock first, look afterwards; nothing leaks, nothing locked can change."""

import json
import math
import re
from pathlib import Path

import nbformat
import pandas as pd
import pytest

from alignment.errors import AlignmentError
from alignment.records.forecasts import AlreadyLocked, load_forecasts
from alignment.tables import load
from alignment.widgets import ForecastCard

QUESTIONS = load("questions")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path / "own"))
    return tmp_path / "own"


@pytest.fixture
def card():
    return ForecastCard(QUESTIONS)


def everything_shown(card):
    texts = [card._card.value, card._table.value, card._live.text]
    return " ".join([repr(card), card.state_html(), *texts])


def test_before_anything_is_locked_no_outcome_and_no_forecast_is_shown(card):
    for name in QUESTIONS["id"]:
        card._pick.value = name
        text = everything_shown(card)
        for leak in ("happened", "invented forecaster", "squared error", "True", "False"):
            assert leak not in text
    assert "0 of 20 questions locked; none scored yet." in repr(card)


def test_locking_reveals_the_outcome_of_that_question_only(card, capsys):
    card.lock("R3", 90, base="7 of 7 years")
    assert "It happened; your squared error is 0.010." in capsys.readouterr().out
    assert "An invented forecaster said 95%" in card.state_html()
    assert card.state_html().count("happened") == 1
    assert "hidden until locked" in card.reveal("R1")


def test_a_locked_forecast_is_kept_and_cannot_be_changed(card):
    card.lock("R3", 90)
    with pytest.raises(AlreadyLocked):
        card.lock("R3", 5)
    again = ForecastCard(QUESTIONS)
    assert again.locked["R3"].percent == 90
    again._pick.value = "R3"
    assert again._button.disabled
    assert again._slider.value == 90


def test_the_button_and_a_cell_do_the_same(card):
    other = ForecastCard(QUESTIONS)
    other._pick.value = "R1"
    other._slider.value, other._why.value = 30, "prices fell"
    other._button.click()
    assert load_forecasts()["R1"].percent == 30
    assert load_forecasts()["R1"].why == "prices fell"
    assert "R1 locked. It did not happen; your squared error is 0.090." in other._live.text
    card.lock("R2", 10)
    assert set(load_forecasts()) == {"R1", "R2"}


def test_a_slider_that_nobody_moved_is_asked_about_once_before_it_is_locked(card):
    card._why.value = "I know nothing"
    card._button.click()
    assert load_forecasts() == {}
    assert "You have not moved the slider. Lock R1 at 50 per cent" in card._live.text
    assert card._button.description == "Yes, lock 50 per cent for good"
    card._button.click()
    assert load_forecasts()["R1"].percent == 50
    assert load_forecasts()["R1"].why == "I know nothing"


def test_after_the_question_a_moved_slider_is_locked_at_the_first_press(card):
    card._button.click()
    card._slider.value = 20
    assert card._button.description == "Lock for good"
    assert "You have not moved" not in card._live.text
    card._button.click()
    assert load_forecasts()["R1"].percent == 20


def test_what_was_said_of_one_question_is_not_locked_for_the_next(card):
    card._slider.value, card._base.value = 20, "2 of 10 years"
    card._button.click()
    card._pick.value = "R2"
    assert (card._slider.value, card._base.value) == (50, "")
    card._button.click()
    assert set(load_forecasts()) == {"R1"}


def test_a_yes_is_for_the_question_on_top_only(card):
    card._button.click()
    card._pick.value = "R2"
    card._button.click()
    assert load_forecasts() == {}


def test_two_open_cards_do_not_overwrite_each_other(card):
    other = ForecastCard(QUESTIONS)
    card.lock("R1", 40)
    other._slider.value = 30  # its first card is R1 as well
    other._button.click()
    assert load_forecasts()["R1"].percent == 40
    assert "Not locked: R1 is locked at 40 per cent" in other._live.text


def test_the_score_is_the_mean_squared_error_with_an_interval(card):
    for name, percent in {"R1": 20, "R3": 90, "R4": 0, "R5": 0, "R2": 0}.items():
        card.lock(name, percent)
    score = card.score()
    assert score["forecasts"] == 5
    assert score["score"] == pytest.approx((0.2**2 + 0.1**2) / 5)
    assert score["low"] <= score["score"] <= score["high"]
    assert score["base_rate"] == pytest.approx(1 / 5 * 4 / 5)
    assert "Nine in ten samples" in card.sentence()
    assert "With so few, luck decides." in card.sentence()


def test_an_interval_from_one_to_four_forecasts_is_not_given(card):
    for name in ("R1", "R3", "R4", "R5"):
        card.lock(name, 60)
        score = card.score()
        assert math.isnan(score["low"])
        assert math.isnan(score["high"])
        assert "Brier score" in card.sentence()
        assert "Nine in ten" not in card.sentence()


def _lesson(number: str) -> tuple[str, str]:
    """Return what a lesson says openly, and all that it holds, folded tables included."""
    (path,) = Path(__file__).parent.parent.glob(f"notebooks/lesson-{number}-*.ipynb")
    openly, every = [], []
    for cell in nbformat.read(path, as_version=4).cells:
        openly.append("" if cell.cell_type == "code" else cell.source)
        for out in cell.get("outputs", []):
            html = out.get("data", {}).get("text/html", "")
            every += [html, out.get("data", {}).get("text/plain", ""), out.get("text", "")]
            openly += [re.sub(r"(?s)<details.*?</details>", "", html), out.get("text", "")]
    return "\n".join(openly), "\n".join(openly + every)


@pytest.mark.parametrize(
    ("question", "says"),
    {
        "R1": "fell in both in 2025",
        "R2": "had no contract by mid-2026",
        "R3": "air patrol of December 2025",
        "R4": "just and lasting peace, the text of Ukraine | no |",
        "R5": "the text of Ukraine | no | abstain",
        "R6": "The first joint patrol by submarines was announced in August 2025",
        "R7": "In 2025 the EU listed two small Chinese banks",
        "R10": "the treaty of 2001 is called automatically extended",
        "R11": "had no contract by mid-2026",
    }.items(),
)
def test_an_outcome_that_an_earlier_lesson_shows_is_marked_as_such(question, says):
    row = QUESTIONS.set_index("id").loc[question]
    openly, every = (re.sub(r"\s+", " ", text) for text in _lesson(row["shown_in"]))
    assert says in every
    assert (says in openly) == (row["shown_as"] == "visible")


def test_of_the_decided_questions_one_is_new_in_lesson_10():
    decided = QUESTIONS[QUESTIONS["outcome"].notna() & (QUESTIONS["support"] != "method changed")]
    assert list(decided.loc[decided["shown_in"].isna(), "id"]) == ["R9"]
    marked = QUESTIONS[["shown_in", "shown_as"]].notna()
    assert (marked["shown_in"] == marked["shown_as"]).all()
    assert set(QUESTIONS.loc[marked["shown_in"], "id"]) <= set(decided["id"])


def test_open_questions_and_one_whose_method_changed_are_not_scored(card):
    card.lock("N1", 60)
    card.lock("R8", 60)
    assert card.score()["forecasts"] == 0
    assert "still open" in card.reveal("N1")
    assert "cannot be decided" in card.reveal("R8")


def test_the_score_may_be_the_lessons_own(card):
    own = ForecastCard(QUESTIONS, score=lambda p, o: 7)
    own.lock("R1", 20)
    assert own.score()["score"] == 7


@pytest.mark.parametrize(
    ("question", "percent", "said"),
    [("R99", 50, "There is no question 'R99'; there are R1"), ("R1", 101, "0 to 100 per cent")],
)
def test_a_wrong_lock_gets_one_sentence_and_writes_nothing(card, home, question, percent, said):
    with pytest.raises(AlignmentError, match=said):
        card.lock(question, percent)
    assert not home.exists()


def test_a_broken_file_is_said_and_left_alone(home):
    home.mkdir()
    (home / "forecasts.json").write_text("{")
    card = ForecastCard(QUESTIONS)
    assert "left as it is" in card.message
    card._slider.value = 30
    card._button.click()
    assert "Not locked" in card._live.text
    assert (home / "forecasts.json").read_text() == "{"


def test_a_locked_forecast_that_was_changed_in_its_file_is_told_and_not_shown(card, home):
    for name in ("R1", "R2"):
        card.lock(name, 95)
    path = home / "forecasts.json"
    record = json.loads(path.read_text())
    record["forecasts"]["R1"]["percent"] = 5
    path.write_text(json.dumps(record))
    again = ForecastCard(QUESTIONS)
    assert again.locked == {}
    assert "forecasts.json was changed after R1 was locked" in again._live.text
    again._slider.value = 30
    again._button.click()
    assert "Not locked: forecasts.json was changed after R1" in again._live.text
    assert json.loads(path.read_text()) == record


def test_the_state_is_a_table_of_every_question_and_the_view_is_live(card):
    bundle = card._repr_mimebundle_()
    assert bundle["text/html"].count("<tr>") == len(QUESTIONS) + 1


def test_a_table_with_own_questions_works_too():
    own = pd.DataFrame(QUESTIONS[QUESTIONS["id"].isin(["N1", "N2"])])
    assert "0 of 2 questions locked" in repr(ForecastCard(own))
