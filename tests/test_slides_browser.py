"""The slides of the lessons in a real browser: drawings, live figures, paper, and a projector."""

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from alignment.classroom.pack.figures import LETTERS, SCRIPT, make_live
from alignment.errors import AlignmentError
from tests.jupyter import browser_path

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]
DECKS = sorted((Path(__file__).resolve().parents[1] / "docs" / "teaching").glob("slides-*.html"))


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=browser_path())
        yield running
        running.close()


@pytest.fixture
def opened(browser):
    """Return a function that opens a deck and notes every request and every error of the page."""
    views = []

    def open_(path, width=1920, height=1080):
        view = browser.new_page(viewport={"width": width, "height": height})
        view.asked, view.errors = [], []
        view.on("request", lambda request: view.asked.append(request.url))
        view.on("pageerror", lambda error: view.errors.append(str(error)))
        view.goto(path.as_uri())
        views.append(view)
        return view

    yield open_
    for view in views:
        view.close()


def copied(folder, number, live):
    """Copy one deck into a folder, with plotly.js beside it or without."""
    target = folder / f"slides-{number}.html"
    target.write_text(next(d for d in DECKS if number in d.name).read_text())
    if live:
        make_live(folder)
    return target


POINT = """k => {
  const plot = document.querySelector("section.now .plot");
  const { xaxis, yaxis } = plot._fullLayout;
  const { x, y } = plot._fullData[0];
  const { left, top, width } = plot.getBoundingClientRect();
  const scale = width / plot._fullLayout.width;
  return [left + scale * (xaxis._offset + xaxis.d2p(x[k])),
    top + scale * (yaxis._offset + yaxis.d2p(y[k]))];
}"""


def to_first_figure(view):
    while not view.locator("section.now .figure").count():
        view.keyboard.press("ArrowRight")


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.stem)
def test_every_slide_fits_a_projector(opened, tmp_path, deck):
    view = opened(copied(tmp_path, deck.stem[-2:], live=False))
    for _ in range(view.locator("section").count()):
        size = view.evaluate("document.documentElement.scrollHeight")
        assert size <= 1082, view.locator("section.now").inner_text()[:80]
        view.keyboard.press("ArrowRight")
    assert not view.errors


def test_without_plotly_beside_it_a_deck_shows_its_drawings(opened, tmp_path):
    view = opened(copied(tmp_path, "04", live=False))
    to_first_figure(view)
    assert view.locator("section.now .figure svg").first.is_visible()
    assert view.locator(".plot").count() == 0
    assert not view.errors


def test_with_plotly_beside_it_a_figure_answers_to_the_mouse_and_asks_no_network(opened, tmp_path):
    view = opened(copied(tmp_path, "04", live=True))
    to_first_figure(view)
    view.wait_for_selector("section.now .plot .plotly")
    view.wait_for_selector("section.now .plot .scatterlayer .trace")
    x, y = view.evaluate(POINT, 5)
    view.mouse.move(x - 20, y)
    view.mouse.move(x, y, steps=4)
    view.wait_for_selector("section.now .plot .hovertext")
    name = view.locator("section.now .plot .hovertext").first.bounding_box()
    assert name["x"] - 40 <= x <= name["x"] + name["width"] + 40  # beside the mouse, not elsewhere
    assert abs(name["y"] + name["height"] / 2 - y) < 60
    assert all(address.startswith("file:") for address in view.asked)
    assert not view.errors


def test_a_press_on_a_legend_hides_what_it_names(opened, tmp_path):
    view = opened(copied(tmp_path, "03", live=True))
    to_first_figure(view)
    view.wait_for_selector("section.now .plot .legendtoggle")
    bars = "section.now .plot .barlayer .trace"
    count = view.locator(bars).count()
    view.locator("section.now .plot .legendtoggle").first.click()
    view.wait_for_function("([l, n]) => document.querySelectorAll(l).length < n", arg=[bars, count])
    assert all(address.startswith("file:") for address in view.asked)
    assert not view.errors


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (390, 844)])
def test_a_live_figure_is_whole_and_as_large_as_its_drawing(opened, tmp_path, size):
    drawn, live = tmp_path / "drawn", tmp_path / "live"
    drawn.mkdir()
    live.mkdir()
    scales = []
    for folder, what in ((drawn, ".figure > svg"), (live, ".figure .plot .main-svg")):
        view = opened(copied(folder, "04", live=folder is live), *size)
        if size[0] >= 900:
            to_first_figure(view)
        place = view.locator(what).first
        place.scroll_into_view_if_needed()
        view.wait_for_function(
            "w => document.querySelector(w).getBoundingClientRect().width", arg=what
        )
        box = place.bounding_box()
        scales.append(min(box["width"] / 1280, box["height"] / 640))
        frame = view.locator(".figure").nth(0).bounding_box()
        assert box["y"] >= frame["y"] - 1
        assert box["y"] + box["height"] <= frame["y"] + frame["height"] + 1
        assert view.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert scales[1] == pytest.approx(scales[0], rel=0.02)
    if size[0] >= 900:
        assert LETTERS * scales[1] >= 22 * size[1] / 1080


def test_a_map_is_live_and_asks_nobody_for_borders(opened, tmp_path):
    view = opened(copied(tmp_path, "03", live=True))
    for _ in range(view.locator("section").count()):
        if view.locator("section.now .figure").count():
            view.wait_for_selector("section.now .plot .main-svg")
        view.keyboard.press("ArrowRight")
    assert view.locator(".plot .geo").count()
    assert all(address.startswith(("file:", "data:", "blob:")) for address in view.asked)
    assert not view.errors


def test_on_paper_a_live_figure_is_its_drawing(opened, tmp_path):
    view = opened(copied(tmp_path, "04", live=True))
    to_first_figure(view)
    view.wait_for_selector("section.now .plot .plotly")
    view.emulate_media(media="print")
    assert not view.locator("section.now .plot").is_visible()
    assert view.locator("section.now .figure > svg").is_visible()
    assert view.pdf().startswith(b"%PDF")


def test_where_there_are_no_slides_nothing_is_written(tmp_path):
    with pytest.raises(AlignmentError, match=r"no slides-NN\.html"):
        make_live(tmp_path)
    assert not (tmp_path / SCRIPT).exists()
