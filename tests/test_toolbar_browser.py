"""Nothing of a figure's toolbar leaves the machine, and none of it is a stop of the Tab key."""

import shutil

import pytest

from tests import screen
from tests.jupyter import browser_path, jupyter_lab
from tests.screen import ROOT

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    root, own = tmp_path_factory.mktemp("lab"), tmp_path_factory.mktemp("own")
    hidden = shutil.ignore_patterns("source")
    shutil.copytree(ROOT / "notebooks", root / "notebooks", ignore=hidden)
    with jupyter_lab(root, own) as running:
        yield running


BARS = """() => [...document.querySelectorAll('.js-plotly-plot')].filter((plot) =>
  plot.querySelector('.modebar-btn')).map((plot) => {
    plot.scrollIntoView({ block: 'center' });
    return [...plot.querySelectorAll('.modebar-btn')].map((button) => button.dataset.title);
  })"""


def test_no_button_of_a_toolbar_sends_anything_and_none_is_a_tab_stop(lab):
    lab.open("notebooks/lesson-04-economic.ipynb")
    lab.run_all()
    screen.drawn(lab, "lesson-04-economic")
    bars = lab.page.evaluate(BARS)
    assert len(bars) == lab.page.locator(".jp-RenderedPlotly, .alignment-chart").count() > 1
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
