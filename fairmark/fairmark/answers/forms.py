"""Questions of judgement are checked for their form only: is everything there, is it consistent?

What a student thinks is never compared with what anybody else thinks.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from fairmark.answers.kind import Answer, Kind
from fairmark.answers.known import Key
from fairmark.answers.tree import Group, axis_title, tree
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
    if not _is_figure(figure):
        return figure
    meta = figure.to_plotly_json().get("layout", {}).get("meta")
    words = str(meta.get("alt") or "").split() if isinstance(meta, Mapping) else []
    return _labelled(tree(figure), "alternative text", len(words) >= SHORTEST_ALTERNATIVE)


def with_unit(figure: Any, *unit: str) -> Any:
    """Ask that the title of the axis of values names their unit.

    Parameters
    ----------
    figure : plotly figure
        Its values lie along the y axis, or along the x axis where its bars lie.
    *unit : str
        One text per word of the unit, in any order of the title; ways to write a word are divided
        by bars: ``with_unit(figure, "million|mn|m", "euro|EUR|€", "day|daily")``. Capitals and a
        plural s do not matter.

    Returns
    -------
    Group
        The figure as a check sees it, with one more label; anything else as it is.
    """
    if not _is_figure(figure):
        return figure
    drawn = figure.to_plotly_json()
    lies = any(trace.get("orientation") == "h" for trace in drawn.get("data", ()))
    title = axis_title(drawn.get("layout", {}), "x" if lies else "y")
    named = all(any(_holds(title, way) for way in word.split("|")) for word in unit)
    return _labelled(tree(figure), "unit", named)


def _holds(title: str, word: str) -> bool:
    return bool(re.search(rf"(?<![^\W\d_]){re.escape(word)}s?(?![^\W\d_])", title, re.IGNORECASE))


def _is_figure(value: Any) -> bool:
    node = tree(value)
    return isinstance(node, Group) and node.kind == "figure"


def _labelled(node: Group, name: str, there: bool) -> Group:
    """Add one more label to a figure."""
    traces, labels = node.parts
    word = "given" if there else "missing"
    more = replace(labels, parts=(*labels.parts, word), labels=(*labels.labels, name))
    return replace(node, parts=(traces, more))
