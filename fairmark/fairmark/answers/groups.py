"""Answers that hold several things: a list, a set, a mapping, a table."""

from dataclasses import replace

from fairmark.answers.kind import Answer, Kind, Said, size_of
from fairmark.answers.known import Entry, Key, specs
from fairmark.answers.telling import counted, listed
from fairmark.answers.tree import Group, Node


class ListOf(Kind):
    """Things in an order."""

    name = have = "list"
    noun = "a list"
    conversions = {  # noqa: RUF012  read only
        "mapping": "list() makes one of a series, and of the values() of a dictionary.",
        "set": "Square brackets make a list; curly brackets make a set.",
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

    def strange(self, entries: list[Entry]) -> str:
        """Name what does not belong."""
        labels = [entry.label for entry in entries if entry.part is None]
        return f"What does not belong here: {listed(labels)}." if labels else ""

    def about(self, key: Key, entries: list[Entry], wrong: list[Entry]) -> Said:
        """Name first what does not belong; right numbers under other labels need new labels."""
        if not (strange := self.strange(entries)):
            return super().about(key, entries, wrong)
        others = [entry for entry in entries if entry.part is None]
        renamed = [entry.label for entry in others if self.fits_elsewhere(key, entries, entry)]
        if len(renamed) == len(others):
            many = (
                "The numbers are right; rename the labels"
                if len(renamed) > 1
                else ("The number is right; rename the label")
            )
            return Said(f"{many} {listed(renamed)} as the prompt does.")
        return Said(f"{strange} Compare with the prompt.")

    def fits_elsewhere(self, key: Key, entries: list[Entry], entry: Entry) -> bool:
        """Tell whether an entry would be right under a label that is missing."""
        taken = {each.part.label for each in entries if each.part is not None}
        lattice = specs(key.width, key.right.offsets, [part.numbers for part in key.parts])
        return any(
            replace(entry, part=part, spec=spec).fits(key.salt)
            for part, spec in zip(key.parts, lattice, strict=True)
            if part.label not in taken
        )


class Table(MappingOf):
    """Rows with columns; two tables without a row are alike only if their columns are."""

    name = have = "table"
    noun = "a table (DataFrame)"
    conversions = {}  # noqa: RUF012  read only
    rows = ("rows", "row")

    def wrong_size(self, key: Key, answer: Answer, entries: list[Entry]) -> str:
        """Say how many rows and columns are asked for, and which are there."""
        node = answer.node
        if not key.size or size_of(node) == key.size or not isinstance(node, Group):
            return ""
        rows, columns = counted(key.size[0], "row"), counted(key.size[1], "column")
        if len(node.columns) != key.size[1]:
            found = f"; found the columns {listed(node.columns)}"
        else:
            found = f"; found {counted(len(node.parts), 'row')}"
            strange = self.strange(entries) if node.labels else ""
            found += f". {strange}" if strange else ""
        return f"Expected a table of {rows} and {columns}{found}".rstrip(".") + "."
