"""What a kind of answer asks of a tree and of a value: its size, its words, what it is called."""

from collections.abc import Mapping

from fairmark.answers.tree import NOT_GIVEN, Group, Node
from fairmark.messages import known, say


def noun(kind: str) -> str:
    """Return what a sentence calls a kind of answer; empty where no sentence should."""
    return say(f"noun.{kind}") if known(f"noun.{kind}") else ""


def holds_one(node: Node) -> bool:
    """Tell whether a group, or a table, holds one thing."""
    return isinstance(node, Group) and bool(size_of(node)) and set(size_of(node)) == {1}


def size_of(node: Node) -> tuple[int, ...]:
    """Return how many entries a group has; for a table rows and columns."""
    if not isinstance(node, Group) or node.kind == "figure":
        return ()
    if node.kind == "table":
        return (len(node.parts), len(node.columns))
    return (len(node.parts),)


def error_words(error: BaseException) -> tuple[str, str]:
    """Return the name of an error and the first line of its text; a student's own may do anything.

    Returns
    -------
    tuple of str
        The text is empty if there is none, or none that can be read.
    """
    try:
        text = str(error).strip().split("\n", 1)[0][:160]
    except Exception:
        text = ""
    name, shown = (each.encode("ascii", "backslashreplace").decode() if not each.isprintable()
                   else each for each in (type(error).__name__, text))  # fmt: skip
    return name, shown


def rounds(to: Mapping[str, str]) -> dict[str, str]:
    """Keep what goes round: each name leads to another one until the first comes again."""
    kept = dict(to)
    while lost := [name for name, other in kept.items() if other not in kept]:
        for name in lost:
            del kept[name]
    one_each = len(set(kept.values())) == len(kept)
    return kept if one_each else {}


def hole_word(word: str) -> str:
    """Write a hole as Python shows it."""
    return "None" if word == "none" else word


def all_dots(node: Node) -> bool:
    """Tell whether nothing was filled in yet."""
    if isinstance(node, Group):
        return bool(node.parts) and all(all_dots(part) for part in node.parts)
    return node == NOT_GIVEN


def words(node: Node) -> list[str]:
    """List the texts of a tree."""
    if isinstance(node, Group):
        return [word for part in node.parts for word in words(part)]
    return [node] if isinstance(node, str) else []
