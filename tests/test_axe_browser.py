"""Axe, as it looks at every lesson in `test_screen_browser.py`, sees what is wrong.

Without contrast a theme changes nothing for axe, so one dark lesson is enough.
"""

import shutil
from pathlib import Path

import pytest

from tests.axe import IN_LAB, OUTPUTS, violations
from tests.jupyter import browser_path, jupyter_lab

ROOT = Path(__file__).resolve().parents[1]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    root, own = tmp_path_factory.mktemp("lab"), tmp_path_factory.mktemp("own")
    hidden = shutil.ignore_patterns("source")
    shutil.copytree(ROOT / "notebooks", root / "notebooks", ignore=hidden)
    with jupyter_lab(root, own) as lab:
        yield lab


def test_axe_would_see_a_control_without_a_name_and_nothing_else_in_the_dark(lab):
    lab.open("notebooks/lesson-08-weighing.ipynb")
    lab.run_all()
    lab.views()
    lab.theme("dark")
    lab.page.wait_for_selector(f"{OUTPUTS} .alb", state="attached")
    plant = "([area, html]) => document.querySelector(area).insertAdjacentHTML('beforeend', html)"
    lab.page.evaluate(plant, [f"{OUTPUTS} .alb", "<input type=range>"])
    (found,) = violations(lab.page, OUTPUTS, IN_LAB)
    assert found.startswith('label: <input type="range"')  # its keys are kept from the notebook
