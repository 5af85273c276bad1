"""A figure in words, for those who hear it: its kind, title, axes, and where each series goes."""

from alignment.charts.markup import cell_text

_KINDS = {
    "bar": "Bar chart",
    "heatmap": "Heat map",
    "histogram": "Histogram",
    "box": "Box plot",
    "violin": "Violin plot",
    "choropleth": "Map",
    "scattergeo": "Map",
    "table": "Table",
}
_MOST = 8  # series told one by one; a longer list is not listened to


def describe(figure: dict) -> str:
    """Say what a figure shows, from its parts alone.

    Parameters
    ----------
    figure : dict
        A figure as plain JSON, see `alignment.charts.render.plain`.

    Returns
    -------
    str
        Kind, title, axes, and for each series its first and last value.
    """
    layout, traces = figure["layout"], shown(figure)
    title = title_of(layout) or "no title"
    parts = [f"{_kind(traces)}: {title}{'' if title.endswith(('.', '?', '!')) else '.'}"]
    parts += [f"{name}: {text}." for name, text in _axes(layout)]
    parts += [_series(trace, number) for number, trace in enumerate(traces[:_MOST], 1)]
    if len(traces) > _MOST:
        parts.append(f"{len(traces) - _MOST} more series.")
    return " ".join(parts)


def shown(figure: dict) -> list[dict]:
    """Return the traces a reader sees when the figure opens."""
    return [trace for trace in figure["data"] if trace.get("visible", True) is True]


def title_of(part: dict) -> str:
    """Return the title of a layout or an axis as one line of text without markup."""
    title = part.get("title") or {}
    text = title if isinstance(title, str) else title.get("text") or ""
    return plain_text(text)


def plain_text(text: str) -> str:
    """Take plotly's few markup tags out of a label."""
    for tag in ("<br>", "<br/>", "<br />"):
        text = text.replace(tag, " ")
    for name in ("b", "i", "sub", "sup"):
        text = text.replace(f"<{name}>", "").replace(f"</{name}>", "")
    return " ".join(text.split())


def _kind(traces: list[dict]) -> str:
    if not traces:
        return "Empty chart"
    first = traces[0]
    if first.get("type", "scatter") in ("scatter", "scattergl"):
        return "Line chart" if "lines" in first.get("mode", "lines") else "Point chart"
    return _KINDS.get(first["type"], f"{first['type'].capitalize()} chart")


def _axes(layout: dict) -> list[tuple[str, str]]:
    """List each different axis title once, horizontal ones first."""
    found = []
    for letter, name in (("x", "Horizontal axis"), ("y", "Vertical axis")):
        axes = [layout[key] for key in sorted(layout) if key.startswith(f"{letter}axis")]
        found += [(name, text) for text in dict.fromkeys(map(title_of, axes)) if text]
    return found


def _series(trace: dict, number: int) -> str:
    name = plain_text(str(trace.get("name") or f"Series {number}"))
    sideways = trace.get("orientation") == "h"
    places, values = (trace.get(key) or [] for key in (("y", "x") if sideways else ("x", "y")))
    points = [(p, v) for p, v in zip(places, values, strict=False) if v is not None]
    if not points:
        return f"{name}."
    ends = [f"{cell_text(value)} ({cell_text(place)})" for place, value in points]
    if len(points) == 1:
        return f"{name}: {ends[0]}."
    if trace.get("type") == "bar" and len(points) <= _MOST:
        return f"{name}: {', '.join(ends)}."
    return f"{name}: {len(points)} points, from {ends[0]} to {ends[-1]}."
