"""US Treasury securities held abroad: read the Treasury's own text file, newest block first.

The file is a stack of yearly blocks; where two series give the same month, the newer one counts.
"""

import csv
import re

import pandas as pd

from builder.inputs import MONTHS, RecipeError

FILE = "us-treasury-tic-mfh/mfhhis01.txt"
HOLDERS = {
    "China, Mainland": "China",
    "Russia": "Russia",
    "Japan": "Japan",
    "Belgium": "Belgium",
    "Grand Total": "All foreign holders",
}
FOOTNOTE = re.compile(r"\s*\d+/.*$")


def treasuries(inputs) -> pd.DataFrame:
    """Return month-end holdings of four countries and of all foreigners."""
    lines = inputs.path(FILE).read_text(encoding="latin-1").splitlines()
    cells = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter="\t")]
    inputs.rows[FILE] = len(cells)
    found: dict[tuple, float] = {}
    months: list = []
    for above, row in zip([[], *cells], cells, strict=False):
        if row and row[0] == "Country":
            months = _months(above, row)
        elif row and (holder := HOLDERS.get(FOOTNOTE.sub("", row[0]))):
            for month, value in zip(months, row[1:], strict=False):
                if month and _number(value) is not None:
                    found.setdefault((month, holder), _number(value))
    if not found:
        raise RecipeError(f"{FILE} holds no block that begins with Country; its form has changed.")
    rows = [(pd.Timestamp(month), holder, value) for (month, holder), value in found.items()]
    table = pd.DataFrame(rows, columns=["month", "holder", "usd_bn"])
    return table.sort_values(["month", "holder"])


def _months(names: list[str], years: list[str]) -> list[str | None]:
    found = []
    for name, year in zip(names[1:], years[1:], strict=False):
        month = name[:3].title()
        known = month in MONTHS and year[:4].isdigit()
        found.append(f"{year[:4]}-{MONTHS.index(month) + 1:02}-01" if known else None)
    return found


def _number(cell: str) -> float | None:
    try:
        return float(cell.replace(",", ""))
    except ValueError:
        return None
