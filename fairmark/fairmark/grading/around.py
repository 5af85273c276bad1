"""What stands around the questions of a set: why, objectives, the lesson, what comes next.

All of it is read from the executed reference, so a teacher needs no author's tools.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from fairmark.course import current
from fairmark.grading.assignments import Assignment
from fairmark.ids import cell_name

LINK = re.compile(r"\*\*(Back|Next):\*\* \[([^\]]+)\]\(([^)]+)\)")
BOLD = re.compile(r"\*\*([^*]+)\*\* ([^*·]+)")
WHY = "**Why.** "


@dataclass(frozen=True)
class Around:
    """What a page can say beside points.

    Parameters
    ----------
    assignment : Assignment
        The set.
    """

    assignment: Assignment

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {cell["id"]: cell["source"] for cell in self.assignment.notebook["cells"]}

    @cached_property
    def _about(self) -> dict[str, dict]:
        stamp = self.assignment.notebook["metadata"].get(current().stamp, {})
        return stamp.get("questions", {})

    def why(self, question: str) -> str:
        """Return why the answer is right; empty if nobody wrote it down."""
        return self._texts.get(cell_name(question, "why"), "").removeprefix(WHY)

    def solution(self, question: str) -> str:
        """Return the worked answer, as code."""
        return self._texts.get(cell_name(question, "stub"), "")

    def step(self, question: str) -> str:
        """Return the heading of the lesson's step to go back to; empty for none."""
        return self._about.get(question, {}).get("step", "")

    @cached_property
    def objectives(self) -> dict[str, str]:
        """The objectives of the set with their words, in the order in which its head lists them.

        An objective goes by its first word, as in "**compute** growth and shares": a number would
        look like one of a question.
        """
        names = [name for name, tag in current().tags.items() if tag.in_head]
        used = [v for about in self._about.values() for name in names for v in about.get(name, ())]
        head = "\n\n".join(cell["source"] for cell in self.assignment.notebook["cells"][:2])
        words = {
            name: " ".join(text.split()).rstrip(" .;-")
            for paragraph in head.split("\n\n")
            for name, text in BOLD.findall(paragraph)
        }
        listed = [*(name for name in words if name in used), *used]
        return {each: words.get(each, "") for each in dict.fromkeys(listed)}

    def of_objective(self, objective: str) -> list[str]:
        """List the questions that serve an objective."""
        names = [name for name, tag in current().tags.items() if tag.in_head]
        return [
            question
            for question, about in self._about.items()
            if any(objective in about.get(name, ()) for name in names)
        ]

    @cached_property
    def _links(self) -> dict[str, tuple[str, str]]:
        last = self.assignment.notebook["cells"][-1]["source"]
        return {word: (title, path) for word, title, path in LINK.findall(last)}

    @property
    def lesson(self) -> tuple[str, str]:
        """Title and file of the lesson before the set; two empty texts if there is none."""
        return self._links.get("Back", ("", ""))

    @property
    def next(self) -> str:
        """The title of the lesson after the set; empty if there is none."""
        return self._links.get("Next", ("", ""))[0]

    def places(self, questions: Iterable[str]) -> dict[str, list[str]]:
        """Group questions by the step of the lesson to read again, in the order of the lesson."""
        found: dict[str, list[str]] = {}
        for question in questions:
            found.setdefault(self.step(question), []).append(question)
        return dict(sorted(found.items(), key=lambda each: self._at(each[1][0])))

    def _at(self, question: str) -> int:
        return self._about.get(question, {}).get("at", -1)
