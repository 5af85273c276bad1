"""A student sees how far they have come, from their own files and nothing else."""

import json
import shutil

import pytest

from fairmark import progress
from fairmark.checks import keys
from fairmark.checks.overview import overview

pytestmark = pytest.mark.usefixtures("frozen")


def test_before_anything_is_solved_every_set_begins_with_its_first_question():
    frame = overview()
    assert (frame["right"] == 0).all()
    assert frame.loc["04", "next"] == f"4.1 {keys.find('4.1').title}"
    assert frame.loc["04", "questions"] == len(keys.read_file("04")["questions"])


def test_a_solved_question_counts_and_the_next_one_is_named():
    progress.note_right("4.1")
    progress.note_right("4.3")
    row = overview().loc["04"]
    points = {q: entry["points"] for q, entry in keys.read_file("04")["questions"].items()}
    assert row["right"] == 2
    assert row["points"] == points["4.1"] + points["4.3"]
    assert row["next"] == f"4.2 {keys.find('4.2').title}"


@pytest.fixture
def with_a_core(tmp_path, monkeypatch):
    """The keys of set 04, in which one question far down the page is the core."""
    folder = tmp_path / "keys"
    shutil.copytree(keys.folder(), folder)
    monkeypatch.setenv("ALIGNMENT_DATA", str(tmp_path))
    kept = json.loads((folder / "04.json").read_text(encoding="utf-8"))
    name = list(kept["questions"])[3]
    kept["questions"][name]["core"] = True
    (folder / "04.json").write_text(json.dumps(kept), encoding="utf-8")
    return name


def test_the_core_comes_before_the_rest_of_the_page(with_a_core):
    assert overview().loc["04", "next"] == f"{with_a_core} {keys.find(with_a_core).title}"
    progress.note_right(with_a_core)
    assert overview().loc["04", "next"] == f"4.1 {keys.find('4.1').title}"


def test_a_finished_set_says_done():
    for question in keys.read_file("04")["questions"]:
        progress.note_right(question)
    row = overview().loc["04"]
    assert row["next"] == "done"
    assert row["points"] == row["of"]


def test_an_attempt_is_not_a_solution():
    progress.note_attempt("4.1", "abc")
    assert overview().loc["04", "right"] == 0


def test_keys_that_were_built_again_are_read_again(tmp_path, monkeypatch):
    folder = tmp_path / "keys"
    shutil.copytree(keys.folder(), folder)
    monkeypatch.setenv("ALIGNMENT_DATA", str(tmp_path))
    points = keys.find("4.1").points
    built = json.loads((folder / "04.json").read_text(encoding="utf-8"))
    built["questions"]["4.1"]["points"] = points + 10
    (folder / "04.json").write_text(json.dumps(built), encoding="utf-8")
    assert keys.find("4.1").points == points + 10
