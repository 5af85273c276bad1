"""What a figure must say before it may be shown: axis titles, and units of numbers.
Axes of years get whole years; left alone, plotly writes "2,021.5". Long titles are wrapped.
"""

import re
import textwrap

from alignment.charts.words import shown, title_of
from alignment.errors import AlignmentError

_FLAT = {"scatter", "scattergl", "bar", "box", "violin", "histogram", "heatmap", "contour"}
# "Trade (billion US dollars)", "Trade, billion US dollars", "Share in per cent", "Change in %"
_UNIT = re.compile(
    r"\(.+\)|\[.+\]|,\s*\S|%|per cent|\b(points|index|rank|number of)\b", re.IGNORECASE
)
# As many characters fit beside the axis on a page of 390 pixels; plotly cuts what is longer.
LONGEST_TITLE = 36
_AXIS = re.compile(r"[xy]axis\d*$")
_OWN_TICKS = {"dtick", "nticks", "tickvals", "tickmode", "tickformat"}


def require_titles(figure: dict) -> None:
    """Check that a reader can tell what is measured and in which unit.

    Parameters
    ----------
    figure : dict
        A figure as plain JSON, see `alignment.charts.render.plain`.

    Raises
    ------
    AlignmentError
        If an axis title or a unit is missing; the sentence names it.
    """
    layout = figure["layout"]
    title = title_of(layout)
    of = f" of “{title}”" if title else ""
    for key, values in _axes_used(figure).items():
        axis = layout.get(key, {})
        if not _has_labels(axis):
            continue
        text = title_of(axis) or _shared_title(axis, layout)
        if not text:
            raise AlignmentError(f"{key}{of} has no title; say what it measures")
        if _needs_unit(axis, values) and not _UNIT.search(text):
            raise AlignmentError(
                f"{key}{of} is titled {text!r} without a unit; "
                "write it in brackets, for example 'Trade (billion US dollars)'"
            )


def whole_years(figure: dict) -> dict[str, dict]:
    """Find the axes of years that leave their ticks to plotly, and give them whole years.

    Parameters
    ----------
    figure : dict
        A figure as plain JSON, see `alignment.charts.render.plain`.

    Returns
    -------
    dict of str to dict
        By axis, the tick distance and format; twelve labels fit across the whole width.
    """
    ticks = {}
    for key, values in _axes_used(figure).items():
        axis = figure["layout"].get(key, {})
        years = _numbers(values)
        if not years or not _are_years(years) or axis.keys() & _OWN_TICKS:
            continue
        left, right = axis.get("domain", (0, 1))
        most = max(2, 12 * (right - left))
        span = max(years) - min(years)
        step = next((n for n in (1, 2, 5, 10, 20) if span / n < most), 50)
        ticks[key] = {"dtick": step, "tick0": 2000, "tickformat": "d"}
    return ticks


def wrapped_titles(figure: dict) -> dict[str, dict]:
    """Break the axis titles that a narrow page would cut; plotly wraps none itself.

    Parameters
    ----------
    figure : dict
        A figure as plain JSON, see `alignment.charts.render.plain`.

    Returns
    -------
    dict of str to dict
        By axis, its title in lines. A title that holds markup keeps its author's lines.
    """
    axes = {key: axis for key, axis in figure["layout"].items() if _AXIS.match(key)}
    titles = {key: (axis.get("title") or {}).get("text") or "" for key, axis in axes.items()}
    return {
        key: {"title": {"text": "<br>".join(textwrap.wrap(title, LONGEST_TITLE))}}
        for key, title in titles.items()
        if len(title) > LONGEST_TITLE and "<" not in title
    }


def _axes_used(figure: dict) -> dict[str, list]:
    """Collect the values drawn along each axis, by the axis's name in the layout."""
    used: dict[str, list] = {}
    for trace in shown(figure):
        if trace.get("type", "scatter") not in _FLAT:
            continue
        for letter in "xy":
            key = f"{letter}axis" + str(trace.get(f"{letter}axis", letter))[1:]
            used.setdefault(key, []).extend(trace.get(letter) or [])
    return used


def _has_labels(axis: dict) -> bool:
    return axis.get("visible", True) is not False and axis.get("showticklabels", True) is not False


def _shared_title(axis: dict, layout: dict) -> str:
    """An axis that moves with another one in the same row or column may lean on its title."""
    partner = axis.get("matches")
    return title_of(layout.get(f"{partner[0]}axis{partner[1:]}", {})) if partner else ""


def _needs_unit(axis: dict, values: list) -> bool:
    """Numbers need a unit; names, also written over numbers, dates and plain years do not."""
    if axis.get("type") in ("category", "multicategory", "date"):
        return False
    names = axis.get("ticktext") or []
    if names and not any(re.fullmatch(r"[-−\d.,\s]+", str(name)) for name in names):
        return False
    numbers = _numbers(values)
    return bool(numbers) and not _are_years(numbers)


def _numbers(values: list) -> list[float]:
    return [v for v in values if isinstance(v, (int, float)) and not isinstance(v, bool)]


def _are_years(numbers: list[float]) -> bool:
    return all(float(v).is_integer() and 1800 <= v <= 2100 for v in numbers)
