"""What is known of a question: lattices and digests, no answer in clear.

This keeps an answer from being seen by accident. It is no lock: the solutions are open.
"""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from itertools import islice

from fairmark.answers.mistakes import Mistake, mistake_from
from fairmark.answers.tree import Group, Node
from fairmark.answers.writing import Spec, numbers, write

SHORT = 16
COARSE = 5  # widths from 0 up to which a number says little


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

    def as_json(self) -> dict:
        """Return it as it stands in a file of keys."""
        entry = {"offsets": list(self.offsets), "digest": self.digest}
        return entry | ({"sentence": self.sentence} if self.sentence else {})


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
class Compared:
    """One entry of a student's answer beside the one that is asked for.

    Parameters
    ----------
    label : str
        Its label as the student wrote it, or its place in a list, counted from 1.
    node : Fraction, str or Group
        What it is.
    part : Part or None
        What is asked for there; None if nothing is.
    spec : Spec
        Where the lattice of its numbers lies.
    """

    label: str
    node: Node
    part: Part | None
    spec: Spec

    def fits(self, salt: str, node: Node | None = None) -> bool:
        """Tell whether this entry, or another one in its place, is right."""
        if self.part is None:
            return False
        node = self.node if node is None else node
        return part_digest(salt, self.part.label, node, self.spec) == self.part.digest


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
        A name of `KINDS`.
    size : tuple of int
        Length of a list, set or mapping; rows and columns of a table.
    unit : str
        Shown after numbers.
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
    mistakes : tuple of Mistake
        What the mistakes of the catalogue lead to here.
    why : str
        Why the right answer is right, and what that means; sealed with the right answer.
    step : str
        The heading of the lesson's section to read again; empty for none.
    core : bool
        Whether the question belongs to the core of its set.
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
    mistakes: tuple[Mistake, ...] = ()
    why: str = ""
    step: str = ""
    core: bool = False

    @property
    def tolerance(self) -> str:
        """How far an answer may be off, with its unit."""
        return f"{self.width / 2:g}{f' {self.unit}' if self.unit else ''}"

    def fits(self, known: Known, node: Node) -> bool:
        """Tell whether an answer is the one that is known only by its digest."""
        return salted(self.salt, write(node, Spec(self.width, known.offsets))) == known.digest

    def mistaken(self, digest: str, node: Node, but: tuple[str, ...] = ()) -> str:
        """Return what is told of an answer or entry that a known mistake leads to; else "".

        Where the tolerance is wide beside a number, nothing tells an earlier answer from 0.
        """
        if self.width and any(abs(n) < COARSE * self.width for n in numbers(node)):
            but = (*but, "earlier")
        found = (each for each in self.mistakes if each.digest == digest)
        return next((each.sentence for each in found if each.kind not in but), "")

    def as_json(self) -> dict:
        """Return the key as it stands in a file of keys, where its id is the name of the entry."""
        entry = {name: value for name, value in asdict(self).items() if name != "id"}
        if not self.step:
            del entry["step"]
        if not self.core:
            del entry["core"]
        entry |= {name: list(entry[name]) for name in ("size", "hints", "choices")}
        entry |= {"right": self.right.as_json(), "wrong": [each.as_json() for each in self.wrong]}
        parts = [f"{p.label} {p.digest} {p.numbers} {p.kind}" for p in self.parts]
        # The order of the file: what is said of a question, then what recognises its answers.
        last = ("why", "hints", "choices", "right", "wrong")
        lists = {"parts": parts, "mistakes": [each.as_text() for each in self.mistakes]}
        return {
            **{name: value for name, value in entry.items() if name not in (*last, *lists)},
            **{name: entry[name] for name in last},
            **lists,
        }

    def public(self, offsets: tuple[float, ...]) -> "Key":
        """Keep what `emit` needs on other tables.

        A digest would let a student's code try answers until one fits.
        """
        told = dict.fromkeys(("salt", "stub", "why", "step"), "")
        bare = {**told, "wrong": (), "hints": (), "mistakes": (), "core": False}
        return replace(self, right=Known(offsets, ""), **bare)


def key_from(question: str, entry: dict) -> Key:
    """Turn the JSON of one question into a record."""
    lists = ("size", "hints", "choices")
    values = {name: tuple(v) if name in lists else v for name, v in entry.items()}
    values["right"] = _known(entry["right"])
    values["wrong"] = tuple(_known(each) for each in entry["wrong"])
    values["parts"] = tuple(_part(line) for line in entry.get("parts", ()))
    values["mistakes"] = tuple(mistake_from(line) for line in entry.get("mistakes", ()))
    return Key(id=question, **values)


def _part(line: str) -> Part:
    label, digest, count, kind = line.split(maxsplit=3)
    return Part(label, kind, int(count), digest)


def _known(entry: dict) -> Known:
    return Known(tuple(entry["offsets"]), entry["digest"], entry.get("sentence", ""))


def salted(salt: str, text: str) -> str:
    """Digest a canonical text together with the salt of its question."""
    return hashlib.sha256(f"{salt}\n{text}".encode(errors="backslashreplace")).hexdigest()[:32]


def sealed(salt: str, text: str, why: str) -> str:
    """Write what only the right answer may open, so that a file of keys does not tell it."""
    return b64encode(_mixed(salt, text, why.encode())).decode()


def opened(salt: str, text: str, why: str) -> str:
    """Read what `sealed` wrote; an empty text if the answer is another one."""
    try:
        return _mixed(salt, text, b64decode(why)).decode()
    except ValueError:
        return ""


def _mixed(salt: str, text: str, content: bytes) -> bytes:
    seed = f"why {salt}\n{text}".encode()
    blocks = (hashlib.sha256(seed + bytes([n])).digest() for n in range(len(content) // 32 + 1))
    return bytes(a ^ b for a, b in zip(content, b"".join(blocks), strict=False))


def mistake_digest(salt: str, text: str) -> str:
    """Digest the canonical text of an answer that a mistake leads to."""
    return salted(salt, f"mistake {text}")[:SHORT]


def part_digest(salt: str, short: str, node: Node, spec: Spec) -> str:
    """Digest one entry together with its label."""
    return salted(salt, f"{short} {write(Group('list', (node,)), spec)}")[:SHORT]


def labelled(salt: str, node: Group) -> list[tuple[str, Node]]:
    """Return each entry with the digest of its label; what a set holds is its own label."""
    if node.kind == "set":
        labels = [write(Group("list", (part,)), Spec()) for part in node.parts]
    else:
        labels = list(node.labels) or [str(place) for place in range(len(node.parts))]
    shorts = [salted(salt, f"label {each}")[:SHORT] for each in labels]
    return list(zip(shorts, node.parts, strict=True))


def specs(width: float, offsets: Iterable[float], counts: Iterable[int]) -> list[Spec]:
    """Give each entry of an answer its own share of the answer's offsets."""
    left = iter(offsets)
    return [Spec(width, tuple(islice(left, count))) for count in counts]


def count_numbers(node: Node, width: float) -> int:
    """Count the offsets that an entry needs."""
    return sum(1 for _ in numbers(node)) if width else 0
