"""Questions of judgement are checked for their form only: is everything there, is it consistent?

What a student thinks is never compared with what anybody else thinks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from fairmark.answers.kind import Answer, Kind
from fairmark.answers.known import Key
from fairmark.answers.tree import Group, tree
from fairmark.answers.verdict import Verdict, not_yet
from fairmark.messages import say

MOST_PROBLEMS = 2
SHORTEST_ALTERNATIVE = 8


@dataclass(frozen=True)
class Form:
    """Whether a form is complete.

    Parameters
    ----------
    problems : tuple of str
        One sentence per thing that is missing or inconsistent; empty if complete.
    given : bool
        False while the three dots of the stub are still there.
    """

    problems: tuple[str, ...] = ()
    given: bool = True

    @property
    def text(self) -> str:
        """What is compared: a form is complete or it is not."""
        return "complete" if not self.problems else f"incomplete: {self.problems[0]}"


class FormOf(Kind):
    """A form: complete, or what is missing."""

    name = have = "form"

    def takes(self, value: Any, on: Iterable | None) -> bool:
        """Be the kind of whatever a rubric returns."""
        return isinstance(value, Form)

    def normalise(self, value: Any, on: Iterable | None = None) -> Answer:
        """Take what the rubric found."""
        if not isinstance(value, Form):
            return super().normalise(value, on)
        return Answer(tree(value.text), given=value.given, problems=value.problems)

    def describe(self, key: Key, answer: Answer, on: Iterable | None) -> str:
        """Say nothing of what was written: opinion is not looked at."""
        if answer.problems:
            return say("found.form")
        return super().describe(key, answer, on)

    def advise(self, key: Key, answer: Answer, on: Iterable | None) -> Verdict:
        """Name the first problems."""
        if not answer.problems:
            return super().advise(key, answer, on)
        more = len(answer.problems) - MOST_PROBLEMS
        told = [*answer.problems[:MOST_PROBLEMS], say("form.more", more) if more > 0 else ""]
        return not_yet(" ".join(told).strip())


def described(figure: Any) -> Any:
    """Ask that a figure also carries a text for readers who cannot see it.

    Parameters
    ----------
    figure : plotly figure
        Its text stands in `layout.meta["alt"]`; any text of at least eight words will do.

    Returns
    -------
    Group
        The figure as a check sees it, with one more label; anything else as it is.
    """
    node = tree(figure)
    if not isinstance(node, Group) or node.kind != "figure":
        return figure
    meta = figure.to_plotly_json().get("layout", {}).get("meta")
    words = str(meta.get("alt") or "").split() if isinstance(meta, Mapping) else []
    there = "given" if len(words) >= SHORTEST_ALTERNATIVE else "missing"
    traces, labels = node.parts
    more = replace(
        labels, parts=(*labels.parts, there), labels=(*labels.labels, "alternative text")
    )
    return replace(node, parts=(traces, more))
