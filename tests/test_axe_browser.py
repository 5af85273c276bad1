"""Axe looks at what our cells put on the page in JupyterLab.

In JupyterLab's scrolled panel axe cannot measure contrast (and takes long to find that out); the
other browser tests do in both themes, and axe does on the plain pages. Without contrast a theme
changes nothing for axe, so one dark lesson is enough.
"""

import shutil
from pathlib import Path

import pytest

from tests.axe import OPTIONS, violations
from tests.jupyter import browser_path, jupyter_lab

ROOT = Path(__file__).resolve().parents[1]
LESSONS = sorted(path.stem for path in ROOT.glob("notebooks/lesson-*.ipynb"))
OUTPUTS = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea-output"
IN_LAB = OPTIONS | {"rules": {"color-contrast": {"enabled": False}}}

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


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_outputs_of_a_lesson_are_accessible(lab, lesson):
    lab.open(f"notebooks/{lesson}.ipynb")
    lab.run_all()
    assert lab.errors() == []
    lab.views()
    assert violations(lab.page, OUTPUTS, IN_LAB) == []


def test_axe_would_see_a_control_without_a_name_and_nothing_else_in_the_dark(lab):
    lab.open("notebooks/lesson-08-weighing.ipynb")
    lab.run_all()
    lab.views()
    lab.theme("dark")
    plant = "([area, html]) => document.querySelector(area).insertAdjacentHTML('beforeend', html)"
    lab.page.evaluate(plant, [f"{OUTPUTS} .alb", "<input type=range>"])
    assert violations(lab.page, OUTPUTS, IN_LAB) == ['label: <input type="range">']
