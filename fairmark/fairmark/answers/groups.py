"""Answers that hold several things: a list, a set, a mapping, a table."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pandas as pd

from fairmark.answers.kind import Answer, Kind
from fairmark.answers.known import Compared, Key, specs
from fairmark.answers.looking import size_of
from fairmark.answers.telling import listed
from fairmark.answers.tree import Group, Node, as_set
from fairmark.answers.verdict import Verdict, not_yet
from fairmark.messages import say


class ListOf(Kind):
    """Things in an order; the labels of a series whose order is right do no harm."""

    name = have = "list"
    parted = True

    def normalise(self, value: Any, on: Iterable | None = None) -> Answer:
        """Take the values of a series."""
        return super().normalise(value.tolist() if isinstance(value, pd.Series) else value, on)


class SetOf(Kind):
    """Things without an order."""

    name = have = "set"
    parted = True

    def normalise(self, value: Any, on: Iterable | None = None) -> Answer:
        """Take a list, or the values of a series, for the set of what it holds."""
        value = value.tolist() if isinstance(value, pd.Series) else value
        answer = super().normalise(value, on)
        if not isinstance(answer.node, Group) or answer.node.kind != "list":
            return answer
        return replace(answer, node=as_set(answer.node))

    def first(self, key: Key, node: Node, entries: list[Compared]) -> str:
        """Say how many belong; a set that is complete but for a few is nearly there."""
        if not entries:
            return ""
        right = sum(entry.fits(key.salt) for entry in entries)
        asked = say("size.asked", len(key.parts))
        return say("size.set", right, mine=say("count.entries", len(entries)), asked=asked)


class MappingOf(Kind):
    """Things with labels."""

    name = have = "mapping"
    parted = True

    def strange(self, entries: list[Compared]) -> str:
        """Name what does not belong."""
        labels = [entry.label for entry in entries if entry.part is None]
        return say("entries.strange", names=listed(labels)) if labels else ""

    def about(self, key: Key, entries: list[Compared], wrong: list[Compared]) -> Verdict:
        """Name first what does not belong; right numbers under other labels need new labels."""
        if not (strange := self.strange(entries)):
            return super().about(key, entries, wrong)
        others = [entry for entry in entries if entry.part is None]
        renamed = [entry.label for entry in others if self.fits_elsewhere(key, entries, entry)]
        if len(renamed) == len(others):
            return not_yet(say("entries.renamed", len(renamed), names=listed(renamed)))
        return not_yet(f"{strange} {say('entries.compare')}")

    def fits_elsewhere(self, key: Key, entries: list[Compared], entry: Compared) -> bool:
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
    rows = "rows"

    def wrong_size(self, key: Key, answer: Answer, entries: list[Compared]) -> str:
        """Say how many rows and columns are asked for, and which are there."""
        node = answer.node
        if not key.size or size_of(node) == key.size or not isinstance(node, Group):
            return ""
        wanted = {
            "rows": say("count.rows", key.size[0]),
            "columns": say("count.columns", key.size[1]),
        }
        if len(node.columns) != key.size[1]:
            return say("size.columns", names=listed(node.columns), **wanted)
        said = say("size.rows", found=say("count.rows", len(node.parts)), **wanted)
        strange = self.strange(entries) if node.labels else ""
        return f"{said} {strange}".strip()
