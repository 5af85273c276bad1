"""The class file: what a teacher gives back to the class, as lesson 10 and the board load it."""

import json
from pathlib import Path
from typing import Any

from alignment.messages import say
from fairmark.files import BrokenRecord, home, read_json, write_json

KIND, SCHEMA = "alignment class", 1
NAME = "class.json"


def read(record: Any) -> dict[str, Any]:
    """Check that a record is a class file of this version.

    Raises
    ------
    BrokenRecord
        With one sentence that says what it is instead.
    """
    if isinstance(record, (str, bytes)):
        try:
            record = json.loads(record)
        except (ValueError, RecursionError):
            raise BrokenRecord(say("record.picture_json")) from None
    if not isinstance(record, dict) or record.get("kind") != KIND:
        raise BrokenRecord(say("record.no_picture"))
    if record.get("schema") != SCHEMA:
        raise BrokenRecord(say("record.picture_version", found=record.get("schema"), schema=SCHEMA))
    if "students" not in record or record.get("round") not in (1, 2):
        raise BrokenRecord(say("record.picture_damaged"))
    return record


def load_class() -> dict[str, Any] | None:
    """Read the class file in the student's folder; None if there is none."""
    record = read_json(home() / NAME)
    return None if record is None else read(record)


def save_class(record: dict[str, Any]) -> Path:
    """Keep a class file in the student's folder."""
    return write_json(home() / NAME, read(record))
