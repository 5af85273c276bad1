"""US Treasury securities held abroad: read the Treasury's own text file, newest block first.

The file is a stack of yearly blocks; where two series give the same month, the newer one counts.
"""

import csv
import re

import pandas as pd

from alignment.sources.raw import MONTHS, Raw
from alignment.sources.recipe import Recipe, RecipeError, date, licence_basis, number, text

FILE = "us-treasury-tic-mfh/mfhhis01.txt"
ADDRESS = "https://ticdata.treasury.gov/Publish/mfhhis01.txt"
HOLDERS = {
    "China, Mainland": "China",
    "Russia": "Russia",
    "Japan": "Japan",
    "Belgium": "Belgium",
    "Grand Total": "All foreign holders",
}
FOOTNOTE = re.compile(r"\s*\d+/.*$")


def treasuries(raw: Raw) -> pd.DataFrame:
    """Return month-end holdings of four countries and of all foreigners."""
    lines = raw.path(FILE).read_text(encoding="latin-1").splitlines()
    cells = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter="\t")]
    raw.rows[FILE] = len(cells)
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


RECIPES = (
    Recipe(
        name="treasuries",
        title="Foreign holdings of US Treasury securities",
        description="Month-end holdings of China, Russia, Japan, Belgium and of all foreigners.",
        build=treasuries,
        fields=(
            date("month", "first day of the month", required=True),
            text("holder", "holder", values=tuple(HOLDERS.values()), required=True),
            number("usd_bn", "holdings", "billion US dollars", 1, minimum=0, required=True),
        ),
        key=("month", "holder"),
        sources=("treasury",),
        licence="work of the US federal government, public domain in the United States",
        basis=licence_basis("extract: {rows} figures of five holders"),
        vintage="file of early 2026",
        coverage="March 2000 to December 2025; Russia 2007 to 2018, Belgium from 2002",
        breaks=(
            "Russia has no row after 2018: it left the list of major holders. Absence is not zero.",
            "Holdings are counted where the custodian is: a holding of China through Belgium "
            "or Luxembourg is not China's here.",
            "The series breaks at each yearly survey to 2011 and at December 2011.",
        ),
        relations=(
            {
                "kind": "part_of",
                "column": "usd_bn",
                "within": ["month"],
                "member": "holder",
                "total": "All foreign holders",
            },
        ),
        upstream={FILE: {"url": ADDRESS, "moves": True}},
    ),
)
