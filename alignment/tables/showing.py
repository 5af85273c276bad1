"""How a DataFrame shows in a notebook: words on the left, where Jupyter sets all right, and days
on one line.
"""

import re
import sys

import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?: 00:00:00)?")


def install() -> None:
    """Set words to the left in every table that this kernel shows; outside a kernel do nothing."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if shell is not None:
        shell.display_formatter.formatters["text/html"].for_type(pd.DataFrame, html_of)


def html_of(frame: pd.DataFrame) -> str | None:
    """Return pandas' own HTML of a frame, with a rule for its columns of words and one for days.

    Where cells span several rows or columns, or some columns are left out, no rule can name a
    column by its place: such a frame looks as pandas has it.
    """
    html = frame._repr_html_()
    # A row is one heading and then the columns, so the first of them is the second child.
    places = [2 + n for n, kind in enumerate(frame.dtypes) if _holds_words(kind)]
    places = ([1] if _holds_words(frame.index.dtype) else []) + places
    spans = frame.index.nlevels > 1 or frame.columns.nlevels > 1
    most = pd.get_option("display.max_columns") or frame.shape[1]
    if html is None or not places or spans or frame.shape[1] > most:
        return html
    days = [n for n in places if _holds_days(frame.index if n == 1 else frame.iloc[:, n - 2])]
    name = "-".join(map(str, ["words", *places, *(["days", *days] if days else [])]))
    rule = f"{_cells(name, places)} {{text-align: left !important}}"
    if days:  # a narrow column would break a date at its hyphens
        rule += f" {_cells(name, days)} {{white-space: nowrap}}"
    return f"<style>{rule}</style>" + html.replace(
        'class="dataframe"', f'class="dataframe {name}"', 1
    )


def _cells(name: str, places: list[int]) -> str:
    return ", ".join(f".dataframe.{name} tr > :nth-child({n})" for n in places)


def _holds_words(kind: object) -> bool:
    return is_bool_dtype(kind) or not is_numeric_dtype(kind)


def _holds_days(values: pd.Series | pd.Index) -> bool:
    return len(values) > 0 and all(_DAY.fullmatch(str(value)) for value in values)
