"""Words of probability and their ranges: ICD 203 (United States, 2015), from `likelihood_words`.

A boundary belongs to the range above it, so 20 per cent is "unlikely".
"""

import re

from alignment.tables.reading import load


def term(percent: float) -> str:
    """Return the word for a probability.

    Parameters
    ----------
    percent : float
        0 to 100.

    Returns
    -------
    str
        Empty outside the scale (under 1 or over 99): nothing is certain.
    """
    words = load("likelihood_words")
    if not words["low"].min() <= percent <= words["high"].max():
        return ""
    return words.loc[words["low"] <= percent, "word"].iloc[-1]


def terms_in(sentence: str) -> list[str]:
    """List the words of probability in a sentence; "very likely" is not also "likely".

    Parameters
    ----------
    sentence : str
        Any text.

    Returns
    -------
    list of str
        Longest words first.
    """
    rest, found = sentence.casefold(), []
    for word in sorted(load("likelihood_words")["word"], key=len, reverse=True):
        rest, count = re.subn(rf"\b{word}(?:ly)?\b", " ", rest)
        found += [word] * bool(count)
    return found
