"""Small helpers for tests of exercises: a tiny set, and notebooks as students leave them."""

import json
from pathlib import Path

import nbformat

from fairmark.authoring.exercises import read_set
from fairmark.proving.keys import build_keys

EXERCISES = Path(__file__).resolve().parents[1] / "exercises"
COPY = EXERCISES / "04-economic.ipynb"
SOURCE = EXERCISES / "source" / "04-economic.py"

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
    """Return set 04 as a student gets it."""
    return nbformat.read(COPY, as_version=4)


def cell(nb: nbformat.NotebookNode, name: str) -> nbformat.NotebookNode:
    """Return one cell by its id."""
    return next(each for each in nb.cells if each["id"] == name)


def answer(nb: nbformat.NotebookNode, question: str, code: str) -> nbformat.NotebookNode:
    """Write an answer into a notebook."""
    cell(nb, f"q{question.replace('.', '-')}-stub").source = code
    return nb


def solved() -> nbformat.NotebookNode:
    """Return set 04 with every solution written into its answer cell."""
    nb = student_notebook()
    for each in read_set(SOURCE).questions:
        answer(nb, each.id, each.solution.text)
    return nb
