"""The class beside the student's own sheet: with a class file, without one, and with eight."""

import json
from pathlib import Path

import nbformat
import pytest

from alignment.classroom.collect import build
from alignment.classroom.invented import invented_class
from alignment.classroom.lists import Lists
from alignment.errors import AlignmentError
from alignment.records import Score, Sheet, class_file, save_sheet
from alignment.widgets import ClassPanel
from alignment.widgets.class_panel import SYNTHETIC
from fairmark.running.kernels import run
from tests.students import own_files, second_round

LESSONS = Path(__file__).resolve().parents[1] / "notebooks"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path / "own"))
    return tmp_path / "own"


def a_picture(n, round=1):
    lists = Lists("salt")
    first, _ = build(own_files(n), 1, lists, {})
    return first if round == 1 else build(second_round(own_files(n)), 2, lists, first)[0]


def test_without_a_class_file_the_panel_says_that_the_class_is_synthetic():
    panel = ClassPanel()
    assert panel.invented
    for text in (repr(panel), panel.state_html()):
        assert "synthetic" in text


def test_the_synthetic_class_is_what_the_recipe_makes():
    assert json.loads(SYNTHETIC.read_text()) == json.loads(json.dumps(invented_class()))


def test_a_class_file_is_shown_and_kept_for_the_next_time(tmp_path, home):
    (tmp_path / "class.json").write_text(json.dumps(a_picture(60)))
    panel = ClassPanel()
    panel.load(tmp_path / "class.json")
    assert not panel.invented
    assert "Your class, round 1, about 60 students" in repr(panel)
    assert not ClassPanel().invented


def test_a_class_of_eight_gets_a_discussion_and_no_number():
    panel = ClassPanel(a_picture(8))
    assert panel.table().empty
    assert repr(panel).count("fewer than ten") == panel.state_html().count("fewer than ten") == 1
    assert not any(sign.isdigit() for sign in panel.sentence())


def test_the_panel_says_whom_the_class_puts_first_and_whether_that_hangs_on_the_way_of_counting():
    firm = a_picture(60)
    assert "The class puts Technology and defence industry first." in repr(ClassPanel(firm))
    open_ = firm | {"orders": firm["orders"] | {"first": ["E", "T"]}}
    said = repr(ClassPanel(open_))
    assert "puts Economic sustainment or Technology and defence industry first, depending" in said


def test_your_own_place_comes_from_your_own_file_only():
    class_file.save_own(own_files(60)[0])
    panel = ClassPanel(a_picture(60))
    assert panel.table()["mine"].tolist() == [55, 15, 70, 70, 65, 25]
    assert "of 30 scores" in panel.sentence()
    assert "mine" not in json.dumps(panel.picture)


def test_it_opens_on_the_first_domain_with_a_complete_sheet_of_your_own():
    assert ClassPanel().now["domain"] == "M"
    mine = own_files(60)[0].answer.scores["D"]
    save_sheet(Sheet("D", {c: Score(*ends) for c, ends in mine.items()}))
    assert ClassPanel().now["domain"] == "D"


def test_two_complete_sheets_are_shown_and_the_missing_ones_named():
    mine = own_files(60)[0].answer.scores
    for domain in "MD":
        save_sheet(Sheet(domain, {c: Score(*ends) for c, ends in mine[domain].items()}))
    save_sheet(Sheet("E", {"A": Score(1, 2, 3)}))
    panel = ClassPanel()
    said = panel.sentence()
    complete, missing = said.partition("complete for ")[2].split("Not complete yet: ")
    assert all(name in complete for name in ("Military", "Diplomatic"))
    assert all(name in missing for name in ("Economic", "Technology", "Financial"))
    assert "of 12 scores. If ranges hold eight times in ten, about 10" in said
    panel.set("D")
    assert panel.table()["mine"].tolist() == [mine["D"][c][1] for c in "ABCDEF"]
    panel.set("E")
    assert panel.table()["mine"].isna().all()
    assert "no complete sheet" in panel.state_html()


def test_the_panel_wants_no_swing_points_and_says_so_when_no_sheet_is_complete():
    assert "You have no complete score sheet yet" in ClassPanel().sentence()
    for domain, scores in own_files(60)[0].answer.scores.items():
        save_sheet(Sheet(domain, {c: Score(*ends) for c, ends in scores.items()}))
    said = ClassPanel().sentence()
    assert "of 30 scores" in said
    assert "complete" not in said


def test_a_broken_file_for_the_class_hides_no_saved_sheet(home):
    for domain, scores in own_files(60)[0].answer.scores.items():
        save_sheet(Sheet(domain, {c: Score(*ends) for c, ends in scores.items()}))
    (home / class_file.NAME.format(round=1)).write_text("{")
    assert "of 30 scores" in ClassPanel().sentence()


def test_in_round_two_the_trap_stands_beside_your_own_answers():
    first, second = own_files(60), second_round(own_files(60))
    class_file.save_own(first[0])
    class_file.save_own(second[0])
    panel = ClassPanel(a_picture(60, round=2))
    assert "if everybody merely answers again" in panel.sentence()


def test_another_domain_is_one_choice_away():
    panel = ClassPanel()
    before = panel.table()
    panel.set("T")
    assert not panel.table().equals(before)
    with pytest.raises(AlignmentError, match="no domain 'X'"):
        panel.set("X")


@pytest.mark.long
@pytest.mark.parametrize(
    ("students", "said"),
    [
        (0, "A synthetic class: no real student made it."),
        (8, "Your class has fewer than ten sheets"),
        (60, "Your class, round 1, about 60 students."),
    ],
)
def test_lesson_10_runs_with_a_class_without_one_and_with_eight(home, students, said):
    home.mkdir()
    if students:
        (home / "class.json").write_text(json.dumps(a_picture(students)))
    lesson = LESSONS / "lesson-10-judgement.ipynb"
    done = run(nbformat.read(lesson, as_version=4), home=home, cwd=LESSONS)
    assert not done.errors
    (shown,) = [
        out["data"]["text/plain"]
        for cell in done.notebook.cells
        if cell.source.strip() == "widgets.ClassPanel()"
        for out in cell.outputs
        if "text/html" in out.get("data", {})
    ]
    assert said in shown


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("nowhere.json", "no class file nowhere.json"),
        ({"kind": "alignment my-work"}, "not the file of a class"),
        ({"kind": "alignment class", "schema": 9}, "version 9"),
        ({"kind": "alignment class", "schema": 1}, "damaged"),
        ("{", "not JSON"),
    ],
)
def test_what_is_no_class_file_is_one_sentence(source, said):
    with pytest.raises(AlignmentError, match=said):
        ClassPanel(source)


def test_a_broken_upload_changes_nothing():
    panel = ClassPanel()
    before = panel.picture
    panel._live.take({"new": ({"name": "x", "content": b"{"},)}, panel.load)
    assert panel.picture is before
    assert "Nothing was changed" in panel._live.text
