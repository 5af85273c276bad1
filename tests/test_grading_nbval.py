"""Stock `pytest --nbval` is the judge of the fast path: on the same clean notebook, one verdict."""

import copy

import pytest

from alignment.grading import classroom
from alignment.grading.clean import clean_copy
from alignment.grading.compare import RIGHT, outcomes
from alignment.grading.kernels import isolated
from alignment.grading.nbval import judge
from alignment.grading.submission import parse_submission
from tests.classes import EXERCISES, NUMBER, assignment, handed, notebook, solutions
from tests.machine import needs_sandbox

BEST = solutions(assignment())
# Each notebook holds many kinds of answer, because a stock kernel takes seconds to start.
CORPUS = {
    "solved": BEST,
    "untouched": {},
    "mixed": {
        **BEST,
        "4.1": "growth = trade['total'].pct_change().loc[2022:2025]",
        "4.2": "reason = 'Revised '",
        "4.3": "cagr = 18.7",
        "4.4": "share = None",
        "4.5": "asymmetry = 1 / 0",
        "4.6": "november = '21.689'",
        "4.7": "print('noise')\n" + BEST["4.7"],
        "4.8": "import sys; print('x', file=sys.stderr)\n" + BEST["4.8"],
        "4.9": "display(1)\n" + BEST["4.9"],
    },
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return classroom.open_course({NUMBER}, EXERCISES, 5, tmp_path_factory.mktemp("worlds"))


@pytest.fixture(scope="module")
def kernels(course):
    with isolated(EXERCISES) as found:
        yield found


def clean_of(course, answers):
    content = handed(notebook(assignment(), answers)).content
    return clean_copy(parse_submission("mine.ipynb", content), course.assignments[NUMBER])


def fast(clean, world, kernels):
    texts = {f"q{q.replace('.', '-')}-stub": text for q, text in clean.answers.items()}
    cells = [(name, texts.get(name, source)) for name, source in clean.assignment.code()]
    lines = {question: world.lines[question] for question in clean.keys}
    found = outcomes(kernels.run(cells, world.folder), lines)
    return {question for question, outcome in found.items() if outcome == RIGHT}


def stock(clean, world, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_DATA", str(world.folder))
    nb = copy.deepcopy(clean.assignment.notebook)
    for cell in nb.cells:
        if cell["id"].endswith("-check"):
            cell.outputs[0].text = f"{world.lines[_question(cell['id'])]}\n"
    fitted = copy.copy(clean)
    fitted.assignment = type(clean.assignment)(**{**vars(clean.assignment), "notebook": nb})
    return {each.id for each in judge(fitted).questions if each.outcome == RIGHT}


def _question(name):
    return ".".join(name.split("-")[:2]).removeprefix("q")


@needs_sandbox
def test_both_give_the_same_verdict_on_a_mixed_notebook(course, kernels, monkeypatch):
    clean = clean_of(course, CORPUS["mixed"])
    right = fast(clean, course.worlds[0], kernels)
    assert right == stock(clean, course.worlds[0], monkeypatch)
    assert {"4.2", "4.7", "4.8", "4.9"} <= right
    assert not {"4.1", "4.3", "4.4", "4.5"} & right


@pytest.mark.long
@needs_sandbox
@pytest.mark.parametrize("name", CORPUS)
@pytest.mark.parametrize("world", [0, 1], ids=["shipped", "shadow"])
def test_both_give_the_same_verdict_on_both_data_sets(name, world, course, kernels, monkeypatch):
    clean = clean_of(course, CORPUS[name])
    place = course.worlds[world]
    assert fast(clean, place, kernels) == stock(clean, place, monkeypatch)


@pytest.mark.long
@needs_sandbox
def test_every_known_wrong_answer_is_judged_alike(course, kernels, monkeypatch):
    """The wrong answers of the source, one per question and notebook, until all were tried."""
    from alignment.authoring.exercises import read_set
    from tests.sets import SOURCE

    wrong = {q.id: [p.text for p in q.wrong] for q in read_set(SOURCE).questions if q.id in BEST}
    for n in range(max(map(len, wrong.values()))):
        answers = {q: texts[n] if n < len(texts) else BEST[q] for q, texts in wrong.items()}
        clean = clean_of(course, answers)
        assert fast(clean, course.worlds[0], kernels) == stock(clean, course.worlds[0], monkeypatch)


@pytest.mark.long
@needs_sandbox
def test_hostile_notebooks_that_end_are_judged_alike(course, kernels, monkeypatch):
    from tests.attacks.catalogue import HOOKS, PRINTING

    # Printing the line that is right on the shipped tables is right there for both judges;
    # the second data set is what takes the points away.
    for attack in [*PRINTING, *HOOKS]:
        if attack.name in DIFFER:
            continue
        code = attack.code.format(
            line=course.worlds[0].lines["4.3"], name="cagr", question="4.3", stub="", check=""
        )
        clean = clean_of(course, {"4.3": code})
        ours = fast(clean, course.worlds[0], kernels) - {"4.3"}
        theirs = stock(clean, course.worlds[0], monkeypatch) - {"4.3"}
        assert ours == theirs, attack.name


# These patch one of the two kernels and not the other; neither gains a point (test_attacks.py).
DIFFER = {"late printing", "output patched", "grader's module patched", "run_cell patched"}
