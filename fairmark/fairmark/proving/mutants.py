"""Automatic variants of a solution, each with one mistake a student could make.

One table says what is made of which piece of Python; `answers.mistakes.CATALOGUE` says in words
what each kind is. A check must see every variant, and should know it by name.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import pandas as pd

OPERATORS = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult}
OPERATORS |= {ast.Pow: ast.Mult}
COMPARISONS = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
OPPOSITES = {ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In}
# What is taken instead of a way to combine values; the most usual mistake first.
WORDS = {"sum": ("mean",), "mean": ("sum", "median"), "max": ("min",), "min": ("max",)}
WORDS |= {"idxmax": ("idxmin",), "idxmin": ("idxmax",), "cumsum": ("sum",), "median": ("mean",)}
WORDS |= {"first": ("last",), "last": ("first",), "count": ("size",), "prod": ("sum",)}
NAMES = {"sum": ("max", "len"), "len": ("sum",), "max": ("min",), "min": ("max",)}
# Methods that a student may leave out: what comes out then.
STEPS = {
    "query": "filter",
    "dropna": "empty entries are kept",
    "drop_duplicates": "what is there twice is counted twice",
    "unique": "what is there twice is counted twice",
    "diff": "levels are taken and not their changes",
    "pct_change": "levels are taken and not their changes",
    "abs": "minus signs are kept",
    "cumsum": "values are not added up one after the other",
    "shift": "nothing is moved to its neighbour",
    "sqrt": "power",
}
DROPPED = {ast.Add: "term", ast.Sub: "term", ast.Mult: "factor", ast.Pow: "power"}
DROPPED |= {ast.BitAnd: "filter", ast.BitOr: "filter"}
ORDERED = (ast.Sub, ast.Div, ast.Pow)
YEARS = range(1900, 2101)
MOST_NAMES = 3
Place = ast.expr | ast.comprehension | ast.keyword


@dataclass(frozen=True)
class Mutant:
    """A solution with one mistake in it.

    Parameters
    ----------
    kind : str
        Which mistake: a key of `CATALOGUE`.
    code : str
        The text of the answer cell.
    detail : str
        What was put where it does not belong.
    line : int
        The line of the solution that holds the mistake, counted from 1.
    """

    kind: str
    code: str
    detail: str = ""
    line: int = 1


def mutants(code: str, names: dict[str, Any]) -> list[Mutant]:
    """Make every variant of a solution that differs by one mistake.

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
    unchanged = ast.unparse(tree)
    tables = [value for value in names.values() if isinstance(value, (pd.DataFrame, pd.Series))]
    found: dict[str, Mutant] = {}
    for number, node in enumerate(_places(tree)):
        for kind, detail, change in _changes(node, tables):
            text = _changed(code, number, change)
            if text and text != unchanged:
                found.setdefault(text, Mutant(kind, text, detail, _line(node)))
    return list(found.values())


def changed_line(before: str, after: str) -> tuple[str, str]:
    """Return the first line in which a solution and its mutant differ, from both."""
    old, new = ast.unparse(ast.parse(before)).splitlines(), after.splitlines()
    both = zip_longest(old, new, fillvalue="")
    return next(((a.strip(), b.strip()) for a, b in both if a != b), ("", ""))


def results(asked: str, value: Any, tolerance: float, others: dict[str, str]) -> list[Mutant]:
    """Write the mistakes that are made with a right result at hand, as lines to add to a solution.

    Parameters
    ----------
    asked : str
        The name that holds the answer.
    value : object
        The right answer.
    tolerance : float
        0 if it is exact; a whole number is not taken for a share.
    others : dict of str to str
        Earlier questions and the names that hold their answers.

    Returns
    -------
    list of Mutant
        `code` is the line; "" for none.
    """
    found = [Mutant("earlier", f"{asked} = {name}", question) for question, name in others.items()]
    if isinstance(value, dict) and len(value) > 1:
        one, two = list(value)[:2]
        line = f"{asked} = {asked} | {{{one!r}: {asked}[{two!r}], {two!r}: {asked}[{one!r}]}}"
        found.append(Mutant("exchanged", line, f"{one} and {two}"))
    if not tolerance or isinstance(value, (str, list, tuple, set, pd.DataFrame)):
        return found
    for change, detail in (("* 100", "100 times too large"), ("/ 100", "100 times too small")):
        line = f"{asked} = {asked} {change}"
        if isinstance(value, dict):
            line = f"{asked} = {{label: entry {change} for label, entry in {asked}.items()}}"
        found.append(Mutant("scale", line, detail))
    return found


Change = Callable[[Any], ast.AST]
Changes = Iterator[tuple[str, str, Change]]


def _changes(node: Place, tables: list) -> Changes:
    if isinstance(node, ast.BinOp):
        yield from _binary(node)
    elif isinstance(node, ast.BoolOp):
        for number in range(len(node.values)):
            yield "filter", "", lambda n, number=number: _without(n, number)
    elif isinstance(node, ast.Compare):
        yield from _compared(node)
    elif isinstance(node, ast.UnaryOp):
        kind = "operator" if isinstance(node.op, ast.USub) else "other rows"
        if not isinstance(node.op, ast.UAdd):
            yield kind, "", lambda n: n.operand
    elif isinstance(node, ast.Constant):
        yield from _constant(node, tables)
    elif isinstance(node, ast.keyword):
        yield from _option(node)
    elif isinstance(node, ast.Attribute) and node.attr in WORDS:
        for word in WORDS[node.attr]:
            yield "aggregation", word, _set(attr=word)
    elif isinstance(node, ast.Name) and node.id in NAMES and isinstance(node.ctx, ast.Load):
        for word in NAMES[node.id]:
            yield "aggregation", word, _set(id=word)
    elif isinstance(node, ast.Subscript):
        yield from _subscript(node, tables)
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield "filter", "", _set(ifs=[])
    elif isinstance(node, ast.Call):
        yield from _call(node)


def _line(node: ast.AST) -> int:
    """Return where a node stands; a comprehension has no line of its own."""
    return getattr(node, "lineno", 0) or node.target.lineno


def _binary(node: ast.BinOp) -> Changes:
    if type(node.op) in OPERATORS:
        yield "operator", "", _set(op=OPERATORS[type(node.op)]())
    if isinstance(node.op, ORDERED):
        yield "swap", "", lambda n: ast.BinOp(n.right, n.op, n.left)
    left = right = DROPPED.get(type(node.op), "factor")
    if isinstance(node.op, ast.Div):
        left, right = "undivided", "denominator"
    yield left, "", lambda n: n.left
    yield right, "", lambda n: n.right


def _compared(node: ast.Compare) -> Changes:
    for kind, known in (("comparison", COMPARISONS), ("other rows", OPPOSITES)):
        if type(node.ops[0]) in known:
            yield kind, "", _set(ops=[known[type(node.ops[0])](), *node.ops[1:]])


def _subscript(node: ast.Subscript, tables: list) -> Changes:
    """Leave out what chooses rows: a comparison, a slice, or a name made of comparisons."""
    chosen = node.slice
    is_mask = isinstance(chosen, (ast.Compare, ast.Slice, ast.Name, ast.BinOp, ast.UnaryOp))
    if is_mask or isinstance(chosen, ast.Call):
        yield "filter", "", lambda n: n.value
    if isinstance(chosen, ast.Tuple) and isinstance(node.value, ast.Attribute):
        first = ast.Slice()
        yield (
            "filter",
            "",
            lambda n: ast.Subscript(
                n.value, ast.Tuple([first, *n.slice.elts[1:]], ast.Load()), n.ctx
            ),
        )
    if isinstance(node.value, ast.Attribute) and node.value.attr == "iloc":
        for place in (0, -1):
            yield "first for last", "", _set(slice=ast.Constant(place))


def _call(node: ast.Call) -> Changes:
    if len(node.args) == 2:
        yield "swap", "", lambda n: ast.Call(n.func, n.args[::-1], n.keywords)
    if not isinstance(node.func, ast.Attribute):
        if isinstance(node.func, ast.Name) and node.func.id in ("abs", "round", "sorted"):
            yield "step", f"{node.func.id}() is left out", lambda n: n.args[0]
        return
    word, is_module = node.func.attr, isinstance(node.func.value, ast.Name) and node.args
    if word in STEPS:
        kind = STEPS[word] if STEPS[word] in ("filter", "power") else "step"
        detail = STEPS[word] if kind == "step" else ""
        if word in ("sqrt",) and is_module:
            yield kind, detail, lambda n: n.args[0]
        else:
            yield kind, detail, lambda n: n.func.value
    if word in WORDS and not any(each.arg == "axis" for each in node.keywords):
        axis = ast.keyword("axis", ast.Constant(1))
        yield "axis", "", lambda n: ast.Call(n.func, n.args, [*n.keywords, axis])


def _option(node: ast.keyword) -> Changes:
    """Turn an option round or leave out the axis."""
    if node.arg == "axis" and isinstance(node.value, ast.Constant):
        other = 0 if node.value.value in (1, "columns") else 1
        yield "axis", "", _set(value=ast.Constant(other))
    elif isinstance(node.value, ast.Constant) and isinstance(node.value.value, bool):
        yield "option", str(node.arg), _set(value=ast.Constant(not node.value.value))


def _constant(node: ast.Constant, tables: list) -> Changes:
    value = node.value
    if isinstance(value, str):
        for kind, other in _others(value, tables):
            yield kind, repr(other), _set(value=other)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        for other in (value + 1, value - 1):
            if value in YEARS:
                yield "year", str(other), _set(value=other)
            else:
                yield "off by one", "", _set(value=other)


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


def _without(node: ast.BoolOp, number: int) -> ast.AST:
    left = [each for place, each in enumerate(node.values) if place != number]
    return left[0] if len(left) == 1 else ast.BoolOp(node.op, left)


def _set(**values: Any) -> Change:
    def change(node: ast.AST) -> ast.AST:
        for name, value in values.items():
            setattr(node, name, value)
        return node

    return change


def _places(tree: ast.Module) -> list[Place]:
    kinds = (ast.expr, ast.comprehension, ast.keyword)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def _changed(code: str, number: int, change: Change) -> str:
    """Return the text after one change; an empty text if the result is no Python."""
    # Parsed again, not copied: Python shares some nodes between all trees, and a traceback that
    # IPython has drawn hangs its own tree on them, so a copy would take whole modules along.
    mutated = ast.parse(code)
    target = _places(mutated)[number]
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
