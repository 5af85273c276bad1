"""The file for the class: numbers only, complete or not, and read with suspicion."""

import json

import pytest

from alignment.errors import AlignmentError
from alignment.records import Score, Sheet, class_file, save_sheet
from alignment.records.class_file import read
from alignment.records.forecasts import Forecast, lock_forecast
from alignment.records.guesses import Guess, lock_guess, mark_seen
from alignment.records.swings import load_swings, save_swings
from alignment.widgets import ForTheClass, WeighingBoard
from fairmark.files import BrokenRecord
from tests.students import own_files

SECRET = "my neighbour Ivan says so"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path / "own"))
    return tmp_path / "own"


def fill():
    for domain in "MEDTF":
        scores = {c: Score(10, 20 + k, 60, SECRET) for k, c in enumerate("ABCDEF")}
        save_sheet(Sheet(domain, scores))
    save_swings(dict(zip("ABCDEF", (70, 50, 100, 40, 60, 45), strict=True)))
    lock_forecast("N1", Forecast(40, base=SECRET, why=SECRET))
    lock_guess("p4-2", Guess((20,), 15, 28, because=SECRET))


def test_one_press_makes_a_file_of_numbers_without_a_word_of_the_students(home):
    fill()
    text = ForTheClass().make(seen_reference=False).text()
    assert SECRET not in text
    record = json.loads(text)
    assert record["answer"]["scores"]["M"]["B"] == [10, 21, 60]
    assert record["answer"]["points"]["C"] == 100
    assert record["forecasts"] == {"N1": 40}
    assert record["guesses"] == {"p4-2": [20]}
    assert len(record["lock"]) == 64


def test_the_file_can_be_read_again(home):
    fill()
    made = ForTheClass().make(True)
    assert read(made.text().encode()) == made
    assert read(b"\xef\xbb\xbf" + made.text().encode()) == made


def test_a_forecast_changed_after_it_was_locked_is_told_and_not_handed_in(home):
    fill()
    path = home / "forecasts.json"
    path.write_text(path.read_text().replace("40", "90"))
    panel = ForTheClass()
    assert "forecasts.json was changed after N1 was locked" in panel.sentence()
    with pytest.raises(BrokenRecord, match="changed after N1"):
        panel.make(False)
    assert not (home / "for-the-class-1.json").exists()


def test_the_second_round_carries_the_first_answer(home):
    fill()
    first = ForTheClass(round=1).make(False)
    save_sheet(Sheet("M", {c: Score(0, 50, 100) for c in "ABCDEF"}))
    second = ForTheClass(round=2).make(True)
    assert second.before == first.answer
    assert second.answer.scores["M"]["A"] == (0, 50, 100)


def test_a_guess_made_after_the_result_was_seen_is_not_handed_in(home):
    fill()
    mark_seen("p3-1")
    lock_guess("p3-1", Guess((20,), 15, 28))
    assert set(ForTheClass().make().guesses) == {"p4-2"}


def test_without_scores_the_guesses_can_still_be_handed_in(home):
    lock_guess("p4-2", Guess((20,), 15, 28))
    panel = ForTheClass()
    assert panel.make().answer is None
    assert "Missing: the score sheets M E D T F, the swing points." in panel.sentence()
    save_sheet(Sheet("M", {"A": Score(10, 20, 60)}))
    assert "the score sheets E D T F, 5 scores of sheet M," in panel.sentence()
    assert "Your file would hold no scores" in panel.sentence()
    assert "only when all five score sheets are complete" in panel.sentence()
    panel._pressed()
    assert "Made. Your file holds no scores" in panel._live.text


def test_with_nothing_there_the_panel_says_what_is_missing(home):
    with pytest.raises(AlignmentError, match="the score sheets M E D T F, the swing points"):
        ForTheClass().make()


def test_from_a_board_come_its_scores_and_points(home):
    board = WeighingBoard()
    board.set(points={"A": 5}, scores=board.scores.assign(mode=50, low=40, high=60))
    file = ForTheClass(board).make(True)
    assert file.answer.points["A"] == 5
    assert file.answer.scores["T"]["F"] == (40, 50, 60)
    assert load_swings()["A"] == 5


@pytest.mark.parametrize("preset", ["reference", "us-japan", "blank"])
def test_a_sheet_that_came_with_the_course_is_nobodys_answer(preset):
    with pytest.raises(AlignmentError, match="still shows the"):
        ForTheClass(WeighingBoard(preset=preset)).make(True)


def test_the_button_asks_first_when_the_scores_were_made(home):
    fill()
    panel = ForTheClass()
    panel._button.click()
    assert panel._link.value == ""
    panel._seen.value = "before"
    panel._button.click()
    assert "download=" in panel._link.value
    assert class_file.load_own(1).seen_reference is False


def test_before_there_are_scores_the_button_asks_nothing_about_them(home):
    lock_guess("p4-2", Guess((20,), 15, 28))
    panel = ForTheClass()
    panel._button.click()
    assert "download=" in panel._link.value
    assert class_file.load_own(1).answer is None
    assert class_file.load_own(1).seen_reference is None


def changed(**parts):
    return own_files(1)[0].record() | parts


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ([], "another kind of file"),
        ({"kind": "alignment my-work"}, "'alignment my-work'"),
        (changed(schema=2), "version 2"),
        (changed(round=3), "round is 3"),
        (changed(round=True), "round is True"),
        (changed(seen_reference=1), "reference is 1"),
        (changed(answer={"scores": {}}), "lacks 'M'"),
        (changed(answer=3), "damaged"),
        (changed(forecasts={"N1": 101}), "forecast of N1 is 101"),
        (changed(guesses={"p4-2": [float("nan")]}), "neither numbers nor names"),
        (changed(guesses={"p4-2": ["x" * 300]}), "not a short text"),
        (changed(lock="x" * 100), "not a short text"),
    ],
)
def test_what_is_no_file_for_the_class_is_one_sentence(record, said):
    with pytest.raises(BrokenRecord) as told:
        read(json.dumps(record).encode())
    assert said in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[" * 50_000, b"1" * 200_000])
def test_what_is_not_even_json_is_one_sentence_too(content):
    with pytest.raises(BrokenRecord):
        read(content)


@pytest.mark.parametrize("ends", [[20, 10, 30], [0, 50], [-1, 0, 1], ["1", "2", "3"], None])
def test_a_score_out_of_order_or_range_is_refused(ends):
    record = changed()
    record["answer"]["scores"]["M"]["A"] = ends
    with pytest.raises(BrokenRecord, match="damaged"):
        read(json.dumps(record).encode())
