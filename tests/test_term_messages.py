"""What a term's pages, tables and commands say comes from the file of messages."""

import re

import pytest

from fairmark import messages
from fairmark.messages import BEGIN, PSEUDO
from fairmark.term import history, supposing
from fairmark.term.checked import Given
from fairmark.term.grade_page import person_page
from fairmark.term.inputs import read_plan, read_term
from fairmark.term.output import Wanted
from fairmark.term.output import write_term as write_output
from fairmark.term.reckon import reckon
from fairmark.term.wrong import CannotReckon
from tests import test_term_rules
from tests.pseudo import untranslated
from tests.terms import LATE, part, plan, reckoned, write_term

# Signs of a plan and of its tables, which are the same in every language.
KEYS = {
    "points", "set", "override", "excuse", "waive late", "keep", "total", "question", "kind", "was",
    "points.csv", "due.csv", "adjust.csv", "extensions.csv", "roster.csv", "rubric.csv",
    "rubric-1.csv", "grades.toml", "line", "UTC", "Europe/Berlin", "what if", "agreed", "full",
    "half", "none", "Question", "Evidence", "Argument", "EX", "Invented",
}  # fmt: skip
WORDS = {"ann", "bob", "cy", "dan", "eve", "sets", "memo", "extra", "01", "02", "why", "xy", "PF"}
RULES = (
    '[late]\ngrace = "15 min"\ntake = 10\nof = "possible"\nper = "day"\nfloor = 40\n'
    "closed_after = 3\n"
)
PARTS = (
    part("sets", 60, "01", "02", "03", more="drop = 1\nnever_drop = ['03']\ncap = 120"),
    part("memo", 40, "memo", more="need = 50\nlate = false\ncombine = 'points'"),
    part("extra", 5, "extra", more="bonus = true"),
)
RUBRIC = (
    "[rubric.memo]\nlevels = { full = 100, half = 50, none = 0 }\n"
    'criteria = { Question = 20, Evidence = 80 }\nwords = { full = "why" }\n'
)
TABLES = {
    "roster": "student,name,joined,left\nann,Ann,,\nbob,Bob,2026-11-25,\ncy,Cy,,2026-12-01\n"
    "dan,Dan,,\nDan,Dan,,",
    "points": "ann,01,8,10,2026-11-21 10:00\nann,02,9,10,2026-11-20 00:05\nann,03,EX,10,\n"
    "ann,extra,3,10,\nbob,01,8,10,2026-11-29\nbob,02,,10,yes\nzed,01,5,10,2026-12-20\n"
    "dan,01,2,10,2026-11-20 00:20",
    "due": "01,2026-11-20 00:00\n02,2026-11-20 00:00\n03,2026-11-30\nextra,2027-11-30",
    "extensions": "bob,01,+2 days,why,xy",
    "adjust": "ann,01,,points,1,why,xy,\nann,02,,waive late,,why,xy,\nann,03,,set,3,why,xy,\n"
    "bob,01,,override,14,why,xy,\nbob,01,,points,1,why,xy,\nann,total,,points,1,why,xy,\n"
    "dan,02,,excuse,,why,xy,",
    "rubric": "ann,memo,Question,full,xy,why\nann,memo,Evidence,half,xy,\n"
    "bob,memo,Question,full,xy,\nbob,memo,Question,none,zz,\ndan,memo,Question,none,xy,\n"
    "dan,memo,Evidence,none,xy,\nann,memo,Evidence,half,zz,",
}


@pytest.fixture
def pseudo(monkeypatch):
    monkeypatch.setenv(messages.LANGUAGE, PSEUDO)


def left_over(text, *own):
    """Return the words of a text that come from no message, no table and no plan."""
    text = re.sub(r"(?m)\b[\w-]+\.csv, [^\W\d]+ \d+", " ", text)  # a file and its line
    given = {word for rows in TABLES.values() for word in re.split(r"[,\n]", rows) if word}
    return untranslated(text, {*KEYS, *WORDS, *given, "Ann", "Bob", "Cy", "Dan", "zed", *own})


def a_term(folder):
    return write_term(folder, plan(*PARTS, late=RULES, more=RUBRIC), **TABLES)


def test_a_persons_page_holds_no_sentence_outside_the_messages(pseudo, tmp_path):
    term = reckon(read_term(a_term(tmp_path), [Given("ann", "77", None, None, "", "05")]))
    told = 0
    for grade in term.grades:
        page = person_page(term, grade, "7").partition("<main>")[2]
        assert left_over(page) == [], page
        told += page.count(BEGIN)
    assert told > 100


def test_what_a_teacher_is_told_comes_from_the_messages(pseudo, tmp_path):
    stray = Given("ann", "02", None, None, "", "05", stray=True)
    given = [stray, Given("ann", "77", None, None, "", "05"), Given("eve", "", None, None, "7", "")]
    term = reckon(read_term(a_term(tmp_path), given))
    assert len(term.told) > 8
    for each in term.told:
        assert left_over(f"{each.found} {each.do}") == [], each
        assert BEGIN in each.found


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    test_term_rules.test_a_wrong_plan_is_refused_in_a_sentence.pytestmark[0].args[1],
)
def test_what_is_wrong_with_a_plan_is_said_in_messages(pseudo, tmp_path, before, after, sentence):
    text = test_term_rules.PLAN.replace(before, after)
    said = test_term_rules.refusal(tmp_path, text)
    assert BEGIN in said
    if before != 'name = "sets"':  # TOML's own words stand in the sentence
        assert left_over(said, "grades.toml", *re.findall(r"\w+", text)) == [], said


@pytest.mark.parametrize(
    ("name", "rows", "sentence"),
    [c for c in test_term_rules.test_a_wrong_table_is_refused_with_its_line.pytestmark[0].args[1]
     if c[1]],
)  # fmt: skip
def test_what_is_wrong_with_a_table_is_said_in_messages(pseudo, tmp_path, name, rows, sentence):
    tables = {"due": "01,2026-12-20", name: rows}
    said = test_term_rules.refusal(tmp_path, plan(test_term_rules.SETS), **tables)
    assert BEGIN in said
    assert left_over(said, *re.findall(r"\w+", rows)) == [], said


def test_a_run_and_its_history_speak_in_messages(pseudo, tmp_path):
    folder, out = a_term(tmp_path / "term"), tmp_path / "out"

    def build():
        return reckon(read_term(folder)), read_plan(folder)[0]

    first = write_output(folder, out, build, "7", Wanted())
    tables = {**TABLES, "points": TABLES["points"].replace("ann,01,8", "ann,01,3")}
    write_term(folder, plan(*PARTS, late=LATE, more=RUBRIC, letters="[letters]\nPF = 0"), **tables)
    second = write_output(folder, out, build, "7", Wanted())
    files = {path.name for path in out.iterdir()} | {"pages/"}
    for text in (str(first), str(second), second.entry):
        assert BEGIN in text
        assert left_over(text, *files, *plan_words(folder)) == [], text
    assert history.entry(None, history.record(*build())).count(BEGIN) == 1
    agreement = (out / "agreement.html").read_text(encoding="utf-8").partition("<main>")[2]
    assert left_over(agreement) == []


def plan_words(folder):
    """List the keys and values of a plan, as the history names them."""
    return set(re.findall(r"[\w./]+", (folder / "grades.toml").read_text(encoding="utf-8")))


def test_what_would_be_if_is_said_in_messages(pseudo, tmp_path):
    folder = a_term(tmp_path)
    now, then, _ = supposing.suppose(folder, ["ann 01 2"], [])
    said = [
        supposing.table(now, then),
        *supposing.needed(then, "ann"),
        *supposing.needed(now, "bob"),
    ]
    for wrong in ("ann 01 many", "ann 77 3", "ann 01 300", "fly", "amn 01 3"):
        with pytest.raises(CannotReckon) as refused:
            supposing.suppose(folder, [wrong], [])
        said.append(str(refused.value))
    for text in said:
        assert BEGIN in text
        assert left_over(text, "many", "fly", "amn", "A", "B", "C", "D", "F") == [], text


def test_a_sentence_of_a_term_that_stood_in_code_would_be_seen(pseudo, tmp_path):
    term = reckoned(tmp_path, plan(), points="ann,01,8,10,")
    page = person_page(term, term.grades[0], "7", "Not a grade").partition("<main>")[2]
    assert left_over(page) == ["Not", "grade"]
