"""Stock `pytest --nbval` as the judge: run a clean copy and say what it found of each question."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import nbformat

from fairmark.answers.known import Key
from fairmark.answers.raised import explained
from fairmark.answers.verdict import NOT_ATTEMPTED, NOT_YET, RIGHT, STOPPED
from fairmark.checks.showing import heading
from fairmark.course import current, tables_folder
from fairmark.errors import CourseError
from fairmark.grading.clean import Clean
from fairmark.grading.compare import Judged
from fairmark.grading.results import GRADED, REPAIRED, Graded
from fairmark.ids import cell_name, parse_cell
from fairmark.messages import say
from fairmark.running.kernels import environment

CELL_SECONDS = 30
Run = Callable[[Clean, float], dict[str, dict]]


class CannotJudge(CourseError):
    """nbval did not come to a verdict."""


def judge(clean: Clean, cell_seconds: float = CELL_SECONDS, run: Run | None = None) -> Graded:
    """Run a clean copy under nbval; an answer that never ends is set aside and the rest runs again.

    Parameters
    ----------
    clean : Clean
        The notebook with the student's answers; stuck answers are replaced by their stubs.
    cell_seconds : float
        Time for one cell.
    run : callable, optional
        Runs a clean copy and returns nbval's report on each cell by id; here by default.

    Returns
    -------
    Graded
        One verdict per question, from the check cells alone; nobody is named in it.

    Raises
    ------
    CannotJudge
        If a cell that is not the student's fails to end, or pytest itself fails.
    """
    stopped: dict[str, str] = {}
    while True:
        report = (run or run_here)(clean, cell_seconds)
        stuck = next((cell for cell in report.values() if cell["stuck"]), None)
        if stuck is None:
            break
        question = _question_of(clean, stuck["id"])
        if not question or question in stopped:
            cell = {"cell": stuck["id"], "seconds": f"{cell_seconds:g}"}
            raise CannotJudge(say("run.stuck", **cell))
        why = "run.died" if stuck["died"] else "run.no_end"
        stopped[question] = say(why, seconds=f"{cell_seconds:g}")
        clean.answers[question] = clean.keys[question].stub
    outcome = _instant if clean.assignment.blank else _outcome
    judged = [_judged(key, *outcome(key, report, stopped)) for key in clean.keys.values()]
    notes = [*clean.repairs, *([say("run.instant")] if clean.assignment.blank else [])]
    return graded(clean, judged, notes)


def graded(clean: Clean, judged: Iterable[Judged], notes: Iterable[str]) -> Graded:
    """Return the result of a notebook that belongs to nobody in particular."""
    outcome = REPAIRED if clean.repairs else GRADED
    of = ("", "", "", clean.assignment.number, outcome)
    return Graded(*of, questions=tuple(judged), repairs=tuple(notes))


def command(cell_seconds: float) -> list[str]:
    """Return what runs `clean.ipynb` of the current folder and writes `report.json` beside it."""
    words = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-q"]
    words += [f"--nbval-cell-timeout={cell_seconds}", "--color=no", "--tb=no"]
    words += ["-c", "pytest.ini", "-p", "no:cacheprovider", "-p", "no:xdist"]
    words += ["-p", f"{__package__}.nbval_report", "--cell-report=report.json"]
    return [*words, "clean.ipynb"]


def run_here(clean: Clean, cell_seconds: float) -> dict[str, dict]:
    """Run a clean copy with the rights of this process."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        nbformat.write(clean.notebook, folder / "clean.ipynb")
        (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
        for name in ("home", "ipython"):
            (folder / name).mkdir()
        done = subprocess.run(
            command(cell_seconds),
            cwd=folder,
            env=_environment(folder),
            capture_output=True,
            text=True,
            check=False,
        )
        try:
            cells = json.loads((folder / "report.json").read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError) as error:
            doctor = current().command("doctor")
            last = (done.stderr or done.stdout).strip().splitlines()[-1:]
            raise CannotJudge(say("run.no_nbval", said="".join(last), doctor=doctor)) from error
        return {cell["id"]: cell for cell in cells}


def _environment(folder: Path) -> dict[str, str]:
    """Return the environment of any kernel of ours, without what a user adds to every pytest."""
    found = environment(tables_folder(), folder / "home", folder)
    for unwanted in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS"):
        found.pop(unwanted, None)
    return found | {"PYTHONDONTWRITEBYTECODE": "1"}


def _question_of(clean: Clean, name: str) -> str:
    question = parse_cell(name)[0]
    return question if question in clean.keys else ""


def _judged(key: Key, outcome: str, sentence: str) -> Judged:
    earned = key.points if outcome == RIGHT else 0
    return Judged(key.id, key.title, key.points, earned, outcome, sentence)


def _instant(key: Key, report: dict[str, dict], stopped: dict[str, str]) -> tuple[str, str]:
    """Read the verdict that a check cell shows to a student."""
    if key.id in stopped:
        return STOPPED, stopped[key.id]
    check = report.get(cell_name(key.id, "check"))
    said = "".join(out.get("text", "") for out in check["outputs"]).strip() if check else ""
    told = said.removeprefix(f"{heading(key.id, key.title)} ")
    for outcome in (RIGHT, NOT_ATTEMPTED):
        if told != said and told.startswith(f"{outcome}."):
            return outcome, ""
    raised = _raised(key, report)
    return NOT_YET, raised or told.removeprefix(f"{NOT_YET}.").strip() or say("run.not_reached")


def _raised(key: Key, report: dict[str, dict]) -> str:
    """Say what the answer cell raised, or nothing."""
    outputs = report.get(cell_name(key.id, "stub"), {}).get("outputs", ())
    for out in outputs:
        if out["type"] == "error":
            return explained(f"{out.get('ename')}: {out.get('evalue', '')}", out.get("line", 0))
    return ""


def _outcome(key: Key, report: dict[str, dict], stopped: dict[str, str]) -> tuple[str, str]:
    if key.id in stopped:
        return STOPPED, stopped[key.id]
    check = report.get(cell_name(key.id, "check"))
    if check is None:
        return NOT_YET, say("run.not_reached")
    if check["passed"]:
        return RIGHT, ""
    said = "".join(out.get("text", "") for out in check["outputs"]).strip()
    if said.endswith("= not attempted"):
        return NOT_ATTEMPTED, ""
    if raised := _raised(key, report):
        return NOT_YET, raised
    told = report.get(cell_name(key.id, "said"), {}).get("outputs", ())
    sentence = " ".join("".join(out.get("text", "") for out in told).split())
    return NOT_YET, sentence or say("run.look")
