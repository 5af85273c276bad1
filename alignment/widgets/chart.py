"""A live chart for panels: the whole figure is one value that Python sets and the page draws.

plotly's own FigureWidget sends 5 MB of script with every chart and its data in later messages;
where the script takes more than two seconds to start, those messages are lost and the chart
stays an empty frame. Here plotly.js travels once per kernel, packed, and each chart is small. Where
the page can have it from its own site, only its address travels.
"""

import gzip
import os
import textwrap
from functools import cache

import anywidget
import plotly.graph_objects as go
import traitlets
from plotly.offline import get_plotlyjs

from alignment.charts.axes import wrapped
from alignment.charts.render import CONFIG, alternative, plain
from alignment.charts.theme import HEIGHT
from alignment.charts.words import title_of
from alignment.widgets.view import HERE, View, script

LONGEST_ENTRY = 30  # characters of a line in a legend; plotly breaks none


class Library(anywidget.AnyWidget):
    """plotly.js itself, from the installed package, or its address; one per kernel."""

    _esm = HERE / "library.js"
    packed = traitlets.Bytes().tag(sync=True)
    address = traitlets.Unicode().tag(sync=True)


@cache
def _library() -> Library:
    if address := os.environ.get("ALIGNMENT_PLOTLY_JS"):  # set by a site, whose package lacks it
        return Library(address=address)
    return Library(packed=gzip.compress(get_plotlyjs().encode(), compresslevel=1))


class Chart(View):
    """A plotly figure that is drawn again, whole, whenever it is set.

    Attributes
    ----------
    figure : dict
        `data`, `layout` and `config` as plain JSON; `show` sets it. Long titles of axes, names
        beside them and names in the legend have lines, so that a phone does not cut them.
    title : str
        What stands above the figure.
    words : str
        The figure in words, for those who do not see it.
    """

    _esm = script("chart")
    figure = traitlets.Dict().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    words = traitlets.Unicode().tag(sync=True)

    def __init__(self, figure: go.Figure) -> None:
        _library()
        super().__init__(**self._parts(figure))

    def show(self, figure: go.Figure) -> None:
        """Draw another figure in the same place."""
        with self.hold_sync():
            for name, value in self._parts(figure).items():
                setattr(self, name, value)

    @staticmethod
    def _parts(figure: go.Figure) -> dict[str, object]:
        fields = plain(figure)
        parts = {"words": alternative(fields), "title": title_of(fields["layout"])}
        fields["layout"].pop("title", None)
        shown = go.Figure(fields).update_layout(wrapped(fields))
        shown.update_layout(height=figure.layout.height or HEIGHT)
        below = figure.layout.legend.yref == "container"
        shown.update_layout(margin_t=24 if below else 48)
        for trace in shown.data:
            trace.name = "<br>".join(textwrap.wrap(trace.name or "", LONGEST_ENTRY)) or None
        return parts | {"figure": plain(shown) | {"config": CONFIG}}
