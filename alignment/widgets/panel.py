"""What every widget of this module shares: a state that prints as one line and as a table.
The stored notebook keeps those two; the live view exists only while a kernel runs.
"""

from alignment.charts.markup import html_table as state_table

__all__ = ["Panel", "state_table"]

VIEW_MIME = "application/vnd.jupyter.widget-view+json"


class Panel:
    """A mixin that gives a widget a deterministic text and an HTML table beside its live view.

    A subclass says its state twice: `state_line` in one line, `state_html` as a table built by
    `state_table`. Both may depend on nothing but the state: no ids, addresses, times or paths.

    The live view is the object itself when it is a widget (``class Board(Panel, AnyWidget)``),
    else the ipywidgets box in its attribute ``view`` (``class Sheet(Panel)``). Name `Panel`
    first among the base classes, so that its two methods win.
    """

    view = None

    def state_line(self) -> str:
        """Say the state in one line of text, for example ``WeighingBoard(first='E or T')``."""
        raise NotImplementedError(f"{type(self).__name__} must define state_line().")

    def state_html(self) -> str:
        """Say the state as an HTML table made by `state_table`."""
        raise NotImplementedError(f"{type(self).__name__} must define state_html().")

    def __repr__(self) -> str:
        return " ".join(self.state_line().split())

    def _repr_mimebundle_(self, include=None, exclude=None, **kwargs) -> dict[str, object]:
        """Hand Jupyter the live view, the line and the table; the richest one it knows is shown."""
        bundle: dict[str, object] = {"text/plain": repr(self), "text/html": self.state_html()}
        live = self if self.view is None else self.view
        if getattr(live, "_view_name", None) is not None:
            bundle[VIEW_MIME] = {
                "version_major": 2,
                "version_minor": 0,
                "model_id": live.model_id,
            }
        return bundle
