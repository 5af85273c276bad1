"""How a student classified the claims of the reading: one small JSON file, no name, no time.

A coding that is not finished is kept too; a broken or newer file is reported and left alone.
"""

from collections.abc import Mapping

from alignment.errors import AlignmentError
from alignment.messages import say
from fairmark.files import BrokenRecord, home, read_json, write_json

PARTS = ("type", "domain", "interest", "false_if")
SCHEMA = 1
NAME = "claims.json"


def load_codings() -> dict[str, dict[str, str]]:
    """Read the student's coding of the claims.

    Returns
    -------
    dict of str to dict
        By claim, for example ``{"C7": {"type": "causal"}}``; empty if there is none yet.

    Raises
    ------
    BrokenRecord
        If the file is broken, foreign or newer than this package.
    """
    record = read_json(home() / NAME)
    if record is None:
        return {}
    codings = record.get("claims") if isinstance(record, dict) else None
    if not isinstance(codings, dict) or record.get("schema") != SCHEMA:
        raise BrokenRecord(_foreign(say("record.claims_version", schema=SCHEMA)))
    if not all(isinstance(coding, dict) and _is_text(coding) for coding in codings.values()):
        raise BrokenRecord(_foreign(say("record.claims_texts", parts=", ".join(PARTS))))
    return codings


def save_codings(codings: Mapping[str, Mapping[str, str]]) -> str:
    """Write the student's coding of the claims.

    Parameters
    ----------
    codings : mapping of str to mapping
        By claim, the parts that were chosen.

    Returns
    -------
    str
        Folder and name of the file, to be shown.

    Raises
    ------
    BrokenRecord
        If a foreign or newer file lies there, or the folder cannot be written.
    """
    load_codings()  # a foreign or newer file is not overwritten
    texts = {claim: dict(parts) for claim, parts in codings.items()}
    if not all(_is_text(parts) for parts in texts.values()):
        raise AlignmentError(say("record.coding_texts", parts=", ".join(PARTS)))
    path = write_json(home() / NAME, {"schema": SCHEMA, "claims": texts})
    return f"{path.parent.name}/{path.name}"


def _is_text(parts: Mapping) -> bool:
    return set(parts) <= set(PARTS) and all(isinstance(text, str) for text in parts.values())


def _foreign(found: str) -> str:
    return say("record.broken_coding", name=NAME, found=found)
