"""Numbers in a lesson's prose, and whether a stored output above holds them.

Years, dates, ids (C7, lesson 4, set 04), links, code and lines about minutes do not count.
"""

import re
from dataclasses import dataclass
from html import unescape

from nbformat import NotebookNode

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
UNITS = (
    r"%|per cent|percent|percentage points?|points|billion|million|trillion|dollars|euros|yuan|km"
)
LABELS = "lessons?|sets?|steps?|questions?|articles?|rules?|tier|package|rows?|ICD|ES-|part"
# What may hold digits and is not a figure of the lesson.
_NOT_PROSE = [
    r"```.*?```",
    r"`[^`]*`",
    r"\$[^$]*\$",
    r"\]\([^)]*\)",
    r"https?://\S+",
    r"(?m)^#+ .*$",
    r"(?m)^\|.*$",
    r"(?m)^.*\*\*(?:Minutes|Lessons|Practise):\*\*.*$",
    rf"\b\d{{1,2}}(?:[–-]\d{{1,2}})? (?:{MONTHS})\b",
    rf"\b(?:{MONTHS}) \d{{1,2}}\b(?!\d)",
    r"\b[CVHRSe]\d{1,2}\b",
    rf"(?i)\b(?:{LABELS}) ?\d[\d.,–-]*",
    r"\b(?:1[89]|20)\d\d(?:s|[–-](?:\d\d){1,2})?\b",
    r"\bA/RES/\S+",
    r"\b0 (?:to|and|–) 100\b|\b0–100\b",
]
_NUMBER = re.compile(rf"(?<![\w.])[-−]?\d[\d,]*(?:\.\d+)?(?:\s?(?:{UNITS}))?")


@dataclass(frozen=True)
class Figure:
    """A number found in prose.

    Parameters
    ----------
    text : str
        As printed.
    value : float
        Without thousands separators and sign.
    decimals : int
        Digits after the point.
    """

    text: str
    value: float
    decimals: int


def figures(markdown: str) -> list[Figure]:
    """List the decimals, percentages, amounts of money and counts above 10 in a text."""
    for pattern in _NOT_PROSE:
        markdown = re.sub(pattern, " ", markdown, flags=re.DOTALL if "```" in pattern else 0)
    markdown = unescape(re.sub(r"<[^>]+>", " ", markdown))
    found = []
    for match in _NUMBER.finditer(markdown):
        digits = re.search(r"\d[\d,]*(?:\.\d+)?", match.group()).group().replace(",", "")
        decimals = len(digits.partition(".")[2])
        has_unit = bool(re.search(rf"(?:{UNITS})$", match.group()))
        if decimals or has_unit or float(digits) > 10:
            found.append(Figure(match.group().strip(), float(digits), decimals))
    return found


def output_numbers(cell: NotebookNode) -> set[float]:
    """Collect every number that the stored outputs of a cell show."""
    texts = []
    for out in cell.get("outputs", []):
        data = out.get("data", {})
        html = _words(data.get("text/html", ""))
        texts += [out.get("text", ""), data.get("text/plain", ""), html]
    plain = re.sub(r"(?<=\d),(?=\d{3}\b)", "", "\n".join(texts))
    return {float(number) for number in re.findall(r"\d+(?:\.\d+)?", plain)}


def _words(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", html))


def source_cell(figure: Figure, above: list[tuple[int, set[float]]]) -> int | None:
    """Name the nearest cell above whose output holds a figure at its printed precision.

    A share may be printed as per cent: 0.32 holds 32 per cent.
    """
    for position, numbers in reversed(above):
        for number in numbers:
            for shown in (number, number * 100):
                if round(shown, figure.decimals) == figure.value:
                    return position
    return None


def unsupported(nb: NotebookNode) -> list[str]:
    """List the figures of a lesson's prose that no stored output above them holds."""
    above: list[tuple[int, set[float]]] = []
    missing = []
    for position, cell in enumerate(nb.cells):
        if cell.cell_type == "code":
            above.append((position, output_numbers(cell)))
            continue
        missing += [
            f"cell {position}: {figure.text!r}"
            for figure in figures(cell.source)
            if source_cell(figure, above) is None
        ]
    return missing
