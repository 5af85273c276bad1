"""Names at the ends of the lines, beside what they name, instead of a legend above them.

A reader of a legend looks up and down for each line. Names in the reader's own text colour keep
their contrast; the dot before each has the line's colour.
"""

import textwrap
from itertools import cycle, pairwise
from numbers import Real

import plotly.graph_objects as go

from alignment.charts.theme import HEIGHT

NAME = "end of a line"  # by it `present` tells these annotations from an author's
MOST_LINES = 6
# As many characters stand beside the plot on a page of 390 pixels.
WIDEST = 15
# Pixels: a letter, a line of text, the dot and the gaps, and what lies above and below the plot.
LETTER, LINE, DOT, AROUND = 7.6, 17, 24, 90
# A second line begins below the first letter, not below the dot: an em space is as wide as both.
_UNDER_THE_FIRST = "<br>\u2003"
# Share of the width within which a line must end, so that its name stands beside its end.
NEAR_THE_EDGE = 0.08


def label_ends(fig: go.Figure) -> int:
    """Write each line's name at its end, if all lines end at the right edge.

    Parameters
    ----------
    fig : plotly.graph_objects.Figure
        The figure; it is changed. With other named traces, small panels or too many lines it keeps
        its legend.

    Returns
    -------
    int
        Pixels that the names need at the right; 0 where nothing was written.
    """
    named = [each for each in fig.data if each.name and each.showlegend is not False]
    ends = [_end(each) for each in named]
    if not 2 <= len(named) <= MOST_LINES or None in ends or not _is_one_plot(fig):
        return 0
    if not _all_near_the_edge(named, ends):
        return 0
    texts = [_UNDER_THE_FIRST.join(textwrap.wrap(each.name, WIDEST)) for each in named]
    heights = [LINE * (1 + text.count("<br>")) for text in texts]
    shifts = _apart(_pixels(fig, named, [y for _, y in ends]), heights)
    colours = dict(zip(map(id, fig.data), cycle(fig.layout.template.layout.colorway), strict=False))
    for trace, text, (_, y), shift in zip(named, texts, ends, shifts, strict=True):
        colour = trace.line.color or colours[id(trace)]
        fig.add_annotation(
            name=NAME, text=f'<span style="color:{colour}">●</span> {text}', showarrow=False,
            x=1, xref="paper", xanchor="left", xshift=4, y=y, yref="y", yshift=round(shift),
            align="left",
        )  # fmt: skip
        trace.showlegend = False
    longest = max(len(line) for text in texts for line in text.split("<br>"))
    return round(longest * LETTER + DOT)


def _end(trace: go.Scatter) -> tuple[object, float] | None:
    """Return the point of a line farthest right; None for another kind of trace."""
    if trace.type != "scatter" or "lines" not in (trace.mode or "lines"):
        return None
    if trace.x is None or trace.y is None or trace.fill not in (None, "none"):
        return None
    points = [(x, y) for x, y in zip(trace.x, trace.y, strict=False) if y is not None and y == y]
    if points and all(isinstance(x, Real) for x, _ in points):
        points.sort(key=lambda point: point[0])  # an author may draw a line from right to left
    return points[-1] if points and isinstance(points[-1][1], Real) else None


def _is_one_plot(fig: go.Figure) -> bool:
    axes = {(each.xaxis or "x", each.yaxis or "y") for each in fig.data}
    return axes == {("x", "y")} and fig.layout.yaxis.type in (None, "-", "linear")


def _all_near_the_edge(lines: list[go.Scatter], ends: list[tuple]) -> bool:
    places = list(dict.fromkeys(x for each in lines for x in each.x))
    try:
        first, last = min(places), max(places)
        return all((last - x) <= NEAR_THE_EDGE * (last - first) for x, _ in ends)
    except TypeError:  # names or dates: as far as there are places between; names in their order
        if not all(isinstance(place, str) and not place[:4].isdigit() for place in places):
            places.sort(key=str)
        order = {place: at for at, place in enumerate(places)}
        return all(len(order) - 1 - order[x] <= NEAR_THE_EDGE * len(order) for x, _ in ends)


def _pixels(fig: go.Figure, lines: list[go.Scatter], values: list[float]) -> list[float]:
    """Say about how high above the lower edge of the plot each value stands."""
    low, high = fig.layout.yaxis.range or (None, None)
    if low is None or high is None:
        drawn = [float(y) for each in lines for y in each.y if y is not None and y == y]
        low, high = min(drawn), max(drawn)
        if fig.layout.yaxis.rangemode in ("tozero", "nonnegative"):
            low, high = min(0.0, low), max(0.0, high)
    room = (fig.layout.height or HEIGHT) - AROUND
    return [(value - low) / ((high - low) or 1) * room for value in values]


def _apart(places: list[float], heights: list[float]) -> list[float]:
    """Move what would lie on each other apart, as little as needed; return by how much."""
    order = sorted(range(len(places)), key=lambda at: places[at])
    moved = {at: places[at] for at in order}
    for _ in range(100):
        for below, above in pairwise(order):
            lacking = (heights[below] + heights[above]) / 2 - (moved[above] - moved[below])
            if lacking > 0:
                moved[below] -= lacking / 2
                moved[above] += lacking / 2
    return [moved[at] - place for at, place in enumerate(places)]
