"""The tables of the course: load one, list them, say what they hold and where they come from.

This is the only reader of the data folder; `ALIGNMENT_DATA` points it at another one.

Public are the names below and `predictions`, `likelihood`, `indicators`, `rollcalls`,
`agreement`; `package`, `reading`, `writing`, `checking` and `variant` are for what builds and
checks tables. Importing it sets words to the left in the tables that a kernel shows (`showing`).
"""

from alignment.tables import showing
from alignment.tables.citing import cite, source_line, source_links
from alignment.tables.package import (
    BrokenPackage,
    Column,
    Table,
    UnknownTable,
    describe,
    names,
    root,
)
from alignment.tables.reading import load
from alignment.tables.rollcalls import by_state

showing.install()

__all__ = [
    "BrokenPackage",
    "Column",
    "Table",
    "UnknownTable",
    "by_state",
    "cite",
    "describe",
    "load",
    "names",
    "root",
    "source_line",
    "source_links",
]
