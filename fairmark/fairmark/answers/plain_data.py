"""An answer as plain data, so that it can be judged in another process than the student's.

What is sent is data and nothing else: a process that lies about it only hands in another answer.
"""

import datetime
import decimal
import json
import numbers
import sys
from collections.abc import Mapping, Set
from typing import Any

import numpy as np
import pandas as pd

from fairmark.answers.tree import DEEPEST, ROWS

AXES = ("xaxis", "yaxis")


class PlainFigure:
    """A figure of which only what a check looks at has come over."""

    def __init__(self, figure: Mapping[str, Any]) -> None:
        """Keep its JSON."""
        self._json = dict(figure)

    def to_plotly_json(self) -> dict[str, Any]:
        """Return it as plotly's own figures do."""
        return self._json


class Other:
    """Something that is no plain data."""


def show(value: Any) -> None:
    """Print an answer as one line of JSON; this runs in the student's process."""
    sys.stdout.write(f"{json.dumps(plain(value))}\n")


def plain(value: Any, depth: int = 0) -> Any:
    """Turn an answer into lists, texts and numbers; a list's first entry names its kind."""
    if depth > DEEPEST:
        return ["other"]
    try:
        return _simple(value) or _group(value, depth + 1)
    except Exception:  # a student's own class may do anything when it is looked at
        return ["other"]


def _simple(value: Any) -> list | None:
    if value is ...:
        return ["dots"]
    if value is None or value is pd.NA or value is pd.NaT:
        return ["none"]
    if isinstance(value, (bool, np.bool_)):
        return ["truth", bool(value)]
    if isinstance(value, str):
        return ["text", str.__str__(value)]
    if isinstance(value, pd.Period):
        return ["text", str(value)]
    if isinstance(value, (pd.Timestamp, np.datetime64, datetime.date)):
        return ["date", pd.Timestamp(value).isoformat()]
    if isinstance(value, numbers.Integral):
        return ["number", str(int(value))]
    if isinstance(value, (decimal.Decimal, numbers.Real)):
        return ["number", repr(float(value))]
    return None


def _group(value: Any, depth: int) -> list:
    if hasattr(value, "to_plotly_json"):
        return ["figure", plain(_figure(value.to_plotly_json()), depth)]
    if isinstance(value, pd.DataFrame):
        rows = [list(row) for row in value.itertuples(index=False, name=None)]
        return ["table", plain([list(value.index), list(value.columns), rows], depth)]
    if isinstance(value, pd.Series):
        return ["series", plain([list(value.index), list(value)], depth)]
    if isinstance(value, Mapping):
        return ["mapping", [[plain(k, depth), plain(v, depth)] for k, v in value.items()]]
    for kind, classes in (("tuple", tuple), ("set", Set)):
        if isinstance(value, classes):
            return [kind, [plain(each, depth) for each in value]]
    if isinstance(value, ROWS):
        return ["list", [plain(each, depth) for each in value]]
    return ["other"]


def _figure(figure: Mapping) -> dict[str, Any]:
    """Keep what a check of a figure looks at; a template alone is longer than most answers."""
    layout = figure.get("layout", {})
    kept = {name: layout[name] for name in ("title", "meta") if name in layout}
    kept |= {axis: {"title": layout[axis].get("title")} for axis in AXES if axis in layout}
    traces = [
        {name: trace[name] for name in ("type", "orientation", "x", "y") if name in trace}
        for trace in figure.get("data", ())
    ]
    return {"data": traces, "layout": kept}


def unplain(data: Any) -> Any:
    """Turn plain data back into an answer.

    Raises
    ------
    ValueError
        If it is not what `plain` returns.
    """
    try:
        return _un(data)
    except (TypeError, KeyError, IndexError, AttributeError, OverflowError) as error:
        raise ValueError("no plain data") from error


def _un(data: Any) -> Any:
    kind, *rest = data
    return _MAKERS[kind](*rest)


def _text(text: str) -> str:
    """Keep only what can be written into a file."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _number(text: str) -> int | float:
    return int(text) if text.lstrip("-").isdecimal() else float(text)


def _many(parts: list) -> list:
    return [_un(each) for each in parts]


def _table(parts: list) -> pd.DataFrame:
    index, columns, rows = _un(parts)
    return pd.DataFrame(rows, index=_index(index), columns=columns)


def _series(parts: list) -> pd.Series:
    index, values = _un(parts)
    return pd.Series(values, index=_index(index), dtype=object)


def _index(labels: list) -> pd.Index:
    """Labels that only count the rows are none."""
    counted = pd.RangeIndex(len(labels))
    return counted if labels == list(counted) else pd.Index(labels, dtype=object)


_MAKERS = {
    "dots": lambda: ...,
    "none": lambda: None,
    "truth": bool,
    "text": _text,
    "date": pd.Timestamp,
    "number": _number,
    "list": _many,
    "tuple": lambda parts: tuple(_many(parts)),
    "set": lambda parts: set(_many(parts)),
    "mapping": lambda pairs: {_un(key): _un(value) for key, value in pairs},
    "series": _series,
    "table": _table,
    "figure": lambda parts: PlainFigure(_un(parts)),
    "other": Other,
}
