"""All kinds of answer by name, and which of them an answer is."""

from collections.abc import Iterable
from typing import Any

from fairmark.answers.figures import Figure
from fairmark.answers.forms import FormOf
from fairmark.answers.functions import Function
from fairmark.answers.groups import ListOf, MappingOf, SetOf, Table
from fairmark.answers.kind import Kind
from fairmark.answers.scalars import Number, Text, Truth
from fairmark.answers.tree import kind_of, tree

ALL = (Number, Text, Truth, ListOf, SetOf, MappingOf, Table, Figure, Function, FormOf)
KINDS: dict[str, Kind] = {each.name: each() for each in ALL}
_OTHER = Kind()


def kind_named(name: str) -> Kind:
    """Return a kind by its name; a plain one for what is none of them."""
    return KINDS.get(name, _OTHER)


def name_of_kind(value: Any, on: Iterable | None = None) -> str:
    """Name the kind of a right answer, as its key will store it."""
    taken = (name for name, kind in KINDS.items() if kind.takes(value, on))
    return next(taken, "") or kind_of(tree(value))
