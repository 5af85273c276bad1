"""Automatic variants of a solution, each with one slip a student could make: a check must see it.

Kinds: operator, comparison, constant, column, label, swap, aggregation, filter, drop.
"""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import pandas as pd

OPERATORS = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult}
OPERATORS |= {ast.Pow: ast.Mult}
COMPARISONS = {ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt}
COMPARISONS |= {ast.Gt: ast.GtE, ast.GtE: ast.Gt}
WORDS = {"sum": "mean", "mean": "sum", "max": "min", "min": "max", "idxmax": "idxmin"}
WORDS |= {"idxmin": "idxmax", "cumsum": "sum", "first": "last", "last": "first"}
ORDERED = (ast.Sub, ast.Div, ast.Pow)
MOST_NAMES = 2


@dataclass(frozen=True)
class Mutant:
    """A solution with one slip in it.

    Parameters
    ----------
    kind : str
        Which slip.
    code : str
        The text of the answer cell.
    line : int
        The line of the solution that holds the slip, counted from 1.
    """

    kind: str
    code: str
    line: int = 1


def mutants(code: str, names: dict[str, Any]) -> list[Mutant]:
    """Make every variant of a solution that differs by one slip.

    Parameters
    ----------
    code : str
        The solution.
    names : dict
        What the notebook holds at this point; its tables give other columns and labels.

    Returns
    -------
    list of Mutant
        Each text once, in the order of the code.
    """
    tree = ast.parse(code)
    tables = [value for value in names.values() if isinstance(value, (pd.DataFrame, pd.Series))]
    found: dict[str, Mutant] = {}
    places = [node for node in ast.walk(tree) if isinstance(node, (ast.expr, ast.comprehension))]
    for number, node in enumerate(places):
        for kind, change in _changes(node, tables):
            text = _changed(tree, number, change)
            if text and text != ast.unparse(tree):
                found.setdefault(text, Mutant(kind, text, _line(node)))
    return list(found.values())


def changed_line(before: str, after: str) -> tuple[str, str]:
    """Return the first line in which a solution and its mutant differ, from both."""
    old, new = ast.unparse(ast.parse(before)).splitlines(), after.splitlines()
    both = zip_longest(old, new, fillvalue="")
    return next(((a.strip(), b.strip()) for a, b in both if a != b), ("", ""))


Change = Callable[[Any], ast.AST]


def _changes(node: ast.AST, tables: list) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.BinOp):
        yield from _binary(node)
    elif isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARISONS:
        yield "comparison", _set(ops=[COMPARISONS[type(node.ops[0])]()])
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield "operator", lambda n: n.operand
    elif isinstance(node, ast.Constant):
        yield from _constant(node, tables)
    elif isinstance(node, ast.Attribute) and node.attr in WORDS:
        yield "aggregation", _set(attr=WORDS[node.attr])
    elif isinstance(node, ast.Name) and node.id in WORDS and isinstance(node.ctx, ast.Load):
        yield "aggregation", _set(id={"sum": "max"}.get(node.id, WORDS[node.id]))
    elif isinstance(node, ast.Subscript) and isinstance(node.slice, (ast.Compare, ast.Slice)):
        yield "filter", lambda n: n.value
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield "filter", _set(ifs=[])
    elif isinstance(node, ast.Call):
        yield from _call(node)


def _line(node: ast.AST) -> int:
    """Return where a node stands; a comprehension has no line of its own."""
    return getattr(node, "lineno", 0) or node.target.lineno


def _binary(node: ast.BinOp) -> Iterator[tuple[str, Change]]:
    if type(node.op) in OPERATORS:
        yield "operator", _set(op=OPERATORS[type(node.op)]())
    if isinstance(node.op, ORDERED):
        yield "swap", lambda n: ast.BinOp(n.right, n.op, n.left)
    yield "drop", lambda n: n.left
    yield "drop", lambda n: n.right


def _call(node: ast.Call) -> Iterator[tuple[str, Change]]:
    if len(node.args) == 2:
        yield "swap", lambda n: ast.Call(n.func, n.args[::-1], n.keywords)
    if isinstance(node.func, ast.Attribute) and node.func.attr in ("query", "dropna", "diff"):
        yield "filter", lambda n: n.func.value


def _constant(node: ast.Constant, tables: list) -> Iterator[tuple[str, Change]]:
    value = node.value
    if isinstance(value, str):
        for kind, other in _others(value, tables):
            yield kind, _set(value=other)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield "constant", _set(value=value + 1)
        yield "constant", _set(value=value - 1)


def _others(word: str, tables: list) -> Iterator[tuple[str, str]]:
    """Find other columns, or other labels, of the tables that know a word."""
    for kind, known in (("column", _columns), ("label", _labels)):
        lists = (known(table) for table in tables)
        words = [w for each in lists if word in each for w in each if w != word]
        for other in list(dict.fromkeys(words))[:MOST_NAMES]:
            yield kind, other


def _columns(table: pd.DataFrame | pd.Series) -> list[str]:
    return [] if isinstance(table, pd.Series) else [str(c) for c in table.columns]


def _labels(table: pd.DataFrame | pd.Series) -> list[str]:
    words = [w for w in table.index if isinstance(w, str)]
    if isinstance(table, pd.DataFrame):
        for column in table.select_dtypes(["object", "string"]):
            words += [w for w in table[column].unique() if isinstance(w, str)]
    return words


def _set(**values: Any) -> Change:
    def change(node: ast.AST) -> ast.AST:
        for name, value in values.items():
            setattr(node, name, value)
        return node

    return change


def _changed(tree: ast.Module, number: int, change: Change) -> str:
    """Return the text after one change; an empty text if the result is no Python."""
    mutated = copy.deepcopy(tree)
    places = [n for n in ast.walk(mutated) if isinstance(n, (ast.expr, ast.comprehension))]
    target = places[number]
    changed = _Replace(target, change(target)).visit(mutated)
    try:
        text = ast.unparse(ast.fix_missing_locations(changed))
        ast.parse(text)
    except (SyntaxError, ValueError, AttributeError, TypeError):
        return ""
    return text


class _Replace(ast.NodeTransformer):
    """Put one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """Replace the node, or go on inside it."""
        return self.new if node is self.old else self.generic_visit(node)
