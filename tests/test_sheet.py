"""The score sheet: in order, saved at once, whole numbers, honest about whose scores it shows."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.errors import AlignmentError
from alignment.records import Score, Sheet, load_sheet, save_sheet
from alignment.widgets import ScoreSheet
from alignment.widgets.sheet_rows import in_order, range_bar

DOMAINS = ("M", "E", "D", "T", "F")
WHOLE = st.integers(0, 100)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder for the student's own files, as builds have."""
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path))
    return tmp_path


def type_in(sheet, criterion, part, value):
    """Do what a student does with the keyboard."""
    row = sheet._rows[criterion]
    (row.note if part == "note" else row.numbers[part]).value = value


# --- without a sheet of one's own -----------------------------------------------------------


@pytest.mark.parametrize("domain", DOMAINS)
def test_without_an_own_sheet_the_reference_shows_and_says_so(domain):
    sheet = ScoreSheet(domain)
    assert sheet.own == set()
    assert "You have no sheet for this domain yet" in sheet.message
    assert "all six scores are the reference set (illustrative)" in repr(sheet)


@pytest.mark.parametrize(
    ("domain", "value"), [("M", 51), ("E", 63), ("D", 41), ("T", 65), ("F", 46)]
)
def test_the_reference_values_are_those_of_the_method_paper_in_whole_numbers(domain, value):
    assert ScoreSheet(domain).value()["mode"] == value


def test_looking_at_a_sheet_writes_nothing(folder):
    ScoreSheet("E")._repr_mimebundle_()
    assert list(folder.iterdir()) == []


def test_an_unknown_domain_says_which_exist():
    with pytest.raises(AlignmentError, match="E Economic sustainment"):
        ScoreSheet("X")


# --- changing a score -----------------------------------------------------------------------


def test_a_score_set_in_a_cell_is_saved_and_printed(folder, capsys):
    ScoreSheet("E").set("A", 50, 60, 70, note="customs, 2025")
    assert load_sheet("E").scores == {"A": Score(50, 60, 70, "customs, 2025")}
    assert f"Saved in {folder.name}/sheet-E.json." in capsys.readouterr().out


def test_typing_does_the_same_as_the_cell(folder):
    by_cell, by_hand = ScoreSheet("E"), ScoreSheet("M")
    by_cell.set("A", 10, 20, 30, note="why")
    for part, value in {"low": 10, "mode": 20, "high": 30, "note": "why"}.items():
        type_in(by_hand, "A", part, value)
    assert load_sheet("M").scores == load_sheet("E").scores


def test_only_scores_the_student_touched_are_saved():
    sheet = ScoreSheet("T")
    type_in(sheet, "C", "note", "customs records")
    assert set(load_sheet("T").scores) == {"C"}
    assert "1 of 6 scores are yours, the others illustrative" in repr(sheet)


def test_the_next_sheet_reads_what_the_last_one_saved():
    ScoreSheet("F").set("B", 1, 2, 3, note="reason")
    again = ScoreSheet("F")
    assert again.scores["B"] == Score(1, 2, 3, "reason")
    assert again.own == {"B"}


def test_a_new_score_without_a_note_keeps_the_old_note():
    sheet = ScoreSheet("E")
    sheet.set("A", 50, 60, 70, note="old")
    sheet.set("A", 40, 60, 70)
    assert sheet.scores["A"].note == "old"


def test_scores_are_whole_numbers():
    sheet = ScoreSheet("E")
    sheet.set("A", 49.6, 60.2, 70.4)
    assert sheet.scores["A"] == Score(50, 60, 70)


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        ((70, 60, 80), "0 <= low <= most likely <= high <= 100; found"),
        ((0, 50, 120), "0 <= low <= most likely <= high <= 100; found"),
        ((float("nan"), 50, 60), "0 <= low <= most likely <= high <= 100; found"),
        (("a", 50, 60), "needs three numbers"),
    ],
)
def test_impossible_numbers_are_refused_in_one_sentence(numbers, sentence):
    with pytest.raises(AlignmentError, match=sentence):
        ScoreSheet("E").set("A", *numbers)


def test_an_unknown_criterion_says_which_exist():
    with pytest.raises(AlignmentError, match="the criteria are A, B, C, D, E, F"):
        ScoreSheet("E").set("G", 1, 2, 3)


def test_raising_the_lowest_takes_the_others_along_and_says_so():
    sheet = ScoreSheet("E")
    type_in(sheet, "A", "low", 80)
    assert sheet.scores["A"] == Score(80, 80, 90)
    assert "lowest is now 80. It took most likely along" in sheet.message
    assert sheet._rows["A"].numbers["mode"].value == 80


@given(
    ordered=st.tuples(WHOLE, WHOLE, WHOLE).map(sorted),
    moved=st.sampled_from(["low", "mode", "high"]),
    value=WHOLE,
)
def test_the_order_always_holds_and_the_moved_number_stays(ordered, moved, value):
    before = dict(zip(["low", "mode", "high"], ordered, strict=True)) | {moved: value}
    after, pushed = in_order(before, moved)
    assert after["low"] <= after["mode"] <= after["high"]
    assert after[moved] == value
    assert pushed == [part for part in before if after[part] != before[part]]


def test_the_value_follows_every_change():
    sheet = ScoreSheet("E")
    for criterion in "ABCDEF":
        sheet.set(criterion, 20, 20, 20)
    assert sheet.value() == {"low": 20, "mode": 20, "high": 20}
    assert "Value of the domain: 20 (range 20 to 20)" in sheet._live.text


# --- files that are not ours to change ------------------------------------------------------


def test_a_broken_file_is_reported_and_never_overwritten(folder):
    path = folder / "sheet-E.json"
    path.write_text("{half a file")
    sheet = ScoreSheet("E")
    assert "cannot be read as JSON" in sheet.message
    sheet.set("A", 1, 2, 3)
    assert sheet.message.count("Not saved: ") == 1
    assert path.read_text() == "{half a file"


def test_a_newer_file_is_reported_and_never_overwritten(folder):
    path = folder / "sheet-E.json"
    path.write_text(json.dumps({"schema": 99, "domain": "E", "scores": {}}))
    sheet = ScoreSheet("E")
    sheet.set("A", 1, 2, 3)
    assert "Not saved: sheet-E.json" in sheet.message
    assert json.loads(path.read_text())["schema"] == 99


# --- what is shown --------------------------------------------------------------------------


def test_a_score_without_a_note_is_hatched_and_named():
    sheet = ScoreSheet("E")
    assert "repeating-linear-gradient" in sheet._rows["A"].picture.value
    type_in(sheet, "A", "note", "customs")
    assert "repeating-linear-gradient" not in sheet._rows["A"].picture.value
    assert "your score; note given" in sheet._rows["A"].picture.value
    assert sheet.state_html().count("no note yet") == 5


def test_every_input_has_a_label_that_names_its_criterion():
    for letter, row in ScoreSheet("E")._rows.items():
        inputs = [*row.numbers.values(), row.note]
        assert all(widget.description.startswith(f"{letter}: ") for widget in inputs)


def test_every_criterion_shows_its_question_and_five_anchors():
    picture = ScoreSheet("E")._rows["D"].picture.value
    assert "how soon does the effect come?" in picture
    assert all(text in picture for text in ("after 10 years", "already happening"))


def test_the_domains_own_anchors_stand_beside_the_general_ones():
    picture = ScoreSheet("E")._rows["A"].picture.value
    assert "convenience or a small saving<br><em>here: a marginal market</em>" in picture


def test_a_note_with_markup_is_shown_as_written():
    sheet = ScoreSheet("E")
    sheet.set("A", 1, 2, 3, note="<img src=x>")
    assert "<img" not in sheet.state_html() + sheet._rows["A"].picture.value


def test_a_range_is_drawn_where_it_lies():
    bar = range_bar(20, 50, 80)
    assert "left: 20%; width: 60%" in bar
    assert "left: calc(50% - 2px)" in bar


def test_two_sheets_in_the_same_state_print_the_same():
    one, two = (ScoreSheet("E")._repr_mimebundle_() for _ in range(2))
    assert one == two


def test_the_printed_state_names_no_folder(folder):
    save_sheet(Sheet("E", {"A": Score(1, 2, 3, "why")}))
    sheet = ScoreSheet("E")
    assert str(folder) not in repr(sheet) + sheet.state_html() + sheet.message


def test_the_table_of_a_sheet_names_domain_and_criterion():
    frame = ScoreSheet("E").to_frame()
    assert list(frame.columns) == ["domain", "criterion", "low", "mode", "high", "note", "own"]
    assert list(frame.criterion) == list("ABCDEF")
