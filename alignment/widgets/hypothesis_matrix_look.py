"""How the matrix editor looks: a grid of codes in either layout, and the result per hypothesis.
Every cell holds its code as a word; colour only repeats it.
"""

from collections.abc import Sequence
from html import escape

import pandas as pd

from alignment.charts.theme import INK
from alignment.messages import say
from alignment.widgets.panel import state_table

# Lilac for consistent, orange for inconsistent, as in the figure of lesson 02; see-through, so that
# text stays readable.
_TINT = {
    "CC": "rgba(128, 115, 172, 0.5)",
    "C": "rgba(128, 115, 172, 0.25)",
    "N": "transparent",
    "I": "rgba(230, 159, 0, 0.3)",
    "II": "rgba(230, 159, 0, 0.65)",
}
_TURNED = "display: inline-block; writing-mode: vertical-rl; transform: rotate(180deg)"
_CELL = "padding: 3px 4px; text-align: center; border: 1px solid"


def grid(
    codes: pd.DataFrame, removed: Sequence[str], current: str, rows: str, short: pd.Series
) -> str:
    """Show the codes as a table.

    Parameters
    ----------
    codes : pandas.DataFrame
        Hypotheses in rows, items in columns.
    removed : sequence of str
        Items that do not count; shown in brackets.
    current : str
        The item being edited; its name is in bold with an arrow.
    rows : {"hypotheses", "items"}
        What stands in the rows.
    short : pandas.Series
        Two words by item; they stand beside its number.

    Returns
    -------
    str
        One HTML table.
    """
    names = {e: f"{'▸' if e == current else ''}{e} {short[e]}" for e in codes.columns}
    names |= {name: name for name in codes.index}
    table = codes if rows == "hypotheses" else codes.T
    head = "".join(
        f'<th scope="col" style="{_CELL} {INK}; vertical-align: bottom">{_head(names[c])}</th>'
        for c in table.columns
    )
    body = "".join(
        f'<tr><th scope="row" style="{_CELL} {INK}; white-space: nowrap">{escape(names[name])}</th>'
        + "".join(_cell(code, {name, other} & set(removed)) for other, code in row.items())
        + "</tr>"
        for name, row in table.iterrows()
    )
    items = codes.columns
    caption = say("matrix.grid", count=len(items), first=items[0], last=items[-1])
    return (
        '<div style="max-width: 100%; overflow-x: auto">'
        '<table style="border-collapse: collapse; line-height: 1.5">'
        f"<caption>{escape(caption)}</caption><thead><tr><td></td>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _head(name: str) -> str:
    """Turn the words of a heading, so that all columns fit beside each other on a small screen."""
    number, _, words = name.partition(" ")
    if not words:
        return escape(name)
    return f'<span style="{_TURNED}">{escape(words)}</span> <br>{escape(number)}'


def _cell(code: str, gone: set) -> str:
    tint = "transparent" if gone else _TINT[code]
    text = f"({code})" if gone else code
    return f'<td style="{_CELL} {INK}; background: {tint}">{text}</td>'


def results_table(results: pd.DataFrame) -> str:
    """Show what follows for each hypothesis, the silence beside the score."""
    rows = [
        {
            say("matrix.hypothesis"): name,
            say("matrix.against_long"): f"{row['against']:g}",
            say("matrix.net_long"): f"{row['net']:g}",
            say("matrix.silent_long"): int(row["silent"]),
            "": say("matrix.least") if row["leads"] else "",
        }
        for name, row in results.iterrows()
    ]
    return state_table(rows, caption=say("matrix.follows"))
