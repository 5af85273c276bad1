"""Examine the data package: files, schema, documentation, relations, claims.

Each fault is one sentence. Frictionless is needed here and nowhere else.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import pandas as pd

from alignment.errors import AlignmentError
from alignment.tables import selection
from alignment.tables.package import DESCRIPTOR, BrokenPackage, descriptor, root
from alignment.tables.reading import read
from alignment.tables.relations import broken

BASES = ("a licence that allows it", "facts with attribution", "our own derivation")
LIMIT = 8_000_000
NOT_STATES = {"WLD", "TWN", "HKG", "MAC", "ROC"}


@dataclass(frozen=True)
class Fault:
    """Something wrong with one table (or with the package, if the table is empty)."""

    table: str
    about: str
    sentence: str

    def __str__(self) -> str:
        """Return one line."""
        return f"{self.table or 'package'}: {self.sentence} ({self.about})"

    def as_dict(self) -> dict:
        """Return the fault for JSON."""
        return asdict(self)


def check(
    folder: Path | None = None, progress: Callable = lambda items: items
) -> tuple[list[Fault], int]:
    """Examine every table.

    Parameters
    ----------
    folder : pathlib.Path, optional
        Folder of the data package; `root()` by default.
    progress : callable, optional
        Wraps the list of tables, for example with a progress bar.

    Returns
    -------
    list of Fault
        What is wrong; empty if nothing is.
    int
        How many tables were examined.
    """
    folder = folder or root()
    package = descriptor(folder)
    resources = {item["name"]: item for item in package["resources"]}
    faults = list(_whole(folder, resources))
    for item in progress(list(package["resources"])):
        faults += _one(folder, item, resources)
    faults += _claims(folder, resources)
    return faults, len(resources)


def _whole(folder: Path, resources: dict) -> Iterator[Fault]:
    files = {path.name for path in folder.glob("*.csv")}
    listed = {item["path"] for item in resources.values()}
    for name in sorted(files - listed):
        yield Fault("", "files", f"{name} lies in the folder and is not in {DESCRIPTOR}")
    size = sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    if size > LIMIT:
        yield Fault("", "size", f"the folder has {size / 1e6:.1f} MB, more than {LIMIT / 1e6:.0f}")


def _one(folder: Path, item: dict, resources: dict) -> Iterator[Fault]:
    name, path = item["name"], folder / item["path"]
    if not path.is_file():
        yield Fault(name, "files", f"{item['path']} is missing")
        return
    for about, sentence in _documentation(item):
        yield Fault(name, about, sentence)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if item["hash"] != f"sha256:{digest}":
        yield Fault(name, "checksum", f"{item['path']} is not the file the descriptor describes")
    for sentence in _schema(folder, item, resources):
        yield Fault(name, "schema", sentence)
    yield from _relations(folder, item, resources)
    if not _rests_on_pages(folder, item, resources):
        return
    if "confidence" not in {field["name"] for field in item["schema"]["fields"]}:
        yield Fault(name, "sources", "rows were read from pages and no column confidence says how")
    if "list" not in item:
        yield Fault(name, "list", "somebody chose its rows, and no `list` says by which rule")


def _rests_on_pages(folder: Path, item: dict, resources: dict) -> bool:
    """Say whether rows were collected: each names a page that somebody read."""
    columns = {field["name"] for field in item["schema"]["fields"]}
    if "source_id" not in columns or "sources" not in resources or item["name"] == "sources":
        return False
    if item["kind"] != "measured":
        return False
    frames = [
        pd.read_csv(folder / entry["path"], usecols=["source_id", *more])
        for entry, more in ((item, []), (resources["sources"], ["kind"]))
    ]
    pages = frames[1].loc[frames[1]["kind"] == "page", "source_id"]
    return bool(frames[0]["source_id"].isin(pages).any())


def _documentation(item: dict) -> Iterator[tuple[str, str]]:
    for key in ("title", "description", "licence", "vintage", "coverage", "accessed"):
        if not item.get(key):
            yield "documentation", f"{key} is empty"
    if not item["basis"].startswith(BASES):
        yield "basis", f"the basis of publication must begin with one of {', '.join(BASES)}"
    if not item["sources"]:
        yield "sources", "no source is named"
    for field in item["schema"]["fields"]:
        if not field.get("description"):
            yield "documentation", f"column {field['name']} has no description"
        if field["type"] == "number" and not field.get("unit"):
            yield "documentation", f"column {field['name']} has no unit"
        if field["name"] == "url" and item["name"] != "sources":
            yield "sources", "addresses belong in table sources; point there with source_id"
        if field["name"] == "source_id" and item["name"] != "sources":
            keys = [key["fields"] for key in item["schema"].get("foreignKeys", [])]
            if ["source_id"] not in keys:
                yield "sources", "source_id does not point to table sources"


def _schema(folder: Path, item: dict, resources: dict) -> Iterator[str]:
    try:
        from frictionless import Package, Resource, system
    except ImportError:
        raise AlignmentError(
            "Checking the tables needs the package frictionless; "
            "install it with: pip install -r requirements-dev.txt"
        ) from None
    wanted = {key["reference"]["resource"] for key in item["schema"].get("foreignKeys", [])}
    wanted = [item] + [resources[name] for name in sorted(wanted - {item["name"]})]
    with system.use_context(trusted=True):
        parts = [Resource.from_descriptor(_plain(part), basepath=str(folder)) for part in wanted]
        report = (
            Package(resources=parts, basepath=str(folder)).get_resource(item["name"]).validate()
        )
    for task in report.tasks:
        for error in task.errors[:3]:
            yield error.message


def _plain(item: dict) -> dict:
    # Frictionless knows none of our own keys; it gets the ones of the standard.
    keys = ("name", "path", "format", "encoding", "schema")
    return {key: item[key] for key in keys} | {"type": "table"}


def _relations(folder: Path, item: dict, resources: dict) -> Iterator[Fault]:
    def load(name: str) -> pd.DataFrame:
        return read(folder / resources[name]["path"], resources[name]["schema"])

    try:
        frame = load(item["name"])
    except BrokenPackage as error:
        yield Fault(item["name"], "types", str(error))
        return
    for relation in item["relations"]:
        for sentence in broken(relation, frame, load):
            yield Fault(item["name"], relation["kind"], sentence)
    known = set(load("sources")["source_id"]) if "sources" in resources else None
    for sentence in selection.faults(item, frame, known):
        yield Fault(item["name"], "counts", sentence)
    if "iso3" in frame and "un_members" in resources:
        known = set(load("un_members")["iso3"]) | NOT_STATES
        for code in sorted(set(frame["iso3"].dropna()) - known):
            yield Fault(item["name"], "codes", f"{code} is not a country code")


def _claims(folder: Path, resources: dict) -> Iterator[Fault]:
    if not {"claims", "claim_evidence"} <= set(resources):
        return
    frames = {
        name: read(folder / resources[name]["path"], resources[name]["schema"])
        for name in ("claims", "claim_evidence")
    }
    evidence = frames["claim_evidence"]
    for claim in frames["claims"]["id"]:
        if claim not in set(evidence["claim"]):
            yield Fault("claim_evidence", "claims", f"{claim} has no table and no reason why not")
    for name in sorted(set(evidence["table"].dropna()) - set(resources)):
        yield Fault("claim_evidence", "claims", f"{name} is not a table of the package")
    silent = evidence["table"].isna() != evidence["role"].eq("none")
    for claim in evidence.loc[silent, "claim"]:
        yield Fault(
            "claim_evidence", "claims", f"{claim}: role none and an empty table go together"
        )
