"""What a student has tried, asked and solved, question by question, in one small file.

It holds digests of attempts, never an answer, a name or a time.
"""

from pathlib import Path

from fairmark.files import BrokenRecord, home, read_json, write_json
from fairmark.messages import say

SCHEMA = 1
NEW = {"attempts": [], "hints": 0, "right": False}


def note_attempt(question: str, digest: str) -> int:
    """Remember a wrong answer by its digest.

    Parameters
    ----------
    question : str
        "4.3".
    digest : str
        The same for the same answer.

    Returns
    -------
    int
        How many different answers have been tried so far.
    """
    progress = load_progress()
    entry = progress.setdefault(question, {**NEW, "attempts": []})
    if digest not in entry["attempts"]:
        entry["attempts"] = [*entry["attempts"], digest]
        _save(progress)
    return len(entry["attempts"])


def note_right(question: str) -> None:
    """Remember that a question has been solved; it stays solved."""
    progress = load_progress()
    entry = progress.setdefault(question, {**NEW, "attempts": []})
    if not entry["right"]:
        entry["right"] = True
        _save(progress)


def note_hint(question: str) -> int:
    """Count a hint that is asked for.

    Parameters
    ----------
    question : str
        "4.3".

    Returns
    -------
    int
        Which hint this is, from 1.
    """
    progress = load_progress()
    entry = progress.setdefault(question, {**NEW, "attempts": []})
    entry["hints"] += 1
    _save(progress)
    return entry["hints"]


def load_progress() -> dict[str, dict]:
    """Read the student's progress.

    Returns
    -------
    dict
        Question -> {"attempts": list of digests, "hints": int, "right": bool}; empty at first.

    Raises
    ------
    BrokenRecord
        If the file is broken, foreign or newer than this package.
    """
    record = read_json(_path())
    if record is None:
        return {}
    try:
        if record["schema"] == SCHEMA:
            return {name: _entry(each) for name, each in record["questions"].items()}
    except (KeyError, TypeError, AttributeError, ValueError):
        pass
    raise BrokenRecord(say("record.progress", name=_path().name))


def _entry(entry: dict) -> dict:
    return {
        "attempts": [str(each) for each in entry["attempts"]],
        "hints": int(entry["hints"]),
        "right": entry["right"] is True,
    }


def _path() -> Path:
    return home() / "progress.json"


def _save(progress: dict[str, dict]) -> None:
    write_json(_path(), {"schema": SCHEMA, "questions": progress})
