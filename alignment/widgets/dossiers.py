"""One page of what a student did in the course, as HTML that prints well.

It is made of the student's own folder (guesses, score sheets, forecasts, codings, drafts) on the
student's own machine, and never leaves it.
"""

import base64
from collections.abc import Callable
from datetime import date
from html import escape

from IPython.display import HTML, display

from alignment.charts.markup import html_table
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.methods.aggregation import additive
from alignment.records import codings, drafts, forecasts, sheets
from alignment.tables import load
from alignment.widgets import calibrating
from alignment.widgets.scored import scored
from fairmark.files import home

NAME = "my-dossier.html"
_STYLE = """
body { font: 11pt/1.45 Georgia, serif; max-width: 44em; margin: 2em auto; padding: 0 1em;
  color: #222 }
h1, h2 { font-family: system-ui, sans-serif; line-height: 1.2; break-after: avoid }
h2 { margin-top: 2em; border-top: 1px solid #999; padding-top: .6em }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; margin: .6em 0 }
caption { text-align: left; font-weight: 600; padding-bottom: .3em }
th, td { text-align: left; vertical-align: top; padding: .25em .8em .25em 0;
  border-bottom: 1px solid #ccc }
th[scope=row] { font-weight: 400 }
tr { break-inside: avoid }
.memo { white-space: pre-wrap }
@media print { body { margin: 0; max-width: none } a { color: inherit } }
"""


def dossier() -> None:
    """Make one page of everything you did in this course, and offer it as a file.

    The page is written into your own folder and linked below; nothing is sent anywhere.
    """
    parts, problems = sections()
    for problem in problems:
        print(say("dossier.left_out", problem=problem))
    if not parts:
        print(say("dossier.nothing"))
        return
    text = page(parts)
    try:
        home().mkdir(parents=True, exist_ok=True)
        (home() / NAME).write_text(text, encoding="utf-8")
        where = say("dossier.kept", folder=home().name, name=NAME)
    except OSError as error:
        where = say("dossier.not_kept", folder=home().name, error=error.strerror)
    code = base64.b64encode(text.encode()).decode()
    words = escape(say("dossier.download"))
    link = f'<a download="{NAME}" href="data:text/html;base64,{code}">{words}</a>'
    display(HTML(f"<p>{link}</p>"))  # no widget: the link outlives the kernel
    print(say("dossier.holds", parts=", ".join(parts), where=where))


def sections() -> tuple[dict[str, str], list[str]]:
    """Collect the parts that there are, as HTML by title.

    Returns
    -------
    parts : dict of str to str
        Title -> HTML; without what is empty.
    problems : list of str
        Sentences about files that cannot be read.
    """
    makers: dict[str, Callable[[], str]] = {
        say("dossier.guesses"): _guesses,
        say("dossier.sheets"): _sheets,
        say("dossier.board"): _board,
        say("dossier.forecasts"): _forecasts,
        say("dossier.claims"): _codings,
        say("dossier.premortem"): _premortem,
        say("dossier.memo"): _memo,
    }
    parts, problems = {}, []
    for title, make in makers.items():
        try:
            html = make()
        except AlignmentError as error:
            problems.append(str(error))
            continue
        if html:
            parts[title] = html
    return parts, problems


def page(parts: dict[str, str]) -> str:
    """Write the page: one section after the other, nothing loaded from elsewhere."""
    body = "\n".join(
        f"<section><h2>{escape(t)}</h2>\n{html}</section>" for t, html in parts.items()
    )
    title, made = say("dossier.title"), date.today()
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    when = say(
        "dossier.made", day=f"{made.day:02}", month=say(f"dossier.{made.month}"), year=made.year
    )
    start = f"<h1>{escape(say('dossier.heading'))}</h1>\n<p>{escape(when)}</p>"
    html = f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>'
    return f"{html}\n<body>{start}\n{body}</body></html>\n"


def _guesses() -> str:
    mine = scored()
    if not mine.ranges and not mine.choices:
        return ""
    says = [*calibrating.told(mine), *calibrating.confidence(mine)]
    if mine.ranges:
        says.insert(0, say("dossier.finding", finding=calibrating.finding(mine)))
    return _paragraphs(says) + calibrating.table(mine)


def _sheets() -> str:
    names = load("domains").set_index("domain")["name"]
    criteria = load("criteria").set_index("criterion")["name"]
    tables = []
    for domain in sheets.DOMAINS:
        sheet = sheets.load_sheet(domain)
        if sheet is None or not sheet.scores:
            continue
        rows = [
            {
                say("dossier.criterion"): criteria[criterion],
                say("dossier.lowest"): score.low,
                say("dossier.most_likely"): score.mode,
                say("dossier.highest"): score.high,
                say("dossier.evidence"): score.note,
            }
            for criterion, score in sorted(sheet.scores.items())
        ]
        tables.append(html_table(rows, caption=names[domain]))
    return "\n".join(tables)


def _board() -> str:
    """Rank the domains that are fully scored, with the reference weights; two at least."""
    points = load("swing_points").query("sheet == 'reference'").set_index("criterion")["points"]
    weights = points / points.sum()
    found = {d: sheets.load_sheet(d) for d in sheets.DOMAINS}
    full = {d: s for d, s in found.items() if s and set(s.scores) == set(sheets.CRITERIA)}
    if len(full) < 2:
        return ""
    names = load("domains").set_index("domain")["name"]
    scores = [[sheet.scores[c].mode for c in weights.index] for sheet in full.values()]
    values = dict(zip(full, additive(scores, weights.to_numpy()), strict=True))
    rows = [
        {say("dossier.domain"): names[d], say("dossier.value"): round(float(values[d]), 1)}
        for d in sorted(values, key=values.get, reverse=True)
    ]
    return html_table(rows, caption=say("dossier.board_caption"))


def _forecasts() -> str:
    locked = forecasts.load_forecasts()
    asked = load("questions").set_index("id")
    rows = [
        {
            say("dossier.question"): f"{name}. {asked.loc[name, 'question']}"
            if name in asked.index
            else name,
            say("dossier.probability"): each.percent,
            say("dossier.base_rate"): each.base,
            say("dossier.reason"): each.why,
        }
        for name, each in locked.items()
    ]
    return html_table(rows, caption=say("dossier.forecasts_caption")) if rows else ""


def _codings() -> str:
    phrases = load("claims").set_index("id")["phrase"]
    rows = [
        {
            say("dossier.claim"): f"{claim}. {phrases.get(claim, '')}",
            say("dossier.type"): parts.get("type", ""),
            say("dossier.domain"): parts.get("domain", ""),
            say("dossier.false_if"): parts.get("false_if", ""),
        }
        for claim, parts in codings.load_codings().items()
    ]
    return html_table(rows, caption=say("dossier.claims_caption")) if rows else ""


def _premortem() -> str:
    rows = [
        {
            say("dossier.kind"): each.get("kind", ""),
            say("dossier.reason"): each.get("reason", ""),
            say("dossier.sign"): each.get("sign", ""),
        }
        for each in drafts.load_draft("premortem")
    ]
    return html_table(rows, caption=say("dossier.premortem_caption")) if rows else ""


def _memo() -> str:
    parts = drafts.load_draft("memo")
    text = "\n\n".join(part.get("text", "") for part in parts).strip()
    return f'<div class="memo">{escape(text)}</div>' if text else ""


def _paragraphs(says: list[str]) -> str:
    return "\n".join(f"<p>{escape(text)}</p>" for text in says)
