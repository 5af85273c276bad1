"""How a student coded the items of evidence in lesson 02: one small JSON file, no name, no time."""

from collections.abc import Mapping

from alignment.errors import AlignmentError
from alignment.messages import say
from fairmark.files import BrokenRecord, home, read_json, write_json

SCHEMA = 1
NAME = "evidence.json"


def load_evidence() -> dict[str, dict[str, str]]:
    """Read the student's codes.

    Returns
    -------
    dict of str to dict
        By item, for example ``{"e1": {"H1": "C"}}``; empty if there is none yet.

    Raises
    ------
    BrokenRecord
        If the file is broken, foreign or newer than this package.
    """
    record = read_json(home() / NAME)
    if record is None:
        return {}
    items = record.get("items") if isinstance(record, dict) else None
    if not isinstance(items, dict) or record.get("schema") != SCHEMA or not _texts(items):
        raise BrokenRecord(say("record.broken_evidence", name=NAME, schema=SCHEMA))
    return items


def save_evidence(items: Mapping[str, Mapping[str, str]]) -> str:
    """Write the student's codes; return folder and name of the file.

    Raises
    ------
    BrokenRecord
        If a foreign or newer file lies there, or the folder cannot be written.
    """
    load_evidence()  # a foreign or newer file is not overwritten
    texts = {item: dict(codes) for item, codes in items.items()}
    if not _texts(texts):
        raise AlignmentError(say("record.evidence_words"))
    path = write_json(home() / NAME, {"schema": SCHEMA, "items": texts})
    return f"{path.parent.name}/{path.name}"


def _texts(items: Mapping) -> bool:
    return all(
        isinstance(codes, Mapping) and all(isinstance(code, str) for code in codes.values())
        for codes in items.values()
    )
