"""A page on how far two markers agree, and what they should talk about."""

from fractions import Fraction
from html import escape

from fairmark.messages import say
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
    title = say("agreeing.title")
    return document(title, f"<h1>{escape(title)}</h1>{sections}")


def _section(reckoned: Reckoned, each: Agreement) -> str:
    levels = list(reckoned.term.plan.rubrics[each.item].levels)
    count = len(each.pairs)
    pair = {"first": each.first, "second": each.second, "by": show(each.severity)}
    lines = [
        say("agreeing.count", count),
        say("agreeing.same", count=each.exact, share=show(100 * Fraction(each.exact, count), 0)),
        say("agreeing.apart", one=each.adjacent, more=count - each.exact - each.adjacent),
    ]
    if each.severity:
        kinder = each.first if each.severity > 0 else each.second
        lines.append(say("agreeing.kinder", who=kinder, mean=show(abs(each.severity)), **pair))
    else:
        lines.append(say("agreeing.neither", **pair))
    if each.kappa is not None:
        lines.append(say("agreeing.kappa", kappa=show(each.kappa, 2)))
    elif count < ENOUGH:
        lines.append(say("agreeing.no_kappa", enough=ENOUGH))
    far = [
        f"{student}, {criterion}: {each.first} {a}, {each.second} {b}"
        for student, criterion, a, b in each.pairs
        if abs(levels.index(a) - levels.index(b)) > 1
    ]
    talk = f"<h3>{escape(say('agreeing.talk'))}</h3>{_list(far)}" if far else ""
    title = say("agreeing.pair", item=each.item, first=each.first, second=each.second)
    return f"<h2>{escape(title)}</h2>{_list(lines)}{talk}"


def _list(lines: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
