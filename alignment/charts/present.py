"""The one way a figure reaches a student: never without its finding, its limits and its numbers."""

from collections.abc import Sequence
from html import escape

import pandas as pd
import plotly.graph_objects as go
from IPython.display import display
from pandas.api.types import is_integer_dtype

from alignment.charts.axes import quiet_time, require_titles, whole_years, wrapped
from alignment.charts.dress import dress
from alignment.charts.guess import drawn_guess
from alignment.charts.keep import offer_to_keep
from alignment.charts.labels import NAME as END_OF_A_LINE
from alignment.charts.labels import label_ends
from alignment.charts.markup import html_table
from alignment.charts.render import alternative, plain
from alignment.charts.theme import HEIGHT, INK
from alignment.charts.words import plain_text, title_of
from alignment.charts.words import shown as shown_traces
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.tables import describe, source_line, source_links

MOST_ROWS = 60

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
    ".js-plotly-plot .modebar-group {background: none !important} "
    # the finding is the title: larger than text, close to its figure
    ".alignment-finding {margin: 8px 0 0 !important; line-height: 1.35} "
    ".alignment-finding strong {font-size: 1.2em} "
    # what stands below is one block: the caveat in full size, sources close below the fold
    ".jp-OutputArea-output p:has(> small) {margin: .25em 0 !important} "
    # text is read from the left, also in the table of numbers
    ".jp-OutputArea-output details table :is(th, td, caption) {text-align: left !important}</style>"
)


def present(
    fig: go.Figure,
    *,
    finding: str,
    caveat: str,
    table: pd.DataFrame | pd.Series | None = None,
    sources: Sequence[str] = (),
    alt: str | None = None,
    guess: str | tuple = (),
) -> None:
    """Show a figure under what it says, above what it does not show, its numbers and its sources.

    Traces that are named after an actor get that actor's colour, marker and dash.

    Parameters
    ----------
    fig : plotly.graph_objects.Figure
        The figure, from plotly.express or not; it needs a title on each axis, and a unit on each
        axis of numbers. A title of its own is shown below the finding.
    finding : str
        What the figure shows, in one sentence: its title.
    caveat : str
        What it does not show, or how to read it, in one sentence; it follows "Keep in mind:".
    table : pandas.DataFrame or pandas.Series, optional
        The numbers behind it; without one, the numbers drawn. At most 60 rows are shown. Whole
        numbers as an index without a name are taken for row numbers and not shown: name it to
        show it.
    sources : sequence of str
        Names of the tables it is drawn from.
    alt : str, optional
        The figure in words; without one, it is made from the figure's parts.
    guess : str or tuple of str, place and start, optional
        A prediction, for example "p4-2", or ("p4-2", "China"): the student's locked guess is drawn
        into the figure (at that bar or year), and how far it lay is said below. A third part says
        where the bar begins if that is not 0. Without a locked guess the right value is said,
        nothing is drawn, and the result counts as seen.

    Raises
    ------
    AlignmentError
        If the finding, the caveat, an axis title or a unit is missing, or there is no such
        prediction.
    """
    _require(finding, "finding", "what the figure shows")
    _require(caveat, "caveat", "what the figure does not show")
    require_titles(plain(fig))
    shown = dress(fig)  # a copy: the student's own figure stays as it was built
    rows = _rows(table) if table is not None else _drawn(plain(shown))
    question = title_of(plain(fig)["layout"])
    guessed = drawn_guess(shown, guess) if guess else ()
    beside = label_ends(shown)
    figure = plain(shown.update_layout(title_text=question or finding))
    words = alt or f"{alternative(figure)} {_sentence(finding)}"
    shown.update_layout(
        meta={"alt": words}, title_text=None, **quiet_time(figure, narrow=beside > 0)
    )
    shown.update_layout(**whole_years(figure, narrow=beside > 0))
    # JupyterLab would draw a figure that sets no height lower than a page does
    shown.update_layout(height=shown.layout.height or HEIGHT)
    shown.update_layout(margin=_margins(figure, beside), **wrapped(figure))
    _above(_sentence(finding), question)
    shown.show()
    names = [sources] if isinstance(sources, str) else list(sources)
    limits = say("figure.caveat", caveat=_caveat(caveat))
    data = _data(rows, question or finding)
    html = _block(guessed, limits, _linked(names), words=words, table=data, count=len(rows))
    lines = [*guessed[1:], limits, *([source_line(*names)] if names else [])]
    display({"text/html": html, "text/plain": "\n".join(lines)}, raw=True)
    offer_to_keep()


def _above(finding: str, question: str) -> None:
    """Show the title as a paragraph, which wraps at every width; plotly's own would be cut."""
    below = f"<br>{escape(question)}" if question else ""
    html = f'<p class="alignment-finding"><strong>{escape(finding)}</strong>{below}</p>'
    lines = f"{finding}\n{question}" if question else finding
    display({"text/html": html, "text/plain": lines}, raw=True)


def _margins(figure: dict, beside: int) -> dict[str, int]:
    """Leave room above for a legend or for names of small panels; a map has no axis beside it.

    At the right the names of lines need `beside` pixels.
    """
    layout = figure["layout"]
    sides = {"l": 0, "r": 0, "b": 0} if "geo" in layout else {"r": beside} if beside else {}
    named = [trace for trace in shown_traces(figure) if trace.get("name")]
    legend = layout.get("showlegend", len(named) > 1) and any(
        trace.get("showlegend", True) for trace in named
    )
    notes = [each for each in layout.get("annotations", []) if each.get("name") != END_OF_A_LINE]
    return sides | {"t": 48 if legend or notes else 24}


def _require(text: str, name: str, meaning: str) -> None:
    if not str(text or "").strip():
        raise AlignmentError(f"present() found no {name}: say {meaning} in one sentence")


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _caveat(text: str) -> str:
    return _sentence(text.removeprefix("Keep in mind:"))


def _linked(names: list[str]) -> str:
    """Write the source line with addresses, and the tables in which each row names its page."""
    if not names:
        return ""
    parts = [
        f'<a href="{escape(url)}">{escape(short)}</a>' if url else escape(short)
        for short, url in source_links(*names).items()
    ]
    tables = ", ".join(f"<code>{name}</code>" for name in names)
    columns = {column.name for name in names for column in describe(name).columns}
    said = "figure.sources_by_row" if "source_id" in columns else "figure.sources"
    return say(said, len(names), sources="; ".join(parts), tables=tables,
               call="<code>cite(source_id)</code>")  # fmt: skip


def _block(
    guessed: Sequence[str], limits: str, source: str, *, words: str, table: str, count: int
) -> str:
    """Write what stands under the figure: sentences, one fold, one source line in HTML."""
    fold = say("figure.in_words_and_numbers", count) if table else say("figure.in_words")
    head, text = map(escape, guessed or ("", ""))
    label, colon, limit = escape(limits).partition(":")
    parts = [
        f'<p class="alignment-guess"><strong>{head}</strong> {text}</p>' if text else "",
        f"<p><strong>{label}{colon}</strong>{limit}</p>" if colon else f"<p>{label}</p>",
        f"<details>\n<summary>{fold}</summary>",
        f"<p>{escape(words)}</p>",
        f"{table}\n</details>",
        f"<p><small>{source}</small></p>" if source else "",
        INK_RULE,
    ]
    return "\n".join(part for part in parts if part)


def _data(rows: list[dict], title: str) -> str:
    if not rows:
        return ""
    name = "figure.first_numbers" if len(rows) > MOST_ROWS else "figure.numbers"
    caption = say(name, title=title, count=len(rows), first=MOST_ROWS)
    return html_table(rows[:MOST_ROWS], caption=caption)


def _rows(table: pd.DataFrame | pd.Series) -> list[dict]:
    frame = table.to_frame() if isinstance(table, pd.Series) else table
    # Numbers without a name are what a selection left of the row numbers: they say nothing.
    counted = frame.index.names == [None] and is_integer_dtype(frame.index.dtype)
    frame = frame.reset_index(drop=counted)
    return frame.rename(columns=str).to_dict("records")


def _drawn(figure: dict) -> list[dict]:
    """List the points of lines and bars as they are drawn, one row each."""
    layout, rows = figure["layout"], []
    for number, trace in enumerate(shown_traces(figure), 1):
        series = plain_text(str(trace.get("name") or say("figure.series", number=number)))
        names = [_axis_name(layout, trace, letter) for letter in "xy"]
        for x, y in zip(trace.get("x") or [], trace.get("y") or [], strict=False):
            rows.append({say("figure.series_column"): series, names[0]: x, names[1]: y})
    return rows


def _axis_name(layout: dict, trace: dict, letter: str) -> str:
    key = f"{letter}axis" + str(trace.get(f"{letter}axis", letter))[1:]
    return title_of(layout.get(key, {})) or say(f"figure.{letter}")
