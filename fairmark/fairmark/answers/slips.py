"""Slips of scale, sign and direction: change the answer as the slip did, and look again."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from fairmark.answers.tree import Group, Node

if TYPE_CHECKING:
    from fairmark.answers.known import Key

SCALE_AND_SIGN = 5  # the first of the list below
SIGN = "The size is right and the sign is not: which level comes first?"


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
        A sentence, or an empty text.
    """
    slips = _slips(key.unit)[: SCALE_AND_SIGN if few else None]
    for change, sentence in slips if key.width else [(lambda n: -n, SIGN)]:
        try:
            moved = _each(node, change)
        except ZeroDivisionError:
            continue
        if fits(moved):
            return sentence
    return ""


def _slips(unit: str) -> list[tuple[Callable[[Fraction], Fraction], str]]:
    percent = "per cent" in unit or "percentage" in unit
    small = "It is 100 times too small"
    large = "It is 100 times too large"
    if percent:
        small += ": this looks like a share, and per cent is asked for. Multiply by 100"
    elif not unit:
        large += ": this looks like per cent, and 25 per cent is written 0.25 here"
    thousand = "look at the unit of the column: thousand, million or billion"
    return [
        (lambda n: n * 100, f"{small}."),
        (lambda n: n / 100, f"{large}."),
        (lambda n: n * 1000, f"It is 1,000 times too small; {thousand}."),
        (lambda n: n / 1000, f"It is 1,000 times too large; {thousand}."),
        (lambda n: -n, SIGN),
        (lambda n: 1 / n, "It is upside down: exchange numerator and denominator."),
        (
            lambda n: n - 100 if percent else n - 1,
            "It is the ratio of the two levels, not a change.",
        ),
        (lambda n: n + 100 if percent else n + 1, "It is the change, and the ratio is asked for."),
    ]


def _each(node: Node, change: Callable[[Fraction], Fraction]) -> Node:
    if isinstance(node, Fraction):
        return change(node)
    if isinstance(node, Group):
        return replace(node, parts=tuple(_each(part, change) for part in node.parts))
    return node
