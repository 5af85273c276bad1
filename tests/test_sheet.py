"""The score sheet: empty at first, in order, saved at once, whole numbers, and only one's own."""

import json

import pytest

from alignment.errors import AlignmentError
from alignment.records import Score, Sheet, load_sheet, save_sheet
from alignment.rubrics import forms
from alignment.tables import load
from alignment.widgets import ScoreSheet

DOMAINS = ("M", "E", "D", "T", "F")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder for the student's own files, as builds have."""
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path))
    return tmp_path


def type_in(sheet, criterion, part, value):
    """Do what a student does with the keyboard."""
    draft = sheet.view.drafts[criterion] | {part: value}
    sheet.view.set_state({"drafts": sheet.view.drafts | {criterion: draft}})


# --- without a sheet of one's own -----------------------------------------------------------


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_new_sheet_is_empty_and_shows_no_number_that_could_lead(domain):
    sheet = ScoreSheet(domain)
    assert sheet.own == set()
    assert sheet.scores == {}
    assert sheet.value() is None
    drafts = sheet.view.drafts.values()
    assert all(draft == {"low": None, "mode": None, "high": None, "note": ""} for draft in drafts)
    assert "no score yet; value of this domain: after all six scores" in repr(sheet)
    assert sheet.state_html().count("not judged yet") == 6
    assert not sheet.view.comparing


@pytest.mark.parametrize(
    ("domain", "value"), [("M", 51), ("E", 63), ("D", 41), ("T", 65), ("F", 46)]
)
def test_the_reference_scores_typed_in_give_the_values_of_the_method_paper(domain, value, capsys):
    sheet = ScoreSheet(domain)
    rows = load("judgements").query("sheet == 'reference' and domain == @domain")
    for row in rows.itertuples():
        sheet.set(row.criterion, row.low, row.mode, row.high)
    assert sheet.value()["mode"] == value
    assert f"value of this domain: {value} (" in repr(sheet)
    assert "if all were lowest" in repr(sheet)


def test_the_reference_scores_stand_beside_ones_own_and_are_never_called_so():
    sheet = ScoreSheet("E")
    assert sheet.compare().empty
    sheet.set("A", 10, 20, 30)
    table = sheet.compare()
    assert table.loc["A", "your most likely"] == 20
    assert table.loc["A", "reference most likely"] == 75
    assert list(table.index) == ["A"]


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


def test_a_score_is_kept_once_all_three_numbers_are_given():
    sheet = ScoreSheet("T")
    type_in(sheet, "C", "note", "customs records")
    type_in(sheet, "C", "low", 10)
    type_in(sheet, "C", "high", 30)
    assert load_sheet("T") is None
    assert "C Impact: not kept yet; most likely missing." in sheet.message
    assert sheet.view.about == {"C": [10, None, 30]}  # the page shows it beside these numbers only
    type_in(sheet, "C", "mode", 20)
    assert load_sheet("T").scores == {"C": Score(10, 20, 30, "customs records")}
    assert "1 of 6 scores given" in repr(sheet)


def test_a_number_taken_away_takes_the_score_out_of_the_file():
    sheet = ScoreSheet("T")
    sheet.set("C", 10, 20, 30)
    type_in(sheet, "C", "mode", None)
    assert load_sheet("T").scores == {}
    assert "most likely missing. Saved in" in sheet.message


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


def test_the_value_follows_every_change():
    sheet = ScoreSheet("E")
    for criterion in "ABCDEF":
        sheet.set(criterion, 20, 20, 20)
    assert sheet.value() == {"low": 20, "mode": 20, "high": 20}
    assert "Value of this domain: 20 (20 if all were lowest" in sheet.view.said
    assert "Value of this domain: 20" in sheet.view.value


def test_the_message_of_a_change_stands_beside_its_row():
    sheet = ScoreSheet("E")
    sheet.set("B", 1, 2, 3)
    assert list(sheet.view.messages) == ["B"]
    assert sheet.view.messages["B"] == sheet.message == sheet.view.said


def test_the_sheet_as_code_passes_the_check_of_the_exercise_sets():
    sheet = ScoreSheet("E")
    assert sheet.view.literal.count("...") == 6
    for criterion in "ABCDEF":
        sheet.set(criterion, 10, 20, 30, note='OEC "customs" 2025')
    space = {}
    exec(sheet.view.literal, space)  # what a student pastes into the answer cell
    assert space["sheet"] == dict.fromkeys("ABCDEF", (10, 20, 30, 'OEC "customs" 2025'))
    assert forms.score_sheet(space["sheet"]) == forms.score_sheet(
        dict.fromkeys("ABCDEF", (10, 20, 30, 'OEC "customs" 2025'))
    )


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


@pytest.mark.parametrize("note", ["", "x", "why", "........", "aaaaaaaaa"])
def test_a_note_that_says_nothing_is_no_evidence(note):
    sheet = ScoreSheet("E")
    sheet.set("A", 1, 2, 3, note=note)
    assert not sheet.scores["A"].evidence
    assert ("No evidence yet" in sheet.message) == (note == "")
    assert (f"“{note}” is kept, but it is short for evidence" in sheet.message) == (note != "")
    assert "(no evidence)" in repr(sheet)


def test_the_words_about_missing_evidence_go_once_it_is_typed(folder):
    sheet = ScoreSheet("E")
    sheet.set("A", 1, 2, 3)
    assert "No evidence yet" in sheet.message
    sheet.set("A", 1, 2, 3, note="CIPS")
    assert "No evidence yet" not in sheet.message
    assert "“CIPS” is kept" in sheet.view.messages["A"]
    sheet.set("A", 1, 2, 3, note="CIPS 2024, by its own count")
    assert "evidence" not in sheet.view.messages["A"]


@pytest.mark.parametrize("note", ["customs", "OEC 2025: 30 %", "海关统计年鉴"])
def test_a_source_is_evidence(note):
    assert Score(1, 2, 3, note).evidence


def test_every_criterion_has_its_question_and_five_anchors():
    texts = ScoreSheet("E").view.labels["criteria"]
    assert "How soon does the effect of the cooperation come?" in texts["D"]["prompt"]
    assert list(texts["D"]["anchors"]) == ["0", "25", "50", "75", "100"]
    assert texts["A"]["anchors"]["25"] == [
        "convenience or a small saving",
        "in this domain: a marginal market",
    ]


def test_the_sheet_names_the_interests_that_its_third_criterion_asks_for():
    labels = ScoreSheet("E").view.labels
    asked = labels["criteria"]["C"]["prompt"]
    assert asked.endswith("Name that interest, V1 to V6, in the evidence.")
    assert labels["interests"].startswith("V1 Homeland and nuclear stability, V2 ")
    assert "V6 " in labels["interests"]


def test_a_note_with_markup_is_shown_as_written():
    sheet = ScoreSheet("E")
    sheet.set("A", 1, 2, 3, note="<img src=x>")
    assert "<img" not in sheet.state_html()


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
