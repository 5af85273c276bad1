"""`alignment data`: what the commands print and how they fail."""

import json

from alignment import tables
from alignment.cli import main


def test_list_prints_every_table_with_rows_and_title(capsys):
    assert main(["data", "list"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == len(tables.names())
    assert any(line.startswith("trade ") and " 18 " in line for line in printed)


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


def test_a_build_without_raw_files_says_so_and_writes_nothing(tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["data", "build", "--raw", str(tmp_path), "--out", str(out)]) == 2
    assert "is not in" in capsys.readouterr().err
    assert not out.exists()


def test_refresh_of_a_table_without_address_says_which_have_one(capsys):
    assert main(["data", "refresh", "trade"]) == 2
    assert "trade has no public address to download from" in capsys.readouterr().err
