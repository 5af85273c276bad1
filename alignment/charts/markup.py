"""Small pieces of HTML that survive JupyterLab's sanitiser and read well on GitHub and aloud.
No scripts, no styles, no identifiers: only tables, captions, paragraphs and folds.
"""

import datetime
import math
import numbers
import re
from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

DIGITS = 6  # significant digits kept wherever a number leaves Python
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]00:00:00(?:\.0+)?")  # a day, as plotly writes it


def rounded(value: float, digits: int = DIGITS) -> float:
    """Round to significant digits, so that stored outputs do not differ in the last bit.

    Parameters
    ----------
    value : float
        Any finite number; NaN and infinities come back as they are.
    digits : int
        Significant digits to keep.

    Returns
    -------
    float
        The nearest number with that many digits; minus zero becomes zero.
    """
    value = float(value)
    return float(f"{value:.{digits}g}") + 0.0 if math.isfinite(value) else value


def cell_text(value: object) -> str:
    """Write one table cell: numbers rounded, a day without its hours, the unknown empty."""
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return ""
    if isinstance(value, (str, datetime.date)):
        day = _MIDNIGHT.fullmatch(str(value))
        return day[1] if day else str(value)
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        return str(value)
    number = rounded(value)
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def html_table(rows: Sequence[Mapping[str, object]], *, caption: str) -> str:
    """Build a table a screen reader can walk through.

    Parameters
    ----------
    rows : sequence of mappings
        One mapping per row, column name to value; the first column names the row.
    caption : str
        What the table holds, in one sentence.

    Returns
    -------
    str
        HTML with a caption, column headings and row headings.
    """
    columns = list(rows[0]) if rows else []
    head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in columns)
    body = "\n".join(f"<tr>{_row_cells(row, columns)}</tr>" for row in rows)
    return (
        f"<table>\n<caption>{escape(caption)}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def _row_cells(row: Mapping[str, object], columns: Sequence[str]) -> str:
    first, *rest = [escape(cell_text(row.get(name))) for name in columns]
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{text}</td>" for text in rest)
