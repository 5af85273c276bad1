"""Texts a student is still writing (a memo, the reasons of a premortem): one JSON file each.

Nothing is judged here and nothing leaves the machine; a broken or newer file is left as it is.
"""

from collections.abc import Sequence

from alignment.errors import AlignmentError
from alignment.messages import say
from fairmark.files import BrokenRecord, home, read_json, write_json

SCHEMA = 1
KINDS = ("memo", "premortem")


def load_draft(kind: str) -> list[dict[str, str]]:
    """Read a draft.

    Parameters
    ----------
    kind : {"memo", "premortem"}
        Which one.

    Returns
    -------
    list of dict
        Its parts, each a mapping of texts; empty if there is none yet.

    Raises
    ------
    BrokenRecord
        If the file is broken, foreign or newer than this package.
    """
    record = read_json(home() / _name(kind))
    if record is None:
        return []
    parts = record.get("parts") if isinstance(record, dict) else None
    if not _are_texts(parts) or record.get("schema") != SCHEMA:
        raise BrokenRecord(say("record.broken_draft", kind=_name(kind)))
    return parts


def save_draft(kind: str, parts: Sequence[dict[str, str]]) -> str:
    """Replace a draft in one step.

    Parameters
    ----------
    kind : {"memo", "premortem"}
        Which one.
    parts : sequence of dict
        Mappings of texts.

    Returns
    -------
    str
        Folder and name of the file, to be shown.

    Raises
    ------
    BrokenRecord
        If a foreign or newer file lies there, or the folder cannot be written.
    """
    load_draft(kind)  # a foreign or newer file is not overwritten
    parts = [dict(part) for part in parts]
    if not _are_texts(parts):
        raise AlignmentError(say("record.draft_texts"))
    path = write_json(home() / _name(kind), {"schema": SCHEMA, "parts": parts})
    return f"{path.parent.name}/{path.name}"


def _name(kind: str) -> str:
    if kind not in KINDS:
        raise AlignmentError(say("record.no_draft", kind=kind, kinds=", ".join(KINDS)))
    return f"{kind}.json"


def _are_texts(parts: object) -> bool:
    return isinstance(parts, list) and all(
        isinstance(part, dict) and all(isinstance(text, str) for text in part.values())
        for part in parts
    )
