"""The one place where an answer becomes text; two answers are the same if their texts are.

A number is moved to the middle of its cell on a lattice that the right answer is a middle of.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, repeat

from fairmark.answers.tree import Group, Node, tree

MARGIN = Fraction(1, 10**6)
SIGNIFICANT = 15  # of the nearly 16 digits a number holds; the last ones differ between processors


@dataclass(frozen=True)
class Spec:
    """How exact an answer must be, without saying what it is.

    Parameters
    ----------
    width : float
        Twice the tolerance, in the unit of the answer; 0 asks for the exact number.
    offsets : tuple of float
        Where the lattice lies for each number of the answer, in the order of reading;
        0 <= offset < width. It tells the digits below the tolerance and nothing above it.
    """

    width: float = 0.0
    offsets: tuple[float, ...] = ()


def canonical(value: object, spec: Spec = Spec()) -> str:
    """Write an answer so that every answer within the tolerance gives the same text.

    The construction is a code offset (Juels and Wattenberg 1999). Cells are wider than twice the
    tolerance by one millionth, so that an answer exactly at the tolerance is inside.

    Parameters
    ----------
    value : object
        A number, text, list, set, mapping, table or figure; NumPy and pandas objects too.
    spec : Spec
        Width and offsets of the lattice.

    Returns
    -------
    str
        One line.
    """
    return write(tree(value), spec)


def write(node: Node, spec: Spec) -> str:
    """Write a tree as `canonical` writes the value it came from."""
    return _write(node, spec.width, chain(spec.offsets, repeat(0.0)))


def offsets_of(node: Node, width: float) -> tuple[float, ...]:
    """Place a lattice so that each number of an answer is the middle of its cell.

    Parameters
    ----------
    node : Fraction, str or Group
        The right answer.
    width : float
        Twice the tolerance.

    Returns
    -------
    tuple of float
        One offset per number, rounded far below the margin so that the last bit of a processor
        does not matter; empty if `width` is 0.
    """
    if not width:
        return ()
    return tuple(_offset(number, width) for number in numbers(node))


def numbers(node: Node) -> Iterator[Fraction]:
    """Walk through the numbers of an answer, in the order of reading."""
    if isinstance(node, Fraction):
        yield node
    elif isinstance(node, Group):
        for part in node.parts:
            yield from numbers(part)


def _offset(number: Fraction, width: float) -> float:
    """Round the offset of one number; of a large number the last digits are noise as well."""
    size = math.floor(math.log10(abs(number))) if number else 0
    digits = min(_decimals(width) + 6, SIGNIFICANT - 1 - size)
    return round(float(number % _step(width)), digits)


def _write(node: Node, width: float, offsets: Iterator[float]) -> str:
    if isinstance(node, Fraction):
        return _snap(node, width, next(offsets)) if width else _exact(node)
    if isinstance(node, str):
        return node
    if node.kind == "table" and not node.parts:
        return f"table(no row of {', '.join(node.columns)})"
    texts = [_write(part, width, offsets) for part in node.parts]
    if node.kind == "set":
        texts = sorted(set(texts))
    if node.labels:
        texts = [f"{label}: {text}" for label, text in zip(node.labels, texts, strict=True)]
    opening, closing = {"list": "[]", "set": "{}"}.get(node.kind, "()")
    name = "" if node.kind in ("list", "set") else node.kind
    return f"{name}{opening}{', '.join(texts)}{closing}"


def _snap(number: Fraction, width: float, offset: float) -> str:
    step, start = _step(width), Fraction(offset)
    cell = math.floor((number - start) / step + Fraction(1, 2))
    return _fixed(cell * step + start, _decimals(width))


def _step(width: float) -> Fraction:
    return Fraction(repr(width)) * (1 + MARGIN)


def _decimals(width: float) -> int:
    """Return the decimals to print: one more than the tolerance needs."""
    return max(0, math.ceil(-math.log10(width / 2) - 1e-9) + 1)


def _fixed(number: Fraction, decimals: int) -> str:
    scaled = round(number * 10**decimals)
    digits = str(abs(scaled)).rjust(decimals + 1, "0")
    whole, part = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    sign = "-" if scaled < 0 else ""
    return f"{sign}{whole}.{part}" if decimals else f"{sign}{whole}"


def _exact(number: Fraction) -> str:
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.12g}"
