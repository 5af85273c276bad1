"""The workshop behind the tables: text blocks, raw files, recipes, Parquet."""

import os
import struct
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.sources import bibliography, facts, parquet
from alignment.sources.blocks import rows
from alignment.sources.building import build, shaped
from alignment.sources.raw import Raw, RawMissing
from alignment.sources.recipe import Recipe, RecipeError, integer, number, text
from alignment.sources.registry import recipes
from alignment.tables.reading import read
from alignment.tables.writing import to_text

BASES = ("a licence that allows it: ", "facts with attribution: ", "our own derivation: ")


def recipe(**other):
    plain = Recipe(
        name="small",
        title="Small",
        description="A small table.",
        build=lambda raw: pd.DataFrame({"name": ["a", "b"], "value": [1.26, None]}),
        fields=(text("name", "name", required=True), number("value", "value", "per cent", 1)),
        key=("name",),
        sources=("project",),
        licence="CC BY 4.0",
        basis="our own derivation: a test",
        vintage="2026",
        coverage="all",
    )
    return replace(plain, **other)


def test_a_block_is_a_table_and_an_indented_line_continues_the_one_above():
    frame = rows("name | meaning\na | first\n    and more\nb |\n")
    assert frame.to_dict("records") == [
        {"name": "a", "meaning": "first and more"},
        {"name": "b", "meaning": None},
    ]


def test_a_row_with_too_many_cells_is_named():
    with pytest.raises(RecipeError, match=r"has 3 cells, the header 2"):
        rows("name | meaning\na | b | c\n")


def test_a_missing_raw_file_says_how_to_give_the_folder(tmp_path):
    with pytest.raises(RawMissing, match=r"The raw file gdp.csv is not in .* make data RAW="):
        Raw(tmp_path).csv("gdp.csv")


def test_what_is_read_is_remembered_with_checksum_and_rows(tmp_path):
    (tmp_path / "a.csv").write_text("x\n1\n2\n", encoding="utf-8")
    raw = Raw(tmp_path)
    raw.csv("a.csv")
    assert raw.rows == {"a.csv": 2}
    assert len(raw.checksums["a.csv"]) == 64


def test_a_key_that_is_there_twice_stops_the_build():
    twice = pd.DataFrame({"name": ["a", "a"], "value": [1, 2]})
    with pytest.raises(RecipeError, match=r"has the key .* twice"):
        shaped(recipe(), twice)


def test_a_column_the_builder_forgot_stops_the_build():
    with pytest.raises(RecipeError, match=r"gives no column \['value'\]"):
        shaped(recipe(), pd.DataFrame({"name": ["a"]}))


def test_a_build_writes_table_descriptor_and_dictionary(tmp_path):
    package = build([recipe()], tmp_path, tmp_path / "out")
    assert (tmp_path / "out" / "small.csv").read_bytes() == b"name,value\na,1.3\nb,\n"
    assert package["resources"][0]["rows"] == 2
    assert "## small" in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")


@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.floats(-1e9, 1e9)),
            st.one_of(st.none(), st.integers(-(10**9), 10**9)),
            st.one_of(st.none(), st.booleans()),
            st.one_of(st.none(), st.dates(pd.Timestamp("1700-01-01").date())),
        ),
        min_size=1,
        max_size=20,
    )
)
def test_what_is_written_is_read_back(tmp_path_factory, cells):
    fields = [
        {"name": "number", "type": "number", "decimals": 3},
        {"name": "whole", "type": "integer"},
        {"name": "truth", "type": "boolean"},
        {"name": "day", "type": "date"},
        {"name": "row", "type": "string"},
    ]
    frame = pd.DataFrame(cells, columns=["number", "whole", "truth", "day"], dtype=object)
    frame["row"] = [f"r{place}" for place in range(len(frame))]
    path = tmp_path_factory.mktemp("t") / "t.csv"
    path.write_text(to_text(frame, {"fields": fields}), encoding="utf-8")
    back = read(path, {"fields": fields})
    assert to_text(back, {"fields": fields}) == path.read_text(encoding="utf-8")
    assert (back.isna() == frame.isna()).all(axis=None)


def test_the_identifier_of_a_page_is_its_site_and_six_digits():
    first, second = (facts.source_id(f"https://tass.com/economy/{n}") for n in (1, 2))
    assert first.startswith("tass-")
    assert len(first) == len("tass-") + 6
    assert first != second


@pytest.mark.parametrize("known", recipes(), ids=lambda known: known.name)
def test_every_recipe_says_on_which_basis_we_publish(known):
    assert known.basis.startswith(BASES)
    assert known.licence
    assert known.sources


@pytest.mark.parametrize("known", recipes(), ids=lambda known: known.name)
def test_every_recipe_orders_at_least_one_column_as_key(known):
    names = {field.name for field in known.fields}
    assert set(known.key) <= names
    assert all(column in names for column, _, _ in known.foreign)


def test_a_file_that_is_not_parquet_is_refused(tmp_path):
    path = tmp_path / "a.parquet"
    path.write_bytes(b"not parquet")
    with pytest.raises(RecipeError, match="is not a Parquet file"):
        parquet.read(path)


@given(st.lists(st.integers(0, 7), min_size=1, max_size=200))
def test_bit_packed_and_repeated_values_are_read_back(values):
    padded = values + [0] * (-len(values) % 8)
    packed = bytearray([(len(padded) // 8) << 1 | 1]) if len(padded) < 512 else None
    bits = "".join(format(value, "03b")[::-1] for value in padded)
    packed += bytes(int(bits[i : i + 8][::-1], 2) for i in range(0, len(bits), 8))
    assert parquet._hybrid(bytes(packed), 3, len(values)).tolist() == values
    repeated = bytes([len(values) << 1 & 0x7F | (0x80 if len(values) > 63 else 0)])
    repeated += bytes([len(values) >> 6]) if len(values) > 63 else b""
    assert parquet._hybrid(repeated + b"\x05", 3, len(values)).tolist() == [5] * len(values)


def test_thrift_numbers_use_zigzag():
    assert [parquet.Compact(bytes([byte])).integer() for byte in (0, 1, 2, 3)] == [0, -1, 1, -2]


def test_texts_of_a_dictionary_are_read_one_after_the_other():
    body = b"".join(struct.pack("<I", len(word)) + word.encode() for word in ("yes", "no"))
    assert parquet._plain(body, parquet.BYTE_ARRAY, 2).tolist() == ["yes", "no"]


@pytest.mark.raw
def test_the_votes_file_has_the_rows_its_note_gives():
    folder = os.environ.get("RAW")
    if not folder:
        pytest.skip("RAW names no folder: set RAW=/path/to/raw to read the raw file of UN votes")
    frame = parquet.read(Path(folder) / "unvotes-2019" / "un_votes_1946_2019.parquet")
    assert len(frame) == 870_109
    assert (frame["country_code"] == "TW").sum() == 1233
    assert set(frame["vote"]) == {"yes", "no", "abstain"}


@pytest.mark.parametrize(
    ("title", "url", "day"),
    [
        ("Trade grew (TASS, 5 Dec 2025)", "", "2025-12-05"),
        ("Trade grew", "https://site.org/2024/10/21/trade", "2024-10-21"),
        ("Trade grew", "http://en.people.cn/n3/2026/0205/c90000.html", "2026-02-05"),
        ("Drills in the Baltic (2017-07)", "", "2017-07"),
        ("Lending (Anadolu, Nov 2025)", "", "2025-11"),
        ("Trade in January-August 2023", "", None),
        ("Share falls to 4.14% (Dec 2023)", "", None),
        ("Trade grew", "https://site.org/2024/13/41/trade", None),
    ],
)
def test_the_month_of_the_figures_is_not_the_day_of_the_page(title, url, day):
    assert bibliography._date_of_page(title, url) == day


def test_whole_numbers_need_no_unit_but_numbers_do():
    assert integer("count", "count").unit == ""
    with pytest.raises(TypeError):
        number("value", "value")
