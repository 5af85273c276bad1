"""Answers that are one thing: a number, a text (or a choice), a truth."""

from fractions import Fraction

from fairmark.answers.kind import Kind, Said, size_of
from fairmark.answers.known import Entry, Key
from fairmark.answers.tree import Group, Node, kind_of, tree


class Number(Kind):
    """One number, compared on its lattice."""

    name = have = "number"
    noun = "one number"

    def not_mine(self, have: str, node: Node) -> str:
        """Know a number in quotation marks and a group that holds one."""
        if have == "text":
            return "Expected one number, found text. Remove the quotation marks and the unit."
        if isinstance(node, Group) and size_of(node) == (1,):
            return "Expected one number, found a group that holds one. Take the number out of it."
        return ""

    def later(self, key: Key, node: Node, entries: list[Entry]) -> Said | None:
        """Say that a number is close, but outside the tolerance."""
        if not isinstance(node, Fraction) or not key.width:
            return None
        width = Fraction(repr(key.width))
        if any(key.fits(key.right, node + step * width) for step in (-1, 1)):
            return Said(
                f"It is close, but further away than {key.tolerance}. "
                "Round only at the end, and use every row you need."
            )
        return None

    def outside(self, key: Key, node: Node) -> str:
        """Name the tolerance."""
        if key.width and isinstance(node, Fraction) and not key.choices:
            return f"It is further away from the right number than the tolerance, {key.tolerance}."
        return super().outside(key, node)


class Text(Kind):
    """A text; a choice is a text whose key has choices."""

    name = have = "text"
    noun = "a text in quotation marks"

    def first(self, key: Key, node: Node, entries: list[Entry]) -> str:
        """Say that it is not one of the words to choose from."""
        if not key.choices or kind_of(node) != "text":
            return ""
        if node in [tree(choice) for choice in key.choices]:
            return ""
        return f"Expected one of these words: {', '.join(key.choices)}."


class Truth(Kind):
    """True or False."""

    name = have = "truth"
    noun = "True or False"
