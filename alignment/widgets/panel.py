"""What every panel shares: a state that prints as one line and as a table, and a live view.
The stored notebook keeps line and table; the live view exists only while a kernel runs.
"""

from collections.abc import Callable, Iterable
from contextlib import contextmanager
from difflib import get_close_matches
from html import escape

import ipywidgets as widgets
import plotly.graph_objects as go
from IPython.display import display

from alignment.charts.markup import html_table as state_table
from alignment.charts.present import INK_RULE
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.widgets.chart import Chart
from alignment.widgets.live import Live, table_view
from alignment.widgets.view import PANEL

__all__ = [
    "LEGEND_BELOW", "ChoicePanel", "Panel", "dropdown", "kept", "one_of", "row", "state_table",
]  # fmt: skip

VIEW_MIME = "application/vnd.jupyter.widget-view+json"
# A legend at the lower edge of the whole figure, where it meets neither title nor axis title.
LEGEND_BELOW = {
    "legend": {"orientation": "h", "yref": "container", "y": 0.01, "yanchor": "bottom"},
    "margin": {"l": 56, "r": 24, "t": 60, "b": 130},
}
# JupyterLab keeps "Loading widget..." or "model not found" where a live view cannot come back, and
# it sets the cells of a table to the right; ours hold words.
_STORED_RULE = (
    "<style>.jp-OutputArea-child:has(+ .jp-OutputArea-child .alignment-stored)"
    " .jp-OutputArea-output:not(:has(*)) {display: none} "
    ".alignment-stored table :is(th, td, caption) {text-align: left !important}</style>"
)


class Panel:
    """A mixin that gives a widget a deterministic text and an HTML table beside its live view.

    A subclass says its state twice: `state_line` in one line, `state_html` as a table built by
    `state_table`. Both may depend on nothing but the state: no ids, addresses, times or paths.

    The live view is the object itself when it is a widget (``class Board(Panel, View)``),
    else the ipywidgets box in its attribute ``view`` (``class Sheet(Panel)``). Name `Panel`
    first among the base classes, so that its methods win.
    """

    view = None
    _classes = (PANEL,)
    _filling = False

    @contextmanager
    def _quietly(self):
        """Set controls without taking that for a choice."""
        self._filling = True
        try:
            yield
        finally:
            self._filling = False

    def state_line(self) -> str:
        """Say the state in one line of text, for example ``WeighingBoard(first='E or T')``."""
        raise NotImplementedError(f"{type(self).__name__} must define state_line().")

    def state_html(self) -> str:
        """Say the state as an HTML table made by `state_table`."""
        raise NotImplementedError(f"{type(self).__name__} must define state_html().")

    def __repr__(self) -> str:
        return " ".join(self.state_line().split())

    def _repr_mimebundle_(self, include=None, exclude=None, **kwargs) -> dict[str, object]:
        """Hand Jupyter the line and the table: what a notebook stores of a panel."""
        asleep = (
            f'<p class="fairmark-asleep"><em>{say("panel.asleep")}</em></p>'  # pages leave it out
        )
        stored = f"{asleep}\n{self.state_html()}{_STORED_RULE}"
        html = f'<div class="alignment-stored">{stored}</div>'
        return {"text/plain": repr(self), "text/html": html}

    def _ipython_display_(self) -> None:
        """Show the live view, then the stored form, which gives way to it.

        They are two outputs because Jupyter shows the richest form of one output only: where
        the live view cannot come back, the other forms of its output are lost with it.
        """
        live = self if self.view is None else self.view
        live.add_class(PANEL)
        model = {"version_major": 2, "version_minor": 0, "model_id": live.model_id}
        display({VIEW_MIME: model}, raw=True)
        display(self._repr_mimebundle_(), raw=True)


class ChoicePanel(Panel):
    """A panel in which a person chooses, and a sentence, a chart and a table follow.

    A subclass takes its inputs in ``__init__`` and ends it with ``self._open(choice)``. It
    defines `controls` (the widgets, by the name of what each sets), `sentence`, `table_html` and,
    where they are wanted, `draw`, `accept` (checks a choice) and `compute` (what takes long).
    Controls, line, chart and table then follow each choice, from the page or from a cell.

    Attributes
    ----------
    now : dict or record
        The present choice. Unless a subclass says otherwise in `shown` and `chosen`, a dict by
        the names of the controls.
    """

    heading = ""
    now: object

    def controls(self) -> dict[str, widgets.Widget]:
        """Make the controls; the value of each is one entry of the choice."""
        raise NotImplementedError(f"{type(self).__name__} must define controls().")

    def sentence(self) -> str:
        """Say the choice and what follows from it."""
        raise NotImplementedError(f"{type(self).__name__} must define sentence().")

    def table_html(self) -> str:
        """Say what follows as an HTML table made by `state_table`."""
        raise NotImplementedError(f"{type(self).__name__} must define table_html().")

    def draw(self) -> go.Figure | None:
        """Draw the choice; None where a panel has no chart."""
        return None

    def accept(self, choice: object) -> object:
        """Check a choice and return it as it is to be; raise AlignmentError to refuse it."""
        return choice

    def shown(self) -> dict[str, object]:
        """Say what each control shows under the present choice."""
        return dict(self.now)

    def chosen(self, values: dict[str, object]) -> object:
        """Say which choice the values of the controls make."""
        return self.now | values

    def compute(self) -> None:
        """Work out, once for each choice, what the sentence, the chart and the table use."""

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Place the controls; one below the other unless a subclass has a better order."""
        return list(controls.values())

    def state_line(self) -> str:
        """Say the choice and what follows in one line."""
        return f"{type(self).__name__}({self.sentence()})"

    def state_html(self) -> str:
        """Say the choice and what follows as a sentence and a table."""
        return f"<p>{escape(self.sentence())}</p>\n{self.table_html()}"

    # --- how it works -----------------------------------------------------------------------

    def _open(self, choice: object) -> None:
        """Take the first choice and build the view."""
        self.now = self.accept(choice)
        self.compute()
        self._live, self._html = Live(), table_view()
        self._boxes = self.controls()
        self._figure = self.draw()
        self._chart = None if self._figure is None else Chart(self._figure)
        self._show()
        for box in self._boxes.values():
            box.observe(self._moved, "value")
        head = f"{INK_RULE}<strong>{escape(self.heading)}</strong>"
        above = [widgets.HTML(head)] if self.heading else []
        below = [self._chart] if self._chart is not None else []
        self.view = widgets.VBox(
            [*above, *self.arrange(self._boxes), self._live, *below, self._html]
        )

    def _choose(self, **given: object) -> None:
        """Take a choice from a cell: what is None stays; print what follows."""
        self._put(self.now | {name: value for name, value in given.items() if value is not None})
        print(self.sentence())

    def _put(self, choice: object) -> None:
        self.now = self.accept(choice)
        self.compute()
        self._show()

    def _moved(self, change: dict) -> None:
        if self._filling:
            return
        try:
            self._put(self.chosen({name: box.value for name, box in self._boxes.items()}))
        except AlignmentError as error:
            self._fill()  # a control never shows what the chart does not
            self._live.text = say("panel.unchanged", error=error)

    def _show(self) -> None:
        """Bring controls, sentence, chart and table to the present choice."""
        self._fill()
        self._live.text = self.sentence()
        self._html.value = self.table_html()
        if self._chart is not None:
            self._figure = self.draw()
            self._chart.show(self._figure)

    def _fill(self) -> None:
        with self._quietly():
            for name, value in self.shown().items():
                _set(self._boxes[name], value)


def one_of(refusal: str, found: object, known: Iterable[object]) -> None:
    """Refuse a word that is not among the known ones, and name the nearest.

    Parameters
    ----------
    refusal : str
        Id of the sentence that says so; it holds `{found}` and `{advice}`.
    """
    known = list(known)
    if found in known:
        return
    words = [str(each) for each in known if each != ""]
    near = get_close_matches(str(found), words, n=1)
    advice = say("panel.near", near=near[0]) if near else say("panel.use", known=", ".join(words))
    raise AlignmentError(say(refusal, found=found, advice=advice))


def kept(save: Callable[..., object], *what: object) -> str:
    """Save something of a student's and say where it is, or why not."""
    try:
        return say("panel.saved", where=save(*what))
    except AlignmentError as error:
        return say("panel.not_saved", error=error)


def dropdown(
    label: str, options: list | dict, *, label_width: str = "9em", width: str = "34em"
) -> widgets.Dropdown:
    """Make a menu that shrinks with the page; a dict gives name -> value."""
    return widgets.Dropdown(
        description=label,
        options=list(options.items() if isinstance(options, dict) else options),
        style={"description_width": label_width},
        layout={"width": width, "max_width": "100%"},
    )


def row(*controls: widgets.Widget) -> widgets.HBox:
    """Place controls side by side; they wrap where the page is narrow."""
    return widgets.HBox(controls, layout={"flex_flow": "row wrap"})


def _set(box: widgets.Widget, value: object) -> None:
    """Show a value; one that a cell set and no menu holds joins the menu."""
    options = getattr(box, "options", None)
    if options is not None and value not in [o[1] if isinstance(o, tuple) else o for o in options]:
        text = f"{value:,}" if isinstance(value, int) else f"{value:g}"
        box.options = [*options, (text, value)]
    box.value = round(value) if isinstance(value, float) and isinstance(box.value, int) else value
