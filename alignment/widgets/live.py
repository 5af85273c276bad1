"""What a panel says while it is used: a line that a screen reader speaks, and readable tables."""

from collections.abc import Callable

import ipywidgets as widgets
import traitlets

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.widgets.view import View, script
from fairmark.stacked import stackable


class TableView(widgets.HTML):
    """Tables made by `state_table`; a wide one can be read as stacked rows on a phone."""

    @traitlets.validate("value")
    def _stackable(self, proposal: dict) -> str:
        return stackable(proposal["value"])


def table_view() -> TableView:
    """Return an empty place for tables made by `state_table`; a `Live` beside it styles them."""
    view = TableView()
    view.add_class("alignment-table")
    return view


class Live(View):
    """Text that is read aloud, politely, after it has changed.

    Parameters
    ----------
    text : str
        What to say.
    """

    _esm = script("live")
    text = traitlets.Unicode("").tag(sync=True)

    def take(self, change: dict, load: Callable[[bytes], object]) -> None:
        """Load each file that was uploaded, and say why one of them changed nothing."""
        for file in change["new"]:
            try:
                load(bytes(file["content"]))
            except AlignmentError as error:
                self.text = say("panel.unchanged", error=error)
