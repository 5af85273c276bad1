"""Thirty small terms, each with the one right outcome, worked out by hand."""

import pytest

from fairmark.term.wrong import CannotReckon
from tests.terms import LATE, lines, part, plan, reckoned


def refusal(folder, text, **tables) -> str:
    """Return the sentences with which a term is refused."""
    with pytest.raises(CannotReckon) as caught:
        reckoned(folder, text, **tables)
    return str(caught.value)


def test_a_part_is_the_mean_of_its_sets_and_the_grade_the_sum_by_weight(tmp_path):
    text = plan(part("sets", 60, "01", "02", "03"), part("memo", 40, "memo"))
    points = """mia,01,8,10,
        mia,02,9,10,
        mia,03,10,10,
        mia,memo,75,100,
        leo,01,5,10,
        leo,02,8,10,
        leo,03,8,10,
        leo,memo,70,100,"""
    assert lines(reckoned(tmp_path, text, points=points)) == [
        "mia 84.0 B | 01=8; 02=9; 03=10; memo=75; sets:90; memo:75; total:84",
        "leo 70.0 C | 01=5; 02=8; 03=8; memo=70; sets:70; memo:70; total:70",
    ]


def test_a_day_ends_at_the_same_clock_time_also_when_it_has_25_hours(tmp_path):
    points = """mia,01,10,10,2026-10-25T23:30:00+01:00
        leo,01,10,10,2026-10-26T00:00:01+01:00"""
    of = reckoned(tmp_path, plan(late=LATE), due="01,2026-10-24 23:59", points=points)
    assert lines(of) == [
        "mia 90.0 A | 01=9[late 1 -1]; sets:90; total:90",
        "leo 80.0 B | 01=8[late 2 -2]; sets:80; total:80",
    ]


def test_of_a_time_that_comes_twice_in_a_night_the_later_counts_and_a_note_says_so(tmp_path):
    points = """mia,01,10,10,2026-10-25T00:45:00Z
        leo,01,10,10,2026-10-25T01:15:00Z
        ida,01,10,10,2026-10-25T01:45:00Z"""
    of = reckoned(tmp_path, plan(late=LATE), due="01,2026-10-25 02:30", points=points)
    assert lines(of) == [
        "mia 100.0 A | 01=10; sets:100; total:100",
        "leo 100.0 A | 01=10; sets:100; total:100",
        "ida 90.0 A | 01=9[late 1 -1]; sets:90; total:90",
    ]
    assert "twice" in of.told[0].found
    assert not of.look


def test_a_deadline_lasts_through_its_minute_and_24_00_is_a_moment_of_the_next_day(tmp_path):
    points = """mia,01,10,10,2026-11-20 23:59:00
        mia,02,10,10,2026-11-28 00:00:00
        leo,01,10,10,2026-11-20 23:59:59
        leo,02,10,10,2026-11-28 00:00:01
        ida,01,10,10,2026-11-21 00:00:00
        ida,02,10,10,2026-11-28 00:00:30"""
    due = """01,2026-11-20 23:59
        02,2026-11-27 24:00"""
    text = plan(part("sets", 100, "01", "02"), late=LATE)
    assert lines(reckoned(tmp_path, text, due=due, points=points)) == [
        "mia 100.0 A | 01=10; 02=10; sets:100; total:100",
        "leo 95.0 A | 01=10; 02=9[late 1 -1]; sets:95; total:95",
        "ida 90.0 A | 01=9[late 1 -1]; 02=9[late 1 -1]; sets:90; total:90",
    ]


def test_within_the_grace_nothing_counts_and_beyond_it_everything(tmp_path):
    points = """mia,01,10,10,2026-11-20 12:15:00
        leo,01,10,10,2026-11-20 12:15:01
        ida,01,10,10,2026-11-21 12:05:00"""
    text = plan(late=LATE + 'grace = "15 min"\n')
    of = reckoned(tmp_path, text, due="01,2026-11-20 12:00:00", points=points)
    assert lines(of) == [
        "mia 100.0 A | 01=10; sets:100; total:100",
        "leo 90.0 A | 01=9[late 1 -1]; sets:90; total:90",
        "ida 80.0 B | 01=8[late 2 -2]; sets:80; total:80",
    ]


def test_semicolons_and_decimal_commas_are_read(tmp_path):
    points = """student;set;points;of;submitted
        mia;01;8,5;10;
        mia;02;9,0;10;"""
    of = reckoned(tmp_path, plan(part("sets", 100, "01", "02")), points=points)
    assert lines(of) == ["mia 87.5 B | 01=8.5; 02=9; sets:87.5; total:87.5"]


def test_a_number_is_rounded_once_half_up_and_the_letter_is_that_of_the_rounded_number(tmp_path):
    points = """mia,01,1689,2000,
        leo,01,1688.9,2000,"""
    of = reckoned(tmp_path, plan(letters="[letters]\nB = 84.5\nC = 0\n"), points=points)
    assert lines(of) == [
        "mia 84.5 B | 01=1689; sets:84.45; total:84.45",
        "leo 84.4 C | 01=1688.9; sets:84.445; total:84.445",
    ]


def test_the_weight_of_a_part_without_anything_goes_to_the_others(tmp_path):
    points = """mia,01,EX,10,
        mia,02,ex,10,
        mia,memo,72,100,
        leo,01,EX,10,
        leo,02,10,10,
        leo,memo,40,100,"""
    text = plan(part("sets", 40, "01", "02"), part("memo", 60, "memo"))
    assert lines(reckoned(tmp_path, text, points=points)) == [
        "mia 72.0 C | 01=x; 02=x; memo=72; sets:-; memo:72; total:72",
        "leo 64.0 D | 01=x; 02=10; memo=40; sets:100; memo:40; total:64",
    ]


def test_of_equal_lowest_the_first_is_dropped_excused_ones_never_and_not_the_last(tmp_path):
    points = """mia,01,8,10,
        mia,02,6,10,
        mia,03,6,10,
        mia,04,10,10,
        leo,01,EX,10,
        leo,02,6,10,
        leo,03,6,10,
        leo,04,10,10,
        ida,01,EX,10,
        ida,02,EX,10,
        ida,03,EX,10,
        ida,04,7,10,"""
    text = plan(part("sets", 100, "01", "02", "03", "04", more="drop = 1"))
    assert lines(reckoned(tmp_path, text, points=points)) == [
        "mia 80.0 B | 01=8; 02=6[drop]; 03=6; 04=10; sets:80; total:80",
        "leo 80.0 B | 01=x; 02=6[drop]; 03=6; 04=10; sets:80; total:80",
        "ida 70.0 C | 01=x; 02=x; 03=x; 04=7; sets:70; total:70",
    ]


def test_a_bonus_adds_at_most_its_weight_and_the_number_stops_at_the_top(tmp_path):
    points = """mia,01,98,100,
        mia,review,10,10,
        leo,01,90,100,
        leo,review,5,10,
        ida,01,90,100,
        ida,review,EX,10,"""
    text = plan(part("sets", 100, "01"), part("review", 5, "review", more="bonus = true"))
    assert lines(reckoned(tmp_path, text, points=points)) == [
        "mia 100.0 A | 01=98; review=10; sets:98; review:100; total:100",
        "leo 92.5 A | 01=90; review=5; sets:90; review:50; total:92.5",
        "ida 90.0 A | 01=90; review=x; sets:90; review:-; total:90",
    ]


def test_two_adjustments_are_added_before_the_late_rule(tmp_path):
    adjust = """mia,01,1.3,points,2,the unit was right,ab,2026-12-01
        mia,01,1.7,points,1,rounding,ab,2026-12-02"""
    of = reckoned(tmp_path, plan(late=LATE), due="01,2026-11-20", adjust=adjust,
                  points="mia,01,6,10,2026-11-21 08:00")  # fmt: skip
    assert lines(of) == ["mia 80.0 B | 01=8[+2, +1, late 1 -1]; sets:80; total:80"]


def test_an_override_stands_after_a_regrade_and_a_human_is_told(tmp_path):
    adjust = """student,set,question,kind,points,reason,by,when,was
        mia,01,,override,7.5,oral check,ab,2026-12-01,5"""
    of = reckoned(tmp_path, plan(late=LATE), due="01,2026-11-20", adjust=adjust,
                  points="mia,01,9,10,2026-11-22 08:00")  # fmt: skip
    assert lines(of) == ["mia 75.0 C | 01=7.5[override]; sets:75; total:75"]
    assert "made for 5, the grader now says 9" in of.look[0].found


def test_an_adjustment_for_nobody_is_refused_with_the_nearest_id(tmp_path):
    said = refusal(tmp_path, plan(), points="mia,01,8,10,\nleo,01,9,10,",
                   adjust="miq,01,,points,1,typing error,ab,2026-12-01")  # fmt: skip
    assert said == "adjust.csv, line 2: nobody is called miq; did you mean mia?"


def test_one_person_and_set_in_two_rows_is_refused_even_if_they_agree(tmp_path):
    said = refusal(tmp_path, plan(), points="mia,01,8,10,\nleo,01,7,10,\nmia,01,8,10,")
    assert said == "points.csv, line 4: mia has 01 twice, see points.csv, line 2"


def test_points_below_zero_are_refused_with_the_way_to_deduct(tmp_path):
    said = refusal(tmp_path, plan(), points="mia,01,8,10,\nleo,01,-1,10,")
    assert said == "points.csv, line 3: -1 is below 0; a deduction belongs in adjust.csv"


def test_weights_that_do_not_sum_to_100_are_refused(tmp_path):
    text = plan(part("sets", 40, "01"), part("memo", 55, "memo"))
    said = refusal(tmp_path, text, points="mia,01,8,10,")
    assert said == (
        "grades.toml: the weights sum to 95; they must sum to 100 (bonus parts not counted)"
    )


def test_what_was_due_before_somebody_joined_does_not_count(tmp_path):
    due = """01,2026-11-06
        02,2026-11-13
        03,2026-11-20"""
    points = """mia,01,9,10,2026-11-20 10:00
        mia,02,4,10,2026-11-12 10:00
        mia,03,8,10,2026-11-19 10:00
        leo,02,4,10,2026-11-12 10:00
        leo,03,8,10,2026-11-19 10:00"""
    text = plan(part("sets", 100, "01", "02", "03"), late=LATE)
    of = reckoned(tmp_path, text, due=due, points=points,
                  roster="mia,Mia Moon,2026-11-09\nleo,Leo Lake,")  # fmt: skip
    assert lines(of) == [
        "mia 60.0 D | 01=x[joined]; 02=4; 03=8; sets:60; total:60",
        "leo 40.0 F | 01=0[missing]; 02=4; 03=8; sets:40; total:40",
    ]


def test_names_with_commas_marks_and_quotes_are_one_person_each(tmp_path):
    roster = '''q1,"Möller, Jörg",
        q2,"O'Hara, ""Kit""",
        q3,"Tra\u0302\u0300n Thi\u0323",'''
    of = reckoned(tmp_path, plan(), roster=roster, points="q1,01,9,10,\nq2,01,8,10,\nq3,01,7,10,")
    assert [g.person.name for g in of.grades] == [
        "Möller, Jörg", "O'Hara, \"Kit\"", "Tra\u0302\u0300n Thi\u0323",
    ]  # fmt: skip
    assert [g.final for g in of.grades] == ["90.0", "80.0", "70.0"]


def test_ids_that_differ_by_leading_zeros_are_three_people(tmp_path):
    of = reckoned(tmp_path, plan(), roster="007,Mia,\n7,Leo,\n0007,Ida,",
                  points="007,01,9,10,\n7,01,8,10,\n0007,01,7,10,")  # fmt: skip
    assert [(g.person.id, g.final) for g in of.grades] == [
        ("007", "90.0"), ("7", "80.0"), ("0007", "70.0"),
    ]  # fmt: skip


def test_an_id_that_a_spreadsheet_has_shortened_is_refused(tmp_path):
    said = refusal(tmp_path, plan(), roster="200000,Mia,\n200001,Leo,", points="2.0E+05,01,9,10,")
    assert said.startswith("points.csv, line 2: the id 2.0E+05 was shortened by a spreadsheet")


def test_a_name_that_is_a_formula_is_read_as_it_is(tmp_path):
    adjust = 't1,01,,points,1,"=HYPERLINK(""a"",""b"")",ab,2026-12-01'
    of = reckoned(tmp_path, plan(), roster="t1,=2+2,", points="t1,01,8,10,", adjust=adjust)
    assert lines(of) == ["t1 90.0 A | 01=9[+1]; sets:90; total:90"]
    assert of.grades[0].person.name == "=2+2"


def test_missing_excused_ungraded_and_not_yet_due_are_four_different_things(tmp_path):
    points = """mia,01,,10,
        leo,01,EX,10,
        ida,01,,10,2026-11-19 10:00
        kai,01,8,10,2026-11-19 10:00"""
    text = plan(part("sets", 100, "01", "02"), as_of="2026-11-25 12:00")
    assert lines(reckoned(tmp_path, text, points=points, due="01,2026-11-20\n02,2026-12-04")) == [
        "mia 0.0  | 01=0[missing]; 02=?; sets:0; total:0; so far",
        "leo   | 01=x; 02=?; sets:-; total:-",
        "ida   | 01=?; 02=?; sets:-; total:-",
        "kai 80.0  | 01=8; 02=?; sets:80; total:80; so far",
    ]


def test_late_counts_from_the_persons_own_deadline_for_that_set_only(tmp_path):
    points = """mia,01,10,10,2026-11-24 20:00
        mia,02,10,10,2026-11-28 01:00
        leo,01,10,10,2026-11-26 08:00
        leo,02,10,10,2026-11-29 08:00"""
    text = plan(part("sets", 100, "01", "02"), late=LATE)
    of = reckoned(tmp_path, text, due="01,2026-11-20\n02,2026-11-27", points=points,
                  extensions="mia,01,2026-11-25 12:00,secret,ab\n"
                  "leo,01,2026-11-25 12:00,secret,ab")  # fmt: skip
    assert lines(of) == [
        "mia 95.0 A | 01=10[ext]; 02=9[late 1 -1]; sets:95; total:95",
        "leo 85.0 B | 01=9[ext, late 1 -1]; 02=8[late 2 -2]; sets:85; total:85",
    ]


def test_after_the_closing_day_nothing_is_left_and_late_never_takes_below_the_floor(tmp_path):
    points = """mia,01,10,10,2026-11-28 08:00
        leo,01,9,10,2026-11-27 08:00
        ida,01,3,10,2026-11-21 08:00"""
    text = plan(late=LATE + "floor = 40\nclosed_after = 7\n")
    assert lines(reckoned(tmp_path, text, due="01,2026-11-20", points=points)) == [
        "mia 0.0 F | 01=0[closed]; sets:0; total:0",
        "leo 40.0 F | 01=4[late 7 -5]; sets:40; total:40",
        "ida 30.0 F | 01=3[late 1 -0]; sets:30; total:30",
    ]


def test_lateness_that_is_waived_takes_nothing_and_is_still_shown(tmp_path):
    of = reckoned(tmp_path, plan(late=LATE), due="01,2026-11-20",
                  points="mia,01,9,10,2026-11-23 08:00",
                  adjust="mia,01,,waive late,,no network,ab,2026-12-01")  # fmt: skip
    assert lines(of) == ["mia 90.0 A | 01=9[late waived]; sets:90; total:90"]


def test_a_need_that_is_not_met_gives_the_last_letter_and_leaves_the_number(tmp_path):
    text = plan(part("sets", 60, "01"), part("memo", 40, "memo", more="need = 50"))
    points = """mia,01,100,100,
        mia,memo,45,100,
        leo,01,100,100,
        leo,memo,50,100,"""
    assert lines(reckoned(tmp_path, text, points=points)) == [
        "mia 78.0 F | 01=100; memo=45; sets:100; memo:45; total:78; need memo",
        "leo 80.0 B | 01=100; memo=50; sets:100; memo:50; total:80",
    ]


def test_a_misspelt_key_is_refused_with_the_right_one_and_nothing_else_is_said(tmp_path):
    text = plan('[[part]]\nname = "sets"\nwieght = 100\nitems = ["01"]\n')
    said = refusal(tmp_path, text, points="mia,01,8,10,")
    assert said == "grades.toml: [part sets] has no key wieght; did you mean weight?"


def test_a_zero_that_is_to_be_kept_is_not_dropped_but_the_next_lowest(tmp_path):
    adjust = """mia,01,,override,0,copied,ab,2026-12-01
        mia,01,,keep,,copied,ab,2026-12-01"""
    text = plan(part("sets", 100, "01", "02", "03", "04", more="drop = 1"))
    of = reckoned(tmp_path, text, adjust=adjust,
                  points="mia,01,9,10,\nmia,02,5,10,\nmia,03,5,10,\nmia,04,10,10,")  # fmt: skip
    assert lines(of) == ["mia 50.0 F | 01=0[override]; 02=5[drop]; 03=5; 04=10; sets:50; total:50"]


RUBRIC = """[rubric.memo]
levels = { full = 100, half = 50, few = 20, none = 0 }
criteria = { Claims = 20, Evidence = 30, Method = 50 }
"""


def test_two_markers_count_by_their_mean_stay_open_or_are_settled_by_an_agreed_row(tmp_path):
    rubric = """mia,memo,Claims,full,ab,
        mia,memo,Evidence,half,ab,
        mia,memo,Method,full,ab,
        mia,memo,Evidence,full,cd,
        mia,memo,Method,full,cd,
        mia,memo,Claims,half,cd,
        leo,memo,Claims,full,ab,
        leo,memo,Evidence,half,ab,
        leo,memo,Method,full,ab,
        leo,memo,Claims,full,cd,
        leo,memo,Evidence,half,cd,
        leo,memo,Method,few,cd,
        ida,memo,Claims,half,ab,
        ida,memo,Evidence,few,ab,
        ida,memo,Method,full,ab,
        ida,memo,Claims,half,cd,
        ida,memo,Evidence,half,cd,
        ida,memo,Method,few,cd,
        ida,memo,Method,half,agreed,talked
        ida,memo,Evidence,half,agreed,talked"""
    of = reckoned(tmp_path, plan(part("memo", 100, "memo"), more=RUBRIC), rubric=rubric, points="")
    assert lines(of) == [
        "mia 87.5 B | memo=87.5; memo:87.5; total:87.5",
        "leo   | memo=?; memo:-; total:-",
        "ida 50.0 F | memo=50; memo:50; total:50",
    ]
    assert "cd few, ab full" in of.look[0].found or "ab full, cd few" in of.look[0].found


def test_a_whole_term_with_everything_in_it(tmp_path):
    text = plan(
        part("sets", 40, "01", "02", "03", "04", more="drop = 1"),
        part("sheets", 15, "sheets"),
        part("forecasts", 10, "fc"),
        part("memo", 35, "memo", more="late = false"),
        part("review", 5, "review", more="bonus = true"),
        late=LATE + 'grace = "10 min"\nfloor = 20\n',
    )
    due = """01,2026-11-06
        02,2026-11-13
        03,2026-11-20
        04,2026-11-27
        memo,2027-01-15"""
    points = """mia,01,10,10,2026-11-06 10:00
        mia,02,9,10,2026-11-14 10:00
        mia,03,EX,10,
        mia,04,6,10,2026-11-27 23:59:59
        mia,sheets,12,15,
        mia,fc,10,10,
        mia,memo,72,100,2027-01-20
        mia,review,4,5,
        leo,02,6,10,2026-11-14 00:05
        leo,03,5,10,2026-11-20 10:00
        leo,04,9,10,2026-11-27 10:00
        leo,sheets,9,15,
        leo,fc,4,10,
        leo,memo,55,100,2027-01-10
        leo,review,EX,5,"""
    of = reckoned(tmp_path, text, due=due, points=points,
                  adjust="leo,02,2.4,points,1,the range was right,ab,2026-12-01")  # fmt: skip
    assert lines(of) == [
        "mia 87.2 B | 01=10; 02=8[late 1 -1]; 03=x; 04=6[drop]; sheets=12; fc=10; memo=72; "
        "review=4; sets:90; sheets:80; forecasts:100; memo:72; review:80; total:87.2",
        "leo 60.3 D | 01=0[missing, drop]; 02=7[+1]; 03=5; 04=9; sheets=9; fc=4; memo=55; "
        "review=x; sets:70; sheets:60; forecasts:40; memo:55; review:-; total:60.25",
    ]
