"""Every figure of every lesson as a plain page, on a phone and on a laptop: nothing is cut."""

import pytest
from playwright.sync_api import sync_playwright

from alignment.cli import main
from tests.jupyter import QUIET, browser_path
from tests.screen import LESSONS
from tests.waiting import becomes

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]
PHONE, LAPTOP = 390, 1366
NARROW = 320  # the narrowest phone: a figure has 274 pixels
DRAWN = """() => {
  document.querySelectorAll("details").forEach((fold) => {
    if (fold.querySelector(".fairmark-figure")) fold.open = true;
  });
  return [...document.querySelectorAll(".fairmark-figure")]
    .every((place) => place.querySelector(".main-svg"));
}"""
# What is wrong with each figure, in words; a pixel or two are the rounding of the browser.
WRONG = """() => [...document.querySelectorAll(".fairmark-figure")].flatMap((figure, number) => {
  const wrong = [];
  const say = (words) => wrong.push(`figure ${number}: ${words}`);
  const frame = figure.querySelector(".main-svg").getBoundingClientRect();
  const seen = [...figure.querySelectorAll(".main-svg text")]
    .filter((text) => text.textContent.trim() && !text.closest(".modebar, .hoverlayer"))
    .map((text) => ({ words: text.textContent.trim(), box: text.getBoundingClientRect(), text }))
    .filter(({ box }) => box.width > 0);
  seen.forEach(({ words, box, text }, at) => {
    if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 1) say(`“${words}” leaves the picture`);
    for (const other of seen.slice(at + 1)) {
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (wide > 2 && high > 3) say(`“${words}” lies on “${other.words}”`);
    }
    const [, degrees] = /rotate\\((-?[\\d.]+)/.exec(text.getAttribute("transform")) ?? [];
    if (text.closest(".xtick, .ytick") && Math.abs(degrees ?? 0) > 1) say(`“${words}” is turned`);
    const scale = text.getScreenCTM().a ** 2 + text.getScreenCTM().b ** 2;
    const size = parseFloat(getComputedStyle(text).fontSize) * Math.sqrt(scale);
    if (size < 9) say(`“${words}” has ${size.toFixed(0)} pixels`);
  });
  const names = figure.querySelector(".legend .bg")?.getBoundingClientRect();
  for (const area of figure.querySelectorAll(".nsewdrag")) {
    if (names && names.bottom > area.getBoundingClientRect().top + 1) say("the legend lies on it");
  }
  const map = figure.querySelector(".geo .bg rect, .geo rect")?.getBoundingClientRect();
  if (map && map.width * map.height < 0.5 * frame.width * frame.height) say("a small map");
  return wrong;
})"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


AS_WIDE = """() => [...document.querySelectorAll(".fairmark-figure")].every((place) =>
  Math.abs(place.querySelector(".main-svg").clientWidth - place.clientWidth) < 2)"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    out = tmp_path_factory.mktemp("all pages")
    assert main(["notebooks", "html", "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def page(site):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
        yield browser.new_page()
        browser.close()


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("width", [PHONE, LAPTOP])
def test_no_word_of_a_figure_is_cut_covered_turned_or_too_small(site, page, lesson, width):
    page.set_viewport_size({"width": width, "height": 860})
    page.goto((site / f"{lesson}.html").as_uri())
    page.wait_for_function(DRAWN)
    assert page.evaluate(WRONG) == []
    assert page.evaluate(SIDEWAYS) == 0


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_label_of_an_axis_is_turned_on_the_narrowest_phone(site, page, lesson):
    page.set_viewport_size({"width": NARROW, "height": 860})
    page.goto((site / f"{lesson}.html").as_uri())
    page.wait_for_function(DRAWN)
    becomes(lambda: [wrong for wrong in page.evaluate(WRONG) if wrong.endswith("is turned")], [])


def test_the_wheel_over_a_map_scrolls_the_page_and_leaves_the_map(site, page):
    page.set_viewport_size({"width": LAPTOP, "height": 860})
    page.goto((site / "lesson-03-military.html").as_uri())
    page.wait_for_function(DRAWN)
    of_map = page.locator(".fairmark-figure:has(.geo)").first
    of_map.scroll_into_view_if_needed()
    scale = (
        "(place) => [place, ...place.querySelectorAll('*')]"
        ".find((each) => each._fullLayout)._fullLayout.geo.projection.scale"
    )
    before, top = of_map.evaluate(scale), page.evaluate("scrollY")
    of_map.hover()
    page.mouse.wheel(0, 200)
    becomes(lambda: page.evaluate("scrollY") > top, True)
    assert of_map.evaluate(scale) == before


@pytest.mark.parametrize("number", ["01", "08", "10"])
def test_figures_are_whole_after_the_window_was_narrow_and_is_wide_again(site, page, number):
    lesson = next(each for each in LESSONS if each.split("-")[1] == number)
    page.set_viewport_size({"width": LAPTOP, "height": 860})
    page.goto((site / f"{lesson}.html").as_uri())
    page.wait_for_function(DRAWN)
    for width in (PHONE, LAPTOP):
        page.set_viewport_size({"width": width, "height": 860})
        page.wait_for_function(AS_WIDE)
        becomes(lambda: page.evaluate(WRONG), [])
