"""A course says where its lessons and sets lie; every command goes there and nowhere else."""

import json
import zipfile

import pytest
from courses import PENGUINS, cells_of, command, copy_of

SET = "01-penguins"
NAMES = {"lessons": "course/pages", "exercises": "tasks", "data": "numbers", "records": "mine"}
USUAL = {"lessons": "notebooks", "exercises": "exercises", "data": "data", "records": "my-work"}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The penguins in folders of other names, built there."""
    folder = copy_of(PENGUINS, tmp_path_factory.mktemp("courses") / "penguins")
    file = folder / "course.toml"
    text = file.read_text(encoding="utf-8")
    for key, name in NAMES.items():
        text = text.replace(f'{key} = "{USUAL[key]}"', f'{key} = "{name}"')
        if (old := folder / USUAL[key]).is_dir():
            (folder / name).parent.mkdir(exist_ok=True)
            old.rename(folder / name)
    text = text.replace('["notebooks", "data"]', '["course/pages", "numbers"]')
    file.write_text(text, encoding="utf-8")
    lessons = folder / "course" / "pages"
    (lessons / "lesson-00-penguins.ipynb").unlink()
    # The lesson of the set's number: each links the other then.
    (lessons / "source" / "00-penguins.py").rename(lessons / "source" / "01-penguins.py")
    for words in (("notebooks", "build"), ("exercises", "build")):
        done = command(folder, *words)
        assert done.returncode == 0, done.stderr
    return folder


def words_of(notebook):
    return "\n".join(cells_of(notebook).values())


def test_lesson_and_set_are_built_where_they_lie(course):
    assert not [name for name in ("notebooks", "exercises") if (course / name).exists()]
    assert command(course, "notebooks", "stale").returncode == 0


def test_lesson_and_set_link_each_other(course):
    lesson = words_of(course / "course" / "pages" / "lesson-01-penguins.ipynb")
    assert f"](../../tasks/{SET}.ipynb)" in lesson
    of_set = words_of(course / "tasks" / f"{SET}.ipynb")
    assert "](../course/pages/lesson-01-penguins.ipynb)" in of_set
    assert f"`fairmark check tasks/{SET}.ipynb`" in of_set


def test_pages_link_each_other(course, tmp_path):
    done = command(course, "notebooks", "html", "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "lesson-01-penguins.html").read_text(encoding="utf-8")
    assert f'href="set-{SET}.html"' in page
    assert '.ipynb"' not in page
    of_set = (tmp_path / f"set-{SET}.html").read_text(encoding="utf-8")
    assert 'href="lesson-01-penguins.html"' in of_set


def test_the_commands_for_a_set_find_it(course):
    done = command(course, "exercises", "fresh", "01")
    assert done.stdout.startswith("A new copy is in tasks/01-penguins.fresh.ipynb")
    assert (course / "tasks" / f"{SET}.fresh.ipynb").is_file()
    done = command(course, "exercises", "lint", "--quick", "--json")
    assert json.loads(done.stdout)["findings"] == []
    done = command(course, "check", "01", "--json")
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["file"] == f"{SET}.ipynb"


def test_a_class_is_graded(course, tmp_path):
    (tmp_path / "in").mkdir()
    copy = tmp_path / "in" / "cy.ipynb"
    copy.write_bytes((course / "tasks" / f"{SET}.ipynb").read_bytes())
    done = command(course, "grade", copy.parent, "--out", tmp_path / "out", "--seed", 7)
    assert done.returncode in (0, 1), done.stderr
    assert (tmp_path / "out" / "gradebook.csv").is_file()


def test_what_students_get_lies_in_the_same_folders(course, tmp_path):
    copies = {f"tasks/{SET}.fresh.ipynb", "FILES.txt"}
    names = sorted(
        path.relative_to(course).as_posix()
        for path in course.rglob("*")
        if path.is_file() and "mine" not in path.parts and "__pycache__" not in path.parts
    )
    listed = "".join(f"{name}\n" for name in names if name not in copies)
    (course / "FILES.txt").write_text(listed, encoding="utf-8")
    done = command(course, "release", "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    (found,) = tmp_path.glob("*-student.zip")
    names = {name.partition("/")[2] for name in zipfile.ZipFile(found).namelist()}
    assert {f"tasks/{SET}.ipynb", "tasks/keys/01.json", "numbers/penguins.csv"} <= names
    assert not [name for name in names if name.startswith(("exercises/", "notebooks/", "data/"))]
