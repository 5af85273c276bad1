"""How a DataFrame shows in a notebook: words stand on the left, where Jupyter sets all right."""

import sys

import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype


def install() -> None:
    """Set words to the left in every table that this kernel shows; outside a kernel do nothing."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if shell is not None:
        shell.display_formatter.formatters["text/html"].for_type(pd.DataFrame, html_of)


def html_of(frame: pd.DataFrame) -> str | None:
    """Return pandas' own HTML of a frame, with a rule for its columns of words.

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
    name = "words-" + "-".join(map(str, places))
    cells = ", ".join(f".dataframe.{name} tr > :nth-child({n})" for n in places)
    rule = f"<style>{cells} {{text-align: left !important}}</style>"
    return rule + html.replace('class="dataframe"', f'class="dataframe {name}"', 1)


def _holds_words(kind: object) -> bool:
    return is_bool_dtype(kind) or not is_numeric_dtype(kind)
