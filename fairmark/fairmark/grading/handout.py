"""What students get: their own README and Makefile, and sets whose texts are true in that copy."""

import json
import re
from collections.abc import Collection
from pathlib import Path

import nbformat

from fairmark.authoring.pages import reading_page
from fairmark.authoring.percent import dumps
from fairmark.course import current
from fairmark.grading.fresh import blank_copy
from fairmark.grading.listing import CannotRelease

RULE = re.compile(r"^([A-Za-z$()/_.-][\w$()/. -]*):(?![=:])(.*)$")
# Each text of a set that speaks of solution(); in a copy without solutions it says what is true.
AFTER_TWO = re.compile(
    r"(?P<start>[Aa])fter two different attempts,?\s+`solution\(\"(?P<first>[0-9.]+)\"\)`\s+shows"
    r"\s+one\s+way(?:\s+to\s+solve\s+the\s+question)?\."
)
LATER = (
    "{start} worked solution is not in this copy yet: once your teacher has handed it out, "
    '`solution("{first}")` shows it.'
)


def student_notebook(path: Path, reference: Path, *, solved: bool) -> str:
    """Return a set as it is handed out, after looking at every cell of it.

    Parameters
    ----------
    path, reference : Path
        The student's copy in the checkout, and the reference it was built with.
    solved : bool
        Whether the solutions of this set are handed out too.

    Returns
    -------
    str
        The notebook.

    Raises
    ------
    CannotRelease
        If any cell is not as it was built, an answer cell is not its stub, or there is an output.
    """
    wanted = blank_copy(reference)
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        found = [(str(c.get("id", "")), "".join(c["source"]), c.get("outputs")) for c in cells]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CannotRelease(f"{path.name} cannot be read ({error}); build the set again") from error
    built = {cell["id"]: cell.source for cell in wanted.cells}
    for name, text, outputs in found:
        if outputs:
            raise CannotRelease(f"{path.name} holds an output in cell {name}; clear all outputs")
        if name not in built:
            raise CannotRelease(f"{path.name} holds a cell that was not built, {name or '(no id)'}"
                                "; take it out, or build the set again")  # fmt: skip
        if text.strip() != built[name].strip():
            what = (
                "an answer cell that is not its stub"
                if name.endswith("-stub")
                else "a changed cell"
            )
            raise CannotRelease(
                f"{path.name} holds a solution or work in it: {what}, {name}; build the set "
                f"again ({current().command('build')})"
            )
    if [name for name, *_ in found] != list(built):
        raise CannotRelease(f"{path.name} lacks cells or has them in another order; build it again")
    if not solved:
        for cell in wanted.cells:
            if cell.cell_type == "markdown":
                cell.source = without_solutions(cell.source)
    return dumps(wanted)


def without_solutions(text: str) -> str:
    """Bring a text that speaks of solution() to what is true where there are none.

    Parameters
    ----------
    text : str
        A text cell.

    Returns
    -------
    str
        The same where it does not speak of it.

    Raises
    ------
    CannotRelease
        If it speaks of solution() in words that are not known here.
    """
    changed = AFTER_TWO.sub(_later, text)
    left = AFTER_TWO.sub("", text)
    if "solution(" in left:
        raise CannotRelease(
            f"a text speaks of solution() in words of its own, and may not be true without "
            f"solutions: {left[max(left.index('solution(') - 60, 0) :][:120]!r}"
        )
    return changed


def _later(found: re.Match) -> str:
    start = "A" if found["start"] == "A" else "a"
    return LATER.format(start=start, first=found["first"])


def solution_notebook(reference: Path) -> str:
    """Return a set with its worked solutions, as a student runs it."""
    built = nbformat.read(reference, as_version=4)
    of = current()
    told = {
        of.imports_as("emit"): of.imports,
        of.importing("silent as verdict"): of.importing("verdict"),
    }
    for cell in built.cells:
        for silent, spoken in told.items():
            cell.source = cell.source.replace(silent, spoken)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    built.metadata[of.stamp]["kind"] = "solutions"
    return dumps(built)


def solution_page(reference: Path) -> str:
    """Return a set with its worked solutions as a page to read or to print."""
    return reading_page(nbformat.reads(solution_notebook(reference), as_version=4))


def student_makefile(text: str, targets: Collection[str]) -> str:
    """Keep of a Makefile what works in a student's copy.

    Parameters
    ----------
    text : str
        The checkout's Makefile.
    targets : collection of str
        What works in that copy; every other target needs what only the checkout has.

    Returns
    -------
    str
        Its settings and these targets.
    """
    kept: list[str] = []
    keeping = True
    for line in text.splitlines():
        rule = RULE.match(line)
        if line.startswith(".PHONY"):
            continue
        if rule and not line.startswith(("\t", " ")):
            names = rule[1].split()
            keeping = any(name in targets for name in names) or names[0].startswith(".")
        elif line and not line.startswith(("\t", "#", " ")):
            keeping = not line.startswith(("QUIET_HOME", "LOCK", "AUTHOR"))
        if keeping:
            kept.append(line)
    phony = " ".join(name for name in targets if "$" not in name and f"\n{name}:" in text)
    kept = [line for line in kept if not line.startswith("# Builds and tests never")]
    whole = "\n".join(kept).rstrip() + f"\n\n.PHONY: {phony}\n"
    return re.sub(r"\n{3,}", "\n\n", whole)


def student_readme(text: str, sets: Collection[str]) -> str:
    """Return the README of the student's copy; `sets` have solutions in it."""
    told = (
        f"Worked solutions of set {', '.join(sorted(sets))} lie in `solutions/`, as notebooks and "
        "as pages; `solution()` shows them too, after two different attempts."
        if sets
        else "Worked solutions are not in this copy; your teacher hands them out later."
    )
    return text.replace("{solutions}", told)
