"""Write docs/attacks.md from the catalogue: `python -m tests.attacks.table`."""

from itertools import groupby
from pathlib import Path

from tests.attacks.catalogue import ATTACKS
from tests.attacks.files import FILES

DOCS = Path(__file__).resolve().parents[2] / "docs" / "attacks.md"
HEAD = """\
# Hostile submissions

Every line is a submission of the test suite (`tests/test_attacks.py`, `tests/test_handed.py`).
Each ends within its limits, gains no point, changes no other grade, touches nothing outside its
sandbox and leaves no process behind. This page is written by `python -m tests.attacks.table`.
"""


def table() -> str:
    """Return the page."""
    parts = [HEAD]
    for group, attacks in groupby(ATTACKS, lambda attack: attack.group):
        parts.append(f"\n## {group}\n\n| attack | what it tries |\n| --- | --- |\n")
        parts += [f"| {attack.name} | {attack.tries} |\n" for attack in attacks]
    parts.append("\n## Hostile files\n\n| file | what the teacher is told |\n| --- | --- |\n")
    parts += [f"| {each.name} | {each.told} |\n" for each in FILES]
    parts.append(f"\n{len(ATTACKS)} answers and {len(FILES)} files.\n")
    return "".join(parts)


if __name__ == "__main__":
    DOCS.write_text(table(), encoding="utf-8")
