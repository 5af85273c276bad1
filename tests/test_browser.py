"""In a real JupyterLab: lessons run, panels answer the keyboard, nothing leaves the machine."""

import shutil
from pathlib import Path

import pytest

from tests.jupyter import Lab, browser_path, jupyter_lab
from tests.waiting import becomes, until

ROOT = Path(__file__).resolve().parents[1]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]


ACTIVE = "window.jupyterapp.shell.currentWidget.content.activeCell"
SET_CODE = f"code => {ACTIVE}.model.sharedModel.setSource(code)"
RUN_AND_READ = f"""async () => {{
  await window.jupyterapp.commands.execute('notebook:run-cell');
  return {ACTIVE}.model.outputs.toJSON().map(out => out.text ?? '').join('');
}}"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """Serve a copy of the course, so that a saved notebook touches nothing of ours."""
    own = tmp_path_factory.mktemp("own")
    root = tmp_path_factory.mktemp("a course with spaces")
    for folder in ("notebooks", "exercises"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("source"))
    with jupyter_lab(root, own) as running:
        yield running


def open_and_run(lab: Lab, notebook: str) -> None:
    lab.open(notebook)
    lab.run_all()
    assert lab.errors() == []


def test_the_board_follows_the_keyboard(lab):
    open_and_run(lab, "notebooks/lesson-08-weighing.ipynb")
    ranking = lab.page.locator(".alb-ranking").first
    ranking.scroll_into_view_if_needed()
    lab.page.wait_for_function("document.querySelector('.alb-ranking').innerText !== ''")
    assert ranking.inner_text().startswith("1 Technology")
    slider = lab.page.get_by_role("slider", name="Immediacy").first
    slider.focus()
    lab.page.keyboard.press("End")  # a full swing in immediacy counts as much as one in impact
    lab.page.wait_for_function(
        "document.querySelector('.alb-ranking').innerText.startsWith('1 Economic')"
    )
    assert slider.get_attribute("aria-valuetext").startswith("100 points")
    assert lab.outside == []


def test_python_knows_what_the_board_shows(lab):
    """The slider's state reaches the kernel once the finger rests."""
    lab.page.evaluate("window.jupyterapp.commands.execute('notebook:insert-cell-below')")
    lab.page.evaluate(SET_CODE, "print(board.ranking.index[0], round(board.weights['D'], 3))")
    # 100 of 425 points
    becomes(lambda: lab.page.evaluate(RUN_AND_READ).split(), ["E", "0.235"])


def test_lesson_04_runs_and_its_dial_answers_the_keyboard(lab):
    open_and_run(lab, "notebooks/lesson-04-economic.ipynb")
    slider = lab.page.get_by_role("slider", name="Purchases of China that vanish").first
    slider.scroll_into_view_if_needed()

    def value() -> float:
        return float(slider.get_attribute("aria-valuenow") or slider.input_value())

    before = value()
    slider.focus()
    lab.page.keyboard.press("ArrowLeft")
    until(lambda: value() < before, "the slider moved to the left")
    assert lab.outside == []


def test_an_exercise_answers_in_a_sentence(lab):
    open_and_run(lab, "exercises/04-economic.ipynb")
    text = lab.page.evaluate("""() => JSON.stringify(
      Array.from(window.jupyterapp.shell.currentWidget.content.model.cells)
        .filter(c => c.type === 'code').flatMap(c => c.outputs.toJSON()))""")
    assert "ot attempted" in text
    assert "Traceback" not in text
    assert lab.outside == []
