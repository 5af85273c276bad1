"""The exercise sets as shipped: right is right, wrong is told why, and the files are fresh."""

import json
import re
import subprocess
import sys
from functools import cache

import nbformat
import pytest

from alignment import tables
from fairmark.answers.judging import judge, line
from fairmark.answers.kinds import kind_named
from fairmark.answers.known import key_from
from fairmark.answers.tree import tree
from fairmark.answers.writing import numbers
from fairmark.authoring.copies import reference, student_copy
from fairmark.authoring.percent import dumps, find_sources
from fairmark.authoring.sets import read_set
from fairmark.grading.fresh import NoSuchSet, fresh_copy
from fairmark.proving.building import build, earlier_keys
from fairmark.proving.key_builder import build_keys
from fairmark.proving.lint import verdict
from fairmark.proving.rehearsal import stages
from fairmark.running.kernels import run
from tests.sets import EXERCISES, answer, cell, frozen_course, student_notebook

SOURCES = find_sources(EXERCISES)
SETS = {source.stem: read_set(source) for source in SOURCES}
QUESTIONS = [
    pytest.param(name, question.id, id=question.id)
    for name, exercise in SETS.items()
    for question in exercise.questions
]


@cache
def stages_of(name):
    """Run a set once for all tests of its questions."""
    return {stage.question.id: stage for stage in stages(SETS[name])}


@pytest.fixture
def stage(name, question):
    return stages_of(name)[question]


def key_of(name, question):
    keys = json.loads((EXERCISES / "keys" / f"{name[:2]}.json").read_text(encoding="utf-8"))
    return key_from(question, keys["questions"][question])


@pytest.mark.parametrize(("name", "question"), QUESTIONS)
def test_the_stub_is_not_attempted(name, question, stage):
    found = verdict(key_of(name, question), stage.attempt(stage.question.stub.text))
    assert found.outcome == "not attempted"


@pytest.mark.parametrize(("name", "question"), QUESTIONS)
def test_the_solution_is_right(name, question, stage):
    found = verdict(key_of(name, question), stage.attempt(stage.question.solution.text))
    assert found.outcome == "right"


@pytest.mark.parametrize(("name", "question"), QUESTIONS)
def test_every_entry_of_a_right_answer_is_right(name, question, stage):
    key, given = key_of(name, question), stage.attempt(stage.question.solution.text)
    kind = kind_named(key.kind)
    entries = kind.beside(key, kind.normalise(given.value, given.on))
    assert len(entries) == len(key.parts)
    assert all(entry.fits(key.salt) for entry in entries)


@pytest.mark.parametrize(("name", "question"), QUESTIONS)
def test_each_known_wrong_answer_gets_exactly_its_sentence(name, question, stage):
    key = key_of(name, question)
    told = [verdict(key, stage.attempt(part.text)).sentence for part in stage.question.wrong]
    assert told == [part.sentence for part in stage.question.wrong]


@pytest.mark.parametrize(("name", "question"), QUESTIONS)
def test_check_and_the_compared_line_give_the_same_verdict(name, question, stage):
    asked, key = stage.question, key_of(name, question)
    right = stage.attempt(asked.solution.text)
    for part in (asked.solution, asked.stub, *asked.wrong):
        given = stage.attempt(part.text)
        same = line(key.id, key, given.value, given.on) == line(key.id, key, right.value, right.on)
        assert same == (judge(key, given.value, given.on).outcome == "right")


@pytest.mark.parametrize(("name", "question"), QUESTIONS)
def test_keys_hold_no_answer_in_clear(name, question, stage):
    text = (EXERCISES / "keys" / f"{name[:2]}.json").read_text(encoding="utf-8")
    entry = json.loads(text)["questions"][question]
    assert set(entry["right"]) == {"offsets", "digest"}
    assert re.fullmatch(r"[0-9a-f]{32}", entry["right"]["digest"])
    assert stage.question.solution.text not in text
    given = stage.attempt(stage.question.solution.text)
    if entry["width"] and given.on is None:
        answers = [float(number) for number in numbers(tree(given.value)) if number]
        shown = entry["right"]["offsets"]
        assert not [a for a in answers if any(abs(a - offset) < 1e-6 for offset in shown)]


@pytest.fixture(scope="module", params=SETS)
def name(request):
    """Each set in turn, for the tests of its files."""
    return request.param


@cache
def built_keys(name):
    source = EXERCISES / "source" / f"{name}.py"
    return build_keys(SETS[name], earlier_keys(EXERCISES, source))


def stored_reference(name):
    return nbformat.read(EXERCISES / "reference" / f"{name}.ipynb", as_version=4)


# What a reference's cells put out is compared where each one runs, under nbval.
def test_the_stored_keys_are_those_the_source_gives(name):
    stored = (EXERCISES / "keys" / f"{name[:2]}.json").read_text(encoding="utf-8")
    assert json.loads(stored) == json.loads(json.dumps(built_keys(name)))


def test_the_stored_reference_has_the_cells_its_source_gives(name):
    def cells(nb):
        return [(each["id"], each.cell_type, each.source, each.metadata) for each in nb.cells]

    assert cells(stored_reference(name)) == cells(reference(SETS[name]))


@pytest.mark.parametrize(
    "name",
    [n if n.startswith("04") else pytest.param(n, marks=pytest.mark.long) for n in SETS],
)
def test_a_rebuild_in_a_kernel_gives_the_stored_files_byte_for_byte(name):
    source = EXERCISES / "source" / f"{name}.py"
    for path, text in build(source, earlier_keys(EXERCISES, source)).files(EXERCISES).items():
        if path.parent != EXERCISES:
            assert path.read_text(encoding="utf-8") == text, f"run make exercises: {path.name}"


def test_the_stored_student_copy_is_the_one_its_source_gives(name):
    stored = nbformat.read(EXERCISES / f"{name}.ipynb", as_version=4)
    assert dumps(stored) == dumps(student_copy(SETS[name]))


def test_a_student_copy_is_small_and_has_no_outputs(name):
    text = (EXERCISES / f"{name}.ipynb").read_text(encoding="utf-8")
    nb = json.loads(text)
    assert len(text) < 100_000
    assert not any(c.get("outputs") for c in nb["cells"])
    assert nb["metadata"]["alignment"]["version"] == SETS[name].version


def test_the_reference_emits_one_line_per_question(name):
    nb = stored_reference(name)
    for question in SETS[name].questions:
        (output,) = cell(nb, f"q{question.id.replace('.', '-')}-check").outputs
        text = "".join(output["text"])
        assert text.startswith(f"{question.id} = ")
        assert text.count("\n") == 1


@cache
def fractions():
    """Every number of the tables that is not whole, as it would be printed."""
    return {
        f"{value:g}"
        for name in tables.names()
        for values in tables.load(name).select_dtypes("float64").to_dict("list").values()
        for value in values
        if value == value and value % 1
    }


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.stem)
def test_prompts_never_quote_a_number_that_an_answer_needs(source):
    exercise = SETS[source.stem]
    told = " ".join(p.text for p in exercise.parts if p.kind == "markdown")
    quoted = set(re.findall(r"\d+\.\d+", told))
    used = fractions()
    allowed = {q.id for q in exercise.questions} | {
        f"{q.spec.tolerance:g}" for q in exercise.questions
    }
    assert not (quoted & used) - allowed


def test_a_fresh_copy_is_the_student_copy_and_needs_no_authors_tools(tmp_path):
    (tmp_path / "reference").mkdir()
    stored = EXERCISES / "reference" / "04-economic.ipynb"
    (tmp_path / "reference" / stored.name).write_bytes(stored.read_bytes())
    code = (
        "import sys; sys.modules['jupytext'] = sys.modules['yaml'] = None\n"
        "from pathlib import Path; from fairmark.grading.fresh import fresh_copy\n"
        "print(fresh_copy(Path(sys.argv[1]), '4').name)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "04-economic.fresh.ipynb"
    copy = (tmp_path / "04-economic.fresh.ipynb").read_text(encoding="utf-8")
    assert copy == dumps(student_copy(SETS["04-economic"]))
    assert fresh_copy(tmp_path, "04-economic").name == "04-economic.2.fresh.ipynb"


@pytest.mark.parametrize("name", ["", "17", "economics"])
def test_a_fresh_copy_of_an_unknown_set_says_which_there_are(name):
    with pytest.raises(NoSuchSet, match=r"write a number such as 04. The sets are: .*04-economic"):
        fresh_copy(EXERCISES, name)


@pytest.fixture(scope="module")
def worked():
    """The student copy run in a kernel: three answers, one answer cell lost, the rest untouched."""
    nb = student_notebook()
    answer(nb, "4.2", 'reason = "revised"')
    answer(nb, "4.3", 'cagr = trade["total"].pct_change().loc[2022:2024].mean() * 100')
    answer(nb, "4.15", "def concentration(amounts):\n    return sum(amounts) / 0")
    nb.cells = [c for c in nb.cells if c["id"] != "q4-5-stub"]
    extra = nbformat.v4.new_code_cell("undefined_name", id="own")
    nb.cells.append(extra)
    with frozen_course():
        return run(nb).notebook


def shown(nb, name):
    """Return what a student reads under a cell."""
    texts = [
        out.get("text") or out.get("data", {}).get("text/plain", "")
        for out in cell(nb, name).outputs
    ]
    return "".join(texts)


def test_a_notebook_shows_each_of_the_three_outcomes(worked):
    assert shown(worked, "q4-1-check").startswith("4.1 Growth from year to year: not attempted.")
    assert shown(worked, "q4-2-check").startswith("4.2 Two growth rates for one year: right.")
    assert "Average growth does not compound" in shown(worked, "q4-3-check")


def test_a_check_without_its_answer_cell_is_one_sentence_and_no_traceback(worked):
    assert "The name asymmetry is not known yet" in shown(worked, "q4-5-check")
    assert all(out.output_type != "error" for out in cell(worked, "q4-5-check").outputs)


def test_an_exception_in_the_students_function_shows_their_line(worked):
    text = shown(worked, "q4-15-check")
    assert "it raised ZeroDivisionError (float division by zero)" in text
    assert "line 2: return sum(amounts) / 0" in text


def test_other_errors_in_a_notebook_look_as_they_always_do(worked):
    (error,) = cell(worked, "own").outputs
    assert (error.output_type, error.ename) == ("error", "NameError")


def test_no_output_of_a_check_is_a_traceback(worked):
    for each in worked.cells:
        if each["id"].endswith("-check"):
            assert all(out.output_type != "error" for out in each.outputs)
