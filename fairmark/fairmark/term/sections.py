"""One section of a plan: each key read by its type, each wrong value told in one sentence."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from fairmark.messages import say
from fairmark.term.numbers import show
from fairmark.term.wrong import Problems, did_you_mean

SPAN = re.compile(r"\s*([0-9]+)\s*(s|min|h|d)\s*")
SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400}


class Section:
    """A table of a plan.

    Parameters
    ----------
    file, name : str
        "grades.toml" and "part sets".
    table : dict
        As TOML gave it.
    problems : Problems
        Takes every sentence.
    """

    def __init__(self, file: str, name: str, table: dict[str, Any], problems: Problems) -> None:
        self.file, self.name, self.table, self.problems = file, name, table, problems
        self.known: list[str] = []

    def wrong(self, sentence: str) -> None:
        """Note a problem of this section."""
        self.problems.add(self.file, say("plan.in", said=sentence, section=self.name))

    def needs(self, key: str, what: str = "") -> None:
        """Note that a key is not there; `what` says what it is."""
        said = {"section": self.name, "key": key}
        self.problems.add(
            self.file,
            say("plan.needs_what", what=what, **said) if what else say("plan.needs", **said),
        )

    def get(self, key: str) -> Any:
        """Return a value, or None, and know the key from now on."""
        self.known.append(key)
        return self.table.get(key)

    def text(self, key: str, what: str = "") -> str:
        """Return a text that must be there; `what` says what it is, for who has left it out."""
        value = self.get(key)
        if value is None:
            self.needs(key, what)
            return ""
        if hasattr(value, "isoformat"):
            return value.isoformat()
        if not isinstance(value, str) or not value.strip():
            self.wrong(say("plan.text", key=key, found=shown(value)))
            return ""
        return value.strip()

    def number(self, key: str, default: int | None, low: int, high: int | None, wrong: str):
        """Return an exact number between two bounds, else note the sentence with this id."""
        value = self.get(key)
        if value is None:
            return None if default is None else Fraction(default)
        number = as_fraction(value)
        if number is None or number < low or (high is not None and number > high):
            self.wrong(say(wrong, key=key, found=shown(value)))
            return Fraction(default or low)
        return number

    def whole(self, key: str, default: int | None, low: int, high: int | None, wrong: str):
        """Return a whole number between two bounds, else note the sentence with this id."""
        value = self.get(key)
        if value is None:
            return default
        right = isinstance(value, int) and not isinstance(value, bool)
        if not right or value < low or (high is not None and value > high):
            self.wrong(say(wrong, key=key, found=shown(value)))
            return low if default is None else default
        return value

    def choice(self, key: str, choices: tuple[str, str]) -> str:
        """Return one of two words, the first by default."""
        value = self.get(key)
        if value is None:
            return choices[0]
        if value not in choices:
            self.wrong(
                say("plan.choice", key=key, found=shown(value), one=choices[0], other=choices[1])
            )
            return choices[0]
        return value

    def texts(self, key: str, *, needed: bool) -> tuple[str, ...]:
        """Return a list of texts, none twice."""
        value = self.get(key)
        if value is None:
            if needed:
                self.needs(key, say("plan.what_texts"))
            return ()
        good = isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
        if not good or (needed and not value):
            self.wrong(say("plan.texts", key=key, found=shown(value)))
            return ()
        found = tuple(each.strip() for each in value)
        for each in sorted({each for each in found if found.count(each) > 1}):
            self.wrong(say("plan.twice", key=key, name=each))
        return tuple(dict.fromkeys(found))

    def span(self, key: str) -> int:
        """Return a length of time in seconds, 0 by default."""
        value = self.get(key)
        if value is None or (value == 0 and not isinstance(value, bool)):
            return 0
        found = SPAN.fullmatch(value) if isinstance(value, str) else None
        if not found:
            self.wrong(say("plan.span", key=key, found=shown(value)))
            return 0
        return int(found[1]) * SECONDS[found[2]]

    def yes(self, key: str) -> bool:
        """Return true or false, false by default."""
        value = self.get(key)
        if value is not None and not isinstance(value, bool):
            self.wrong(say("plan.yes", key=key, found=shown(value)))
        return value is True

    def done(self) -> None:
        """Note every key that nobody asked for."""
        for key in self.table:
            if key not in self.known:
                said = say("plan.no_key", section=self.name, key=key)
                self.problems.add(self.file, did_you_mean(said, key, self.known))


def as_fraction(value: Any) -> Fraction | None:
    """Return the exact value of a TOML number; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return None
    if isinstance(value, Decimal) and (not value.is_finite() or abs(value.adjusted()) > 30):
        return None
    return Fraction(value)


def shown(value: Any) -> str:
    """Write a value as it may stand in a plan."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if (number := as_fraction(value)) is not None:
        return show(number, 10)
    return f'"{value}"' if isinstance(value, str) else str(value)
