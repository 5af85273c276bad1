"""Any answer as a small tree of numbers, texts and groups, so that the rest sees only these.

Figures are read through their JSON; neither plotly nor the student's classes are imported.
"""

import datetime
import decimal
import functools
import math
import numbers as abstract
import types
import unicodedata
from collections import deque
from collections.abc import Mapping, Set, ValuesView
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

NOT_GIVEN = "not given"
DEEPEST = 12
LARGEST = 100_000
# Beyond what a float holds: no answer is that large, and to write its digits takes minutes.
LONGEST_TEXT = 100_000
ENORMOUS = "a number of more than 300 digits"
ROWS = (
    list,
    tuple,
    range,
    deque,
    ValuesView,
    np.ndarray,
    pd.Index,
    pd.api.extensions.ExtensionArray,
)
# Comes along unseen when a word is copied from a page.
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
AN = (*"aeioAEIO", "nd")
ROUTINES = (types.FunctionType, types.BuiltinFunctionType, functools.partial, np.ufunc)
# Titles of axes that plotly.express writes where it is told no names: they say nothing.
WRITTEN_BY_PLOTLY = ("x", "y", "index", "value", "variable")


@dataclass(frozen=True)
class Group:
    """A list, set, mapping, table or figure.

    Parameters
    ----------
    kind : str
        Which of them.
    parts : tuple
        What it holds, each a Fraction, a str or a Group.
    labels : tuple of str
        The name of each part, in alphabetical order; empty where only the order counts.
    columns : tuple of str
        Of a table: the names of its columns, in alphabetical order.
    """

    kind: str
    parts: tuple["Node", ...]
    labels: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


Node = Fraction | str | Group


def tree(value: Any, depth: int = 0) -> Node:
    """Turn an answer into a tree.

    Parameters
    ----------
    value : object
        What the student's name holds.
    depth : int
        How many groups lie around it.

    Returns
    -------
    Fraction, str or Group
        An exact number, a text ready to compare, or a group of these.
    """
    if depth > DEEPEST:
        return "nested too deeply"
    if value is ...:
        return NOT_GIVEN
    if isinstance(value, Group):  # a course may hand over what it has looked at itself
        return value
    try:
        simple = _simple(value)
        return _group(value, depth + 1) if simple is None else simple
    except (Exception, SystemExit):  # a student's own class may do anything when it is looked at
        return f"an unreadable {_type_name(value) or 'thing'}"


def _simple(value: Any) -> Node | None:
    if isinstance(value, (bool, np.bool_)):
        return "true" if value else "false"
    if value is None or value is pd.NA or value is pd.NaT or value is np.ma.masked:
        return "none"
    if isinstance(value, str):
        return _text(str.__str__(value))
    if isinstance(value, (pd.Timestamp, np.datetime64, datetime.date)):
        return _date(value)
    if isinstance(value, pd.Period):
        return _text(str(value))
    if isinstance(value, (complex, np.complexfloating)):
        return "a complex number"
    if isinstance(value, (abstract.Real, np.number, decimal.Decimal)):
        return _number(value)
    return None


def _number(value: Any) -> Node:
    try:
        number = float(value)
    except OverflowError:
        return ENORMOUS
    if math.isnan(number):
        return "nan"
    if math.isinf(number):
        if isinstance(value, decimal.Decimal) and value.is_finite():
            return ENORMOUS
        return "inf" if number > 0 else "-inf"
    if not number:  # 1e-999999 is nothing beside any tolerance, and would fill the memory
        return Fraction(0)
    if isinstance(value, abstract.Rational):
        return Fraction(int(value.numerator), int(value.denominator))
    return Fraction(value) if isinstance(value, decimal.Decimal) else Fraction(number)


def _text(value: str) -> str:
    """Make texts comparable: NFC, no capitals, one space between words, nothing invisible."""
    if len(value) > LONGEST_TEXT:
        return f"a text of {len(value)} signs"
    composed = unicodedata.normalize("NFC", " ".join(value.split()).casefold())
    shown = "".join(c for c in composed if c not in UNSEEN)
    words = unicodedata.normalize("NFC", " ".join(shown.split()))
    return f"'{''.join(c if c.isprintable() else f'<{ord(c):x}>' for c in words)}'"


def _date(value: Any) -> str:
    stamp = pd.Timestamp(value)
    if stamp is pd.NaT:
        return "none"
    return str(stamp.date()) if stamp == stamp.normalize() else stamp.isoformat()


def _group(value: Any, depth: int) -> Node:
    if isinstance(value, np.ndarray) and value.ndim == 0:
        return tree(value.item(), depth)
    if hasattr(value, "__len__") and len(value) > LARGEST:
        return f"{_named(value)} of {len(value)} entries"
    if hasattr(value, "to_plotly_json"):
        return _figure(value.to_plotly_json(), depth)
    if isinstance(value, pd.DataFrame):
        return _table(value, depth)
    if isinstance(value, pd.Series):
        return _series(value, depth)
    if isinstance(value, Mapping):
        return _mapping(list(value.items()), depth)
    if isinstance(value, (Set, set, frozenset)):
        return Group("set", _sorted([tree(each, depth) for each in value]))
    if isinstance(value, ROWS):
        return Group("list", tuple(tree(each, depth) for each in value))
    return "a function" if isinstance(value, ROUTINES) else _named(value)


def _named(value: Any) -> str:
    """Say of what type something is; a name that no file can hold is left out."""
    name = _type_name(value)
    if not name:
        return "a thing of an unknown type"
    return f"{'an' if name.startswith(AN) else 'a'} {name}"


def _type_name(value: Any) -> str:
    """Return the name of a type, whatever its class does; empty if no sentence could hold it."""
    name = type.__dict__["__name__"].__get__(type(value))
    return name if name.isascii() and name.isidentifier() else ""


def as_set(node: Group) -> Group:
    """Forget in what order a list stands, and how often."""
    return Group("set", _sorted(list(dict.fromkeys(node.parts))))


def _sorted(parts: list[Node]) -> tuple[Node, ...]:
    """Sort numbers by size and everything else by its text."""
    found = [p for p in parts if isinstance(p, Fraction)]
    others = [p for p in parts if not isinstance(p, Fraction)]
    return (*sorted(found), *sorted(others, key=str))


def _mapping(items: list[tuple[Any, Any]], depth: int, kind: str = "mapping") -> Group:
    labelled = sorted(((label(key), tree(item, depth)) for key, item in items), key=lambda p: p[0])
    return Group(kind, tuple(p for _, p in labelled), tuple(name for name, _ in labelled))


def _series(value: pd.Series, depth: int) -> Group:
    if isinstance(value.index, pd.RangeIndex) and value.index.start == 0:
        return Group("list", tuple(tree(each, depth) for each in value))
    return _mapping(list(zip(value.index, value, strict=True)), depth)


def _table(value: pd.DataFrame, depth: int) -> Group:
    columns = [str(c) for c in value.columns]
    rows = [
        _mapping(list(zip(columns, row, strict=True)), depth)
        for row in value.itertuples(index=False, name=None)
    ]
    names = tuple(sorted(label(each) for each in columns))
    if isinstance(value.index, pd.RangeIndex) and value.index.start == 0:
        return Group("table", tuple(rows), columns=names)
    order = sorted(range(len(rows)), key=lambda n: label(value.index[n]))
    labels = tuple(label(value.index[n]) for n in order)
    return Group("table", tuple(rows[n] for n in order), labels, names)


def kind_of(node: Node) -> str:
    """Name the kind of an answer: number, text, truth, list, table, ..."""
    if isinstance(node, Fraction):
        return "number"
    if isinstance(node, Group):
        return node.kind
    if node in ("true", "false"):
        return "truth"
    if node in ("nan", "inf", "-inf"):
        return "number"
    return "text" if node.startswith("'") else node


def label(key: Any) -> str:
    """Write a label of a mapping or a row: 2022, 2022.0 and "2022" are the same."""
    if isinstance(key, tuple):
        return " / ".join(label(each) for each in key)
    node = tree(key)
    if isinstance(node, Fraction):
        return str(node.numerator) if node.denominator == 1 else f"{float(node):.12g}"
    return node.strip("'") if isinstance(node, str) else _text(str(key)).strip("'")


def _figure(figure: Mapping, depth: int) -> Group:
    """Read what a figure shows: its traces by their data, and whether it is labelled."""
    layout = figure.get("layout", {})
    traces = [_trace(trace, depth) for trace in figure.get("data", ())]
    labels = {
        "title": _title(layout),
        "x title": axis_title(layout, "x"),
        "y title": axis_title(layout, "y"),
    }
    words = [(name, "given" if _says(text) else "missing") for name, text in labels.items()]
    named = Group("mapping", tuple(w for _, w in words), tuple(n for n, _ in words))
    traces.sort(key=lambda trace: (trace.kind, trace.labels))
    return Group("figure", (Group("list", tuple(traces)), named))


def _trace(trace: Mapping, depth: int) -> Group:
    """Read one trace as label -> number, so that the order of bars does not matter."""
    across, up = _values(trace.get("x")), _values(trace.get("y"))
    if trace.get("orientation") == "h":
        across, up = up, across
    kind = _text(str(trace.get("type", "scatter"))).strip("'")
    return _mapping(list(zip(across, up, strict=False)), depth, kind)


def _values(data: Any) -> list:
    if isinstance(data, Mapping) and "bdata" in data:
        import base64

        raw = np.frombuffer(base64.b64decode(data["bdata"]), dtype=data["dtype"])
        return list(raw)
    return [] if data is None else list(data)


def axis_title(layout: Mapping, axis: str) -> str:
    """Return the title of the axis "x" or "y"; empty where plotly.express wrote its own word."""
    title = _title(layout.get(f"{axis}axis", {}))
    return "" if title in WRITTEN_BY_PLOTLY else title


def _says(title: str) -> bool:
    """Say whether a title says anything: one letter or dots do not."""
    return sum(sign.isalpha() for sign in title) > 1


def _title(part: Mapping) -> str:
    title = part.get("title") or ""
    return str(title.get("text") or "") if isinstance(title, Mapping) else str(title)
