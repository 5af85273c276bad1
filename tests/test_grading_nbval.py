"""Stock `pytest --nbval` is the judge of the fast path: on the same clean notebook, one verdict."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fairmark.answers.verdict import RIGHT
from fairmark.grading import classroom
from fairmark.grading.clean import clean_copy, with_answers
from fairmark.grading.compare import judged_here, outcomes
from fairmark.grading.marking import judge_on, program
from fairmark.grading.nbval import CannotJudge, judge
from fairmark.grading.runners import isolated
from fairmark.grading.submission import NotASubmission, parse_submission
from fairmark.running.programs import Bounds
from tests.attacks.catalogue import ATTACKS
from tests.boxed import boxed
from tests.classes import NUMBER, assignment, handed, notebook, solutions
from tests.machine import needs_sandbox
from tests.sets import FROZEN
from tests.test_fuzz import mangled, relaxed, step

pytestmark = pytest.mark.usefixtures("frozen")

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
    return classroom.open_course({NUMBER}, FROZEN, 5, tmp_path_factory.mktemp("worlds"))


@pytest.fixture(scope="module")
def kernels(course):
    with isolated(FROZEN) as found:
        found.load(classroom.imports_of())
        yield found


@pytest.fixture(scope="module")
def rough(course):
    """Kernels with short limits, for notebooks that use whatever they get."""
    bounds = Bounds(cell_cpu=1.0, total_cpu=6, wall=25.0, memory=400, together=700, disk=24)
    with isolated(FROZEN, bounds=bounds) as found:
        found.load(classroom.imports_of())
        yield found


def clean_of(course, answers):
    content = handed(notebook(assignment(), answers)).content
    return clean_copy(parse_submission("mine.ipynb", content), course.assignments[NUMBER])


def fast(clean, world, kernels):
    cells = program(clean, clean.answers)
    lines = {question: world.lines[question] for question in clean.keys}
    ran = kernels.run(cells, world.folder)
    found = outcomes(ran, lines, judged_here(ran, world.rubrics))
    return {question for question, outcome in found.items() if outcome == RIGHT}


def stock(clean, world, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_DATA", str(world.folder))
    return {e.id for e in judge(fitted(clean, world)).questions if e.outcome == RIGHT}


def fitted(clean, world):
    """Return the clean copy with the lines that are right on a data set, for nbval to compare."""
    nb = with_answers(clean.assignment.notebook, {})
    for cell in nb.cells:
        if cell["id"].endswith("-check"):
            cell.outputs[0].text = f"{world.lines[_question(cell['id'])]}\n"
    assignment = replace(clean.assignment, notebook=nb)
    return replace(clean, assignment=assignment, answers=dict(clean.answers))


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
@pytest.mark.parametrize("world", [0, 1], ids=["shipped", "variant"])
def test_both_give_the_same_verdict_on_both_data_sets(name, world, course, kernels, monkeypatch):
    clean = clean_of(course, CORPUS[name])
    place = course.worlds[world]
    assert fast(clean, place, kernels) == stock(clean, place, monkeypatch)


@pytest.mark.long
@needs_sandbox
def test_every_known_wrong_answer_is_judged_alike(course, kernels, monkeypatch):
    """The wrong answers of the source, one per question and notebook, until all were tried."""
    from fairmark.authoring.sets import read_set
    from tests.sets import SOURCE

    wrong = {q.id: [p.text for p in q.wrong] for q in read_set(SOURCE).questions if q.id in BEST}
    for n in range(max(map(len, wrong.values()))):
        answers = {q: texts[n] if n < len(texts) else BEST[q] for q, texts in wrong.items()}
        clean = clean_of(course, answers)
        assert fast(clean, course.worlds[0], kernels) == stock(clean, course.worlds[0], monkeypatch)


@pytest.mark.long
@needs_sandbox
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_a_hostile_notebook_is_judged_alike(attack, course, rough, tmp_path):
    """Everything but the attacked question is solved, so that damage to the others shows."""
    words = {"canary": tmp_path / "canary", "folder": tmp_path, "pid": 1, "port": 9}
    words |= {"name": "cagr", "question": "4.3", "stub": "q4-3-stub", "check": "q4-3-check"}
    code = attack.code.format(line=course.worlds[0].lines["4.3"], **words)
    clean = clean_of(course, {**BEST, "4.3": code})
    verdicts, _ = judge_on(clean, course.worlds, rough)
    ours = {each.id for each in verdicts if each.outcome == RIGHT}
    theirs = boxed_verdict(clean, course.worlds[0])
    if "4.3" in theirs:  # the known line was printed, which the second data set finds out
        theirs &= boxed_verdict(clean, course.worlds[1])
    assert "4.3" not in ours | theirs
    if attack.name not in DIFFER:
        assert ours == theirs


@pytest.mark.long
@needs_sandbox
@settings(relaxed, max_examples=20)
@given(steps=st.lists(step, min_size=1, max_size=8))
def test_a_mangled_notebook_is_judged_alike(course, rough, steps):
    """What the merge makes of a notebook mangled at random; what it refuses has no verdict."""
    try:
        submission = parse_submission("mine.ipynb", mangled(steps))
        clean = clean_copy(submission, course.assignments[NUMBER])
    except NotASubmission:
        assume(False)
    assert fast(clean, course.worlds[0], rough) == boxed_verdict(clean, course.worlds[0])


def boxed_verdict(clean, world):
    """Return what stock nbval finds right; nothing, if the notebook has ended nbval itself."""
    try:
        judged = judge(fitted(clean, world), 10, boxed(world.folder)).questions
    except CannotJudge:
        return set()
    return {each.id for each in judged if each.outcome == RIGHT}


DIFFER = {
    # One of the two kernels is the target of the attack, or has what it needs.
    "json patched": "a stock kernel writes its messages with json.dumps",
    "output patched": "a stock kernel's stream has more methods than write and flush",
    "late printing": "when a thread prints is chance",
    "text of the output replaced": "only the fast kernel's stream collects its text",
    "forged report": "only the fast kernel's socket is written to",
    "shipped tables inside": "the fast kernel bound `load` to the words before the attack",
    "other tables": "the fast kernel reads its keys once",
    "import hook": "the fast kernel has imported plotly before, so the hook prints less",
    # nbval itself is ended by it, or has no room left for its report.
    "kill everybody": "nbval is killed",
    "delete everything": "nbval's folder is deleted",
    "many files": "nbval cannot write its report",
    # The limits of the two are not the same; nbval knows wall time only.
    "trace": "watching every line makes a figure take longer than nbval waits",
    "memory by children": "the memory of all processes together is bounded",
    "memory in pipes": "fewer descriptors",
    "many descriptors": "fewer descriptors",
}


@pytest.mark.parametrize("text", ["check = growth", "import math as check", "def check(*a): 1 / 0"])
def test_an_answer_that_takes_the_name_of_check_costs_itself_and_no_other(
    course, kernels, monkeypatch, text
):
    best = solutions(assignment())
    clean = clean_of(course, best | {"4.3": f"{best['4.3']}\n{text}"})
    world = course.worlds[0]
    assert fast(clean, world, kernels) == set(clean.keys) - {"4.3"}
    assert stock(clean, world, monkeypatch) == set(clean.keys) - {"4.3"}
