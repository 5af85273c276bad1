"""A reason for a far score, typed for the class and for nothing else.

It is never taken from a note. Words give their writer away more easily than numbers, so it goes to
the teacher alone, who reads it and says it in other words, and only where at least five people
stand on that side.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.records.sheets import CRITERIA, DOMAINS
from fairmark.files import BrokenRecord

KIND, SCHEMA = "alignment reason for the class", 1
NAME = "reason-for-the-class.json"
BELOW, ABOVE = SIDES = ("below", "above")
SHORTEST, LONGEST = 15, 400  # characters


@dataclass(frozen=True)
class Reason:
    """One reason.

    Parameters
    ----------
    domain, criterion : str
        Letters of the score that it is about.
    side : {"below", "above"}
        Where the score lies beside the middle half of the class.
    text : str
        The reason.
    """

    domain: str
    criterion: str
    side: str
    text: str

    def file(self) -> str:
        """Return the text of the file that is handed in."""
        return json.dumps({"kind": KIND, "schema": SCHEMA} | asdict(self), indent=1,
                          ensure_ascii=False)  # fmt: skip


def checked(domain: str, criterion: str, side: str, text: str) -> Reason:
    """Make a reason of what was typed.

    Raises
    ------
    AlignmentError
        If it names no score, or is too short or too long.
    """
    if domain not in DOMAINS or criterion not in CRITERIA or side not in SIDES:
        raise AlignmentError(say("record.no_score_and_side"))
    text = " ".join(str(text).split())
    if not SHORTEST <= len(text) <= LONGEST:
        raise AlignmentError(
            say("record.reason_length", length=len(text), shortest=SHORTEST, longest=LONGEST)
        )
    return Reason(domain, criterion, side, text)


def read(content: bytes) -> Reason:
    """Read the file of a reason.

    Raises
    ------
    BrokenRecord
        With one sentence that says what it is instead.
    """
    try:
        record = json.loads(content)
    except (ValueError, RecursionError):
        raise BrokenRecord(say("record.reason_json")) from None
    if not isinstance(record, Mapping) or record.get("kind") != KIND:
        raise BrokenRecord(say("record.no_reason"))
    if record.get("schema") != SCHEMA:
        raise BrokenRecord(say("record.reason_version", found=record.get("schema"), schema=SCHEMA))
    fields = ("domain", "criterion", "side", "text")
    try:
        return checked(*(str(record.get(name, "")) for name in fields))
    except AlignmentError as error:
        raise BrokenRecord(str(error)) from None


def side_of(score: float, seen: Mapping[str, Any]) -> str:
    """Say on which side of the class a score lies; empty for the middle.

    Parameters
    ----------
    score : float
        A student's own.
    seen : mapping
        What the class file holds of that score: q25 and q75, or below twenty students q50 alone.
    """
    if score < seen.get("q25", seen["q50"]):
        return BELOW
    return ABOVE if score > seen.get("q75", seen["q50"]) else ""
