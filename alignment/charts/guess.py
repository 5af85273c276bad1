"""The student's locked guess in the picture of the result: a line, a point or a word, in ink."""

import re

import plotly.graph_objects as go

from alignment.charts.theme import INK
from alignment.charts.verdict import answer_of, sentence
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.records.guesses import Guess, load_guesses, mark_seen
from alignment.tables.predictions import Prediction, prediction

_BAND = "rgba(121, 121, 121, 0.2)"
# Ink inside, white outside: it is seen on the page, light or dark, and on every bar.
_LOOK = {"color": INK, "symbol": "diamond", "size": 13, "line": {"color": "#FFFFFF", "width": 2}}


def drawn_guess(fig: go.Figure, guess: str | tuple) -> tuple[str, str]:
    """Draw the locked guess of a prediction, if there is one, and say how far it lay.

    Parameters
    ----------
    fig : plotly.graph_objects.Figure
        The result; it is changed.
    guess : str or tuple of str, place and start
        The prediction, at which bar or year a number is drawn, and where that bar begins (0).

    Returns
    -------
    tuple of str
        A head, and how far the guess lay; without a locked guess the right value, which the figure
        may not print. A file that cannot be read is named instead.
    """
    name, at, start = (guess, None, 0) if isinstance(guess, str) else (*guess, 0)[:3]
    asked = prediction(name)
    try:
        mine = load_guesses().get(name)
        mark_seen(name)
    except AlignmentError as error:
        return say("predict.your_guess"), f"{error}."
    if mine is None:
        return say("predict.no_guess_locked"), answer_of(asked)
    draw(fig, asked, mine, at, start)
    return say("predict.your_guess"), sentence(asked, mine)


def draw(
    fig: go.Figure, asked: Prediction, guess: Guess, at: object = None, start: float = 0
) -> None:
    """Draw a guess into a figure.

    Parameters
    ----------
    fig : plotly.graph_objects.Figure
        The result; it is changed.
    asked : Prediction
        The question.
    guess : Guess
        The locked guess.
    at : str or float, optional
        At which bar or year a number is drawn; without it, across the whole figure.
    start : float, optional
        Where that bar begins: the guess is a length from there.
    """
    sideways = any(_lies(trace) for trace in fig.data)
    if asked.kind == "line":
        _line(fig, asked, guess)
    elif asked.kind in ("choice", "order"):
        _words(fig, asked, guess, sideways)
    elif asked.kind == "bars":
        _points(fig, list(asked.names), list(guess.values), None, sideways)
    elif at is not None:
        _points(fig, [at], [start + guess.best], guess, sideways, start)
    else:
        _across(fig, guess, "x" if sideways or asked.kind == "year" else "y")


def _lies(trace: object) -> bool:
    """Say whether the names stand beside the vertical axis and the values along the other."""
    first = {letter: next(iter(_list(trace, letter)), None) for letter in "xy"}
    points = trace.type == "scatter" and trace.mode == "markers"
    named = isinstance(first["y"], str) and not isinstance(first["x"], str)
    return (trace.type == "bar" and trace.orientation == "h") or (points and named)


def _line(fig: go.Figure, asked: Prediction, guess: Guess) -> None:
    places, values = list(asked.names), list(guess.values)
    spread = [None] * (len(values) - 1)
    error = {
        "array": [*spread, guess.high - guess.best],
        "arrayminus": [*spread, guess.best - guess.low],
        "color": INK,
    }
    if asked.known:  # the drawn line begins where the known one ends
        name, value = asked.known[-1]
        places, values = [name, *places], [value, *values]
        error["array"], error["arrayminus"] = [None, *error["array"]], [None, *error["arrayminus"]]
    fig.add_scatter(
        x=_like(fig, places),
        y=values,
        error_y=error,
        name=say("predict.your_drawn"),
        mode="lines+markers",
        line={"color": INK, "dash": "dot", "width": 2.5},
        marker=_LOOK | {"size": 9},
        showlegend=True,
    )
    _hold(fig, "y", [*values, guess.low, guess.high])


def _like(fig: go.Figure, years: list[str]) -> list[object]:
    """Write years as the figure does: as numbers, as dates, or as names."""
    for trace in fig.data:
        for first in list(trace.x if trace.x is not None else [])[:1]:
            if re.match(r"\d{4}-\d\d", str(first)):
                month = str(first)[5:7] if len({str(x)[5:7] for x in trace.x}) == 1 else "12"
                return [f"{year}-{month}-01" for year in years]
            if isinstance(first, str):
                return list(years)
    return [int(year) for year in years]


def _points(
    fig: go.Figure,
    places: list,
    values: list,
    guess: Guess | None,
    sideways: bool,
    start: float = 0,
) -> None:
    place, value = ("y", "x") if sideways else ("x", "y")
    error = {}
    if guess is not None and guess.low is not None:
        ends = {"array": [guess.high - guess.best], "arrayminus": [guess.best - guess.low]}
        error = {f"error_{value}": ends | {"color": INK, "thickness": 2, "width": 8}}
        _hold(fig, value, [start + guess.low, start + guess.high])
    _clear(fig, dict(zip(places, values, strict=True)), place, value)
    look = {"name": say("predict.your_drawn"), "mode": "markers", "marker": _LOOK} | error
    enlarged = _enlarged(fig)
    fig.add_scatter(**{place: places, value: values}, **look, showlegend=True)
    for xaxis, yaxis in enlarged:
        axes = {"xaxis": xaxis, "yaxis": yaxis}
        fig.add_scatter(**{place: places, value: values}, **look, **axes, showlegend=False)


def _enlarged(fig: go.Figure) -> list[tuple[str, str]]:
    """Find the axes that show series of the first ones once more, larger."""
    lines = [trace for trace in fig.data if trace.type in ("scatter", "bar") and _list(trace, "y")]
    first = [trace for trace in lines if trace.yaxis in (None, "y")]
    known = {_series(trace) for trace in first}
    again = [
        (trace.xaxis, trace.yaxis)
        for trace in lines
        if trace.yaxis not in (None, "y") and _series(trace) in known
    ]
    return list(dict.fromkeys(again))


def _series(trace: object) -> tuple:
    return (trace.name, tuple(_list(trace, "x")), tuple(_list(trace, "y")))


def _clear(fig: go.Figure, guesses: dict, place: str, value: str) -> None:
    """Move the number above a bar into the bar where the guess would lie on it."""
    ends = [float(end) for trace in fig.data for end in _list(trace, value) if end is not None]
    room = 0.08 * max([*ends, *guesses.values()])  # a line of text, on the axis of a usual figure
    for trace in fig.data:
        pairs = zip(_list(trace, place), _list(trace, value), strict=False)
        near = [at in guesses and 0 <= guesses[at] - end <= room for at, end in pairs]
        if trace.type == "bar" and trace.textposition == "outside" and any(near):
            trace.update(
                textposition=["inside" if hides else "outside" for hides in near],
                insidetextanchor="middle",
                constraintext="none",
                textangle=0,
            )


def _across(fig: go.Figure, guess: Guess, letter: str) -> None:
    """Draw the best guess as a line across the figure, and its range as a band."""
    other = "y" if letter == "x" else "x"
    ends = {f"{other}0": 0, f"{other}1": 1, f"{other}ref": "paper", f"{letter}ref": letter}
    if guess.low is not None:
        band = {f"{letter}0": guess.low, f"{letter}1": guess.high, "fillcolor": _BAND}
        fig.add_shape(type="rect", layer="below", line={"width": 0}, **ends, **band)
    best = {f"{letter}0": guess.best, f"{letter}1": guess.best}
    fig.add_shape(type="line", line={"color": INK, "dash": "dot", "width": 2.5}, **ends, **best)
    where = {letter: guess.best, f"{letter}ref": letter, other: 1, f"{other}ref": "paper"}
    fig.add_annotation(
        text=say("predict.your_drawn"), showarrow=False, xanchor="right", yanchor="bottom", **where
    )
    _hold(fig, letter, [guess.low, guess.best, guess.high])


def _words(fig: go.Figure, asked: Prediction, guess: Guess, sideways: bool) -> None:
    """Write at each bar what was said of it; where no bar has the name, in the corner."""
    said = {name: say(f"predict.you {place}") for place, name in enumerate(guess.names, 1)}
    if asked.kind == "choice":
        said = {guess.names[0]: say("predict.your_drawn")}
    found = _ends(fig, set(said), sideways)
    if set(found) == set(said):
        letters = ("y", "x") if sideways else ("x", "y")
        for name, (place, value) in found.items():
            where = dict(zip(letters, (place, value), strict=True))
            shift = {"xshift": 6, "xanchor": "left"} if sideways else {"yshift": 12}
            fig.add_annotation(text=said[name], showarrow=False, **where, **shift)
        return
    words = say("predict.your_order", names=", ".join(guess.names))
    fig.add_annotation(
        text=words, showarrow=False, xref="paper", yref="paper", x=0, y=1, yanchor="bottom"
    )


def _ends(fig: go.Figure, names: set[str], sideways: bool) -> dict[str, tuple[object, float]]:
    """Find where each name stands: a bar of that name, or the last point of a line of that name."""
    place, value = ("y", "x") if sideways else ("x", "y")
    found: dict[str, tuple[object, float]] = {}
    for trace in fig.data:
        pairs = list(zip(_list(trace, place), _list(trace, value), strict=False))
        for at, height in pairs:
            if at in names and height is not None:
                height = max(float(height), found.get(at, (at, 0.0))[1])
                found[at] = (at, height)
        # Bars side by side leave no room: the word would lie on the bar of another name.
        grouped = trace.type == "bar" and len(pairs) > 1
        if trace.name in names and pairs and not grouped and trace.name not in found:
            found[trace.name] = pairs[-1]
    return found


def _list(trace: object, letter: str) -> list:
    values = getattr(trace, letter, None)
    return [] if values is None else list(values)


def _hold(fig: go.Figure, letter: str, values: list[float | None]) -> None:
    """Widen a fixed axis so that the guess is on it."""
    axis = fig.layout[f"{letter}axis"]
    if axis.range is None or axis.type not in (None, "linear"):
        return
    try:
        low, high = (float(end) for end in axis.range)
    except (TypeError, ValueError):
        return
    numbers = [value for value in values if value is not None]
    if low <= high:
        axis.range = [min(low, *numbers), max(high, *numbers)]
