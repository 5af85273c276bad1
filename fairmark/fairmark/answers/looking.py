"""What a kind of answer asks of a tree and of a value: its size, its words, what it is called."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pandas as pd

from fairmark.answers.tree import NOT_GIVEN, Group, Node, kind_of, label
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
