"""How a verdict looks: a sign and a colour beside its word, prose as prose, code as code."""

import html
import re
from dataclasses import dataclass

from fairmark.answers.verdict import NOT_ATTEMPTED, NOT_YET, RIGHT
from fairmark.messages import known, say

SIGNS = {RIGHT: "✓", NOT_YET: "✗", NOT_ATTEMPTED: "○"}
# White on these has a contrast above 4.5, whatever the theme of the page.
COLOURS = {RIGHT: "#0b6e3a", NOT_YET: "#a4262c"}
OTHER = "#555555"


@dataclass(frozen=True)
class Message:
    """A few sentences that show themselves as text and as one paragraph of HTML.

    Parameters
    ----------
    head : str
        What the message is about, shown in bold.
    body : str
        The sentences.
    outcome : str
        The verdict, if it is one: it is then shown with its sign on its colour.
    """

    head: str
    body: str
    outcome: str = ""

    def __repr__(self) -> str:
        """Return plain text, which a screen reader reads from left to right."""
        verdict = f" {spoken(self.outcome)}." if self.outcome else ""
        return f"{self.head}{verdict} {self.body}".strip()

    def _repr_html_(self) -> str:
        body = html.escape(self.body).replace("\n", "<br>")
        verdict = f" {badge(self.outcome)}" if self.outcome else ""
        return f"<p><strong>{html.escape(self.head)}</strong>{verdict} {body}</p>"


@dataclass(frozen=True)
class Worked:
    """A worked solution: why it is right, then its code.

    It shows itself as Markdown, so that the notebook sets the code as its own: indented, coloured
    in the reader's theme, and copied as it stands.
    """

    head: str
    why: str
    code: str

    def __repr__(self) -> str:
        """Return plain text."""
        return f"{self.head} {self.why}\n\n{self.code}".strip()

    def _repr_markdown_(self) -> str:
        longest = max((len(ticks) for ticks in re.findall("`+", self.code)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"**{self.head}** {self.why}\n\n{fence}python\n{self.code}\n{fence}"


def spoken(outcome: str) -> str:
    """Say an outcome in the language of the course."""
    name = f"outcome.{outcome}"
    return say(name) if known(name) else outcome


def badge(outcome: str) -> str:
    """Write a verdict as HTML: sign, word and colour, each of which says it alone."""
    style = f"color:#fff; background:{COLOURS.get(outcome, OTHER)}; padding:0 0.4em"
    words = f"{SIGNS.get(outcome, '■')} {html.escape(spoken(outcome))}"
    return f'<span style="{style}; white-space:nowrap">{words}</span>'


def heading(question: str, title: str) -> str:
    """Write what a verdict is about: a title that asks needs no colon."""
    return f"{question} {title}{'' if title.endswith(('?', '!')) else ':'}"
