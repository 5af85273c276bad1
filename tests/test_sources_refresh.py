"""Refreshing a table from its publisher: a real server, and everything that can go wrong."""

import hashlib
import json
import shutil
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from alignment import tables
from alignment.cli import main
from alignment.sources import refreshing
from alignment.sources.raw import Raw
from alignment.sources.recipe import Recipe, number, text
from alignment.sources.refreshing import RefreshFailed, refresh

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


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Return a data package of one table whose raw file the server offers."""
    from alignment.sources.building import build

    raw = tmp_path / "raw" / "publisher"
    raw.mkdir(parents=True)
    (raw / "figures.csv").write_text(OLD, encoding="utf-8")
    folder = tmp_path / "data"
    build([recipe("")], tmp_path / "raw", folder)
    monkeypatch.setenv("ALIGNMENT_DATA", str(folder))
    return folder


def recipe(url, *, moves=True):
    return Recipe(
        name="figures",
        title="Figures",
        description="Two figures.",
        build=lambda raw: Raw.csv(raw, FILE),
        fields=(text("name", "name", required=True), number("value", "value", "per cent", 1)),
        key=("name",),
        sources=("project",),
        licence="CC BY 4.0",
        basis="our own derivation: a test",
        vintage="2026",
        coverage="all",
        upstream={FILE: {"url": url, "moves": moves}},
    )


def run(server, *, moves=True, **options):
    url = f"http://127.0.0.1:{server.server_port}/figures.csv"
    return refresh("figures", known=[recipe(url, moves=moves)], **options)


def state(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_download_shows_rows_added_and_values_revised(server, package):
    changes = run(server)
    assert (changes.added, changes.removed, changes.revised) == (1, 0, {"value": 1})
    assert "b value: 2.5 -> 3.5" in str(changes)


def test_a_long_download_shows_a_progress_bar(server, package, capsys):
    run(server, bar=True)
    assert "100%" in capsys.readouterr().err


def test_the_command_shows_the_changes_and_writes_only_when_asked(
    server, package, monkeypatch, capsys
):
    url = f"http://127.0.0.1:{server.server_port}/figures.csv"
    monkeypatch.setattr(refreshing, "recipes", lambda: [recipe(url)])
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
    monkeypatch.setattr(refreshing, "recipes", lambda: [recipe(url)])
    server.answer = "missing"
    before = state(package)
    assert main(["data", "refresh", "figures", "--write"]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("alignment: http://127.0.0.1")
    assert "the server answered 404. The table stays as it was" in printed
    assert state(package) == before


def test_nothing_is_written_unless_asked(server, package):
    before = state(package)
    run(server)
    assert state(package) == before


def test_writing_replaces_the_table_and_records_the_new_checksums(server, package):
    run(server, write=True)
    assert tables.load("figures")["value"].to_list() == [1.5, 3.5, 4.0]
    item = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))["resources"][0]
    assert item["rawFiles"] == [{"path": FILE, "sha256": hashlib.sha256(server.body).hexdigest()}]
    assert item["rows"] == 3
    assert sorted(path.name for path in package.iterdir()) == [
        "README.md",
        "datapackage.json",
        "figures.csv",
    ]


def test_the_same_file_changes_nothing(server, package):
    server.body = OLD.encode()
    before = state(package)
    assert str(run(server, write=True)) == "figures: nothing changed"
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
        run(server, write=True, **patience)
    assert state(package) == before


def test_a_file_that_must_not_change_is_refused_when_its_checksum_is_another(server, package):
    before = state(package)
    with pytest.raises(RefreshFailed, match="another one than the recorded checksum"):
        run(server, moves=False, write=True)
    assert state(package) == before


def test_a_file_that_must_not_change_is_taken_when_its_checksum_is_the_recorded_one(
    server, package
):
    server.body = OLD.encode()
    assert not run(server, moves=False)


def test_a_server_that_is_not_there_is_said_in_one_sentence(server, package):
    server.shutdown()
    server.server_close()
    with pytest.raises(RefreshFailed, match="the server could not be reached"):
        run(server)


def test_a_page_instead_of_a_table_is_refused(server, package):
    server.body = b"<html>moved</html>"
    before = state(package)
    with pytest.raises(Exception, match=r"has another form|gives no column"):
        run(server, write=True)
    assert state(package) == before


def test_a_recipe_that_fails_leaves_its_traceback_where_the_sentence_says(
    server, package, monkeypatch, tmp_path
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def broken(raw):
        return {}["no such column"]

    url = f"http://127.0.0.1:{server.server_port}/figures.csv"
    known = [replace(recipe(url), build=broken)]
    with pytest.raises(RefreshFailed, match=r"where it failed is in ") as caught:
        refresh("figures", known=known)
    place = Path(str(caught.value).rpartition(" in ")[2].removesuffix("."))
    assert "in broken" in place.read_text(encoding="utf-8")


def test_a_table_without_an_address_says_which_have_one():
    with pytest.raises(RefreshFailed, match=r"trade has no public address .* treasuries"):
        refresh("trade")


def test_an_unknown_table_says_which_exist():
    with pytest.raises(tables.UnknownTable, match="There is no table 'trado'"):
        refresh("trado")


def test_a_table_that_also_needs_other_files_says_so(server, package, tmp_path):
    described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    described["resources"][0]["rawFiles"].append({"path": "other/file.csv", "sha256": "0"})
    (package / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    with pytest.raises(RefreshFailed, match=r"also made from other/file.csv.* --raw"):
        run(server)
    (tmp_path / "raw" / "other").mkdir()
    shutil.copy(tmp_path / "raw" / FILE, tmp_path / "raw" / "other" / "file.csv")
    assert run(server, raw=tmp_path / "raw").added == 1
