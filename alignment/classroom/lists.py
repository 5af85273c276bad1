"""The closed lists: which files made a page, so that no second page gives one student away.

Two pages of one class, the second with one more student, would give that student's sheet by
subtraction. So a list is closed when its page is built. It may be built again from the same files,
or when at least five came, or at least five left. The lists are salted digests and stay with the
instructor.
"""

import json
import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from alignment.errors import AlignmentError
from alignment.methods.classes.disclosure import may_rebuild
from fairmark.files import BrokenRecord, read_json, write_json

SCHEMA = 1
PLACE = "instructor/lists.json"


class MayNotBuild(AlignmentError):
    """A page that would give a student away by comparison with the page before."""


@dataclass
class Lists:
    """The lists of one class.

    Parameters
    ----------
    salt : str
        Random text, so that nobody can try numbers against the digests.
    closed : dict of str to list of str
        Digests by the name of the list: "round 1", "forecasts", "p4-2".
    """

    salt: str
    closed: dict[str, list[str]] = field(default_factory=dict)

    def may(self, name: str, contents: Iterable[object]) -> bool:
        """Say whether a list may be built from these contents, one per student."""
        return may_rebuild(set(self.closed.get(name, [])), self._digests(contents))

    def require(self, name: str, contents: Iterable[object]) -> None:
        """Refuse a list that may not be built from these contents; raises MayNotBuild."""
        if not self.may(name, contents):
            raise MayNotBuild(
                f"The page of {name} was built from other files, and fewer than five students came "
                "or left since: two pages would give one of them away by subtraction. Keep the "
                "page, or wait until five have come"
            )

    def close(self, name: str, contents: Iterable[object]) -> None:
        """Remember what a list was built from."""
        self.closed[name] = sorted(self._digests(contents))

    def holds(self, name: str, content: object) -> bool:
        """Say whether one student's content was in a list."""
        return self._one(content, 0) in self.closed.get(name, [])

    def _digests(self, contents: Iterable[object]) -> set[str]:
        """Tell equal contents apart by their count, or two equal guesses would be one person."""
        counts: Counter[str] = Counter()
        found = set()
        for content in contents:
            key = json.dumps(content, sort_keys=True)
            found.add(self._one(content, counts[key]))
            counts[key] += 1
        return found

    def _one(self, content: object, nth: int) -> str:
        text = f"{self.salt}\n{nth}\n{json.dumps(content, sort_keys=True)}"
        return sha256(text.encode()).hexdigest()


def load(path: Path) -> Lists:
    """Read the lists; new ones with a fresh salt if there are none.

    Raises
    ------
    BrokenRecord
        If the file is not what `save` wrote.
    """
    record = read_json(path)
    if record is None:
        return Lists(secrets.token_hex(16))
    try:
        if record["schema"] == SCHEMA:
            return Lists(record["salt"], {n: list(marks) for n, marks in record["lists"].items()})
    except (KeyError, TypeError, AttributeError):
        pass
    raise BrokenRecord(
        f"{path.name} does not hold the closed lists of a class; put back the file that was there, "
        "or collect into an empty folder and do not show the earlier page again"
    )


def save(path: Path, lists: Lists) -> None:
    """Write the lists in one step."""
    write_json(path, {"schema": SCHEMA, "salt": lists.salt, "lists": lists.closed})
