"""What a teacher reads and hands on: tables that no spreadsheet runs, pages that leak nothing."""

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairmark.answers.verdict import NOT_ATTEMPTED, NOT_YET, RIGHT
from fairmark.grading import gradebook
from fairmark.grading.assignments import open_assignment
from fairmark.grading.compare import Judged
from fairmark.grading.entries import Entry
from fairmark.grading.page import student_page
from fairmark.grading.report import Tally, class_report
from fairmark.grading.results import NOT_GRADABLE, Graded, read_result, write_result
from fairmark.ids import cell_name
from fairmark.platforms.tables import written
from fairmark.spreadsheets import safe, unquoted
from tests.classes import NUMBER, assignment, solutions
from tests.sets import EXERCISES

SETS = {NUMBER: assignment()}
TOTAL = sum(key.points for key in SETS[NUMBER].keys.values())


def result(student, earned=TOTAL, **more):
    keys = list(SETS[NUMBER].keys.values())
    judged = [Judged(k.id, k.title, k.points, k.points if earned else 0, RIGHT) for k in keys]
    values = {"outcome": "graded", "questions": tuple(judged), **more}
    return Graded(student, student, f"{student}.ipynb", NUMBER, **values)


def rows(text):
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd", "-cmd|x", "@SUM(A1)", "\t=1", " =1", "\r=1", "\uff1d1"]
)
def test_no_cell_is_ever_a_formula(text):
    _, row = rows(written([["head"], [text]]))
    assert row[0].startswith("'")


@pytest.mark.parametrize("text", ["-", "-5", "+3.5", "a=b", "", "Jane"])
def test_harmless_cells_stay_as_they_are(text):
    assert rows(written([["a", "b"], [text, "x"]]))[1] == [text, "x"]


@pytest.mark.parametrize("text", ["a;=1+1", "x; +cmd", "b;@SUM(A1)", "c;\uff1d1"])
def test_no_cell_is_a_formula_where_a_spreadsheet_splits_at_semicolons(text):
    ((cell,),) = rows(written([["head"], [text]]))[1:]
    assert re.search(r";\s*'", cell)


@pytest.mark.parametrize("text", ["a,=1+1", "a|@x", "b\u2028=1", "c;\u200b-1+2"])
def test_no_sign_at_which_a_program_may_split_begins_a_formula(text):
    ((cell,),) = rows(written([["head"], [text]]))[1:]
    assert not re.search(r"[;,|\u2028][ \u200b]*[=+@-]", cell)
    assert unquoted(safe("a,=1+1")) == "a,=1+1"


@given(st.text(alphabet="'\"=+-@;,| a1.\uff1d\u200b", max_size=12))
def test_what_was_made_safe_is_read_back_letter_by_letter(text):
    """An id that somebody chose, such as '=x, must find its own result again."""
    assert unquoted(safe(text)) == text
    assert not re.match(r"\s*[=+@\uff1d]\S", safe(text))


@pytest.mark.parametrize("points", ["5", 999, -1, 1.5, True, None])
def test_a_result_with_points_that_marking_cannot_give_is_marked_again(tmp_path, points):
    judged = Judged("4.1", "One", 2, 2, "right")
    path = write_result(result("jane", questions=(judged,)), tmp_path)
    assert read_result(path).earned == 2
    path.write_text(path.read_text().replace('"earned": 2', f'"earned": {json.dumps(points)}'))
    assert read_result(path) is None


def entry(student, file="", number=NUMBER, **more):
    return Entry(student, student, file or f"{student}.ipynb", number, **more)


def test_each_person_has_one_row_with_what_does_not_count_beside_it():
    of = entry("jane", others=("jane (1).ipynb", "notes.pdf"), late="yes", how="id", row=0)
    head, row = rows(gradebook.gradebook([(of, result("jane"))], SETS, "isolated"))
    found = dict(zip(head, row, strict=True))
    assert (found["student"], found["earned"], found["late"]) == ("jane", str(TOTAL), "yes")
    assert (found["other files"], found["kernel"]) == ("jane (1).ipynb; notes.pdf", "isolated")


def test_an_untouched_notebook_and_an_uncertain_owner_are_lines_of_attention():
    judged = [Judged(k.id, k.title, k.points, 0, NOT_ATTEMPTED) for k in SETS[NUMBER].keys.values()]
    graded = result("zoe", questions=tuple(judged))
    lines = gradebook.attention([(entry("zoe", how="proposed"), graded)], [("", "", "odd", "act")])
    found = " ".join(line[3] for line in lines)
    assert "Nothing in it was answered" in found
    assert "Whose it is is not certain (proposed)" in found
    assert lines[-1] == ["", "", "", "odd", "act"]


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
    return student_page(Graded(**{**vars(graded), **more}), SETS[NUMBER], "Exercise set 04")


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
