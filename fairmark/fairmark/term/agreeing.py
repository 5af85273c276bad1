"""A page on how far two markers agree, and what they should talk about."""

from fractions import Fraction
from html import escape

from fairmark.term.grade_page import document
from fairmark.term.numbers import show
from fairmark.term.reckon import Reckoned
from fairmark.term.rubric import ENOUGH, Agreement, agreements


def agreement_page(reckoned: Reckoned) -> str:
    """Write the page for the markers; empty where nothing was marked twice.

    Parameters
    ----------
    reckoned : Reckoned
        The term.

    Returns
    -------
    str
        HTML. It names people and is for teachers only.
    """
    found = agreements(reckoned.term.plan, reckoned.term.marks)
    if not found:
        return ""
    sections = "".join(_section(reckoned, each) for each in found)
    return document("Agreement of markers", f"<h1>Agreement of markers</h1>{sections}")


def _section(reckoned: Reckoned, each: Agreement) -> str:
    levels = list(reckoned.term.plan.rubrics[each.item].levels)
    count = len(each.pairs)
    if each.severity:
        kinder = each.first if each.severity > 0 else each.second
        severity = f"{kinder} gives more: on average {show(abs(each.severity))} per cent"
    else:
        severity = "on average neither gives more"
    lines = [
        f"{count} criteria marked by both",
        f"same level: {each.exact} ({show(100 * Fraction(each.exact, count), 0)} %)",
        f"one level apart: {each.adjacent}; further apart: {count - each.exact - each.adjacent}",
        f"{severity} ({each.first} minus {each.second}: {show(each.severity)})",
    ]
    if each.kappa is not None:
        lines.append(f"kappa with quadratic weights: {show(each.kappa, 2)}")
    elif count < ENOUGH:
        lines.append(f"no kappa below {ENOUGH} double marks")
    far = [
        f"{student}, {criterion}: {each.first} {a}, {each.second} {b}"
        for student, criterion, a, b in each.pairs
        if abs(levels.index(a) - levels.index(b)) > 1
    ]
    talk = f"<h3>To talk about</h3>{_list(far)}" if far else ""
    title = f"{each.item}: {each.first} and {each.second}"
    return f"<h2>{escape(title)}</h2>{_list(lines)}{talk}"


def _list(lines: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
