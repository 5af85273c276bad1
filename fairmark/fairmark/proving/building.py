"""Build a set from its source: keys first, then the reference that runs on them, then the copy.

Everything is made in a temporary folder; the three files are written only when all is well.
"""

import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from fairmark.authoring.copies import reference, student_copy
from fairmark.authoring.percent import dumps, settle
from fairmark.authoring.sets import ExerciseSet, read_set
from fairmark.authoring.work import protect
from fairmark.course import tables_folder
from fairmark.errors import CourseError
from fairmark.ids import set_number
from fairmark.proving.key_builder import build_keys
from fairmark.running.kernels import run


class BuildFailed(CourseError):
    """A set cannot be built; nothing was written."""


@dataclass(frozen=True)
class Built:
    """The texts of the three files of a set, not written yet.

    Parameters
    ----------
    exercise : ExerciseSet
        What they were built from.
    keys, reference, copy : str
        As they will stand in the files.
    """

    exercise: ExerciseSet
    keys: str
    reference: str
    copy: str

    def files(self, folder: Path) -> dict[Path, str]:
        """Say which file of the folder `exercises/` each text belongs to."""
        return {
            folder / "keys" / f"{self.exercise.number}.json": self.keys,
            folder / "reference" / f"{self.exercise.name}.ipynb": self.reference,
            folder / f"{self.exercise.name}.ipynb": self.copy,
        }


def build(
    source: Path, earlier: dict | None = None, on_cell: Callable[[int], None] | None = None
) -> Built:
    """Build one set without writing anything.

    Parameters
    ----------
    source : Path
        Its text.
    earlier : dict, optional
        The keys built before.
    on_cell : callable, optional
        Called after each cell of the reference, for a progress bar.

    Returns
    -------
    Built
        The same bytes for the same source and tables.

    Raises
    ------
    BuildFailed
        If a cell of the reference raises.
    """
    exercise = read_set(source)
    keys = build_keys(exercise, earlier)
    with tempfile.TemporaryDirectory() as place:
        data = _tables_with(keys, Path(place) / "data")
        outcome = run(reference(exercise), data, on_cell=on_cell)
    if outcome.errors:
        position, what = outcome.errors[0]
        raise BuildFailed(f"{source.name}: {_which(outcome.notebook, position)} raises {what}")
    text = json.dumps(keys, ensure_ascii=False, indent=1) + "\n"
    copy = dumps(student_copy(exercise))
    return Built(exercise, text, dumps(settle(outcome.notebook)), copy)


def write(built: Built, folder: Path, force: bool = False) -> Path | None:
    """Write the three files of a set, never over a student's work.

    Parameters
    ----------
    built : Built
        The texts.
    folder : Path
        The folder `exercises/`.
    force : bool
        Keep work as a backup and go on.

    Returns
    -------
    Path or None
        The backup, if one was made.
    """
    known = set(json.loads(built.keys)["built"])
    backup = protect(folder / f"{built.exercise.name}.ipynb", known, force)
    for path, text in built.files(folder).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return backup


def earlier_keys(folder: Path, source: Path) -> dict | None:
    """Read the keys that were built before, if there are any."""
    path = folder / "keys" / f"{set_number(source.stem)}.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None


def _tables_with(keys: dict, place: Path) -> Path:
    shutil.copytree(tables_folder(), place, ignore=shutil.ignore_patterns("keys"))
    (place / "keys").mkdir()
    (place / "keys" / f"{keys['set']}.json").write_text(json.dumps(keys), encoding="utf-8")
    return place


def _which(nb: NotebookNode, position: int) -> str:
    return f"cell {nb.cells[position]['id']} of the reference"
