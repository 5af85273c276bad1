"""Places for numbers inside written texts, filled from the tables and the lessons.

``{{p4-2}}`` is the answer of a prediction, ``{{minutes 04}}`` the minutes of a lesson, and
``{{trade year=2024 total .1f}}`` one cell of a table: the table, what finds the row, the column and
a format. ``{{= a / b | .2f}}`` computes with such cells, written ``[trade year=2024 total]``.
"""

import ast
import operator
import re
from collections.abc import Callable

import pandas as pd

from alignment.errors import AlignmentError
from alignment.tables import load
from alignment.tables.predictions import predictions

_PLACE = re.compile(r"\{\{(.+?)\}\}")
_CELL = re.compile(r"\[([^\]]+)\]")
_STEPS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
          ast.Div: operator.truediv}  # fmt: skip


def filled(text: str, minutes: Callable[[str], int]) -> str:
    """Fill every place of a text.

    Parameters
    ----------
    text : str
        As it is written.
    minutes : callable
        From the number of a lesson to its minutes.

    Raises
    ------
    AlignmentError
        With the place, if a table, a row, a column or a prediction is not there.
    """

    def fill(match: re.Match) -> str:
        place = match[1].strip()
        try:
            if place in predictions():
                return predictions()[place].answer
            if place.startswith("minutes "):
                return str(minutes(place.split()[1]))
            if place.startswith("="):
                sum_, _, form = place[1:].rpartition("|")
                cells = [_value(cell) for cell in _CELL.findall(sum_)]
                names = _CELL.sub(lambda _: f"v{next(count)}", sum_) if (
                    count := iter(range(len(cells)))) else ""  # fmt: skip
                return format(_computed(names.strip(), cells), form.strip())
            cell, _, form = place.rpartition(" ")
            return format(_value(cell), form)
        except (KeyError, ValueError, TypeError, StopIteration) as error:
            raise AlignmentError(f"The place {{{{{place}}}}} cannot be filled: {error}") from None

    return _PLACE.sub(fill, text)


def _value(place: str) -> float:
    name, *filters, column = place.split()
    rows = load(name)
    for each in filters:
        key, _, wanted = each.partition("=")
        rows = rows[rows[key].astype(str) == wanted.replace("_", " ")]
    if len(rows) != 1:
        raise ValueError(f"{len(rows)} rows fit; name one")
    value = rows[column].iloc[0]
    if pd.isna(value):
        raise ValueError("the cell is empty")
    return float(value)


def _computed(text: str, cells: list[float]) -> float:
    def step(node: ast.expr) -> float:
        if isinstance(node, ast.BinOp):
            return _STEPS[type(node.op)](step(node.left), step(node.right))
        if isinstance(node, ast.Name):
            return cells[int(node.id[1:])]
        if isinstance(node, ast.Constant):
            return float(node.value)
        raise ValueError("only + - * / of cells and numbers")

    return step(ast.parse(text, mode="eval").body)
