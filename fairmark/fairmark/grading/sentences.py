"""Goes with a student's run: remembers what each check was given, to say a sentence about it later.

It shares its process with the student's code; what it says goes onto that student's page only.
"""

from collections.abc import Callable

from fairmark.answers.judging import judge
from fairmark.checks.keys import find
from fairmark.checks.talking import LISTENERS
from fairmark.course import current, named


def prepare() -> None:
    """Do once what libraries do at first use, so that no run pays for it; the course says what."""
    if current().also:
        named(current().also, current().root)()


def follow() -> Callable[[str], str]:
    """Note every answer that reaches a check, and return a function that judges it.

    Returns
    -------
    callable
        Question -> what the notebook's own check would have said of the answer.
    """
    noted: dict[str, tuple] = {}
    LISTENERS.append(lambda question, value, on: noted.update({question: (value, on)}))

    def told(question: str) -> str:
        verdict = judge(find(question), *noted[question])
        return " ".join(text for text in (verdict.looked_at, verdict.sentence) if text)

    return told
