"""Words of probability and their ranges: ICD 203 (United States, 2015), from `likelihood_words`.

A boundary belongs to the range above it, so 20 per cent is "unlikely". The directive gives each
range two terms; the table holds the first, and the second is read as the first.
"""

import re
from functools import lru_cache

from alignment.tables.package import Version
from alignment.tables.reading import load, versions

# The second terms of ICD 203, and how people write either of them.
SYNONYMS = {
    "almost no chance": ("remote", "virtually no chance"),
    "very unlikely": ("highly improbable", "highly unlikely", "very improbable"),
    "unlikely": ("improbable", "improbably"),
    "roughly even chance": ("roughly even", "roughly even odds", "even odds", "even chance"),
    "likely": ("probable", "probably"),
    "very likely": ("highly probable", "highly likely", "very probable", "very probably"),
    "almost certain": ("nearly certain", "almost certainly", "nearly certainly"),
}

# How people say how sure they are; "make sure" and "certain goods" say nothing of the kind.
CONFIDENCE = (
    r"\bconfiden|(?<!make )(?<!makes )(?<!making )(?<!made )\b(un)?sure\b|\bcertainly\b"
    r"|\b(am|are|is|be|feel|quite|very|fairly|absolutely) certain\b|\bconvinced\b|\bno doubt\b"
)


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
    """List the terms of the table that a sentence uses; "very likely" is not also "likely".

    A second term of the directive counts as the first: "probably" is "likely".

    Parameters
    ----------
    sentence : str
        Any text.

    Returns
    -------
    list of str
        Longest words first.
    """
    rest, found = " ".join(sentence.casefold().split()), []
    words = [word for _, _, word in _scale(*versions("likelihood_words"))]
    spelt = {each: word for word in words for each in (word, *SYNONYMS.get(word, ()))}
    for spelling in sorted(spelt, key=len, reverse=True):
        rest, count = re.subn(rf"\b{spelling}(?:ly)?\b", " ", rest)
        if count and spelt[spelling] not in found:
            found.append(spelt[spelling])
    return found


def says_confidence(sentence: str) -> bool:
    """Tell whether a sentence says how sure somebody is; "almost certain" is a probability."""
    rest = re.sub(r"\b(almost|nearly) certain(ly)?\b", " ", sentence.casefold())
    return re.search(CONFIDENCE, rest) is not None


@lru_cache(maxsize=8)
def _scale(package: Version, file: Version) -> tuple[tuple[float, float, str], ...]:
    """Return lowest and highest per cent and word, upwards, as long as table and schema stay."""
    rows = load("likelihood_words")[["low", "high", "word"]]
    return tuple(rows.itertuples(index=False, name=None))
