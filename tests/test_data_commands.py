"""`alignment data`: what the commands print and how they fail."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from alignment import tables
from alignment.cli import main


def test_list_prints_every_table_with_rows_and_title(capsys):
    assert main(["data", "list"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == len(tables.names())
    assert any(
        line.startswith("trade ") and f" {len(tables.load('trade'))} " in line for line in printed
    )


def test_list_prints_json(capsys):
    assert main(["data", "list", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [item["name"] for item in printed] == tables.names()


def test_cite_prints_what_cite_returns(capsys):
    assert main(["data", "cite", "trade"]) == 0
    assert capsys.readouterr().out == f"{tables.cite('trade')}\n"


def test_an_unknown_table_is_one_sentence_and_exit_code_2(capsys):
    assert main(["data", "cite", "trdae"]) == 2
    assert capsys.readouterr().err.startswith("alignment: There is no table 'trdae'; choose one of")


def test_a_build_with_a_folder_that_is_not_there_says_so_and_writes_nothing(tmp_path, capsys):
    out = tmp_path / "out"
    raw = tmp_path / "nowhere"
    assert main(["data", "build", "--raw", str(raw), "--out", str(out)]) == 2
    assert "There is no folder" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("command", ["build", "origins", "refresh trade"])
def test_outside_a_checkout_the_commands_that_build_say_so(command, tmp_path):
    """An installed course has no data-raw: the package is copied away from its checkout."""
    package = Path(tables.__file__).parents[1]
    shutil.copytree(package, tmp_path / "alignment", ignore=shutil.ignore_patterns("__pycache__"))
    ran = subprocess.run(
        [sys.executable, "-m", "alignment", "data", *command.split()],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith("alignment: There is no folder data-raw here")


def test_refresh_of_a_table_without_address_says_which_have_one(capsys):
    assert main(["data", "refresh", "trade"]) == 2
    assert "trade has no public address to download from" in capsys.readouterr().err


def test_origins_name_each_raw_file_with_its_address_and_licence(capsys):
    assert main(["data", "origins"]) == 0
    printed = capsys.readouterr().out
    assert "tables rebuild from a clone:" in printed
    assert "from https://ticdata.treasury.gov/Publish/mfhhis01.txt" in printed
    assert "licence: US government work" in printed
