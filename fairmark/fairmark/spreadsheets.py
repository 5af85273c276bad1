"""Texts of other people in a table: a spreadsheet shows them and never runs one as a formula."""

import csv
import io
import re
from collections.abc import Iterable

ONE_LINE = {ord(sign): " " for sign in "\t\r\n\x0b\x0c\x85\u2028\u2029"}
# Some spreadsheets read the wide forms of East Asian keyboards as formulas too.
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
UNSEEN = "\ufeff\u200b \u00a0"
# A spreadsheet that splits at another sign than the file's own sees a new cell after each. An
# apostrophe that stood there already gets a second one, so that `unquoted` gives back what was.
BEGINS = r"'*[=+\-@\uff1d\uff0b\uff0d\uff20]"
SPLIT = re.compile(rf"([;,|][{UNSEEN}]*)(?={BEGINS})")
QUOTED = re.compile(rf"([;,|][{UNSEEN}]*)'(?={BEGINS})")


def safe(cell: object) -> str:
    """Write a cell so that a spreadsheet takes it for text, never for a formula.

    Parameters
    ----------
    cell : object
        A number stays one; a text that could be a formula gets an apostrophe before it.

    Returns
    -------
    str
        On one line.
    """
    text = str(cell).translate(ONE_LINE)
    if not isinstance(cell, str):
        return text
    mark = "'" if _could_be_a_formula(text) else ""
    return mark + SPLIT.sub(r"\1'", text)


def _could_be_a_formula(text: str) -> bool:
    """Tell whether a cell needs an apostrophe, or another one before those that it has."""
    looks = text.lstrip("'").lstrip(UNSEEN) if text[:1] == "'" else text.lstrip(UNSEEN)
    harmless = looks in FORMULA or looks.lstrip("+-").replace(".", "", 1).isdecimal()
    return looks.startswith(FORMULA) and not harmless


def unquoted(cell: str) -> str:
    """Take off the apostrophes that `safe` put on."""
    text = QUOTED.sub(r"\1", cell)
    return text[1:] if text[:1] == "'" and _could_be_a_formula(text[1:]) else text


def as_csv(rows: Iterable[Iterable[object]]) -> str:
    """Write rows as CSV; no cell is a formula."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()
