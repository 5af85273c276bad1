"""One page per person, on which the grade can be recomputed by hand. Plain HTML, no script.

A page holds one person: no rank, no mean, no other name, and no reason of an extension.
"""

import hmac
import re
from base64 import b64encode
from collections.abc import Iterable
from fractions import Fraction
from hashlib import sha256
from html import escape

from fairmark.messages import language, say
from fairmark.term.items import time_of
from fairmark.term.numbers import exact, half_up, show
from fairmark.term.plan import Late, Plan
from fairmark.term.reckon import Reckoned
from fairmark.term.reckoned import EXCUSED, OPEN, SO_FAR, Grade, Item, PartResult, Step

STYLE = (
    ":root{color-scheme:light dark}*{box-sizing:border-box}"
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem;"
    "color:#1a1a1a;background:#fff;overflow-wrap:anywhere}h1{font-size:1.4rem}h2{font-size:1.15rem;"
    "border-bottom:1px solid #767676;margin-top:2rem}h3{font-size:1rem;margin:1rem 0 .25rem}"
    "ol,ul{padding-left:1.4rem;margin:.25rem 0}.grade{font-size:1.6rem;font-weight:600}"
    ".sum{padding-left:1rem;border-left:3px solid #767676}"
    "@media(prefers-color-scheme:dark){body{color:#f2f2f2;background:#161616}}"
    "@media print{body{max-width:none;padding:0;font-size:.8rem}h2{margin-top:1rem}"
    "h3,li{break-inside:avoid}}"
)


def page_name(student: str, secret: bytes) -> str:
    """Return the file name of a page: nobody guesses a neighbour's.

    Parameters
    ----------
    student : str
        The id.
    secret : bytes
        Kept in the output folder.

    Returns
    -------
    str
        The id and eight digits of an HMAC.
    """
    slug = re.sub(r"[^A-Za-z0-9-]+", "-", student).strip("-")[:40] or "student"
    mark = hmac.new(secret, student.encode(), sha256).hexdigest()[:8]
    return f"{slug}-{mark}.html"


def person_page(reckoned: Reckoned, grade: Grade, version: str, notice: str = "") -> str:
    """Write a person's page.

    Parameters
    ----------
    reckoned : Reckoned
        The term.
    grade : Grade
        Of this person.
    version : str
        Of the program.
    notice : str
        A line above all others, such as "not a grade".

    Returns
    -------
    str
        HTML that needs nothing from anywhere.
    """
    plan = reckoned.term.plan
    who = grade.person
    name = who.name if who.name == who.id else f"{who.name} ({who.id})"
    parts = "".join(_part(plan, result) for result in grade.parts)
    foot = say("grade.foot", version=version, digest=reckoned.term.digest[:16])
    body = (
        f"{_paragraph(notice, 'grade') if notice else ''}<h1>{escape(plan.name)}</h1>"
        f"<p>{escape(name)}</p>{_headline(plan, grade)}{parts}{_total(plan, grade)}{_rules(plan)}"
        f"<p><small>{escape(foot)}</small></p>"
    )
    return document(f"{plan.name}: {who.name}", body)


def document(title: str, body: str) -> str:
    """Wrap a body into a whole document that may load nothing."""
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!doctype html>\n<html lang="{language()}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main>{body}</main></body></html>\n"
    )


def _paragraph(text: str, kind: str = "") -> str:
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"


def _list(sentences: Iterable[str], tag: str = "ul") -> str:
    items = "".join(f"<li>{escape(each)}</li>" for each in sentences)
    return f"<{tag}>{items}</{tag}>" if items else ""


def _headline(plan: Plan, grade: Grade) -> str:
    if grade.total is None:
        return _paragraph(say("grade.none"), "grade")
    parts = {"final": grade.final, "letter": grade.letter}
    if grade.status != SO_FAR:
        said = say("grade.final_letter", **parts) if grade.letter else say("grade.final", **parts)
        return _paragraph(said, "grade")
    still = ", ".join(item.name for item in grade.items if item.state == OPEN)
    later = (
        say("grade.open_letter", items=still) if plan.letters else say("grade.open", items=still)
    )
    return _paragraph(say("grade.so_far", final=grade.final), "grade") + _paragraph(later)


def _part(plan: Plan, result: PartResult) -> str:
    part = result.part
    head = {"part": part.name, "weight": show(part.weight)}
    title = say("grade.bonus", **head) if part.bonus else say("grade.part", **head)
    items = "".join(_item(plan, item) for item in result.items)
    if result.share is None:
        end = say("grade.nothing_adds") if part.bonus else say("grade.nothing_counts")
    else:
        end = f"{part.name} = {result.rule} = {_number(100 * result.share)} %"
    return f"<h2>{escape(title)}</h2>{items}{_paragraph(end, 'sum')}"


def _item(plan: Plan, item: Item) -> str:
    """Write what happened to one item, each change with the number before and after."""
    lines = [_when(plan, item)] if item.due else []
    lines += [
        f"{each.name}: {say('state.open') if each.points is None else show(each.points)} "
        f"({each.words})" + "".join(f"; “{comment}”" for comment in each.comments)
        for each in item.criteria
    ]
    lines += [_step(step, item.of if step.name == "raw" else None) for step in item.steps]
    if item.why and item.why != say("state.excused"):
        lines.append(f"{say(f'state.{item.state}')}: {item.why}")
    return f"<h3>{escape(item.name)}: {escape(_end(item))}</h3>{_list(lines)}"


def _end(item: Item) -> str:
    """Say what an item came to."""
    if item.state == EXCUSED:
        return say("step.excuse")
    if item.state == OPEN:
        return say("state.open")
    points = _of(show(item.points), item.of)
    return say("grade.dropped", points=points) if item.dropped else points


def _of(points: str, of: Fraction | None) -> str:
    return points if of is None else say("grade.of", points=points, of=show(of))


def _when(plan: Plan, item: Item) -> str:
    due = plan.clock.shown(item.due.at)
    if item.came is None:
        return say("grade.due_own", due=due) if item.own else say("step.due", due=due)
    times = {"due": due, "came": plan.clock.shown(item.came.at)}
    return say("grade.came_own", **times) if item.own else say("grade.came", **times)


def _step(step: Step, of: Fraction | None = None) -> str:
    """Write one change: the rule, the numbers, and for a decision why, who and when."""
    if step.name == "drop":
        return step.rule
    said = step.rule
    if step.before is not None and step.after is not None and step.before != step.after:
        numbers = {"before": _number(step.before), "after": _number(step.after)}
        said = say("grade.change", rule=step.rule, **numbers)
    elif step.after is not None:
        said = f"{step.rule}: {_of(_number(step.after), of)}"
    decided = ", ".join(each for each in (step.by, step.when) if each)
    reason = f"; “{step.reason}”" if step.reason else ""
    return f"{said}{reason}{f' ({decided})' if decided else ''}"


def _number(value: Fraction) -> str:
    """Write a number to four decimals, and as a fraction where those do not end it."""
    text = show(value)
    ends = half_up(value, 4) == value
    return text if ends else say("grade.exactly", number=text, exactly=exact(value))


def _total(plan: Plan, grade: Grade) -> str:
    if grade.total is None:
        return ""
    changed = [r for r in grade.parts if r.weight is not None and r.weight != r.part.weight]
    lines = [
        say("grade.weighs", part=r.part.name, now=_number(r.weight), instead=show(r.part.weight))
        for r in changed
    ]
    lines += [
        f"{r.part.name}: {_number(r.weight)} × {_number(100 * r.share)} / 100 = {_number(r.adds)}"
        for r in grade.parts
        if r.weight is not None
    ]
    lines += [_step(step) for step in grade.steps if step.name not in ("round", "letter")]
    lines.append(say("grade.total", total=_number(grade.total)))
    lines.append(f"{say('step.round', decimals=plan.decimals)}: {grade.final}")
    title = escape(say("grade.title"))
    return f"<h2>{title}</h2>{_list(lines + _letter(plan, grade), 'ol')}"


def _letter(plan: Plan, grade: Grade) -> list[str]:
    if not grade.letter:
        return []
    names = [name for name, _ in plan.letters]
    at = names.index(grade.letter)
    if grade.needs:
        needs = {r.part.name: r.part for r in grade.parts}
        return [
            say("grade.letter_need", letter=grade.letter, part=name, need=show(needs[name].need))
            for name in grade.needs
        ]
    said = {"letter": grade.letter, "bound": show(plan.letters[at][1])}
    if not at:
        return [say("grade.letter", **said)]
    higher = {"next": names[at - 1], "next_bound": show(plan.letters[at - 1][1])}
    return [say("grade.letter_next", **said, **higher)]


def _rules(plan: Plan) -> str:
    """State the rules in force, in the order in which they are applied."""
    lines = []
    for part in plan.parts:
        mean = part.combine == "mean"
        said = [say("rule.mean", part=part.name) if mean else say("rule.points", part=part.name)]
        if part.drop:
            said.append(say("rule.drop", part.drop))
        if part.never_drop:
            said.append(say("rule.never_drop", items=", ".join(part.never_drop)))
        said.append(say("rule.missing", share=show(part.missing)))
        if part.cap != 100:
            said.append(say("rule.cap", share=show(part.cap)))
        if part.need is not None:
            need = show(part.need)
            last = plan.letters[-1][0] if plan.letters else ""
            said.append(
                say("rule.need", need=need, letter=last)
                if last
                else say("rule.need_none", need=need)
            )
        lines.append("; ".join([*said, *_late(part.late)]))
    lines += [
        say("rule.words", item=item, name=name, words=words)
        for item, rubric in plan.rubrics.items()
        for name, words in rubric.words.items()
    ]
    if plan.letters:
        bounds = (
            say("step.letter", letter=name, bound=show(bound)) for name, bound in plan.letters
        )
        lines.append(say("rule.letters", letters=", ".join(bounds)))
    return f"<h2>{escape(say('rule.title'))}</h2>{_list(lines)}"


def _late(late: Late | None) -> list[str]:
    if late is None:
        return [say("rule.not_late")]
    each = say(f"unit.{late.count} {late.per}")
    said = [say(f"rule.late_{late.of}", unit=each, take=show(late.take))]
    if late.grace:
        said.append(say("rule.grace", late.grace))
    if late.floor:
        said.append(say("rule.floor", share=show(late.floor)))
    if late.closed_after:
        said.append(say("rule.closed", time=time_of(late.per, late.closed_after)))
    return said
