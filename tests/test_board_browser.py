"""The weighing board in a real JupyterLab: by keyboard, both ways, and without leaving home."""

import re

import pytest
from playwright.sync_api import expect

from tests.jupyter import browser_path, jupyter_lab, write_notebook
from tests.test_panel_browser import DARK
from tests.waiting import becomes

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        browser_path() is None, reason="no Chromium found; Debian: apt-get install chromium"
    ),
]

CELLS = [
    "from alignment.widgets import WeighingBoard\nboard = WeighingBoard()\nboard",
    "print(board.points['E'], board.ranking.index[0])",
    "board.set(points={'E': 60}, dial=50)",
]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    root, own = tmp_path_factory.mktemp("lab"), tmp_path_factory.mktemp("own")
    write_notebook(root / "board.ipynb", CELLS)
    with jupyter_lab(root, own, width=1366, height=768) as lab:
        lab.page.on("pageerror", lambda error: lab.outside.append(f"script error: {error}"))
        lab.open("board.ipynb")
        yield lab


@pytest.fixture
def page(lab):
    """Run the first cell only, so that every test meets a fresh board."""
    run(lab, 0)
    lab.page.wait_for_selector(".alb")
    return lab.page


def run(lab, cell: int) -> str:
    """Run one cell, wait for its end, and return the text it printed."""
    return lab.page.evaluate(
        """async n => {
          const notebook = window.jupyterapp.shell.currentWidget.content;
          notebook.activeCellIndex = n;
          await window.jupyterapp.commands.execute('notebook:run-cell');
          return notebook.model.cells.get(n).outputs.toJSON().map(o => o.text ?? '').join('');
        }""",
        cell,
    )


def ranking(page) -> str:
    return page.locator(".alb-ranking").inner_text()


def button(page, name: str):
    return page.locator(".alb").get_by_role("button", name=name, exact=True)


def reaches(page, text: str) -> None:
    page.wait_for_function(
        "t => document.querySelector('.alb-ranking').textContent.startsWith(t)", arg=text
    )


def lower_irreversibility(page) -> None:
    """Go by Tab from the slider above it, then press Home."""
    page.locator(".alb [data-criterion=D]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Home")


def test_a_slider_moved_by_keyboard_changes_the_ranking(page):
    assert ranking(page).startswith("1 Technology")
    page.locator(".alb [data-criterion=D]").focus()
    for _ in range(60):
        page.keyboard.press("ArrowRight")
    reaches(page, "1 Economic")
    assert page.locator(".alb [data-criterion=D]").input_value() == "100"
    assert page.evaluate("document.activeElement.dataset.criterion") == "D"


def test_a_screen_reader_hears_the_result_and_what_the_slider_says(page):
    lower_irreversibility(page)
    page.wait_for_function(
        "document.querySelector('.alb [role=status]').textContent.startsWith('1 Economic')"
    )
    slider = page.locator(".alb [data-criterion=E]")
    assert slider.get_attribute("aria-valuetext") == "0 points, weight 0 %, worth 0 % of Impact"


def test_python_reads_what_the_hand_did_and_the_view_shows_what_python_did(lab, page):
    lower_irreversibility(page)
    reaches(page, "1 Economic")
    becomes(lambda: run(lab, 1).split(), ["0.0", "E"])
    run(lab, 2)
    reaches(page, "1 Technology")
    dial = page.locator(".alb [data-dial]")
    expect(dial).to_have_attribute("aria-valuetext", re.compile("geometric"))


def test_undo_redo_and_reset_walk_through_what_was_done(page):
    lower_irreversibility(page)
    reaches(page, "1 Economic")
    button(page, "Undo").click()
    reaches(page, "1 Technology")
    button(page, "Redo").click()
    reaches(page, "1 Economic")
    button(page, "Reset").click()
    reaches(page, "1 Technology")


def test_the_board_says_which_move_has_changed_first_place(page):
    said = page.locator(".alb-change")
    assert said.inner_text() == ""
    lower_irreversibility(page)
    reaches(page, "1 Economic")
    assert said.inner_text().endswith("before any change to this sheet, Technology was first.")
    button(page, "Undo").click()
    reaches(page, "1 Technology")
    assert said.inner_text() == ""


def test_a_number_typed_digit_by_digit_moves_nothing_on_the_way(page):
    page.get_by_text("Scores and evidence of each domain").click()
    part = "Added capability of Economic sustainment, {} score"
    highest = page.get_by_label(part.format("highest"))
    highest.select_text()
    page.keyboard.type("95")  # a 9 alone would push the two other scores down
    page.keyboard.press("Tab")
    page.wait_for_selector(".alb button:has-text('Undo'):enabled")  # all that follows has been done
    assert highest.input_value() == "95"
    assert page.get_by_label(part.format("lowest")).input_value() == "60"
    assert page.get_by_label(part.format("most likely")).input_value() == "75"


def test_the_interests_of_this_alignment_are_not_offered_for_the_placebo(page):
    fold = page.get_by_text("Whose interests, and which?")
    assert fold.is_visible()
    page.get_by_label("Start from").select_option("us-japan")
    fold.wait_for(state="hidden")
    assert "A placebo" in page.locator(".alb-question").inner_text()


def test_a_sheet_written_for_washington_says_so_when_another_capital_takes_it(page):
    origin = page.locator(".alb-origin")
    page.get_by_label("Seen from").select_option("tokyo")
    expect(origin).not_to_contain_text("Washington")
    page.get_by_label("Start from").select_option("reference")
    page.wait_for_selector(".alb-origin:has-text('judge each of them again as Tokyo would')")


def test_a_note_takes_the_hatching_away(page):
    page.get_by_text("Scores and evidence of each domain").click()
    note = page.get_by_label("Added capability of Economic sustainment, evidence note")
    piece = page.locator(".alb-bars [data-domain=E] .alb-piece.alb-A")
    assert "alb-hatched" in piece.get_attribute("class")
    note.fill("S1: customs statistics")
    page.wait_for_function(
        "!document.querySelector('.alb-bars [data-domain=E] .alb-A').matches('.alb-hatched')"
    )


def test_a_saved_file_opens_again_with_its_notes_and_a_foreign_one_changes_nothing(page, tmp_path):
    page.get_by_text("Scores and evidence of each domain").click()
    page.get_by_label("Impact of Economic sustainment, evidence note").fill("secret thought")
    lower_irreversibility(page)
    reaches(page, "1 Economic")
    with page.expect_download() as download:
        button(page, "Save").click()
    saved = tmp_path / "board.json"
    download.value.save_as(saved)
    assert "secret thought" in saved.read_text()
    button(page, "Reset").click()
    reaches(page, "1 Technology")
    page.locator(".alb input[type=file]").set_input_files(saved)
    reaches(page, "1 Economic")
    saved.write_text('{"schema": 99}')
    page.locator(".alb input[type=file]").set_input_files(saved)
    page.wait_for_selector(".alb-message:has-text('nothing was changed')")
    assert ranking(page).startswith("1 Economic")


def test_notes_stay_out_of_the_file_only_if_one_says_so(page, tmp_path):
    page.get_by_text("Scores and evidence of each domain").click()
    page.get_by_label("Impact of Economic sustainment, evidence note").fill("secret thought")
    page.get_by_label("with notes").uncheck()
    with page.expect_download() as download:
        button(page, "Save").click()
    download.value.save_as(tmp_path / "board.json")
    assert "secret" not in (tmp_path / "board.json").read_text()


IN_VIEW = """() => {
  const strip = document.querySelector('.alb-top-strip').getBoundingClientRect();
  const page = document.querySelector('.jp-WindowedPanel-outer').getBoundingClientRect();
  const whole = [...document.querySelectorAll('.alb-top-strip p')].every(
    p => p.scrollHeight <= p.clientHeight + 1 && p.scrollWidth <= p.clientWidth + 1);
  const board = document.querySelector('.alb');
  return strip.top >= page.top - 1 && strip.bottom <= page.bottom && whole
    && board.scrollWidth <= board.clientWidth + 1;
}"""


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
def test_the_result_stays_in_view_beside_every_slider(page, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate(
        "narrow => { const shell = window.jupyterapp.shell;"
        " narrow ? shell.collapseLeft() : shell.expandLeft(); }",
        size[0] < 500,
    )
    page.get_by_text("Scores and evidence of each domain").click()
    for control in page.locator(".alb input[type=range]:visible").all():
        control.scroll_into_view_if_needed()
        control.press("ArrowLeft")
        page.wait_for_function(IN_VIEW)
    page.set_viewport_size({"width": 1366, "height": 768})


SMALLEST_LETTERS = """() => Math.min(...[...document.querySelectorAll(".alb *")].filter((e) =>
  e.checkVisibility() && !e.closest(".alb-hidden, .alb-thin") && [...e.childNodes].some((n) =>
  n.nodeType === 3 && n.textContent.trim())).map((e) =>
  parseFloat(getComputedStyle(e).fontSize) * e.currentCSSZoom))"""


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
def test_the_projector_fills_the_screen_with_large_letters(page, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    before = page.evaluate(SMALLEST_LETTERS)
    button(page, "Projector").click()
    page.wait_for_function("document.fullscreenElement?.matches('.alb-projector')")
    assert page.evaluate(SMALLEST_LETTERS) >= max(22 * size[1] / 1080, 1.3 * before)
    board = "document.querySelector('.alb')"
    page.wait_for_function(f"{board}.scrollWidth <= {board}.clientWidth + 1")
    sizes = page.evaluate(f"[{board}.getBoundingClientRect().width, innerWidth]")
    assert sizes[0] == pytest.approx(sizes[1], abs=2)
    slider = page.locator(".alb input[type=range]").first
    moved = str(float(slider.input_value()) + 1)
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(slider).to_have_value(moved.removesuffix(".0"))
    button(page, "Projector").click()
    page.wait_for_function(
        "!document.fullscreenElement && !document.querySelector('.alb-projector')"
    )
    expect(button(page, "Projector")).to_have_attribute("aria-pressed", "false")
    page.set_viewport_size({"width": 1366, "height": 768})


@pytest.mark.parametrize(
    ("typed", "shown", "said"),
    [
        ("64%", "64", "“64%” is read as 64"),
        ("61,5", "62", "“61,5” is read as 62"),
        ("120", "120", "“120” is not taken and the score stays 60"),
        ("abc", "abc", "“abc” is not taken and the score stays 60"),
        ("", "60", "A score here cannot be empty: 60 stays."),
    ],
)
def test_a_score_that_is_typed_is_taken_or_answered(page, typed, shown, said):
    page.get_by_text("Scores and evidence of each domain").click()
    part = "Added capability of Economic sustainment, {} score"
    lowest, highest = (page.get_by_label(part.format(name)) for name in ("lowest", "highest"))
    expect(lowest).to_have_value("60")
    lowest.select_text()
    page.keyboard.press("Delete")
    page.keyboard.type(typed)
    page.keyboard.press("Tab")
    expect(page.locator(".alb-clash:visible")).to_contain_text(said)
    expect(lowest).to_have_value(shown)
    highest.focus()
    page.keyboard.press("ArrowUp")
    expect(highest).to_have_value("95")
    expect(lowest).to_have_value(shown)


def test_a_lowest_above_the_highest_says_what_will_happen_and_moves_nothing(lab, page):
    page.get_by_text("Scores and evidence of each domain").click()
    part = "Added capability of Economic sustainment, {} score"
    lowest, highest = (page.get_by_label(part.format(name)) for name in ("lowest", "highest"))
    lowest.select_text()
    page.keyboard.type("95")
    page.keyboard.press("Tab")
    said = page.locator(".alb-clash:visible")
    assert "Your lowest, 95, is above your most likely (75) and highest (90)." in said.inner_text()
    assert [lowest.input_value(), highest.input_value()] == ["95", "90"]
    assert page.get_by_label(part.format("most likely")).input_value() == "75"
    assert lowest.get_attribute("aria-invalid") == "true"
    page.get_by_role("button", name="Move the others to 95").click()
    page.wait_for_function("!document.querySelector('.alb-clash:not([hidden])')")
    assert [lowest.input_value(), highest.input_value()] == ["95", "95"]
    highest.select_text()
    page.keyboard.type("80")
    page.keyboard.press("Enter")  # the field keeps the focus
    page.get_by_role("button", name="Keep 95").click()
    page.wait_for_function("!document.querySelector('.alb-clash:not([hidden])')")
    assert highest.input_value() == "95"


def test_a_drag_with_pauses_is_undone_in_one_step(page):
    slider = page.locator(".alb [data-criterion=D]")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 0.41 * box["width"], y)
    page.mouse.down()
    for share in (0.6, 0.8, 0.95):
        page.mouse.move(box["x"] + share * box["width"], y, steps=5)
        sent = int(slider.input_value())  # the pause is over when Python has the state
        page.wait_for_function(
            "v => window.jupyterapp.shell.currentWidget && document.querySelector("
            "'.alb [data-criterion=D]').value === String(v) && new Promise(r => setTimeout("
            "() => r(true), 200))",
            arg=sent,
        )
    page.mouse.up()
    page.wait_for_selector(".alb button:has-text('Undo'):enabled")
    assert int(slider.input_value()) > 80
    button(page, "Undo").click()
    page.wait_for_function("document.querySelector('.alb [data-criterion=D]').value === '40'")


def test_an_empty_perspective_says_why_it_is_empty_and_what_to_do(page):
    page.get_by_label("Seen from").select_option("tokyo")
    page.wait_for_selector(".alb-origin:has-text('does not invent what Tokyo thinks')")
    assert "choose a sheet under “Start from”" in page.locator(".alb-origin").inner_text()
    assert ranking(page).startswith("All domains are level.")


def test_the_board_says_how_firm_first_place_is(page):
    firm = page.locator(".alb-firm")
    assert "wrong by up to 20 %, up or down" in firm.inner_text()
    page.get_by_label("Start from").select_option("quasi-alliance")
    page.wait_for_selector(".alb-firm:has-text('wrong by up to 60 %')")
    page.get_by_label("Start from").select_option("convenience")  # 10.66 %
    page.wait_for_selector(".alb-firm:has-text('wrong by up to 10 %')")


def test_a_domain_that_no_weights_put_first_is_shown_with_the_reason(page):
    table = page.locator(".alb section[aria-label='Any weights']")
    finance = table.locator("tr[data-domain=F]").inner_text()
    assert "never first: Technology scores at least as high on every criterion" in finance
    military = table.locator("tr[data-domain=M]").inner_text()
    assert "Technology scores at least as high on every criterion. A tie at best" in military
    text = table.inner_text()
    assert "Where immediacy has the largest weight, Economic sustainment is first in 94" in text
    assert "Where irreversibility has the largest weight, Technology is first in 99" in text
    assert "your weights make the difference" in text


def answer(page, name: str) -> str:
    group = page.get_by_role("group", name="Domain to put first")
    group.get_by_role("button", name=name).click()
    return page.locator(".alb section[aria-label='Put it first']").inner_text()


def test_what_must_change_is_answered_in_words_and_done_by_a_button(page):
    said = answer(page, "Economic sustainment")
    assert "Irreversibility below 26 (now 60)" in said
    assert "Immediacy above 82.5 (now 40)" in said
    assert "5.2 percentage points of weight from irreversibility to immediacy" in said
    assert "Impact above 68.5 (now 60): inside its range, up to 80" in said
    button(page, "Set the sliders so").click()
    reaches(page, "1 Economic")
    button(page, "Undo").click()
    reaches(page, "1 Technology")


def test_where_no_weights_put_a_domain_first_the_board_says_so(page):
    said = answer(page, "Diplomatic")
    assert "No slider does it alone." in said
    assert "At your scores no weights put it first." in said
    assert "raising all six to your highest is not enough either" in said
    assert page.get_by_role("button", name="Set the sliders so").is_hidden()
    assert "Technology is first already, 2.3 points ahead" in answer(page, "Technology")


def test_on_a_level_blank_sheet_put_it_first_says_that_all_are_level(page):
    page.get_by_label("Start from").select_option("blank")
    page.wait_for_selector(".alb-ranking:has-text('All domains are level.')")
    said = answer(page, "Financial order")
    assert "Financial order is level with first place now." in said
    assert "No weights put it ahead. It is level with first place now." in said
    assert "from  to" not in said  # names of criteria where there are none


def test_every_control_has_a_name_and_keeps_its_keys(page):
    for summary in page.locator(".alb summary").all():
        summary.click()
    nameless = page.evaluate(
        """() => Array.from(document.querySelectorAll('.alb input, .alb select, .alb button'))
          .filter(c => c.getAttribute('aria-hidden') !== 'true' && !c.closest('[hidden]'))
          .filter(c => !(c.ariaLabel || c.textContent.trim() || c.labels?.[0]?.textContent.trim())
            || !c.closest('[data-lm-suppress-shortcuts]')).map(c => c.outerHTML)"""
    )
    assert nameless == []
    bare = page.locator(".alb input[type=range]:not([data-lm-suppress-shortcuts=true])")
    assert bare.count() == 0


CONTRAST = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return Array.from(canvas.getImageData(0, 0, 1, 1).data);
  };
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = node => {
    for (let n = node; n; n = n.parentElement) {
      const colour = rgba(getComputedStyle(n).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const texts = Array.from(document.querySelectorAll('.alb *')).filter(n =>
    n.checkVisibility() && !n.disabled && n.parentElement.checkVisibility()
    && Array.from(n.childNodes).some(c => c.nodeType === 3 && c.textContent.trim()));
  return texts.map(n => {
    const [a, b] = [light(rgba(getComputedStyle(n).color)), light(behind(n))].sort((x, y) => y - x);
    return [(a + 0.05) / (b + 0.05), n.className, n.textContent.slice(0, 30)];
  }).filter(([ratio]) => ratio < 4.5);
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_is_readable_in_both_themes(lab, page, theme):
    lab.theme(theme)
    becomes(lambda: (page.evaluate(DARK), page.evaluate(CONTRAST)), (theme == "dark", []))


def test_nothing_left_the_machine_and_no_script_failed(lab):
    assert lab.outside == []
    assert lab.errors() == []
