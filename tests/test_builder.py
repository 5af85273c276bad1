"""From data-raw/ to data/: descriptors, facts and content as CSV, recipes."""

import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.tables.reading import read as read_csv
from alignment.tables.writing import to_text
from builder import FOLDER
from builder.build import build
from builder.descriptors import DescriptorError, read, tables
from builder.inputs import Inputs, RawMissing, RecipeError
from builder.refused import faults, refused, refused_domain
from builder.unused import faults as unused_faults
from builder.unused import unused

ROOT = FOLDER.parent
BASES = ("a licence that allows it: ", "facts with attribution: ", "our own derivation: ")
SMALL = """\
title: Small
description: A small table.
from: facts/small.csv
primaryKey: [name]
fields:
- {name: name, type: string, description: name, constraints: {required: true}}
- {name: value, type: number, unit: per cent, decimals: 1, description: value}
sources: [somebody]
licence: CC BY 4.0
basis: "our own derivation: a test of {rows} of {raw_rows} rows"
vintage: "2026"
coverage: all
"""
SOURCES = "source_id,publisher,short,title,url\nsomebody,Somebody,Somebody,Figures,\n"
FACTS = "name,value,confidence\na,1.26,high\nb,,medium\nc,9,low\n"


@pytest.fixture
def workshop(tmp_path):
    """Return a small folder like data-raw with one table."""
    for name, content in {
        "tables/topics.csv": "folder,title\nfirst,The first topic\n",
        "tables/first/small.yaml": SMALL,
        "facts/sources.csv": SOURCES,
        "facts/small.csv": FACTS,
    }.items():
        path = tmp_path / "data-raw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path / "data-raw"


def built(workshop, **options):
    out = workshop.parent / "out"
    return build(tables(workshop), out, folder=workshop, **options), out


def edit(workshop, name, old, new):
    path = workshop / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_one_descriptor_and_one_csv_make_a_table_with_descriptor_and_dictionary(workshop):
    done, out = built(workshop)
    assert (out / "small.csv").read_bytes() == b"name,value\na,1.3\nb,\n"
    (item,) = done.package["resources"]
    assert item["basis"] == "our own derivation: a test of 2 of 3 rows"
    assert item["topic"] == "The first topic"
    assert item["sources"][0]["publisher"] == "Somebody"
    assert "## small" in (out / "README.md").read_text(encoding="utf-8")


def test_a_second_table_is_found_without_a_list_being_edited(workshop):
    shutil.copy(workshop / "tables/first/small.yaml", workshop / "tables/first/another.yaml")
    assert [table.name for table in tables(workshop)] == ["another", "small"]


def test_a_corrected_cell_is_a_corrected_table(workshop):
    edit(workshop, "facts/small.csv", "1.26", "1.36")
    assert "a,1.4" in (built(workshop)[1] / "small.csv").read_text(encoding="utf-8")


def test_a_file_that_a_spreadsheet_saved_is_read(workshop):
    path = workshop / "facts/small.csv"
    path.write_bytes(b"\xef\xbb\xbf" + FACTS.replace("\n", "\r\n").encode())
    assert (built(workshop)[1] / "small.csv").read_bytes() == b"name,value\na,1.3\nb,\n"


def test_a_row_of_low_confidence_that_another_page_confirmed_points_to_that_page(workshop):
    facts = "name,source_id,confidence,confirmed_by\na,page-1,low,page-2\nb,page-1,low,\n"
    (workshop / "facts/more.csv").write_text(facts, encoding="utf-8")
    frame = Inputs(folder=workshop).facts("more")
    assert frame[["name", "source_id", "confidence"]].values.tolist() == [["a", "page-2", "high"]]


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("tables/first/small.yaml", "licence:", "license:", "license is not known; did you mean"),
        ("tables/first/small.yaml", 'vintage: "2026"\n', "", "small.yaml says no vintage"),
        ("tables/first/small.yaml", "type: number", "type: float", "type is 'float'; it must be"),
        ("tables/first/small.yaml", "decimals: 1, ", "", "says no decimals"),
        ("tables/first/small.yaml", "[somebody]", "[nobody]", "source nobody, not in facts/sour"),
        ("tables/first/small.yaml", "title: Small", "title: [Small", "is not YAML"),
        ("tables/first/small.yaml", "facts/small.csv", "facts/other.csv", "no facts/other.csv in"),
        ("tables/first/small.yaml", "from: facts/small.csv", "recipe: no.where", "is no function"),
        ("facts/small.csv", "b,,medium", "a,2,medium", "has the key .* twice"),
        ("facts/small.csv", "name,value", "name,worth", r"gets no column \['value'\]"),
        (
            "facts/small.csv",
            "1.26",
            "1,26",
            "row 2: found 4 cells, expected 3; a text",
        ),
        ("facts/small.csv", ",", ";", "divides its cells by semicolons; save it with commas"),
        ("facts/small.csv", "1.26", "1.2.6", "column value holds a cell that is no number"),
        ("tables/topics.csv", "first,", "second,", "which tables/topics.csv does not list"),
    ],
)
def test_a_slip_is_said_in_one_sentence_and_nothing_is_written(workshop, file, old, new, sentence):
    edit(workshop, file, old, new)
    with pytest.raises((DescriptorError, RecipeError, RawMissing), match=sentence):
        built(workshop)
    assert not (workshop.parent / "out").exists()


def test_a_raw_file_that_is_missing_says_how_to_give_the_folder(tmp_path):
    with pytest.raises(RawMissing, match=r"The raw file gdp.csv is not in .* make data RAW="):
        Inputs(raw=tmp_path).csv("gdp.csv")


def test_what_is_read_is_remembered_with_checksum_and_rows(tmp_path):
    (tmp_path / "a.csv").write_text("x\n1\n2\n", encoding="utf-8")
    inputs = Inputs(raw=tmp_path)
    inputs.csv("a.csv")
    assert inputs.rows == {"a.csv": 2}
    assert len(inputs.checksums["a.csv"]) == 64


def test_a_file_that_is_not_parquet_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "a.parquet").write_bytes(b"not parquet")
    with pytest.raises(RecipeError, match="is not a Parquet file"):
        Inputs(raw=tmp_path).parquet("a.parquet")


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
    back = read_csv(path, {"fields": fields})
    assert to_text(back, {"fields": fields}) == path.read_text(encoding="utf-8")
    assert (back.isna() == frame.isna()).all(axis=None)


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_every_table_says_on_which_basis_we_publish_and_has_a_key(table):
    assert table.basis.startswith(BASES)
    names = {column["name"] for column in table.fields}
    assert set(table.primary_key) <= names
    assert set(table.foreign_keys) <= names


@pytest.mark.parametrize("file", sorted({f for t in tables() for f in t.raw}, key=lambda f: f.path))
def test_every_raw_file_says_from_where_and_under_which_licence(file):
    assert file.address.startswith("https://")
    assert file.licence
    assert file.moves or len(file.sha256) == 64


def test_no_file_of_facts_holds_a_quotation():
    """A cell is a figure, a name or a short label; a page's own sentences stay on the page."""
    for path in sorted((FOLDER / "facts").rglob("*.csv")):
        frame = pd.read_csv(path, dtype=str)
        assert not {"quote", "quote_or_note", "detail"} & set(frame), path.name
        for column in set(frame) - {"title", "url"}:
            words = frame[column].dropna().str.split().str.len()
            assert words.empty or words.max() <= 25, (path.name, column)


def test_a_source_is_of_a_known_kind_and_its_days_are_days():
    frame = Inputs().facts("sources")
    kinds = {"official", "company", "wire", "press", "scholarly", "relay"}
    assert set(frame["publisher_kind"].dropna()) <= kinds
    assert frame["source_id"].is_unique
    assert frame["retrieved"].dropna().str.fullmatch(r"\d{4}-\d{2}-\d{2}").all()


def test_every_refused_domain_has_a_reason_and_a_basis():
    assert refused()


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("https://a.org/,copy,ours,", "is empty, an address, or twice"),
        ("a.org,bad,ours,", "the reason is 'bad'"),
        ("a.org,named,somebody,", "the page that names it"),
        ("a.org,copy,,", "needs a basis"),
    ],
)
def test_a_refused_domain_without_its_grounds_is_refused_itself(tmp_path, row, sentence):
    text = f"domain,reason,basis,basis_url\n{row}\n"
    (tmp_path / "refused-domains.csv").write_text(text, encoding="utf-8")
    with pytest.raises(RecipeError, match=sentence):
        refused(tmp_path)


def test_a_refused_domain_covers_its_subdomains_and_no_other_site():
    known = {"example.org": "copy"}
    assert refused_domain("https://www.example.org/a", known) == "example.org"
    assert refused_domain("https://example.org:8080/a", known) == "example.org"
    assert refused_domain("https://notexample.org/", known) == ""


def test_no_shipped_source_stands_on_a_refused_domain():
    assert faults() == []


@pytest.mark.parametrize("folder", ["notebooks/source", "exercises/source", "docs"])
def test_no_lesson_set_or_guide_links_to_a_refused_domain(folder):
    known = refused()
    texts = {
        path: path.read_text(encoding="utf-8")
        for path in ROOT.joinpath(folder).iterdir()
        if path.suffix in {".py", ".md"}
    }
    assert texts
    links = [
        (path.name, link)
        for path, text in texts.items()
        for link in re.findall(r"https?://[^\s)\"'<>]+", text)
    ]
    assert [(name, link) for name, link in links if refused_domain(link, known)] == []


def test_sources_on_refused_domains_are_named_with_what_to_do(tmp_path):
    text = "domain,reason,basis,basis_url\ntass.com,copy,a test,\n"
    (tmp_path / "refused-domains.csv").write_text(text, encoding="utf-8")
    (sentence,) = faults(tmp_path)
    assert "stand on a refused domain (copy)" in sentence
    assert "tass-" in sentence


def test_a_row_rests_on_every_page_of_the_list_of_sources():
    assert unused_faults() == []


def test_a_page_on_which_no_row_rests_is_named(tmp_path):
    facts = tmp_path / "facts"
    facts.mkdir()
    pages = "a-1,page\na-12,page\nset,data set\n"
    (facts / "sources.csv").write_text(f"source_id,kind\n{pages}", encoding="utf-8")
    (facts / "rows.csv").write_text("value,source_id\n3,a-12\n", encoding="utf-8")
    assert unused(tmp_path) == ["a-1"]
    (sentence,) = unused_faults(tmp_path)
    assert sentence.startswith("no row rests on these pages of table sources: a-1;")


def test_the_descriptor_of_a_table_is_read_by_its_file_name():
    table = read(FOLDER / "tables" / "economy" / "trade.yaml", "Trade")
    assert (table.name, table.topic, table.primary_key) == ("trade", "Trade", ("year",))
    assert Path(FOLDER / "recipes" / f"{table.recipe.split('.')[0]}.py").is_file()
