"""The lessons as plain pages: complete, quiet, and with a board that works without Python."""

import re
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import sync_playwright

from alignment.authoring.pages import page
from alignment.cli import main
from tests.jupyter import QUIET, browser_path

LESSONS = Path(__file__).resolve().parents[1] / "notebooks"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    out = tmp_path_factory.mktemp("a site with spaces")
    assert main(["notebooks", "html", "00", "03", "08", "--out", str(out)]) == 0
    return out


def test_pages_link_to_pages_and_load_only_what_lies_beside_them(site):
    for path in site.glob("*.html"):
        html = path.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|img|iframe|link)[^>]* (?:src|href)="([^"]*)"', html)
        assert all((site / address).exists() for address in loaded)
        assert ".ipynb)" not in html
    assert 'href="03-military.html"' in (site / "00-start-here.html").read_text(encoding="utf-8")
    assert 'href="03-military.html"' in (site / "index.html").read_text(encoding="utf-8")


def test_a_panel_that_needs_python_says_so_and_shows_its_table():
    output = {"text/plain": "Dial(1)", "text/html": "<table><tr><td>one</td></tr></table>"}
    cell = nbformat.v4.new_code_cell("Dial()")
    cell.outputs = [nbformat.v4.new_output("execute_result", output, execution_count=1)]
    head = nbformat.v4.new_markdown_cell("# A lesson")
    html = page(nbformat.v4.new_notebook(cells=[head, cell]), live=["WeighingBoard"])
    assert "This panel moves in JupyterLab" in html
    assert "<td>one</td>" in html


@pytest.mark.browser
@pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium")
def test_figures_show_and_the_board_works_from_the_disk_without_a_request(site):
    told = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
        view = browser.new_page(viewport={"width": 1366, "height": 860})
        view.on("pageerror", lambda error: told.append(str(error)))
        view.on("request", lambda request: told.append(request.url))
        view.goto((site / "03-military.html").as_uri())
        view.wait_for_selector(".alignment-figure .main-svg")
        figures = view.locator(".alignment-figure").count()
        assert figures == view.locator(".alignment-figure:has(.main-svg)").count() >= 3
        view.goto((site / "08-weighing.html").as_uri())
        view.wait_for_function("document.querySelector('.alb-ranking')?.innerText")
        assert view.locator(".alb-ranking").inner_text().startswith("1 Technology")
        view.get_by_role("slider", name="Immediacy").focus()
        view.keyboard.press("End")
        view.wait_for_function(
            "document.querySelector('.alb-ranking').innerText.startsWith('1 Economic')"
        )
        browser.close()
    assert [
        address for address in told if not address.startswith(("file:", "blob:", "data:"))
    ] == []
