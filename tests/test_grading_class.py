"""A class of 300 whose scores its generator knows: right, wrong, hostile and broken ones."""

import random

import pytest

from alignment.cli import main
from fairmark.authoring.sets import read_set
from fairmark.grading.classroom import RESULTS
from fairmark.grading.results import read_result
from fairmark.proving.trials import try_mutants
from tests.attacks.catalogue import HOOKS, MESSAGES, PRINTING
from tests.attacks.files import FILES
from tests.classes import assignment, notebook, solutions, write
from tests.machine import needs_sandbox
from tests.sets import SOURCE

pytestmark = pytest.mark.usefixtures("frozen")

SIZE, SEED = 300, 20261
OF = assignment()
BEST = solutions(OF)


@pytest.fixture(scope="module")
def wrong():
    """For each question texts that are surely wrong: known mistakes, and slips that were caught."""
    exercise = read_set(SOURCE)
    kinds = {question: key.kind for question, key in OF.keys.items()}
    found = {q.id: [part.text for part in q.wrong] for q in exercise.questions}
    for trial in try_mutants(exercise, {**dict.fromkeys(found, "number"), **kinds}):
        if trial.outcome == "killed":
            found[trial.question].append(trial.mutant.code)
    return {question: found.get(question) or ["1 / 0"] for question in OF.keys}


def answers_of(student: int, wrong: dict) -> tuple[dict[str, str], int]:
    """Draw one student's answers; a wrong one never stands before a question that is right.

    Names are shared by a whole notebook, so a wrong answer could change what a later one finds.
    """
    draw = random.Random(student)
    questions = list(OF.keys)
    right = draw.randrange(len(questions) + 1)
    answers = {question: BEST[question] for question in questions[:right]}
    for question in questions[right:]:
        if draw.random() < 0.5:
            answers[question] = draw.choice(wrong[question])
    return answers, sum(OF.keys[question].points for question in questions[:right])


@pytest.mark.long
@needs_sandbox
def test_a_class_of_three_hundred_gets_exactly_the_scores_it_deserves(wrong, tmp_path):
    expected: dict[str, int] = {}
    attacks = [a for a in [*PRINTING, *HOOKS, *MESSAGES] if a.name != "silence"]
    for n in range(SIZE - len(FILES) - len(attacks)):
        answers, expected[f"s{n:03}"] = answers_of(n, wrong)
        write(notebook(OF, answers), tmp_path / "class" / f"s{n:03}.ipynb")
    for n, attack in enumerate(attacks):
        expected[f"a{n:03}"] = 0
        words = {"line": "4.3 = 18.56 per cent", "name": "cagr", "question": "4.3"}
        code = attack.code.format(**words, stub="q4-3-stub", check="q4-3-check")
        write(notebook(OF, {"4.3": code}), tmp_path / "class" / f"a{n:03}.ipynb")
    for n, bad in enumerate(FILES):
        expected[f"f{n:03}"] = 0
        (tmp_path / "class" / f"f{n:03}.ipynb").write_bytes(bad.content())
    out = tmp_path / "out"
    assert main(["grade", str(tmp_path / "class"), "--out", str(out), "--seed", str(SEED)]) == 1
    found = {each.student: each.earned for each in map(read_result, (out / RESULTS).iterdir())}
    assert len(expected) == SIZE
    assert found == expected
