"""The lessons as plain pages: complete, linked, and loading only what lies beside them."""

import re
from pathlib import Path

import nbformat
import pytest

from alignment.cli import main
from fairmark.authoring.pages import page

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
    # Three lessons are written here, so only links to the others may lead nowhere.
    links = {link for path in site.glob("*.html") for link in addresses(path)}
    nowhere = {link for link in links if not (site / link).exists()}
    assert all(re.match(r"lesson-(?!00-|03|08)", link) for link in nowhere), nowhere
    assert "set-03-military.html" in addresses(site / "lesson-03-military.html")
    assert "lesson-03-military.html" in addresses(site / "set-03-military.html")
    for name in ("lesson-00-start-here.html", "index.html"):
        assert "lesson-03-military.html" in addresses(site / name)


def addresses(page: Path) -> set[str]:
    """List the relative addresses that a page's links lead to."""
    found = re.findall(r'<a [^>]*?href="([^"#]+)', page.read_text(encoding="utf-8"))
    return {address for address in found if "://" not in address}


def test_a_page_is_written_twice_to_the_same_bytes():
    lesson = nbformat.read(LESSONS / "lesson-03-military.ipynb", as_version=4)
    assert page(lesson, []) == page(lesson, [])


def test_a_panel_that_needs_python_says_so_and_shows_its_table():
    output = {"text/plain": "Dial(1)", "text/html": "<table><tr><td>one</td></tr></table>"}
    cell = nbformat.v4.new_code_cell("Dial()")
    cell.outputs = [nbformat.v4.new_output("execute_result", output, execution_count=1)]
    head = nbformat.v4.new_markdown_cell("# A lesson")
    html = page(nbformat.v4.new_notebook(cells=[head, cell]), live=["WeighingBoard"])
    assert "This panel moves in JupyterLab" in html
    assert "<td>one</td>" in html


def test_no_page_tells_a_reader_to_run_a_cell_that_a_page_cannot_run(site):
    html = (site / "lesson-03-military.html").read_text(encoding="utf-8")
    assert "This panel moves in JupyterLab" in html
    assert "This panel is asleep" not in html


def test_a_result_and_the_code_of_a_figure_are_folded_and_an_argument_is_open(site):
    html = (site / "lesson-00-start-here.html").read_text(encoding="utf-8")
    first, second, third = html.split('<details class="fairmark-result">')
    assert "4 of China&#x27;s 100 dollars" not in first
    assert "4 of China" in second.split("</details>")[0]
    assert 'class="fairmark-figure"' in third.split("Save this")[0]
    folded = re.findall(
        r"<details><summary>Code of the figure</summary>(.*?)</details>", html, re.S
    )
    assert len(folded) == 2
    assert all("present" in code for code in folded)
    opened = re.sub(
        r"<details><summary>Code of the figure</summary>.*?</details>", "", html, flags=re.S
    )
    assert "distance" in opened
    assert "color_discrete_map" not in opened
