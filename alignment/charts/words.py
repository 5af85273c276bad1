"""A figure in words, for those who hear it: its kind, title, axes, and where each series goes."""

import re

from alignment.charts.markup import cell_text, rounded
from alignment.messages import say

_KINDS = ("bar", "heatmap", "histogram", "box", "violin", "choropleth", "scattergeo", "table")
_SPOKEN = 4  # significant digits of a number that is heard, not read
_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?=T|$)")
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
        Kind, title, axes, and for each series its ends and extremes.
    """
    layout, traces = figure["layout"], shown(figure)
    title = title_of(layout) or say("figure.no_title")
    parts = [f"{_kind(traces)}: {title}{'' if title.endswith(('.', '?', '!')) else '.'}"]
    parts += [f"{name}: {text}." for name, text in _axes(layout)]
    parts += [_series(trace, number) for number, trace in enumerate(traces[:_MOST], 1)]
    if len(traces) > _MOST:
        parts.append(say("figure.more", more=len(traces) - _MOST))
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
        return say("figure.empty")
    first = traces[0]
    if first.get("type", "scatter") in ("scatter", "scattergl"):
        return say("figure.line" if "lines" in first.get("mode", "lines") else "figure.points")
    if first["type"] in _KINDS:
        return say(f"figure.{first['type']}")
    return say("figure.other", kind=first["type"].capitalize())


def _axes(layout: dict) -> list[tuple[str, str]]:
    """List each different axis title once, horizontal ones first."""
    found = []
    for letter, name in (("x", say("figure.horizontal")), ("y", say("figure.vertical"))):
        axes = [layout[key] for key in sorted(layout) if key.startswith(f"{letter}axis")]
        found += [(name, text) for text in dict.fromkeys(map(title_of, axes)) if text]
    return found


def _series(trace: dict, number: int) -> str:
    """Tell one series: few loose points one by one, many by their ends and extremes."""
    unnamed = say("figure.series", number=number) if number > 1 else ""
    name = plain_text(str(trace.get("name") or unnamed))
    if trace.get("type") == "heatmap":
        return f"{name + ': ' if name else ''}{_grid(trace)}."
    points = _points(trace)
    if not points:
        return f"{name}." if name else ""
    told = [f"{words} ({_spoken(place)}){span}" for place, _, words, span in points]
    loose = trace.get("type") == "bar" or "lines" not in trace.get("mode", "lines")
    if len(points) == 1 or (loose and len(points) <= _MOST):
        text = ("; " if points[0][3] else ", ").join(told)
    elif len({point[0] for point in points}) == 1 or isinstance(points[0][1], str):
        text = say("figure.run", count=len(points), first=points[0][2], last=points[-1][2])
    else:
        text = say("figure.run", count=len(points), first=told[0], last=told[-1])
        text += _extremes(points, told)
    return f"{name}: {text}." if name else f"{text[0].upper()}{text[1:]}."


def _points(trace: dict) -> list[tuple[object, object, str, str]]:
    """List place, value, value in words and interval; names are places on either axis."""
    sideways = trace.get("orientation") == "h" or (
        _are_names(trace.get("y")) and not _are_names(trace.get("x"))
    )
    place, value = ("y", "x") if sideways else ("x", "y")
    base, bars = trace.get("base"), trace.get(f"error_{value}") or {}
    found = []
    for n, (p, v) in enumerate(zip(trace.get(place) or [], trace.get(value) or [], strict=False)):
        if v is not None:
            floats = isinstance(base, list)  # a bar that does not start at zero
            words = _span(base[n], base[n] + v) if floats else _spoken(v)
            found.append((p, v, words, _interval(bars, n, v)))
    return found


def _are_names(values: list | None) -> bool:
    return bool(values) and isinstance(values[0], str) and not _DATE.match(values[0])


def _interval(bars: dict, number: int, value: object) -> str:
    """Say where the error bar of a point ends."""
    up = bars.get("array")
    if not isinstance(up, list):
        return ""
    if up[number] is None:
        return ""
    down = bars.get("arrayminus") or up
    return f", {say('figure.interval', span=_span(value - down[number], value + up[number]))}"


def _extremes(points: list[tuple[object, object, str, str]], told: list[str]) -> str:
    """Name the lowest and the highest value where they are not at an end."""
    values = [point[1] for point in points]
    found = ""
    for word, pick in (("figure.lowest", min), ("figure.highest", max)):
        extreme = pick(values)
        if extreme not in (values[0], values[-1]):
            found += f", {say(word, value=told[values.index(extreme)])}"
    return found


def _grid(trace: dict) -> str:
    """Say how large a heat map is and what stands along its sides."""
    rows, columns = trace.get("y") or [], trace.get("x") or []
    sides = [_span(side[0], side[-1]) for side in (rows, columns) if side]
    size = say("figure.grid", rows=len(trace["z"]), columns=len(trace["z"][0]))
    return f"{size} ({', '.join(sides)})" if sides else size


def _span(first: object, last: object) -> str:
    return say("figure.span", first=_spoken(first), last=_spoken(last))


def _spoken(value: object) -> str:
    """Write a value as one says it: a date without its hours, a number with four digits."""
    if isinstance(value, str):
        date = _DATE.match(value)
        return date.group() if date else plain_text(value)
    if isinstance(value, float) and not value.is_integer():
        value = rounded(value, _SPOKEN)
    return cell_text(value)
