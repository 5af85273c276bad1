"""Wide tables that can be read as stacked rows: each cell says the name of its column.

A page or a panel stacks them in its own style sheet where the place is narrow.
"""

import re

MANY = 6  # columns of a table that does not fit a phone
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


def stackable(html: str) -> str:
    """Name the cells of each wide table, and give it the class "fairmark-wide".

    Roles are written out, because a table that is shown as blocks loses its own.

    Parameters
    ----------
    html : str
        With tables whose column headings and row headings have a scope.
    """
    return _TABLE.sub(lambda found: _named_cells(found[0]), html)


def _named_cells(table: str) -> str:
    heads = _HEAD.findall(table)
    if len(heads) < MANY:
        return table
    table = _ROW.sub(lambda row: _named_row(row[0], heads[1:]), table)
    for tag, role in _ROLES.items():
        table = table.replace(f"<{tag}>", f'<{tag} role="{role}">')
    return table.replace("<table ", '<table class="fairmark-wide" ')


def _named_row(row: str, heads: list[str]) -> str:
    names = iter(heads)
    return re.sub("<td>", lambda _: f'<td role="cell" data-column="{next(names)}">', row)
