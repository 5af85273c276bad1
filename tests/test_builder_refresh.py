"""Refreshing a table from its publisher: a real server, and everything that can go wrong."""

import hashlib
import json
import shutil
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType

import pytest

from alignment import tables
from alignment.cli import main
from builder.build import build
from builder.descriptors import tables as descriptors
from builder.inputs import RecipeError
from builder.refresh import RefreshFailed, refresh

FILE = "publisher/figures.csv"
OLD = "name,value\na,1.5\nb,2.5\n"
NEW = "name,value\na,1.5\nb,3.5\nc,4\n"


class Server(ThreadingHTTPServer):
    """A publisher on this computer; `answer` says how it behaves."""

    daemon_threads = True
    answer, body = "whole", NEW.encode()

    def __init__(self, *args):
        super().__init__(*args)
        self.over = threading.Event()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.server.answer == "silent":
            self.server.over.wait()
        if self.server.answer == "missing":
            self.send_error(404)
            return
        body = self.server.body
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if self.server.answer == "cut" else body)

    def log_message(self, *args):
        pass


@pytest.fixture
def server():
    running = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield running
    running.over.set()
    running.shutdown()


DESCRIPTOR = """\
title: Figures
description: Two figures.
from: raw/publisher/figures.csv
raw:
- {path: publisher/figures.csv, address: "https://example.org", licence: none, RAW}
primaryKey: [name]
fields:
- {name: name, type: string, description: name, constraints: {required: true}}
- {name: value, type: number, unit: per cent, decimals: 1, description: value}
sources: [somebody]
licence: CC BY 4.0
basis: "our own derivation: a test"
vintage: "2026"
coverage: all
"""
SOURCES = "source_id,publisher,short,title,url\nsomebody,Somebody,Somebody,Figures,\n"


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Return a data package of one table whose raw file the server offers."""
    raw = tmp_path / "raw" / "publisher"
    raw.mkdir(parents=True)
    (raw / "figures.csv").write_text(OLD, encoding="utf-8")
    folder = tmp_path / "data"
    build(descriptors(workshop(tmp_path, "")), folder, tmp_path / "raw", tmp_path / "data-raw")
    monkeypatch.setenv("ALIGNMENT_DATA", str(folder))
    return folder


def workshop(place, url, *, moves=True, more=""):
    """Write a folder like data-raw whose one table is downloaded from an address."""
    file = f"download: '{url}', moves: true" if moves else f"download: '{url}', sha256: {SHA}"
    for name, content in {
        "tables/topics.csv": "folder,title\nfirst,The first topic\n",
        "tables/first/figures.yaml": DESCRIPTOR.replace("RAW}", f"{file}}}{more}"),
        "facts/sources.csv": SOURCES,
    }.items():
        path = place / "data-raw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return place / "data-raw"


SHA = hashlib.sha256(OLD.encode()).hexdigest()


def run(server, package, *, moves=True, more="", **options):
    url = f"http://127.0.0.1:{server.server_port}/figures.csv"
    folder = workshop(package.parent, url, moves=moves, more=more)
    return refresh("figures", folder=folder, **options)


def state(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_download_shows_rows_added_and_values_revised(server, package):
    changes = run(server, package)
    assert (changes.added, changes.removed, changes.revised) == (1, 0, {"value": 1})
    assert "b value: 2.5 -> 3.5" in str(changes)


def test_a_long_download_shows_a_progress_bar(server, package, capsys):
    run(server, package, bar=True)
    assert "100%" in capsys.readouterr().err


def test_the_command_shows_the_changes_and_writes_only_when_asked(
    server, package, monkeypatch, capsys
):
    url = f"http://127.0.0.1:{server.server_port}/figures.csv"
    folder = workshop(package.parent, url)
    monkeypatch.setattr("alignment.cli.data.use_builder", lambda: folder)
    before = state(package)
    assert main(["data", "refresh", "figures"]) == 0
    assert "1 rows added" in (shown := capsys.readouterr().out)
    assert "Nothing was written; add --write" in shown
    assert state(package) == before
    assert main(["data", "refresh", "figures", "--write", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["written"] is True
    assert tables.load("figures")["value"].to_list() == [1.5, 3.5, 4.0]


def test_the_command_says_what_failed_and_leaves_the_table(server, package, monkeypatch, capsys):
    url = f"http://127.0.0.1:{server.server_port}/figures.csv"
    folder = workshop(package.parent, url)
    monkeypatch.setattr("alignment.cli.data.use_builder", lambda: folder)
    server.answer = "missing"
    before = state(package)
    assert main(["data", "refresh", "figures", "--write"]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("alignment: http://127.0.0.1")
    assert "the server answered 404. The table stays as it was" in printed
    assert state(package) == before


def test_nothing_is_written_unless_asked(server, package):
    before = state(package)
    run(server, package)
    assert state(package) == before


def test_writing_replaces_the_table_and_records_the_new_checksums(server, package):
    run(server, package, write=True)
    assert tables.load("figures")["value"].to_list() == [1.5, 3.5, 4.0]
    item = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))["resources"][0]
    assert item["rawFiles"] == [
        {"path": FILE, "sha256": hashlib.sha256(server.body).hexdigest(), "rows": 3}
    ]
    assert item["rows"] == 3
    assert sorted(path.name for path in package.iterdir()) == [
        "README.md",
        "datapackage.json",
        "figures.csv",
    ]


def test_the_same_file_changes_nothing(server, package):
    server.body = OLD.encode()
    before = state(package)
    assert str(run(server, package, write=True)) == "figures: nothing changed"
    assert state(package) == before


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("cut", "the file broke off before its end"),
        ("missing", "the server answered 404"),
        ("silent", "the server did not answer within 0.5 seconds"),
    ],
)
def test_a_failed_download_says_what_happened_and_leaves_the_table(
    server, package, answer, sentence
):
    server.answer = answer
    before = state(package)
    # Only a server that says nothing at all may be cut short: any other may be slow today.
    patience = {"seconds": 0.5} if answer == "silent" else {}
    with pytest.raises(RefreshFailed, match=sentence):
        run(server, package, write=True, **patience)
    assert state(package) == before


def test_a_file_that_must_not_change_is_refused_when_its_checksum_is_another(server, package):
    before = state(package)
    with pytest.raises(RefreshFailed, match="another one than the recorded checksum"):
        run(server, package, moves=False, write=True)
    assert state(package) == before


def test_a_file_that_must_not_change_is_taken_when_its_checksum_is_the_recorded_one(
    server, package
):
    server.body = OLD.encode()
    assert not run(server, package, moves=False)


def test_a_server_that_is_not_there_is_said_in_one_sentence(server, package):
    server.shutdown()
    server.server_close()
    with pytest.raises(RefreshFailed, match="the server could not be reached"):
        run(server, package)


def test_a_page_instead_of_a_table_is_refused(server, package):
    server.body = b"<html>moved</html>"
    before = state(package)
    with pytest.raises(RecipeError, match=r"figures gets no column"):
        run(server, package, write=True)
    assert state(package) == before


def test_a_recipe_that_fails_leaves_its_traceback_where_the_sentence_says(
    server, package, monkeypatch, tmp_path
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def broken(inputs):
        return {}["no such column"]

    module = ModuleType("recipes.not_ready")
    module.broken = broken
    monkeypatch.setitem(sys.modules, "recipes.not_ready", module)
    url = f"http://127.0.0.1:{server.server_port}/figures.csv"
    folder = workshop(package.parent, url)
    path = folder / "tables" / "first" / "figures.yaml"
    text = path.read_text(encoding="utf-8")
    made = "recipe: not_ready.broken"
    path.write_text(text.replace("from: raw/publisher/figures.csv", made), encoding="utf-8")
    with pytest.raises(RefreshFailed, match=r"where it failed is in ") as caught:
        refresh("figures", folder=folder)
    place = Path(str(caught.value).rpartition(" in ")[2].removesuffix("."))
    assert "in broken" in place.read_text(encoding="utf-8")


def test_a_table_without_an_address_says_which_have_one():
    with pytest.raises(RefreshFailed, match=r"trade has no public address .* treasuries"):
        refresh("trade")


def test_an_unknown_table_says_which_exist():
    with pytest.raises(tables.UnknownTable, match="There is no table 'trado'"):
        refresh("trado")


def test_a_table_that_also_needs_other_files_says_so(server, package, tmp_path):
    more = "\n- {path: other/file.csv, address: 'https://example.org/other', licence: none}"
    with pytest.raises(RefreshFailed, match=r"also made from other/file.csv.* --raw"):
        run(server, package, more=more)
    (tmp_path / "raw" / "other").mkdir()
    shutil.copy(tmp_path / "raw" / FILE, tmp_path / "raw" / "other" / "file.csv")
    assert run(server, package, more=more, raw=tmp_path / "raw").added == 1
