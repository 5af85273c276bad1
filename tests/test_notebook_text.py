"""From a text source to a built notebook: what a reader sees of folded answers and results."""

import nbformat
import pytest

from fairmark.authoring.percent import read_cells, settle
from tests.sets import EXERCISES

LESSONS = sorted((EXERCISES.parent / "notebooks").glob("lesson-*.ipynb"))
ANSWER = {
    "stream": nbformat.v4.new_output("stream", name="stdout", text="The answer is 22.9.\n"),
    "result": nbformat.v4.new_output("execute_result", data={"text/plain": "The answer is 22.9."}),
    "page": nbformat.v4.new_output(
        "display_data",
        data={"text/html": "<p>The answer is 22.9.</p>", "text/plain": "The answer is 22.9."},
    ),
}


def folded(output) -> nbformat.NotebookNode:
    """A notebook with one result that is folded until it runs."""
    cell = nbformat.v4.new_code_cell("reveal()", outputs=[output], metadata={"collapsed": True})
    return nbformat.v4.new_notebook(cells=[cell])


def preview(output) -> str:
    """The line that JupyterLab shows of a folded output."""
    if "text" in output:
        return output.text.split("\n")[0]
    kinds = ("text/html", "image/svg+xml", "text/markdown", "text/plain")
    kind = next((kind for kind in kinds if kind in output.data), "")
    return output.data.get(kind, "").split("\n")[0]


@pytest.mark.parametrize("kind", ANSWER)
def test_the_preview_of_a_folded_result_tells_nothing_however_often_it_is_settled(kind):
    once = settle(folded(ANSWER[kind]))
    assert preview(once.cells[0].outputs[0]).strip() == ""
    assert "22.9" in str(once.cells[0].outputs[1])
    assert settle(once) == once
    assert settle(settle(once)) == once


def test_an_open_result_stays_as_it_is():
    nb = folded(ANSWER["stream"])
    del nb.cells[0].metadata["collapsed"]
    assert settle(nb).cells[0].outputs[0].text == "The answer is 22.9.\n"


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_no_stored_folded_result_tells_its_answer(path):
    cells = nbformat.read(path, as_version=4).cells
    hidden = [cell for cell in cells if cell.metadata.get("collapsed") and cell.outputs]
    assert [preview(cell.outputs[0]).strip() for cell in hidden] == [""] * len(hidden)


def test_some_lesson_holds_a_folded_result():
    every = [cell for path in LESSONS for cell in nbformat.read(path, as_version=4).cells]
    assert any(cell.metadata.get("collapsed") and cell.get("outputs") for cell in every)


def test_a_folded_answer_is_a_paragraph_of_its_own(tmp_path):
    source = tmp_path / "04-one.py"
    source.write_text(
        "# %% [markdown]\n# Why?\n#\n# <details><summary>Show the answer</summary>\n"
        "# *Because.*\n# </details>\n#\n# More.\n",
        encoding="utf-8",
    )
    (cell,) = read_cells(source)
    answer = "<details><summary>Show the answer</summary>\n\n*Because.*\n\n</details>"
    assert cell.source == f"Why?\n\n{answer}\n\nMore."
