"""The page of a class in a real browser: by keyboard, on a projector and on a telephone."""

import pytest
from playwright.sync_api import sync_playwright

from alignment.classroom.collect import build
from alignment.classroom.lists import Lists
from alignment.classroom.page import page
from tests.jupyter import browser_path
from tests.students import own_files, second_round

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=browser_path())
        yield running
        running.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    lists = Lists("salt")
    first, _ = build(own_files(60), 1, lists, {})
    shown, _ = build(second_round(own_files(60)), 2, lists, first)
    path = tmp_path_factory.mktemp("page") / "class.html"
    path.write_text(page(shown))
    return path.as_uri()


def opened(browser, address, width, height):
    view = browser.new_page(viewport={"width": width, "height": height})
    view.errors = []
    view.on("pageerror", lambda error: view.errors.append(str(error)))
    view.goto(address)
    return view


def test_every_slide_fits_a_projector_and_is_reached_by_the_arrow_key(browser, address):
    view = opened(browser, address, 1920, 1080)
    count = view.locator("section").count()
    assert count > 15
    for k in range(count):
        assert view.locator("nav output").inner_text() == f"{k + 1} / {count}"
        assert view.locator("section.now").count() == 1
        size = view.evaluate("document.documentElement.scrollHeight")
        assert size <= 1082, view.locator("section.now").inner_text()[:60]
        view.keyboard.press("ArrowRight")
    view.keyboard.press("Home")
    assert view.locator("nav output").inner_text() == f"1 / {count}"
    assert not view.errors


def test_letters_can_be_read_from_the_last_row(browser, address):
    view = opened(browser, address, 1920, 1080)
    smallest = view.evaluate(
        "Math.min(...[...document.querySelectorAll('section *')].filter(e => e.childNodes.length "
        "&& [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))"
        ".map(e => parseFloat(getComputedStyle(e).fontSize)))"
    )
    assert smallest >= 22


def test_light_and_dark_change_by_a_key(browser, address):
    view = opened(browser, address, 1920, 1080)
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    before = view.evaluate(colour)
    view.keyboard.press("l")
    assert view.evaluate(colour) != before


def test_on_a_telephone_everything_stands_in_one_column(browser, address):
    view = opened(browser, address, 390, 844)
    assert view.evaluate("document.documentElement.scrollWidth") <= 390
    assert view.locator("section").last.is_visible()
