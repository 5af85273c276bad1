"""The files of keys: where they are, and the key of one question."""

import json
from functools import lru_cache
from pathlib import Path

from fairmark.answers.known import Key, key_from
from fairmark.course import current, tables_folder
from fairmark.errors import CourseError
from fairmark.files import Version, version
from fairmark.ids import set_of
from fairmark.messages import say


class NoKey(CourseError):
    """The key of a question is missing or cannot be read."""


def folder() -> Path:
    """Return the folder of the keys that belong to the tables in use.

    Returns
    -------
    Path
        `keys/` beside the tables if there is one (another set of tables brings its own), else
        `keys/` in the course's folder of exercises.
    """
    own = tables_folder() / "keys"
    return own if own.is_dir() else current().folder("exercises") / "keys"


def read_file(number: str) -> dict:
    """Read the keys of one set.

    Parameters
    ----------
    number : str
        "04".

    Returns
    -------
    dict
        As JSON; parsed once while the file stays the same, so it must not be changed.

    Raises
    ------
    NoKey
        If the file is missing or broken.
    """
    path = folder() / f"{number}.json"
    try:
        return _parsed(version(path))
    except FileNotFoundError:
        parts = {"name": path.name, "folder": path.parent, "command": current().command("build")}
        raise NoKey(say("check.no_keys", number=number, **parts)) from None
    except ValueError:
        raise NoKey(say("check.broken_keys", name=path.name)) from None


@lru_cache(maxsize=32)
def _parsed(file: Version) -> dict:
    return json.loads(Path(file.path).read_text(encoding="utf-8"))


def find(question: str) -> Key:
    """Return the key of a question.

    Parameters
    ----------
    question : str
        "4.3".

    Returns
    -------
    Key
        What the student's kernel may know.

    Raises
    ------
    NoKey
        If set or question is unknown, or the question is no text.
    """
    if question == "":
        raise NoKey(say("check.unnamed"))
    if not isinstance(question, str):
        raise NoKey(say("check.no_text", question=question))
    if "." not in question:
        raise NoKey(say("check.no_point", question=question))
    questions = read_file(set_of(question))["questions"]
    if question not in questions:
        known = ", ".join(questions)
        raise NoKey(say("check.no_question", question=question, known=known))
    return key_from(question, questions[question])
