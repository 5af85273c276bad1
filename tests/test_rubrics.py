"""Forms and figures are judged in the grader's process, from plain data that a run has sent."""

import datetime
import decimal
import json
from fractions import Fraction

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from fairmark.answers.plain_data import plain, unplain
from fairmark.answers.tree import tree
from fairmark.answers.verdict import NOT_ATTEMPTED, NOT_YET, RIGHT
from fairmark.grading import classroom
from fairmark.grading.assignments import open_assignment
from fairmark.grading.marking import mark
from fairmark.grading.rubrics import KINDS, sent_after
from fairmark.grading.runners import isolated
from fairmark.ids import cell_name
from fairmark.messages import say
from tests.classes import NUMBER, assignment, handed, notebook, solutions
from tests.machine import needs_sandbox
from tests.sets import EXERCISES, FROZEN

pytestmark = pytest.mark.usefixtures("frozen")

ANSWERS = {
    "dots": (..., ...),
    "nothing": [None, pd.NA, pd.NaT],
    "truths": [True, np.bool_(False)],
    "numbers": [1, -2.5, np.float32(0.1), np.int64(3), decimal.Decimal("0.25"), 10**30, 1e300],
    "no numbers": [float("nan"), float("inf"), -np.inf],
    "fraction": Fraction(1, 4),
    "texts": ["a", "Ä\u2028b", "'quoted'"],
    "dates": [pd.Timestamp("2024-01-01 10:00"), datetime.date(2024, 1, 2)],
    "set": {"b", "a"},
    "mapping": {"A": (1, 2, "why"), 2: [3], "nested": {"x": {"y": ...}}},
    "series": pd.Series([1.5, 2], index=["x", "y"]),
    "series without labels": pd.Series([1, 2]),
    "table": pd.DataFrame({"a": [1, 2], "b": ["x", None]}),
    "table with labels": pd.DataFrame({"a": [1.5, 2.5]}, index=[2023, 2024]),
    "array": np.arange(3),
    "bars": go.Figure(go.Bar(x=["a", "b"], y=np.array([1.5, 2])), layout={"title": "T"}),
    "lines": go.Figure(
        go.Scatter(x=pd.to_datetime(["2024-01-01", "2024-02-01"]), y=[1, None]),
        layout={"xaxis": {"title": {"text": "x"}}, "yaxis": {"title": "y"}},
    ),
}
ODD = {
    "no JSON": "complete",
    "nothing": "",
    "no list": '{"text": "x"}',
    "unknown kind": '["lambda", 1]',
    "no entries": "[]",
    "a set of lists": '["set", [["list", []]]]',
    "a number of many digits": json.dumps(["number", "9" * 5000]),
    "deep": "[" * 5000,
    "half of a pair": '["mapping", [["text", "a"]]]',
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return classroom.open_course({NUMBER}, FROZEN, 5, tmp_path_factory.mktemp("worlds"))


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_sent_as_plain_data_is_the_same_answer(name):
    sent = json.dumps(plain(ANSWERS[name]))
    assert tree(unplain(json.loads(sent))) == tree(ANSWERS[name])


def test_what_is_no_data_is_sent_as_something_else_and_nothing_is_run():
    class Lies(dict):
        def items(self):
            raise SystemError

    assert plain(len) == ["other"]
    assert plain(Lies(a=1)) == ["other"]


@pytest.mark.parametrize("name", ODD)
def test_what_is_no_answer_at_all_is_not_right_and_says_so(name, course):
    for rubric in course.worlds[0].rubrics.values():
        found = rubric.judge(ODD[name])
        assert (found.outcome, found.sentence) == (NOT_YET, say("run.no_data"))


def test_every_form_and_figure_of_every_set_is_judged_here():
    for path in sorted((EXERCISES / "keys").glob("*.json")):
        of = open_assignment(path.stem, EXERCISES)
        here = {name: key.kind for name, key in of.keys.items()
                if cell_name(name, "check") in sent_after(of)}  # fmt: skip
        assert here == {name: key.kind for name, key in of.keys.items() if key.kind in KINDS}


def test_the_check_of_the_reference_says_the_same_here(course):
    for world in course.worlds:
        names = {}
        for name, source in assignment().code():
            if name.endswith("-check"):
                continue
            if (question := name.removesuffix("-stub")) != name:
                key = course.assignments[NUMBER].keys[question.removeprefix("q").replace("-", ".")]
                if key.id in world.rubrics:
                    stub = dict(names)
                    exec(key.stub, stub)
                    sent = json.dumps(plain(stub[key.asks]))
                    assert world.rubrics[key.id].judge(sent).outcome == NOT_ATTEMPTED
            exec(source, names)
            if question != name and key.id in world.rubrics and world.name == "shipped":
                sent = json.dumps(plain(names[key.asks]))
                assert world.rubrics[key.id].judge(sent).outcome == RIGHT


PATCHES = {
    "4.16": (
        "import fairmark.answers.tree as t, fairmark.answers.figures as f\n"
        "t._title = lambda part: 'a title'\nf.missing_labels = lambda node: []\n"
        "{solution}\nfigure.layout.title = figure.layout.xaxis.title = None"
    ),
    "4.17": "from fairmark.answers.forms import Form\nforms.score_sheet = lambda s: Form()\n"
            "sheet = 1",
    "4.18": "from fairmark.answers.forms import Form\n"
            "wording.estimate = lambda *a, **k: Form()\nestimate = 1",
}  # fmt: skip


@needs_sandbox
def test_who_replaces_the_function_that_judges_a_form_or_a_figure_earns_nothing(course):
    of = assignment()
    best = solutions(of)
    answers = best | {q: text.format(solution=best[q]) for q, text in PATCHES.items()}
    with isolated(FROZEN) as kernels:
        kernels.load(classroom.imports_of())
        found = mark(handed(notebook(of, answers)), course, kernels)
        honest = mark(handed(notebook(of, best)), course, kernels)
    assert [q.id for q in found.questions if q.outcome != RIGHT] == list(PATCHES)
    assert "lacks a title, a title on the x axis" in found.questions[-3].sentence
    assert "not complete yet" in found.questions[-1].sentence
    assert honest.earned == sum(key.points for key in of.keys.values())
