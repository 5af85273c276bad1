"""All of a student's files as one, to carry them to another computer or hand them in.

A bundle holds no name, path or time; what the student wrote in words is in it only if asked for.
"""

import os
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alignment.messages import say
from alignment.records import class_file, codings, drafts, forecasts, guesses, sheets, swings
from fairmark import progress
from fairmark.files import BrokenRecord, home, read_json, write_json

KIND = "alignment my-work"
SCHEMA = 1
# Every file a student can have: how it is read, and which of its entries are free text.
_READERS: dict[str, tuple[Callable[[], object], frozenset[str]]] = {
    **{
        f"sheet-{domain}.json": (
            lambda domain=domain: sheets.load_sheet(domain),
            frozenset({"note"}),
        )
        for domain in sheets.DOMAINS
    },
    "progress.json": (progress.load_progress, frozenset()),
    swings.NAME: (swings.load_swings, frozenset()),
    class_file.NAME.format(round=1): (lambda: class_file.load_own(1), frozenset()),
    class_file.NAME.format(round=2): (lambda: class_file.load_own(2), frozenset()),
    forecasts.NAME: (forecasts.load_forecasts, frozenset({"base", "why"})),
    guesses.NAME: (guesses.load_guesses, frozenset({"because"})),
    codings.NAME: (codings.load_codings, frozenset({"false_if"})),
}
_DRAFTS = {f"{kind}.json": kind for kind in drafts.KINDS}


def pack(notes: bool = False) -> dict[str, Any]:
    """Collect the student's files.

    Parameters
    ----------
    notes : bool
        Whether to include what the student wrote in words (notes, reasons, drafts).

    Returns
    -------
    dict
        Ready for JSON: `kind`, `schema` and `files` by name.

    Raises
    ------
    BrokenRecord
        If one of the files cannot be read.
    """
    found = {}
    for name, (reader, words) in _READERS.items():
        reader()  # a broken file is reported, not packed
        if (record := read_json(home() / name)) is not None:
            found[name] = record if notes else _without(record, words)
    if notes:
        for name, kind in _DRAFTS.items():
            if drafts.load_draft(kind):
                found[name] = read_json(home() / name)
    return {"kind": KIND, "schema": SCHEMA, "files": found}


def unpack(bundle: Any) -> list[str]:
    """Write the files of a bundle into the student's folder; nothing there is lost.

    A file that differs from the one in the bundle is kept as `NAME.backup.json` first.

    Parameters
    ----------
    bundle : object
        What `pack` returned, after a journey through JSON.

    Returns
    -------
    list of str
        Names of the files written; those that were the same are left out.

    Raises
    ------
    BrokenRecord
        If the bundle is foreign, newer or holds a broken file; then nothing is written.
    """
    files = _checked(bundle)
    written = []
    for name, record in files.items():
        target = home() / name
        before = read_json(target) if _readable(target) else "broken"
        if before == record:
            continue
        if before is not None:
            target.replace(_free(target))
        write_json(target, record)
        written.append(name)
    return written


def _checked(bundle: Any) -> dict[str, Any]:
    if not isinstance(bundle, dict) or bundle.get("kind") != KIND:
        raise BrokenRecord(say("record.no_bundle"))
    if bundle.get("schema") != SCHEMA or not isinstance(bundle.get("files"), dict):
        raise BrokenRecord(say("record.bundle_version", found=bundle.get("schema"), schema=SCHEMA))
    files = bundle["files"]
    if unknown := sorted(set(files) - set(_READERS) - set(_DRAFTS)):
        raise BrokenRecord(say("record.strange_file", name=unknown[0]))
    with _empty_home() as folder:
        for name, record in files.items():
            write_json(folder / name, record)
            drafts.load_draft(_DRAFTS[name]) if name in _DRAFTS else _READERS[name][0]()
    return files


@contextmanager
def _empty_home():
    """Point the readers at an empty folder, so that a bundle is tried before it is kept."""
    before = os.environ.get("ALIGNMENT_HOME")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ALIGNMENT_HOME"] = folder
        try:
            yield Path(folder)
        finally:
            if before is None:
                del os.environ["ALIGNMENT_HOME"]
            else:
                os.environ["ALIGNMENT_HOME"] = before


def _without(record: Any, words: frozenset[str]) -> Any:
    if isinstance(record, dict):
        return {k: "" if k in words else _without(v, words) for k, v in record.items()}
    return [_without(each, words) for each in record] if isinstance(record, list) else record


def _readable(path: Path) -> bool:
    try:
        read_json(path)
    except BrokenRecord:
        return False
    return True


def _free(target: Path) -> Path:
    count = 1
    while (path := target.with_suffix(f".backup{count if count > 1 else ''}.json")).exists():
        count += 1
    return path
