"""What every lesson keeps: its shape, its size, its truth, and nothing that looks away."""

import ast
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import nbformat
import pytest

from alignment.cli import main
from alignment.errors import AlignmentError
from alignment.records.guesses import Guess, load_guesses, lock_guess
from alignment.tables import load
from alignment.tables.predictions import prediction
from fairmark.authoring.form import form_of, table
from fairmark.authoring.frame import lesson_file
from fairmark.authoring.lessons import alone, read_lesson, write_lesson
from fairmark.authoring.percent import KERNELSPEC, find_sources
from fairmark.cli.notebooks import is_fresh
from tests.prose import Figure, figures, unsupported

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"
SOURCES = find_sources(FOLDER)
LESSONS = [FOLDER / lesson_file(source.stem) for source in SOURCES]
# 06b goes with lesson 06, which links it: an optional page and no lesson of the way.
WAY = [path for path in LESSONS if re.match(r"lesson-\d+-", path.name)]
FIGURE = "application/vnd.plotly.v1+json"
LONG_PARTS = {
    "objectives": "## What you will be able to do",
    "minutes": "**Minutes:**",
    "vintage": "**How old are these numbers?**",
    "data card": "## Data card",
    "quick check": "**Quick check.**",
    "the other side": "## The other side of the table",
    "the other point of view": "**Change the point of view.**",
    "the close": "## What we can now say, how sure we are, and what we still cannot",
    "discussion": "**Discuss.**",
    "reading": "**Read.**",
}


@cache
def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


def codes(path: Path) -> list[nbformat.NotebookNode]:
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def prose(path: Path) -> str:
    return "\n\n".join(c.source for c in read(path).cells if c.cell_type == "markdown")


def is_(cell: nbformat.NotebookNode, part: str) -> bool:
    return bool(cell.metadata.get("alignment", {}).get(part))


def lines(source: str) -> int:
    return sum(bool(line.strip()) for line in source.splitlines())


every_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
full_lessons = pytest.mark.parametrize(
    "path",
    [p for p in WAY if not p.stem.startswith(("lesson-00", "lesson-11"))],
    ids=lambda path: path.stem,
)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_stored_lesson_is_built_from_its_source(source):
    assert is_fresh(source, FOLDER / lesson_file(source.stem)), "run: make notebooks"


@every_lesson
def test_it_has_one_title_a_kernel_and_a_sane_size(path):
    titles = re.findall(r"(?m)^# .+", prose(path))
    assert len(titles) == 1
    assert read(path).metadata.kernelspec == KERNELSPEC
    assert path.stat().st_size < 1_000_000


@pytest.mark.parametrize("path", WAY, ids=lambda path: path.stem)
def test_something_to_look_at_stands_in_the_first_five_cells_after_a_guess(path):
    cells = read(path).cells
    guesses = [n for n, cell in enumerate(cells) if is_(cell, "predict")]
    first = guesses[0] + 1 if guesses and guesses[0] < 5 else 0
    assert any(
        {FIGURE, "text/html"} & set(out.get("data", {}))
        for cell in cells[first : first + 5]
        for out in cell.get("outputs", [])
    )


def test_the_first_lesson_begins_with_a_prediction_and_its_result_is_folded():
    cells = read(LESSONS[0]).cells
    assert [is_(cell, "predict") for cell in cells[:2]] == [False, True]
    assert lines(cells[1].source) <= 8
    for cell in cells[2:4]:
        assert is_(cell, "result")
        assert cell.metadata.jupyter.outputs_hidden


# --- the form of a lesson (docs/lesson-form.md) -----------------------------------------------

FORMS = {source.stem: form_of(source) for source in SOURCES}


@pytest.mark.parametrize("name", FORMS)
def test_a_lesson_holds_nothing_that_is_refused(name):
    assert FORMS[name].faults == ()


@every_lesson
def test_a_picture_is_folded_and_a_result_opens_when_it_runs(path):
    for cell in codes(path):
        folds = cell.metadata.get("jupyter", {})
        assert bool(folds.get("source_hidden")) is is_(cell, "picture")
        assert bool(folds.get("outputs_hidden")) is is_(cell, "result")


@every_lesson
def test_a_picture_is_one_figure(path):
    for cell in codes(path):
        if is_(cell, "picture"):
            kinds = [out for out in cell.outputs if FIGURE in out.get("data", {})]
            assert len(kinds) == 1, cell.source.splitlines()[0]


@every_lesson
def test_each_prediction_is_asked_once_above_its_result(path):
    asked = [(n, name) for n, cell in enumerate(read(path).cells) for name in asks(cell)]
    answered = {
        name: n
        for n, cell in reversed(list(enumerate(read(path).cells)))
        if is_(cell, "result")
        for name in re.findall(r'"(p\d+(?:-\d+)?)"', cell.source)
    }
    assert len({name for _, name in asked}) == len(asked)
    assert {name for _, name in asked} == set(answered)
    lesson = int(re.search(r"\d+", path.stem)[0])
    for n, name in asked:
        assert prediction(name).lesson == lesson
        assert answered[name] > n


@every_lesson
def test_no_answer_stands_above_its_question(path):
    """What a reader sees before a prediction: text, code, outputs, alternatives and tables."""
    for n, cell in enumerate(read(path).cells):
        for name in asks(cell):
            above = json.dumps([dict(c) for c in read(path).cells[: n + 1]], ensure_ascii=False)
            said = [text for text in told(name) if text in above]
            assert not said, f"{name}: {said}"


def asks(cell: nbformat.NotebookNode) -> list[str]:
    return re.findall(r'predict\("([^"]+)"\)', cell.source) if is_(cell, "predict") else []


def told(name: str) -> list[str]:
    """The sentences that give a prediction's answer away."""
    asked = prediction(name)
    sentences = [asked.says["far"], asked.says["near"], asked.says["wrong"]]
    answer = [f"The answer is {asked.answer}"] if asked.answer else []  # p10-4 is about oneself
    return [text for text in (*sentences, *answer) if text.strip()]


@every_lesson
def test_nothing_makes_nbval_look_away(path):
    for cell in codes(path):
        assert not cell.metadata.get("tags")
        assert not re.search(r"NBVAL|PYTEST_VALIDATE", cell.source)
        assert cell.execution_count  # without a count nbval compares nothing


@every_lesson
def test_it_stores_no_widget_no_warning_and_no_path(path):
    assert "widgets" not in read(path).metadata
    text = json.dumps([cell.get("outputs", []) for cell in read(path).cells])
    for forbidden in ("vnd.jupyter.widget", "Warning:", "Traceback", "/tmp/", "0x7f", "<svg"):
        assert forbidden not in text
    assert not any(out.output_type == "error" for cell in codes(path) for out in cell.outputs)


@every_lesson
def test_it_runs_offline_and_hides_nothing(path):
    for cell in codes(path):
        for word in ("warnings", "requests", "urllib", "pip install", "input(", "datetime.now"):
            assert word not in cell.source
        assert not cell.source.startswith(("!", "%"))


@every_lesson
def test_its_figures_reach_the_student_through_present(path):
    for cell in codes(path):
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                assert node.func.attr not in ("show", "write_html"), cell.source
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "present":
                names = {keyword.arg for keyword in node.keywords}
                assert {"finding", "caveat", "sources"} <= names


@full_lessons
def test_it_shows_three_to_five_figures(path):
    shown = sum(
        "application/vnd.plotly.v1+json" in out.get("data", {})
        for cell in codes(path)
        for out in cell.outputs
    )
    assert 3 <= shown <= 8


@full_lessons
@pytest.mark.parametrize("part", LONG_PARTS, ids=str)
def test_it_has_every_part(path, part):
    assert LONG_PARTS[part] in prose(path)


@full_lessons
def test_it_names_the_claims_it_tests(path):
    named = set(re.findall(r"\bC\d{1,2}\b", prose(path)))
    assert named
    assert named <= set(load("claims")["id"])


@every_lesson
def test_every_number_in_the_prose_is_in_an_output_above_it(path):
    assert unsupported(read(path)) == []


def test_the_first_lesson_and_the_readme_lead_to_every_lesson():
    readme = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    for path in WAY[1:]:
        assert f"]({path.name})" in prose(LESSONS[0])
        assert f"](notebooks/{path.name})" in readme


def test_no_link_to_a_lesson_is_broken():
    readme = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(notebooks/([^)]+)\)", readme)
    links += re.findall(r"\]\((lesson-[^)]+\.ipynb)\)", prose(LESSONS[0]))
    assert [link for link in links if not (FOLDER / link).exists()] == []


def test_a_link_to_a_question_that_is_gone_stops_the_build(tmp_path):
    for name in ("notebooks", "exercises"):
        (tmp_path / name / "source").mkdir(parents=True)
    source = tmp_path / "notebooks" / "source" / "04-economic.py"
    source.write_text("# %% [markdown]\n# # Lesson 4\n# See {question 4.99}.\n", encoding="utf-8")
    with pytest.raises(AlignmentError, match=r"links question 4\.99, and there is none"):
        read_lesson(source)


def test_the_minutes_of_the_readme_are_those_of_the_formula():
    readme = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    for source in SOURCES:
        row = re.search(rf"(?m)^.*\]\(notebooks/{lesson_file(source.stem)}\).*$", readme)[0]
        assert int(row.rstrip(" |").rpartition("|")[2]) == alone(source).whole, row


def test_the_table_of_the_form_in_the_docs_is_true():
    page = (FOLDER.parent / "docs" / "lesson-form.md").read_text(encoding="utf-8")
    assert table(list(FORMS.values())) in page, "run: make notebooks"


def test_each_claim_of_the_reading_is_treated_in_a_lesson():
    treated = set(re.findall(r"\bC\d{1,2}\b", " ".join(prose(path) for path in LESSONS[1:])))
    assert set(load("claims")["id"]) <= treated


# --- the tests above can fail -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It grew by 29.5 per cent in 2022.", ["29.5 per cent"]),
        ("On 24 February 2022, in lesson 04 and set 4, claim C27.", []),
        ("There were 66 exercises and 10 patrols.", ["66"]),
        ("It cost 228.1 billion dollars ([x](http://a.b/12345)).", ["228.1 billion"]),
        ("A share of 3 per cent, `x = 41`, 1,234 votes.", ["3 per cent", "1,234"]),
        ("**Minutes:** 75 with the exercises.", []),
    ],
)
def test_the_reader_of_prose_finds_numbers_and_nothing_else(text, found):
    assert [figure.text for figure in figures(text)] == found


def test_a_number_is_found_at_its_printed_precision_only():
    cell = nbformat.v4.new_code_cell("x", outputs=[nbformat.v4.new_output("stream", text="29.53")])
    nb = nbformat.v4.new_notebook(cells=[cell, nbformat.v4.new_markdown_cell("It is 29.5.")])
    assert unsupported(nb) == []
    nb.cells[1].source = "It is 29.6."
    assert unsupported(nb) == ["cell 1: '29.6'"]
    nb.cells.reverse()
    assert len(unsupported(nb)) == 1  # the output must stand above the prose
    assert figures("29.6") == [Figure("29.6", 29.6, 1)]


def test_a_falsified_number_turns_nbval_red(tmp_path):
    """The gate is real: the same cells are green as stored and red with one digit changed."""
    nb = nbformat.read(FOLDER / "lesson-00-start-here.ipynb", as_version=4)
    cell = next(c for c in nb.cells if c.cell_type == "code" and "times as many" in c.source)
    nb.cells = nb.cells[: nb.cells.index(cell) + 1]  # what stands below it would prove no more
    assert _nbval(nb, tmp_path / "true.ipynb") == 0
    said = next(each for each in cell.outputs if "34 of" in each.get("text", ""))
    said.text = said.text.replace("34 of", "35 of")
    assert _nbval(nb, tmp_path / "false.ipynb") == 1


def _nbval(nb: nbformat.NotebookNode, path: Path) -> int:
    nbformat.write(nb, path)
    command = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    command += ["--nbval", "--nbval-current-env", "-c", "/dev/null", str(path)]
    done = subprocess.run([sys.executable, *command], capture_output=True, check=False)
    return done.returncode


def test_a_lesson_is_built_without_its_authors_own_guesses(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path / "my-work"))
    lock_guess("p0", Guess((12, 15)))
    assert main(["notebooks", "build", "00", "--out", str(tmp_path)]) == 0
    built = (tmp_path / LESSONS[0].name).read_text(encoding="utf-8")
    assert '"name": "your guess"' not in built
    assert load_guesses() == {"p0": Guess((12, 15))}


def test_the_builder_never_overwrites_an_edit(tmp_path):
    target = tmp_path / "lesson-00-start-here.ipynb"
    built = read_lesson(SOURCES[0])
    write_lesson(built, target)
    write_lesson(built, target)  # unchanged: may be replaced
    edited = nbformat.read(target, as_version=4)
    edited.cells[1].source = "# my own change"
    nbformat.write(edited, target)
    with pytest.raises(AlignmentError, match="changed by hand"):
        write_lesson(built, target)
    assert "my own change" in target.read_text()
    write_lesson(built, target, force=True)
    assert "my own change" in (tmp_path / "lesson-00-start-here.backup.ipynb").read_text()
