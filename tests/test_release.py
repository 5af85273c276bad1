"""The zips of a release: nothing of the solutions for students, everything for instructors."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from fairmark.grading.release import CannotRelease, release
from tests.classes import assignment, notebook, solutions, write

COURSE = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A course with what a release looks at, a student's work and some waste."""
    course = tmp_path_factory.mktemp("course")
    of = assignment()
    for folder in ("reference", "keys"):
        shutil.copytree(COURSE / "exercises" / folder, course / "exercises" / folder)
    (course / "exercises" / "source").mkdir()
    (course / "exercises" / "source" / "04-economic.py").write_text("x = 1", encoding="utf-8")
    write(notebook(of), course / "exercises" / "04-economic.ipynb")
    write(notebook(of, solutions(of)), course / "exercises" / "04-economic.backup.ipynb")
    for name in ("alignment/a.py", "alignment/__pycache__/a.pyc", "my-work/E.json", "data/t.csv"):
        (course / name).parent.mkdir(parents=True, exist_ok=True)
        (course / name).write_text("x", encoding="utf-8")
    (course / "README.md").write_text("x", encoding="utf-8")
    (course / ".env").write_text("secret", encoding="utf-8")
    return course


def names(path):
    with zipfile.ZipFile(path) as archive:
        return {name.partition("/")[2] for name in archive.namelist()}


def test_the_students_zip_holds_no_source_no_reference_and_no_work(small, tmp_path):
    found = names(release(small, tmp_path, "student"))
    keys = {f"exercises/keys/{p.name}" for p in (small / "exercises" / "keys").iterdir()}
    assert found == {
        "README.md", "alignment/a.py", "data/t.csv", "exercises/04-economic.ipynb", *keys,
    }  # fmt: skip


def test_no_solution_stands_anywhere_in_the_students_zip(small, tmp_path):
    path = release(small, tmp_path, "student")
    with zipfile.ZipFile(path) as archive:
        whole = b"\n".join(archive.read(name) for name in archive.namelist()).decode("utf-8")
    for text in solutions(assignment()).values():
        assert json.dumps(text)[1:-1] not in whole


def test_a_copy_with_answers_in_it_is_not_handed_out(small, tmp_path):
    course = tmp_path / "course"
    shutil.copytree(small, course)
    of = assignment()
    write(notebook(of, {"4.3": solutions(of)["4.3"]}), course / "exercises" / "04-economic.ipynb")
    with pytest.raises(CannotRelease, match=r"04-economic\.ipynb holds a solution"):
        release(course, tmp_path / "out", "student")


def test_the_instructors_zip_holds_source_and_reference(small, tmp_path):
    found = names(release(small, tmp_path, "instructor"))
    assert {"exercises/source/04-economic.py", "exercises/reference/04-economic.ipynb"} <= found
    assert not {name for name in found if "my-work" in name or ".env" in name or "backup" in name}


def test_the_same_course_gives_the_same_bytes(small, tmp_path):
    first, second = (release(small, tmp_path / n, "student").read_bytes() for n in "ab")
    assert first == second
