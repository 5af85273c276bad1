"""Plain pages in a browser: figures, a board without Python, no request, and axe with contrast."""

from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from alignment.cli import main
from tests.axe import violations
from tests.jupyter import QUIET, browser_path

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    out = tmp_path_factory.mktemp("a site with spaces")
    assert main(["notebooks", "html", "00", "03", "04", "08", "10", "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 1366, "height": 860})
    yield page
    page.close()


def drawn(page) -> int:
    """Open the results, which draws their figures; wait for every one and return how many."""
    page.evaluate("document.querySelectorAll('.fairmark-result').forEach(fold => fold.open = true)")
    figures = page.locator(".fairmark-figure")
    figures.first.wait_for()
    expect(page.locator(".fairmark-figure:has(.main-svg)")).to_have_count(figures.count())
    return figures.count()


def test_figures_show_and_the_board_works_from_the_disk_without_a_request(site, page):
    told = []
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: told.append(request.url))
    page.goto((site / "lesson-03-military.html").as_uri())
    assert drawn(page) >= 3
    for figure in page.locator(".fairmark-figure").all():
        figure.hover()
        buttons = figure.locator(".modebar-btn").all()
        assert buttons
        for button in buttons:
            assert "hare" not in button.get_attribute("data-title")
            button.evaluate("button => button.click()")  # a notice may cover it
    page.goto((site / "lesson-08-weighing.html").as_uri())
    page.wait_for_function("document.querySelector('.alb-ranking')?.innerText")
    assert page.locator(".alb-ranking").inner_text().startswith("1 Technology")
    page.get_by_role("slider", name="Immediacy").focus()
    page.keyboard.press("End")
    page.wait_for_function(
        "document.querySelector('.alb-ranking').innerText.startsWith('1 Economic')"
    )
    here = ("file:", "blob:", "data:")
    assert [address for address in told if not address.startswith(here)] == []


@pytest.mark.parametrize(
    "lesson", ["lesson-04-economic", "lesson-08-weighing", "lesson-10-judgement"]
)
def test_a_page_is_accessible(site, page, lesson):
    page.goto((site / f"{lesson}.html").as_uri())
    drawn(page)
    assert violations(page, "body") == []


def test_a_page_is_dark_where_the_system_is_and_then_accessible_too(site, page):
    page.emulate_media(color_scheme="dark")
    page.goto((site / "lesson-08-weighing.html").as_uri())
    drawn(page)
    colour = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(colour) == "rgb(17, 17, 17)"
    assert page.evaluate("document.body.dataset.jpThemeLight") == "false"
    assert violations(page, "body") == []
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(colour) == "rgb(255, 255, 255)"


def test_lines_of_a_page_are_no_longer_than_eighty_letters(site, page):
    page.goto((site / "lesson-04-economic.html").as_uri())
    letter = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    widest = "Math.max(...[...document.querySelectorAll('main p')].map((p) => p.clientWidth))"
    assert page.evaluate(f"{widest} / {letter}") <= 42


@pytest.mark.parametrize(("width", "size", "most"), [(1366, 17, 80), (390, 16, 50)])
def test_text_is_set_for_reading_on_a_laptop_and_on_a_phone(site, page, width, size, most):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((site / "lesson-04-economic.html").as_uri())
    # pixels of a letter, and letters in a line of a paragraph of four lines or more
    measured = page.evaluate("""() => [...document.querySelectorAll("main .jp-RenderedMarkdown p")]
      .filter((p) => !p.querySelector("br"))
      .map((p) => [p, getComputedStyle(p)])
      .map(([p, is]) => [parseFloat(is.fontSize), p.innerText.length,
                         Math.round(p.clientHeight / parseFloat(is.lineHeight))])
      .filter(([, , lines]) => lines >= 4)""")
    assert {each[0] for each in measured} == {size}
    letters = sorted(text / lines for _, text, lines in measured)
    assert most / 2 < letters[len(letters) // 2] < most


def test_a_figure_behind_a_fold_is_drawn_when_it_opens_and_can_be_saved(site, page):
    page.goto((site / "lesson-00-start-here.html").as_uri())
    fold = page.locator(".fairmark-result", has=page.locator(".fairmark-figure"))
    assert fold.locator(".main-svg").count() == 0
    fold.get_by_text("Show the result").click()
    fold.locator(".main-svg").first.wait_for()
    link = fold.get_by_role("link", name="Save this figure as SVG")
    link.focus()
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert "large part of Russia" in text
    assert "China Customs" in text
