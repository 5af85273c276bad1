"""One kind of answer: how it is normalised, sized, remembered, compared, described, explained.

A value is looked at once, in `normalise`; everything below sees a small tree and a few words.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from typing import Any, ClassVar

import pandas as pd

from fairmark.answers.known import (
    Entry,
    Key,
    Known,
    Part,
    count_numbers,
    labelled,
    mistake_digest,
    part_digest,
    salted,
    specs,
)
from fairmark.answers.slips import slip
from fairmark.answers.telling import counted, listed, where
from fairmark.answers.tree import NOT_GIVEN, Group, Node, kind_of, label, tree
from fairmark.answers.writing import Spec, offsets_of, write

HOLES = ("-inf", "inf", "nan", "none")
MOST_PARTS = 60


@dataclass(frozen=True)
class Answer:
    """An answer, normalised; nobody below sees the value itself.

    Parameters
    ----------
    node : Fraction, str or Group
        What is compared.
    given : bool
        False while the three dots of the stub are still there.
    said : str
        What it is, in words.
    labels : mapping
        The labels of its entries as the student wrote them.
    results : tuple of str
        Of a function, in words.
    problems : tuple of str
        Of a form.
    error : Exception or None
        What the student's function raised.
    """

    node: Node
    given: bool = True
    said: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    results: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    error: Exception | None = None


@dataclass(frozen=True)
class Said:
    """What is told of an answer, and whether that names what went wrong."""

    sentence: str
    named: bool = True


class Kind:
    """What can be done with an answer, whatever it is; each kind changes what it must.

    Attributes
    ----------
    name : str
        As it stands in a key.
    noun : str
        What a sentence calls it; empty where no sentence should.
    have : str
        The kind of tree it becomes.
    conversions : mapping
        Another kind -> how to make this one of it; `{name}` is the student's name.
    parted : bool
        Whether its entries are looked at one by one.
    rows : tuple of str
        What its entries are called, many and one.
    """

    name: ClassVar[str] = ""
    noun: ClassVar[str] = ""
    have: ClassVar[str] = ""
    conversions: ClassVar[Mapping[str, str]] = {}
    parted: ClassVar[bool] = False
    rows: ClassVar[tuple[str, str]] = ("entries", "entry")

    # What an author's build asks.
    def takes(self, value: Any, on: Iterable | None) -> bool:
        """Tell whether a value is of this kind although its tree does not say so."""
        return False

    def size(self, node: Node) -> tuple[int, ...]:
        """Return what a key remembers of an answer's size: entries, or rows and columns."""
        return size_of(node)

    def remember(self, answer: Answer, width: float, salt: str, sentence: str = "") -> Known:
        """Make an answer recognisable and forget it."""
        offsets = offsets_of(answer.node, width)
        return Known(offsets, salted(salt, write(answer.node, Spec(width, offsets))), sentence)

    def parts(self, answer: Answer, width: float, salt: str) -> tuple[Part, ...]:
        """Make the entries of a right answer recognisable and forget them; () if it has none."""
        node = answer.node
        if not self.parted or not isinstance(node, Group) or len(node.parts) > MOST_PARTS:
            return ()
        found = labelled(salt, node)
        counts = [count_numbers(part, width) for _, part in found]
        lattice = specs(width, offsets_of(node, width), counts)
        return tuple(
            Part(short, kind_of(part), count, part_digest(salt, short, part, spec))
            for (short, part), count, spec in zip(found, counts, lattice, strict=True)
        )

    # What a check asks.
    def normalise(self, value: Any, on: Iterable | None = None) -> Answer:
        """Turn what the student's name holds into an answer: the only look at the value."""
        if value is ...:
            return Answer(NOT_GIVEN, given=False)
        node = tree(value)
        return Answer(node, not all_dots(node), described(value, node), _written(value))

    def write(self, key: Key, answer: Answer) -> str:
        """Write an answer as the one text that the reference stores and nbval compares."""
        return write(answer.node, Spec(key.width, key.right.offsets))

    def beside(self, key: Key, answer: Answer) -> list[Entry]:
        """Set each entry of an answer beside the one that is asked for; [] if there are none."""
        node = answer.node
        if not key.parts or not isinstance(node, Group) or node.kind != self.have:
            return []
        lattice = specs(key.width, key.right.offsets, [part.numbers for part in key.parts])
        wanted = {part.label: (part, spec) for part, spec in zip(key.parts, lattice, strict=True)}
        names = node.labels or [str(place) for place in range(1, len(node.parts) + 1)]
        entries = []
        for name, (short, entry) in zip(names, labelled(key.salt, node), strict=True):
            part, spec = wanted.get(short, (None, Spec(key.width)))
            entries.append(Entry(answer.labels.get(name, name), entry, part, spec))
        return entries

    def describe(self, key: Key, answer: Answer, on: Iterable | None) -> str:
        """Say what was found, after the words "and found"."""
        if answer.error is not None:
            text = str(answer.error).split("\n", 1)[0][:160]
            return f"that it raised {type(answer.error).__name__}{f' ({text})' if text else ''}"
        # The number need not be in the unit that is asked for, so it is not said to be.
        unit = f", read as {key.unit}" if key.unit and isinstance(answer.node, Fraction) else ""
        return f"{answer.said}{unit}"

    def advise(self, key: Key, answer: Answer, on: Iterable | None) -> Said:
        """Find the most useful sentence about an answer that is neither right nor known wrong.

        The order is the specification: first what makes every other remark pointless.
        """
        if answer.error is not None:
            line = where(answer.error)
            return Said(f"Look at {line}." if line else self.called(key, on))
        node, entries = answer.node, self.beside(key, answer)
        steps: tuple[Callable[[], str], ...] = (
            partial(_dots, node),
            partial(self.wrong_kind, key, node),
            partial(self.slips, key, node),
            partial(self.mistaken, key, answer),
        )
        if said := next((said for step in steps if (said := step())), ""):
            return Said(said)
        if said := self.first(key, node, entries):
            return Said(said, named=self.have != "set")  # how many belong is no mistake's name
        if said := self.wrong_size(key, answer, entries):
            return Said(said, named=False)
        later, hole = self.later(key, node, entries), self.holes(node, entries)
        if hole:
            return Said(f"{hole} {later.sentence}") if later and later.named else Said(hole, False)
        return later or Said(self.outside(key, node), named=False)

    def wrong_kind(self, key: Key, node: Node) -> str:
        """Say that another kind of answer is asked for, and how to come to it."""
        have = kind_of(node)
        if have == self.have or not self.noun:
            return ""
        if have == "none":
            return (
                f"Expected {self.noun}. Did the function return its result, or did you print "
                "instead of assign?"
            )
        if have in ("a function", "a method"):
            return f"Expected {self.noun}, found a function. Call it: write its name with ()."
        if said := self.not_mine(have, node):
            return said
        more = self.conversions.get(have, "Try type({name}) to see what it is.")
        return f"Expected {self.noun}. {more.format(name=key.asks)}"

    def not_mine(self, have: str, node: Node) -> str:
        """Say what is special about one other kind; empty if nothing is."""
        return ""

    def mistaken(self, key: Key, answer: Answer) -> str:
        """Know an answer that a mistake of the catalogue leads to."""
        return key.mistaken(mistake_digest(key.salt, self.write(key, answer)))

    def first(self, key: Key, node: Node, entries: list[Entry]) -> str:
        """Say what comes before the size; empty if nothing does."""
        return ""

    def wrong_size(self, key: Key, answer: Answer, entries: list[Entry]) -> str:
        """Say that there are too many or too few entries, and which do not belong."""
        have, want = size_of(answer.node), key.size
        if not want or have == want:
            return ""
        wanted = f"Expected {counted(want[0], 'entry', 'entries')}"
        if have[0] < want[0]:
            return f"{wanted}; found fewer, {have[0]}. Is one of them missing?"
        empty = [entry.label for entry in entries if entry.node in HOLES]
        if have[0] - len(empty) == want[0]:
            many = f"{len(empty)} {'is' if len(empty) == 1 else 'are'} empty"
            return f"{wanted}; found more, {have[0]}, and {many}: {listed(empty)}. Drop the empty."
        more = self.strange(entries)
        return f"{wanted}; found more, {have[0]}. {more or 'Keep only those asked for.'}"

    def strange(self, entries: list[Entry]) -> str:
        """Name the entries nobody asked for; empty where entries have no names."""
        return ""

    def holes(self, node: Node, entries: list[Entry]) -> str:
        """Say that there is something that is not a number among the numbers, and where."""
        found = next((hole for hole in HOLES if hole in words(node)), "")
        if not found:
            return ""
        where_ = [entry.label for entry in entries if found in words(entry.node)]
        place = f" at {'entry ' if self.have == 'list' else ''}{listed(where_)}" if where_ else ""
        return (
            f"It holds {found}{place}, which is not a number. Look for a missing row, "
            "a label that does not match, or a division by zero."
        )

    def slips(self, key: Key, node: Node) -> str:
        """Try the transformations a slip of scale, sign or direction would need."""
        return slip(node, key, lambda moved: key.fits(key.right, moved))

    def later(self, key: Key, node: Node, entries: list[Entry]) -> Said | None:
        """Say which entries are right, and what is wrong with those that are not."""
        wrong = [entry for entry in entries if not entry.fits(key.salt)]
        return self.about(key, entries, wrong) if wrong else None

    def about(self, key: Key, entries: list[Entry], wrong: list[Entry]) -> Said:
        """Word what `later` found: how many are right, then one line for each kind of mistake."""
        if len(entries) == 1:
            said = self.one_entry(key, wrong[0])
            return Said(said or self.near(key), bool(said))
        told: dict[str, list[str]] = {}
        others = self.exchanged(key, wrong)
        for entry in wrong:
            said = others.get(entry.label) or self.one_entry(key, entry)
            told.setdefault(said, []).append(entry.label)
        place = "entry " if self.have == "list" else ""
        lines = [f"{place}{listed(labels)}: {said}" for said, labels in told.items() if said]
        unknown = told.get("", [])
        if unknown and len(unknown) < len(entries):
            lines.append(f"Look again at {place}{listed(unknown)}.")
        if unknown and any(kind_of(entry.node) == "number" for entry in wrong):
            lines.append(self.near(key))
        lines = [f"{line[0].upper()}{line[1:]}" if place else line for line in lines if line]
        return Said(" ".join([self.share(entries, wrong), *lines]), not unknown)

    def exchanged(self, key: Key, wrong: list[Entry]) -> dict[str, str]:
        """Find entries that would be right in each other's place."""
        found: dict[str, str] = {}
        for entry in wrong:
            for other in wrong:
                if entry is not other and entry.fits(key.salt, other.node):
                    found.setdefault(other.label, f"this belongs to {entry.label}.")
        # One value may fit many places by chance; an exchange goes round.
        return found if len(found) > 1 and len(set(found.values())) == len(found) else {}

    def near(self, key: Key) -> str:
        """Say how exact a number must be."""
        return f"The tolerance is {key.tolerance}." if key.width else ""

    def share(self, entries: list[Entry], wrong: list[Entry]) -> str:
        """Say how many entries are right."""
        whole, right = len(entries), len(entries) - len(wrong)
        many, one = self.rows
        said = f"{right or 'None'} of {whole} {many if whole > 1 else one}"
        return f"{said} {'is' if right < 2 else 'are'} right."

    def one_entry(self, key: Key, entry: Entry) -> str:
        """Look at one entry that is not right: its kind, its size of scale, its sign."""
        have, want = kind_of(entry.node), entry.part.kind if entry.part else ""
        if want in NOUNS and have != want and have in NOUNS:
            return f"Expected {NOUNS[want]} there, found {NOUNS[have]}."
        return self.one_slip(key, entry)

    def one_slip(self, key: Key, entry: Entry) -> str:
        """Try slips of scale and sign on one entry, then what the catalogue knows of it."""
        found = slip(entry.node, key, partial(entry.fits, key.salt), few=True)
        if found or entry.part is None:
            return found
        return key.mistaken(part_digest(key.salt, entry.part.label, entry.node, entry.spec))

    def outside(self, key: Key, node: Node) -> str:
        """Say the little that can be said of an answer that is simply not the right one."""
        if key.choices:
            return "This is not the one. Read the prompt again and look at the table above."
        if key.width and not isinstance(node, str):
            return f"At least one number is further away than {key.tolerance}."
        return "It differs from what the tables give."

    def called(self, key: Key, on: Iterable | None) -> str:
        """Say how a check calls a function that could not be called."""
        return "Try the function on small numbers of your own."


# Trees that are no answer of their own kind still have a word in a sentence.
NOUNS: dict[str, str] = {}


def size_of(node: Node) -> tuple[int, ...]:
    """Return how many entries a group has; for a table rows and columns."""
    if not isinstance(node, Group) or node.kind == "figure":
        return ()
    if node.kind == "table":
        return (len(node.parts), len(node.columns))
    return (len(node.parts),)


def described(value: Any, node: Node) -> str:
    """Say in words what an answer is, without its unit."""
    kind = kind_of(node)
    if isinstance(node, Fraction):
        return f"{float(node):.6g}"
    if kind == "text":
        return f"the text {str(value).strip()[:60]!r}"
    if kind in ("list", "set", "mapping"):
        name = NOUNS[kind]
        if kind == "mapping":
            name = "a dictionary" if isinstance(value, Mapping) else "a labelled series"
        return f"{name} with {counted(len(node.parts), 'entry', 'entries')}"
    if kind == "table":
        rows, columns = size_of(node)
        return f"a table of {counted(rows, 'row')} and {counted(columns, 'column')}"
    spelled = {"none": "None, which is nothing", "truth": str(value), "number": str(node)}
    return spelled.get(kind, NOUNS.get(kind, kind))


def all_dots(node: Node) -> bool:
    """Tell whether nothing was filled in yet."""
    if isinstance(node, Group):
        return bool(node.parts) and all(all_dots(part) for part in node.parts)
    return node == NOT_GIVEN


def _dots(node: Node) -> str:
    if NOT_GIVEN in words(node):
        return "A part of it still holds the three dots. Fill in every part."
    return ""


def words(node: Node) -> list[str]:
    """List the texts of a tree."""
    if isinstance(node, Group):
        return [word for part in node.parts for word in words(part)]
    return [node] if isinstance(node, str) else []


def _written(value: Any) -> dict[str, str]:
    """Return the labels as the student wrote them."""
    try:
        if isinstance(value, (pd.Series, pd.DataFrame)):
            keys = value.index
        else:
            keys = value if isinstance(value, Mapping) else ()
        return {label(each): each for each in keys if isinstance(each, str)}
    except Exception:  # a student's own class may do anything when it is looked at
        return {}
