"""What a table is made from: its columns, its builder and everything a reader must know about it.

A recipe is data. `building.py` turns recipes into CSV files and a descriptor.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pandas as pd

from alignment.errors import AlignmentError
from alignment.sources.raw import Raw

ACCESSED = "2026-11-23"
CONFIDENCE = ("high", "medium")
CC_BY = "CC BY 4.0"


class RecipeError(AlignmentError):
    """A builder gave something else than its recipe promises."""


@dataclass(frozen=True)
class Field:
    """One column: type is number, integer, string, boolean or date.

    `shadow` says what shadow data do with the column: ``keep`` (keys, texts, facts about the
    source), ``scale`` (a measured number), ``draw`` (a category, its values change places),
    ``block`` (the same for several columns together), ``flip`` (a vote), ``tally`` and
    ``tally193`` (counts of votes), ``shift`` (a date or year moves), ``permute`` (a ranking
    inside its group), ``derived`` (computed anew from other tables).
    """

    name: str
    type: str
    description: str
    unit: str = ""
    decimals: int | None = None
    minimum: float | None = None
    maximum: float | None = None
    values: tuple = ()
    required: bool = False
    pattern: str = ""
    shadow: str = "keep"


@dataclass(frozen=True)
class Recipe:
    """One table: where it comes from, what it holds, on which basis it is published."""

    name: str
    title: str
    description: str
    build: Callable[[Raw], pd.DataFrame]
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    sources: tuple[str, ...]
    licence: str
    basis: str
    vintage: str
    coverage: str
    breaks: tuple[str, ...] = ()
    relations: tuple[dict, ...] = ()
    foreign: tuple[tuple[str, str, str], ...] = ()
    kind: str = "measured"
    topic: str = ""
    upstream: dict = field(default_factory=dict)


def text(name: str, description: str, **more) -> Field:
    """Return a text column."""
    return Field(name, "string", description, **more)


def number(name: str, description: str, unit: str, decimals: int, **more) -> Field:
    """Return a column of decimal numbers that shadow data scale."""
    more.setdefault("shadow", "scale")
    return Field(name, "number", description, unit=unit, decimals=decimals, **more)


def integer(name: str, description: str, **more) -> Field:
    """Return a column of whole numbers; it is kept in shadow data unless told otherwise."""
    return Field(name, "integer", description, **more)


def date(name: str, description: str, **more) -> Field:
    """Return a column of calendar days."""
    return Field(name, "date", description, **more)


def truth(name: str, description: str, **more) -> Field:
    """Return a column of true and false."""
    return Field(name, "boolean", description, **more)


def year(description: str = "calendar year") -> Field:
    """Return the column `year`."""
    return integer("year", description, minimum=1800, maximum=2100, required=True)


def source_column(description: str = "where the row comes from; see table `sources`") -> Field:
    """Return the column that points to the table `sources`."""
    return text("source_id", description, required=True)


def confidence_column(*, pages_only: bool = True) -> Field:
    """Return the column that says how sure we are of a row that was read from a page."""
    meaning = (
        "high: printed on the page and consistent with others; medium: rounded, second-hand "
        "or from one source"
    )
    meaning += "" if pages_only else "; empty where the row comes from a data set"
    return text("confidence", meaning, values=CONFIDENCE, required=pages_only)


def needed(column: Field) -> Field:
    """Return the same column, but no cell may be empty."""
    return replace(column, required=True)


FROM_SOURCES = (("source_id", "sources", "source_id"),)
MADE_LICENCE = f"{CC_BY} (made for this course)"
FACTS_LICENCE = "facts are not protected; the pages belong to their publishers"


def facts_basis(what: str) -> str:
    """Return the basis of a table of cited figures; {rows} and {raw_rows} are filled in later."""
    return f"facts with attribution: {what}"


def made_basis(what: str) -> str:
    """Return the basis of a table that this course wrote or computed itself."""
    return f"our own derivation: {what}"


def licence_basis(what: str) -> str:
    """Return the basis of a table whose licence allows publication."""
    return f"a licence that allows it: {what}"
