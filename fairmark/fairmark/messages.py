"""What the engine says to a student: whole sentences by their ids, one file per language.

`messages.en.toml` holds every sentence. Another language is one more file, `messages.NAME.toml`;
what it lacks is said in English. The course chooses with `language` in `course.toml`.
"""

import os
import tomllib
from functools import cache
from pathlib import Path

from fairmark.course import LANGUAGE, current

FOLDER = Path(__file__).parent
ENGLISH = "en"
# Marks each sentence that comes from the file, so that a test sees one that does not.
PSEUDO = "pseudo"
BEGIN, END = "⟦", "⟧"


def say(name: str, n: int | None = None, /, **parts: object) -> str:
    """Return a sentence in the language of the course.

    Parameters
    ----------
    name : str
        Its id, such as "size.fewer".
    n : int, optional
        The number that decides between `none`, `one` and `other`; it stands in `{n}`.
    **parts
        What stands in the other brackets.

    Raises
    ------
    KeyError
        If there is no such sentence, or a part of it is not given.
    """
    language = os.environ.get(LANGUAGE) or current().language
    entry = _read(language).get(name) or _read(ENGLISH)[name]
    if isinstance(entry, dict):
        chosen = {0: "none", 1: "one"}.get(n, "other")
        entry = entry.get(chosen, entry["other"])
    text = entry.format(n=n, **parts)
    return f"{BEGIN}{text}{END}" if language == PSEUDO else text


def known(name: str) -> bool:
    """Tell whether there is a sentence of this id."""
    return name in _read(ENGLISH)


def ids(group: str) -> list[str]:
    """List the ids of one group of sentences, without the group, in the order of the file."""
    begin = f"{group}."
    return [name.removeprefix(begin) for name in _read(ENGLISH) if name.startswith(begin)]


@cache
def _read(language: str) -> dict[str, str | dict[str, str]]:
    path = FOLDER / f"messages.{language}.toml"
    if not path.is_file():
        return {}
    groups = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        f"{group}.{name}": text for group, each in groups.items() for name, text in each.items()
    }
