"""What is handed in: folders, zips, hostile archives, files that are no notebooks."""

import json
import os
import stat
import zipfile

import pytest

from alignment.errors import AlignmentError
from fairmark.grading.clean import clean_copy
from fairmark.grading.handed import handed_in
from fairmark.grading.submission import NotASubmission, binds, parse_submission
from tests.attacks.files import FILES
from tests.classes import assignment, notebook, solutions
from tests.handins import SMALL, zipped
from tests.sets import FROZEN


@pytest.mark.parametrize("bad", FILES, ids=lambda bad: bad.name)
def test_a_file_that_is_no_submission_is_told_in_one_sentence(bad):
    with pytest.raises(NotASubmission) as told:
        clean_copy(parse_submission("mine.ipynb", bad.content()), FROZEN)
    assert bad.told in str(told.value)
    assert "\n" not in str(told.value)


def test_a_zip_that_climbs_out_writes_nothing_anywhere(tmp_path):
    path = zipped(tmp_path / "class.zip", ["../../evil.ipynb", "/etc/evil.ipynb", "C:\\z\\w.ipynb"])
    before = sorted(tmp_path.rglob("*"))
    found = [each.file for each in handed_in(path)]
    assert found == ["evil.ipynb", "etc/evil.ipynb", "C:/z/w.ipynb"]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    members = {"bomb.ipynb": b" " * 19_000_000, "good.ipynb": SMALL}
    path = zipped(tmp_path / "class.zip", members)
    problems = {each.file: each.problem for each in handed_in(path)}
    assert problems["bomb.ipynb"] == "It unpacks to far more than a notebook holds."
    assert problems["good.ipynb"] == ""


def test_a_link_in_a_zip_or_a_folder_is_not_followed_and_a_loop_ends(tmp_path):
    member = zipfile.ZipInfo("link.ipynb")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "/etc/passwd")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.ipynb").symlink_to(path)
    (folder / "loop.ipynb").symlink_to("loop.ipynb")
    (folder / "inside").symlink_to(tmp_path)
    assert [each.file for each in handed_in(folder)] == ["inside", "link.ipynb", "loop.ipynb"]
    for place in (path, folder):
        assert all("a link to another place" in each.problem for each in handed_in(place))


def test_a_broken_member_loses_only_itself(tmp_path):
    members = {"a.ipynb": b"x" * 50 + SMALL, "b.ipynb": SMALL}
    path = zipped(tmp_path / "class.zip", members)
    content = bytearray(path.read_bytes())
    content[40:45] = b"\0\0\0\0\0"
    path.write_bytes(content)
    found = {each.file: bool(each.problem) for each in handed_in(path)}
    assert found == {"a.ipynb": True, "b.ipynb": False}


def broken_zips(tmp_path):
    """Return zips that are cut off, whose directory is broken, and that are no zip."""
    whole = zipped(tmp_path / "whole.zip", {"04.ipynb": SMALL * 50}).read_bytes()
    directory = bytearray(whole)
    at = whole.rindex(b"PK\x01\x02")
    directory[at : at + 4] = b"XXXX"
    return {
        "cut.zip": whole[: len(whole) // 2],
        "directory.zip": bytes(directory),
        "text.zip": b"x",
    }


def test_a_broken_zip_of_one_person_is_a_row_and_the_others_are_read(tmp_path):
    folder = tmp_path / "class"
    folder.mkdir()
    for name, content in broken_zips(tmp_path).items():
        (folder / name).write_bytes(content)
    (folder / "good.ipynb").write_bytes(SMALL)
    found = {each.file: bool(each.problem) for each in handed_in(folder)}
    assert found == {"cut.zip": True, "directory.zip": True, "good.ipynb": False, "text.zip": True}


def test_a_zip_of_a_class_without_its_table_of_contents_is_read_file_by_file(tmp_path):
    path = tmp_path / "class.zip"
    path.write_bytes(broken_zips(tmp_path)["directory.zip"])
    assert [(each.file, each.content) for each in handed_in(path)] == [("04.ipynb", SMALL * 50)]


def test_a_zip_inside_is_opened_one_level_and_hidden_copies_in_it_stay_out(tmp_path):
    deep = zipped(tmp_path / "deep.zip", ["x.ipynb"]).read_bytes()
    members = {"answers/04.ipynb": SMALL, "answers/.ipynb_checkpoints/04-checkpoint.ipynb": SMALL,
               "__MACOSX/answers/._04.ipynb": b"x", "deep.zip": deep}  # fmt: skip
    inner = zipped(tmp_path / "inner.zip", members).read_bytes()
    path = zipped(tmp_path / "class.zip", {"ann/hw.zip": inner, "bo/empty.zip": zipped(
        tmp_path / "empty.zip", {}).read_bytes(), "cy/renamed.ipynb": inner})  # fmt: skip
    found = {each.file: each.problem[:8] for each in handed_in(path)}
    assert found == {
        "ann/hw.zip/answers/04.ipynb": "", "bo/empty.zip": "It is a ",
        "cy/renamed.ipynb/answers/04.ipynb": "",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["nothing", "pipe"])
def test_what_is_no_hand_in_is_one_sentence(tmp_path, name):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(AlignmentError):
        list(handed_in(tmp_path / name))


def test_names_that_look_alike_are_kept_apart(tmp_path):
    """Neither a sign that cannot be printed nor a zip with one name twice loses a notebook."""
    folder = tmp_path / "class"
    folder.mkdir()
    names = ["a\x01", "a\x02", "a?", "04-\u202ex", "04-\u202dx", "Анна", "李明", "x" * 120 + "1",
             "x" * 120 + "2"]  # fmt: skip
    for name in names:
        (folder / f"{name}.ipynb").write_bytes(SMALL)
    assert len({each.file for each in handed_in(folder)}) == len(names)
    path = zipped(tmp_path / "class.zip", ["jane/04.ipynb", "../jane/04.ipynb"])
    assert [each.file for each in handed_in(path)] == ["jane/04.ipynb", "jane/04 (2).ipynb"]


# What came as something else than a notebook.

WRAPPED = b'{"type": "notebook", "content": ' + SMALL + b"}"


@pytest.mark.parametrize(
    "content",
    [SMALL, b"\xef\xbb\xbf" + SMALL, SMALL.decode().encode("utf-16"),
     SMALL.decode().encode("utf-16-le"), WRAPPED],
    ids=["UTF-8", "BOM", "UTF-16", "UTF-16 without a mark", "wrapped"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["04.ipynb", "04.ipynb.txt", "04.ipynb.json", "04.json", "04"])
def test_a_notebook_that_was_renamed_or_saved_otherwise_is_read(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    (found,) = handed_in(tmp_path)
    assert parse_submission(found.file, found.content).number == "04"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it is empty"),
        (b"\0" * 500, "it holds nothing but zeros"),
        (b"%PDF-1.7 ...", "it is a PDF"),
        (b"PK\x03\x04 word/document.xml", "it is a Word document"),
        (b"PK\x03\x04 anything", "it is a zip archive; unpack it"),
        (b"\x1f\x8b\x08", "it is a gzip archive; unpack it"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "a pointer of Git LFS"),
        (b'{"cells": [\n<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n]}', "marks of a Git merge"),
        (b"<!DOCTYPE html><html><title>Sign in</title>", "it is the page of a login"),
        (b"<html><h1>Exercises</h1>", "it is a page of the web"),
        (b"import pandas as pd\nprint(1)\n", "it is a Python script"),
        (b'"cells";"metadata"\n"x";"y"\n', "it is a table (CSV)"),
        (b'{"cells": [{"cell_type": "co', "it is cut off or was edited as text"),
        (b"Dear teacher, see you", "it is"),
    ],
)
def test_each_wrong_file_has_a_sentence_of_its_own_with_its_set_in_the_remedy(content, said):
    with pytest.raises(NotASubmission) as told:
        parse_submission("jane_04-economic.ipynb", content)
    assert said in str(told.value)
    assert "make fresh SET=04" in str(told.value)


# Ids and headings that a program lost.


def solved(change):
    """Return set 04 with every answer, after a program has changed its cells."""
    nb = json.loads(json.dumps(notebook(assignment(), solutions(assignment()))))
    for cell in nb["cells"]:
        cell.pop("id", None)
    nb["cells"] = [new for cell in nb["cells"] for new in change(cell)]
    return clean_copy(parse_submission("04.ipynb", json.dumps(nb).encode()), assignment())


def code_only(cell):
    return [cell] if cell["cell_type"] == "code" else []


def text_as_code(cell):
    magic = {"cell_type": "code", "source": "%md\n" + "".join(cell["source"])}
    return [cell if cell["cell_type"] == "code" else magic]


def called_otherwise(cell):
    return [{**cell, "source": "".join(cell["source"]).replace("### 4.1 ", "**Question 4.1** ")}]


@pytest.mark.parametrize("change", [code_only, text_as_code, called_otherwise])
def test_answers_without_ids_or_headings_are_found_by_the_check_below_them(change):
    clean = solved(change)
    assert clean.answers == solutions(assignment())
    assert any("lost their names" in text for text in clean.repairs)


def test_a_question_found_by_its_check_is_told():
    assert any("found by the check that stands there" in text for text in solved(code_only).repairs)


def test_line_ends_of_windows_inside_cells_are_no_change():
    nb = json.loads(json.dumps(notebook(assignment(), solutions(assignment()))))
    for cell in nb["cells"]:
        cell["source"] = "".join(cell["source"]).replace("\n", "\r\n")
    clean = clean_copy(parse_submission("04.ipynb", json.dumps(nb).encode()), assignment())
    assert (clean.answers, clean.repairs) == (solutions(assignment()), [])


def test_a_text_that_does_not_hold_a_name_is_not_parsed(monkeypatch):
    def refuse(*_):
        raise AssertionError("parsed")

    monkeypatch.setattr("fairmark.grading.submission.ast.parse", refuse)
    assert binds("x = 1\n" * 3000, "cagr") is False


def test_cells_beyond_those_that_are_read_are_told():
    nb = json.loads(json.dumps(notebook(assignment())))
    nb["cells"] += [{"cell_type": "code", "source": ""}] * 2_500
    clean = clean_copy(parse_submission("04.ipynb", json.dumps(nb).encode()), assignment())
    assert any("Only the first 2,000 cells were read" in text for text in clean.repairs)
