"""Coastlines that a map brings along, so that it asks no server; no borders, so it takes no side.
Points of Natural Earth 1:110m (public domain, as packed in world-atlas 2.0.2), to 0.1 degree.
"""

import json
from pathlib import Path

from alignment.charts.theme import ZERO

_FILE = Path(__file__).with_name("coast.json")


def coast(*, west: float, east: float, south: float, north: float) -> dict[str, object]:
    """Return the coastlines of a part of the globe, to be drawn under the signs of a map.

    Parameters
    ----------
    west, east : float
        Ends of the part in degrees of longitude; east of 180 count on, as in 225 for 135 W.
    south, north : float
        Ends of the part in degrees of latitude.

    Returns
    -------
    dict
        To be spread into ``fig.add_scattergeo(**coast(...))``; None parts two lines.
    """
    lon: list[float | None] = []
    lat: list[float | None] = []
    for line in json.loads(_FILE.read_text(encoding="utf-8")):
        for x, y in [*line, (None, None)]:
            if x is not None and west <= (x - west) % 360 + west <= east and south <= y <= north:
                lon.append(x)
                lat.append(y)
            elif lon and lon[-1] is not None:
                lon.append(None)
                lat.append(None)
    look = {"mode": "lines", "line": {"color": ZERO, "width": 0.8}, "hoverinfo": "skip"}
    return {"lon": lon, "lat": lat, "name": "coast", "showlegend": False} | look
