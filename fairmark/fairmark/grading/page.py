"""One page per student: questions, points, what was found, why, what next. Plain HTML, no scripts.

Everything a student wrote is escaped. No check, no expected value and no code of ours is on it,
and why an answer is right only for those who gave it, until the solutions are handed out.
"""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from urllib.parse import quote

from fairmark.answers.known import Key
from fairmark.answers.verdict import NOT_ATTEMPTED, RIGHT
from fairmark.grading.around import Around
from fairmark.grading.assignments import Assignment
from fairmark.grading.compare import Judged
from fairmark.grading.results import NOT_GRADABLE, Graded
from fairmark.ids import anchor
from fairmark.messages import language, say

GAP = "\0"  # stands in a sentence where something that is no text is put in

STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;"
    "color:#1a1a1a;background:#fff}table{border-collapse:collapse;width:100%}"
    "th,td{border-bottom:1px solid #767676;padding:.5rem;text-align:left;vertical-align:top}"
    "caption{text-align:left;font-weight:600;padding:.5rem 0}td{overflow-wrap:anywhere}"
    "pre{overflow-x:auto;padding:.5rem;border:1px solid #767676}"
    "@media(prefers-color-scheme:dark){body{color:#f2f2f2;background:#161616}}"
    "@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}"
)


def policy(style: str, scripts: str = "") -> str:
    """Return a content-security policy that allows this style, these scripts, nothing else."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    allowed = (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    return f"{allowed}; {scripts}" if scripts else allowed


@dataclass(frozen=True)
class Shown:
    """What a teacher lets the pages of a class show.

    Parameters
    ----------
    solved : frozenset of str
        The sets whose worked solutions are handed out.
    lessons : str
        The address of the lessons' plain pages, to link to; empty for words only.
    """

    solved: frozenset[str] = frozenset()
    lessons: str = ""


def student_page(
    graded: Graded, assignment: Assignment | None, title: str, shown: Shown = Shown()
) -> str:
    """Write a student's page.

    Parameters
    ----------
    graded : Graded
        The result.
    assignment : Assignment or None
        The set, for its hints, reasons and objectives; None if it was not recognised.
    title : str
        Of the set.
    shown : Shown
        What the teacher lets it show.

    Returns
    -------
    str
        HTML that needs nothing from anywhere.
    """
    if graded.outcome == NOT_GRADABLE:
        head = escape(say("page.not_graded"))
        body = f"<p><strong>{head}</strong> {escape(graded.reason)}</p>"
    else:
        around = Around(assignment) if assignment else None
        body = _graded(graded, assignment.keys if assignment else {}, around)
        if around:
            body += _objectives(graded, around) + _next(graded, around, shown)
            body += _solutions(around) if graded.number in shown.solved else ""
    return document(f"{title}: {graded.name}", f"<h1>{escape(title)}</h1>{_whose(graded)}{body}")


def document(title: str, body: str) -> str:
    """Wrap a body into a whole document."""
    return (
        f'<!doctype html>\n<html lang="{language()}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(STYLE)}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main>{body}</main></body></html>\n"
    )


def _whose(graded: Graded) -> str:
    name = graded.name if graded.name == graded.student else f"{graded.name} ({graded.student})"
    return f"<p>{escape(say('page.file', name=name, file=graded.file))}</p>"


def _graded(graded: Graded, keys: dict[str, Key], around: Around | None) -> str:
    points = say("page.points", earned=graded.earned, points=graded.points)
    of = say("page.right", right=graded.right, questions=len(graded.questions))
    total = f"<p><strong>{escape(points)}</strong>; {escape(of)}</p>"
    rows = "".join(_row(each, keys.get(each.id), around) for each in graded.questions)
    head = _heads("page.question", "page.points_column", "page.found", "page.to_try")
    caption = escape(say("page.by_question"))
    table = f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead>"
    notes = _list(say("page.repaired"), graded.repairs)
    return f"{total}{table}<tbody>{rows}</tbody></table>{notes}"


def _row(judged: Judged, key: Key | None, around: Around | None) -> str:
    told = judged.sentence
    if judged.outcome == RIGHT and around:
        told = around.why(judged.id)
    outcome = escape(say(f"page.is {judged.outcome}"))
    found = f"<strong>{outcome}</strong> {escape(told)}"
    return (
        f'<tr><th scope="row">{escape(judged.id)} {escape(judged.title)}</th>'
        f"<td>{escape(_of(judged.earned, judged.points))}</td><td>{found}</td>"
        f"<td>{escape(_to_try(judged, key))}</td></tr>"
    )


def _to_try(judged: Judged, key: Key | None) -> str:
    """Offer the first hint; the answer itself is for the student to find."""
    if judged.outcome == RIGHT:
        return ""
    if judged.outcome == NOT_ATTEMPTED:
        return say("page.dots")
    return key.hints[0] if key is not None and key.hints else say("page.read_again")


def _objectives(graded: Graded, around: Around) -> str:
    """Add up the points of each objective of the set."""
    rows = ""
    for name, words in around.objectives.items():
        serving = around.of_objective(name)
        of = [each for each in graded.questions if each.id in serving]
        earned, whole = sum(each.earned for each in of), sum(each.points for each in of)
        rows += (
            f'<tr><th scope="row">{escape(f"{name} {words}".strip())}</th>'
            f"<td>{escape(_of(earned, whole))}</td>"
            f"<td>{escape(', '.join(each.id for each in of))}</td></tr>"
        )
    heads = _heads("page.objective", "page.points_column", "page.questions")
    caption = escape(say("page.by_objective"))
    table = f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead>"
    return f"{table}<tbody>{rows}</tbody></table>" if rows else ""


def _next(graded: Graded, around: Around, shown: Shown) -> str:
    """Say where to go on: the steps to read again, else the next lesson."""
    open_ones = [each.id for each in graded.questions if each.outcome != RIGHT]
    title, file = around.lesson
    items = []
    for step, questions in around.places(open_ones).items() if title else ():
        place = say("page.step", step=step) if step else say("page.lesson")
        # The place may be a link, so that the sentence is escaped around it.
        before, after = say("page.again", place=GAP, questions=", ".join(questions)).split(GAP)
        linked = _linked(place, file, step, shown.lessons)
        items.append(f"<li>{escape(before)}{linked}{escape(after)}</li>")
    of = f"<p>{escape(title)}</p>" if items else ""
    if not open_ones and around.next:
        items.append(f"<li>{escape(say('page.go_on', next=around.next))}</li>")
    elif not open_ones:
        items.append(f"<li>{escape(say('page.last_set'))}</li>")
    head = escape(say("page.next"))
    return f"<h2>{head}</h2>{of}<ul>{''.join(items)}</ul>" if items else ""


def _linked(words: str, file: str, step: str, address: str) -> str:
    if not address:
        return escape(words)
    page = file.rpartition("/")[2].removesuffix(".ipynb") + ".html"
    to = f"{address.rstrip('/')}/{quote(page)}{f'#{anchor(step)}' if step else ''}"
    return f'<a href="{escape(to)}">{escape(words)}</a>'


def _solutions(around: Around) -> str:
    """Show one worked answer to each question, with why it is right."""
    keys = around.assignment.keys.values()
    parts = [
        f"<h3>{escape(f'{key.id} {key.title}')}</h3><pre><code>"
        f"{escape(around.solution(key.id))}</code></pre><p>{escape(around.why(key.id))}</p>"
        for key in keys
    ]
    return f"<h2>{escape(say('page.solutions'))}</h2>{''.join(parts)}"


def _list(title: str, sentences: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(each)}</li>" for each in sentences)
    return f"<h2>{escape(title)}</h2><ul>{items}</ul>" if items else ""


def _heads(*names: str) -> str:
    return "".join(f'<th scope="col">{escape(say(name))}</th>' for name in names)


def _of(earned: object, points: object) -> str:
    return say("page.of", earned=earned, points=points)
