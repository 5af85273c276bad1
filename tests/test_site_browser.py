"""The site in a browser: its first page always, the whole course where a Pyodide folder is given.

PYODIDE=folder python -m tests --only site
"""

import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from alignment.cli import main
from onelink import front
from tests.axe import violations
from tests.jupyter import QUIET, browser_path
from tests.walks import ANSWER, CONTENT, Walk, errors, read, run_all, served, texts

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
def browser():
    with sync_playwright() as playwright:
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


@walks
@pytest.mark.parametrize("name", SETS)
def test_a_set_answered_in_the_browser_is_graded_as_its_reference_is(walk, name, tmp_path):
    reference = read(ROOT / "exercises" / "reference" / f"{name}.ipynb")
    source = {cell["id"]: "".join(cell["source"]) for cell in reference["cells"]}
    answers = {key: text for key, text in source.items() if key.endswith("-stub")}
    assert len(answers) > 5
    page, took = walk.open(f"exercises/{name}.ipynb")
    page.evaluate(ANSWER, answers)
    ran, took["all cells"] = run_all(page)
    SEEN[name] = took
    assert errors(ran) == []
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download for handing in").click()
    assert downloading.value.suggested_filename == f"{name}.ipynb"
    handed = tmp_path / f"{name}.ipynb"
    downloading.value.save_as(handed)
    assert {c["id"] for c in read(handed)["cells"]} >= set(answers)
    page.close()
    assert main(["check", str(handed), "--json"]) == 0  # every check of the set is right


@walks
def test_progress_and_work_are_still_there_when_the_page_is_opened_again(walk):
    page, _ = walk.open("exercises/01-reading.ipynb")
    page.evaluate("""async () => {
      const contents = jupyterapp.serviceManager.contents;
      window.mine = (await contents.get("my-work")).content.map((each) => each.name);
    }""")
    names = page.evaluate("() => window.mine")
    assert any("progress" in name for name in names), names
    before = page.evaluate(CONTENT)
    page.reload()
    page.wait_for_function("() => window.jupyterapp?.shell?.currentWidget?.context?.isReady")
    assert texts(page.evaluate(CONTENT)).keys() == texts(before).keys()
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
