"""How hard a lesson's prose is: the Flesch-Kincaid grade, a school year of the United States.

Kincaid, Fishburne, Rogers and Chissom (1975), Navy research report 8-75. Syllables are counted by
the hyphenation of Pyphen, as textstat long did; it misses some ("many" counts as one), which makes
the grade about one too low. The terms of a field make a text look harder than it reads.
"""

import re
from collections.abc import Iterable, Iterator

from fairmark.authoring.minutes import read_words

_CODE = re.compile(r"`[^`]*`|\$[^$]*\$|\{[^}]*\}")
_MARK = re.compile(r"^\s*(?:[-*>]|\d+\.)\s+", re.M)
_END = re.compile(r"(?<=[.!?])[\"')*_]*\s+")


def reading_grade(texts: Iterable[str]) -> float | None:
    """Return the Flesch-Kincaid grade of Markdown texts.

    Headings, tables, code and addresses are left out: they hold no sentences.

    Returns
    -------
    float or None
        None where there is no sentence, or where Pyphen is not installed.
    """
    try:
        from pyphen import Pyphen
    except ImportError:
        return None
    split = Pyphen(lang="en_US")
    spoken = [read_words(each) for text in texts for each in sentences(text)]
    spoken = [each for each in spoken if each]
    if not spoken:
        return None
    words = [word for each in spoken for word in each]
    syllables = sum(len(split.positions(word)) + 1 for word in words)
    return 0.39 * len(words) / len(spoken) + 11.8 * syllables / len(words) - 15.59


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of a Markdown text; one list item is at least one sentence."""
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*>]|\d+\.)\s)", text):
        if not block.lstrip().startswith(("#", "|", "<", "```")):
            yield from _END.split(_CODE.sub("x", _MARK.sub("", block)).strip())
