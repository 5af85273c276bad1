"""Tables written by hand, as text blocks: one row per line, cells divided by ` | `.

The first line names the columns. An indented line continues the line above it.
"""

import pandas as pd

from alignment.sources.recipe import RecipeError


def rows(block: str) -> pd.DataFrame:
    """Read a text block.

    Parameters
    ----------
    block : str
        The first line holds the column names; an empty cell is a missing value.

    Returns
    -------
    pandas.DataFrame
        All cells as text.

    Raises
    ------
    RecipeError
        A row has more or fewer cells than there are columns.
    """
    first, *lines = _joined(block)
    columns = [cell.strip() for cell in first.split("|")]
    cells = [[cell.strip() or None for cell in line.split("|")] for line in lines]
    for row in cells:
        if len(row) != len(columns):
            raise RecipeError(
                f"The row {row} has {len(row)} cells, the header {len(columns)}: {columns}."
            )
    return pd.DataFrame(cells, columns=columns, dtype=object)


def _joined(block: str) -> list[str]:
    lines: list[str] = []
    for line in block.strip("\n").splitlines():
        if line.startswith(" ") and lines:
            lines[-1] += " " + line.strip()
        elif line.strip():
            lines.append(line)
    return lines
