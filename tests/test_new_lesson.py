"""A new lesson: two sources that build and lint as they stand, and a row in each list."""

import re

import nbformat
import pytest

from alignment.cli.lesson import CannotBegin, begin
from fairmark.authoring.form import form_of
from fairmark.authoring.lessons import read_lesson
from fairmark.authoring.sets import read_set
from fairmark.proving.lint import lint
from fairmark.running.kernels import run
from tests.prose import unsupported
from tests.sets import EXERCISES
from tests.test_lessons import LONG_PARTS

ROOT = EXERCISES.parent


@pytest.fixture
def course(tmp_path):
    """The sources and the README of this course, in a folder of their own."""
    for folder in ("notebooks", "exercises"):
        (tmp_path / folder / "source").mkdir(parents=True)
        for path in (ROOT / folder / "source").glob("*.py"):
            (tmp_path / folder / "source" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "README.md").write_bytes((ROOT / "README.md").read_bytes())
    return tmp_path


def new(course, number="12", slug="energy"):
    return begin(course, number, slug, "Energy domain", "Who sells what?")


def test_each_list_of_lessons_gets_a_row_after_the_last_one(course):
    new(course)
    readme = (course / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^\| \[.*\]\(notebooks/lesson-.*$", readme)
    want = "| [12 Energy domain](notebooks/lesson-12-energy.ipynb) | Who sells what? | 0 |"
    assert rows[-1] == want
    first = (course / "notebooks" / "source" / "00-start-here.py").read_text(encoding="utf-8")
    assert (
        "# | [12 Energy domain](lesson-12-energy.ipynb) | Who sells what? | {alone 12} |" in first
    )


def test_the_lesson_has_every_part_and_three_figures_and_runs(course):
    new(course)
    source = course / "notebooks" / "source" / "12-energy.py"
    assert form_of(source).faults == ()
    assert form_of(source).pictures == 3
    outcome = run(read_lesson(source), cwd=course / "notebooks")
    assert not outcome.errors
    text = "\n".join(c.source for c in outcome.notebook.cells if c.cell_type == "markdown")
    assert not [name for name, part in LONG_PARTS.items() if part not in text]
    assert nbformat.validate(outcome.notebook) is None


def test_the_set_is_sound_and_goes_back_to_a_step_of_the_lesson(course):
    new(course)
    source = course / "exercises" / "source" / "12-energy.py"
    assert [str(each) for each in lint(source)[0]] == []
    (question,) = read_set(source).questions
    assert question.spec.step in [step.number for step in read_set(source).sections]


@pytest.mark.parametrize(
    ("number", "slug", "words"),
    [
        ("04", "energy", "04 is taken by 04-economic.py"),
        ("twelve", "energy", "is no number of a lesson; write two digits such as 12"),
        ("12", "Energy!", "cannot be a file's name"),
    ],
)
def test_a_lesson_that_cannot_begin_is_refused_and_nothing_is_written(course, number, slug, words):
    before = {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}
    with pytest.raises(CannotBegin, match=words):
        new(course, number, slug)
    assert {path: path.read_bytes() for path in course.rglob("*") if path.is_file()} == before


def test_no_number_stands_in_the_new_lesson_that_no_cell_has_computed(course):
    new(course)
    nb = read_lesson(course / "notebooks" / "source" / "12-energy.py")
    assert unsupported(run(nb, cwd=course / "notebooks").notebook) == []
