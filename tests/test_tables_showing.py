"""How a DataFrame shows in a notebook: words on the left, numbers where Jupyter has them."""

import re

import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell

from alignment.tables import showing

MIXED = pd.DataFrame({"n": [1, 2], "who": ["a", "b"], "yes": [True, False], "share": [0.5, 1.5]})


def left(html):
    """The places in a row that a rule sets to the left."""
    return [int(n) for n in re.findall(r"nth-child\((\d+)\)", html.partition("}")[0])]


def test_columns_of_words_and_of_yes_and_no_are_set_to_the_left():
    assert left(showing.html_of(MIXED)) == [3, 4]


def test_an_index_of_words_is_too():
    assert left(showing.html_of(MIXED.set_index("who"))) == [1, 3]


def test_a_table_of_numbers_is_what_pandas_gives():
    numbers = MIXED[["n", "share"]]
    assert showing.html_of(numbers) == numbers._repr_html_()


@pytest.mark.parametrize(
    "frame",
    [
        MIXED.set_index(["who", "n"]),
        pd.concat({"a": MIXED}, axis=1),
        pd.DataFrame([["x"] * 30]),
    ],
    ids=["two levels of rows", "two levels of columns", "columns left out"],
)
def test_where_no_rule_can_name_a_column_the_table_is_what_pandas_gives(frame):
    with pd.option_context("display.max_columns", 20):  # as in a notebook
        assert showing.html_of(frame) == frame._repr_html_()


def test_a_day_is_not_broken_at_its_hyphens():
    acts = pd.DataFrame({"date": ["2025-01-10", "2025-10-22"], "act": ["a", "b"]})
    for frame in (acts, acts.assign(date=pd.to_datetime(acts["date"]))):
        assert whole(showing.html_of(frame)) == [2]
        assert whole(showing.html_of(frame.set_index("date"))) == [1]
    assert whole(showing.html_of(MIXED)) == []


def whole(html):
    """The places in a row that a rule keeps on one line."""
    rule = re.search(r"\} ([^}]*)\{white-space: nowrap", html)
    return [int(n) for n in re.findall(r"nth-child\((\d+)\)", rule[1])] if rule else []


def test_a_rule_holds_for_its_own_table_only():
    one, two = showing.html_of(MIXED), showing.html_of(MIXED[["who", "n"]])
    names = {re.search(r'class="dataframe ([\w-]+)"', html)[1] for html in (one, two)}
    assert names == {"words-3-4", "words-2"}


def test_a_kernel_that_imports_the_tables_shows_frames_this_way():
    shell = InteractiveShell.instance()
    try:
        showing.install()
        data, _ = shell.display_formatter.format(MIXED)
    finally:
        InteractiveShell.clear_instance()
    assert data["text/html"] == showing.html_of(MIXED)
    assert data["text/plain"] == repr(MIXED)
