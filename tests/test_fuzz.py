"""Notebooks mangled at random: every one gets a typed outcome, none brings the grader down."""

import copy
import json
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairmark.grading import classroom
from fairmark.grading.clean import clean_copy
from fairmark.grading.handed import Handed
from fairmark.grading.marking import mark
from fairmark.grading.runners import isolated
from fairmark.grading.submission import NotASubmission, parse_submission
from fairmark.running.programs import Bounds
from tests.classes import NUMBER, assignment, notebook, solutions
from tests.machine import needs_sandbox
from tests.sets import FROZEN

pytestmark = pytest.mark.usefixtures("frozen")

OF = assignment()
BEST = solutions(OF)
SOLVED = json.loads(json.dumps(notebook(OF, BEST)))
# `make test` takes a part of the thousands that `make test-long` takes; `make fuzz` says how many
# are merged, and executes one in fifty of them.
MANY = int(os.environ.get("FUZZ", "0"))

odd = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=20), st.lists(st.text(max_size=5)),
    st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2),
)  # fmt: skip
code = st.one_of(
    st.text(max_size=60), st.sampled_from(list(BEST.values())),
    st.sampled_from(["1/0", "cagr = ", "(" * 90, "\0", "%%bash\nls", "?", "x = '''", "\ud800"]),
)  # fmt: skip
step = st.one_of(
    st.tuples(st.just("drop"), st.integers(0, 99), st.none()),
    st.tuples(st.just("double"), st.integers(0, 99), st.integers(0, 99)),
    st.tuples(st.just("move"), st.integers(0, 99), st.integers(0, 99)),
    st.tuples(st.just("text"), st.integers(0, 99), code),
    st.tuples(st.just("lines"), st.integers(0, 99), st.lists(code, max_size=3)),
    st.tuples(st.just("id"), st.integers(0, 99), odd),
    st.tuples(st.just("cell_type"), st.integers(0, 99), odd),
    st.tuples(st.just("metadata"), st.integers(0, 99), odd),
    st.tuples(st.just("cell"), st.integers(0, 99), odd),
    st.tuples(st.just("stamp"), st.none(), odd),
    st.tuples(st.just("cut"), st.integers(0, 20_000), st.none()),
)


def mangled(steps) -> bytes:
    nb, end = copy.deepcopy(SOLVED), None
    for what, at, more in steps:
        cells = nb["cells"]
        if what == "stamp":
            nb["metadata"]["alignment"] = more
        elif what == "cut":
            end = at
        elif cells:
            _change(cells, what, at % len(cells), more)
    return json.dumps(nb).encode("utf-8", "replace")[:end]


def _change(cells, what, at, more):
    if what == "drop":
        del cells[at]
    elif what == "double":
        cells.insert(more % len(cells), copy.deepcopy(cells[at]))
    elif what == "move":
        cells.insert(more % len(cells), cells.pop(at))
    elif what == "cell":
        cells[at] = more
    elif isinstance(cells[at], dict):
        cells[at]["source" if what in ("text", "lines") else what] = more


relaxed = settings(
    deadline=None, database=None, derandomize=not MANY, suppress_health_check=list(HealthCheck)
)


@settings(relaxed, max_examples=300)
@given(st.lists(step, min_size=1, max_size=8))
def test_a_mangled_notebook_is_merged_or_refused_in_one_sentence(steps):
    _merge(mangled(steps))


@pytest.mark.long
@settings(relaxed, max_examples=MANY or 5000)
@given(st.lists(step, min_size=1, max_size=8))
def test_five_thousand_mangled_notebooks_are_merged_or_refused(steps):
    _merge(mangled(steps))


@settings(relaxed, max_examples=max(200, MANY // 10))
@given(st.binary(max_size=400))
def test_random_bytes_are_refused_in_one_sentence(content):
    _merge(content)


def _merge(content: bytes):
    clean = _cleaned(content)
    if isinstance(clean, str):
        assert clean.count("\n") == 0
        return
    assert set(clean.answers) == set(OF.keys)
    assert all(isinstance(text, str) for text in clean.answers.values())
    cells = [each for each in clean.notebook.cells if not each["id"].endswith("-said")]
    assert len(cells) == len(OF.notebook["cells"])
    json.dumps([clean.answers, clean.repairs], ensure_ascii=False).encode("utf-8")


def _cleaned(content: bytes):
    try:
        return clean_copy(parse_submission("mine.ipynb", content), OF)
    except NotASubmission as refused:
        return str(refused)


@pytest.fixture(scope="module")
def grader(tmp_path_factory):
    course = classroom.open_course({NUMBER}, FROZEN, 5, tmp_path_factory.mktemp("worlds"))
    with isolated(FROZEN, bounds=Bounds(cell_cpu=1, total_cpu=6, wall=20)) as kernels:
        kernels.load(classroom.imports_of())
        yield lambda content: mark(Handed("s", "s", "s.ipynb", content), course, kernels)


@needs_sandbox
@settings(relaxed, max_examples=8)
@given(st.lists(step, min_size=1, max_size=8))
def test_a_mangled_notebook_gets_a_typed_outcome(grader, steps):
    _outcome(grader(mangled(steps)))


@pytest.mark.long
@needs_sandbox
@settings(relaxed, max_examples=max(100, MANY // 50))
@given(st.lists(step, min_size=1, max_size=8))
def test_a_hundred_mangled_notebooks_get_a_typed_outcome(grader, steps):
    _outcome(grader(mangled(steps)))


def _outcome(graded):
    if graded.outcome == "not gradable":
        assert graded.reason
        assert graded.earned == 0
    else:
        assert graded.outcome in ("graded", "graded with repairs")
        assert [each.id for each in graded.questions] == list(OF.keys)
        assert 0 <= graded.earned <= graded.points
