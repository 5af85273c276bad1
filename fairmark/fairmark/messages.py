"""What a student is told: whole sentences by their ids, one file per language.

`messages.en.toml` holds every sentence of the engine; a course has a file of its own for its
panels. Another language is one more file, `messages.NAME.toml`; what it lacks is said in English.
The course chooses with `language` in `course.toml`.
"""

import os
import re
import string
import tomllib
from functools import cache
from pathlib import Path

from fairmark.course import LANGUAGE, current

ENGLISH = "en"
# Marks each sentence that comes from the file, so that a test sees one that does not.
PSEUDO = "pseudo"
BEGIN, END = "⟦", "⟧"


class Messages:
    """The sentences of one part: `messages.en.toml` in its folder, and a file per language.

    Parameters
    ----------
    folder : Path
        Where the files are.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def say(self, name: str, n: int | None = None, /, **parts: object) -> str:
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
        of = language()
        entry = self._entry(name, of)
        if isinstance(entry, dict):
            chosen = {0: "none", 1: "one"}.get(n, "other")
            entry = entry.get(chosen, entry["other"])
        return _marked(entry.format(n=n, **parts), of)

    def groups(self, *names: str) -> dict[str, str | dict[str, str]]:
        """Return the sentences of some groups by their ids, for a script that fills them in."""
        of = language()
        return {
            name: {form: _marked(text, of) for form, text in entry.items()}
            if isinstance(entry := self._entry(name, of), dict)
            else _marked(entry, of)
            for name in read(self.folder, ENGLISH)
            if name.partition(".")[0] in names
        }

    def known(self, name: str) -> bool:
        """Tell whether there is a sentence of this id."""
        return name in read(self.folder, ENGLISH)

    def made_of(self, name: str, text: str) -> bool:
        """Tell whether a text is this sentence, whatever was filled in."""
        entry = self._entry(name, language())
        forms = entry.values() if isinstance(entry, dict) else [entry]
        return any(_pattern(form).search(text) for form in forms)

    def ids(self, group: str) -> list[str]:
        """List the ids of one group, without the group, in the order of the file."""
        begin, names = f"{group}.", read(self.folder, ENGLISH)
        return [name.removeprefix(begin) for name in names if name.startswith(begin)]

    def _entry(self, name: str, language: str) -> str | dict[str, str]:
        return read(self.folder, language).get(name) or read(self.folder, ENGLISH)[name]


@cache
def read(folder: Path, language: str) -> dict[str, str | dict[str, str]]:
    """Read the sentences of a language by their ids; none where it has no file."""
    path = folder / f"messages.{language}.toml"
    if not path.is_file():
        return {}
    groups = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        f"{group}.{name}": text for group, each in groups.items() for name, text in each.items()
    }


@cache
def _pattern(form: str) -> re.Pattern[str]:
    pieces = (re.escape(before) + ("" if part is None else "(?s:.*)")
              for before, part, _, _ in string.Formatter().parse(form))  # fmt: skip
    return re.compile(f"^{BEGIN}?{''.join(pieces)}{END}?$")


def language() -> str:
    """Return the language of the course, such as "en"."""
    return os.environ.get(LANGUAGE) or current().language


def _marked(text: str, language: str) -> str:
    return f"{BEGIN}{text}{END}" if language == PSEUDO else text


OWN = Messages(Path(__file__).parent)
say, known, ids, made_of = OWN.say, OWN.known, OWN.ids, OWN.made_of


def names_in_a_row(*names: str) -> str:
    """Write several names in a row: "04, 05 and 06"; nothing for none."""
    *first, last = names or ("",)
    return say("names.last", first=", ".join(first), last=last) if first else last
