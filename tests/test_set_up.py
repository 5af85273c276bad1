"""The two commands: what they start, what they say when something is missing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from alignment.cli import doctor, lab, main
from tests.__main__ import browser_tests

ROOT = Path(__file__).resolve().parents[1]
MARK = "pytest.mark." + "browser"  # in two pieces, so that this file does not hold it


def make(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess:
    """Run make and catch what it prints."""
    return subprocess.run(
        ["make", *arguments],
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_make_alone_lists_every_target():
    listed = make().stdout
    for target in ("env", "lab", "test", "test-long", "notebooks", "exercises", "data", "fresh"):
        assert f"make {target} " in listed


def test_an_old_python_is_named_and_the_way_out_told(tmp_path):
    (tmp_path / "Makefile").write_text((ROOT / "Makefile").read_text())
    (tmp_path / "fairmark").mkdir()
    for name in ("requirements.txt", "pyproject.toml", "fairmark/pyproject.toml"):
        (tmp_path / name).write_text("")
    old = tmp_path / "old python"
    pretend = "import sys; sys.version_info = (3, 9); exec(sys.argv[1])"
    old.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{pretend}" "$2"\n')
    old.chmod(0o755)
    done = make("env", f"PYTHON={str(old)!r}", cwd=tmp_path)
    assert done.returncode != 0
    assert "Found Python 3.9; this module needs 3.11 or newer" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_the_lock_ends_with_this_project_and_pins_everything_else():
    lines = (ROOT / "requirements.txt").read_text().split("\n")
    assert lines[-3:] == ["-e ./fairmark", "-e .", ""]
    assert all("==" in line for line in lines[:-3])


def test_the_lock_names_no_host():
    for name in ("requirements.txt", "requirements-dev.txt"):
        assert "//" not in (ROOT / name).read_text()


def test_every_direct_dependency_is_in_the_lock():
    import tomllib

    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    locked = (ROOT / "requirements.txt").read_text().lower()
    for text in project["dependencies"]:
        assert f"\n{canonicalize_name(Requirement(text).name)}==" in f"\n{locked}"


def test_the_doctor_finds_nothing_wrong_here(capsys):
    assert main(["doctor", "--json"]) == 0
    findings = json.loads(capsys.readouterr().out)
    assert [finding["name"] for finding in findings if not finding["fine"]] == []


def test_the_doctor_names_a_folder_that_cannot_be_written(monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("ALIGNMENT_HOME", str(blocked))
    finding = doctor.check_own_folder()
    assert not finding.fine
    assert "ALIGNMENT_HOME" in finding.said


def test_the_doctor_says_when_tables_are_missing(monkeypatch, tmp_path):
    monkeypatch.setenv("ALIGNMENT_DATA", str(tmp_path))
    finding = doctor.check_tables()
    assert not finding.fine
    assert finding.fatal
    assert str(tmp_path) in finding.said


def test_a_notebook_that_does_not_exist_is_one_sentence(capsys):
    assert main(["lab", "notebooks/99-none.ipynb"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert lab.FIRST_LESSON in said


@pytest.mark.parametrize(("user", "flag"), [(0, True), (1000, False)])
def test_root_gets_the_flag_that_jupyterlab_needs(monkeypatch, user, flag):
    monkeypatch.setattr(os, "geteuid", lambda: user)
    command = lab.server_command(ROOT, lab.FIRST_LESSON, 8888, browser=True)
    assert ("--allow-root" in command) is flag


def test_the_server_listens_here_only_and_asks_nothing_of_the_network():
    command = lab.server_command(ROOT, lab.FIRST_LESSON, 8888, browser=False)
    assert "--ip=127.0.0.1" in command
    assert "--no-browser" in command
    assert f"--LabApp.default_url=/lab/tree/{lab.FIRST_LESSON}" in command
    assert "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate" in command


@pytest.mark.parametrize(("variables", "there"), [({}, False), ({"DISPLAY": ":0"}, True)])
def test_a_browser_is_opened_only_where_there_is_a_display(monkeypatch, variables, there):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert lab.has_display() is there


def test_every_command_has_help(capsys):
    for words in (["--help"], ["lab", "--help"], ["doctor", "--help"], ["notebooks", "--help"]):
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 0
    assert "Examples" in capsys.readouterr().out


def test_every_test_of_a_browser_is_in_a_file_that_the_browser_part_runs():
    marked = [p for p in (ROOT / "tests").glob("test_*.py") if MARK in p.read_text("utf-8")]
    assert sorted(str(path.relative_to(ROOT)) for path in marked) == browser_tests()
