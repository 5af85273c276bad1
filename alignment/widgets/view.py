"""What every view in the browser is made of: one script of its own after the one they share."""

from pathlib import Path
from uuid import uuid4

import anywidget
import traitlets

HERE = Path(__file__).parent
_END = "export default { render };"


def script(own: str) -> str:
    """Join what all views share and the script of one view into one module.

    Parameters
    ----------
    own : str
        JavaScript that ends with ``export default { render };`` and imports nothing.

    Returns
    -------
    str
        The module that the browser loads.
    """
    if _END not in own:
        raise ValueError(f"The script of a view ends with {_END!r}")
    shared = (HERE / "view.js").read_text(encoding="utf-8")
    return f"{shared}\n{own.replace(_END, 'export default awake({ render });')}"


class View(anywidget.AnyWidget):
    """A widget of our own: it hears Python however late its script starts.

    A subclass names its script with ``_esm = script(text)``, so that the shared part comes first.
    """

    _css = (HERE / "view.css").read_text(encoding="utf-8")
    own = traitlets.Unicode().tag(sync=True)

    def __init__(self, **kwargs) -> None:
        name = uuid4().hex  # known before the browser hears of it, so that the view finds itself
        super().__init__(model_id=name, own=name, **kwargs)
