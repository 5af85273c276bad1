"""Courses for the tests: each command runs in a process of its own, where no other course is."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ENGINE = Path(__file__).resolve().parents[1]
PENGUINS = ENGINE / "examples" / "penguins"


def copy_of(course: Path, place: Path) -> Path:
    """Copy a course, without what a run may have left there."""
    ignored = shutil.ignore_patterns("__pycache__", "my-work", ".ipynb_checkpoints")
    return Path(shutil.copytree(course, place, ignore=ignored))


def command(course: Path, *words: object) -> subprocess.CompletedProcess:
    """Run the engine's command line in a course's folder."""
    kept = {n: v for n, v in os.environ.items() if not n.startswith("FAIRMARK_")}
    return subprocess.run(
        [sys.executable, "-m", "fairmark", *map(str, words)],
        cwd=course, env=kept, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip


def cells_of(notebook: Path) -> dict[str, str]:
    """Read the text of each cell by its id."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return {cell["id"]: "".join(cell["source"]) for cell in cells}


def handed_in(course: Path, name: str, place: Path, answers: dict[str, str]) -> Path:
    """Write a student's notebook with these texts in its answer cells."""
    notebook = json.loads((course / "exercises" / f"{name}.ipynb").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = answers.get(cell["id"], cell["source"])
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(notebook), encoding="utf-8")
    return place


def solutions(course: Path, name: str) -> dict[str, str]:
    """Return the text of each solution by the id of its cell."""
    texts = cells_of(course / "exercises" / "reference" / f"{name}.ipynb")
    return {cell: text for cell, text in texts.items() if cell.endswith("-stub")}
