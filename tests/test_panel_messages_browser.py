"""The sentences of the panels' scripts in a real browser: none stays English, none is missed."""

import json
import re

import pytest
from playwright.sync_api import expect, sync_playwright

from alignment.records.sheets import Score, Sheet
from alignment.tables.predictions import predictions
from alignment.widgets import ScoreSheet, WeighingBoard, predict
from alignment.widgets.live import Live
from fairmark import messages
from tests.jupyter import browser_path
from tests.test_panel_messages import cells, untranslated

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        browser_path() is None, reason="no Chromium found; Debian: apt-get install chromium"
    ),
]

# A plain page without Python: the state is a plain object, and nobody hears of a change.
OPEN = """async ({ script, state }) => {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const { default: view } = await import(url);
  const model = { get: (name) => state[name], set: (name, value) => (state[name] = value) };
  for (const name of ["on", "off", "save_changes", "send"]) model[name] = () => {};
  const el = document.createElement("div");
  document.body.replaceChildren(el);
  view.render({ model, el });
}"""
# Every text of the page, and what a screen reader or an empty field says.
READ = """() => {
  const names = ["aria-label", "placeholder", "title"];
  const texts = [];
  for (const node of document.body.querySelectorAll("*")) {
    for (const name of names) if (node.getAttribute(name)) texts.push(node.getAttribute(name));
    if (node.matches(".alb-saying")) texts.push(node.textContent); // one sentence in three boxes
    if (node.closest(".alb-saying")) continue;
    for (const each of node.childNodes) if (each.nodeType === 3) texts.push(each.data);
  }
  return texts;
}"""


@pytest.fixture(scope="module")
def page():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path())
        page = browser.new_page()
        page.goto("about:blank")
        yield page
        browser.close()


@pytest.fixture(autouse=True)
def pseudo(monkeypatch):
    monkeypatch.setenv(messages.LANGUAGE, messages.PSEUDO)


def show(page, view):
    state = view.get_state()
    plain = {k: v for k, v in state.items() if isinstance(v, (str, bool, int, dict, list))}
    page.evaluate(OPEN, {"script": state["_esm"], "state": json.loads(json.dumps(plain))})


def check(page, own):
    texts = page.evaluate(READ)
    for text in texts:
        assert untranslated(text, own) == [], text
        assert "undefined" not in text
    return texts


JUDGED = {"points": {"A": 0, "B": 0, "C": 100, "D": 0, "E": 0, "F": 0}}
BOARDS = {
    "as it opens": {},
    "the dial in part": {"dial": 60},
    "the dial at the minimum": {"dial": 100},
    "any weights": {"spread": None, "vary_scores": False},
    "half off": {"spread": 50},
    "a blank sheet": {"preset": "blank"},
    "the placebo": {"preset": "us-japan"},
    "one criterion": JUDGED,
    "convenience": {"preset": "convenience"},
}


@pytest.mark.parametrize("name", BOARDS)
def test_the_board_says_nothing_outside_the_messages(page, name):
    names = cells("domains", "criteria", "interests", "domain_anchors")
    own = names | {each[0].lower() + each[1:] for each in names if each}
    # The board shortens names: "Trade and finance" is Trade there, on a phone too.
    own |= {part for each in names for part in (each.split(" and ")[0], re.split("[ -]", each)[0])}
    board = WeighingBoard(**BOARDS[name])
    if name == "as it opens":
        board = WeighingBoard(sheets={"E": Sheet("E", {"A": Score(1, 2, 3)})})
        board.set(capital="beijing", preset="reference")
    show(page, board)
    for fold in page.locator("details").all():
        fold.evaluate("fold => (fold.open = true)")
    buttons = page.locator("[aria-pressed]").all()
    for button in buttons:
        button.evaluate("button => button.click()")
        assert len(check(page, own)) > 100
    page.locator(".alb-score input[data-score]").first.evaluate(
        "input => { input.value = 100; input.dispatchEvent(new Event('change')); }"
    )
    check(page, own)


def test_the_score_sheet_says_nothing_outside_the_messages(page):
    sheet = ScoreSheet("E")
    sheet.set("A", 10, 20, 30)
    sheet.view.comparing = True
    own = cells("domains", "criteria", "domain_anchors")
    show(page, sheet.view)
    fields = page.locator(".als-row input[data-score]").all()
    for value, field in zip((90, 30.4), fields[:2], strict=True):
        field.evaluate(
            "(input, value) => { input.value = value; input.dispatchEvent(new Event('change')); }",
            value,
        )
        assert len(check(page, own)) > 60


@pytest.mark.parametrize("kind", ["choice", "order", "line", "bars", "number"])
def test_a_prediction_says_nothing_outside_the_messages(page, kind):
    asked = next(a for a in predictions().values() if a.kind == kind or kind == "number")
    show(page, predict(asked.id))
    assert len(check(page, cells("predictions") | set(asked.names) | {asked.unit})) > 5


def a_sheet():
    sheet = ScoreSheet("E")
    sheet.set("A", 10, 20, 30)
    return sheet.view, sheet.message


def a_prediction():
    panel = predict(next(iter(predictions())))
    panel.refresh("What was said last.")
    return panel, "What was said last."


def a_line():
    line = Live()
    line.text = "What was said last."
    return line, "What was said last."


@pytest.mark.parametrize("spoken", [a_sheet, a_prediction, a_line])
def test_a_view_that_opens_after_the_news_says_what_python_said_last(page, spoken):
    """As after a reload, or on a slow machine: the text is there, and no change of it comes."""
    view, said = spoken()
    show(page, view)
    expect(page.get_by_role("status")).to_have_text(said)
