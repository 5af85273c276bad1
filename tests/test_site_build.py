"""The whole site, built once in its default form: what a host would be given. Takes minutes."""

import functools
import hashlib
import json
import re
import subprocess
import sys
import zipfile
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect, sync_playwright

from onelink import lock
from onelink.settings import ENVIRONMENT
from tests.jupyter import QUIET, browser_path
from tests.walks import PATIENCE, served

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    out = tmp_path_factory.mktemp("a host with spaces") / "site"
    subprocess.run(["make", "build/site-env/ready"], cwd=ROOT, check=True)
    subprocess.run([sys.executable, ROOT / "deploy/site/build.py", "--out", out], check=True)
    return out


def without_scripts(page: Path) -> str:
    """Read a page; what its scripts hold is no link."""
    return re.sub(r"<script[^>]*>.*?</script>", "", page.read_text(encoding="utf-8"), flags=re.S)


@functools.cache
def ids(page: Path) -> set[str]:
    """List the places of a page that a link can name."""
    found = re.findall(r'\bid="([^"]+)"', page.read_text(encoding="utf-8"))
    return {unescape(each) for each in found}


def linked(page: Path) -> set[str]:
    """List the addresses of a page that lie in the site."""
    html = without_scripts(page)
    found = re.findall(r'<(?:a|link|script|img)[^>]*? (?:href|src)="([^"#]+)', html)
    return {unescape(each) for each in found if not re.match(r"\w+:", each)}


def test_every_link_of_the_first_page_and_of_the_pages_to_read_leads_to_a_file(site):
    pages = [site / "index.html", *(site / "read").glob("*.html")]
    assert len(pages) > 20
    for page in pages:
        for link in linked(page):
            address, _, notebook = link.partition("?path=")
            assert (page.parent / address).resolve().is_file(), f"{page.name}: {link}"
            if notebook:
                assert (site / "live" / "files" / notebook).is_file(), f"{page.name}: {link}"


def test_every_file_is_listed_with_its_checksum_and_none_is_a_source_map(site):
    lines = (site / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = dict(reversed(line.split("  ", 1)) for line in lines)
    there = {each.relative_to(site).as_posix() for each in site.rglob("*") if each.is_file()}
    assert set(listed) == there - {"SHA256SUMS"}
    assert not [name for name in there if name.endswith(".map")]
    for name, digest in listed.items():
        assert hashlib.sha256((site / name).read_bytes()).hexdigest() == digest, name


def test_packages_come_from_the_site_or_by_checksum_from_the_cdn_and_nothing_else_is_named(site):
    course = site / "live" / "static" / "course"
    packages = json.loads((course / "pyodide-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, entry in packages.items():
        if entry["file_name"].startswith("../course/"):
            assert lock.sha256(course / Path(entry["file_name"]).name) == entry["sha256"], name
        else:
            assert entry["file_name"].startswith(lock.pinned().base), name
            assert entry["sha256"] == lock.pinned().packages[name]["sha256"], name
    told = json.loads((site / "live" / "jupyter-lite.json").read_text(encoding="utf-8"))
    settings = json.dumps(told["jupyter-config-data"]["litePluginSettings"])
    assert re.findall(r"https?://[^\"]+", settings) == [f"{lock.pinned().base}pyodide.mjs"]


def test_the_script_of_charts_in_panels_lies_where_the_packages_name_it(site):
    address = ENVIRONMENT["ALIGNMENT_PLOTLY_JS"]
    script = (site / "live" / "notebooks" / address).resolve().read_text(encoding="utf-8")
    assert "plotly.js v" in script[:200]


def test_the_courses_package_brings_its_engine_and_tables(site):
    (wheel,) = (site / "live" / "static" / "course").glob("china_russia_alignment-*.whl")
    with zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
    assert {"fairmark/checks/__init__.py", "alignment/_course/course.toml"} <= names
    assert any(name.startswith("alignment/_course/data/") for name in names)
    assert any(name.startswith("alignment/_course/exercises/keys/") for name in names)


def test_each_notebook_page_says_its_version_and_holds_the_line_at_its_foot(site):
    told = json.loads((site / "site.json").read_text(encoding="utf-8"))
    for app in ("lab", "notebooks", "tree", "edit"):
        html = (site / "live" / app / "index.html").read_text(encoding="utf-8")
        assert f'data-course-version="{told["build"]}"' in html
        assert 'lang="en"' in html
        assert f'data-course-python="{lock.pinned().base}pyodide.mjs"' in html
        assert 'src="../watch.js"' in html


def test_every_link_to_a_question_or_a_place_leads_to_it_on_its_page(site):
    """And in the notebook of that page, where `#cell-id=` names a cell."""
    followed = 0
    for page in (site / "read").glob("*.html"):
        html = re.sub(
            r"<script[^>]*>.*?</script>", "", page.read_text(encoding="utf-8"), flags=re.S
        )
        for address, place in re.findall(r'<a[^>]* href="([^":#?]*)#([^"]+)"', html):
            target = page if not address else page.parent / unescape(address)
            named = {unescape(place), unquote(unescape(place))}  # a browser looks for both
            assert named & ids(target.resolve()), f"{page.name}: {address}#{place}"
            followed += 1
    assert followed > 50
    for file in (site / "live" / "files" / "notebooks").glob("*.ipynb"):
        text = file.read_text(encoding="utf-8")
        for link, cell in re.findall(r"\]\(([\w./-]+\.ipynb)#cell-id=([\w-]+)\)", text):
            there = json.loads((file.parent / link).read_text(encoding="utf-8"))["cells"]
            assert cell in [each["id"] for each in there], f"{file.name}: {link}#{cell}"


@pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium")
@pytest.mark.parametrize("answer", ["refused", "none"])
def test_a_page_whose_python_is_blocked_names_the_address_to_allow_and_can_be_read(site, answer):
    """A filter refuses what it blocks, or drops it without a word."""
    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
        context = browser.new_context()
        context.route(
            lambda url: "127.0.0.1" not in url,
            lambda route: route.abort() if answer == "refused" else None,
        )
        page = context.new_page()
        page.goto(f"{address}live/notebooks/index.html?path=exercises/01-reading.ipynb")
        words = page.locator("#course-bar [role=status]")
        expect(words).to_contain_text(
            "cannot be loaded from cdn.jsdelivr.net: there is no network, or a filter blocks",
            timeout=PATIENCE,
        )
        page.get_by_role("link", name="Read this as a page").click()
        expect(page.locator("h1").first).to_be_visible(timeout=PATIENCE)
        browser.close()
