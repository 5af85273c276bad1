"""One page per student: questions, points, what was found, what to try. Plain HTML, no scripts.

Everything a student wrote is escaped; no check, no expected value and no code of ours is on it.
"""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape

from fairmark.answers.known import Key
from fairmark.grading.compare import NOT_ATTEMPTED, RIGHT, Judged
from fairmark.grading.results import NOT_GRADABLE, Graded

STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;"
    "color:#1a1a1a;background:#fff}table{border-collapse:collapse;width:100%}"
    "th,td{border-bottom:1px solid #767676;padding:.5rem;text-align:left;vertical-align:top}"
    "caption{text-align:left;font-weight:600;padding:.5rem 0}td{overflow-wrap:anywhere}"
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


def student_page(graded: Graded, keys: dict[str, Key], title: str) -> str:
    """Write a student's page.

    Parameters
    ----------
    graded : Graded
        The result.
    keys : dict of str to Key
        The questions, for their hints.
    title : str
        Of the set.

    Returns
    -------
    str
        HTML that needs nothing from anywhere.
    """
    if graded.outcome == NOT_GRADABLE:
        body = f"<p><strong>Not graded.</strong> {escape(graded.reason)}</p>"
    else:
        body = _graded(graded, keys)
    return document(f"{title}: {graded.name}", f"<h1>{escape(title)}</h1>{_whose(graded)}{body}")


def document(title: str, body: str) -> str:
    """Wrap a body into a whole document."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(STYLE)}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main>{body}</main></body></html>\n"
    )


def _whose(graded: Graded) -> str:
    name = graded.name if graded.name == graded.student else f"{graded.name} ({graded.student})"
    return f"<p>{escape(name)}, file {escape(graded.file)}</p>"


def _graded(graded: Graded, keys: dict[str, Key]) -> str:
    right = sum(each.outcome == RIGHT for each in graded.questions)
    total = f"<p><strong>{graded.earned} of {graded.points} points</strong>; "
    total += f"{right} of {len(graded.questions)} questions are right.</p>"
    rows = "".join(_row(each, keys.get(each.id)) for each in graded.questions)
    head = "".join(f'<th scope="col">{h}</th>' for h in ("Question", "Points", "Found", "To try"))
    table = f"<table><caption>Points by question</caption><thead><tr>{head}</tr></thead>"
    notes = _list("What was repaired before grading", graded.repairs)
    return f"{total}{table}<tbody>{rows}</tbody></table>{notes}"


def _row(judged: Judged, key: Key | None) -> str:
    found = f"<strong>{escape(judged.outcome.capitalize())}.</strong> {escape(judged.sentence)}"
    return (
        f'<tr><th scope="row">{escape(judged.id)} {escape(judged.title)}</th>'
        f"<td>{judged.earned} of {judged.points}</td><td>{found}</td>"
        f"<td>{escape(_to_try(judged, key))}</td></tr>"
    )


def _to_try(judged: Judged, key: Key | None) -> str:
    """Offer the first hint; the answer itself is for the student to find."""
    if judged.outcome == RIGHT:
        return ""
    if judged.outcome == NOT_ATTEMPTED:
        return "Replace the three dots in the answer cell by your answer."
    return key.hints[0] if key is not None and key.hints else "Read the question once more."


def _list(title: str, sentences: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(each)}</li>" for each in sentences)
    return f"<h2>{title}</h2><ul>{items}</ul>" if items else ""
