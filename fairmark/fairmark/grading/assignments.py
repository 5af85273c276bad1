"""One exercise set as the grader holds it: read once, shared by every submission.

It knows the reference; nothing of this page ever enters a process that runs a student's code.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fairmark.answers.known import Key, key_from
from fairmark.checks.keys import NoKey, folder
from fairmark.course import current
from fairmark.grading.submission import NotASubmission
from fairmark.ids import cell_name
from fairmark.messages import say

ROLES = ("stub", "check")


@dataclass(frozen=True)
class Assignment:
    """An exercise set.

    Parameters
    ----------
    number, name, version : str
        "04", "04-name" and the stamp of the set.
    notebook : dict
        The executed reference as its file holds it, with every text in one piece; never changed.
    keys : dict of str to Key
        The questions by id, in order.
    built : frozenset of str
        Digests of every text we ever built, to know which texts are a student's own.
    blank : bool
        Whether the notebook is a copy without solutions, so that only the instant verdicts of its
        checks can be had.
    """

    number: str
    name: str
    version: str
    notebook: dict
    keys: dict[str, Key]
    built: frozenset[str]
    blank: bool = False

    def code(self) -> list[tuple[str, str]]:
        """List id and text of each code cell of the reference, in order."""
        cells = self.notebook["cells"]
        return [(c["id"], c["source"]) for c in cells if c["cell_type"] == "code"]

    def question_of(self) -> dict[str, str]:
        """Say for each code cell which question it belongs to: the next one that is checked."""
        found: dict[str, str] = {}
        waiting: list[str] = []
        checks = {cell_name(question, "check"): question for question in self.keys}
        for name, _ in self.code():
            waiting.append(name)
            if name in checks:
                found |= dict.fromkeys(waiting, checks[name])
                waiting = []
        return found


def open_assignment(number: str, exercises: Path, *, or_blank: bool = False) -> Assignment:
    """Read a set.

    Parameters
    ----------
    number : str
        "04".
    exercises : Path
        The folder that holds `reference/`.
    or_blank : bool
        Whether a copy in `blank/` will do where there is no reference.

    Returns
    -------
    Assignment
        Reference, questions and keys.

    Raises
    ------
    NotASubmission
        If this course has no such set here.
    NoKey
        If the set's keys are missing or do not fit its reference.
    """
    found = sorted((exercises / "reference").glob(f"{number}-*.ipynb"))
    blank = not found and or_blank
    if blank:
        found = sorted((exercises / "blank").glob(f"{number}-*.ipynb"))
    if not found:
        folder_of = exercises / "reference"
        raise NotASubmission(say("verdict.no_reference", number=number, folder=folder_of))
    notebook = _reference(found[0])
    file = _keys(number, exercises)
    keys = {question: key_from(question, entry) for question, entry in file["questions"].items()}
    cells = {cell["id"] for cell in notebook["cells"]}
    if missing := [q for q in keys if any(cell_name(q, role) not in cells for role in ROLES)]:
        lack = {"name": found[0].name, "question": missing[0]}
        raise NoKey(say("desk.reference_lacks", command=current().command("build"), **lack))
    version = str(notebook["metadata"].get(current().stamp, {}).get("version", ""))
    built = frozenset(file["built"])
    return Assignment(number, found[0].stem, version, notebook, keys, built, blank)


def given_texts(exercises: Path) -> Callable[[str], frozenset[str]]:
    """Return a function from a set's number to digests of all texts ever written for it.

    A set that is not of this course has none.
    """

    @cache
    def known(number: str) -> frozenset[str]:
        try:
            return frozenset(_keys(number, exercises)["built"])
        except (NoKey, KeyError, TypeError):
            return frozenset()

    return known


def _reference(path: Path) -> dict:
    """Read a notebook that we built; nbformat would take longer to load than a class to begin."""
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            cell["source"] = "".join(cell["source"])
            for out in (each for each in cell.get("outputs", ()) if "text" in each):
                out["text"] = "".join(out["text"])
    except (OSError, ValueError, KeyError, TypeError):
        command = current().command("build")
        raise NoKey(say("desk.reference_broken", path=path, command=command)) from None
    return notebook


def _keys(number: str, exercises: Path) -> dict:
    """Read the keys beside the references, else those of the package."""
    own = exercises / "keys" / f"{number}.json"
    path = own if own.is_file() else folder() / own.name
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        command = current().command("build")
        raise NoKey(say("desk.keys_broken", path=path, command=command)) from None
