"""How the claim sorter looks: the card of one claim, the wall of all claims, the comparison.
Plain HTML; words stand beside every colour.
"""

from html import escape

import pandas as pd

from alignment.charts.theme import INK
from alignment.messages import say
from alignment.widgets.panel import state_table


def card_html(claim: str, row: pd.Series, beside: str) -> str:
    """Show one claim: what is claimed, the reading's few words, and what others made of it."""
    said = say("sorter.on_card", paragraph=row["paragraph"], claim=row["claim"])
    reading = say("sorter.reading", phrase=row["phrase"])
    return (
        f'<div style="border: 1px solid {INK}; border-radius: 4px; padding: 8px 12px; '
        f'line-height: 1.5"><strong>{claim}</strong> {escape(said)}<br>{escape(reading)}<br>'
        f"<em>{escape(beside)}</em></div>"
    )


def wall(types: pd.DataFrame, current: str) -> str:
    """Show every claim as a small box in the row of its paragraph; empty boxes are not coded.

    Parameters
    ----------
    types : pandas.DataFrame
        Columns `paragraph` and `type`, by claim.
    current : str
        The claim on the card, drawn with a thick border.

    Returns
    -------
    str
        HTML that repeats in boxes what the state table says in words.
    """
    lines = []
    for paragraph, group in types.groupby("paragraph", sort=False):
        boxes = "".join(
            _box(claim, word, claim == current) for claim, word in group["type"].items()
        )
        lines.append(
            '<div style="display: flex; flex-wrap: wrap; gap: 4px; align-items: center">'
            f'<span style="width: 2.5em">{escape(paragraph)}</span>{boxes}</div>'
        )
    title = f"<strong>{say('sorter.wall')}</strong> {say('sorter.wall_note')}"
    return f'<div style="line-height: 1.6">{title}{"".join(lines)}</div>'


def _box(claim: str, word: str, current: bool) -> str:
    width = 3 if current else 1
    style = "dashed" if not word else "solid"
    return (
        f'<span style="border: {width}px {style} {INK}; border-radius: 3px; padding: 0 6px">'
        f"{claim} {escape(say(f'sorter.short {word}')) if word else ''}</span>"
    )


def comparison(table: pd.DataFrame) -> str:
    """Show how often two possible codings chose the same type as the student."""
    rows = [
        {
            say("sorter.compared"): name,
            say("sorter.claims"): int(row["claims"]),
            say("sorter.same"): int(row["same"]),
            say("sorter.kappa"): say("sorter.too_few")
            if pd.isna(row["agreement"])
            else f"{row['agreement']:.2f}",
        }
        for name, row in table.iterrows()
    ]
    return state_table(rows, caption=say("sorter.comparison"))
