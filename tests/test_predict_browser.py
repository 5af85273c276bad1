"""Guess first, in a real JupyterLab and Notebook 7: by keyboard, locked, drawn, still there."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.jupyter import CURRENT, IDLE, Lab, browser_path, jupyter_lab

ROOT = Path(__file__).resolve().parents[1]
LESSON = "lesson-00-start-here.ipynb"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]
RUN = f"""async (n) => {{
  const notebook = {CURRENT}.content;
  notebook.activeCellIndex = n;
  notebook.deselectAll();
  await window.jupyterapp.commands.execute('notebook:run-cell');
}}"""


@pytest.fixture(scope="module", params=["lab", pytest.param("notebook", marks=pytest.mark.long)])
def course(request, tmp_path_factory):
    """A front end that runs, and the folder it shows."""
    folder = tmp_path_factory.mktemp("course")
    with jupyter_lab(folder, folder / "own", front_end=request.param) as running:
        yield running, folder


@pytest.fixture
def lab(course):
    """The first lesson as it was handed out; its first cells are text, predict, result, figure."""
    running, folder = course
    shutil.rmtree(folder / "own" / "my-work", ignore_errors=True)
    shutil.copy(ROOT / "notebooks" / LESSON, folder / LESSON)
    running.open(LESSON)
    return running


def cell(lab: Lab, number: int):
    return lab.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell").nth(number)


def folded(lab: Lab, number: int):
    """The bar in the place of a folded output (a folded input has one too)."""
    return cell(lab, number).locator(".jp-Cell-outputWrapper .jp-PlaceholderText")


def run(lab: Lab, number: int) -> None:
    """Run a code cell of the lesson, whose first cell is text."""
    lab.page.evaluate(RUN, number + 1)
    lab.page.wait_for_function(IDLE)


def ask(lab: Lab):
    """Run the cell of the prediction; return its first field."""
    run(lab, 0)
    field = cell(lab, 0).get_by_label("China (dollars)")
    field.wait_for()
    return field


def lock_by_keyboard(lab: Lab) -> None:
    ask(lab).focus()
    for key in ("1", "2", "Tab", "1", "5", "Tab", "Tab", "Space"):
        lab.page.keyboard.press(key)
    expect(cell(lab, 0).get_by_role("status")).to_contain_text("Locked: 12 and 15.")


def test_a_result_is_hidden_until_its_cell_runs_and_shows_the_locked_guess(lab):
    for number in (1, 2):
        expect(cell(lab, number).locator(".jp-OutputArea-output").first).not_to_be_visible()
    expect(cell(lab, 2).locator(".cm-content")).not_to_be_visible()
    lock_by_keyboard(lab)
    for number in (1, 2):  # the bar of a folded output holds its first line
        expect(folded(lab, number)).not_to_be_visible()
    run(lab, 1)
    expect(cell(lab, 1).locator(".jp-OutputArea-output")).to_contain_text("of China's 100 dollars")
    run(lab, 2)
    figure = cell(lab, 2)
    expect(figure.locator(".legendtext", has_text="your guess")).to_be_visible()
    expect(figure.locator(".alignment-guess")).to_contain_text("You said 12 and 15; it is 4 and 34")


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_after_a_lock_shift_and_enter_go_on_at_once(lab, by):
    """No click between: the first press shows the numbers, the second the figure."""
    if by == "keyboard":
        lock_by_keyboard(lab)
    else:
        ask(lab).fill("12")
        cell(lab, 0).get_by_label("Russia (dollars)").fill("15")
        cell(lab, 0).get_by_role("button", name="Lock my guess").click()
        expect(cell(lab, 0).get_by_role("status")).to_contain_text("Locked: 12 and 15.")
    expect(cell(lab, 0).get_by_role("status")).to_be_focused()
    lab.page.keyboard.press("Shift+Enter")
    expect(cell(lab, 1).locator(".jp-OutputArea-output")).to_contain_text("of China's 100 dollars")
    lab.page.keyboard.press("Shift+Enter")
    expect(cell(lab, 2).locator(".alignment-guess")).to_contain_text("You said 12 and 15")
    expect(cell(lab, 0).get_by_role("button", name="Locked")).to_be_visible()


def test_a_locked_guess_is_there_again_after_a_reload_and_a_restart(lab):
    lock_by_keyboard(lab)
    lab.page.reload(wait_until="domcontentloaded")
    lab.ready()
    expect(ask(lab)).to_have_value("12")  # a page that has run a cell is done with connecting
    lab.page.evaluate(f"() => {CURRENT}.context.sessionContext.session.kernel.restart()")
    lab.page.wait_for_function(IDLE)
    field = ask(lab)
    expect(field).to_have_value("12")
    expect(field).to_be_disabled()
    expect(cell(lab, 0).get_by_role("button", name="Locked")).to_be_disabled()


def test_skipping_is_one_press_and_then_the_figure_shows_no_guess(lab):
    ask(lab)
    cell(lab, 0).get_by_role("button", name="Skip: show me").click()
    expect(cell(lab, 0).get_by_role("status")).to_contain_text("Skipped.")
    run(lab, 1)
    run(lab, 2)
    expect(cell(lab, 2).locator(".xtitle")).to_be_visible()
    assert cell(lab, 2).locator(".legendtext", has_text="your guess").count() == 0
    expect(cell(lab, 2).locator(".alignment-guess")).to_contain_text(
        "No guess is locked. The answer"
    )


def test_what_is_missing_is_said_aloud_and_nothing_is_locked(lab):
    ask(lab)
    cell(lab, 0).get_by_role("button", name="Lock my guess").click()
    expect(cell(lab, 0).get_by_role("status")).to_contain_text("Not locked: China is empty")
    expect(cell(lab, 0).get_by_label("China (dollars)")).to_be_enabled()


def test_a_figure_is_saved_by_keyboard_with_its_title_its_source_and_the_guess(lab):
    lock_by_keyboard(lab)
    run(lab, 1)
    run(lab, 2)
    for kind in ("SVG", "PNG"):
        link = cell(lab, 2).get_by_role("link", name=f"Save this figure as {kind}")
        link.focus()
        with lab.page.expect_download() as waiting:
            lab.page.keyboard.press("Enter")
        assert waiting.value.suggested_filename == (
            f"the-same-goods-are-a-small-part-of-china-s-trade-and-a-large.{kind.lower()}"
        )
        content = Path(waiting.value.path()).read_bytes()
        if kind == "PNG":
            assert content.startswith(b"\x89PNG")
            continue
        text = content.decode()
        words = (
            "large part of Russia",
            "China Customs",
            "Saved on 20",
            "your guess",
            "Whose trade",
        )
        assert [word for word in words if word not in text] == []
