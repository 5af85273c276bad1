"""Which person a text may name: a score for a human to confirm, never a decision.

Own code on purpose: a proposal must not change because a library was updated.
"""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

SPELLED = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe",
                         "þ": "th", "ð": "d", "ı": "i"})  # fmt: skip
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
ALL_OF_IT, LOGIN = 0.92, 0.95
LOWEST, PROPOSED, AHEAD = 0.70, 0.85, 0.10


@lru_cache(maxsize=20_000)
def forms(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the sorted words of a name, once without umlauts and once with them written out."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    found = dict.fromkeys(
        tuple(sorted(re.findall(r"[^\W_]+", _bare(each))))
        for each in (folded, folded.translate(UMLAUTS))
    )
    return tuple(found)


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.translate(SPELLED))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def score(name: str, text: str) -> float:
    """Return how alike a person's name and a text are, from 0 to 1."""
    return max((_alike(a, b) for a in forms(name) for b in forms(text)), default=0.0)


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    if not a or not b:
        return 0.0
    fewer, more = sorted((Counter(a), Counter(b)), key=lambda each: each.total())
    floor = ALL_OF_IT if fewer.total() >= 2 and fewer <= more else 0.0
    first, second = " ".join(a), " ".join(b)
    longer = max(len(first), len(second))
    # What cannot be reached is not computed: letters that differ are edits.
    differ = (Counter(first) - Counter(second)).total(), (Counter(second) - Counter(first)).total()
    if 1 - max(differ) / longer < LOWEST:
        return floor
    return max(floor, 1 - distance(first, second) / longer)


def distance(a: str, b: str) -> int:
    """Return the edits between two texts; two letters that changed places are one edit."""
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, left in enumerate(a, start=1):
        row = [i]
        for j, right in enumerate(b, start=1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def has_word(word: str, text: str) -> bool:
    """Tell whether a login or the first part of a mail address stands in a text by itself."""
    word = re.escape(word.casefold())
    return bool(word) and bool(re.search(rf"(?<![^\W_]){word}(?![^\W_])", text.casefold()))
