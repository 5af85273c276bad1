"""A conclusion stands on years in which its list is complete.

`data-raw/content/windows.csv` says for each lesson which years of a census it compares.
"""

import re

import pandas as pd
import pytest

from alignment.tables import root
from alignment.tables.package import descriptor
from fairmark.authoring.percent import find_sources

HOME = root().parent
CENSUS = {
    item["name"]: item["list"]
    for item in descriptor()["resources"]
    if item.get("list", {}).get("kind") == "census"
}
WINDOWS = pd.read_csv(HOME / "data-raw" / "content" / "windows.csv", dtype=str)


def loads():
    """Every lesson and every census that it loads."""
    for source in find_sources(HOME / "notebooks"):
        for name in sorted(set(re.findall(r'load\("(\w+)"\)', source.read_text("utf-8")))):
            if name in CENSUS:
                yield source.stem[:2], name


@pytest.mark.parametrize(("lesson", "table"), loads())
def test_a_lesson_that_counts_from_a_census_says_which_years_it_compares(lesson, table):
    assert len(WINDOWS.query("lesson == @lesson and table == @table")) >= 1


@pytest.mark.parametrize(
    "row", WINDOWS.to_dict("records"), ids=lambda r: f"{r['lesson']}-{r['table']}"
)
def test_the_years_lie_where_the_list_is_complete(row):
    said = CENSUS[row["table"]]
    assert said["complete_from"] <= row["from"] < row["to"] <= said["complete_to"]
