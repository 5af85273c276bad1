"""`alignment data check`: what it finds in a package that somebody damaged."""

import hashlib
import json
import shutil

import pytest

from alignment import tables
from alignment.cli import main
from alignment.tables.checking import check


@pytest.fixture
def package(tmp_path):
    """Return a copy of a few tables that damage may be done to."""
    return copy_of(tmp_path, "trade", "china_world_trade", "sources", "judgements", "cofer")


def copy_of(folder, *names):
    described = json.loads((tables.root() / "datapackage.json").read_text(encoding="utf-8"))
    described["resources"] = [r for r in described["resources"] if r["name"] in names]
    for item in described["resources"]:
        shutil.copy(tables.root() / item["path"], folder)
        links = item["schema"].pop("foreignKeys", [])
        kept = [link for link in links if link["reference"]["resource"] in names]
        item["schema"] |= {"foreignKeys": kept} if kept else {}
        kinds = {"copy", "periods_fill_the_year"}
        item["relations"] = [r for r in item["relations"] if r["kind"] not in kinds]
    (folder / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    return folder


def replace(folder, name, old, new, *, describe=True):
    """Change a CSV file and, if asked, its checksum in the descriptor."""
    path = folder / f"{name}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    if describe:
        edit(folder, name, hash=f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}")


def edit(folder, name, **said):
    path = folder / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    item = next(item for item in described["resources"] if item["name"] == name)
    item |= said
    path.write_text(json.dumps(described), encoding="utf-8")


def sentences(folder):
    return [str(fault) for fault in check(folder)[0]]


def test_the_shipped_package_has_no_fault():
    faults, count = check()
    assert [str(fault) for fault in faults] == []
    assert count == len(tables.names())


def test_an_unharmed_copy_has_no_fault(package):
    assert sentences(package) == []


def test_a_total_that_is_not_the_sum_of_its_parts_is_found(package):
    replace(package, "trade", "240.11,110.94", "250.11,110.94")
    found = sentences(package)
    assert any("total is not the sum of its parts" in line for line in found)
    assert any("share_of_china_pct is not the share it should be" in line for line in found)


def test_shares_that_do_not_sum_to_100_are_found(package):
    replace(
        package,
        "cofer",
        "2025-Q1,2025-01-01,USD,US dollar,57",
        "2025-Q1,2025-01-01,USD,US dollar,67",
    )
    assert any("pct does not sum to 100" in line for line in sentences(package))


def test_a_low_score_above_the_mode_is_found(package):
    replace(package, "judgements", "reference,M,A,35,50,65", "reference,M,A,55,50,65")
    assert any("low is above mode" in line for line in sentences(package))


def test_a_value_out_of_its_list_is_found(package):
    replace(package, "trade", "split_estimated", "guessed")
    assert any("status" in line and "(schema)" in line for line in sentences(package))


def test_a_key_that_occurs_twice_is_found(package):
    replace(package, "judgements", "reference,M,B,", "reference,M,A,")
    assert any("primary key" in line.lower() for line in sentences(package))


def test_a_source_that_does_not_exist_is_found(package):
    replace(package, "trade", "tass-6abac0", "tass-nothing")
    assert any("foreign key" in line.lower() for line in sentences(package))


def test_a_text_in_a_column_of_numbers_is_found(package):
    replace(package, "trade", "228.105", "many")
    assert any("(types)" in line for line in sentences(package))


def test_a_file_changed_by_hand_is_found(package):
    replace(package, "trade", "228.105", "228.205", describe=False)
    assert any("(checksum)" in line for line in sentences(package))


def test_a_table_without_a_basis_is_found(package):
    edit(package, "trade", basis="")
    assert any("the basis of publication must begin with" in line for line in sentences(package))


def test_a_table_without_a_source_is_found(package):
    edit(package, "cofer", sources=[])
    assert "cofer: no source is named (sources)" in sentences(package)


def test_rows_from_pages_without_a_column_of_confidence_are_found(package):
    path = package / "trade.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line.rpartition(",")[0] for line in lines) + "\n", encoding="utf-8")
    schema = tables.package.resource("trade")["schema"]
    kept = [field for field in schema["fields"] if field["name"] != "confidence"]
    links = [link for link in schema["foreignKeys"] if link["reference"]["resource"] == "sources"]
    edit(package, "trade", schema=schema | {"fields": kept, "foreignKeys": links})
    assert any("no column confidence says how" in line for line in sentences(package))


def test_an_address_outside_the_list_of_sources_is_found(package):
    schema = tables.package.resource("cofer")["schema"]
    fields = [*schema["fields"], {"name": "url", "type": "string", "description": "address"}]
    edit(package, "cofer", schema=schema | {"fields": fields})
    assert any("addresses belong in table sources" in line for line in sentences(package))


def test_printed_months_that_do_not_fit_the_periods_are_found(tmp_path):
    folder = copy_of(tmp_path, "trade_published", "trade_periods", "sources")
    assert sentences(folder) == []
    replace(folder, "trade_published", "52.284", "53.284")
    found = sentences(folder)
    assert any("exports is not the sum of the periods inside" in line for line in found)
    assert any("total is not the sum of its parts" in line for line in found)


def test_a_file_that_is_not_described_is_found(package):
    (package / "extra.csv").write_text("a\n1\n", encoding="utf-8")
    assert any("extra.csv lies in the folder" in line for line in sentences(package))


def test_a_missing_file_is_found(package):
    (package / "cofer.csv").unlink()
    assert "cofer: cofer.csv is missing (files)" in sentences(package)


def test_the_command_prints_json_and_says_by_its_exit_code_that_something_is_wrong(
    package, monkeypatch, capsys
):
    monkeypatch.setenv("ALIGNMENT_DATA", str(package))
    assert main(["data", "check", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["tables"], printed["faults"]) == (5, [])
    (package / "cofer.csv").unlink()
    assert main(["data", "check", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["faults"][0]["table"] == "cofer"


def test_a_claim_without_a_table_or_a_reason_is_found(tmp_path):
    folder = copy_of(tmp_path, "claims", "claim_evidence")
    path = folder / "claim_evidence.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("C24,")]
    path.write_text("".join(kept), encoding="utf-8")
    assert any("C24 has no table and no reason why not" in line for line in sentences(folder))


def test_every_claim_of_the_reading_maps_to_tables_or_says_why_none_can_test_it():
    evidence = tables.load("claim_evidence")
    assert set(evidence["claim"]) == {f"C{number}" for number in range(1, 33)}
    silent = evidence[evidence["role"] == "none"]
    assert set(silent["claim"]) == {"C1", "C22", "C25", "C26", "C28"}
    assert set(evidence["table"].dropna()) <= set(tables.names())
