"""Charts, score sheet and dial in a real JupyterLab: by keyboard, readable in both themes."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.jupyter import browser_path, lab_with
from tests.waiting import becomes

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]

CELLS = [
    """import plotly.graph_objects as go
from alignment.charts import present, theme
fig = go.Figure(go.Scatter(x=[2024, 2025], y=[3, 4], name="China", **theme.line("China")))
fig.update_layout(title="A title", xaxis_title="Year", yaxis_title="Share (per cent)")
present(fig, finding="It rose", caveat="why", sources=["trade"])""",
    "from alignment.widgets import ScoreSheet\nScoreSheet('E')",
    """from alignment.widgets import CounterfactualDial
def effect(base, lost, replaced, discount):
    return -base * lost / 100 * (1 - replaced / 100 * (1 - discount / 100))
CounterfactualDial(effect, base=200)""",
    # a map brings its own shapes; plotly.js would still ask a public server for borders
    """square = [[[70, 10], [70, 30], [90, 30], [90, 10], [70, 10]]]
shape = {"type": "Feature", "id": "A", "geometry": {"type": "Polygon", "coordinates": square}}
shapes = {"type": "FeatureCollection", "features": [shape]}
go.Figure(go.Choropleth(locations=["A"], z=[1], geojson=shapes))""",
]

PARTS = ("lowest", "most likely", "highest")

# Every text of our outputs against the page behind it, after WCAG 2.2; returns what is too faint.
FAINT = """() => {
  const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    paint.clearRect(0, 0, 1, 1); paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data];
  };
  const bend = (v) => v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * bend(r) + 0.7152 * bend(g) + 0.0722 * bend(b);
  const behind = (el) => {
    for (; el; el = el.parentElement) {
      const colour = rgba(getComputedStyle(el).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const faint = [];
  const texts = [...document.querySelectorAll('.jp-OutputArea-output *')].filter((el) =>
    el.tagName !== 'STYLE' && el.getClientRects().length &&
    [...el.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
  for (const el of texts) {
    const style = getComputedStyle(el), page = behind(el);
    const ink = rgba(el.closest('svg') ? style.fill : style.color);
    const seen = [0, 1, 2].map((i) => (ink[i] * ink[3] + page[i] * (255 - ink[3])) / 255);
    const [low, high] = [light(seen), light(page)].sort((a, b) => a - b);
    if ((high + 0.05) / (low + 0.05) < 4.5) faint.push(el.textContent.trim().slice(0, 40));
  }
  return { texts: texts.length, faint };
}"""


DARK = """() => {
  const [, ...rgb] = getComputedStyle(document.querySelector('.jp-Notebook'))
    .backgroundColor.match(/(\\d+), (\\d+), (\\d+)/);
  return Math.max(...rgb.map(Number)) < 128;
}"""


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    return tmp_path_factory.mktemp("own")


@pytest.fixture(scope="module")
def lab(own, tmp_path_factory):
    root = tmp_path_factory.mktemp("lab")
    with lab_with(CELLS, root, own) as lab:
        lab.page.wait_for_selector(".main-svg")
        lab.page.get_by_role("slider", name="Discount").wait_for()
        yield lab


def faint(page, theme: str, texts: int) -> list[str]:
    """List the texts that are too faint; colours follow the theme in their own time."""
    found = page.evaluate(FAINT)
    problems = [f"only {found['texts']} texts"] if found["texts"] <= texts else []
    if page.evaluate(DARK) != (theme == "dark"):
        problems.append(f"the page is not {theme} yet")
    return problems + found["faint"]


def spoken(page, text: str) -> None:
    """Wait until a live region says a text."""
    page.get_by_role("status").filter(has_text=text).wait_for()


def test_three_typed_numbers_are_spoken_and_saved_and_the_message_is_in_view(lab, own):
    page = lab.page
    fields = [page.get_by_label(f"A Added capability: {part}") for part in PARTS]
    assert [field.input_value() for field in fields] == ["", "", ""]
    assert page.get_by_role("button", name="Compare with the reference").is_disabled()
    for field, value in zip(fields, ("20", "50", "60"), strict=True):
        field.fill(value)
        page.keyboard.press("Tab")
    spoken(page, "A Added capability is now 20, 50, 60. No evidence yet")
    saved = json.loads((own / "my-work" / "sheet-E.json").read_text())
    assert saved["scores"]["A"]["mode"] == 50
    page.wait_for_function(
        """() => { const said = document.querySelector('.als-message:not(:empty)');
          const box = said.getBoundingClientRect();
          return box.top >= 0 && box.bottom <= innerHeight; }"""
    )
    page.get_by_role("button", name="Compare with the reference").click()
    page.get_by_text("Reference, illustrative: 60, 75, 90.").wait_for()
    assert page.get_by_text("Reference, illustrative").count() == 1


def test_a_lowest_above_the_highest_waits_and_moves_nothing(lab, own):
    page = lab.page
    lowest, likely, highest = (page.get_by_label(f"A Added capability: {part}") for part in PARTS)
    lowest.fill("85")
    page.keyboard.press("Tab")
    spoken(page, "Your lowest, 85, is above your most likely (50) and highest (60).")
    assert [f.input_value() for f in (lowest, likely, highest)] == ["85", "50", "60"]
    saved = json.loads((own / "my-work" / "sheet-E.json").read_text())
    assert saved["scores"]["A"]["low"] == 20
    page.get_by_role("button", name="Keep 20").click()
    assert lowest.input_value() == "20"


@pytest.mark.parametrize(
    ("typed", "shown", "said"),
    [
        ("27%", "27", "“27%” is read as 27: a score is a whole number from 0 to 100."),
        ("1,5", "2", "“1,5” is read as 2: a score is a whole number from 0 to 100."),
        ("120", "120", "“120” is not taken and the score stays 50: write a whole number"),
        ("-3", "-3", "“-3” is not taken and the score stays 50: write a whole number"),
        ("abc", "abc", "“abc” is not taken and the score stays 50: write a whole number"),
    ],
)
def test_what_is_typed_is_taken_or_answered_and_never_changed_unseen(lab, own, typed, shown, said):
    page = lab.page
    low, likely, high = (page.get_by_label(re.compile(f"^C .*: {part}$")) for part in PARTS)
    for field, number in ((low, "0"), (likely, "50"), (high, "100")):
        field.fill(number)
        page.keyboard.press("Tab")
    spoken(page, "is now 0, 50, 100.")
    likely.select_text()
    page.keyboard.type(typed)
    page.keyboard.press("Tab")
    expect(page.locator(".als-clash:visible")).to_contain_text(said)
    expect(likely).to_have_value(shown)
    expect(likely).to_have_attribute("aria-invalid", "true" if shown == typed else "false")
    kept = 50 if shown == typed else int(shown)
    scores = own / "my-work" / "sheet-E.json"
    becomes(lambda: json.loads(scores.read_text())["scores"]["C"]["mode"], kept)
    high.focus()  # an answer about another field takes nothing away
    page.keyboard.press("ArrowDown")
    spoken(page, f"is now 0, {kept}, 95.")
    expect(likely).to_have_value(shown)


def test_an_answer_of_python_overwrites_nothing_that_is_being_typed(lab):
    page = lab.page
    lowest, likely, highest = (page.get_by_label(re.compile(f"^B .*: {part}$")) for part in PARTS)
    likely.focus()
    page.keyboard.type("40")
    lowest.evaluate("field => { field.value = 30; field.dispatchEvent(new Event('change')); }")
    spoken(page, "not kept yet; most likely and highest missing")
    assert likely.input_value() == "40"
    # nothing in sight calls missing what a field shows, though it is not read yet
    expect(page.locator(".als-message:visible", has_text="missing")).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.type("50")
    page.keyboard.press("Tab")
    spoken(page, "is now 30, 40, 50.")
    assert [field.input_value() for field in (lowest, likely, highest)] == ["30", "40", "50"]


def test_numbers_that_wait_are_not_called_missing_and_none_is_lost_when_they_are_taken(lab):
    page = lab.page
    row = page.get_by_role("group", name="D Immediacy")
    lowest, likely, highest = (row.get_by_label(re.compile(f": {part}$")) for part in PARTS)
    missing = row.locator(".als-message:visible", has_text="missing")
    for field, number in ((lowest, "60"), (likely, "40"), (highest, "50")):
        field.focus()
        page.keyboard.type(number)
        page.keyboard.press("Tab")
        if field is lowest:
            expect(missing).to_have_text(
                "D Immediacy: not kept yet; most likely and highest missing."
            )
    expect(row.locator(".als-clash:visible")).to_contain_text("40")
    expect(missing).to_have_count(0)
    row.get_by_role("button", name="Move the others to 40").click()
    spoken(page, "is now 40, 40, 50.")
    assert [field.input_value() for field in (lowest, likely, highest)] == ["40", "40", "50"]


@pytest.mark.parametrize("width", [390, 300])
def test_the_sheet_fits_a_narrow_page(lab, width):
    fits = """width => {
      const sheet = document.querySelector('.als'), holder = sheet.parentElement;
      holder.style.width = `${width}px`;
      const wide = [...sheet.querySelectorAll('*')].filter(n => n.scrollWidth > n.clientWidth + 1
        && getComputedStyle(n).overflow === 'visible' && n.clientWidth > 0
        && n.getBoundingClientRect().right > holder.getBoundingClientRect().right + 1);
      holder.style.width = '';
      return wide.map(n => n.className + n.textContent.slice(0, 30));
    }"""
    assert lab.page.evaluate(fits, width) == []


def test_a_live_panel_with_a_chart_hides_its_stored_form_and_keeps_its_links_inside(lab):
    stored = lab.page.locator(".alignment-stored")
    expect(stored).to_have_count(2)
    lab.page.locator(".jp-OutputArea-output:has(.alignment-panel) .keep-figure").first.wait_for()
    assert [each.is_visible() for each in stored.all()] == [False, False]


def test_arrow_keys_move_the_dial_the_sentence_and_the_chart(lab):
    slider = lab.page.get_by_role("slider", name="Of that, sold elsewhere")
    before = slider.input_value()
    slider.focus()
    lab.page.keyboard.press("ArrowRight")
    expect(slider).to_have_value(str(int(before) + 5))
    spoken(lab.page, f"{slider.input_value()} % of that is sold elsewhere")
    lab.page.wait_for_function(  # the line keeps its place along the axis
        """() => [...document.querySelectorAll('.js-plotly-plot')]
          .some(plot => plot.data[1]?.x?.length === 21)"""
    )


def test_the_chart_of_a_panel_takes_the_width_there_is(lab):
    lab.page.wait_for_function(
        """() => [...document.querySelectorAll('.jupyter-widgets .js-plotly-plot')].every(plot =>
          plot.querySelector('.main-svg').clientWidth > 0.95 * plot.parentElement.clientWidth)"""
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_of_our_outputs_can_be_read(lab, theme):
    lab.theme(theme)
    lab.page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    becomes(lambda: faint(lab.page, theme, 100), [])


def test_nothing_asked_another_machine(lab):
    assert lab.outside == []
