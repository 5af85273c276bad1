"""Relations that hold inside a table and between tables: totals add, shares sum, votes tally.

A relation is declared in the descriptor. It is one object that says what is `broken`, can `repair`
it in a variant, and names the `stage` at which it is repaired. Kinds with settings are in
`inside.py` and `between.py`; those of one table alone are plain functions in `own.py`.
"""

import inspect

import pandas as pd

from alignment.errors import AlignmentError
from alignment.tables.relations import between, inside, own
from alignment.tables.relations.base import STAGES, Load, Relation

__all__ = ["KINDS", "STAGES", "Load", "Relation", "UnknownRelation", "broken", "relation"]

KINDS = {**inside.KINDS, **between.KINDS, **own.KINDS}


class UnknownRelation(AlignmentError):
    """A descriptor declares a relation that does not exist, or with other settings than it has."""


def relation(declared: dict) -> Relation:
    """Make the relation that a descriptor declares.

    Parameters
    ----------
    declared : dict
        Its `kind`, its settings, and perhaps `why` in words.

    Raises
    ------
    UnknownRelation
        There is no such kind, or a setting is missing or unknown.
    """
    settings = {key: value for key, value in declared.items() if key not in ("kind", "why")}
    kind = KINDS.get(declared["kind"])
    if kind is None:
        raise UnknownRelation(
            f"There is no relation {declared['kind']!r}; choose one of: {', '.join(sorted(KINDS))}."
        )
    try:
        return kind(**settings)
    except TypeError:
        wanted = ", ".join(inspect.signature(kind).parameters) or "no settings"
        found = ", ".join(settings) or "no settings"
        raise UnknownRelation(
            f"The relation {declared['kind']!r} takes {wanted}; found {found}."
        ) from None


def broken(declared: dict, frame: pd.DataFrame, load: Load) -> list[str]:
    """Return what a table breaks of one declared relation, one sentence per kind of fault."""
    return list(relation(declared).broken(frame, load))
