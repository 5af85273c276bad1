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
EXACTLY = "Nothing here was rounded before the last line."


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
    body = (
        f"{_paragraph(notice, 'grade') if notice else ''}<h1>{escape(plan.name)}</h1>"
        f"<p>{escape(name)}</p>{_headline(plan, grade)}{parts}{_total(plan, grade)}{_rules(plan)}"
        f"<p><small>Version {escape(version)}, inputs {reckoned.term.digest[:16]}. {EXACTLY}"
        "</small></p>"
    )
    return document(f"{plan.name}: {who.name}", body)


def document(title: str, body: str) -> str:
    """Wrap a body into a whole document that may load nothing."""
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
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
        return _paragraph("Nothing counts yet, so there is no grade.", "grade")
    letter = f", {grade.letter}" if grade.letter else ""
    text = f"{grade.final} of 100{letter}"
    if grade.status != SO_FAR:
        return _paragraph(text, "grade")
    still = ", ".join(item.name for item in grade.items if item.state == OPEN)
    letters = "; a letter comes when nothing is open" if plan.letters else ""
    return _paragraph(f"{text}, so far", "grade") + _paragraph(f"Still open: {still}{letters}.")


def _part(plan: Plan, result: PartResult) -> str:
    part = result.part
    kind = "bonus, adds at most" if part.bonus else "weight"
    title = f"<h2>{escape(part.name)}: {kind} {escape(show(part.weight))}</h2>"
    items = "".join(_item(plan, item) for item in result.items)
    if result.share is None:
        away = "" if part.bonus else "; its weight goes to the other parts"
        return f"{title}{items}{_paragraph(f'Nothing here counts{away}.', 'sum')}"
    words = f"{part.name} = {result.rule} = {_number(100 * result.share)} %"
    return f"{title}{items}{_paragraph(words, 'sum')}"


def _item(plan: Plan, item: Item) -> str:
    """Write what happened to one item, each change with the number before and after."""
    of = "" if item.of is None else f" of {show(item.of)}"
    end = {EXCUSED: "does not count", OPEN: "open"}.get(item.state)
    if end is None:
        end = f"{show(item.points)}{of}" + (", dropped" if item.dropped else "")
    lines = [_when(plan, item)] if item.due else []
    lines += [
        f"{each.name}: {'open' if each.points is None else show(each.points)} ({each.words})"
        + "".join(f"; “{comment}”" for comment in each.comments)
        for each in item.criteria
    ]
    lines += [_step(step, of if step.name == "raw" else "") for step in item.steps]
    if item.why and item.why != item.state:
        lines.append(f"{item.state}: {item.why}")
    return f"<h3>{escape(item.name)}: {escape(end)}</h3>{_list(lines)}"


def _when(plan: Plan, item: Item) -> str:
    own = ", your own deadline" if item.own else ""
    if item.came is None:
        return f"due {plan.clock.shown(item.due.at)}{own}"
    came = f"handed in {plan.clock.shown(item.came.at)}"
    return f"due {plan.clock.shown(item.due.at)}{own}; {came}"


def _step(step: Step, of: str = "") -> str:
    """Write one change: the rule, the numbers, and for a decision why, who and when."""
    if step.name == "drop":
        return step.rule
    numbers = "" if step.after is None else f": {_number(step.after)}{of}"
    if step.before is not None and step.after is not None and step.before != step.after:
        numbers = f": {_number(step.before)} becomes {_number(step.after)}"
    decided = ", ".join(each for each in (step.by, step.when) if each)
    reason = f"; “{step.reason}”" if step.reason else ""
    return f"{step.rule}{numbers}{reason}{f' ({decided})' if decided else ''}"


def _number(value: Fraction) -> str:
    """Write a number to four decimals, and as a fraction where those do not end it."""
    text = show(value)
    return text if half_up(value, 4) == value else f"{text} (exactly {exact(value)})"


def _total(plan: Plan, grade: Grade) -> str:
    if grade.total is None:
        return ""
    changed = [r for r in grade.parts if r.weight is not None and r.weight != r.part.weight]
    lines = [
        f"{r.part.name} weighs {_number(r.weight)} instead of {show(r.part.weight)}, because a "
        "part without anything passes its weight on"
        for r in changed
    ]
    lines += [
        f"{r.part.name}: {_number(r.weight)} × {_number(100 * r.share)} / 100 = {_number(r.adds)}"
        for r in grade.parts
        if r.weight is not None
    ]
    lines += [_step(step) for step in grade.steps if step.name not in ("round", "letter")]
    lines.append(f"total before rounding: {_number(grade.total)}")
    lines.append(f"rounded once, half up, decimals: {plan.decimals}: {grade.final}")
    return f"<h2>The grade</h2>{_list(lines + _letter(plan, grade), 'ol')}"


def _letter(plan: Plan, grade: Grade) -> list[str]:
    if not grade.letter:
        return []
    names = [name for name, _ in plan.letters]
    at = names.index(grade.letter)
    if grade.needs:
        needs = {r.part.name: r.part for r in grade.parts}
        return [
            f"letter {grade.letter}: {name} needs {show(needs[name].need)} % and is below it"
            for name in grade.needs
        ]
    higher = f"; {names[at - 1]} begins at {show(plan.letters[at - 1][1])}" if at else ""
    return [f"letter {grade.letter}, which begins at {show(plan.letters[at][1])}{higher}"]


def _rules(plan: Plan) -> str:
    """State the rules in force, in the order in which they are applied."""
    lines = []
    for part in plan.parts:
        how = "the mean of its items" if part.combine == "mean" else "points over points possible"
        said = [f"{part.name} is {how}"]
        if part.drop:
            said.append(f"up to {part.drop} of them are dropped, those without which it is highest")
        if part.never_drop:
            said.append(f"never dropped: {', '.join(part.never_drop)}")
        said.append(f"what is missing counts {show(part.missing)} %")
        if part.cap != 100:
            said.append(f"an item counts up to {show(part.cap)} %")
        if part.need is not None:
            said.append(f"below {show(part.need)} % the letter is {_last(plan)}")
        said.append(_late(part.late))
        lines.append("; ".join(said))
    lines += [
        f"In {item}, {name} is: {words}"
        for item, rubric in plan.rubrics.items()
        for name, words in rubric.words.items()
    ]
    if plan.letters:
        bounds = ", ".join(f"{name} from {show(bound)}" for name, bound in plan.letters)
        lines.append(f"letters: {bounds}")
    return f"<h2>The rules</h2>{_list(lines)}"


def _last(plan: Plan) -> str:
    return plan.letters[-1][0] if plan.letters else "not given"


def _late(late: Late | None) -> str:
    if late is None:
        return "nothing is taken for being late"
    grace = f" after a grace of {late.grace} s" if late.grace else ""
    floor = f", not below {show(late.floor)} % of the possible" if late.floor else ""
    closed = f"; after {late.closed_after} {late.per}s nothing counts" if late.closed_after else ""
    return (
        f"each {late.count} {late.per} late takes {show(late.take)} % of the "
        f"{late.of} points{grace}{floor}{closed}"
    )
