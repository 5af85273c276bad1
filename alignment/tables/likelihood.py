"""Words of probability and their ranges: ICD 203 (United States, 2015), from `likelihood_words`.

A boundary belongs to the range above it, so 20 per cent is "unlikely".
"""

import re
from functools import lru_cache

from alignment.tables.package import Version
from alignment.tables.reading import load, versions


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
    scale = _scale(*versions("likelihood_words"))
    if not scale[0][0] <= percent <= scale[-1][1]:
        return ""
    return [word for low, _, word in scale if low <= percent][-1]


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
    words = [word for _, _, word in _scale(*versions("likelihood_words"))]
    for word in sorted(words, key=len, reverse=True):
        rest, count = re.subn(rf"\b{word}(?:ly)?\b", " ", rest)
        found += [word] * bool(count)
    return found


@lru_cache(maxsize=8)
def _scale(package: Version, file: Version) -> tuple[tuple[float, float, str], ...]:
    """Return lowest and highest per cent and word, upwards, as long as table and schema stay."""
    rows = load("likelihood_words")[["low", "high", "word"]]
    return tuple(rows.itertuples(index=False, name=None))
