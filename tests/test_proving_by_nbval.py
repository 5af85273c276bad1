"""The lint judges in this process; stock nbval, run on the same answers, must agree with it."""

import json
import os
import random

import nbformat
import pytest

from fairmark.authoring.percent import find_sources
from fairmark.authoring.sets import read_set
from fairmark.checks.keys import find
from fairmark.grading.clean import clean_copy
from fairmark.grading.nbval import judge
from fairmark.grading.submission import read_submission
from fairmark.proving.lint import verdict
from fairmark.proving.mutants import mutants
from fairmark.proving.rehearsal import stages
from tests.sets import EXERCISES, answer

SEED = int(os.environ.get("DRAW", "4"))


def drawn(stage, kind):
    """Draw one mutant or one known wrong answer of a question; of both kinds, in turn, if mixed."""
    number = int(stage.question.id.partition(".")[2])
    kind = ("wrong", "mutant")[(number + SEED) % 2] if kind == "mixed" else kind
    draw = random.Random(f"{SEED} {kind} {stage.question.id}")
    if kind == "wrong":
        return draw.choice(stage.question.wrong).text
    found = mutants(stage.question.solution.text, stage.names)
    return draw.choice(found).code if found else stage.question.solution.text


# A stock kernel takes long to start: the short run asks one for answers of both kinds, for sets
# that hold every kind of question between them.
SHORT = ("03", "06", "08", "10")


def of_set(source):
    """Give a set its mark."""
    marks = () if source.stem[:2] in SHORT else pytest.mark.long
    return pytest.param(source, marks=marks, id=source.stem)


def test_the_short_run_holds_every_kind_of_question():
    kinds = {
        source.stem[:2]: {find(question.id).kind for question in read_set(source).questions}
        for source in find_sources(EXERCISES)
    }
    assert set().union(*(kinds[number] for number in SHORT)) == set().union(*kinds.values())


@pytest.mark.parametrize(
    "kind",
    [
        "mixed",
        pytest.param("wrong", marks=pytest.mark.long),
        pytest.param("mutant", marks=pytest.mark.long),
    ],
)
@pytest.mark.parametrize("source", map(of_set, find_sources(EXERCISES)))
def test_stock_nbval_and_the_lint_agree_on_answers_drawn_by_seed(source, kind, tmp_path):
    print(f"DRAW={SEED} repeats this draw")
    nb = nbformat.read(EXERCISES / f"{source.stem}.ipynb", as_version=4)
    expected = {}
    for stage in stages(read_set(source)):
        code = drawn(stage, kind)
        print(f"{stage.question.id}: {code}")
        answer(nb, stage.question.id, code)
        expected[stage.question.id] = verdict(find(stage.question.id), stage.attempt(code)).outcome
    path = tmp_path / "drawn.ipynb"
    path.write_text(json.dumps(nb), encoding="utf-8")
    result = judge(clean_copy(read_submission(path), EXERCISES))
    assert {each.id: each.outcome for each in result.questions} == expected
    assert kind != "wrong" or result.right == 0
    assert "not yet" in expected.values()
