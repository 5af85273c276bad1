"""`check` on somebody else's notebook: it says that it runs their code, and can shut it in."""

import json
import os

import pytest

from alignment import cli
from fairmark.grading.results import write_whole
from tests.classes import assignment, notebook, solutions, write
from tests.machine import needs_sandbox

pytestmark = pytest.mark.usefixtures("frozen")
PEEK = """\
import os, pathlib
seen = pathlib.Path({canary!r}).exists()
"""


@pytest.fixture
def theirs(tmp_path):
    """A solved notebook outside the course that looks for a file of whoever checks it."""
    canary = tmp_path / "canary"
    canary.write_text("private", encoding="utf-8")
    best = solutions(assignment())
    best["4.3"] = PEEK.format(canary=str(canary)) + best["4.3"] + "\nif seen: cagr = 0"
    return write(notebook(assignment(), best), tmp_path / "theirs.ipynb")


@needs_sandbox
def test_a_notebook_in_the_sandbox_sees_no_file_of_whoever_checks_it(theirs, capsys):
    assert cli.main(["check", str(theirs), "--json", "--sandbox"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["earned"] == json.loads(said.out)["points"]
    assert "runs its code" not in said.err


def test_a_notebook_outside_the_course_is_run_only_after_a_word(theirs, capsys):
    assert cli.main(["check", str(theirs), "--json"]) == 1  # it has seen the file
    said = capsys.readouterr().err
    assert said.index("check runs its code with your rights") < said.index("running theirs.ipynb")
    assert "add --sandbox" in said


def test_a_file_that_cannot_be_written_is_named_and_leaves_nothing_behind(tmp_path):
    (tmp_path / "there.csv").mkdir()
    with pytest.raises(OSError, match=r"there\.csv") as told:
        write_whole(tmp_path / "there.csv", "text")
    assert told.value.filename == str(tmp_path / "there.csv")
    assert os.listdir(tmp_path) == ["there.csv"]  # noqa: PTH208  hidden ones too
