"""How long the way to a question is followed: until the page stands still, or its reader acts.

A plain page, shaped as JupyterLab shapes a notebook, stands in for it, and its clock for time. That
the question arrives in JupyterLab on a slow machine is in test_first_minute_browser.py.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

from alignment.widgets.view import script
from tests.jupyter import QUIET, browser_path

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]
LESSON = """<a id="link" href="javascript:void 0#cell-id=q5-17-question">5.17</a>
<a id="step" href="javascript:void 0#Step-1">Step 1</a>"""
# As JupyterLab leaves a set that it has just opened: what is above is not drawn yet.
SET = """<div class="jp-NotebookPanel"><div class="jp-WindowedPanel-outer" tabindex="0"
  style="height: 300px; overflow-y: auto; overflow-anchor: none">
<div id="above" style="height: 400px"></div>
<div class="jp-Cell jp-MarkdownCell"><h3>5.1 What is on the list?</h3></div>
<div class="jp-Cell jp-MarkdownCell" id="asked"><h3>5.17 How much must leak?</h3></div>
<div style="height: 2000px"></div></div></div>"""
SHORT, LONG = 500, 60_000  # ms: some looks; more than it ever waits for the page to stand still


@pytest.fixture(scope="module")
def browsed() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
        page = browser.new_page(viewport={"width": 800, "height": 500})
        page.clock.install()
        yield page
        browser.close()


@pytest.fixture
def page(browsed) -> Page:
    """A page with the links of a lesson, where a panel has been shown."""
    browsed.goto("about:blank")
    browsed.set_content(LESSON)
    browsed.add_script_tag(type="module", content=script("live"))
    browsed.wait_for_function("() => globalThis.alignmentArrives")
    return browsed


def opened(page: Page, link: str = "#link") -> Page:
    """Click a link, and let JupyterLab open the set a while later."""
    page.locator(link).click()
    page.clock.run_for(SHORT)
    page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", SET)
    page.clock.run_for(SHORT)
    return page


def drawn(page: Page, height: int) -> None:
    """Draw what is above the question, which moves it down."""
    page.evaluate("high => { above.style.height = `${high}px`; }", height)
    page.clock.run_for(SHORT)


def off(page: Page) -> int:
    """Say how far below the upper edge of the notebook the question stands."""
    return page.evaluate("""() => Math.round(asked.getBoundingClientRect().top -
      document.querySelector('.jp-WindowedPanel-outer').getBoundingClientRect().top)""")


def test_the_question_is_brought_to_the_upper_edge_as_soon_as_it_is_there(page):
    assert off(opened(page)) == 0


def test_it_is_brought_back_whenever_what_is_above_it_grows_or_shrinks(page):
    opened(page)
    for height in (900, 1500, 1100):
        drawn(page, height)
        assert off(page) == 0


WISHES = {
    "scrolls": lambda page: page.mouse.wheel(0, 100),
    "types": lambda page: page.keyboard.press("Tab"),
    "clicks": lambda page: page.locator("#asked").click(),
}


@pytest.mark.parametrize("wish", WISHES.values(), ids=WISHES)
def test_it_is_left_alone_as_soon_as_the_reader_does_something(page, wish):
    opened(page)
    page.locator(".jp-WindowedPanel-outer").hover()
    page.evaluate("""() => { window.acted = false;
      for (const kind of ['wheel', 'keydown', 'pointerdown'])
        addEventListener(kind, () => { window.acted = true; }, true); }""")
    wish(page)
    page.wait_for_function("() => window.acted")
    drawn(page, 1500)
    assert off(page) >= 1000


def test_it_is_left_alone_once_the_page_has_stood_still(page):
    opened(page)
    page.clock.run_for(LONG)
    drawn(page, 1500)
    assert off(page) == 1100


def test_a_set_that_never_opens_is_not_waited_for_for_ever(page):
    page.locator("#link").click()
    page.clock.run_for(4 * LONG)
    page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", SET)
    page.clock.run_for(SHORT)
    assert off(page) > 300


def test_a_question_in_a_notebook_behind_another_is_not_moved(page):
    page.locator("#link").click()
    page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", SET)
    page.evaluate("document.querySelector('.jp-NotebookPanel').style.display = 'none'")
    page.clock.run_for(SHORT)
    page.evaluate("document.querySelector('.jp-NotebookPanel').style.display = ''")
    assert off(page) > 300
    page.clock.run_for(SHORT)
    assert off(page) == 0


def test_other_links_are_left_to_jupyterlab(page):
    assert off(opened(page, "#step")) > 300
