"""The notebook takes no key from a panel, and nothing of a figure leaves the machine."""

import shutil

import pytest

from tests import screen
from tests.jupyter import CURRENT, browser_path, jupyter_lab
from tests.screen import LESSONS, ROOT, panels_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]
WITH_PANELS = [lesson for lesson in LESSONS if panels_of(lesson)]
# JupyterLab's shortcuts: move, insert, cut, turn into text, delete (d twice).
KEYS = ["ArrowDown", "b", "x", "m", "d", "d"]

CONTROLS = """() => {
  document.querySelectorAll('.alignment-panel details').forEach(fold => { fold.open = true; });
  const every = [...document.querySelectorAll('.alignment-panel')].flatMap((panel) =>
    [...panel.querySelectorAll(
      'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]')]);
  const usable = every.filter((el) => !el.disabled && el.tabIndex >= 0 && el.checkVisibility());
  window.controls = usable;
  return usable.map((el) => `${el.tagName} ${el.ariaLabel ?? el.title ?? ''}`.trim());
}"""
FOCUS = f"""(number) => {{
  const el = window.controls[number];
  if (!el.isConnected || el.disabled) return null;
  el.scrollIntoView({{ block: 'center' }});
  {CURRENT}.content.mode = 'command';
  el.focus();
  window.panel = el.closest('.alignment-panel');
  return {{ kind: el.tagName, value: el.value, last: el.selectedIndex === el.options?.length - 1 }};
}}"""
AFTER = f"""(number) => {{
  const cells = Array.from({CURRENT}.content.model.cells);
  const el = window.controls[number];
  return {{
    cells: cells.map((cell) => cell.type).join(' '),
    active: {CURRENT}.content.activeCellIndex,
    inside: window.panel.contains(document.activeElement),
    value: el.value,
  }};
}}"""
RING = """(number) => {
  const style = getComputedStyle(window.controls[number]);
  return style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
}"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    root, own = tmp_path_factory.mktemp("lab"), tmp_path_factory.mktemp("own")
    hidden = shutil.ignore_patterns("source")
    shutil.copytree(ROOT / "notebooks", root / "notebooks", ignore=hidden)
    with jupyter_lab(root, own) as running:
        yield running


@pytest.mark.parametrize("lesson", WITH_PANELS)
def test_no_key_in_a_panel_reaches_the_notebook_and_focus_is_seen(lab, lesson):
    page = lab.page
    lab.open(f"notebooks/{lesson}.ipynb")
    lab.run_all()
    assert lab.errors() == []
    screen.drawn(lab, lesson)
    names = page.evaluate(CONTROLS)
    assert len(names) >= len(panels_of(lesson))
    for number, name in enumerate(names):
        start = page.evaluate(FOCUS, number)
        if start is None:  # an earlier key has closed or replaced it
            continue
        before = page.evaluate(AFTER, number)
        for key in KEYS:
            page.keyboard.press(key)
            after = page.evaluate(AFTER, number)
            told = f"{lesson}, {name}, {key}"
            assert after["cells"] == before["cells"], told
            assert after["active"] == before["active"], told
            assert after["inside"], told
            if key == "ArrowDown" and start["kind"] == "SELECT" and not start["last"]:
                assert after["value"] != start["value"], told
        if page.evaluate("n => document.activeElement === window.controls[n]", number):
            assert page.evaluate(RING, number) >= 2, f"{lesson}, {name}"
    assert lab.outside == []


BARS = """() => [...document.querySelectorAll('.js-plotly-plot')].filter((plot) =>
  plot.querySelector('.modebar-btn')).map((plot) => {
    plot.scrollIntoView({ block: 'center' });
    return [...plot.querySelectorAll('.modebar-btn')].map((button) => button.dataset.title);
  })"""


def test_no_button_of_a_toolbar_sends_anything_and_none_is_a_tab_stop(lab):
    lab.open("notebooks/04-economic.ipynb")
    lab.run_all()
    screen.drawn(lab, "04-economic")
    bars = lab.page.evaluate(BARS)
    assert len(bars) == 6  # five figures and a live chart
    assert not [title for bar in bars for title in bar if "hare" in title]
    lab.page.mouse.move(1, 1)
    stops = """() => [...document.querySelectorAll('.modebar-btn')].filter((button) =>
      button.tabIndex >= 0 && button.checkVisibility({ visibilityProperty: true })).length"""
    assert lab.page.evaluate(stops) == 0
    plots = lab.page.locator(".js-plotly-plot:has(.modebar-btn)")
    for number in range(len(bars)):
        plot = plots.nth(number)
        plot.scroll_into_view_if_needed()
        plot.hover()
        for button in plot.locator(".modebar-btn").all():
            button.evaluate("button => button.click()")  # a notice may cover it
    assert lab.outside == []
