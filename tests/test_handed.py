"""What is handed in: folders, zips of platforms, hostile archives, files that are no notebooks."""

import stat
import zipfile

import pytest

from fairmark.grading.classroom import roll
from fairmark.grading.handed import handed_in
from fairmark.grading.submission import NotASubmission, parse_submission
from fairmark.grading.worlds import CannotGrade
from tests.attacks.files import FILES
from tests.classes import assignment, notebook, write
from tests.sets import EXERCISES

SMALL = b'{"cells": [], "metadata": {"alignment": {"set": "04"}}}'


def zipped(path, **members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("bad", FILES, ids=lambda bad: bad.name)
def test_a_file_that_is_no_submission_is_told_in_one_sentence(bad):
    from fairmark.grading.clean import clean_copy

    with pytest.raises(NotASubmission) as told:
        clean_copy(parse_submission("mine.ipynb", bad.content()), EXERCISES)
    assert bad.told in str(told.value)
    assert "\n" not in str(told.value)


def test_canvas_and_moodle_names_give_the_platforms_own_number(tmp_path):
    path = zipped(
        tmp_path / "class.zip",
        **{
            "doejane_LATE_1234_9876_04-economic-1.ipynb": SMALL,
            "Max Muster_555_assignsubmission_file_/04-economic.ipynb": SMALL,
            "Ann Other/04-economic.ipynb": SMALL,
            "plain.ipynb": SMALL,
            "__MACOSX/._plain.ipynb": b"x",
        },
    )
    found = {each.student: each.name for each in handed_in(path)}
    assert found == {
        "1234": "doejane", "555": "Max Muster", "Ann Other": "Ann Other", "plain": "plain",
    }  # fmt: skip


def test_a_zip_that_climbs_out_writes_nothing_anywhere(tmp_path):
    path = zipped(tmp_path / "class.zip", **{"../../evil.ipynb": SMALL, "/etc/evil.ipynb": SMALL})
    before = sorted(tmp_path.rglob("*"))
    assert [each.file for each in handed_in(path)] == ["evil.ipynb", "etc/evil.ipynb"]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    path = zipped(tmp_path / "class.zip", **{"bomb.ipynb": b" " * 19_000_000, "good.ipynb": SMALL})
    problems = {each.student: each.problem for each in handed_in(path)}
    assert problems["bomb"] == "It unpacks to far more than a notebook holds."
    assert problems["good"] == ""


def test_a_link_in_a_zip_or_a_folder_is_not_followed(tmp_path):
    member = zipfile.ZipInfo("link.ipynb")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "/etc/passwd")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.ipynb").symlink_to(path)
    (folder / "inside").symlink_to(tmp_path)
    for place in (path, folder):
        assert all("a link to another place" in each.problem for each in handed_in(place))


def test_a_broken_member_loses_only_itself(tmp_path):
    path = zipped(tmp_path / "class.zip", **{"a.ipynb": b"x" * 50 + SMALL, "b.ipynb": SMALL})
    content = bytearray(path.read_bytes())
    content[40:45] = b"\0\0\0\0\0"
    path.write_bytes(content)
    found = {each.student: bool(each.problem) for each in handed_in(path)}
    assert found == {"a": True, "b": False}


@pytest.mark.parametrize("name", ["nothing", "empty.zip", "text.txt"])
def test_what_is_no_class_is_one_sentence(tmp_path, name):
    (tmp_path / "text.txt").write_text("x", encoding="utf-8")
    zipped(tmp_path / "empty.zip")
    with pytest.raises(CannotGrade):
        list(handed_in(tmp_path / name))


def test_of_two_versions_of_one_student_the_last_by_name_counts(tmp_path):
    nb = notebook(assignment())
    for name in ("04-economic.ipynb", "04-economic-2.ipynb", "04-economic-10.ipynb"):
        write(nb, tmp_path / "jane" / name)
    (entry,) = roll(tmp_path).values()
    assert (entry.student, entry.file, entry.others) == ("jane", "jane/04-economic-10.ipynb", 2)


def test_a_folder_with_many_students_files_drops_nobody(tmp_path):
    for name in ("jane", "max", "ann"):
        write(notebook(assignment()), tmp_path / "monday" / f"{name}.ipynb")
    assert {entry.student for entry in roll(tmp_path).values()} == {
        "monday/jane", "monday/max", "monday/ann",
    }  # fmt: skip


def test_names_that_look_alike_are_kept_apart(tmp_path):
    """Neither a sign that cannot be printed nor a zip with one name twice loses a notebook."""
    nb = notebook(assignment())
    for name in ("a\x01", "a\x02", "a?", "04-\u202ex", "04-\u202dx"):
        write(nb, tmp_path / "class" / f"{name}.ipynb")
    entries = roll(tmp_path / "class").values()
    assert len({entry.student for entry in entries}) == len(entries) == 5
    path = zipped(tmp_path / "class.zip", **{"jane/04.ipynb": SMALL, "../jane/04.ipynb": SMALL})
    assert [each.file for each in handed_in(path)] == ["jane/04.ipynb", "jane/04 (2).ipynb"]
    (entry,) = roll(path).values()
    assert (entry.student, entry.others) == ("jane", 1)


def test_names_of_any_script_and_length_are_kept_apart(tmp_path):
    for name in ("Анна", "李明", "a" * 200, "x" * 120 + "1", "x" * 120 + "2"):
        write(notebook(assignment()), tmp_path / f"{name}.ipynb")
    assert len(roll(tmp_path)) == 5
