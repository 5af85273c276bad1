"""What `present` does to a figure of any kind: every actor gets its own look."""

import re
from itertools import cycle

import plotly.graph_objects as go

from alignment.charts.theme import INK, NAME, PAIRS, actor, letters

HOLLOW = "rgba(0, 0, 0, 0)"
_LINES = ("scatter", "scattergl")


def dress(fig: go.Figure) -> go.Figure:
    """Return a copy in which every trace named after an actor looks like that actor.

    A trace is named after an actor if its name, or the part of it before a comma, is a name or a
    code in `COLOURS`. A pair, such as "China–Russia", is no actor and looks like none.
    Hollow markers and bars stay hollow, and a dash that an author chose stays.
    Hatched bars that bear a text are filled below it, so that it can be read. A bar of zero has its
    text beside it, for plotly leaves out a text that does not lie on a bar.
    The title of the legend goes: it is the name of a column.

    Parameters
    ----------
    fig : plotly.graph_objects.Figure
        Made with plotly.express or with graph objects; it is not changed.
    """
    copy = go.Figure(fig)
    if copy.layout.template.layout.colorway is None:
        copy.update_layout(template=NAME)
    names = [trace.name for trace in copy.data if _is_pair(trace.name)]
    pairs = dict(zip(dict.fromkeys(names), cycle(PAIRS), strict=False))
    for trace in copy.data:
        if trace.type == "scatter" and "text" in (trace.mode or ""):
            trace.cliponaxis = False  # a word may stand in the margin
        name, _, rest = str(trace.name or "").partition(",")
        look = actor(name.strip()) or pairs.get(trace.name)
        if look is None:
            continue
        colour, symbol, dash = look
        if trace.type in _LINES:
            _dress_line(trace, colour, symbol, "" if rest else dash)
        elif trace.type == "bar":
            _dress_bar(trace, colour)
        elif "marker" in trace:
            trace.marker.color = colour
    for trace in copy.data:
        if trace.type == "bar" and (trace.text is not None or trace.texttemplate):
            _make_readable(trace)
            if copy.layout.barmode == "group" or len(copy.data) == 1:  # else it lies on a neighbour
                _write_zeros(trace)
    _name_once(copy)
    _in_the_order_of_the_bars(copy)
    return copy.update_layout(legend_title_text="")


def _is_pair(name: str | None) -> bool:
    """Tell whether a name joins two, one of them an actor, with a dash."""
    parts = str(name or "").split("–")
    return len(parts) == 2 and any(actor(part.strip()) for part in parts)


def _in_the_order_of_the_bars(fig: go.Figure) -> None:
    """Turn the legend round where lying bars stand side by side: plotly draws the first lowest."""
    bars = [trace for trace in fig.data if trace.type == "bar"]
    lying = bars and all(trace.orientation == "h" for trace in bars)
    turned = fig.layout.yaxis.autorange == "reversed" or fig.layout.legend.traceorder
    if lying and fig.layout.barmode == "group" and not turned:
        fig.layout.legend.traceorder = "reversed"


def _name_once(fig: go.Figure) -> None:
    """Leave out of the legend what needs no name: a single trace, and bars named on their axis."""
    if len(fig.data) == 1:
        fig.data[0].showlegend = False
    bars = [trace for trace in fig.data if trace.type == "bar" and trace.name]
    places = [trace.y if trace.orientation == "h" else trace.x for trace in bars]
    if bars and all(
        place is not None and set(map(str, place)) == {str(trace.name)}
        for trace, place in zip(bars, places, strict=True)
    ):
        for trace in bars:
            trace.showlegend = False


def _dress_line(trace: go.Scatter, colour: str, symbol: str, dash: str) -> None:
    if "lines" in (trace.mode or "lines"):
        trace.line.color = colour
        trace.line.width = trace.line.width or 2.5
        if dash and trace.line.dash in (None, "solid"):
            trace.line.dash = dash
    marker = trace.marker
    if marker.color is None or isinstance(marker.color, str):
        marker.color = colour
    hollow = _symbols(marker, symbol)
    marker.size = 8 if marker.size is None else marker.size
    if marker.line.color is None and marker.line.width is None:
        marker.line.color, marker.line.width = (colour, 2) if hollow else (INK, 1)


def _symbols(marker: object, symbol: str) -> bool:
    """Give the markers the actor's form where an author chose none; say whether all are hollow."""
    now = marker.symbol
    if now is None or isinstance(now, str):
        hollow = str(now or "").endswith("-open")
        if str(now or "circle").removesuffix("-open") == "circle":
            marker.symbol = f"{symbol}-open" if hollow else symbol
        return hollow
    marker.symbol = [f"{symbol}-open" if str(each).endswith("-open") else symbol for each in now]
    return False


def _make_readable(trace: go.Bar) -> None:
    """Fill a hatched bar, for plotly writes on it as if it were filled: white on white.

    What is written on a bar that lies is not turned, and is black or white.
    """
    colour = trace.marker.color
    if isinstance(colour, str) and re.match(r"#\w{6}$|rgb\(", colour):
        trace.insidetextfont.color = letters(colour)
    if trace.orientation == "h" and trace.textangle is None:
        trace.textangle = 0
    if trace.marker.pattern.shape:
        trace.marker.pattern.update(fillmode="overlay", fgopacity=0.4)


def _write_zeros(trace: go.Bar) -> None:
    values = trace.x if trace.orientation == "h" else trace.y
    if trace.textposition in (None, "auto") and values is not None and 0 in list(values):
        trace.textposition = ["outside" if value == 0 else "auto" for value in values]


def _dress_bar(trace: go.Bar, colour: str) -> None:
    marker = trace.marker
    if marker.color == HOLLOW:
        marker.line.color, marker.line.width = colour, 2
    elif marker.color is None or isinstance(marker.color, str):
        marker.color = colour
        if marker.line.color is None:
            marker.line.color, marker.line.width = INK, 1
