"""Rebuilding the package from raw files gives the same bytes; no raw file is shipped.

These tests need the raw files: RAW=/path/to/raw python -m pytest -m raw
"""

import hashlib
import os
import subprocess
from pathlib import Path

import pandas as pd
import pytest

from alignment.sources.building import build
from alignment.sources.registry import recipes
from alignment.tables import load, names, root
from alignment.tables.package import descriptor

ROOT = Path(__file__).resolve().parents[1]
HOW = "RAW names no folder: set RAW=/path/to/raw to prove that the tables can be rebuilt"


@pytest.fixture(scope="module")
def raw():
    folder = os.environ.get("RAW")
    if not folder:
        pytest.skip(HOW)
    return Path(folder)


@pytest.fixture(scope="module")
def rebuilt(raw, tmp_path_factory):
    folder = tmp_path_factory.mktemp("rebuilt")
    build(recipes(), raw, folder)
    return folder


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.raw
def test_every_file_is_rebuilt_byte_for_byte(rebuilt):
    committed = {path.name: digest(path) for path in root().iterdir() if path.is_file()}
    again = {path.name: digest(path) for path in rebuilt.iterdir()}
    assert again == committed


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
def test_every_raw_file_has_the_checksum_its_own_note_gives(raw):
    for item in descriptor()["resources"]:
        for file in item["rawFiles"]:
            note = (raw / file["path"]).parent / "SOURCE.md"
            assert file["sha256"] in note.read_text(encoding="utf-8"), file["path"]


@pytest.mark.raw
def test_no_note_of_the_collectors_is_shipped_as_text(raw):
    notes = set()
    for path in raw.glob("facts-*/*.csv"):
        frame = pd.read_csv(path)
        if "quote_or_note" in frame:
            notes |= {note.strip(" \"'") for note in frame["quote_or_note"].dropna()}
    notes = {note for note in notes if len(note.split()) >= 4}
    for name in names():
        frame = load(name)
        for column in frame.select_dtypes("str"):
            if (name, column) != ("sources", "title"):
                same = notes & set(frame[column].dropna().str.strip(" \"'"))
                assert not same, (name, column)


@pytest.mark.raw
def test_the_dummy_columns_of_the_vetoes_would_undercount(raw):
    frame = pd.read_csv(raw / "unsc-vetoes/unsc_vetoes_1946_sept2022.csv")
    shipped = load("vetoes").query("date <= '2022-07-08'")
    assert frame["USA"].sum() == 71
    assert shipped["USA"].sum() == 82


def test_the_recipes_are_the_tables_that_are_shipped():
    assert [recipe.name for recipe in recipes()] == [r["name"] for r in descriptor()["resources"]]


def test_the_dictionary_is_the_one_the_descriptor_gives():
    from alignment.sources.dictionary import to_markdown

    assert (root() / "README.md").read_text(encoding="utf-8") == to_markdown(descriptor())


def test_no_table_is_a_parquet_file_and_all_of_it_is_below_8_megabytes():
    files = [path for path in root().rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".csv", ".json", ".md"}
    assert sum(path.stat().st_size for path in files) < 8_000_000
