"""The site in a browser: its first page always, the whole course where a Pyodide folder is given.

PYODIDE=folder python -m tests --only site
"""

import json
import os
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from alignment.cli import main
from onelink import front
from tests.axe import violations
from tests.jupyter import QUIET, browser_path
from tests.walks import (
    ALIVE,
    ANSWER,
    CONTENT,
    PATIENCE,
    SAVE,
    Walk,
    errors,
    read,
    run_all,
    served,
    texts,
)

ROOT = Path(__file__).resolve().parents[1]
LESSONS = sorted(path.stem for path in ROOT.glob("notebooks/lesson-*.ipynb"))
SETS = sorted(path.stem for path in ROOT.glob("exercises/*.ipynb"))
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]
walks = pytest.mark.pyodide
SEEN = {}  # seconds by notebook; printed at the end


@pytest.fixture(scope="module")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(playwright):
    browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
    yield browser
    browser.close()


# --- the first page: no Pyodide needed ------------------------------------------------------------


@pytest.fixture(scope="module")
def first_page(tmp_path_factory):
    out = tmp_path_factory.mktemp("first page")
    lesson, exercise = "notebooks/lesson-04-economic.ipynb", "exercises/04-economic.ipynb"
    pages = ("lesson-04-economic.html", "set-04-economic.html")
    item = front.Item("Lesson 4", lesson, 46, pages[0], exercise, 75, pages[1])
    about = front.About("1.2", "3.14.2", offline=False, source="https://host/owner/course")
    (out / "index.html").write_text(front.first_page([item] * 3, about), encoding="utf-8")
    (out / "front.css").write_bytes(front.STYLE.read_bytes())
    return (out / "index.html").as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1366, 1920])
def test_the_first_page_is_accessible_and_fits(browser, first_page, width, scheme):
    page = browser.new_page(viewport={"width": width, "height": 860}, color_scheme=scheme)
    page.goto(first_page)
    assert violations(page, "body") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_the_keyboard_reaches_the_three_doors_in_order(browser, first_page):
    page = browser.new_page()
    page.goto(first_page)
    reached = []
    for _ in range(3):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.innerText"))
    assert reached == ["Read", "Work here, in the browser", "Install"]
    page.close()


# --- the whole course -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build the site with the folder that PYODIDE names, or take a built one that SITE names."""
    if built := os.environ.get("SITE"):
        return Path(built).resolve()
    folder = os.environ.get("PYODIDE")
    if not folder:
        pytest.skip("PYODIDE names no folder of a Pyodide release, so the course was not walked")
    out = tmp_path_factory.mktemp("host") / "any" / "path"
    subprocess.run(["make", "build/site-env/ready"], cwd=ROOT, check=True)
    words = [sys.executable, ROOT / "deploy" / "site" / "build.py", "--pyodide", folder]
    subprocess.run([*words, "--out", out], cwd=ROOT, check=True)
    return out


@pytest.fixture(scope="module")
def walk(browser, site):
    with served(site) as address:
        walk = Walk(browser, address)
        yield walk
        walk.context.close()
    for name, took in SEEN.items():
        told = ", ".join(f"{what} {seconds:.0f} s" for what, seconds in took.items())
        print(f"{name}: {told}")


def plainly(said: list[str]) -> list[str]:
    """Leave out what differs by kernel: addresses in memory and the ids of live panels."""
    return [re.sub(r"0x[0-9a-f]+|IPY_MODEL_\w+", "", text) for text in said]


@walks
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_runs_without_an_error_and_says_what_is_stored(walk, lesson):
    page, took = walk.open(f"notebooks/{lesson}.ipynb")
    ran, took["all cells"] = run_all(page)
    SEEN[lesson] = took
    assert errors(ran) == []
    stored, here = texts(read(ROOT / "notebooks" / f"{lesson}.ipynb")), texts(ran)
    differing = {name for name in stored if plainly(stored[name]) != plainly(here[name])}
    assert differing == set(), [(stored[name], here[name]) for name in sorted(differing)][:3]
    page.close()


def handed_in(page, folder: Path, name: str) -> Path:
    """Press the download, as a student who hands in; the folder of that student's files."""
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download for handing in").click()
    assert downloading.value.suggested_filename == f"{name}.ipynb"
    (folder / "ann").mkdir(parents=True)
    downloading.value.save_as(folder / "ann" / f"{name}.ipynb")
    return folder


def graded(folder: Path, out: Path) -> list[dict]:
    """Grade the one file of a folder with the command a teacher types; its questions."""
    assert main(["grade", str(folder), "--out", str(out)]) == 0
    (result,) = (out / "results").glob("*.json")
    return read(result)["questions"]


def not_said(ran: dict, questions: list[dict]) -> list[str]:
    """List the questions of which the page says another outcome than the grader."""
    said = "\n".join(text for of_cell in texts(ran).values() for text in of_cell)
    return [
        f"{each['id']}: {each['outcome']}"
        for each in questions
        if not re.search(
            rf"^{re.escape(each['id'])} {re.escape(each['title'])}:? {each['outcome']}\.",
            said,
            re.M,
        )
    ]


@walks
@pytest.mark.parametrize("name", SETS)
def test_a_set_answered_in_the_browser_is_graded_as_its_page_says(walk, name, tmp_path):
    reference = read(ROOT / "exercises" / "reference" / f"{name}.ipynb")
    source = {cell["id"]: "".join(cell["source"]) for cell in reference["cells"]}
    answers = {key: text for key, text in source.items() if key.endswith("-stub")}
    assert len(answers) > 5
    page, took = walk.open(f"exercises/{name}.ipynb")
    page.evaluate(ANSWER, answers)
    ran, took["all cells"] = run_all(page)
    SEEN[name] = took
    assert errors(ran) == []
    folder = handed_in(page, tmp_path / "in", name)
    page.close()
    questions = graded(folder, tmp_path / "out")
    assert {each["outcome"] for each in questions} == {"right"}
    assert not_said(ran, questions) == []


@walks
def test_progress_and_work_are_still_there_when_the_page_is_opened_again(walk):
    reference = read(ROOT / "exercises" / "reference" / "01-reading.ipynb")
    stubs = {cell["id"]: "".join(cell["source"]) for cell in reference["cells"]}
    answer = next((key, text) for key, text in stubs.items() if key.endswith("-stub"))
    page, _ = walk.open("exercises/01-reading.ipynb")
    page.evaluate(ANSWER, dict([answer]))
    run_all(page)
    page.evaluate(SAVE)
    page.reload()
    page.wait_for_function("() => window.jupyterapp?.shell?.currentWidget?.context?.isReady")
    kept = {cell["id"]: "".join(cell["source"]) for cell in page.evaluate(CONTENT)["cells"]}
    assert kept[answer[0]] == answer[1]
    names = page.evaluate("""async () => {
      const folder = await jupyterapp.serviceManager.contents.get("my-work", { content: true });
      return folder.content.map((each) => each.name);
    }""")
    assert any("progress" in name for name in names), names
    page.close()


SAVED = "() => !jupyterapp.shell.currentWidget.context.model.dirty"
HALF = {"q4-21-stub": "in_yuan = 1", "q4-7-stub": "fall = ..."}  # one wrong, one left open


@walks
def test_a_set_half_done_gets_the_same_verdicts_in_the_browser_and_from_the_grader(walk, tmp_path):
    """From the first page alone: by its link, with a reload on the way, to the file handed in."""
    reference = read(ROOT / "exercises" / "reference" / "04-economic.ipynb")
    source = {cell["id"]: "".join(cell["source"]) for cell in reference["cells"]}
    answers = {key: text for key, text in source.items() if key.endswith("-stub")} | HALF
    page = walk.context.new_page()
    page.goto(walk.address)
    page.locator("a[href*='path=exercises/04-economic.ipynb']").click()
    page.wait_for_function(ALIVE, timeout=PATIENCE)
    page.evaluate(ANSWER, answers)
    page.keyboard.press("Control+s")
    page.wait_for_function(SAVED)
    page.reload()
    page.wait_for_function(ALIVE, timeout=PATIENCE)
    ran, _ = run_all(page)
    assert errors(ran) == []
    folder = handed_in(page, tmp_path / "in", "04-economic")
    page.close()
    questions = graded(folder, tmp_path / "out")
    outcomes = {each["id"]: each["outcome"] for each in questions}
    assert (outcomes.pop("4.21"), outcomes.pop("4.7")) == ("not yet", "not attempted")
    assert set(outcomes.values()) == {"right"}
    assert not_said(ran, questions) == []


@walks
def test_python_starts_on_every_page_however_one_comes_to_it(walk):
    """By link, reload, forced reload, back, a second tab, and from a page left too early."""
    place = f"{walk.address}live/notebooks/index.html?path="
    page = walk.context.new_page()
    page.goto(walk.address)
    page.locator("a[href*='path=notebooks/lesson-00-start-here.ipynb']").last.click()
    page.wait_for_function(ALIVE, timeout=PATIENCE)
    page.goto(f"{place}notebooks/lesson-04-economic.ipynb")
    page.wait_for_function(ALIVE, timeout=PATIENCE)
    second, _ = walk.open("exercises/01-reading.ipynb")
    page.reload()
    page.wait_for_function(ALIVE, timeout=PATIENCE)
    page.go_back()
    page.wait_for_function(ALIVE, timeout=PATIENCE)
    walk.context.new_cdp_session(page).send("Page.reload", {"ignoreCache": True})
    page.wait_for_function("() => !window.jupyterapp")  # the old page has gone
    page.wait_for_function(ALIVE, timeout=PATIENCE)
    page.goto(f"{place}notebooks/lesson-01-reading.ipynb")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(
        timeout=PATIENCE
    )  # Python is not there yet
    page.goto(f"{place}notebooks/lesson-02-hypotheses.ipynb")
    page.wait_for_function(ALIVE, timeout=PATIENCE)
    assert second.evaluate(ALIVE)
    second.close()
    page.close()


FOOT = "#course-bar [role=status]"


@walks
def test_python_that_cannot_be_reached_is_said_at_once_and_a_late_one_within_a_minute(
    browser, site, tmp_path
):
    for missing, said in (("pyodide.mjs", "cannot be loaded from 127.0.0.1"),
                          ("pyodide.asm.wasm", "has not started within a minute")):  # fmt: skip
        lacking = tmp_path / missing / "site"
        shutil.copytree(site, lacking, ignore=shutil.ignore_patterns(missing))
        with served(lacking) as address:
            page = browser.new_context().new_page()
            page.goto(f"{address}live/notebooks/index.html?path=exercises/01-reading.ipynb")
            words = page.locator(FOOT)
            expect(words).not_to_have_text("", timeout=PATIENCE)
            page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=PATIENCE)
            expect(words).to_contain_text(said, timeout=PATIENCE)
            assert "read this as a page" in words.inner_text()
            page.context.close()


@walks
def test_blocked_cookies_are_said_and_the_notebook_is_there_to_read(playwright, site, tmp_path):
    (tmp_path / "Default").mkdir()
    blocked = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(blocked), encoding="utf-8")
    with served(site) as address:
        context = playwright.chromium.launch_persistent_context(
            tmp_path, executable_path=browser_path(), args=QUIET
        )
        page = context.new_page()
        page.goto(f"{address}live/notebooks/index.html?path=exercises/01-reading.ipynb")
        expect(page.locator(FOOT)).to_contain_text("keeps nothing", timeout=PATIENCE)
        page.get_by_role("link", name="Read this as a page").click()
        expect(page.locator("h1").first).to_be_visible()
        context.close()


# A file that Python writes, as a panel does; nobody waits for the answer.
WRITE = """() => {
  const code = "open('/drive/my-work-of-python.txt', 'w').write('y' * 9000)";
  jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({ code });
}"""


@walks
@pytest.mark.parametrize("name", ["exercises/01-reading", "notebooks/lesson-01-reading"])
@pytest.mark.parametrize("writer", ["a save", "Python"])
def test_a_full_store_is_said_in_one_sentence_and_the_work_can_be_downloaded(
    browser, site, name, writer, tmp_path
):
    with served(site) as address:
        context = browser.new_context(accept_downloads=True)
        page = context.new_page()
        page.goto(f"{address}live/notebooks/index.html?path={name}.ipynb")
        page.wait_for_function(ALIVE, timeout=PATIENCE)
        full = {"origin": address.removesuffix(f"/{site.name}/"), "quotaSize": 1}
        context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", full)
        cell = next(c["id"] for c in page.evaluate(CONTENT)["cells"] if c["cell_type"] == "code")
        page.evaluate(ANSWER, {cell: "# what I wrote"})
        if writer == "Python":
            page.evaluate(WRITE)
        else:
            page.keyboard.press("Control+s")
        expect(page.locator(FOOT)).to_contain_text(
            "this browser has no room left", timeout=PATIENCE
        )
        if writer == "a save":  # Jupyter's own box lies above the line
            page.locator(".jp-Dialog button").click(timeout=PATIENCE)
        with page.expect_download() as downloading:
            page.locator("#course-bar").get_by_role("button").click()
        downloading.value.save_as(tmp_path / "mine.ipynb")
        context.close()
    mine = {each["id"]: "".join(each["source"]) for each in read(tmp_path / "mine.ipynb")["cells"]}
    assert mine[cell] == "# what I wrote"


@walks
def test_work_outlives_the_closed_browser_and_a_newer_version_of_the_site(
    playwright, site, tmp_path
):
    mine = tmp_path / "host" / "site"
    shutil.copytree(site, mine)
    begin = {"executable_path": browser_path(), "args": QUIET}
    with served(mine) as address:
        link = f"{address}live/notebooks/index.html?path=exercises/01-reading.ipynb"
        said = []
        for opening in ("first", "newer version there", "newer version got"):
            if opening == "newer version there":
                told = read(mine / "site.json")
                number = json.dumps(told | {"build": "newer"})
                (mine / "site.json").write_text(number, encoding="utf-8")
            if opening == "newer version got":
                index = mine / "live" / "notebooks" / "index.html"
                html = index.read_text(encoding="utf-8").replace(told["build"], "newer")
                index.write_text(html, encoding="utf-8")
            context = playwright.chromium.launch_persistent_context(tmp_path / "profile", **begin)
            page = context.new_page()
            page.goto(link)
            if opening == "newer version got":
                page.reload()  # as the line said; a browser keeps a page that it has seen
            page.wait_for_function(ALIVE, timeout=PATIENCE)
            cells = {c["id"]: "".join(c["source"]) for c in page.evaluate(CONTENT)["cells"]}
            stub = next(key for key in cells if key.endswith("-stub"))
            if opening == "first":
                page.evaluate(ANSWER, {stub: "# mine"})
                page.keyboard.press("Control+s")
                page.wait_for_function(SAVED, timeout=PATIENCE)
            else:
                assert cells[stub] == "# mine"
            expect(page.locator(FOOT)).to_contain_text("Your work", timeout=PATIENCE)
            said.append(page.locator(FOOT).inner_text())
            context.close()
    kept = "Python runs in this page. Your work is kept in this browser."
    newer = "There is a newer version of the course: reload the page to get it. Your work stays."
    assert said == [kept, newer, kept]


# A cell of Jupyter's page does not bear its id: the notebook knows which one it is.
IN_VIEW = """id => {
  const cell = jupyterapp.shell.currentWidget.content.widgets.find(cell => cell.model.id === id);
  const at = cell.node.getBoundingClientRect();
  return at.bottom > 0 && at.top < innerHeight && at.height > 0;
}"""


@walks
def test_a_link_from_a_lesson_to_a_question_opens_its_set_at_that_question(walk):
    page, _ = walk.open("notebooks/lesson-04-economic.ipynb")
    link = page.locator("a[href*='04-economic.ipynb#cell-id=']").first
    cell = link.get_attribute("href", timeout=PATIENCE).split("#cell-id=")[1]
    with walk.context.expect_page() as opening:
        link.click()
    there = opening.value
    there.wait_for_function(ALIVE, timeout=PATIENCE)
    there.wait_for_function(IN_VIEW, arg=cell, timeout=PATIENCE)
    there.close()
    page.close()


@walks
@pytest.mark.parametrize("name", ["lesson-04-economic", "set-04-economic"])
def test_a_page_to_read_is_accessible_with_its_foot_and_prints_without_what_only_a_screen_does(
    browser, site, name
):
    page = browser.new_page(viewport={"width": 390, "height": 860})
    page.goto((site / "read" / f"{name}.html").as_uri())
    assert violations(page, "body") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    work = page.get_by_role("link", name="Work on it in the browser")
    expect(work).to_be_visible()
    page.emulate_media(media="print")
    expect(work).to_be_hidden()
    expect(page.get_by_text("To cite:")).to_be_visible()
    page.close()


@walks
def test_nothing_was_asked_of_another_address(walk):
    assert walk.outside == []


@walks
def test_every_link_of_the_first_page_leads_somewhere(site):
    html = (site / "index.html").read_text(encoding="utf-8")
    for link in map(unescape, re.findall(r'(?:href|src|content)="([^"#:]+\.\w+[^"]*)"', html)):
        address, _, query = link.partition("?path=")
        assert (site / address).is_file(), link
        if query:
            assert (site / "live" / "files" / query).is_file(), link
