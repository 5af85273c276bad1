"""The set that the engine's sentences name as an example, and the set that a number means."""

from pathlib import Path

import pytest

from fairmark import course
from fairmark.cli import paths
from fairmark.grading.submission import NotASubmission, read_submission

KEPT = ["01-first.fresh.ipynb", "01-first.ipynb", "01-first.backup-1.ipynb", "02-second.ipynb"]


@pytest.fixture
def small(tmp_path, monkeypatch) -> Path:
    """A course whose sets lie in a folder of another name, with copies that a student has made."""
    (tmp_path / "course.toml").write_text('[folders]\nexercises = "tasks"\n', encoding="utf-8")
    (tmp_path / "tasks").mkdir()
    for name in KEPT:
        (tmp_path / "tasks" / name).touch()
    monkeypatch.setattr(course, "_adopted", [])
    monkeypatch.delenv(course.COURSE, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_example_is_a_set_where_it_lies_and_not_a_copy_of_one(small):
    assert course.current().some_set() == "tasks/01-first.ipynb"


def test_a_course_without_a_set_still_has_an_example(small):
    for name in KEPT:
        (small / "tasks" / name).unlink()
    assert course.current().some_set() == "tasks/01-first.ipynb"


def test_a_missing_notebook_is_answered_with_a_file_that_is_there(small):
    with pytest.raises(NotASubmission) as refused:
        read_submission(small / "none.ipynb")
    named = str(refused.value).rsplit(" ", 1)[1]
    assert (small / named).is_file()


def test_the_help_of_check_names_a_file_that_is_there(small):
    named = paths.examples("PROGRAM check NOTEBOOK").split()[-1]
    assert (small / named).is_file()


@pytest.mark.parametrize("number", ["1", "01"])
def test_a_number_means_the_set_and_never_a_copy_beside_it(tmp_path, monkeypatch, number):
    for folder in ("notebooks", "exercises"):
        (tmp_path / folder).mkdir()
    for name in KEPT:
        (tmp_path / "exercises" / name).touch()
    monkeypatch.setattr(paths, "checkout", lambda: tmp_path)
    assert paths.notebook_of_set(number) == tmp_path / "exercises" / "01-first.ipynb"
