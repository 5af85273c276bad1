"""What a platform takes in: its own column, its own people, no grade lost and no points changed."""

import pytest

from fairmark.platforms.filling import NoColumn
from fairmark.platforms.importing import summary, write_import
from fairmark.platforms.protocol import Mark
from tests import handins
from tests.handins import people, rows


def imported(listed, marks, column="", *aliases):
    aliases = aliases or ("04-economic", "04", "economic")
    return write_import(people(listed), [Mark(*m) for m in marks], column, *aliases)


def test_canvas_gets_the_column_that_is_there_and_nobody_without_a_grade():
    ready = imported(handins.CANVAS, [("12", "21", "42"), ("11", "40", "42")])
    assert rows(ready.text) == [
        ["Student", "ID", "SIS Login ID", "Section", "Week 4 (77)"],
        ["Able, Ann", "11", "aable", "A", "40"],
        ["Bäcker, Bo", "12", "bbaecker", "A", "21"],
    ]  # fmt: skip
    assert "Points Possible" not in ready.text


def test_an_import_says_what_it_changes_before_anybody_writes_it():
    ready = imported(handins.CANVAS, [("11", "41", "42"), ("12", "21", "42")])
    assert [(c.student.id, c.before, c.after) for c in ready.changes] == [
        ("11", "40", "41"), ("12", "", "21"),
    ]  # fmt: skip
    assert "1 new grades, 1 that replace another, 0 that stay" in summary(ready)[0]
    assert "11 Able, Ann: 40 becomes 41" in summary(ready)[1]
    assert imported(handins.CANVAS, [("11", "40.0", "42")]).same == 1


def test_grades_are_scaled_to_what_the_column_is_out_of_and_that_is_told():
    ready = imported(handins.CANVAS, [("12", "17", "42")], "05 politics (78)")
    assert rows(ready.text)[1][-1] == "13.76"
    assert "out of 34" in ready.said[0]


def test_canvas_excuses_and_its_totals_take_nothing():
    assert rows(imported(handins.CANVAS, [("12", "EX")]).text)[1][-1] == "EX"
    with pytest.raises(NoColumn, match="no column “Total” to fill"):
        imported(handins.CANVAS, [("12", "1")], "Total")


def test_a_set_without_a_column_or_with_two_is_asked_about():
    with pytest.raises(NoColumn, match="No column of Canvas names 06-money"):
        imported(handins.CANVAS, [("12", "1")], "", "06-money", "06")
    twice = handins.CANVAS.replace("05 politics (78)", "Set 04 late (78)")
    with pytest.raises(NoColumn, match="Several columns of Canvas may be 04"):
        imported(twice, [("12", "1")])


@pytest.mark.parametrize("number", ["77", "7"])
def test_the_platforms_own_number_names_no_set(number):
    with pytest.raises(NoColumn):
        imported(handins.CANVAS, [("12", "1")], "", number)


def test_moodle_gets_its_worksheet_back_and_whoever_has_no_grade_keeps_theirs():
    ready = imported(handins.MOODLE, [("5002", "21", "42"), ("5003", "42", "42")])
    before, after = rows(handins.MOODLE), rows(ready.text)
    assert after[:2] == before[:2]
    assert [row[4] for row in after[1:]] == ["12.00", "42.00", "84.00"]
    assert [row[:4] + row[5:] for row in after] == [row[:4] + row[5:] for row in before]
    assert any("cannot be changed: 5003" in line for line in ready.said)


def test_moodle_in_another_language_keeps_its_decimal_comma():
    ready = imported(handins.MOODLE_FRENCH, [("5001", "20.5", "42")])
    assert rows(ready.text)[1][4] == "20,50"


def test_blackboard_is_given_the_columns_own_number_and_every_cell_quoted():
    ready = imported(handins.BLACKBOARD, [("b_b", "42", "42")])
    assert ready.text.splitlines() == [
        '"Last Name","First Name","Username","Home_work 4 [Total Pts: 21 Score] |9001"',
        '"Bäcker","Bo","b_b","21"',
    ]  # fmt: skip


def test_brightspace_is_given_ids_with_their_sign_and_the_end_of_each_line():
    ready = imported(handins.BRIGHTSPACE, [("0014", "42", "42")])
    assert rows(ready.text)[1] == ["#0014", "#cy", "42", "#"]
    assert rows(ready.text)[0][-1] == "End-of-Line Indicator"


def test_sakai_gets_its_table_back_with_the_rows_above_it():
    ready = imported(handins.SAKAI, [("aable", "40")])
    before, after = rows(handins.SAKAI), rows(ready.text)
    assert after[:3] == before[:3]
    assert [row[4] for row in after[3:]] == ["40", "17"]


@pytest.mark.parametrize("name", ["GOOGLE", "TEAMS", "ILIAS", "GRADESCOPE", "GITHUB"])
def test_platforms_without_an_import_get_a_table_to_copy_from(name):
    listed = getattr(handins, name)
    first = people(listed).students[0]
    column = {"GRADESCOPE": "Total Score"}.get(name, "")
    ready = imported(listed, [(first.id, "40", "42")], column)
    assert rows(ready.text)[1][:2] == [first.name, first.id]
    assert "takes no import" in ready.said[-1]


def test_any_other_list_is_given_back_with_a_new_column():
    ready = imported(handins.LIST, [("bo", "40", "42")])
    assert rows(ready.text) == [
        ["id", "name", "section", "04-economic"],
        ["ann", "Ann Able", "A", ""],
        ["bo", "Bo Bäcker", "A", "40"],
        ["04", "Nora Four", "B", ""],
    ]


def test_two_people_of_one_id_are_told_apart_by_their_row():
    listed = "id,name,section\nann,A,one\nann,B,two\n"
    ready = imported(listed, [("ann", "40", "42", 1), ("ann", "2", "42", 0)])
    assert [row[-1] for row in rows(ready.text)[1:]] == ["2", "40"]


def test_an_id_that_is_not_on_the_list_is_told_and_not_written():
    ready = imported(handins.LIST, [("zed", "40", "42")])
    assert ready.changes == ()
    assert "zed is not in the class list" in ready.said[0]


def test_what_moodle_would_drop_without_a_word_is_told():
    ready = imported(handins.MOODLE, [("5001", "90")])
    assert ready.changes == ()
    assert "above the maximum" in ready.said[0]


@pytest.mark.parametrize(("points", "text"), [("20.125", "20.13"), ("0.005", "0.01"), ("0", "0")])
def test_halves_are_rounded_up_once(points, text):
    assert rows(imported(handins.LIST, [("bo", points)]).text)[2][-1] == text
