"""Which entries of a longer answer are right; each is known by a digest, like the whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

import pandas as pd

from alignment.checks.canonical import Spec, canonical, numbers, offsets_of
from alignment.checks.keys import Key, Part, salted
from alignment.checks.plain import Group, Node, kind_of, label, plain

GROUPS = ("mapping", "list", "set", "table")
MOST = 60
SHORT = 16


@dataclass(frozen=True)
class Entry:
    """One entry of a student's answer beside the one that is asked for.

    Parameters
    ----------
    label : str
        Its label, or its place in a list, counted from 1.
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
        node = self.node if node is None else node
        if self.part is None:
            return False
        return _digest(salt, self.part.label, node, self.spec) == self.part.digest


def take_apart(salt: str, value: object, width: float) -> tuple[Part, ...]:
    """Make the entries of a right answer recognisable and forget them.

    Parameters
    ----------
    salt : str
        Salt of the question.
    value : object
        The right answer.
    width : float
        Twice the tolerance.

    Returns
    -------
    tuple of Part
        In the order of reading; empty for an answer that holds one thing only.
    """
    node = plain(value)
    if not isinstance(node, Group) or node.kind not in GROUPS or len(node.parts) > MOST:
        return ()
    offsets = iter(offsets_of(node, width))
    found = []
    for short, part in _labelled(salt, node):
        count = sum(1 for _ in numbers(part)) if width else 0
        spec = Spec(width, tuple(islice(offsets, count)))
        found.append(Part(short, kind_of(part), count, _digest(salt, short, part, spec)))
    return tuple(found)


def side_by_side(key: Key, value: object) -> list[Entry]:
    """Set each entry of an answer beside the one that is asked for.

    Parameters
    ----------
    key : Key
        What is known of the question.
    value : object
        The answer.

    Returns
    -------
    list of Entry
        Empty if the answer is of another kind or the question asks for one thing only.
    """
    node, written = plain(value), _written(value)
    kind = "list" if key.kind == "function" else key.kind
    if not key.parts or not isinstance(node, Group) or node.kind != kind:
        return []
    offsets, wanted = iter(key.right.offsets), {}
    for part in key.parts:
        wanted[part.label] = (part, Spec(key.width, tuple(islice(offsets, part.numbers))))
    names = node.labels or [str(place) for place in range(1, len(node.parts) + 1)]
    entries = []
    for name, (short, entry) in zip(names, _labelled(key.salt, node), strict=True):
        part, spec = wanted.get(short, (None, Spec(key.width)))
        entries.append(Entry(written.get(name, name), entry, part, spec))
    return entries


def _written(value: object) -> dict[str, str]:
    """Return the labels as the student wrote them."""
    if isinstance(value, (pd.Series, pd.DataFrame)):
        keys = value.index
    else:
        keys = value if isinstance(value, Mapping) else ()
    return {label(each): each for each in keys if isinstance(each, str)}


def _labelled(salt: str, node: Group) -> list[tuple[str, Node]]:
    """Return each entry with the digest of its label; what a set holds is its own label."""
    if node.kind == "set":
        labels = [canonical(Group("list", (part,))) for part in node.parts]
    else:
        labels = list(node.labels) or [str(place) for place in range(len(node.parts))]
    shorts = [salted(salt, f"label {each}")[:SHORT] for each in labels]
    return list(zip(shorts, node.parts, strict=True))


def _digest(salt: str, short: str, node: Node, spec: Spec) -> str:
    return salted(salt, f"{short} {canonical(Group('list', (node,)), spec)}")[:SHORT]
