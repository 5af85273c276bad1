"""A plotly figure: its traces by their data, and whether it is labelled."""

from typing import Any

from fairmark.answers.kind import Kind
from fairmark.answers.known import Compared, Key
from fairmark.answers.tree import Group, Node
from fairmark.messages import say


class Figure(Kind):
    """A figure, read through its JSON."""

    name = have = "figure"

    def size(self, node: Node) -> tuple[int, ...]:
        """Have no size."""
        return ()

    def first(self, key: Key, node: Node, entries: list[Compared]) -> str:
        """Say which labels are missing."""
        missing = missing_labels(node)
        if not missing:
            return ""
        return say("figure.lacks", names=", ".join(say(f"figure.{name}") for name in missing))

    def outside(self, key: Key, node: Node) -> str:
        """Point at what is drawn."""
        return super().outside(key, node) if key.choices else say("outside.figure")


def missing_labels(node: Any) -> list[str]:
    """List the labels a figure lacks."""
    if not isinstance(node, Group) or node.kind != "figure":
        return []
    words = node.parts[1]
    return [name for name, word in zip(words.labels, words.parts, strict=True) if word == "missing"]
