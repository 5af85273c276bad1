"""What a plan and its tables may hold, and the sentence for each thing they may not."""

import pytest

from fairmark.term.example import PLAN
from fairmark.term.planning import check_plan, parse
from fairmark.term.wrong import CannotReckon
from tests.terms import LATE, lines, part, plan, reckoned

ONE = "ann,01,8,10,"
SETS = part("sets", 100, "01", "02")


def refusal(folder, text, **tables) -> str:
    with pytest.raises(CannotReckon) as caught:
        reckoned(folder, text, **{"points": ONE, **tables})
    return str(caught.value)


def test_the_example_that_new_writes_is_a_plan():
    checked = check_plan(parse(PLAN.encode()))
    assert [p.name for p in checked.parts] == ["sets", "memo", "review"]
    assert checked.rubrics["memo"].possible == 100


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ('as_of = "2027-02-01 12:00"', "", "[term] needs as_of, the moment up to which a set that "
         "is not there counts as missing"),
        ("Europe/Berlin", "Europe/Berln",
         "Europe/Berln is no time zone; did you mean Europe/Berlin?"),
        ("decimals = 1", "decimals = 7", "decimals is 7; write a whole number from 0 to 4"),
        ("decimals = 1", "decimals = true", "decimals is true; write a whole number from 0 to 4"),
        ("most = 100", "most = 90", "most is 90; it must be 100 or more"),
        ('grace = "15 min"', 'grace = "a bit"',
         'grace is "a bit"; write a number and s, min, h or d'),
        ("take = 10", "take = 110", "take is 110; a part of 100 is meant"),
        ("floor = 40", "floor = nan", "floor is NaN; a part of 100 is meant"),
        ('of = "possible"', 'of = "all"', 'of is "all"; write possible or earned'),
        ("closed_after = 7", "closed_after = 0",
         "closed_after is 0; it must be a whole number of days"),
        ('combine = "mean"', 'combine = "sum"', 'combine is "sum"; write mean or points'),
        ("weight = 60", "weight = 59.9",
         "the weights sum to 99.9; they must sum to 100 (bonus parts not counted)"),
        ('items = ["memo"]', 'items = ["02"]', "02 is in two parts, sets and memo"),
        ('items = ["01", "02", "03"]', "items = [1, 2]", "write a list of texts"),
        ("never_drop = []", 'never_drop = ["12"]',
         "never_drop names 12, which is not an item of sets"),
        ("missing = 0", "missing = -5", "missing is -5; per cent from 0 to 100"),
        ("cap = 100", "cap = 1.2", "cap is 1.2; it is in per cent: 120"),
        ("bonus = true", "bonus = true\nneed = 5", "a bonus part cannot have a need"),
        ("B = 80", "B = 92", "in [letters] B (92) is not below A (90)"),
        ("F = 0", "F = 5", "it must be 0, or some would have no letter"),
        ("[late]", "[lat]", "has no section lat; did you mean late?"),
        ("[rubric.memo]", "[rubric.mem]", "[rubric.mem] is for no item of a part; did you mean"),
        ('name = "memo"', "", "needs name"),
        ("late = false", "late = 3", "late is 3; write false, or a section [part.late]"),
        ('name = "sets"', 'name = "sets', "cannot be read"),
        ("[[part]]", "[part]", "grades.toml"),
        ("half = 50, few", "half = 10, few", "levels must fall, the best first"),
        ("half = \"the main", "hlaf = \"the main", "did you mean half?"),
    ],
)  # fmt: skip
def test_a_wrong_plan_is_refused_in_a_sentence(tmp_path, before, after, sentence):
    assert before in PLAN
    said = refusal(tmp_path, PLAN.replace(before, after))
    assert sentence in said
    assert all(line.startswith(("grades.toml: ", "... and")) for line in said.splitlines())


def test_weights_are_decimal_text_so_three_thirds_of_a_hundred_are_a_hundred(tmp_path):
    text = plan(part("a", 33.4, "01"), part("b", 33.3, "02"), part("c", 33.3, "03"))
    assert lines(reckoned(tmp_path, text, points=ONE))[0].startswith("ann 80.0")


def test_a_plan_that_is_not_there_is_asked_for(tmp_path):
    from fairmark.term.inputs import read_term

    with pytest.raises(CannotReckon, match=r"holds no grades\.toml; write one with"):
        read_term(tmp_path)


@pytest.mark.parametrize(
    ("name", "rows", "sentence"),
    [
        ("points", "ann,01,11,10,", "11 is above the 10 that are possible"),
        ("points", "ann,01,8,10,\nbob,01,8,12,", "01 is of 12 here and of 10 elsewhere"),
        ("points", "ann,01,8,,", "01 has points and no of"),
        ("points", "ann,01,8,0,", "of is 0; write the points that are possible"),
        ("points", "ann,01,eight,10,", "points are eight; write a number, EX, or leave"),
        ("points", "ann,1,8,10,", "the plan has no set 1; did you mean 01?"),
        ("points", ",01,8,10,", "has no student"),
        ("points", "ann,01,8,5,10,", "6 cells under 5 headings") ,
        ("points", "ann,01,8,10,2026-13-01", "is no day of the calendar"),
        ("points", "ann,01,8,10,yesterday", "'yesterday' is no time"),
        ("points", "ann,01,8,10,2026-03-29 02:30", "never comes in Europe/Berlin"),
        ("points", "student,set,points,of,submited\nann,01,8,10,", "did you mean submitted?"),
        ("points", "student,set,points\nann,01,8", "needs the column of"),
        ("due", "01,2026-03-29 02:30", "never comes in Europe/Berlin"),
        ("due", "O1,2026-03-29", "the plan has no set O1; did you mean 01?"),
        ("due", "01,2026-11-20\n01,2026-11-21", "01 is due twice, see due.csv, line 2"),
        ("due", "01,20.11.2026", "is no time; write it as 2026-11-20"),
        ("adjust", "ann,01,,pionts,1,why,xy,", "there is no kind pionts; the kinds are "
         "points, set, override, excuse, waive late, keep; did you mean points?"),
        ("adjust", "ann,03,,points,1,why,xy,", "there is no set 03; did you mean 02?"),
        ("adjust", "ann,01,,points,1,,xy,", "has no reason"),
        ("adjust", "ann,01,,points,,why,xy,", "points needs points"),
        ("adjust", "ann,01,,excuse,3,why,xy,", "excuse takes no points"),
        ("adjust", "ann,01,,set,-3,why,xy,", "set -3 is below 0"),
        ("adjust", "ann,01,1.2,override,3,why,xy,", "override is for a whole set"),
        ("adjust", "ann,01,1.2,set,3,why,xy,", "needs the points of each question"),
        ("adjust", "ann,total,,set,3,why,xy,", "set is not for total"),
        ("adjust", "ann,total,,override,104,why,xy,", "override 104 is above 100"),
        ("adjust", "ann,02,,override,4,why,xy,", "nothing says how many points 02 has"),
        ("adjust", "ann,01,,set,3,why,xy,\nann,01,,set,4,why,xy,",
         "line 3: a second set for ann, 01; the first is in adjust.csv, line 2"),
        ("adjust", "ann,01,,override,3,a,xy,\nann,01,,override,4,b,xy,", "a second override"),
        ("adjust", "ann,01,,excuse,,a,xy,\nann,01,,set,4,b,xy,",
         "excuse for ann, 01 stands beside set in adjust.csv, line 3"),
        ("adjust", "ann,01,,points,1,a,xy,\nann,01,,points,1,a,xy,", "is the same row as"),
        ("extensions", "ann,01,2026-11-25,x,xy", "is not later than the deadline of 01"),
        ("extensions", "ann,02,+2 days,x,xy", "02 has no deadline in due.csv"),
        ("extensions", "ann,01,+2 days,x,xy\nann,01,+3 days,x,xy", "a second extension of ann"),
        ("extensions", "amn,01,+2 days,x,xy", "nobody is called amn; did you mean ann?"),
        ("roster", "ann,Ann,\nann,Ann,", "ann is on the roster twice"),
        ("roster", "ann,Ann,soon", "joined: 'soon' is no time"),
        ("roster", "1.0E+05,Ann,", "shortened by a spreadsheet"),
        ("points", "", "") ,
    ],
)  # fmt: skip
def test_a_wrong_table_is_refused_with_its_line(tmp_path, name, rows, sentence):
    tables = {"due": "01,2026-12-20", name: rows}
    if not sentence:
        assert lines(reckoned(tmp_path, plan(SETS), **tables)) == []
        return
    said = refusal(tmp_path, plan(SETS), **tables)
    assert sentence in said
    assert said.startswith(f"{name}.csv")


def test_every_mistake_is_told_at_once_up_to_twenty(tmp_path):
    rows = "\n".join(f"p{n},01,-1,10," for n in range(30))
    said = refusal(tmp_path, plan(), points=rows).splitlines()
    assert len(said) == 21
    assert said[-1] == "... and 10 more of the kind"


@pytest.mark.parametrize(
    "data",
    [
        "\ufeffstudent;set;points;of;submitted\r\nann;01;8,5;10;\r\n".encode(),
        b"sep=;\r\nstudent;set;points;of;submitted\r\nann;01;8,5;10;\r\n",
        "student\tset\tpoints\tof\tsubmitted\nann\t01\t8,5\t10\t\n".encode("utf-16"),
        "student,set,points,of,submitted\nann,01,8.5,10,\n".encode("utf-16-le"),
        b'Student, SET ,"points",of,submitted,,\n\nann , 01,"8,5",10,,,\n,,,,\n',
    ],
)
def test_a_table_is_read_as_spreadsheets_write_it(tmp_path, data):
    reckoned(tmp_path, plan(), points=ONE)
    (tmp_path / "points.csv").write_bytes(data)
    assert reckon_again(tmp_path) == ["ann 85.0 B | 01=8.5; sets:85; total:85"]


def reckon_again(folder):
    from fairmark.term.inputs import read_term
    from fairmark.term.reckon import reckon

    return lines(reckon(read_term(folder)))


def test_a_windows_table_is_read_and_a_human_is_told(tmp_path):
    of = reckoned(tmp_path, plan(), points=ONE, roster="ann,Ann,")
    (tmp_path / "roster.csv").write_bytes("student,name\nann,Müller\n".encode("cp1252"))
    from fairmark.term.inputs import read_term

    of = read_term(tmp_path)
    assert of.people.by_id["ann"].name == "Müller"
    assert "cp1252" in of.told[0].found


def test_a_line_is_counted_as_an_editor_counts_it(tmp_path):
    points = '"ann\nmary",01,8,10,\n\nbob,01,-1,10,'
    assert refusal(tmp_path, plan(), points=points).startswith("points.csv, line 5: -1 is below 0")


def test_points_of_somebody_not_on_the_roster_are_a_row_and_a_human_is_told(tmp_path):
    of = reckoned(tmp_path, plan(), points="ann,01,8,10,\nbop,01,9,10,", roster="ann,Ann,\nbob,B,")
    assert [g.person.id for g in of.grades] == ["ann", "bob", "bop"]
    assert of.look[0].found.endswith("roster.csv does not name bop; did you mean bob?")


def test_an_id_that_became_a_number_is_read_and_told(tmp_path):
    of = reckoned(tmp_path, plan(), points="101.0,01,8,10,", roster="101,Ann,")
    assert lines(of) == ["101 80.0 B | 01=8; sets:80; total:80"]
    assert of.told[0].found == "points.csv, line 2: the id 101.0 was read as 101"


def test_ids_that_differ_by_capitals_are_two_people_and_told(tmp_path):
    of = reckoned(tmp_path, plan(), points="ann,01,8,10,\nAnn,01,9,10,")
    assert [g.final for g in of.grades] == ["80.0", "90.0"]
    assert "differ only by capitals" in of.told[0].found


def test_one_id_written_composed_and_not_is_one_person(tmp_path):
    of = reckoned(tmp_path, plan(), points="ju\u0308rgen,01,8,10,", roster="j\u00fcrgen,J,")
    assert [g.final for g in of.grades] == ["80.0"]


def test_nobody_who_left_gets_a_grade(tmp_path):
    of = reckoned(tmp_path, plan(), points="ann,01,8,10,\nbob,01,9,10,",
                  roster="student,name,left\nann,Ann,\nbob,Bob,2026-12-01")  # fmt: skip
    assert [(g.final, g.status) for g in of.grades] == [("80.0", "final"), ("", "left")]


EARLY = "01,2026-11-20 12:00:00"


@pytest.mark.parametrize(
    ("rule", "came", "trace"),
    [
        ('take = 1\nper = "hour"', "2026-11-20 13:00:00", "9.9[late 1 -0.1]"),
        ('take = 1\nper = "hour"', "2026-11-20 13:00:01", "9.8[late 2 -0.2]"),
        ('take = 10\ncount = "whole"', "2026-11-21 11:59:59", "10[late 0 -0]"),
        ('take = 10\ncount = "whole"', "2026-11-21 12:00:00", "9[late 1 -1]"),
        ('take = 10\ncount = "started"', "2026-11-21 12:00:00", "9[late 1 -1]"),
        ('take = 10\ncount = "started"', "2026-11-21 12:00:01", "8[late 2 -2]"),
        ("take = 60", "2026-11-22 11:00", "0[late 2 -10]"),
        ("take = 10\nclosed_after = 1", "2026-11-21 12:00:01", "0[closed]"),
        ('take = 10\ngrace = "1 h"', "2026-11-20 13:00:00", "10"),
        ('take = 10\ngrace = "1 h"', "2026-11-20 13:00:01", "9[late 1 -1]"),
        ("take = 10", "2026-11-20T11:00:00.999Z", "10"),
        ("take = 10", "yes", "10"),
    ],
)
def test_what_late_takes(tmp_path, rule, came, trace):
    of = reckoned(tmp_path, plan(late=f"[late]\n{rule}\n"), due=EARLY,
                  points=f"ann,01,10,10,{came}")  # fmt: skip
    assert lines(of)[0].split("01=")[1].split(";")[0] == trace


def test_late_can_take_from_what_was_earned(tmp_path):
    of = reckoned(tmp_path, plan(late='[late]\ntake = 10\nof = "earned"\n'), due=EARLY,
                  points="ann,01,5,10,2026-11-21 09:00")  # fmt: skip
    assert "01=4.5[late 1 -0.5]" in lines(of)[0]


def test_a_part_may_have_a_late_rule_of_its_own(tmp_path):
    text = plan(part("sets", 100, "01", more="[part.late]\ntake = 50"), late=LATE)
    of = reckoned(tmp_path, text, due=EARLY, points="ann,01,10,10,2026-11-21 09:00")
    assert "01=5[late 1 -5]" in lines(of)[0]


def test_a_day_of_23_hours_ends_at_the_same_clock_time(tmp_path):
    of = reckoned(tmp_path, plan(late=LATE), due="01,2027-03-27 23:59",
                  points="ann,01,10,10,2027-03-28T23:59:59+02:00\n"
                  "bob,01,10,10,2027-03-29T00:00:00+02:00")  # fmt: skip
    assert [line.split("01=")[1].split(";")[0] for line in lines(of)] == [
        "9[late 1 -1]", "8[late 2 -2]",
    ]  # fmt: skip


def test_midnight_is_the_beginning_of_its_day_and_asked_about(tmp_path):
    of = reckoned(tmp_path, plan(late=LATE), due="01,2026-11-20 00:00",
                  points="ann,01,10,10,2026-11-20 08:00")  # fmt: skip
    assert "late 1" in lines(of)[0]
    assert "for its end write 24:00" in of.look[0].found


@pytest.mark.parametrize(
    ("due", "came", "late"),
    [
        ("+2 days", "2026-10-26 23:59:59", False),
        ("+2 days", "2026-10-27 00:00:00", True),
        ("+48 hours", "2026-10-26 22:59:59", False),
        ("+48 hours", "2026-10-26 23:00:00", True),
        ("2026-10-30", "2026-10-30 23:59:59", False),
    ],
)
def test_an_extension_in_days_ends_at_the_same_clock_time_and_in_hours_after_as_many(
    tmp_path, due, came, late
):
    of = reckoned(tmp_path, plan(late=LATE), due="01,2026-10-24 23:59",
                  points=f"ann,01,10,10,{came}", extensions=f"ann,*,{due},private,xy")  # fmt: skip
    assert ("late" in lines(of)[0]) is late


def test_an_extension_of_one_set_wins_over_the_one_for_all(tmp_path):
    points = "ann,01,10,10,2026-11-23 08:00\nann,02,10,10,2026-11-23 08:00"
    for rows in ("ann,*,+1 day,x,\nann,01,+5 days,x,", "ann,01,+5 days,x,\nann,*,+1 day,x,"):
        of = reckoned(tmp_path, plan(SETS, late=LATE), due="01,2026-11-20\n02,2026-11-20",
                      points=points, extensions=rows)  # fmt: skip
        assert "01=10[ext]; 02=8[ext, late 2 -2]" in lines(of)[0]


def test_an_extension_or_a_mark_brings_back_what_was_due_before_joining(tmp_path):
    due = "01,2026-11-06\n02,2026-11-06"
    of = reckoned(tmp_path, plan(SETS), due=due, roster="ann,Ann,2026-11-09",
                  points="ann,01,9,10,2026-11-12 10:00\nann,02,,10,",
                  extensions="ann,01,2026-11-13,x,",
                  adjust="ann,02,,set,5,made up for it,xy,")  # fmt: skip
    assert lines(of) == ["ann 70.0 C | 01=9[ext]; 02=5[set]; sets:70; total:70"]


@pytest.mark.parametrize(
    ("rows", "trace"),
    [
        ("ann,01,,set,3,a,xy,\nann,01,,points,2,b,xy,", "5[set, +2]"),
        ("ann,01,,points,2,b,xy,\nann,01,,set,3,a,xy,", "5[set, +2]"),
        ("ann,01,,points,-12,b,xy,", "0[-12]"),
        ("ann,01,,points,5,b,xy,", "10[+5]"),
        ("ann,01,,override,3,a,xy,\nann,01,,points,2,b,xy,", "3[override]"),
        ("ann,01,,excuse,,ill,xy,", "x"),
    ],
)
def test_what_adjustments_come_to(tmp_path, rows, trace):
    of = reckoned(tmp_path, plan(), points=ONE, adjust=rows)
    assert lines(of)[0].split("01=")[1].split(";")[0] == trace


def test_what_has_no_effect_is_told(tmp_path):
    of = reckoned(tmp_path, plan(SETS), points="ann,01,8,10,\nann,02,EX,10,",
                  adjust="ann,01,,override,3,a,xy,\nann,01,,points,2,b,xy,\n"
                  "ann,02,,points,2,b,xy,\nann,01,,waive late,,b,xy,")  # fmt: skip
    said = " ".join(each.found for each in of.look)
    assert said.count("has no effect") == 3


def test_above_the_possible_counts_only_up_to_the_cap(tmp_path):
    text = plan(part("sets", 100, "01", more="cap = 120"), more="", late="")
    text = text.replace("decimals = 1", "decimals = 1\nmost = 130")
    of = reckoned(tmp_path, text, points="ann,01,11,10,\nbob,01,13,10,")
    assert [g.final for g in of.grades] == ["110.0", "120.0"]


def test_the_whole_number_can_be_adjusted_or_overridden(tmp_path):
    of = reckoned(tmp_path, plan(), points="ann,01,8,10,\nbob,01,8,10,",
                  adjust="ann,total,,points,2.5,project week,xy,\n"
                  "bob,total,,override,91,board of examiners,xy,")  # fmt: skip
    assert [(g.final, g.letter) for g in of.grades] == [("82.5", "B"), ("91.0", "A")]


def test_points_over_points_weighs_items_by_their_size(tmp_path):
    text = plan(part("sets", 100, "01", "02", more='combine = "points"'))
    of = reckoned(tmp_path, text, points="ann,01,10,10,\nann,02,0,30,")
    assert lines(of) == ["ann 25.0 F | 01=10; 02=0; sets:25; total:25"]


def test_a_misnamed_table_is_not_passed_over_in_silence(tmp_path):
    reckoned(tmp_path, plan(), points=ONE)
    (tmp_path / "extension.csv").write_text("x", encoding="utf-8")
    from fairmark.term.inputs import read_term

    told = read_term(tmp_path).told
    assert [(each.found, each.do) for each in told] == [
        ("extension.csv is not read", "did you mean extensions.csv?"),
    ]


def test_a_plan_without_letters_gives_numbers_only(tmp_path):
    assert lines(reckoned(tmp_path, plan(letters=""), points=ONE))[0].startswith("ann 80.0  |")
