"""Another course, about penguins: it builds, checks, proves and grades without any first course."""

import csv
import json
import subprocess
import sys

import pytest
from courses import PENGUINS, command, copy_of, handed_in, solutions

SET = "01-penguins"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return copy_of(PENGUINS, tmp_path_factory.mktemp("courses") / "penguins")


@pytest.fixture(scope="module")
def grades(course, tmp_path_factory):
    """Three students: all right, all typed in from the shipped tables, nothing done."""
    place = tmp_path_factory.mktemp("class")
    right = solutions(course, SET)
    typed = {**right, "q1-2-stub": "gentoo = 5076.016", "q1-6-stub": "standard = 1"}
    handed_in(course, SET, place / "in" / "ada.ipynb", right)
    handed_in(course, SET, place / "in" / "bo.ipynb", typed)
    handed_in(course, SET, place / "in" / "cy.ipynb", {})
    done = command(course, "grade", place / "in", "--out", place / "out", "--seed", 7)
    assert done.returncode in (0, 1), done.stderr
    return place / "out"


def test_what_is_built_is_what_is_stored(course, tmp_path):
    again = copy_of(course, tmp_path / "again")
    assert command(again, "exercises", "build").returncode == 0
    for name in (f"{SET}.ipynb", f"reference/{SET}.ipynb", "keys/01.json"):
        built = (again / "exercises" / name).read_text(encoding="utf-8")
        assert built == (PENGUINS / "exercises" / name).read_text(encoding="utf-8"), name


def test_the_lesson_is_built_from_its_source(course):
    assert command(course, "notebooks", "stale").returncode == 0


def test_every_check_is_proved_on_five_other_tables(course):
    done = command(course, "exercises", "lint", "--json")
    found = json.loads(done.stdout)
    assert found["findings"] == []
    assert found["totals"]["wrong_caught"] == found["totals"]["wrong_answers"] == 11
    assert found["totals"]["kill_rate"] == 1


def test_stock_nbval_agrees_with_the_reference(course):
    words = ["-m", "pytest", "-q", "--nbval", "--nbval-current-env", "-p", "no:cacheprovider"]
    reference = course / "exercises" / "reference"
    done = subprocess.run(
        [sys.executable, *words, reference], cwd=course, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:]


def test_a_solved_set_has_every_check_right(course, tmp_path):
    path = handed_in(course, SET, tmp_path / "mine.ipynb", solutions(course, SET))
    done = command(course, "check", path)
    assert done.returncode == 0
    assert "10 of 10 checks are right: 18 of 18 points." in done.stdout


def gradebook(grades):
    with (grades / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def result(grades, student):
    for path in (grades / "results").glob("*.json"):
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["student"] == student:
            return {each["id"]: each for each in found["questions"]}
    raise LookupError(student)


def test_a_right_notebook_earns_every_point(grades):
    assert {each["outcome"] for each in result(grades, "ada").values()} == {"right"}


def test_a_number_that_was_typed_in_is_found_out_on_the_second_set_of_tables(grades):
    found = result(grades, "bo")
    assert found["1.2"]["earned"] == 0
    assert "second set of tables" in found["1.2"]["sentence"]
    assert found["1.6"]["sentence"].endswith("Expected a function: def standard(...).")
    assert sum(each["earned"] for each in found.values()) == 18 - 4


def test_an_untouched_notebook_is_not_attempted(grades):
    assert {each["outcome"] for each in result(grades, "cy").values()} == {"not attempted"}


def test_the_class_gets_a_gradebook_a_report_and_a_page_each(grades):
    assert set(gradebook(grades)) == {"ada", "bo", "cy"}
    report = (grades / "class-report.html").read_text(encoding="utf-8")
    assert "3 submissions" in report
    assert len(list((grades / "feedback").glob("*.html"))) == 3


def test_a_wrong_answer_in_a_students_kernel_gets_its_sentence(course, tmp_path):
    code = (
        "import pandas as pd\nfrom fairmark import check, solution, tables_folder\n"
        "table = pd.read_csv(tables_folder() / 'penguins.csv')\n"
        "print(check('1.1', len(table)))\nprint(check('1.1', 342))\nprint(solution('1.1'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=course, capture_output=True, text=True, check=True
    )
    assert "You counted the rows; some penguins were not weighed." in done.stdout
    assert "1.1 How many were weighed: right." in done.stdout
    assert 'weighed = penguins["body_mass_g"].count()' in done.stdout
    assert (course / "my-work" / "progress.json").is_file()
