"""Axe looks at what our cells put on the page: JupyterLab in both themes, and plain pages.

In JupyterLab's scrolled panel axe cannot measure contrast (and takes long to find that out); the
other browser tests do, and axe does on the plain pages.
"""

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from alignment.cli import main
from tests.jupyter import browser_path, jupyter_lab

ROOT = Path(__file__).resolve().parents[1]
LESSONS = sorted(path.stem for path in ROOT.glob("notebooks/[0-9]*.ipynb"))
OUTPUTS = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea-output"
OPEN_FOLDS = "all => document.querySelectorAll(all).forEach(fold => { fold.open = true; })"
OPTIONS = {"resultTypes": ["violations", "passes"]}
IN_LAB = OPTIONS | {"rules": {"color-contrast": {"enabled": False}}}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]


def violations(page: Page, area: str, options: dict) -> list[str]:
    """Name each serious or critical violation with the first element concerned."""
    page.evaluate(OPEN_FOLDS, f"{area} details")
    found = Axe().run(page, context=area, options=options).response
    assert len(found["passes"]) > 5  # it has looked at something
    grave = [each for each in found["violations"] if each["impact"] in ("serious", "critical")]
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in grave]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    root, own = tmp_path_factory.mktemp("lab"), tmp_path_factory.mktemp("own")
    hidden = shutil.ignore_patterns("source")
    shutil.copytree(ROOT / "notebooks", root / "notebooks", ignore=hidden)
    with jupyter_lab(root, own) as lab:
        yield lab


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_outputs_of_a_lesson_are_accessible_in_both_themes(lab, lesson):
    lab.open(f"notebooks/{lesson}.ipynb")
    lab.run_all()
    assert lab.errors() == []
    lab.views()
    for theme in ("light", "dark"):
        lab.theme(theme)
        lab.page.wait_for_timeout(500)
        assert violations(lab.page, OUTPUTS, IN_LAB) == [], theme


def test_axe_would_see_a_control_without_a_name(lab):
    lab.open("notebooks/08-weighing.ipynb")
    lab.run_all()
    lab.views()
    plant = "([area, html]) => document.querySelector(area).insertAdjacentHTML('beforeend', html)"
    lab.page.evaluate(plant, [f"{OUTPUTS} .alb", "<input type=range>"])
    assert violations(lab.page, OUTPUTS, IN_LAB) == ['label: <input type="range">']


def test_plain_pages_are_accessible(lab, tmp_path):
    assert main(["notebooks", "html", "04", "08", "10", "--out", str(tmp_path)]) == 0
    page = lab.page.context.browser.new_page(viewport={"width": 1366, "height": 860})
    for lesson in ("04-economic", "08-weighing", "10-judgement"):
        page.goto((tmp_path / f"{lesson}.html").as_uri())
        page.wait_for_selector(".alignment-figure .main-svg")
        assert violations(page, "body", OPTIONS) == [], lesson
    page.close()
