"""One page for the projector, made from the picture of a class and nothing else.

It holds its style and its script, loads nothing, and holds no number that the picture does not.
"""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from alignment.classroom import answered, slides
from alignment.messages import say
from fairmark.messages import language

HERE = Path(__file__).parent


def page(shown: dict[str, Any]) -> str:
    """Write the page.

    Parameters
    ----------
    shown : dict
        From `collect.build`, or `class.json`.

    Returns
    -------
    str
        A whole HTML file. Right and left arrow turn it, L changes light and dark, F fills the
        screen; on a narrow screen and on paper everything stands below each other.
    """
    if shown["students"] is None:
        parts = [*answered.slides(shown), slides.too_few()]
    else:
        parts = [*slides.slides(shown), *answered.slides(shown), slides.to_discuss(shown)]
    return frame(say("slides.page", round=shown["round"]), parts)


def frame(title: str, parts: Sequence[str], more: str = "") -> str:
    """Write slides as one self-contained page.

    Parameters
    ----------
    title : str
        Of the page.
    parts : sequence of str
        HTML, one text per slide.
    more : str
        HTML at the end of the page, such as another script.

    Returns
    -------
    str
        A whole HTML file.
    """
    style, script = ((HERE / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    sections = "\n".join(f"<section>{part}</section>" for part in parts)
    return (
        f'<!doctype html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f"{sections}\n</main>\n"
        f'<nav aria-label="{escape(say("slides.nav"))}"><button data-step="-1">'
        f'{escape(say("slides.back"))}</button><output></output><button data-step="1">'
        f"{escape(say('slides.next'))}</button><button>{escape(say('slides.look'))}</button></nav>\n"
        f"<script>\n{script}</script>\n{more}</body>\n</html>\n"
    )
