"""A clone rebuilds what rests on our own facts byte for byte; raw files rebuild the rest.

The tests marked raw need the raw files: RAW=/path/to/raw python -m pytest -m raw
"""

import hashlib
import os
import subprocess
from pathlib import Path

import pandas as pd
import pytest

from alignment.cli import main
from alignment.tables import load, names, root
from alignment.tables.package import descriptor
from builder.build import build
from builder.descriptors import tables
from builder.dictionary import to_markdown
from builder.origins import markdown

ROOT = Path(__file__).resolve().parents[1]
HOW = "RAW names no folder: set RAW=/path/to/raw to prove that the tables can be rebuilt"


@pytest.fixture(scope="module")
def raw():
    folder = os.environ.get("RAW")
    if not folder:
        pytest.skip(HOW)
    return Path(folder)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def digests(folder):
    return {path.name: digest(path) for path in folder.iterdir() if path.is_file()}


def test_a_clone_rebuilds_every_table_that_needs_no_raw_file(tmp_path):
    done = build(tables(), tmp_path)
    assert sorted(done.built) == sorted(table.name for table in tables() if not table.raw)
    assert digests(tmp_path) == digests(root())


@pytest.mark.raw
def test_with_the_raw_files_every_table_is_rebuilt_byte_for_byte(raw, tmp_path):
    done = build(tables(), tmp_path, raw)
    assert done.kept == []
    assert digests(tmp_path) == digests(root())


def test_the_command_says_what_it_built_and_what_it_kept(tmp_path, capsys):
    assert main(["data", "build", "--out", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    own = sum(not table.raw for table in tables())
    assert f"Built {own} tables" in printed
    assert f"Kept {len(tables()) - own} as they are" in printed


def test_the_guide_lists_the_origins_that_the_command_prints():
    assert markdown(tables()) in (ROOT / "docs" / "data.md").read_text(encoding="utf-8")


@pytest.mark.raw
def test_no_tracked_file_is_a_raw_file(raw):
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    tracked = [ROOT / name for name in listed.stdout.split("\0") if name]
    shipped = {digest(path) for path in tracked if path.is_file()}
    assert len(shipped) > len(names())
    copies = [str(p) for p in raw.rglob("*") if p.is_file() and digest(p) in shipped]
    assert copies == []


@pytest.mark.raw
def test_every_raw_file_is_the_one_its_descriptor_names(raw):
    for table in tables():
        for file in table.raw:
            if file.sha256:
                assert digest(raw / file.path) == file.sha256, file.path


@pytest.mark.raw
def test_no_note_of_the_collectors_is_shipped_as_text(raw):
    notes = set()
    for path in raw.glob("facts-*/*.csv"):
        frame = pd.read_csv(path)
        if "quote_or_note" in frame:
            notes |= {note.strip(" \"'") for note in frame["quote_or_note"].dropna()}
    notes = {note for note in notes if len(note.split()) >= 4}
    assert notes
    own = {path: pd.read_csv(path, dtype=str) for path in (ROOT / "data-raw").rglob("*.csv")}
    for name, frame in [*((name, load(name)) for name in names()), *own.items()]:
        for column in frame.select_dtypes(["str", "object"]):
            if column != "title":
                same = notes & set(frame[column].dropna().astype(str).str.strip(" \"'"))
                assert not same, (name, column)


@pytest.mark.raw
def test_the_dummy_columns_of_the_vetoes_would_undercount(raw):
    frame = pd.read_csv(raw / "unsc-vetoes/unsc_vetoes_1946_sept2022.csv")
    shipped = load("vetoes").query("date <= '2022-07-08'")
    assert frame["USA"].sum() == 71
    assert shipped["USA"].sum() == 82


def test_the_descriptors_are_the_tables_that_are_shipped():
    assert [table.name for table in tables()] == [r["name"] for r in descriptor()["resources"]]


def test_the_dictionary_is_the_one_the_descriptor_gives():
    assert (root() / "README.md").read_text(encoding="utf-8") == to_markdown(descriptor())


def test_no_table_is_a_parquet_file_and_all_of_it_is_below_8_megabytes():
    files = [path for path in root().rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".csv", ".json", ".md"}
    assert sum(path.stat().st_size for path in files) < 8_000_000
