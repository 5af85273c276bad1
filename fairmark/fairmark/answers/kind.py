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
    Compared,
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
from fairmark.answers.looking import (
    all_dots,
    error_words,
    holds_one,
    hole_word,
    noun,
    rounds,
    size_of,
    words,
)
from fairmark.answers.slips import slip
from fairmark.answers.telling import listed, where
from fairmark.answers.tree import NOT_GIVEN, Group, Node, kind_of, label, tree
from fairmark.answers.verdict import Verdict, not_yet
from fairmark.answers.writing import Spec, offsets_of, write
from fairmark.messages import known, say

HOLES = ("-inf", "inf", "nan", "none")
MOST_PARTS = 60
ONCE = ("a generator", "a map", "a filter", "a zip", "a list_iterator", "a dict_keyiterator")


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
    error : BaseException or None
        What the student's function raised.
    """

    node: Node
    given: bool = True
    said: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    results: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    error: BaseException | None = None


class Kind:
    """What can be done with an answer, whatever it is; each kind changes what it must.

    Attributes
    ----------
    name : str
        As it stands in a key.
    have : str
        The kind of tree it becomes.
    parted : bool
        Whether its entries are looked at one by one.
    rows : str
        What its entries are: entries, rows or inputs.

    What a sentence calls it, and how another kind is made into it, stands in the file of messages
    (`noun` and `convert`).
    """

    name: ClassVar[str] = ""
    have: ClassVar[str] = ""
    parted: ClassVar[bool] = False
    rows: ClassVar[str] = "entries"

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
        return Answer(node, not all_dots(node), described(value, node), written(value))

    def write(self, key: Key, answer: Answer) -> str:
        """Write an answer as the one text that the reference stores and nbval compares."""
        return write(answer.node, Spec(key.width, key.right.offsets))

    def beside(self, key: Key, answer: Answer) -> list[Compared]:
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
            entries.append(Compared(answer.labels.get(name, name), entry, part, spec))
        return entries

    def describe(self, key: Key, answer: Answer, on: Iterable | None) -> str:
        """Say what was found, after the words "and found"."""
        if answer.error is not None:
            name, text = error_words(answer.error)
            form = "found.raised_text" if text else "found.raised"
            return say(form, error=name, text=text)
        # The number need not be in the unit that is asked for, so it is not said to be.
        if key.unit and isinstance(answer.node, Fraction):
            return say("found.unit", found=answer.said, unit=key.unit)
        return answer.said

    def advise(self, key: Key, answer: Answer, on: Iterable | None) -> Verdict:
        """Find the most useful sentence about an answer that is neither right nor known wrong.

        The order is the specification: first what makes every other remark pointless.
        """
        if answer.error is not None:
            line = where(answer.error)
            return not_yet(say("line.look", line=line) if line else self.called(key, on))
        node, entries = answer.node, self.beside(key, answer)
        steps: tuple[Callable[[], str], ...] = (
            partial(_dots, node),
            partial(self.wrong_kind, key, node),
            partial(self.slips, key, node),
            partial(self.mistaken, key, answer),
        )
        if said := next((said for step in steps if (said := step())), ""):
            return not_yet(said)
        if said := self.first(key, node, entries):
            return not_yet(said, named=self.have != "set")  # how many belong is no mistake's name
        if said := self.wrong_size(key, answer, entries):
            return not_yet(said, named=False)
        later, hole = self.later(key, node, entries), self.holes(node, entries)
        if hole:
            more = later.sentence if later and later.named else ""
            return not_yet(f"{hole} {more}".strip(), bool(more))
        return later or not_yet(self.outside(key, node), named=False)

    def wrong_kind(self, key: Key, node: Node) -> str:
        """Say that another kind of answer is asked for, and how to come to it."""
        have, wanted = kind_of(node), noun(self.have)
        if have == self.have or not wanted:
            return ""
        if have == "none":
            return say("kind.none", noun=wanted)
        if have in ("a function", "a method"):
            return say("kind.function", noun=wanted)
        if said := self.not_mine(have, node):
            return said
        if isinstance(node, Group) and not node.parts and not self.parted:
            return say("kind.empty", noun=wanted)
        if holds_one(node) and not self.parted and self.have in ("number", "text", "truth"):
            return say("kind.grouped", noun=wanted, name=key.asks)
        convert = f"convert.{self.have} from {have}"
        other = "convert.once" if have in ONCE else "convert.other"
        more = say(convert if known(convert) else other, name=key.asks)
        return f"{say('kind.expected', noun=wanted)} {more}"

    def not_mine(self, have: str, node: Node) -> str:
        """Say what is special about one other kind; empty if nothing is."""
        return ""

    def mistaken(self, key: Key, answer: Answer) -> str:
        """Know an answer that a mistake of the catalogue leads to."""
        return key.mistaken(mistake_digest(key.salt, self.write(key, answer)), answer.node)

    def first(self, key: Key, node: Node, entries: list[Compared]) -> str:
        """Say what comes before the size; empty if nothing does."""
        return ""

    def wrong_size(self, key: Key, answer: Answer, entries: list[Compared]) -> str:
        """Say that there are too many or too few entries, and which do not belong."""
        have, want = size_of(answer.node), key.size
        if not want or have == want:
            return ""
        wanted, found = say("count.entries", want[0]), have[0]
        if found == 1 and size_of(answer.node.parts[0]) == want:
            return say("size.nested", wanted=wanted)
        if found < want[0]:
            if not found:
                return say("size.nothing")
            return say("size.fewer", want[0] - found, wanted=wanted, have=found)
        empty = [entry.label for entry in entries if entry.node in HOLES]
        if found - len(empty) == want[0]:
            names = listed(empty)
            return say("size.empty", len(empty), wanted=wanted, have=found, names=names)
        if strange := self.strange(entries):
            return say("size.strange", found, wanted=wanted, strange=strange)
        return say("size.more", found, wanted=wanted)

    def strange(self, entries: list[Compared]) -> str:
        """Name the entries nobody asked for; empty where entries have no names."""
        return ""

    def holes(self, node: Node, entries: list[Compared]) -> str:
        """Say that there is something that is not a number among the numbers, and where."""
        found = next((hole for hole in HOLES if hole in words(node)), "")
        if not found:
            return ""
        if entries and not any(
            found in words(entry.node) for entry in entries if isinstance(entry.node, Group)
        ):
            return ""  # each entry is told on its own
        where_ = [entry.label for entry in entries if found in words(entry.node)]
        if not where_:
            return say("hole.somewhere", hole=hole_word(found))
        if self.have == "list":
            return say("hole.at_list", len(where_), hole=hole_word(found), names=listed(where_))
        return say("hole.at", hole=hole_word(found), names=listed(where_))

    def slips(self, key: Key, node: Node) -> str:
        """Try the transformations a slip of scale, sign or direction would need."""
        return slip(node, key, lambda moved: key.fits(key.right, moved))

    def later(self, key: Key, node: Node, entries: list[Compared]) -> Verdict | None:
        """Say which entries are right, and what is wrong with those that are not."""
        wrong = [entry for entry in entries if not entry.fits(key.salt)]
        return self.about(key, entries, wrong) if wrong else None

    def about(self, key: Key, entries: list[Compared], wrong: list[Compared]) -> Verdict:
        """Word what `later` found: how many are right, then one line for each kind of mistake."""
        if len(entries) == 1:
            said = self.one_entry(key, wrong[0])
            return not_yet(said or self.near(key), bool(said))
        told: dict[str, list[str]] = {}
        others = self.exchanged(key, wrong)
        for entry in wrong:
            said = others.get(entry.label) or self.one_entry(key, entry)
            told.setdefault(said, []).append(entry.label)
        told_as, again = "entries.told", "entries.again"
        if self.have == "list":
            told_as, again = "entries.told_list", "entries.again_list"
        lines = [
            say(told_as, len(labels), names=listed(labels), said=said)
            for said, labels in told.items()
            if said
        ]
        unknown = told.get("", [])
        if unknown and len(unknown) < len(entries):
            lines.append(say(again, len(unknown), names=listed(unknown)))
        if unknown and any(kind_of(entry.node) == "number" for entry in wrong):
            lines.append(self.near(key))
        lines = [line for line in lines if line]
        return not_yet(" ".join([self.share(entries, wrong), *lines]), not unknown)

    def exchanged(self, key: Key, wrong: list[Compared]) -> dict[str, str]:
        """Find entries that would be right in each other's place."""
        found: dict[str, str] = {}
        for entry in wrong:
            for other in wrong:
                if entry is not other and entry.fits(key.salt, other.node):
                    found.setdefault(other.label, entry.label)
        # One value may fit another place by chance; an exchange goes round.
        return {name: say("entries.exchanged", name=to) for name, to in rounds(found).items()}

    def near(self, key: Key) -> str:
        """Say how exact a number must be."""
        return say("outside.tolerance", tolerance=key.tolerance) if key.width else ""

    def share(self, entries: list[Compared], wrong: list[Compared]) -> str:
        """Say how many entries are right."""
        whole, right = len(entries), len(entries) - len(wrong)
        return say("entries.right", right, whole=say(f"count.{self.rows}", whole))

    def one_entry(self, key: Key, entry: Compared) -> str:
        """Look at one entry that is not right: its kind, its size of scale, its sign."""
        have, want = kind_of(entry.node), entry.part.kind if entry.part else ""
        if entry.node in HOLES:
            known_ = self.one_slip(key, entry)
            return f"{say('hole.entry', hole=hole_word(str(entry.node)))} {known_}".strip()
        if have != want and noun(want):
            return say("kind.there", noun=noun(want), found=noun(have) or have)
        return self.one_slip(key, entry)

    def one_slip(self, key: Key, entry: Compared) -> str:
        """Try slips of scale and sign on one entry, then what the catalogue knows of it."""
        found = slip(entry.node, key, partial(entry.fits, key.salt), few=True)
        if found or entry.part is None:
            return found
        digest = part_digest(key.salt, entry.part.label, entry.node, entry.spec)
        # Whether two entries are exchanged shows in both of them; `exchanged` has looked.
        return key.mistaken(digest, entry.node, but=("exchanged",))

    def outside(self, key: Key, node: Node) -> str:
        """Say the little that can be said of an answer that is simply not the right one."""
        if key.choices:
            return say("outside.choice")
        if key.width and not isinstance(node, str):
            return say("outside.some", tolerance=key.tolerance)
        return say("outside.differs")

    def called(self, key: Key, on: Iterable | None) -> str:
        """Say how a check calls a function that could not be called."""
        return say("call.own")


def _dots(node: Node) -> str:
    if NOT_GIVEN in words(node):
        return say("dots.part")
    return ""


def described(value: Any, node: Node) -> str:
    """Say in words what an answer is, without its unit."""
    kind = kind_of(node)
    if isinstance(node, Fraction):
        return f"{float(node):.6g}"
    if kind == "text":
        return say("found.text", text=repr(str.__str__(value).strip()[:60]))
    if kind in ("list", "set", "mapping"):
        name = kind
        if kind == "mapping":
            name = "dictionary" if isinstance(value, Mapping) else "series"
        return say(f"found.{name}", entries=say("count.entries", len(node.parts)))
    if kind == "table":
        rows, columns = size_of(node)
        return say(
            "found.table", rows=say("count.rows", rows), columns=say("count.columns", columns)
        )
    if kind == "none":
        return say("found.none")
    return str({"truth": value, "number": node}.get(kind, noun(kind) or kind))


def written(value: Any) -> dict[str, str]:
    """Return the labels as the student wrote them."""
    try:
        if isinstance(value, (pd.Series, pd.DataFrame)):
            keys = value.index
        else:
            keys = value if isinstance(value, Mapping) else ()
        return {label(each): each for each in keys if isinstance(each, str)}
    except Exception:  # a student's own class may do anything when it is looked at
        return {}
