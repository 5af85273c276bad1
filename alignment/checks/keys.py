"""What instant feedback needs to know of a question: lattices and digests, no answer in clear.

This keeps an answer from being seen by accident. It is no lock: the solutions are open.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from alignment.checks.canonical import Spec, canonical, offsets_of
from alignment.errors import AlignmentError
from alignment.tables import root
from alignment.tables.package import Version, version


class NoKey(AlignmentError):
    """The key of a question is missing or cannot be read."""


@dataclass(frozen=True)
class Known:
    """An answer that is recognised without being stored.

    Parameters
    ----------
    offsets : tuple of float
        Where its lattice lies.
    digest : str
        Of its canonical text, with the salt of the question.
    sentence : str
        What a student who gives it is told; empty for the right answer.
    """

    offsets: tuple[float, ...]
    digest: str
    sentence: str = ""


@dataclass(frozen=True)
class Part:
    """One entry of an answer that holds several.

    Parameters
    ----------
    label : str
        Digest of its label, of its place in a list, or of what a set holds.
    kind : str
        As the kind of an answer.
    numbers : int
        How many of the answer's offsets are its own.
    digest : str
        Of its canonical text.
    """

    label: str
    kind: str
    numbers: int
    digest: str


@dataclass(frozen=True)
class Key:
    """One question as the student's kernel knows it.

    Parameters
    ----------
    id, title : str
        "4.3" and its title.
    points : int
        What a right answer earns.
    asks : str
        The name that holds the answer.
    stub : str
        The answer cell before anybody has touched it.
    kind : str
        "number", "text", "truth", "list", "set", "mapping", "table", "figure", "function", "form".
    size : tuple of int
        Length of a list, set or mapping; rows and columns of a table.
    unit : str
        Shown behind numbers.
    width : float
        Twice the tolerance.
    salt : str
        Makes equal answers of two questions look different.
    right : Known
        The right answer.
    wrong : tuple of Known
        The known wrong ones, each with its sentence.
    hints, choices : tuple of str
        As in the source.
    parts : tuple of Part
        The entries of the right answer, if it holds several.
    """

    id: str
    title: str
    points: int
    asks: str
    stub: str
    kind: str
    size: tuple[int, ...]
    unit: str
    width: float
    salt: str
    right: Known
    wrong: tuple[Known, ...] = ()
    hints: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()

    def fits(self, known: Known, value: object) -> bool:
        """Tell whether an answer is the one that is known only by its digest."""
        text = canonical(value, Spec(self.width, known.offsets))
        return salted(self.salt, text) == known.digest


def salted(salt: str, text: str) -> str:
    """Digest a canonical text together with the salt of its question."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()[:32]


def remember(salt: str, value: object, width: float, sentence: str = "") -> Known:
    """Make an answer recognisable and forget it.

    Parameters
    ----------
    salt : str
        Salt of the question.
    value : object
        The answer.
    width : float
        Twice the tolerance.
    sentence : str
        What a student who gives it is told.

    Returns
    -------
    Known
        Lattice and digest.
    """
    offsets = offsets_of(value, width)
    return Known(offsets, salted(salt, canonical(value, Spec(width, offsets))), sentence)


def set_of(question: str) -> str:
    """Return the number of the set a question belongs to: "04" for "4.3"."""
    return question.partition(".")[0].zfill(2)


def folder() -> Path:
    """Return the folder of the keys that belong to the tables in use.

    Returns
    -------
    Path
        `keys/` beside the tables if there is one (another set of tables brings its own), else
        the keys inside the installed package, else `exercises/keys/` of the checkout.
    """
    if (own := root() / "keys").is_dir():
        return own
    package = Path(__file__).resolve().parents[1]
    shipped = package / "_keys"
    return shipped if shipped.is_dir() else package.parent / "exercises" / "keys"


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
        raise NoKey(
            f"There are no keys for set {number} (looked for {path.name} in {path.parent}); "
            "restore the file, or build it with: alignment exercises build"
        ) from None
    except ValueError:
        raise NoKey(f"{path.name} is not valid JSON; restore it from Git") from None


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
        If set or question is unknown.
    """
    questions = read_file(set_of(str(question)))["questions"]
    if question not in questions:
        known = ", ".join(questions)
        raise NoKey(f"There is no question {question!r} in this set; the questions are {known}")
    return from_entry(question, questions[question])


def from_entry(question: str, entry: dict) -> Key:
    """Turn the JSON of one question into a record."""
    lists = ("size", "hints", "choices")
    values = {name: tuple(v) if name in lists else v for name, v in entry.items()}
    values["right"] = _known(entry["right"])
    values["wrong"] = tuple(_known(each) for each in entry["wrong"])
    values["parts"] = tuple(_part(line) for line in entry.get("parts", ()))
    return Key(id=question, **values)


def _part(line: str) -> Part:
    label, digest, numbers, kind = line.split(maxsplit=3)
    return Part(label, kind, int(numbers), digest)


def _known(entry: dict) -> Known:
    return Known(tuple(entry["offsets"]), entry["digest"], entry.get("sentence", ""))
