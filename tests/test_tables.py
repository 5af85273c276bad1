"""Reading the tables: types, errors, citations, and the folder they come from."""

import json
import shutil
import subprocess
import sys
from types import SimpleNamespace

import pandas as pd
import pytest

from alignment import tables
from alignment.tables import package, reading
from alignment.tables.likelihood import term, terms_in

ALLOWED = {"float64", "Int64", "string", "boolean"}


def dtype_name(dtype) -> str:
    if isinstance(dtype, pd.StringDtype):
        return "string"
    return "datetime" if pd.api.types.is_datetime64_any_dtype(dtype) else str(dtype)


@pytest.mark.parametrize("name", tables.names())
def test_every_table_loads_with_the_five_kinds_of_columns_only(name):
    frame = tables.load(name)
    assert len(frame) > 0
    assert {dtype_name(dtype) for dtype in frame.dtypes} <= ALLOWED | {"datetime"}


def test_an_unknown_table_says_which_exist_and_names_the_nearest_first():
    with pytest.raises(tables.UnknownTable) as caught:
        tables.load("trad")
    sentence = str(caught.value)
    assert sentence.startswith("There is no table 'trad'; choose one of: trade")
    assert all(name in sentence for name in tables.names())


def test_an_unknown_table_is_also_a_key_error():
    with pytest.raises(KeyError):
        tables.describe("nothing")


def test_the_folder_of_tables_is_looked_up_at_each_call(tmp_path, monkeypatch):
    before = tables.load("trade")
    shutil.copytree(tables.root(), tmp_path / "other")
    changed = (tmp_path / "other" / "trade.csv").read_text(encoding="utf-8")
    (tmp_path / "other" / "trade.csv").write_text(
        changed.replace("228.105", "300"), encoding="utf-8"
    )
    monkeypatch.setenv("ALIGNMENT_DATA", str(tmp_path / "other"))
    assert tables.root() == tmp_path / "other"
    assert tables.load("trade")["total"].iloc[-1] == 300
    monkeypatch.delenv("ALIGNMENT_DATA")
    pd.testing.assert_frame_equal(tables.load("trade"), before)


def _rows(frame):
    frame.loc[:, "total"] = 0.0


def _one_cell(frame):
    frame["year"].array[0] = 1


def _labels(frame):
    frame.columns.name, frame.index.name, frame.attrs["mine"] = "columns", "rows", True


def _in_place(frame):
    frame.pop("total")
    frame["year"] += 1


@pytest.mark.parametrize("change", [_rows, _one_cell, _labels, _in_place])
def test_a_change_to_a_loaded_table_does_not_reach_the_next_reader(change):
    frame = tables.load("trade")
    before = frame.copy()
    change(frame)
    after = tables.load("trade")
    pd.testing.assert_frame_equal(after, before)
    assert (after.columns.name, after.index.name, after.attrs) == (None, None, {})


def test_a_change_to_what_the_descriptor_says_does_not_reach_the_next_reader():
    package.descriptor()["resources"].clear()
    package.resource("trade")["schema"]["fields"].clear()
    tables.describe("trade").sources.clear()
    assert len(tables.describe("trade").columns) == tables.load("trade").shape[1]
    assert tables.describe("trade").sources


@pytest.fixture
def reads(monkeypatch):
    """Count how often a descriptor and a CSV are parsed; both still are."""
    count = {"descriptor": 0, "csv": 0}

    def counting(kind, read):
        def counted(*args, **kwargs):
            count[kind] += 1
            return read(*args, **kwargs)

        return counted

    monkeypatch.setattr(package, "json", SimpleNamespace(loads=counting("descriptor", json.loads)))
    monkeypatch.setattr(reading.pd, "read_csv", counting("csv", pd.read_csv))
    return count


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """Read from a copy of the tables that nothing has read before."""
    shutil.copytree(tables.root(), tmp_path / "copy")
    monkeypatch.setenv("ALIGNMENT_DATA", str(tmp_path / "copy"))
    return tmp_path / "copy"


def test_each_file_is_parsed_once_however_often_it_is_asked_for(copied, reads):
    for _ in range(5):
        tables.load("trade")
        tables.describe("trade")
        tables.source_line("trade", "cofer")
        tables.cite("trade")
        term(60)
        terms_in("It is very likely.")
    assert reads == {"descriptor": 1, "csv": 2}  # trade and the words of probability


def test_a_file_that_changed_is_read_again(copied):
    assert tables.load("trade")["total"].iloc[-1] != 300
    text = (copied / "trade.csv").read_text(encoding="utf-8")
    (copied / "trade.csv").write_text(text.replace("228.105", "300"), encoding="utf-8")
    assert tables.load("trade")["total"].iloc[-1] == 300


def test_a_descriptor_that_changed_is_read_again_and_so_are_its_tables(copied):
    tables.load("trade")
    written = package.descriptor()
    trade = next(item for item in written["resources"] if item["name"] == "trade")
    trade["title"] = "Another title"
    next(f for f in trade["schema"]["fields"] if f["name"] == "year")["type"] = "number"
    (copied / "datapackage.json").write_text(json.dumps(written), encoding="utf-8")
    assert tables.describe("trade").title == "Another title"
    assert tables.load("trade")["year"].dtype == "float64"


def test_a_list_of_sources_that_changed_is_read_again(copied):
    assert "Global Times" in tables.cite("globaltimes-shanghai-2023")
    text = (copied / "sources.csv").read_text(encoding="utf-8")
    text = text.replace("Global Times (PLA Daily)", "Other")
    (copied / "sources.csv").write_text(text, encoding="utf-8")
    assert tables.cite("globaltimes-shanghai-2023").startswith("Other.")


def test_a_folder_without_tables_is_named_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_DATA", str(tmp_path))
    with pytest.raises(
        tables.BrokenPackage, match=r"There is no datapackage.json in .*; set ALIGN"
    ):
        tables.names()


def test_a_descriptor_that_is_not_json_is_named_in_one_sentence(tmp_path, monkeypatch):
    (tmp_path / "datapackage.json").write_text("{", encoding="utf-8")
    monkeypatch.setenv("ALIGNMENT_DATA", str(tmp_path))
    with pytest.raises(tables.BrokenPackage, match="is not valid JSON"):
        tables.names()


def test_a_text_in_a_column_of_numbers_is_named_in_one_sentence(tmp_path, monkeypatch):
    folder = tmp_path / "data"
    shutil.copytree(tables.root(), folder)
    broken = (folder / "trade.csv").read_text(encoding="utf-8").replace("228.105", "many")
    (folder / "trade.csv").write_text(broken, encoding="utf-8")
    monkeypatch.setenv("ALIGNMENT_DATA", str(folder))
    with pytest.raises(tables.BrokenPackage, match=r"trade.csv does not fit its schema"):
        tables.load("trade")


def test_a_missing_file_is_named_in_one_sentence(tmp_path, monkeypatch):
    folder = tmp_path / "data"
    shutil.copytree(tables.root(), folder)
    (folder / "trade.csv").unlink()
    monkeypatch.setenv("ALIGNMENT_DATA", str(folder))
    with pytest.raises(tables.BrokenPackage, match=r"trade.csv is missing"):
        tables.load("trade")


@pytest.mark.parametrize(("sign", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_a_table_that_a_spreadsheet_has_saved_says_what_stands_between_its_columns(
    copied, sign, name
):
    path = copied / "trade.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",", sign), encoding="utf-8")
    with pytest.raises(tables.BrokenPackage, match=rf"trade.csv has {name} between its columns"):
        tables.load("trade")


@pytest.mark.parametrize("name", tables.names())
def test_every_citation_has_publisher_vintage_licence_and_basis(name):
    text = str(tables.cite(name))
    for word in ("Vintage: ", "Licence: ", "Published here as: "):
        assert word in text
    assert len(text.splitlines()) >= 3


def test_a_citation_shows_without_quotation_marks():
    assert repr(tables.cite("trade")) == str(tables.cite("trade"))
    assert tables.cite("trade").startswith("General Administration of Customs of China")


def test_a_number_in_a_row_is_one_step_from_its_publisher_and_address():
    row = tables.load("trade").set_index("year").loc[2025]
    page = str(tables.cite(row["source_id"]))
    assert page.startswith("China General Administration of Customs (GACC) via TASS.")
    assert "https://tass.com/economy/2071285. Accessed 2026-11-23." in page


def test_a_page_is_cited_with_its_day_where_the_day_is_known():
    page = str(tables.cite("globaltimes-shanghai-2023"))
    assert page.startswith("Global Times (PLA Daily). Russian warships kick off 7-day visit")
    assert "Published 2023-07-06. https://www.globaltimes.cn/" in page


def test_every_period_of_trade_leads_to_the_page_it_ends_with():
    frame = tables.load("trade_periods").set_index("start")
    assert frame.loc["2022-04-01", ["how", "source_id"]].to_list() == [
        "Jan-May minus Q1",
        "oreanda-b7154c",
    ]
    assert frame["source_id"].notna().all()


def test_every_source_of_every_row_has_an_entry_in_the_list_of_sources():
    known = set(tables.load("sources")["source_id"])
    for name in tables.names():
        frame = tables.load(name)
        if "source_id" in frame:
            assert set(frame["source_id"].dropna()) <= known, name


def test_citing_something_unknown_says_which_tables_exist():
    with pytest.raises(tables.UnknownTable, match="There is no table 'tass-nothing'"):
        tables.cite("tass-nothing")


def test_the_line_under_a_figure_names_each_publisher_once():
    line = tables.source_line("trade", "china_world_trade", "cofer")
    assert line == "Sources: China Customs; UN Comtrade; IMF COFER."


def test_describe_gives_units_limits_and_the_basis_of_publication():
    table = tables.describe("trade")
    units = {column.name: column.unit for column in table.columns}
    assert units["total"] == "billion US dollars"
    assert table.breaks
    assert table.basis.startswith("facts with attribution")
    assert "total (number) [billion US dollars]" in str(table)


def test_illustrative_tables_say_so_in_their_title():
    package = json.loads((tables.root() / "datapackage.json").read_text(encoding="utf-8"))
    labels = {"illustrative": "illustrative", "synthetic": "synthetic"}
    marked = [item for item in package["resources"] if item["kind"] in labels]
    assert {"judgements", "swing_points"} <= {item["name"] for item in marked}
    for item in marked:
        assert labels[item["kind"]] in item["title"], item["name"]


def test_importing_the_tables_is_light():
    code = (
        "import sys, alignment.tables; "
        "heavy = {'scipy', 'plotly', 'IPython', 'ipywidgets', 'frictionless', 'pooch'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_address_of_a_source_is_a_test_host_or_carries_somebodys_tracking():
    urls = tables.load("sources")["url"].dropna()
    odd = urls[urls.str.contains(r"//(?:stage|origin|dev|test)[.-]|utm_|oref=|[.$),;]$")]
    assert list(odd) == []
