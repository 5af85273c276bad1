"""The weighing board as one page of its own, opened from the disk."""

import runpy
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.axe import violations
from tests.jupyter import QUIET, browser_path

BUILD = Path(__file__).resolve().parents[1] / "deploy" / "board" / "build.py"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    out = tmp_path_factory.mktemp("a disk with spaces") / "board.html"
    out.write_text(runpy.run_path(str(BUILD))["page"](), encoding="utf-8")
    return out.as_uri()


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
        yield browser
        browser.close()


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1366, "dark"), (1920, "light")])
def test_the_board_follows_the_keyboard_asks_for_nothing_and_is_accessible(
    browser, address, width, scheme
):
    page = browser.new_page(viewport={"width": width, "height": 860}, color_scheme=scheme)
    told = []
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: told.append(request.url))
    page.goto(address)
    page.wait_for_function("document.querySelector('.alb-ranking')?.innerText.startsWith('1 Tech')")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("slider", name="Immediacy").focus()
    page.keyboard.press("End")
    page.wait_for_function(
        "document.querySelector('.alb-ranking').innerText.startsWith('1 Economic')"
    )
    assert violations(page, "body") == []
    assert [each for each in told if not each.startswith((address, "blob:", "data:"))] == []
    page.close()


def test_without_scripts_the_page_shows_its_table(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_text("The scores it begins with, as a table").click()
    assert page.get_by_role("rowheader", name="Technology").first.is_visible()
    context.close()
