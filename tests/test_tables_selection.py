"""Lists whose rows somebody selected: rule, completeness, counts they were checked against."""

import pandas as pd
import pytest

from alignment.tables.selection import faults
from builder.dictionary import to_markdown

FRAME = pd.DataFrame({"year": [2021, 2021, 2022], "value": [1.5, 2.5, 4.0]})
COUNT = {
    "what": "meetings",
    "period": "2021",
    "published": 3,
    "ours": 2,
    "source": "page-1",
    "rows": "year == 2021",
    "differences": [{"count": -1, "why": "one was not found"}],
}
CENSUS = {
    "kind": "census",
    "rule": "Meetings in person.",
    "complete_from": "2021-01-01",
    "complete_to": "2022-12-31",
    "known_gaps": ["Meetings by video are left out."],
}
ITEM = {"list": CENSUS, "checked_against": [COUNT]}


def found(said, *counts):
    return list(faults({"list": said, "checked_against": list(counts)}, FRAME, {"page-1"}))


def test_a_census_with_its_rule_its_ends_and_explained_counts_has_no_fault():
    assert found(CENSUS, COUNT) == []


def test_a_selection_has_a_rule_and_no_completeness():
    assert found({"kind": "selection", "rule": "One vote of each kind."}) == []
    (sentence,) = found({"kind": "selection", "rule": "One of each.", "complete_from": 2021})
    assert "a selection is complete in no period" in sentence


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"kind": "sample"}, "the kind of a list is 'sample'; it must be one of census"),
        ({"rule": " "}, "a list says no rule of inclusion"),
        ({"complete_to": None}, "a census must say complete_from and complete_to"),
        ({"complete_to": "2020-01-01"}, "complete_from is after complete_to"),
        ({"rules": "x"}, "list says rules, which is not known"),
    ],
)
def test_a_list_of_another_form_is_found(change, sentence):
    assert any(sentence in line for line in found(CENSUS | change))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"differences": []}, "published 3 and the differences make 3, ours is 2; explain the"),
        ({"ours": 1}, "ours is 1, and the table has 2"),
        ({"differences": [{"count": -1, "why": ""}]}, "a difference does not say why"),
        ({"published": "three"}, "must be numbers"),
        ({"source": "page-9"}, "its source page-9 is not in table sources"),
        ({"rows": "month == 1"}, "its rows cannot be counted"),
        ({"per": "2021"}, "the count says per, which is not known"),
    ],
)
def test_a_count_that_does_not_add_up_is_found(change, sentence):
    lines = found(CENSUS, COUNT | change)
    assert any(sentence in line and "checked against 'meetings'" in line for line in lines)


def test_a_count_without_its_period_is_found():
    short = {key: value for key, value in COUNT.items() if key != "period"}
    assert any("it says no period" in line for line in found(CENSUS, short))


def test_a_column_is_added_up_where_the_published_figure_is_a_sum():
    count = {"what": "sum", "period": "2021", "published": 4, "ours": 4, "sum": "value"}
    assert found(CENSUS, count | {"rows": "year == 2021"}) == []
    wrong = count | {"rows": "year == 2022", "ours": 4.1, "published": 4.1}
    assert len(found(CENSUS, wrong)) == 1


def test_the_dictionary_prints_rule_ends_gaps_and_counts():
    item = {
        "name": "meetings",
        "title": "Meetings",
        "description": "All.",
        "topic": "",
        "bytes": 1,
        "rows": 3,
        "kind": "measured",
        "schema": {"fields": [], "primaryKey": ["year"]},
        "sources": [],
        "breaks": [],
        **ITEM,
        **dict.fromkeys(("coverage", "vintage", "accessed", "licence", "basis"), "x"),
    }
    page = to_markdown({"resources": [item]})
    assert "- Rule of inclusion (census): Meetings in person." in page
    assert "- Complete from 2021-01-01 to 2022-12-31" in page
    assert "- Known gap: Meetings by video are left out." in page
    assert "meetings, 2021: published 3, ours 2 (-1: one was not found)" in page
