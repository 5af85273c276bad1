"""Lab, forecast card, premortem and memo in a real JupyterLab: by keyboard, spoken, kept."""

import json

import pytest
from playwright.sync_api import expect

from tests.jupyter import browser_path, lab_with
from tests.test_panel_browser import faint
from tests.waiting import becomes

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]

CELLS = [
    """from alignment.tables import load
from alignment.widgets import DistributionLab
points = load("swing_points").query("sheet == 'reference'").set_index("criterion")["points"]
DistributionLab(load("judgements").query("sheet == 'reference'"), points)""",
    "from alignment.widgets import ForecastCard\nForecastCard(load('questions'))",
    "from alignment.widgets import PremortemBoard\nPremortemBoard()",
    "from alignment.widgets import MemoLinter\nMemoLinter()",
]


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    return tmp_path_factory.mktemp("own")


@pytest.fixture(scope="module")
def lab(own, tmp_path_factory):
    root = tmp_path_factory.mktemp("lab")
    with lab_with(CELLS, root, own) as lab:
        lab.page.wait_for_selector(".main-svg")
        lab.page.get_by_role("button", name="Look at it").wait_for()
        yield lab


def spoken(page, text: str) -> None:
    """Wait until a live region says a text."""
    page.get_by_role("status").filter(has_text=text).wait_for()


def test_freezing_by_keyboard_is_spoken(lab):
    lab.page.get_by_label("Freeze the weights (values)").focus()
    lab.page.keyboard.press("Space")
    spoken(lab.page, "Varying: scores (double triangle); 1,600 draws, seed 9.")
    lab.page.get_by_label("Scores", exact=True).select_option("bell")
    spoken(lab.page, "Varying: scores (bell)")


def test_the_chart_of_the_lab_follows(lab):
    lab.page.get_by_label("Freeze the scores (facts)").focus()
    lab.page.keyboard.press("Space")
    spoken(lab.page, "Varying: nothing")
    bars = lab.page.locator(".js-plotly-plot .bars .point")
    expect(bars).to_have_count(25)  # five domains, five places


def test_a_probability_is_locked_by_keyboard_then_the_outcome_is_spoken(lab, own):
    slider = lab.page.get_by_role("slider", name="Probability of yes")
    assert "happen" not in " ".join(lab.page.get_by_role("status").all_inner_texts())
    slider.focus()
    for _ in range(10):
        lab.page.keyboard.press("ArrowLeft")
    lab.page.get_by_role("textbox", name="Base rate").fill("it rose in most years")
    lab.page.get_by_role("button", name="Lock for good").focus()
    lab.page.keyboard.press("Enter")
    spoken(lab.page, "R1 locked. It did not happen; your squared error is 0.160.")
    kept = json.loads((own / "my-work" / "forecasts.json").read_text())
    assert kept["forecasts"]["R1"] == {"percent": 40, "base": "it rose in most years", "why": ""}
    expect(lab.page.get_by_role("button", name="Locked")).to_be_disabled()
    expect(lab.page.get_by_role("status").filter(has_text="R1 locked.")).to_be_focused()


def test_by_keyboard_an_unmoved_slider_is_asked_about_once(lab, own):
    def kept() -> dict:
        return json.loads((own / "my-work" / "forecasts.json").read_text())["forecasts"]

    lab.page.get_by_label("Question", exact=True).select_option(index=1)
    lab.page.get_by_role("button", name="Lock for good").focus()
    lab.page.keyboard.press("Enter")
    spoken(lab.page, "You have not moved the slider. Lock R2 at 50 per cent, and never change it?")
    assert set(kept()) == {"R1"}
    expect(lab.page.get_by_role("button", name="Yes, lock 50 per cent for good")).to_be_focused()
    lab.page.keyboard.press("Enter")
    spoken(lab.page, "R2 locked.")
    assert kept()["R2"]["percent"] == 50


def test_a_reason_is_typed_added_and_kept(lab, own):
    lab.page.get_by_label("Because").fill("customs revised the base year")
    lab.page.get_by_role("button", name="Add this reason").focus()
    lab.page.keyboard.press("Enter")
    spoken(lab.page, "1 reason; none yet for wrong mechanism")
    assert "customs revised" in (own / "my-work" / "premortem.json").read_text()


def test_a_memo_is_looked_at(lab):
    lab.page.get_by_label("Memo", exact=True).fill("Support sustains the war.")
    lab.page.get_by_role("button", name="Look at it").click()
    spoken(lab.page, "4 words (the course asks for 900 to 1200); 2 things to look at")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_can_be_read(lab, theme):
    lab.theme(theme)
    becomes(lambda: faint(lab.page, theme, 60), [])
