"""Grading a class from start to end: scores, repairs, resuming, exit codes, two data sets."""

import ast
import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from nbformat.v4 import new_code_cell

from alignment.cli import main
from fairmark.answers.verdict import RIGHT
from fairmark.checks.keys import NoKey
from fairmark.grading import classroom, clean, submission
from fairmark.grading.assignments import open_assignment
from fairmark.grading.clean import clean_copy
from fairmark.grading.entries import Entry, Wanted
from fairmark.grading.intake import take_in
from fairmark.grading.marking import mark
from fairmark.grading.results import read_result, write_whole
from fairmark.grading.runners import COMPANION, isolated, stock
from fairmark.grading.worlds import CannotGrade, make_worlds, rehearse
from fairmark.running.forked import ForkedKernels
from fairmark.running.programs import Bounds
from fairmark.running.stock import StockKernels
from tests.classes import NUMBER, assignment, handed, notebook, solutions, write
from tests.machine import needs_sandbox
from tests.sets import FROZEN
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("frozen")

WHOLE = sum(key.points for key in assignment().keys.values())
BEST = solutions(assignment())


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    place = tmp_path_factory.mktemp("worlds")
    return classroom.open_course({NUMBER}, FROZEN, 7, place)


@pytest.fixture(scope="module")
def kernels(course):
    with isolated(FROZEN) as found:
        found.load(classroom.imports_of())
        yield found


def outcomes(graded):
    return {each.id: each.outcome for each in graded.questions}


@needs_sandbox
def test_every_solution_earns_every_point(course, kernels):
    graded = mark(handed(notebook(assignment(), BEST)), course, kernels)
    assert (graded.earned, graded.points, graded.outcome) == (WHOLE, WHOLE, "graded")


@needs_sandbox
def test_an_answer_typed_in_is_right_on_the_shipped_tables_only(course, kernels):
    graded = mark(handed(notebook(assignment(), {"4.3": "cagr = 18.56"})), course, kernels)
    told = {each.id: each.sentence for each in graded.questions}
    assert graded.earned == 0
    assert told["4.3"].startswith("It is right on the course's tables and not on a second set")


@needs_sandbox
def test_one_bad_answer_costs_its_own_points_only(course, kernels):
    flood = "import sys\nwhile True: sys.stderr.write('x' * 10000)"
    for code in ("share = 1 / 0", "raise SystemExit", "import os; os._exit(1)", "share = [", flood):
        graded = mark(handed(notebook(assignment(), {**BEST, "4.4": code})), course, kernels)
        wrong = [q for q, outcome in outcomes(graded).items() if outcome != RIGHT]
        assert wrong == ["4.4"], code


@needs_sandbox
def test_the_page_says_what_the_notebook_would_have_said(course, kernels):
    graded = mark(handed(notebook(assignment(), {"4.4": "share = 359.2"})), course, kernels)
    (told,) = [each.sentence for each in graded.questions if each.id == "4.4"]
    assert told == (
        "We looked at share and found 359.2, read as per cent. It is 100 times too large."
    )


@needs_sandbox
@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("a = 1\nshare = a / 0", "raised ZeroDivisionError in line 2: division by zero."),
        ("def half(n):\n    return n / 0\nshare = half(1)", "raised ZeroDivisionError in line 2"),
        ("a = 1\nshare = 1 +* 2", "raised SyntaxError in line 2: invalid syntax."),
        ("import json\nshare = json.loads('')", "raised JSONDecodeError in line 2"),
        ("class Odd(Exception):\n    __traceback__ = 5\nraise Odd('x')", "raised Odd: x."),
    ],
)
def test_the_page_names_the_line_that_raised(course, kernels, code, told):
    graded = mark(handed(notebook(assignment(), {"4.4": code})), course, kernels)
    (sentence,) = [each.sentence for each in graded.questions if each.id == "4.4"]
    assert f"The answer cell {told}" in sentence


# Signs at which str.splitlines() ends a line and Python does not; word processors paste them.
SEPARATORS = ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]


@needs_sandbox
@pytest.mark.parametrize("sign", SEPARATORS, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_text_may_hold_any_sign_that_python_takes_for_no_end_of_a_line(course, kernels, sign):
    answer = BEST["4.4"] + f"\nnote = 'pasted{sign}text'"
    graded = mark(handed(notebook(assignment(), {"4.4": answer})), course, kernels)
    assert outcomes(graded)["4.4"] == RIGHT


@needs_sandbox
def test_an_answer_that_sleeps_uses_up_half_of_one_budget_and_costs_itself_only(course):
    given = []

    class Recorded(ForkedKernels):
        def run(self, cells, data, explain=None, wall=None):
            given.append(wall)
            return super().run(cells, data, explain, wall)

    answers = BEST | {"4.4": "import time\ntime.sleep(600)"}
    with Recorded(Bounds(wall=48), (str(FROZEN),), COMPANION) as patient:
        patient.load(classroom.imports_of())
        graded = mark(handed(notebook(assignment(), answers)), course, patient)
    assert [q for q, outcome in outcomes(graded).items() if outcome != RIGHT] == ["4.4"]
    assert graded.human == ("4.4: the run was given up after its wall time; look at it.",)
    assert given[0] <= 24
    assert sum(given) <= 48


def test_cells_of_a_students_own_are_parsed_once_however_many_questions_ask(monkeypatch):
    own = "\n".join(f"growth_{n} = {n}" for n in range(200))
    nb = notebook(assignment())
    nb.cells += [new_code_cell(f"{own}\n# {n}") for n in range(30)]
    parsed = []
    monkeypatch.setattr(submission.ast, "parse", lambda text: parsed.append(text) or ast.Module())
    clean_copy(submission.parse_submission("04.ipynb", json.dumps(nb).encode()), assignment())
    assert len(parsed) == len(set(parsed)) <= clean.MOST_OWN * len(assignment().keys)


def test_a_seed_that_was_drawn_cannot_be_guessed(tmp_path):
    drawn = {classroom.seed_of(tmp_path / str(n), None) for n in range(20)}
    assert len(drawn) == 20
    assert max(drawn).bit_length() > 100
    assert all(classroom.seed_of(tmp_path / str(n), None) in drawn for n in range(20))


@needs_sandbox
def test_a_course_without_rights_to_the_references_is_what_a_run_sees(course, kernels):
    cells = [("a", "import os; print(sorted(os.listdir(os.environ['ALIGNMENT_DATA'] + '/keys')))")]
    cells += [("b", f"import os; print(os.path.exists({str(FROZEN)!r}))")]
    ran = kernels.run(cells, course.worlds[1].folder)
    assert ran.cells["a"].text == "['04.json']\n"
    assert ran.cells["b"].text == "False\n"


def test_the_keys_of_the_variant_hold_no_digest_and_no_wrong_answer(course):
    content = json.loads((course.worlds[1].folder / "keys" / "04.json").read_text("utf-8"))
    for entry in content["questions"].values():
        assert (entry["right"]["digest"], entry["wrong"], entry["salt"]) == ("", [], "")


def test_the_same_seed_gives_the_same_right_lines_and_another_seed_others(course, tmp_path):
    again = make_worlds([assignment()], 7, tmp_path / "again")
    other = make_worlds([assignment()], 8, tmp_path / "other")
    assert again[1].lines == course.worlds[1].lines
    assert other[1].lines != course.worlds[1].lines
    assert other[0].lines == course.worlds[0].lines


@pytest.mark.parametrize("content", ["{", "[]", '{"cells": [{"source": 5}]}'])
def test_a_reference_that_cannot_be_read_stops_grading_with_a_sentence(tmp_path, content):
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "04-economic.ipynb").write_text(content, encoding="utf-8")
    with pytest.raises(NoKey, match=r"04-economic\.ipynb is broken; build the set again"):
        open_assignment("04", tmp_path)


def test_a_reference_that_raises_stops_grading_with_a_sentence(tmp_path):
    broken = assignment()
    setup = next(cell for cell in broken.notebook["cells"] if cell["id"] == "setup")
    setup["source"] = "1 / 0"
    with pytest.raises(CannotGrade, match="raises ZeroDivisionError"):
        rehearse(broken, tmp_path)


@pytest.mark.long
def test_stock_kernels_give_the_same_scores_as_forked_ones(course, kernels):
    answers = {**BEST, "4.4": "share = 3", "4.5": "1 / 0", "4.3": "cagr = 18.56"}
    submission = handed(notebook(assignment(), answers))
    first, second = (mark(submission, course, kind) for kind in (kernels, stock()))
    assert outcomes(first) == outcomes(second)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for processor time")
def test_a_stock_kernel_stops_a_loop_by_processor_time_and_runs_the_rest(course):
    endless = "share = 0\nwhile True:\n    share += 1"
    submission = handed(notebook(assignment(), {**BEST, "4.4": endless}))
    few = StockKernels(replace(stock().limits, processor=8))
    found = {each.id: each for each in mark(submission, course, few).questions}
    assert "processor time" in found["4.4"].sentence
    assert [q for q, each in found.items() if each.outcome != RIGHT] == ["4.4"]


# The command.


@pytest.fixture
def small_class(tmp_path):
    of, folder = assignment(), tmp_path / "class"
    write(notebook(of, BEST), folder / "ann.ipynb")
    write(notebook(of, {"4.2": BEST["4.2"]}), folder / "ben.ipynb")
    return folder


@needs_sandbox
def test_a_class_is_graded_and_graded_again_only_where_something_changed(small_class, tmp_path):
    out = tmp_path / "out"
    assert main(["grade", str(small_class), "--out", str(out), "--seed", "3"]) == 0
    results = {path: path.stat().st_mtime_ns for path in (out / "results").iterdir()}
    assert {read_result(path).earned for path in results} == {WHOLE, 1}
    write(notebook(assignment(), {"4.3": BEST["4.3"]}), small_class / "ben.ipynb")
    assert main(["grade", str(small_class), "--out", str(out)]) == 0
    changed = [p.name[:3] for p, then in results.items() if p.stat().st_mtime_ns != then]
    assert changed == ["ben"]
    assert main(["grade", str(small_class), "--out", str(out), "--regrade", "ann"]) == 0
    assert [p.name[:3] for p, t in results.items() if p.stat().st_mtime_ns != t] == ["ann", "ben"]


@needs_sandbox
def test_exit_codes_and_sentences(small_class, tmp_path, capsys):
    out = tmp_path / "out"
    (small_class / "zoe.ipynb").write_text("{", encoding="utf-8")
    assert main(["grade", str(small_class), "--out", str(out), "--seed", "3", "--json"]) == 1
    summary = json.loads(capsys.readouterr().out)
    assert (summary["submissions"], summary["graded"], summary["not_gradable"]) == (3, 2, 1)
    assert main(["grade", str(tmp_path / "no"), "--out", str(out)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert main(["grade", str(small_class), "--out", str(out), "--seed", "-1"]) == 2
    capsys.readouterr()
    assert main(["grade", str(small_class), "--out", str(out), "--regrade", "nobody"]) == 2
    assert "nobody of this name handed in" in capsys.readouterr().err


@pytest.mark.long
@needs_sandbox
def test_a_run_killed_again_and_again_ends_like_one_nobody_killed(small_class, tmp_path):
    for n in range(20):
        write(notebook(assignment(), BEST), small_class / f"s{n:02}.ipynb")
    out, quiet = tmp_path / "out", tmp_path / "quiet"
    command = [sys.executable, "-m", "alignment", "grade", str(small_class), "--seed", "3", "--out"]
    for many in (0, 1, 8, 22):  # the last is killed while it writes what is handed on
        run = subprocess.Popen([*command, str(out)], stdout=subprocess.DEVNULL)
        until(
            lambda n=many, run=run: written(out) >= n or run.poll() is not None, f"{many} results"
        )
        run.kill()
        run.wait()
        kept = {path: path.stat().st_mtime_ns for path in out.glob("results/*.json")}
        assert len(kept) >= many
        assert all(read_result(path) is not None for path in kept)
    for place in (out, quiet):
        subprocess.run([*command, str(place)], check=True, capture_output=True)
    assert all(path.stat().st_mtime_ns == then for path, then in kept.items())
    assert handed_on(out) == handed_on(quiet)


def written(out):
    return len(list(out.glob("results/*.json")))


def handed_on(out):
    """Return every file; what a kill left half-written has a name that begins with a point."""
    found = {str(p.relative_to(out)): p for p in out.rglob("*") if p.is_file()}
    return {name: p.read_bytes() for name, p in found.items() if "/." not in f"/{name}"}


@needs_sandbox
def test_a_fault_of_ours_on_one_notebook_leaves_the_others_their_grades(
    small_class, course, kernels, tmp_path
):
    def mark_one(handed):
        if handed.student == "ann":
            raise RecursionError("too deep")
        return mark(handed, course, kernels)

    entries, out = take_in(small_class, Wanted()).entries, tmp_path / "out"
    with ThreadPoolExecutor(1) as pool:
        crew = classroom.Crew(pool, mark_one)
        done = classroom.grade_class(small_class, entries, course, crew, out)
        found = {each.student: each for each in done}
    assert (found["ann"].outcome, found["ben"].earned) == ("not gradable", 1)
    assert "our mistake" in found["ann"].human[0]
    (kept,) = (out / classroom.FAULTS).iterdir()
    assert kept.stem == found["ann"].key
    assert "RecursionError: too deep" in kept.read_text(encoding="utf-8")
    assert "in mark_one" in kept.read_text(encoding="utf-8")
    assert found["ann"].stamp == ""  # so that the next run tries again


def test_results_depend_on_their_own_set_and_on_the_kind_of_kernel(course, tmp_path):
    shutil.copytree(FROZEN, tmp_path / "exercises")
    for folder, end in (("keys", ".json"), ("reference", "-economic.ipynb")):
        shutil.copy(
            FROZEN / folder / f"{NUMBER}{end}", tmp_path / "exercises" / folder / f"05{end}"
        )
    both = classroom.open_course({NUMBER, "05"}, tmp_path / "exercises", 7, tmp_path)
    entry = Entry("ann", "ann", "ann.ipynb", NUMBER)
    one = handed(notebook(assignment()), "ann")
    assert classroom.stamp_of(one, entry, both) == classroom.stamp_of(one, entry, course)
    other = replace(course, kind="stock")
    assert classroom.stamp_of(one, entry, other) != classroom.stamp_of(one, entry, course)


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    write_whole(tmp_path / "a", "old")

    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write_whole(tmp_path / "a", "new")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "old"
