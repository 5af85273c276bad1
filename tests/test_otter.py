"""The sets as notebooks for otter-grader: their shape; otter itself is tried by hand."""

import nbformat
import pytest

from alignment.cli import main
from fairmark.authoring.nbgrader import WouldOverwrite
from fairmark.authoring.otter import export_otter, otter_source
from fairmark.authoring.sets import read_set
from tests.sets import SOURCE


@pytest.fixture(scope="module")
def source():
    return otter_source(read_set(SOURCE))


def raw(nb, begins):
    return [cell.source for cell in nb.cells if cell.cell_type == "raw" and begins in cell.source]


def test_every_question_has_its_points_and_a_hidden_test(source):
    asked = read_set(SOURCE).questions
    heads = raw(source, "# BEGIN QUESTION")
    assert [int(head.rpartition(" ")[2]) for head in heads] == [each.points for each in asked]
    tests = [c.source for c in source.cells if c.source.startswith("# HIDDEN\n")]
    assert len(tests) == len(asked)
    assert all("require as check" in test for test in tests)


def test_a_solution_stands_in_the_part_that_otter_takes_out(source):
    for question in read_set(SOURCE).questions:
        (cell,) = [c for c in source.cells if c.source.endswith(
            f"# BEGIN SOLUTION NO PROMPT\n{question.solution.text}\n# END SOLUTION")
            and f"PROMPT\n{question.stub.text}\n" in c.source]  # fmt: skip
        assert cell.cell_type == "code"


def test_the_command_writes_a_valid_notebook_and_leaves_another_file_alone(tmp_path):
    assert main(["exercises", "export", "--to", "otter", str(tmp_path), "04"]) == 0
    path = tmp_path / "04-economic.ipynb"
    assert nbformat.validate(nbformat.read(path, as_version=4)) is None
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(WouldOverwrite, match="was left as it is"):
        export_otter([read_set(SOURCE)], tmp_path)
