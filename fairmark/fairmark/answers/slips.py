"""Slips of scale, sign and direction: change the answer as the slip did, and look again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from fairmark.answers.tree import Group, Node
from fairmark.messages import say

if TYPE_CHECKING:
    from fairmark.answers.known import Key

FAR = 10  # tolerances; a difference of 1 is a slip only where it is many of them
Change = Callable[[Fraction], Fraction]


def slip(node: Node, key: "Key", fits: Callable[[Node], bool], few: bool = False) -> str:
    """Find the slip that would make an answer right.

    Parameters
    ----------
    node : Fraction, str or Group
        The answer or one entry of it.
    key : Key
        Unit and tolerance of the question. Whole numbers are only tried with the other sign:
        a small count is too easily a hundredth or the inverse of another one.
    fits : function
        Tells whether a changed answer is right.
    few : bool
        Try scale and sign only, as for one entry of several, where chance would mislead.

    Returns
    -------
    str
        A sentence that is true of the answer whatever its author did, or an empty text.
    """
    slips = [*(_scale(key.unit) if key.width else ()), (lambda n: -n, lambda _: say("slip.sign"))]
    slips += [] if few or not key.width else _direction(key)
    for change, sentence in slips:
        try:
            moved = _each(node, change)
        except ZeroDivisionError:
            continue
        right = list(numbers_in(moved))
        # Near to 0 the tolerance holds what many other numbers become as well.
        if all(abs(number) <= key.width for number in right) and key.width:
            continue
        if fits(moved):
            return sentence(right)
    return ""


def _scale(unit: str) -> Iterator[tuple[Change, Callable[[list[Fraction]], str]]]:
    """List changes of scale, each with a sentence about the numbers that were right."""
    percent = _is_percent(unit)

    def small(_: list[Fraction]) -> str:
        return say("slip.small_share" if percent else "slip.small")

    def large(right: list[Fraction]) -> str:
        # Only what is a share can have been written as per cent.
        is_share = not unit and all(abs(number) <= 1 for number in right)
        return say("slip.large_percent" if is_share else "slip.large")

    yield lambda n: n * 100, small
    yield lambda n: n / 100, large
    yield lambda n: n * 1000, lambda _: say("slip.thousand_small")
    yield lambda n: n / 1000, lambda _: say("slip.thousand_large")


def _direction(key: "Key") -> Iterator[tuple[Change, Callable[[list[Fraction]], str]]]:
    """List exchanges of part and whole, and of a ratio and a change, where the unit allows them."""
    unit, percent = key.unit, _is_percent(key.unit)
    if unit and not percent:
        return
    whole = 100 if percent else 1
    yield (
        lambda n: whole * whole / n,
        lambda _: say("slip.upside_down"),
    )
    if "point" in unit or whole < FAR * key.width:  # within a wide tolerance by chance
        return
    change = say("slip.change", whole=whole)
    yield lambda n: n - whole, lambda _: say("slip.ratio", whole=whole)
    # A small number that lacks exactly 1 may be anything; a change lies near its ratio.
    yield lambda n: n + whole, lambda right: change if all(n > 0 for n in right) else ""


def _is_percent(unit: str) -> bool:
    return "per cent" in unit or "percentage" in unit


def numbers_in(node: Node) -> Iterator[Fraction]:
    """Walk through the numbers of an answer, in order."""
    if isinstance(node, Fraction):
        yield node
    elif isinstance(node, Group):
        for part in node.parts:
            yield from numbers_in(part)


def _each(node: Node, change: Change) -> Node:
    if isinstance(node, Fraction):
        return change(node)
    if isinstance(node, Group):
        return replace(node, parts=tuple(_each(part, change) for part in node.parts))
    return node
