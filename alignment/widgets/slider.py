"""A labelled slider that works by keyboard inside JupyterLab: the browser's own range input.
The usual slider has a handle without a name.
"""

import traitlets

from alignment.widgets.view import View, script


class Slider(View):
    """A whole number chosen by dragging or with the arrow keys; Python hears the settled value.

    Parameters
    ----------
    label : str
        What the number means; it is read aloud and never cut off.
    value, min, max, step : int
        The number, its limits and its step.
    unit : str
        Written after the number.
    """

    _esm = script("slider")
    label = traitlets.Unicode("").tag(sync=True)
    unit = traitlets.Unicode("").tag(sync=True)
    min = traitlets.Int(0).tag(sync=True)
    max = traitlets.Int(100).tag(sync=True)
    step = traitlets.Int(5).tag(sync=True)
    value = traitlets.Int(0).tag(sync=True)
