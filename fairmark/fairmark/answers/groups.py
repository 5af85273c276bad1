"""Answers that hold several things: a list, a set, a mapping, a table."""

from fairmark.answers.kind import Kind, counted, listed, size_of
from fairmark.answers.known import Entry, Key
from fairmark.answers.tree import Node


class ListOf(Kind):
    """Things in an order."""

    name = have = "list"
    noun = "a list"
    conversions = {  # noqa: RUF012  read only
        "mapping": "list() makes one of a series, and of the values() of a dictionary.",
        "set": "A set has no order. Square brackets make a list.",
    }
    parted = True


class SetOf(Kind):
    """Things without an order."""

    name = have = "set"
    noun = "a set"
    conversions = {  # noqa: RUF012  read only
        "list": "set({name}) makes one of it.",
        "mapping": "Curly brackets without colons make a set; set() is one that is empty.",
    }
    parted = True

    def first(self, key: Key, node: Node, entries: list[Entry]) -> str:
        """Say how many belong; a set that is complete but for a few is nearly there."""
        if not entries:
            return ""
        right = sum(entry.fits(key.salt) for entry in entries)
        verb = "belongs" if right == 1 else "belong"
        asked = counted(len(key.parts), "is", "are")
        mine = counted(len(entries), "entry", "entries")
        return f"Of your {mine} {right or 'none'} {verb} here; {asked} asked for."


class MappingOf(Kind):
    """Things with labels."""

    name = have = "mapping"
    noun = "a labelled series or a dictionary"
    conversions = {  # noqa: RUF012  read only
        "list": "Say which number is which: give each entry its label, as in the prompt.",
        "table": "Take one column of it, or add up along the rows with sum(axis=1).",
    }
    parted = True

    def about(self, key: Key, entries: list[Entry], wrong: list[Entry]) -> str:
        """Name first what does not belong."""
        strange = [entry.label for entry in wrong if entry.part is None]
        if strange:
            return f"What does not belong here: {listed(strange)}. Compare with the prompt."
        return super().about(key, entries, wrong)


class Table(MappingOf):
    """Rows with columns; two tables without a row are alike only if their columns are."""

    name = have = "table"
    noun = "a table (DataFrame)"
    conversions = {}  # noqa: RUF012  read only
    rows = ("rows", "row")

    def wrong_size(self, key: Key, node: Node) -> str:
        """Say how many rows and columns are asked for."""
        if not key.size or size_of(node) == key.size:
            return ""
        rows, columns = counted(key.size[0], "row"), counted(key.size[1], "column")
        return f"Expected a table of {rows} and {columns}."
