"""What `make lab` tells JupyterLab, and what it leaves as somebody else has set it."""

import json
import sys

import pytest

from alignment.cli.lab import LAB_SETTINGS, settle_lab

NEWS, CELLS = LAB_SETTINGS


@pytest.fixture
def overrides(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    target = tmp_path / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    target.parent.mkdir(parents=True)
    return target


def test_a_new_environment_gets_all_settings(overrides):
    settle_lab()
    assert json.loads(overrides.read_text("utf-8")) == LAB_SETTINGS


def test_an_environment_of_before_gets_what_is_new_and_keeps_what_is_set(overrides):
    overrides.write_text(json.dumps({NEWS: {"fetchNews": "true"}, "theirs": {}}), "utf-8")
    settle_lab()
    wanted = {NEWS: {"fetchNews": "true"}, CELLS: LAB_SETTINGS[CELLS], "theirs": {}}
    assert json.loads(overrides.read_text("utf-8")) == wanted


@pytest.mark.parametrize("text", ['// ours\n{"theirs": {}}', "[]"])
def test_a_file_that_it_cannot_read_stays_as_it_is(overrides, text):
    overrides.write_text(text, "utf-8")
    settle_lab()
    assert overrides.read_text("utf-8") == text
