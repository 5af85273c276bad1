"""Answers that are one thing: a number, a text (or a choice), a truth."""

from fractions import Fraction

from fairmark.answers.kind import Kind
from fairmark.answers.known import Compared, Key
from fairmark.answers.tree import Node, kind_of, tree
from fairmark.answers.verdict import Verdict, not_yet
from fairmark.messages import say


class Number(Kind):
    """One number, compared on its lattice."""

    name = have = "number"

    def not_mine(self, have: str, node: Node) -> str:
        """Know a number in quotation marks."""
        if have == "text":
            return say("kind.quoted")
        return ""

    def later(self, key: Key, node: Node, entries: list[Compared]) -> Verdict | None:
        """Say that a number is close, but outside the tolerance."""
        if not isinstance(node, Fraction) or not key.width:
            return None
        width = Fraction(repr(key.width))
        if any(key.fits(key.right, node + step * width) for step in (-1, 1)):
            return not_yet(say("outside.near", tolerance=key.tolerance))
        return None

    def outside(self, key: Key, node: Node) -> str:
        """Name the tolerance."""
        if key.width and isinstance(node, Fraction) and not key.choices:
            return say("outside.number", tolerance=key.tolerance)
        return super().outside(key, node)


class Text(Kind):
    """A text; a choice is a text whose key has choices."""

    name = have = "text"

    def first(self, key: Key, node: Node, entries: list[Compared]) -> str:
        """Say that it is not one of the words to choose from."""
        if not key.choices or kind_of(node) != "text":
            return ""
        if node in [tree(choice) for choice in key.choices]:
            return ""
        return say("kind.choice", words=", ".join(key.choices))


class Truth(Kind):
    """True or False."""

    name = have = "truth"
