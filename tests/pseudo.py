"""What the tests of messages share: a text without its sentences, and the parts of a sentence."""

import html
import re
import string
from collections.abc import Iterable

from fairmark.messages import BEGIN, END

INNERMOST = re.compile(f"{BEGIN}[^{BEGIN}{END}]*{END}")


def untranslated(text: str, own: Iterable[object]) -> list[str]:
    """Return the words that are neither of the messages nor the course's or somebody's own."""

    text = html.unescape(re.sub(r"(?s)<style>.*?</style>|<code>.*?</code>|<[^>]*>", " ", text))
    while INNERMOST.search(text):
        text = INNERMOST.sub(" ", text)
    for each in sorted(map(str, own), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(each)}(?!\w)", " ", text)
    return re.findall(r"[^\W\d_]{2,}", text)


def parts(text: str) -> set[str]:
    """Name what a sentence has filled in, without the number that chooses its form."""
    return {part for _, part, _, _ in string.Formatter().parse(text) if part} - {"n"}
