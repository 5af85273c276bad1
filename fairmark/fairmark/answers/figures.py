"""A plotly figure: its traces by their data, and whether it is labelled."""

from typing import Any

from fairmark.answers.kind import Kind
from fairmark.answers.known import Entry, Key
from fairmark.answers.tree import Group, Node

NAMES = {
    "title": "a title",
    "x title": "a title on the x axis",
    "y title": "one on the y axis",
    "alternative text": 'a text of eight words or more that tells it, meta={"alt": ...}',
}


class Figure(Kind):
    """A figure, read through its JSON."""

    name = have = "figure"
    noun = "a plotly figure"

    def size(self, node: Node) -> tuple[int, ...]:
        """Have no size."""
        return ()

    def first(self, key: Key, node: Node, entries: list[Entry]) -> str:
        """Say which labels are missing."""
        missing = missing_labels(node)
        if not missing:
            return ""
        return (
            f"The figure lacks {', '.join(NAMES[m] for m in missing)}. Add it with update_layout."
        )

    def outside(self, key: Key, node: Node) -> str:
        """Point at what is drawn."""
        return (
            super().outside(key, node)
            if key.choices
            else (
                "The titles are there. What is drawn differs from the table: look at the kind of "
                "chart, at the labels and at the numbers."
            )
        )


def missing_labels(node: Any) -> list[str]:
    """List the labels a figure lacks."""
    if not isinstance(node, Group) or node.kind != "figure":
        return []
    words = node.parts[1]
    return [name for name, word in zip(words.labels, words.parts, strict=True) if word == "missing"]
