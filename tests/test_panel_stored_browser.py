"""A panel where no front end part for widgets is: its sentence and its table show."""

import json

import pytest
from playwright.sync_api import expect

from tests.jupyter import browser_path, jupyter_lab, write_notebook

pytestmark = [
    pytest.mark.browser,
    pytest.mark.long,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]
CELLS = [
    'from alignment.widgets import ScoreSheet\nScoreSheet("E")',
    "from alignment.widgets import WeighingBoard\nWeighingBoard(sheets={})",
]
OFF = {"disabledExtensions": {"@jupyter-widgets/jupyterlab-manager": True}}


def test_a_panel_shows_its_table_and_a_sentence_where_widgets_are_not_supported(tmp_path):
    (tmp_path / "root").mkdir()
    write_notebook(tmp_path / "root" / "panels.ipynb", CELLS)
    config = tmp_path / "own" / "config" / "labconfig" / "page_config.json"
    config.parent.mkdir(parents=True)
    config.write_text(json.dumps(OFF), encoding="utf-8")
    with jupyter_lab(tmp_path / "root", tmp_path / "own", height=2400) as lab:
        lab.open("panels.ipynb")
        lab.run_all()
        stored = lab.page.locator(".alignment-stored")
        expect(stored).to_have_count(len(CELLS))
        for panel in stored.all():
            expect(panel).to_contain_text("This panel is asleep")
            expect(panel.locator("table").first).to_be_visible()
        expect(lab.page.locator(".alignment-panel")).to_have_count(0)
