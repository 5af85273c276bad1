"""What every view in the browser is made of: a script that imports what all of them share."""

from pathlib import Path
from uuid import uuid4

import anywidget
import traitlets

from alignment.messages import MESSAGES

HERE = Path(__file__).parent
PANEL = "alignment-panel"  # the class by which the page knows the live view of a panel


def script(name: str) -> str:
    """Return the module of a view, with all that it imports, as `make panels` built it.

    Parameters
    ----------
    name : str
        Of its script, such as "slider".
    """
    return (HERE / "built" / f"{name}.js").read_text(encoding="utf-8")


class View(anywidget.AnyWidget):
    """A widget of our own: it hears Python however late its script starts.

    A subclass says ``_esm = script(...)`` with its script's name; the script passes its `render` to
    `awake` of view.js, and its name stands in the list of build.mjs. `_says` names the groups of
    messages.en.toml that its script says. `_classes` are those of its element: one that is added
    later may never be shown, because anywidget hears no change of them once a view is begun.
    """

    _says: tuple[str, ...] = ()
    _classes: tuple[str, ...] = ()

    _css = (HERE / "view.css").read_text(encoding="utf-8")
    own = traitlets.Unicode().tag(sync=True)
    sentences = traitlets.Dict().tag(sync=True)

    def __init__(self, **kwargs) -> None:
        name = uuid4().hex  # known before the browser hears of it, so that the view finds itself
        sentences = MESSAGES.groups("view", *self._says)
        super().__init__(
            model_id=name, own=name, sentences=sentences, _dom_classes=self._classes, **kwargs
        )
