"""Where the keys and the focus of a panel go: to the cell below, and never nowhere.

A plain page stands in for the notebook: its cells hold what JupyterLab's cells hold. That
JupyterLab then runs what it should is in test_predict_browser.py; that it holds for every control
of every panel, in the walk of test_screen_browser.py.
"""

import pytest
from playwright.sync_api import expect, sync_playwright

from alignment.records.sheets import Score, Sheet
from alignment.widgets import ScoreSheet, WeighingBoard, predict
from tests.jupyter import browser_path
from tests.press import CONTROLS, LOST

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        browser_path() is None, reason="no Chromium found; Debian: apt-get install chromium"
    ),
]
PANELS = {
    "board": WeighingBoard,
    "sheet": lambda: ScoreSheet("E").view,
    "number": lambda: predict("p4-2"),
    "line": lambda: predict("p4-1"),
    "choice": lambda: predict("p3-3"),
}
# Three cells of a notebook; the view is in the second. What is set is told to those who listen.
OPEN = """async ({ script, style, state }) => {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const { default: view } = await import(url);
  const heard = {};
  window.tell = (name, value) => { state[name] = value; heard[`change:${name}`]?.(); };
  const model = { get: (name) => state[name], set: (name, value) => (state[name] = value) };
  model.on = (name, does) => (heard[name] = does);
  for (const name of ["off", "save_changes", "send"]) model[name] = () => {};
  document.head.innerHTML = "";
  document.head.append(Object.assign(document.createElement("style"), { textContent: style }));
  document.body.innerHTML = '<div class="jp-Cell" tabindex="-1">above</div>'
    + '<div class="jp-Cell" tabindex="-1"><div class="alignment-panel"></div></div>'
    + '<div class="jp-Cell" tabindex="-1">below</div>';
  window.keys = [];
  window.onkeydown = ({ key, target }) => window.keys.push(`${key} ${target.textContent}`);
  view.render({ model, el: document.querySelector(".alignment-panel") });
}"""
FRAMES = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"""
AT = "() => document.activeElement.textContent.trim()"


@pytest.fixture(scope="module")
def browsed():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path())
        page = browser.new_page()
        page.goto("about:blank")
        yield page
        browser.close()


@pytest.fixture
def show(browsed):
    """Show a view on the page."""

    def shown(view):
        state = view.get_state()
        parts = {"script": state["_esm"], "style": state["_css"]}
        plain = {name: value for name, value in state.items() if not name.startswith("_")}
        kept = {n: v for n, v in plain.items() if isinstance(v, (str, bool, dict, list))}
        browsed.evaluate(OPEN, parts | {"state": kept})
        return browsed

    return shown


@pytest.mark.parametrize("name", PANELS)
def test_a_control_that_closes_hides_or_goes_leaves_the_focus_on_what_is_near(show, name):
    page = show(PANELS[name]())
    assert page.evaluate(CONTROLS)
    assert page.evaluate(LOST, "*") == []


@pytest.mark.parametrize("name", PANELS)
def test_shift_and_enter_go_to_the_cell_below_and_press_nothing_in_it(show, name):
    page = show(PANELS[name]())
    page.evaluate(CONTROLS)
    for number in (0, -1):
        page.evaluate("n => window.controls.at(n).focus()", number)
        page.keyboard.press("Shift+Enter")
        assert page.evaluate(AT) == "below"
    assert "Enter below" not in page.evaluate("window.keys")


def test_ctrl_and_enter_are_handed_to_the_cell_of_the_panel(show):
    page = show(PANELS["number"]())
    page.get_by_label("Low end").focus()
    page.keyboard.press("Control+Enter")
    assert page.evaluate("document.activeElement.className") == "jp-Cell"
    assert "Low end" in page.evaluate("window.keys").pop()


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_after_a_lock_the_focus_is_on_what_is_locked_and_shift_and_enter_run_the_cell_below(
    show, by
):
    page = show(PANELS["number"]())
    lock = page.get_by_role("button", name="Lock my guess")
    if by == "mouse":
        lock.click()
    else:
        lock.focus()
        page.keyboard.press("Space")
    page.evaluate(
        """() => { window.tell("answer", { locked: true, values: {}, because: "" });
        window.tell("message", "Locked: 20 %. Run the cell below to see the data."); }"""
    )
    page.evaluate(FRAMES)
    assert page.evaluate(AT).startswith("Locked: 20 %")
    page.keyboard.press("Shift+Enter")
    assert page.evaluate(AT) == "below"
    assert page.evaluate("window.keys").pop() == "Enter below"


def test_ones_own_sheet_is_offered_again_after_another_was_chosen(show):
    score = Score(10, 20, 30, "customs of 2025")
    page = show(WeighingBoard(sheets={"E": Sheet("E", {"A": score})}))
    menu = page.get_by_label("Start from")
    expect(menu).to_have_value("mine")
    menu.select_option("us-japan")
    expect(page.locator(".alb-question")).to_contain_text("A placebo")
    menu.select_option("your own sheet: Economic sustainment")
    expect(page.locator(".alb-origin")).to_contain_text("your sheet for Economic sustainment")
