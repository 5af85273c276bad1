"""The names of sets, questions, cells and headings, spelled in one place: "4.3", "q4-3-stub"."""

import hashlib
import re
from urllib.parse import quote

QUESTION = re.compile(r"(\d{1,2})\.(\d{1,3})")
_CELL = re.compile(r"q([0-9]{1,2})-([0-9]{1,3})-([a-z]+)")


def cell_name(question: str, role: str) -> str:
    """Return the id of a question's cell: `q4-3-stub` for "4.3" and "stub"."""
    return f"q{question.replace('.', '-')}-{role}"


def parse_cell(name: str) -> tuple[str, str]:
    """Return question and role of a cell's id; two empty texts for a cell of another kind."""
    found = _CELL.fullmatch(name)
    return (f"{found[1]}.{found[2]}", found[3]) if found else ("", "")


def set_of(question: str) -> str:
    """Return the number of the set a question belongs to: "04" for "4.3"."""
    return question.partition(".")[0].zfill(2)


def set_number(name: str) -> str:
    """Return the number in the name of a set's file: "04" for "04-name"."""
    return name.split("-")[0]


def anchor(heading: str) -> str:
    """Return the fragment by which a notebook's heading is linked.

    Parameters
    ----------
    heading : str
        Its text, without the marks before it.
    """
    return quote(heading.strip().replace(" ", "-"), safe="?-.,;:!'’()")


def digest(source: str) -> str:
    """Digest one cell's text, whatever blank space surrounds it."""
    return hashlib.sha256(source.strip().encode()).hexdigest()[:12]
