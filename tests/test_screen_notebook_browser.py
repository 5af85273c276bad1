"""The same as in JupyterLab, in Notebook 7: a day of every lesson, its panels and a figure."""

import pytest

from tests import screen
from tests.jupyter import browser_path
from tests.screen import LESSONS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.long,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    with screen.served(tmp_path_factory, "notebook") as running:
        yield running


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_stays_on_screen_in_notebook_7(notebook, lesson):
    screen.walk(notebook, lesson, [*screen.USUAL, *screen.RARE])
    screen.fall_asleep(notebook, lesson)
