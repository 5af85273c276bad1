"""What a platform says of lateness reaches the grade of the term, or a human is told."""

import pytest

from fairmark.platforms.times import moment, written
from tests.handins import GITHUB, GITHUB_TIMES, GRADESCOPE, SUBMITTERS, whose
from tests.terms import LATE, plan, write_term
from tests.test_grades_command import graded_folder, grades, result, rows

DUE = "01,2026-11-20 23:59"


def with_marks(place, late: str, came: str):
    """Write a graded folder of ann whose row says this of lateness."""
    folder = graded_folder(place, [result("ann", 8)])
    book = folder / "gradebook.csv"
    head, row = book.read_text(encoding="utf-8").splitlines()
    book.write_text(f"{head},late,came\n{row},{late},{came}\n", encoding="utf-8")
    return folder


def trace(tmp_path, late="", came="", **tables) -> tuple[int, str, str]:
    term = write_term(tmp_path / "term", plan(late=LATE), due=DUE, **tables)
    code = grades(term, "--graded", with_marks(tmp_path / "g", late, came), "--out", tmp_path / "o")
    (row,) = rows(tmp_path / "o" / "term.csv")
    return code, row["trace"], (tmp_path / "o" / "attention.csv").read_text(encoding="utf-8")


def test_a_time_with_its_zone_is_counted_to_the_second(tmp_path):
    code, found, _ = trace(tmp_path, "yes", "2026-11-21T22:59:59Z")
    assert (code, found) == (0, "01=7[late 1 -1]; sets:70; total:70")


def test_a_time_on_time_by_the_own_deadline_beats_the_mark_of_the_platform(tmp_path):
    code, found, _ = trace(
        tmp_path, "yes", "2026-11-21T22:59:59Z", extensions="ann,01,+2 days,ill,xy"
    )
    assert (code, found) == (0, "01=8[ext]; sets:80; total:80")


def test_a_mark_without_a_time_takes_nothing_and_a_human_is_told(tmp_path):
    code, found, told = trace(tmp_path, "yes")
    assert (code, found) == (1, "01=8[late ?]; sets:80; total:80")
    assert "the platform says late and not when" in told
    assert "write when it came in points.csv" in told


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ({"points": "ann,01,,,2026-11-21 10:00"}, "01=7[late 1 -1]; sets:70; total:70"),
        ({"adjust": "ann,01,,waive late,,ill,xy,"}, "01=8[late waived]; sets:80; total:80"),
    ],
    ids=["a time in the table of points", "a waiver"],
)
def test_what_the_sentence_asks_for_settles_it(tmp_path, tables, expected):
    code, found, _ = trace(tmp_path, "yes", **tables)
    assert (code, found) == (0, expected)


@pytest.mark.parametrize("late", ["no", ""])
def test_who_is_not_marked_late_is_not_asked_about(tmp_path, late):
    assert trace(tmp_path, late)[:2] == (0, "01=8; sets:80; total:80")


def test_the_platforms_that_write_a_time_with_its_zone_hand_it_on():
    path = "week-4-submissions/week-4-ann-able/04-economic.ipynb"
    (claim,) = whose([path], GITHUB, {"grades.csv": GITHUB_TIMES})[path]
    assert claim.when == "2026-11-20T22:59:59Z"
    path = "assignment_1_export/submission_71/04-economic.ipynb"
    found = whose([path], GRADESCOPE, {"submission_metadata.yml": SUBMITTERS})
    assert {claim.when for claim in found[path]} == {"2026-11-20T09:00:00Z"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-20 09:00:00.000000000 Z", "2026-11-20T09:00:00Z"),
        ("2026-11-20T10:00:00+01:00", "2026-11-20T09:00:00Z"),
        ("2026-11-20 01:00:00 -0800", "2026-11-20T09:00:00Z"),
        ("2026-11-20 09:00:00", ""),
        ("yesterday", ""),
        (None, ""),
    ],
)
def test_only_a_time_that_says_its_zone_is_a_moment(text, expected):
    assert written(moment(text)) == expected
