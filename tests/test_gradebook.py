"""What a teacher hands on: import files, rosters that drop nobody, pages that leak nothing."""

import csv
import io
import re
from html.parser import HTMLParser

import pytest

from fairmark.grading import gradebook
from fairmark.grading.assignments import open_assignment
from fairmark.grading.compare import NOT_YET, RIGHT, Judged
from fairmark.grading.page import student_page
from fairmark.grading.report import Tally, class_report
from fairmark.grading.results import NOT_GRADABLE, Graded
from fairmark.grading.roster import match, read_matches, read_roster
from fairmark.grading.worlds import CannotGrade
from fairmark.ids import cell_name
from tests.classes import EXERCISES, NUMBER, assignment, solutions

SETS = {NUMBER: assignment()}
TOTAL = sum(key.points for key in SETS[NUMBER].keys.values())
# Headers as the two platforms export them, with the notes Canvas puts below its header.
CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,04-economic (4711),Current Score
,,,,,Manual Posting,
    Points Possible,,,,,42.00,(read only)
"Doe, Jane",1234,U1,jdoe1,CS-01,,
"Muster, Max",555,U2,mmuster,CS-01,,
"Student, Test",999,,bbbc67,CS-01,,
"""
MOODLE = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
    "Last modified (submission),Online text,Last modified (grade),Feedback comments\r\n"
    "Participant 1234,Jane Doe,j@x.org,Submitted for grading,,10.00,Yes,-,,-,\r\n"
    "Participant 555,Max Muster,m@x.org,No submission,,10.00,Yes,-,,-,\r\n"
)


def result(student, earned=TOTAL, **more):
    keys = list(SETS[NUMBER].keys.values())
    judged = [Judged(k.id, k.title, k.points, k.points if earned else 0, RIGHT) for k in keys]
    values = {"questions": tuple(judged), **more}
    return Graded(student, student, f"{student}.ipynb", NUMBER, "graded", **values)


def roster(tmp_path, text):
    path = tmp_path / "roster.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return read_roster(path)


def rows(text):
    return list(csv.reader(io.StringIO(text)))


def test_canvas_gets_its_own_five_columns_and_the_assignment_it_has(tmp_path):
    known = roster(tmp_path, CANVAS)
    table = rows(gradebook.canvas(known, match(known, [result("1234")], {}), SETS))
    assert table[0] == [
        "Student", "ID", "SIS User ID", "SIS Login ID", "Section", "04-economic (4711)",
    ]  # fmt: skip
    assert table[1] == ["    Points Possible", "", "", "", "", str(TOTAL)]
    assert table[2] == ["Doe, Jane", "1234", "U1", "jdoe1", "CS-01", str(TOTAL)]
    assert table[3] == ["Muster, Max", "555", "U2", "mmuster", "CS-01", ""]
    assert len(table) == 4


def test_moodle_gets_its_worksheet_back_with_scaled_grades(tmp_path):
    known = roster(tmp_path, MOODLE)
    text = gradebook.moodle(known, match(known, [result("1234")], {}), NUMBER, TOTAL)
    before, after = rows(MOODLE), rows(text)
    assert after[0] == before[0]
    assert after[1] == [*before[1][:4], "10.00", *before[1][5:]]
    assert after[2] == before[2]


def test_any_other_list_needs_only_an_id(tmp_path):
    known = roster(tmp_path, "id,name\njane,Jane\nmax,Max\n")
    table = rows(gradebook.plain_list(known, match(known, [result("JANE ")], {}), SETS))
    assert table == [
        ["id", "name", "04-economic"],
        ["jane", "Jane", str(TOTAL)],
        ["max", "Max", ""],
    ]


def test_a_list_without_ids_is_refused(tmp_path):
    with pytest.raises(CannotGrade, match="a list with a column id"):
        roster(tmp_path, "name\njane\n")


def test_every_submission_is_in_a_row_or_named_as_unknown(tmp_path):
    known = roster(tmp_path, CANVAS)
    found = match(known, [result("1234"), result("jdoe"), result("mmuster")], {})
    assert [each.student for each in found.unknown] == ["jdoe"]
    assert [len(handed) for _, handed in found.rows] == [1, 1]
    assert match(known, [result("jdoe")], {"jdoe": "1234"}).unknown == []


def test_a_name_that_two_rows_claim_is_nobodys(tmp_path):
    known = roster(tmp_path, "id,name\njane,A\nJane,B\n")
    assert len(match(known, [result("jane")], {}).unknown) == 1


def test_a_file_of_matches_needs_its_two_columns(tmp_path):
    (tmp_path / "m.csv").write_text("a,b\n", encoding="utf-8")
    with pytest.raises(CannotGrade, match="submission and id"):
        read_matches(tmp_path / "m.csv")


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd", "-cmd|x", "@SUM(A1)", "\t=1", " =1", "\r=1", "\uff1d1"]
)
def test_no_cell_is_ever_a_formula(text):
    (row,) = rows(gradebook.written([[text]]))
    assert row[0].startswith("'")


@pytest.mark.parametrize("text", ["-", "-5", "+3.5", "a=b", "", "Jane"])
def test_harmless_cells_stay_as_they_are(text):
    assert rows(gradebook.written([[text, "x"]])) == [[text, "x"]]


def test_two_notebooks_of_one_student_for_one_set_are_not_merged_silently(tmp_path):
    known = roster(tmp_path, "id,name\njane,A\n")
    found = match(known, [result("jane"), result("jane doe")], {"jane doe": "jane"})
    assert [each.student for each in found.twice] == ["jane", "jane doe"]


# The pages.


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.mark.parametrize("number", [f"{n:02}" for n in range(1, 11)])
def test_no_hint_and_no_sentence_on_a_mistake_holds_the_answer(number):
    """Titles, hints and these sentences are all that a page can hold of a set."""
    of = open_assignment(number, EXERCISES)
    cells = {cell["id"]: cell for cell in of.notebook["cells"]}
    for question, key in of.keys.items():
        check = cells[cell_name(question, "check")]
        line = check["outputs"][0]["text"].partition("= ")[2]
        numbers = re.findall(r"-?\d+\.\d{2,}", line)
        texts = [key.title, *key.hints, *(known.sentence for known in key.wrong)]
        held = [n for n in numbers for t in texts if re.search(rf"(?<!\d){n}(?!\d)", t)]
        assert not held, question


def page(**more):
    questions = (Judged("4.3", "Growth", 2, 0, NOT_YET, f"It raised {EVIL}"),)
    graded = Graded(EVIL, EVIL, EVIL, NUMBER, "graded", "", questions, (EVIL,), (EVIL,))
    return student_page(Graded(**{**vars(graded), **more}), SETS[NUMBER].keys, "Exercise set 04")


def test_whatever_a_student_wrote_is_text_on_the_page():
    for text in (page(), page(outcome=NOT_GRADABLE, reason=EVIL)):
        tags = {tag for tag, _ in Tags(text).tags}
        assert not tags & {"script", "img", "iframe", "a", "form"}
        assert not any(name[:2] == "on" for _, attrs in Tags(text).tags for name in attrs)


def test_the_page_has_a_policy_that_allows_nothing_but_its_style():
    policies = [a["content"] for t, a in Tags(page()).tags if a.get("http-equiv")]
    assert len(policies) == 1
    assert policies[0].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policies[0]


def test_the_page_can_be_read_by_a_screen_reader():
    tags = Tags(page()).tags
    assert ("html", {"lang": "en"}) in tags
    assert [t for t, _ in tags].count("h1") == 1
    assert all(a.get("scope") in ("col", "row") for t, a in tags if t == "th")
    assert any(t == "caption" for t, _ in tags)


def test_no_page_holds_an_expected_value_a_check_or_code_of_ours():
    judged = [Judged(k.id, k.title, k.points, 0, NOT_YET, "x") for k in SETS[NUMBER].keys.values()]
    text = page(questions=tuple(judged))
    cells = {cell["id"]: cell for cell in SETS[NUMBER].notebook["cells"]}
    for question, key in SETS[NUMBER].keys.items():
        name = f"q{question.replace('.', '-')}"
        line = cells[f"{name}-check"]["outputs"][0]["text"].strip().partition("= ")[2]
        numbers = re.findall(r"-?\d+\.\d{2,}", line)
        assert not [number for number in numbers if number in text]
        assert key.right.digest not in text
        assert cells[f"{name}-check"]["source"] not in text
    assert not [s for s in solutions(SETS[NUMBER]).values() if s in text]
    assert "Traceback" not in text
    assert "alignment/" not in text


def test_the_class_report_counts_and_names_nobody():
    tally = Tally()
    for name in ("jane", "max"):
        tally.add(result(name), SETS)
    text = class_report(tally, SETS, ["4.2"])
    assert "2 submissions: 2 graded." in text
    assert "jane" not in text.partition("</script>")[2]
    assert not [tag for tag, attrs in Tags(text).tags if attrs.get("src")]
    assert "<td>2</td>" in text
