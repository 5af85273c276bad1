"""The one renderer: figures leave Python as plain JSON that reads well in a diff and never wavers.
Numbers keep six significant digits, so another processor's last bit changes no stored output.
"""

import base64
import json
import math
from urllib.parse import quote

import numpy as np
import plotly.io as pio
from IPython.display import display
from plotly.io.base_renderers import ExternalRenderer

from alignment.charts.markup import rounded
from alignment.charts.words import describe

NAME = "alignment"
MIME = "application/vnd.plotly.v1+json"
# Not "responsive": plotly.js would then give the height to its container, and JupyterLab's, whose
# height is its content's, falls to 0 when a page that was hidden is shown again. JupyterLab itself
# tells each figure when its width changes. "Share chart..." would upload the figure.
CONFIG = {
    "displaylogo": False,
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
    "showSendToCloud": False,
    "scrollZoom": False,  # the wheel scrolls the page, also over a map
    "plotlyServerURL": "",
}
# plotly.js fetches country borders from a public server even when a map brings its own shapes.
# An empty answer given here keeps the page silent; it appends a file name, hence the "#".
_LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
_EMPTY = {"type": "GeometryCollection", "geometries": []}
_NO_BORDERS = "data:application/json," + quote(
    json.dumps({"type": "Topology", "objects": dict.fromkeys(_LAYERS, _EMPTY), "arcs": []})
)
_MAPS = {"choropleth", "scattergeo"}


class PlainRenderer(ExternalRenderer):
    """Show a figure as plotly JSON, with its text alternative as the plain text.

    It hands the bundle to IPython itself: plotly would ask for nbformat first, which it does not
    call and which Python in a browser does not have.
    """

    def render(self, fig_dict: dict) -> None:
        """Show a figure."""
        display(self.to_mimebundle(fig_dict), raw=True)

    def to_mimebundle(self, fig_dict: dict) -> dict[str, object]:
        """Return the two forms in which a figure is stored."""
        figure = plain(fig_dict)
        return {MIME: figure | {"config": _config(figure)}, "text/plain": alternative(figure)}


def plain(figure: object) -> dict:
    """Turn a figure into JSON values: lists instead of packed arrays, numbers rounded.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure or dict
        The figure.

    Returns
    -------
    dict
        `data` and `layout`, holding lists, texts, numbers, booleans and None only.
    """
    fields = figure if isinstance(figure, dict) else figure.to_dict()
    fields = json.loads(pio.to_json(fields, validate=False, remove_uids=True))
    return {"data": _plain(fields.get("data", [])), "layout": _plain(fields.get("layout", {}))}


def alternative(figure: dict) -> str:
    """Return the text alternative stored with a figure, else one made from its parts."""
    meta = figure["layout"].get("meta")
    return meta["alt"] if isinstance(meta, dict) and "alt" in meta else describe(figure)


def install() -> None:
    """Make this renderer the one plotly uses for every figure shown."""
    pio.renderers[NAME] = PlainRenderer()
    pio.renderers.default = NAME
    pio.renderers.render_on_display = True


def _plain(value: object) -> object:
    if isinstance(value, dict):
        if "bdata" in value:
            return _plain(_unpacked(value))
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, float):
        return rounded(value) if math.isfinite(value) else None
    return value


def _unpacked(packed: dict) -> list:
    """Undo plotly's base64 arrays (`bdata`, `dtype` and, for more than one axis, `shape`)."""
    array = np.frombuffer(base64.b64decode(packed["bdata"]), dtype=packed["dtype"])
    if "shape" in packed:
        array = array.reshape([int(size) for size in str(packed["shape"]).split(",")])
    return array.tolist()


def _config(figure: dict) -> dict:
    kinds = {trace.get("type") for trace in figure["data"]}
    return CONFIG | ({"topojsonURL": f"{_NO_BORDERS}#"} if kinds & _MAPS else {})
