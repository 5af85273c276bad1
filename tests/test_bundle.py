"""A student's files travel as one: nothing foreign comes in, nothing private goes out."""

import copy
import json

import pytest

from alignment.records import BrokenRecord, Score, Sheet, home, load_sheet, save_sheet
from alignment.records import bundle as bundles
from alignment.records.forecasts import Forecast, load_forecasts, lock_forecast
from alignment.widgets import MyWork
from fairmark.progress import load_progress, note_right

SECRET = "my neighbour Ivan says so"


@pytest.fixture
def filled():
    save_sheet(Sheet("E", {"A": Score(10, 20, 30, SECRET)}))
    lock_forecast("N1", Forecast(40, base=SECRET, why=SECRET))
    note_right("4.1")


def other_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path / "another computer"))


def test_files_arrive_as_they_left(filled, monkeypatch, tmp_path):
    before = (load_sheet("E"), load_forecasts(), load_progress())
    packed = json.loads(json.dumps(bundles.pack(notes=True)))
    other_folder(monkeypatch, tmp_path)
    bundles.unpack(packed)
    assert (load_sheet("E"), load_forecasts(), load_progress()) == before


def test_words_stay_at_home_unless_they_are_asked_for(filled):
    assert SECRET not in json.dumps(bundles.pack())
    assert SECRET in json.dumps(bundles.pack(notes=True))


def test_a_bundle_holds_no_path(filled):
    assert str(home()) not in json.dumps(bundles.pack(notes=True))


def test_a_file_that_differs_is_kept_as_a_backup(filled):
    packed = copy.deepcopy(bundles.pack(notes=True))
    save_sheet(Sheet("E", {"A": Score(1, 2, 3, "newer")}))
    assert bundles.unpack(packed) == ["sheet-E.json"]
    assert load_sheet("E").scores["A"].mode == 20
    assert "newer" in (home() / "sheet-E.backup.json").read_text()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda b: b.update(kind="x"), "not a bundle"),
        (lambda b: b.update(schema=2), "version 2"),
        (lambda b: b["files"].update({"../evil.json": {}}), "no file of this course"),
        (lambda b: b["files"]["sheet-E.json"].update(schema=9), "expected version 1"),
        (lambda b: b["files"].update({"progress.json": []}), "progress file"),
    ],
)
def test_a_foreign_newer_or_broken_bundle_changes_nothing(filled, change, said):
    packed = copy.deepcopy(bundles.pack(notes=True))
    before = {path.name: path.read_text() for path in home().iterdir()}
    change(packed)
    with pytest.raises(BrokenRecord, match=said):
        bundles.unpack(packed)
    assert {path.name: path.read_text() for path in home().iterdir()} == before


def test_the_panel_says_what_there_is(filled):
    assert repr(MyWork()) == "MyWork(sheet-E.json, progress.json, forecasts.json)"


def test_before_anything_is_done_the_panel_says_so():
    panel = MyWork()
    assert repr(panel) == "MyWork(no files yet)"
    assert "none yet" in panel.state_html()


def test_what_is_uploaded_by_mistake_gets_one_sentence(filled):
    panel = MyWork()
    panel._live.take({"new": [{"content": b"%PDF-1.4"}]}, panel.load)
    assert panel._live.text.startswith("This file is not JSON")
    assert panel._live.text.endswith("Nothing was changed.")
