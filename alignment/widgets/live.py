"""What a panel says while it is used: a line that a screen reader speaks, and readable tables."""

import re
from collections.abc import Callable

import ipywidgets as widgets
import traitlets

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.widgets.view import View, script

# A table of so many columns does not fit a phone.
MANY = 6
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEAD = re.compile(r'<th scope="col">(.*?)</th>')
_ROW = re.compile(r'<tr><th scope="row">.*?</tr>', re.DOTALL)
_ROLES = {
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    'th scope="col"': "columnheader",
    'th scope="row"': "rowheader",
}


class TableView(widgets.HTML):
    """Tables made by `state_table`; a wide one can be read as stacked rows on a phone."""

    @traitlets.validate("value")
    def _stackable(self, proposal: dict) -> str:
        return _TABLE.sub(lambda found: _named_cells(found[0]), proposal["value"])


def table_view() -> TableView:
    """Return an empty place for tables made by `state_table`; a `Live` beside it styles them."""
    view = TableView()
    view.add_class("alignment-table")
    return view


def _named_cells(table: str) -> str:
    """Give each cell the name of its column, which stands before it where rows are stacked.

    Roles are written out, because a table that is shown as blocks loses its own.
    """
    heads = _HEAD.findall(table)
    if len(heads) < MANY:
        return table
    table = _ROW.sub(lambda row: _named_row(row[0], heads[1:]), table)
    for tag, role in _ROLES.items():
        table = table.replace(f"<{tag}>", f'<{tag} role="{role}">')
    return table.replace("<table ", '<table class="alignment-wide" ')


def _named_row(row: str, heads: list[str]) -> str:
    names = iter(heads)
    return re.sub("<td>", lambda _: f'<td role="cell" data-column="{next(names)}">', row)


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
