"""What is wrong with an input: all of it at once, each a sentence with its file and line."""

from collections.abc import Iterable
from difflib import get_close_matches

from fairmark.errors import CourseError
from fairmark.messages import say

SHOWN = 20


class CannotReckon(CourseError):
    """A term that cannot be reckoned as its files stand; nothing was written."""


class Problems:
    """A list of sentences that ends in one error, so that a teacher corrects a file once."""

    def __init__(self) -> None:
        self.sentences: list[str] = []

    def add(self, where: str, sentence: str) -> None:
        """Note a problem; `where` is a file, perhaps with a line."""
        self.sentences.append(f"{where}: {sentence}")

    def stop(self) -> None:
        """Raise CannotReckon if anything was noted."""
        if self.sentences:
            more = len(self.sentences) - SHOWN
            tail = [say("near.more", more)] if more > 0 else []
            raise CannotReckon("\n".join([*self.sentences[:SHOWN], *tail]))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the nearest known word, or nothing where none is near."""
    by_fold = {each.casefold(): each for each in sorted(known, reverse=True)}
    alike = 0.5 if len(word) < 4 else 0.6  # "O1" is near "01"
    near = get_close_matches(word.casefold(), sorted(by_fold), n=1, cutoff=alike)
    return by_fold[near[0]] if near else ""


def did_you_mean(said: str, word: str, known: Iterable[str]) -> str:
    """Return a sentence on an unknown word, with the nearest known one if one is near."""
    near = nearest(word, known)
    return say("near.mean", said=said, word=near) if near else said


def shown_word(word: str) -> str:
    """Return a word as a sentence names it, which an empty cell has none of."""
    return word or say("near.empty")
