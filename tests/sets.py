"""Small helpers for tests of exercises: a tiny set, and notebooks as students leave them.

Tests of the engine that need a whole set take the frozen one of tests/fixtures/economic, so that
the course may change what it asks. `EXERCISES` are the course's own sets.
"""

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from fairmark.authoring.sets import read_set
from fairmark.course import COURSE
from fairmark.proving.key_builder import build_keys

EXERCISES = Path(__file__).resolve().parents[1] / "exercises"
FROZEN_COURSE = Path(__file__).resolve().parent / "fixtures" / "economic"
FROZEN = FROZEN_COURSE / "exercises"
COPY = FROZEN / "04-economic.ipynb"
SOURCE = FROZEN / "source" / "04-economic.py"

HEAD = """\
# %% [markdown]
# # A small set
# **99.1** to compute.

# %%
#| setup
from alignment.checks import check, hint, solution

"""

QUESTION = """\
# %% [markdown]
# ### {id} {title} (2 points)
# Compute `{name}`. Tolerance: {tolerance}.

# %%
#| stub
{name} = ...

# %%
#| solution: Because it is so.
{name} = {right}

# %%
#| check
#| tolerance: {tolerance}
#| unit: {unit}
#| data: tables
#| claims: [C3]
#| objective: 99.1
#| hints:
#|   - Think.
#|   - Think again.
#| explanation: It follows from the definition.
check("{id}", {name})

# %%
#| wrong: You added where you should subtract.
{name} = {wrong}

"""


@contextlib.contextmanager
def frozen_course() -> Iterator[None]:
    """Let the frozen course be the one in use, here and in every process that is started."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(COURSE, str(FROZEN_COURSE))
        yield


def question(id="99.1", title="One", name="answer", right="50.0", wrong="70.0", **more) -> str:
    """Write one question of the tiny set."""
    values = {"tolerance": "0.1", "unit": "per cent", **more}
    return QUESTION.format(id=id, title=title, name=name, right=right, wrong=wrong, **values)


def write_set(folder: Path, *questions: str) -> Path:
    """Write a tiny source; it may lack what a sound set has."""
    path = folder / "99-small.py"
    path.write_text(HEAD + "".join(questions or (question(),)), encoding="utf-8")
    return path


def install_keys(source: Path, data: Path, monkeypatch) -> dict:
    """Build the keys of a source and let `check` find them beside a folder of tables."""
    keys = build_keys(read_set(source))
    (data / "keys").mkdir(parents=True, exist_ok=True)
    (data / "keys" / f"{keys['set']}.json").write_text(json.dumps(keys), encoding="utf-8")
    monkeypatch.setenv("ALIGNMENT_DATA", str(data))
    return keys


def student_notebook() -> nbformat.NotebookNode:
    """Return the frozen set as a student gets it."""
    return nbformat.read(COPY, as_version=4)


def cell(nb: nbformat.NotebookNode, name: str) -> nbformat.NotebookNode:
    """Return one cell by its id."""
    return next(each for each in nb.cells if each["id"] == name)


def answer(nb: nbformat.NotebookNode, question: str, code: str) -> nbformat.NotebookNode:
    """Write an answer into a notebook."""
    cell(nb, f"q{question.replace('.', '-')}-stub").source = code
    return nb


def solved() -> nbformat.NotebookNode:
    """Return the frozen set with every solution written into its answer cell."""
    nb = student_notebook()
    for each in read_set(SOURCE).questions:
        answer(nb, each.id, each.solution.text)
    return nb
