"""Every sentence a student is told stands in the file of messages; another language is one more."""

import ast
import json
import re
import string
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from courses import PENGUINS

from fairmark import course, messages, notebook
from fairmark.answers.forms import Form
from fairmark.answers.judging import judge
from fairmark.answers.mistakes import CATALOGUE, Mistake
from fairmark.answers.raised import explained
from fairmark.answers.verdict import RIGHT
from fairmark.checks import check, hint, solution
from fairmark.checks.keys import find, read_file
from fairmark.checks.saved import Page, verdict
from fairmark.grading.clean import clean_copy
from fairmark.grading.compare import Judged
from fairmark.grading.page import student_page
from fairmark.grading.results import GRADED, NOT_GRADABLE, Graded
from fairmark.grading.submission import NotASubmission, parse_submission
from fairmark.messages import BEGIN, END, PSEUDO, say

FOLDER = messages.OWN.folder
SENTENCES = messages.read(FOLDER, messages.ENGLISH)
INNERMOST = re.compile(f"{BEGIN}[^{BEGIN}{END}]*{END}")


def double(x):
    return 2 * x


def printing(x):
    print(x, end="")


def raising(x):
    raise ValueError("7")


WRONG = [
    1e9, -1e9, 0.5, "7", True, None, [1, 2], [1, None], {7}, {"7": 1.5}, {"7": 1.5, "8": 2.5},
    {f"{n}": float(n) for n in range(9)}, ..., [1, ...], pd.Series([1.0, np.nan], index=["7", "8"]),
    pd.DataFrame({"7": [1, 2], "8": [3.0, 4.0]}), go.Figure(), double, printing, raising,
    Form(("7.", "8.", "9.")),
]  # fmt: skip


@pytest.fixture
def penguins(monkeypatch, tmp_path):
    monkeypatch.setattr(course, "_adopted", [])
    monkeypatch.setenv(course.COURSE, str(PENGUINS))
    monkeypatch.setenv(course.HOME, str(tmp_path))
    for name in (course.DATA, messages.LANGUAGE):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def pseudo(penguins, monkeypatch):
    monkeypatch.setenv(messages.LANGUAGE, PSEUDO)


def untranslated(text, *own):
    """Return the letters that are neither of the messages nor the course's own words."""
    for each in sorted(filter(None, own), key=len, reverse=True):
        text = text.replace(each, "")
    while INNERMOST.search(text):
        text = INNERMOST.sub("", text)
    return "".join(re.findall(r"[^\W\d_]+", text))


def words_of(key):
    """List what the course itself says of a question."""
    return [key.id, key.title, *key.hints, *(each.sentence for each in key.wrong)]


QUESTIONS = ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10"]


def test_these_are_all_questions_of_the_set(penguins):
    assert sorted(read_file("01")["questions"]) == sorted(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_verdict_on_a_wrong_answer_has_a_sentence_outside_the_messages(pseudo, question):
    key = find(question)
    told = 0
    for value in WRONG:
        on = [1, 2] if callable(value) or key.kind == "function" else None
        found = judge(key, value, on)
        assert found.outcome != RIGHT
        for text in (found.sentence, found.looked_at):
            assert untranslated(text, *words_of(key)) == "", text
            told += bool(text)
    assert told > len(WRONG)


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_check_hint_and_solution_show_comes_from_the_messages(pseudo, question):
    key = find(question)
    shown = [repr(check(question, value)) for value in (..., 1e9, [1, 2], {"7": 1.5})]
    shown += [repr(hint(question)), repr(hint(question))]
    for text in shown:
        assert untranslated(text, *words_of(key)) == "", text
    before = repr(solution(question))
    assert BEGIN in before


def test_the_page_of_a_set_comes_from_the_messages(pseudo):
    one = {"id": "1.1", "outcome": "not yet", "earned": 0, "points": 1, "title": "", "sentence": ""}
    counts = {"right": 0, "checks": 1, "earned": 0, "points": 1}
    page = Page("7.ipynb", {"set": "01", "questions": [one], "repairs": ["7"], **counts}, "8")
    assert untranslated(repr(page)) == ""
    cells = re.sub(r"<[^>]*>", " ", page._repr_html_())
    assert untranslated(cells) == ""
    assert untranslated(repr(verdict("7.ipynb"))) == ""


def odd_notebooks():
    """A student's copy of the set in states that a grader has to put right."""
    path = PENGUINS / "exercises" / "01-penguins.ipynb"
    whole = json.loads(path.read_text(encoding="utf-8"))

    def changed(change):
        copy = json.loads(json.dumps(whole))
        change(copy)
        return copy

    def answer(notebook, n=0):
        return [cell for cell in notebook["cells"] if cell["id"].endswith("stub")][n]

    def twice(notebook):
        answer(notebook)["source"] = "a = 1"
        notebook["cells"] += [dict(answer(notebook), source="a = 2")]

    def unnamed(notebook):
        for n, cell in enumerate(notebook["cells"]):
            if cell["id"].endswith("stub"):
                asked = re.search(r"^(\w+) = ", "".join(cell["source"]), re.MULTILINE)
                cell |= {"id": f"x{n}", "source": f"{asked[1]} = 1" if asked else "x = 1"}

    def own(notebook):
        for n in range(2):
            new = dict(answer(notebook), id=f"y{n}", source=f"print({n})")
            notebook["cells"].append(new)

    return {
        "no stamp": changed(lambda each: each["metadata"].clear()),
        "another version": changed(lambda each: each["metadata"]["fairmark"].update(version="7")),
        "text in an answer's place": changed(
            lambda each: answer(each).update(cell_type="raw", source="7")
        ),
        "an answer twice": changed(twice),
        "cells without names": changed(unnamed),
        "cells of one's own": changed(own),
        "an answer too long": changed(lambda each: answer(each).update(source="#" * 10**6)),
        "no answer cell": changed(lambda each: each["cells"].remove(answer(each))),
        "no headings": changed(
            lambda each: [
                cell.update(source="7") for cell in each["cells"] if cell["cell_type"] == "markdown"
            ]
        ),
    }


@pytest.mark.parametrize("name", odd_notebooks())
def test_what_is_put_right_in_a_notebook_is_said_in_messages(pseudo, name):
    content = json.dumps(odd_notebooks()[name]).encode()
    clean = clean_copy(parse_submission("7.ipynb", content), PENGUINS / "exercises")
    assert clean.repairs
    for text in clean.repairs:
        assert untranslated(text) == "", text


def test_why_a_file_is_no_notebook_of_the_course_is_said_in_messages(pseudo):
    for content in (b'{"cells": []}', b"{}", b'{"cells": [{"source": "7"}]}'):
        with pytest.raises(NotASubmission) as refused:
            parse_submission("7.ipynb", content)
        assert untranslated(str(refused.value)) == ""


MAKERS = [
    notebook.Maker(*each)
    for each in product(("q7-7-stub", "7"), ("", "7"), (True, False), (True, False))
]


@pytest.mark.parametrize("has_run", [True, False])
@pytest.mark.parametrize("maker", MAKERS)
def test_which_cell_makes_a_name_is_said_in_messages(pseudo, monkeypatch, maker, has_run):
    monkeypatch.setattr(notebook, "ran", {maker.id: ("7", 0.0)} if has_run else {})
    assert untranslated(notebook.told("7", maker)) == ""
    assert untranslated(notebook.sentence("7.7", "7")) == ""


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_is_known_again_whatever_was_filled_in(penguins, name):
    entry = SENTENCES[name]
    for form in entry.values() if isinstance(entry, dict) else [entry]:
        fields = {part: 7 for _, part, _, _ in string.Formatter().parse(form) if part}
        assert messages.made_of(name, form.format(**fields))
    assert not messages.made_of(name, "7 is another sentence that nobody says.")


def test_the_page_of_a_graded_set_comes_from_the_messages(pseudo):
    one = Judged("1.1", "7", 2, 0, "not yet", "8")
    done = replace(one, earned=2, outcome="right")
    for questions in ((one, done), (done,)):
        graded = Graded("7", "7", "7", "01", GRADED, "", questions, ("9",))
        body = student_page(graded, None, "7").partition("<body>")[2]
        assert untranslated(re.sub(r"<[^>]*>", " ", body)) == ""
    refused = Graded("7", "7", "7", "", NOT_GRADABLE, reason="8")
    assert "⟦" in student_page(refused, None, "7")


def test_mistakes_and_errors_come_from_the_messages(pseudo):
    assert len(CATALOGUE) > 20
    for kind in CATALOGUE:
        assert untranslated(Mistake("", kind, "7").sentence) == ""
    for error in messages.ids("meaning"):
        assert untranslated(explained(f"{error.partition(':')[0]}: 7", 3)) == ""


def test_a_sentence_that_is_glued_from_halves_would_be_seen(pseudo):
    assert untranslated(f"{say('outside.differs')} Try again.") == "Tryagain"


def test_another_language_is_one_more_file(penguins, monkeypatch, tmp_path):
    (tmp_path / "messages.en.toml").write_bytes((FOLDER / "messages.en.toml").read_bytes())
    text = '[outside]\ndiffers = "Es ist anders als in den Tabellen."\n'
    (tmp_path / "messages.de.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(messages.OWN, "folder", tmp_path)
    monkeypatch.setenv(messages.LANGUAGE, "de")
    assert say("outside.differs") == "Es ist anders als in den Tabellen."
    assert say("outside.choice").startswith("This is not the one.")  # not translated yet


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_can_be_read_and_its_forms_have_the_same_parts(name):
    entry = SENTENCES[name]
    forms = entry if isinstance(entry, dict) else {"other": entry}
    assert {"other"} <= set(forms) <= {"none", "one", "other"}
    parts = [
        {part for _, part, _, _ in string.Formatter().parse(t) if part} for t in forms.values()
    ]
    assert all(each - {"n"} == parts[0] - {"n"} for each in parts)


def test_no_sentence_is_there_for_nobody(penguins):
    code = "".join(path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.py"))
    made = ("noun.", "count.", "convert.", "found.", "figure.", "mistake.", "meaning.", "outcome.",
            "raised.", "verdict.", "page.", "run.", "unit.", "state.", "term.", "history.by_",
            "plan.whole_",
            "rule.late_", "report.", "file.", "file_do.", "list.")  # fmt: skip
    unused = [n for n in SENTENCES if f'"{n}"' not in code and f"'{n}'" not in code]
    assert not [name for name in unused if not name.startswith(made)]


def asked_for():
    """List the calls for sentences in the engine's code: their whole ids, their parts, a number."""
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                first, given = node.args[0], {each.arg for each in node.keywords}
                ways = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                if names := [each.value for each in ways if isinstance(each, ast.Constant)]:
                    yield names, given, len(node.args) > 1


def parts_of(name):
    """Name what a sentence has filled in."""
    entry = SENTENCES[name]
    texts = [entry] if isinstance(entry, str) else entry.values()
    return {part for text in texts for _, part, _, _ in string.Formatter().parse(text) if part}


def test_every_sentence_that_is_asked_for_is_there_and_gets_its_parts():
    found = list(asked_for())
    assert len(found) > 300
    for names, given, number in found:
        for name in names:
            assert parts_of(name) - {"n"} <= given or None in given, name
            assert number or "n" not in parts_of(name), name
        assert given - {None} <= set().union(*map(parts_of, names)), names
