"""A student's own files: nothing is lost, nothing foreign overwritten, nobody named."""

import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from alignment.errors import AlignmentError
from alignment.records import (
    BrokenRecord,
    Score,
    Sheet,
    home,
    load_sheet,
    load_sheets,
    save_sheet,
    write_json,
)


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path / "my work"))


SHEET = Sheet("E", {"A": Score(60, 75, 90, "customs data"), "B": Score(50, 65, 80)})


def test_a_saved_sheet_comes_back_as_it_was():
    save_sheet(SHEET)
    assert load_sheet("E") == SHEET
    assert load_sheets() == {"E": SHEET}


def test_before_anything_is_saved_there_is_no_sheet_and_no_folder():
    assert load_sheet("E") is None
    assert load_sheets() == {}
    assert not home().exists()


def test_the_file_holds_scores_and_nothing_about_person_or_time():
    record = json.loads(save_sheet(SHEET).read_text())
    assert set(record) == {"schema", "domain", "scores"}
    assert set(record["scores"]["A"]) == {"low", "mode", "high", "note"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{half", "cannot be read as JSON"),
        ('{"schema": 2, "domain": "E", "scores": {}}', "expected version 1, found 2"),
        ('{"schema": 1, "domain": "M", "scores": {}}', "expected the score sheet of domain E"),
        (
            '{"schema": 1, "domain": "E", "scores": {"A": {"low": 9, "mode": 1, "high": 2}}}',
            "low <= most likely <= high",
        ),
        ("[1, 2]", "expected the score sheet of domain E"),
    ],
)
def test_a_broken_foreign_or_newer_file_gets_one_sentence_and_stays_untouched(text, said):
    home().mkdir(parents=True)
    path = home() / "sheet-E.json"
    path.write_text(text)
    for action in (lambda: load_sheet("E"), lambda: save_sheet(SHEET)):
        with pytest.raises(BrokenRecord, match=said):
            action()
    assert path.read_text() == text


def test_one_broken_sheet_is_named_and_does_not_hide_the_others(capsys):
    save_sheet(SHEET)
    (home() / "sheet-M.json").write_text("{half")
    assert load_sheets() == {"E": SHEET}
    said = capsys.readouterr().out
    assert said.startswith("Left out: sheet-M.json")
    assert said.count("\n") == 1


@pytest.mark.parametrize("numbers", [(-1, 2, 3), (3, 2, 4), (1, 2, 101), (1, "2", 3)])
def test_a_score_out_of_order_or_range_is_refused(numbers):
    with pytest.raises(AlignmentError, match="score needs"):
        Score(*numbers)


def test_an_unknown_domain_says_which_exist():
    with pytest.raises(AlignmentError, match="M, E, D, T, F"):
        load_sheet("X")


def test_a_folder_that_cannot_be_written_says_what_to_do(monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("a file where the folder should be")
    monkeypatch.setenv("ALIGNMENT_HOME", str(blocked))
    with pytest.raises(BrokenRecord, match="ALIGNMENT_HOME"):
        save_sheet(SHEET)


def save_many(path: str, number: int) -> None:
    for _ in range(50):
        write_json(Path(path), {"writer": number, "filler": "x" * 10_000})


def test_many_writers_never_leave_a_torn_file(tmp_path):
    path = tmp_path / "record.json"
    with ProcessPoolExecutor(4) as pool:
        jobs = [pool.submit(save_many, str(path), number) for number in range(4)]
        while not all(job.done() for job in jobs):
            if path.exists():
                assert json.loads(path.read_text())["filler"] == "x" * 10_000
        for job in jobs:
            job.result()
    assert [p.name for p in tmp_path.iterdir()] == ["record.json"]


def test_a_place_that_cannot_be_written_is_named_with_the_advice_that_helps_there(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(BrokenRecord, match="look whether there is room"):
        write_json(tmp_path / "file" / "lists.json", {})
    home().mkdir()
    (home() / "kept").write_text("", encoding="utf-8")
    with pytest.raises(BrokenRecord, match="set ALIGNMENT_HOME"):
        write_json(home() / "kept" / "sheet.json", {})
