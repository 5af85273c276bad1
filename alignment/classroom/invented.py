"""An invented class, which lesson 10 shows where there is no class file.

Sixty students around the reference sheet, each score off by fifteen points, from the course's own
random numbers: the same on every machine.
"""

from typing import Any

import numpy as np
from scipy.special import ndtri

from alignment.classroom.collect import reference, sheets_of
from alignment.methods.classes.picture import Sheets, picture
from alignment.methods.uncertainty import mulberry32
from alignment.tables import load

STUDENTS, SEED = 60, 10
NOISE, SPREAD = 15.0, 0.35  # points of a score; log points of a swing


def invented_class() -> dict[str, Any]:
    """Return the picture of the invented class, marked as such."""
    z = ndtri(mulberry32(SEED, 36 * STUDENTS) + 2.0**-33).reshape(STUDENTS, 36)
    scores = reference() + NOISE * z[:, :30].reshape(STUDENTS, 5, 6)
    rows = load("swing_points").query("sheet == 'reference'").set_index("criterion")["points"]
    points = rows.sort_index().to_numpy(float) * np.exp(SPREAD * z[:, 30:])
    weights = points / points.sum(axis=1, keepdims=True)
    empty = sheets_of([])
    made = Sheets(np.clip(np.floor(scores / 5 + 0.5) * 5, 0, 100), weights, shipped=empty.shipped)
    return picture(made, made_of="invented")
