"""`fairmark new`: a tiny course that builds, checks, lints and grades from the first minute."""

import json

import pytest
from courses import command, handed_in, solutions


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    place = tmp_path_factory.mktemp("new")
    assert command(place, "new", "my-course").returncode == 0
    folder = place / "my-course"
    for words in (("notebooks", "build"), ("exercises", "build")):
        done = command(folder, *words)
        assert done.returncode == 0, done.stderr
    return folder


def test_its_checks_are_sound(course):
    done = command(course, "exercises", "lint", "--json")
    assert json.loads(done.stdout)["findings"] == []


def test_its_solved_set_is_right_by_either_command(course, tmp_path):
    path = handed_in(course, "01-first", tmp_path / "in" / "a.ipynb", solutions(course, "01-first"))
    assert command(course, "check", path).returncode == 0
    done = command(course, "grade", path.parent, "--out", tmp_path / "out", "--json")
    assert done.returncode == 0, done.stderr
    (found,) = (tmp_path / "out" / "results").glob("*.json")
    questions = json.loads(found.read_text(encoding="utf-8"))["questions"]
    assert [each["outcome"] for each in questions] == ["right", "right"]


def test_a_folder_that_holds_something_is_left_as_it_is(course):
    before = sorted(path.name for path in course.iterdir())
    done = command(course.parent, "new", course.name)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "is not an empty folder" in done.stderr
    assert sorted(path.name for path in course.iterdir()) == before


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[variants]", "[variant]", "did you mean 'variants'?"),
        ('name = "', 'nome = "', "did you mean 'name'?"),
        ("[course]", "[course", "cannot be read"),
    ],
)
def test_a_mistake_in_course_toml_is_one_sentence(course, old, new, words):
    file = course / "course.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    try:
        done = command(course, "exercises", "fresh", "01")
    finally:
        file.write_text(text, encoding="utf-8")
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
