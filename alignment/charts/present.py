"""The one way a figure reaches a student: never without its finding, its limits and its numbers."""

from collections.abc import Sequence
from html import escape
from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go
from IPython.display import display

from alignment.charts.axes import require_titles, whole_years
from alignment.charts.markup import html_table
from alignment.charts.render import alternative, plain
from alignment.charts.theme import INK
from alignment.charts.words import plain_text, shown, title_of
from alignment.errors import AlignmentError
from alignment.tables import describe, source_line, source_links

MOST_ROWS = 60
_TITLE_WIDTH = 84  # characters of a title that fit on one line at laptop width

# Text in the theme's ink takes the reader's own text colour; a page that strips the rule, or has
# no such variable, keeps the ink.
_RGB = ", ".join(str(int(INK[i : i + 2], 16)) for i in (1, 3, 5))
_INKED = f'text[style*="rgb({_RGB})"]'
INK_RULE = (
    f"<style>.js-plotly-plot {_INKED} "
    f"{{fill: var(--jp-content-font-color1, {INK}) !important}} "
    # words take the system's text colour where the reader has forced colours
    f"@media (forced-colors: active) {{.js-plotly-plot .main-svg {_INKED} "
    "{fill: CanvasText !important}} "
    # the toolbar is for the mouse: nothing to tab through where none is over the figure
    ".js-plotly-plot:not(:hover) .modebar {visibility: hidden} "
    ".js-plotly-plot .modebar-group {background: none !important}</style>"
)


def present(
    fig: go.Figure,
    *,
    finding: str,
    caveat: str,
    table: pd.DataFrame | pd.Series | None = None,
    sources: Sequence[str] = (),
    alt: str | None = None,
) -> None:
    """Show a figure with what it says, what it does not show, its numbers and its sources.

    Parameters
    ----------
    fig : plotly.graph_objects.Figure
        The figure; it needs a title, a title on each axis, and a unit on each axis of numbers.
    finding : str
        What the figure shows, in one sentence.
    caveat : str
        What it does not show, in one sentence; it follows "What this does not show:".
    table : pandas.DataFrame or pandas.Series, optional
        The numbers behind it; without one, the numbers drawn. At most 60 rows are shown.
    sources : sequence of str
        Names of the tables it is drawn from.
    alt : str, optional
        The figure in words; without one, it is made from the figure's parts.

    Raises
    ------
    AlignmentError
        If the finding, the caveat, a title or a unit is missing.
    """
    _require(finding, "finding", "what the figure shows")
    _require(caveat, "caveat", "what the figure does not show")
    figure = plain(fig)
    require_titles(figure)
    words = alt or f"{alternative(figure)} {_sentence(finding)}"
    rows = _rows(table) if table is not None else _drawn(figure)
    title = title_of(figure["layout"])
    copy = go.Figure(fig)  # the student's own figure stays as it was built
    copy.update_layout(meta={"alt": words}, title_text=_wrapped(fig.layout.title.text))
    copy.update_layout(whole_years(figure))
    copy.show()
    names = [sources] if isinstance(sources, str) else list(sources)
    says = [_sentence(finding), f"What this does not show: {_caveat(caveat)}"]
    html = _block(*says, _linked(names), words=words, table=_data(rows, title), count=len(rows))
    lines = [*says, source_line(*names)] if names else says
    display({"text/html": html, "text/plain": "\n".join(lines)}, raw=True)


def _require(text: str, name: str, meaning: str) -> None:
    if not str(text or "").strip():
        raise AlignmentError(f"present() found no {name}: say {meaning} in one sentence")


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _caveat(text: str) -> str:
    return _sentence(text.removeprefix("What this does not show:"))


def _linked(names: list[str]) -> str:
    """Write the source line with addresses, and the tables in which each row names its page."""
    if not names:
        return ""
    parts = [
        f'<a href="{escape(url)}">{escape(short)}</a>' if url else escape(short)
        for short, url in source_links(*names).items()
    ]
    tables = f"Table{'s' * (len(names) > 1)}: {', '.join(f'<code>{name}</code>' for name in names)}"
    columns = {column.name for name in names for column in describe(name).columns}
    by_row = "; a row's own page: <code>cite(source_id)</code>" if "source_id" in columns else ""
    return f"Sources: {'; '.join(parts)}. {tables}{by_row}."


def _wrapped(title: str) -> str:
    """Break a long title where a laptop's width ends; plotly does not break lines itself."""
    if "<br" in title:
        return title
    return "<br>".join(wrap(title, _TITLE_WIDTH, break_long_words=False)) or title


def _block(finding: str, caveat: str, source: str, *, words: str, table: str, count: int) -> str:
    """Write what stands under the figure: two sentences, one fold, one source line in HTML."""
    numbers = f" and numbers ({count} row{'s' if count != 1 else ''})" if table else ""
    parts = [
        f"<p><strong>{escape(finding)}</strong></p>",
        f"<p>{escape(caveat)}</p>",
        f"<details>\n<summary>This figure in words{numbers}</summary>",
        f"<p>{escape(words)}</p>",
        f"{table}\n</details>",
        f"<p><small>{source}</small></p>" if source else "",
        INK_RULE,
    ]
    return "\n".join(part for part in parts if part)


def _data(rows: list[dict], title: str) -> str:
    if not rows:
        return ""
    extent = f"{len(rows)} rows"
    if len(rows) > MOST_ROWS:
        extent = f"the first {MOST_ROWS} of {len(rows)} rows"
    return html_table(rows[:MOST_ROWS], caption=f"Numbers behind “{title}” ({extent})")


def _rows(table: pd.DataFrame | pd.Series) -> list[dict]:
    frame = table.to_frame() if isinstance(table, pd.Series) else table
    if frame.index.names != [None] or not isinstance(frame.index, pd.RangeIndex):
        frame = frame.reset_index()
    return frame.rename(columns=str).to_dict("records")


def _drawn(figure: dict) -> list[dict]:
    """List the points of lines and bars as they are drawn, one row each."""
    layout, rows = figure["layout"], []
    for number, trace in enumerate(shown(figure), 1):
        series = plain_text(str(trace.get("name") or f"Series {number}"))
        names = [_axis_name(layout, trace, letter) for letter in "xy"]
        for x, y in zip(trace.get("x") or [], trace.get("y") or [], strict=False):
            rows.append({"Series": series, names[0]: x, names[1]: y})
    return rows


def _axis_name(layout: dict, trace: dict, letter: str) -> str:
    key = f"{letter}axis" + str(trace.get(f"{letter}axis", letter))[1:]
    return title_of(layout.get(key, {})) or {"x": "Horizontal", "y": "Vertical"}[letter]
