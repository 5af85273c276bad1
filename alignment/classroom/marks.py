"""The small pieces that slides are made of; what comes from a table is escaped here."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from alignment.messages import say
from alignment.tables import load


def names(table: str) -> dict[str, str]:
    """Return code to name of the table `domains` or `criteria`."""
    rows = load(table)
    return dict(zip(rows.iloc[:, 0], rows["name"], strict=True))


def short() -> dict[str, str]:
    """Return the first word of each domain's name, which tells it from the others."""
    return {code: name.split()[0] for code, name in names("domains").items()}


def told(text: str, kind: str = "") -> str:
    """Return a paragraph; `kind` is "say" for the sentence of a slide, "soft" for a remark."""
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"


def heading(text: str, level: int = 2) -> str:
    """Return a heading."""
    return f"<h{level}>{escape(text)}</h{level}>"


def table(head: Sequence[str], rows: Iterable[Sequence[Any]], caption: str = "") -> str:
    """Return a table; a cell may be a pair (text, small text below it)."""
    rows = list(rows)
    long = ' class="long"' if len(rows) > 7 else ""
    said = f"<caption>{escape(caption)}</caption>" if caption else ""
    top = "".join(f"<th>{escape(each)}</th>" for each in head)
    body = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in rows)
    return f'<div class="wide" tabindex="0"><table{long}>{said}<tr>{top}</tr>{body}</table></div>'


def _cell(cell: Any) -> str:
    text, small = cell if isinstance(cell, tuple) else (cell, "")
    below = f"<small>{escape(small)}</small>" if small else ""
    return f"<td>{escape(str(text))}{below}</td>"


def bar(name: str, share: float, text: str, between: Sequence[float] = ()) -> str:
    """Return one bar of 0 to 100 per cent, with its interval as a line."""
    line = ""
    if between:
        low, high = between
        line = f'<u style="left:{low:g}%;width:{high - low:g}%"></u>'
    return (
        f'<div class="bar"><span>{escape(name)}</span><div class="track">'
        f'<i style="width:{share:g}%"></i>{line}</div><span>{escape(text)}</span></div>'
    )


def histogram(title: str, bars: Sequence[dict[str, float]], middle: float) -> str:
    """Return five bars of a score, from 0 to 100; joined bins are as wide as they are."""
    if not bars:
        shown = told(say("slides.no_bars"), "soft")
    else:
        # A joined bin covers more points, so that its height is per 20 points.
        heights = [each["share"] * 20 / (each["high"] - each["low"]) for each in bars]
        most = max([*heights, 1])
        columns = "".join(
            f'<div style="width:{each["high"] - each["low"]:g}%;height:{75 * h / most:.0f}%">'
            f"<b>{each['share']:.0f}</b></div>"
            for each, h in zip(bars, heights, strict=True)
        )
        ends = "".join(f"<span>{end}</span>" for end in range(0, 101, 20))
        shown = f'<div class="hist">{columns}</div><div class="scale">{ends}</div>'
    median = escape(say("slides.median_of", median=middle))
    return f"<div><strong>{escape(title)}</strong> <small>{median}</small>{shown}</div>"


def signed(x: float) -> str:
    """Write a number with its sign; zero has none."""
    return f"{x:+.0f}".replace("-", "−") if round(x) else "0"
