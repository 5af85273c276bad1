"""What a figure must say before it may be shown: axis titles, and units of numbers.
Axes of years get whole years; left alone, plotly writes "2,021.5". Long titles are wrapped.
"""

import re
import textwrap

from alignment.charts.theme import HEIGHT
from alignment.charts.words import shown, title_of
from alignment.errors import AlignmentError

_FLAT = {"scatter", "scattergl", "bar", "box", "violin", "histogram", "heatmap", "contour"}
# "Trade (billion US dollars)", "Trade, billion US dollars", "Share in per cent", "Change in %"
_UNIT = re.compile(
    r"\(.+\)|\[.+\]|,\s*\S|%|per cent|\b(points|index|rank|number of)\b", re.IGNORECASE
)
# As many characters fit on a page of 390 pixels; plotly cuts what is longer.
LONGEST_TITLE, LONGEST_NAME, WIDEST_NAME = 36, 18, 25
# Pixels: a line of names, and the margins of a figure with a legend.
LINE, AROUND = 17, 140
FEW_YEARS, NARROW_YEARS, NARROW_TICKS = 6, 3, 4
_DAY = re.compile(r"\d{4}-\d\d")
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


def whole_years(figure: dict, *, narrow: bool = False) -> dict[str, dict]:
    """Find the axes of years that leave their ticks to plotly, and give them whole years.

    More than six years keep plotly's own distance, which fits the width of the page; up to six
    would get half years from it.

    Parameters
    ----------
    figure : dict
        A figure as plain JSON, see `alignment.charts.render.plain`.
    narrow : bool
        Whether names of lines stand beside the plot and leave a phone room for few ticks.

    Returns
    -------
    dict of str to dict
        By axis, the format of its ticks and, where there are few, their distance.
    """
    ticks = {}
    for key, values in _axes_used(figure).items():
        axis = figure["layout"].get(key, {})
        years = _numbers(values)
        if not years or not _are_years(years) or axis.keys() & _OWN_TICKS:
            continue
        few = max(years) - min(years) <= FEW_YEARS
        step = 2 if narrow and max(years) - min(years) > NARROW_YEARS else 1
        ticks[key] = {"tickformat": "d"} | ({"dtick": step, "tick0": 2000} if few else {})
    return ticks


def quiet_time(figure: dict, *, narrow: bool = False) -> dict[str, dict]:
    """Give axes of time a line and ticks, and no grid: heights are compared, not years.

    Parameters
    ----------
    figure : dict
        A figure as plain JSON, see `alignment.charts.render.plain`.
    narrow : bool
        As for `whole_years`; plotly would turn the dates.

    Returns
    -------
    dict of str to dict
        By axis, what changes.
    """
    look = {"showgrid": False, "showline": True, "ticks": "outside", "ticklen": 5}
    used = _axes_used(figure)
    if any(isinstance(each, str) for key, ys in used.items() if key[0] == "y" for each in ys):
        return {}  # names beside the plot: there the years are what is compared
    changed: dict[str, dict] = {}
    for key, values in used.items():
        axis = figure["layout"].get(key, {})
        if not key.startswith("x") or not values or not _is_time(values):
            continue
        changed[key] = {name: value for name, value in look.items() if name not in axis}
        across = figure["layout"].get(key.replace("x", "y", 1), {})
        if across.get("rangemode") == "tozero" or (across.get("range") or [None])[0] == 0:
            changed[key].pop("showline", None)  # the line of zero is there already
        if narrow and not _numbers(values) and not axis.keys() & _OWN_TICKS:
            changed[key]["nticks"] = NARROW_TICKS
    return changed


def _is_time(values: list) -> bool:
    numbers = _numbers(values)
    if len(numbers) == len(values):
        return _are_years(numbers)
    return all(isinstance(value, str) and _DAY.match(value) for value in values)


def wrapped(figure: dict) -> dict[str, dict]:
    """Break the axis titles and the names beside an axis that a narrow page would cut.

    plotly wraps neither of them. The data keep their names; only what the axis shows has lines.

    Parameters
    ----------
    figure : dict
        A figure as plain JSON, see `alignment.charts.render.plain`.

    Returns
    -------
    dict of str to dict
        By axis, its title in lines and its names in lines. A title that holds markup keeps its
        author's lines, and names that would need more height than there is stay in one line.
    """
    names = {key: _names(key, figure) for key in figure["layout"] if key.startswith("yaxis")}
    lines = {key: _in_lines(each, figure) for key, each in names.items()}
    shown_lines = [
        line for each in lines.values() for text in each.values() for line in text.split("<br>")
    ]
    beside = max(map(len, shown_lines), default=0)
    changed: dict[str, dict] = {}
    for key, axis in figure["layout"].items():
        if not _AXIS.match(key):
            continue
        title = (axis.get("title") or {}).get("text") or ""
        # names beside the plot push it to the right, and the title below it with it
        most = max(LONGEST_NAME, LONGEST_TITLE - beside) if key.startswith("x") else LONGEST_TITLE
        if len(title) > most and "<" not in title:
            changed[key] = {"title_text": "<br>".join(_broken(title, most))}
        alias = {name: text for name, text in lines.get(key, {}).items() if "<br>" in text}
        if alias:
            changed.setdefault(key, {})["labelalias"] = alias
    return changed


def _names(key: str, figure: dict) -> list[str]:
    """List what stands beside an axis of names; an axis of numbers has none."""
    axis = figure["layout"][key]
    values = axis.get("ticktext") or _axes_used(figure).get(key, [])
    return list(dict.fromkeys(value for value in values if isinstance(value, str)))


def _in_lines(names: list[str], figure: dict) -> dict[str, str]:
    """Break names where a narrow page needs it, and later where that takes fewer lines."""
    room = figure["layout"].get("height", HEIGHT) - AROUND
    for most in range(LONGEST_NAME, WIDEST_NAME + 1):
        lines = {name: textwrap.wrap(name, most) or [name] for name in names}
        needed = LINE * len(names) * max((len(each) for each in lines.values()), default=0)
        if needed <= room:
            break
    else:
        return {name: name for name in names}
    return {name: name if "<" in name else "<br>".join(each) for name, each in lines.items()}


def _broken(title: str, most: int) -> list[str]:
    """Break before the unit where that is enough, else where the lines are about as long."""
    before, bracket, unit = title.partition(" (")
    if bracket and max(len(before), len(unit) + 1) <= most:
        return [before, f"({unit}"]
    lines = textwrap.wrap(title, most)
    even = (textwrap.wrap(title, width) for width in range(len(title) // len(lines), most))
    return next((each for each in even if len(each) == len(lines)), lines)


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
