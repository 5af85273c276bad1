"""Reading what was handed in takes no more memory than is stated, whatever it holds.

Each peak is that of a child process, as the system counted it.
"""

import json
import subprocess
import sys
from base64 import b64encode
from concurrent.futures import Executor, Future
from random import Random

import pytest

from fairmark.grading import classroom, submission, wrong_files
from fairmark.grading.entries import Entry
from fairmark.grading.handed import handed_in
from fairmark.grading.marking import Course
from fairmark.grading.results import GRADED, Graded
from fairmark.grading.submission import (
    LARGEST_FILE,
    MOST_MEMORY,
    parse_submission,
)
from fairmark.grading.wrong_files import memory_to_read
from tests.classes import assignment, notebook
from tests.handins import SMALL, zipped

# What repeats -> what stands around it. Each costs far more in memory than in a file.
SHAPES = {
    "lists": "[],",
    "lists in lists": "[[[[[[]]]]]],",
    "objects of one": '{"":0},',
    "numbers": "1.5,",
    "wide texts": '"\u0101\u0102",',
}
PEAK = """
import sys
from pathlib import Path
import alignment
from fairmark.grading.handed import handed_in
from fairmark.grading.submission import NotASubmission, parse_submission

def peak():
    # Not getrusage: what it counts goes on from the parent's peak.
    found = Path("/proc/self/status").read_text().partition("VmHWM:")[2]
    return 1024 * int(found.split()[0])

parse_submission("04.ipynb", Path(sys.argv[1]).read_bytes())
before = peak()
def read(handed):
    assert not handed.problem, handed.problem
    try:
        parse_submission(handed.file, handed.content)
    except NotASubmission as error:
        assert "has no question" in str(error) or "small pieces" in str(error), error

for handed in handed_in(Path(sys.argv[2])):
    read(handed)
print(peak() - before)
"""


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux")


def repeated(unit: str, times: int) -> str:
    return f'{{"cells": [], "x": [{(unit * times).rstrip(",")}]}}'


def as_large_as_allowed(unit: str) -> str:
    """Return nearly the largest text of this shape that is read."""
    some = 10_000
    each = memory_to_read(repeated(unit, some)) / some
    room = (LARGEST_FILE - 100) // len(unit.encode())
    found = repeated(unit, min(room, int(0.995 * MOST_MEMORY / each)))
    assert memory_to_read(found) < MOST_MEMORY
    return found


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.ipynb"
    path.write_bytes(SMALL)
    return path


def peak_of(small, folder) -> int:
    done = subprocess.run(
        [sys.executable, "-c", PEAK, small, folder],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


@LINUX
@pytest.mark.parametrize("shape", SHAPES)
def test_no_notebook_takes_more_memory_than_is_stated(tmp_path, small, shape):
    unit = SHAPES[shape]
    (folder := tmp_path / "class").mkdir()
    full = repeated(unit, (LARGEST_FILE - 100) // len(unit.encode()))
    (folder / "full.ipynb").write_text(full, encoding="utf-8")
    (folder / "most.ipynb").write_text(as_large_as_allowed(unit), encoding="utf-8")
    assert peak_of(small, folder) <= MOST_MEMORY + LARGEST_FILE


def test_one_notebook_is_parsed_at_a_time(monkeypatch):
    """Several threads grade, and the objects of one are gone before those of the next are made."""
    load, locked = wrong_files.load, []

    def noted(*given):
        locked.append(submission.ONE_AT_A_TIME.locked())
        return load(*given)

    monkeypatch.setattr(wrong_files, "load", noted)
    parse_submission("04.ipynb", SMALL)
    assert locked == [True]
    assert not submission.ONE_AT_A_TIME.locked()


def test_a_notebook_with_many_large_figures_is_read():
    """A figure of plotly is lists of numbers; a picture is one text."""
    nb = notebook(assignment())
    numbers = [round(1990 + at / 7, 3) for at in range(15_000)]
    figure = {"application/vnd.plotly.v1+json": {"data": [{"x": numbers, "y": numbers}] * 4}}
    picture = {"image/png": "iVBORw0KGgo" * 20_000}
    for cell in nb["cells"][:10]:
        cell["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": each}
                           for each in (figure, picture)]  # fmt: skip
    content = json.dumps(nb).encode()
    assert len(content) > 10_000_000
    assert parse_submission("04.ipynb", content).number == "04"


@LINUX
def test_the_notebooks_of_one_zip_are_held_one_after_the_other(tmp_path, small):
    """Many large ones in one small zip would fill the memory together."""
    (folder := tmp_path / "class").mkdir()
    picture = b64encode(Random(1).randbytes(20_000)).decode() * 450
    notebook = json.dumps({"cells": [], "metadata": {}, "x": picture})
    zipped(folder / "mine.zip", {f"{at}.ipynb": notebook for at in range(8)})
    assert peak_of(small, folder) < 6 * len(notebook)


def test_a_zip_with_a_table_of_contents_without_end_is_a_row(tmp_path):
    (tmp_path / "class").mkdir()
    zipped(tmp_path / "class" / "many.zip", {f"{at}": b"" for at in range(20_001)})
    (found,) = handed_in(tmp_path / "class")
    assert found.problem.startswith("It is a zip of more than 20,000 files")


def test_the_notebook_of_a_zip_full_of_other_files_is_found(tmp_path):
    """Somebody hands in the whole folder, with the packages installed in it."""
    (tmp_path / "class").mkdir()
    members = {f"venv/{at}.py": b"" for at in range(700)} | {"own/04.ipynb": SMALL}
    zipped(tmp_path / "class" / "all.zip", members)
    assert [each.file for each in handed_in(tmp_path / "class")] == ["all.zip/own/04.ipynb"]


class AtOnce(Executor):
    """Marks where it is called."""

    def submit(self, function, handed):
        done = Future()
        done.set_result(function(handed))
        return done


def test_large_hand_ins_do_not_wait_in_memory_for_their_turn(tmp_path, monkeypatch):
    monkeypatch.setattr(classroom, "MOST_WAITING", 3 * len(SMALL))
    (tmp_path / "class").mkdir()
    names = [f"{at}.ipynb" for at in range(9)]
    for name in names:
        (tmp_path / "class" / name).write_bytes(SMALL)
    given, taken, most = [], [], 0

    def mark_one(handed):
        nonlocal most
        given.append(handed.file)
        most = max(most, len(given) - len(taken))
        return Graded(handed.student, "", handed.file, "04", GRADED)

    crew = classroom.Crew(AtOnce(), mark_one, at_once=50)
    rows = [Entry(name, name, name, "04") for name in names]
    course = Course({}, ())
    for graded in classroom.grade_class(tmp_path / "class", rows, course, crew, tmp_path / "out"):
        taken.append(graded.file)
    assert sorted(taken) == names
    assert most == 4
