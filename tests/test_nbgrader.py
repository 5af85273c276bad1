"""The sets as an nbgrader course: its shape, and what nbgrader's own commands make of it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from alignment.checks import require
from alignment.cli import main
from fairmark.authoring.nbgrader import WouldOverwrite, export_nbgrader
from fairmark.authoring.sets import read_set
from fairmark.checks.talking import NotRight
from fairmark.progress import load_progress
from tests.sets import FROZEN, SOURCE, answer, cell, install_keys, question, write_set

pytestmark = pytest.mark.usefixtures("frozen")

ROOT = Path(__file__).resolve().parents[1]
NAME = "04-economic"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The frozen set as a course folder."""
    folder = tmp_path_factory.mktemp("course")
    assert main(["exercises", "export", "--to", "nbgrader", str(folder), "04"]) == 0
    return folder


@pytest.fixture(scope="module")
def source(course):
    """The notebook an instructor gives to nbgrader."""
    return nbformat.read(course / "source" / NAME / f"{NAME}.ipynb", as_version=4)


def role(each, name):
    return each.metadata.get("nbgrader", {}).get(name, False)


def test_every_question_has_one_answer_cell_and_one_cell_with_its_points(source):
    asked = read_set(SOURCE).questions
    points = [each.metadata.nbgrader.points for each in source.cells if role(each, "grade")]
    assert points == [each.points for each in asked]
    assert sum(role(each, "solution") for each in source.cells) == len(asked)


def test_students_can_change_answer_cells_only(source):
    code = [each for each in source.cells if each.cell_type == "code"]
    assert all(role(each, "locked") != role(each, "solution") for each in code)


def test_a_solution_stands_in_a_region_below_its_stub(source):
    found = cell(source, "q4-2-stub").source
    stub = cell(nbformat.read(FROZEN / f"{NAME}.ipynb", as_version=4), "q4-2-stub").source
    solution = read_set(SOURCE).question("4.2").solution.text
    assert found == f"{stub}\n### BEGIN SOLUTION\n{solution}\n### END SOLUTION"


def test_an_export_again_writes_the_same_and_another_file_is_left_alone(course, tmp_path):
    assert export_nbgrader([read_set(SOURCE)], course)
    (tmp_path / "nbgrader_config.py").write_text("mine", encoding="utf-8")
    with pytest.raises(WouldOverwrite, match="was left as it is; export into an empty folder"):
        export_nbgrader([read_set(SOURCE)], tmp_path)
    assert not (tmp_path / "source").exists()


def test_require_raises_the_sentence_of_a_wrong_answer_and_records_nothing(tmp_path, monkeypatch):
    install_keys(write_set(tmp_path, question()), tmp_path, monkeypatch)
    assert require("99.1", 50.0) is None
    with pytest.raises(NotRight, match="You added where you should subtract"):
        require("99.1", 70.0)
    with pytest.raises(NotRight, match="not attempted"):
        require("99.1", ...)
    assert load_progress() == {}


# nbgrader itself, in an environment of its own.

NOISY = """
import sys
quiet = concentration
def concentration(amounts):
    print("a note", file=sys.stderr)
    return quiet(amounts)
"""
MIXED = {
    "4.3": "cagr = 19.0",
    "4.4": "share = 1 / 0",
    "4.5": "unasked = 1",
}
SCORES = """
import json
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as book:
    found = {}
    for each in book.assignment_submissions("04-economic"):
        grades = each.notebooks[0].grades
        assert not any(g.needs_manual_grade for g in grades)
        found[each.student.id] = {g.name: [g.score, g.max_score] for g in grades}
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def graded(course, tmp_path_factory):
    """What nbgrader gives to three students, by the cell's name."""
    place = tmp_path_factory.mktemp("nbgrader")
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    python = str(scripts / "python")
    wanted = ["-r", "requirements.txt", "nbgrader>=0.9.5"]
    subprocess.run([python, "-m", "pip", "install", "-q", *wanted], cwd=ROOT, check=True)
    run_nbgrader(scripts, course, "generate_assignment")
    hand_in(course)
    run_nbgrader(scripts, course, "autograde")
    done = subprocess.run(
        [python, "-c", SCORES], cwd=course, check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout)


def run_nbgrader(scripts: Path, course: Path, command: str) -> None:
    """Run one of nbgrader's commands in the course folder."""
    environment = os.environ | {"PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(
        [str(scripts / "nbgrader"), command, NAME], cwd=course, env=environment, check=True
    )


def hand_in(course: Path) -> None:
    """Let three students hand in: nothing done, everything right, and a mixture."""
    solutions = {each.id: each.solution.text for each in read_set(SOURCE).questions}
    mixed = solutions | MIXED | {"4.15": solutions["4.15"] + NOISY}
    released = course / "release" / NAME / f"{NAME}.ipynb"
    for student, answers in {"none": {}, "all": solutions, "mixed": mixed}.items():
        nb = nbformat.read(released, as_version=4)
        for name, text in answers.items():
            answer(nb, name, text)
        target = course / "submitted" / student / NAME / f"{NAME}.ipynb"
        target.parent.mkdir(parents=True)
        nbformat.write(nb, target)


@pytest.mark.long
def test_the_students_notebook_that_nbgrader_makes_holds_no_solution(course, graded):
    text = (course / "release" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8")
    nb = nbformat.reads(text, as_version=4)
    assert "BEGIN" not in text
    assert "require" not in text
    for each in read_set(SOURCE).questions:
        stub = cell(nb, f"q{each.id.replace('.', '-')}-stub").source
        assert stub == f"{each.stub.text}\n# Replace the three dots above."


@pytest.mark.long
def test_the_verdict_of_our_checks_decides_the_points_that_nbgrader_gives(graded):
    assert {score for score, _ in graded["none"].values()} == {0.0}
    assert all(score == most > 0 for score, most in graded["all"].values())
    lost = {name for name, (score, most) in graded["mixed"].items() if score < most}
    assert lost == {"q4-3-check", "q4-4-check", "q4-5-check"}
