"""A live chart for panels: the whole figure is one value that Python sets and the page draws.

plotly's own FigureWidget sends 5 MB of script with every chart and its data in later messages;
where the script takes more than two seconds to start, those messages are lost and the chart
stays an empty frame. Here plotly.js travels once per kernel, packed, and each chart is small.
"""

import gzip
from functools import cache

import anywidget
import plotly.graph_objects as go
import traitlets
from plotly.offline import get_plotlyjs

from alignment.charts.render import CONFIG, alternative, plain
from alignment.widgets.view import HERE, View, script


class Library(anywidget.AnyWidget):
    """plotly.js itself, from the installed package; one per kernel."""

    _esm = HERE / "library.js"
    packed = traitlets.Bytes().tag(sync=True)


@cache
def _library() -> Library:
    return Library(packed=gzip.compress(get_plotlyjs().encode(), compresslevel=1))


class Chart(View):
    """A plotly figure that is drawn again, whole, whenever it is set.

    Attributes
    ----------
    figure : dict
        `data`, `layout` and `config` as plain JSON; `show` sets it.
    words : str
        The figure in words, for those who do not see it.
    """

    _esm = script("chart")
    figure = traitlets.Dict().tag(sync=True)
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
        fields["layout"].setdefault("height", 430)
        return {"figure": fields | {"config": CONFIG}, "words": alternative(fields)}
