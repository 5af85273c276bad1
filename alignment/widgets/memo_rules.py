"""What the memo linter looks for, sentence by sentence; form only, never the opinion.
Each rule is a short function that returns advice or an empty text.
"""

import re
from dataclasses import dataclass

from alignment.messages import say
from alignment.tables.likelihood import says_confidence, term, terms_in

CAUSAL = (
    r"caus(?:e|es|ed|ing)",
    r"le(?:d|ads) to",
    r"because of",
    r"enabl(?:e|es|ed|ing)",
    r"sustain(?:s|ed|ing)?",
    r"result(?:s|ed) in",
    r"thanks to",
)
_CITED = re.compile(r"\]\(|https?://|\bsource|\btable\b|\[\d+\]|\blesson \d|\bfigure \d", re.I)
_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")
_DATE = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b|\b(?:19|20)\d\d(?:-\d\d-\d\d)?\b|\b[CRN]\d{1,2}\b"
)
_PER_CENT = re.compile(r"(\d+(?:\.\d+)?) ?(?:%|per cent)")
KINDS = (
    "words and numbers",
    "likelihood and confidence",
    "causal verb",
    "uncited number",
    "dissent",
)


@dataclass(frozen=True)
class Finding:
    """One thing to look at.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    where : str
        The sentence; empty if the whole memo is meant.
    advice : str
        What to do, in one sentence.
    """

    kind: str
    where: str
    advice: str


def lint(memo: str) -> list[Finding]:
    """Read a memo and list what to look at, in the order of the text.

    Parameters
    ----------
    memo : str
        Plain text or Markdown; headings, lists and paragraphs.

    Returns
    -------
    list of Finding
        Empty if every rule holds. A finding is a question to the author, not a verdict.
    """
    found = [finding for sentence in sentences(memo) for finding in _look_at(sentence)]
    if memo.strip() and not re.search(r"(?i)\bdissent", memo):
        advice = say("memo.add_dissent")
        found.append(Finding("dissent", "", advice))
    return found


def sentences(memo: str) -> list[str]:
    """Split a text into sentences; a heading or a list item ends one too."""
    lines = re.sub(r"(?m)^#+ .*$", "\n\n", memo)
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )", lines)
    joined = (re.sub(r"^\s*(?:[-*]|\d+\.) ", "", " ".join(block.split())) for block in blocks)
    parts = (re.split(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ\"“])", block) for block in joined)
    return [part.strip() for block in parts for part in block if part.strip()]


def _look_at(sentence: str) -> list[Finding]:
    rules = {
        "words and numbers": _words_and_numbers,
        "likelihood and confidence": _mixed,
        "causal verb": _causal,
        "uncited number": _uncited,
    }
    advice = {kind: rule(sentence) for kind, rule in rules.items()}
    return [Finding(kind, sentence, text) for kind, text in advice.items() if text]


def _words_and_numbers(sentence: str) -> str:
    used = terms_in(sentence)
    numbers = [float(number) for number in _PER_CENT.findall(sentence)]
    if not used:
        return ""
    if not numbers:
        return say("memo.add_number", word=used[0])
    fitting = {term(number) for number in numbers}
    if wrong := [word for word in used if word not in fitting]:
        right = term(numbers[0]) or say("memo.no_word")
        return say("memo.misfit", word=wrong[0], number=numbers[0], right=right)
    return ""


def _mixed(sentence: str) -> str:
    if terms_in(sentence) and says_confidence(sentence):
        return say("memo.two_sentences")
    return ""


def _causal(sentence: str) -> str:
    for verb in CAUSAL:
        if found := re.search(rf"(?i)\b{verb}\b", sentence):
            return say("memo.cause", verb=found.group())
    return ""


def _uncited(sentence: str) -> str:
    bare = _PER_CENT.sub(" ", sentence) if terms_in(sentence) else sentence
    numbers = [n for n in _NUMBER.findall(_DATE.sub(" ", bare)) if _is_figure(n, bare)]
    if numbers and not _CITED.search(sentence):
        return say("memo.no_source", number=numbers[0])
    return ""


def _is_figure(number: str, sentence: str) -> bool:
    """Small whole numbers are words (two domains); percentages and large ones are data."""
    value = float(number.replace(",", "").rstrip("."))
    per_cent = re.search(rf"{re.escape(number)} ?(?:%|per cent|billion|million)", sentence)
    return value > 10 or value % 1 != 0 or per_cent is not None
