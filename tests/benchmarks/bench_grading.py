"""Measure grading: `make bench-grading` prints ratios and writes build/bench/grading.json.

One pass over the same answers in every way, because the peers make one pass; our sandbox is on.
Every figure includes what each way needs to start; nothing is left out that a teacher waits for.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

from fairmark.course import COURSE
from fairmark.grading import classroom
from fairmark.grading.assignments import Assignment
from fairmark.grading.clean import with_answers
from fairmark.ids import cell_name
from tests.benchmarks.report import BUILD, keep
from tests.classes import assignment, notebook, solutions, write
from tests.sets import FROZEN_COURSE

ROOT = Path(__file__).resolve().parents[2]
FROZEN_HERE = os.environ | {COURSE: str(FROZEN_COURSE)}
PEERS = {"nbgrader": "nbgrader==0.9.6", "otter": "otter-grader==7.0.0"}
BESIDE = ("pandas>=3.0", "numpy>=2.3", "plotly>=7.0", "ipykernel")
NBGRADER_CONFIG = """\
c = get_config()
c.CourseDirectory.course_id = "bench"
c.ExecutePreprocessor.timeout = 120
c.ClearSolutions.code_stub = {{"python": "..."}}
"""
# The peers' check cells do what ours do, and then assert; the lines stand in their notebooks.
CHECKS = """
from fairmark.answers.judging import line
from fairmark.checks.keys import find
LINES = {lines!r}
def check(question, value, on=None):
    assert line(question, find(question), value, on) == LINES[question]
"""


def main() -> int:
    """Measure every way in one run and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=40)
    parser.add_argument("--growth", type=int, nargs=2, default=(100, 1000))
    parser.add_argument("--without", nargs="*", default=[], choices=[*PEERS, "nbval"])
    args = parser.parse_args()
    of = assignment()
    answers = a_class(of, args.submissions)
    figures: dict = {"submissions": args.submissions, "processors": classroom.workers(None)}
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        place = Path(name)
        tell(f"alignment grade, {args.submissions} submissions: one pass, both, failing, passing")
        scores = {"ours": ours(of, answers, place / "ours", figures)}
        ways = {"nbval_n2": nbval, "nbgrader": nbgrader, "otter": otter}
        for way, measure in ways.items():
            if way.removesuffix("_n2") in args.without:
                continue
            tell(f"{way} on the same answers")
            try:
                scores[way] = measure(of, answers, place / way, figures)
            except PeerFailed as failed:  # the others are still worth measuring
                figures.setdefault("failed", {})[way] = str(failed)
                tell(f"{way} is left out: {failed}")
        tell("alignment grade, classes of {} and {}".format(*args.growth))
        growth(of, args.growth, place / "growth", figures)
    others = {way: found for way, found in scores.items() if found != scores["ours"]}
    if others:
        figures["scores_differ"] = {"ours": scores["ours"], **others}
    figures["scores_identical"] = not others
    ratios(figures)
    print(json.dumps(figures, indent=1))
    keep("grading", figures)
    return 1 if "failed" in figures or not figures["scores_identical"] else 0


class PeerFailed(Exception):
    """A peer could not be installed, or one of its commands failed."""


def tell(what: str) -> None:
    """Say what is being measured; the whole takes many minutes."""
    print(f"[{time.strftime('%H:%M:%S')}] {what} ...", file=sys.stderr, flush=True)


def a_class(of: Assignment, size: int) -> list[dict[str, str]]:
    """Make a class in which 15 of 100 fail: an exception here, a wrong value there."""
    best = solutions(of)
    failing = [
        {**best, "4.4": "share = 1 / 0", "4.5": "asymmetry = 3"},
        {**best, "4.3": "cagr = 1"},
    ]
    return [failing[n % 2] if n * 15 // 100 != (n + 1) * 15 // 100 else best for n in range(size)]


def ours(of: Assignment, answers: list[dict], place: Path, figures: dict) -> list[int]:
    """Measure `alignment grade`'s own road: one pass, then both; start and pages counted."""
    folder = hand_in(of, answers, place / "class")
    first = grade(folder, place / "one", passes=1)
    second = grade(folder, place / "two", passes=2)
    figures["ours_wall"] = first["wall"] / len(answers)
    figures["ours_wall_started"] = first["running"] / len(answers)
    figures["start_seconds"] = first["wall"] - first["running"]
    figures["cpu_per_submission_started"] = first["marking"] / len(answers)
    figures[f"cpu_per_submission_at_{len(answers)}"] = first["cpu"] / len(answers)
    compare(figures, "both_vs_one", second, first)
    compare(figures, "failing_vs_passing", *failing_and_passing(of, place))
    return first["right"]


def grade(folder: Path, out: Path, passes: int) -> dict:
    """Grade a folder in a process of its own, so that processor time can be counted whole."""
    command = [sys.executable, "-m", "tests.benchmarks.grading_once", folder, out, str(passes)]
    done = subprocess.run(
        list(map(str, command)),
        cwd=ROOT,
        env=FROZEN_HERE,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def compare(figures: dict, name: str, more: dict, less: dict, size: float = 1.0) -> None:
    """Note how much more one grading cost: processor time, which a busy machine leaves alone."""
    figures[name] = more["marking"] / less["marking"] / size
    figures[f"{name}_wall"] = more["running"] / less["running"] / size


def failing_and_passing(of: Assignment, place: Path) -> list[dict]:
    """Measure submissions in which half of the answers raise, and solved ones."""
    best = solutions(of)
    bad = {**best, **dict.fromkeys(list(best)[::2], "raise ValueError('wrong')")}
    return [
        grade(hand_in(of, [answers] * 30, place / name), place / f"{name}-out", passes=1)
        for name, answers in (("fail", bad), ("pass", best))
    ]


def growth(of: Assignment, sizes: tuple[int, int], place: Path, figures: dict) -> None:
    """Compare the cost of one submission in a large class with that in a small one.

    The small one is graded before and after the large one, because a machine changes its speed.
    """
    small, large = sizes
    folders = {size: hand_in(of, a_class(of, size), place / str(size)) for size in sizes}
    before, whole, after = (
        grade(folders[size], place / f"{n}-out", passes=1)
        for n, size in enumerate((small, large, small))
    )
    middle = {key: (before[key] + after[key]) / 2 for key in ("marking", "running", "cpu")}
    compare(figures, f"growth_{large}_vs_{small}", whole, middle, large / small)
    figures["small_class_after_vs_before"] = after["marking"] / before["marking"]
    for size, running in ((small, middle["running"]), (large, whole["running"])):
        speed = 3600 * size / running / figures["processors"]
        figures[f"per_hour_per_core_at_{size}"] = round(speed)
    # With all that a command needs to start, for a class of the usual size and for a large one.
    figures["cpu_per_submission"] = middle["cpu"] / small
    figures[f"cpu_per_submission_at_{large}"] = whole["cpu"] / large
    figures["memory_mb"] = [before["memory"], whole["memory"]]


def hand_in(of: Assignment, answers: list[dict], folder: Path) -> Path:
    """Write a class to a folder."""
    for n, each in enumerate(answers):
        write(notebook(of, each), folder / f"s{n:04}.ipynb")
    return folder


def nbval(of: Assignment, answers: list[dict], place: Path, figures: dict) -> list[int]:
    """Measure stock `pytest --nbval -n 2` on the clean notebooks."""
    place.mkdir()
    for n, each in enumerate(answers):
        nbformat.write(with_answers(of.notebook, each), place / f"s{n:04}.ipynb")
    (place / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-n", "2", "-q"]
    command += ["-p", "no:cacheprovider", "--tb=no", "--dist", "loadfile", "-rA", "-v", "."]
    begin = time.perf_counter()
    done = subprocess.run(
        command, cwd=place, env=FROZEN_HERE, capture_output=True, text=True, check=False
    )
    figures["nbval_n2_wall"] = (time.perf_counter() - begin) / len(answers)
    numbers = [n for n, (name, _) in enumerate(of.code()) if name.endswith("-check")]
    passed = [line.split() for line in done.stdout.splitlines() if line.startswith("PASSED")]
    right = [name[:5] for _, name, number, *_ in passed if int(number) in numbers]
    return [right.count(f"s{n:04}") for n in range(len(answers))]


def environment_of(peer: str) -> Path:
    """Install a peer in an environment of its own, once."""
    home = BUILD / "peers" / peer
    if not (home / "bin" / peer).exists():
        tell(f"installing {PEERS[peer]} into {home.relative_to(ROOT)}, once")
        pip = [home / "bin" / "pip", "install", "--quiet", PEERS[peer], *BESIDE]
        try:
            subprocess.run([sys.executable, "-m", "venv", home], check=True)
            subprocess.run(list(map(str, pip)), check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise PeerFailed(f"{PEERS[peer]} could not be installed ({error})") from error
    return home / "bin"


def peer_notebook(of: Assignment, answers: dict[str, str], dress=lambda cell: None):
    """Return the notebook a peer gets: the same cells, and checks that assert."""
    nb = notebook(of, answers)
    nb.metadata.pop("alignment", None)
    cells = {cell["id"]: cell for cell in of.notebook["cells"]}
    lines = {q: cells[cell_name(q, "check")]["outputs"][0]["text"] for q in of.keys}
    for cell in nb.cells:
        if cell["id"] == "setup":
            kept = [t for t in cell.source.splitlines() if "alignment.checks import check" not in t]
            checks = CHECKS.format(lines={q: text.strip() for q, text in lines.items()})
            cell.source = "\n".join(kept) + checks
        dress(cell)
    return nb


def nbgrader(of: Assignment, answers: list[dict], place: Path, figures: dict) -> list[int]:
    """Measure `nbgrader autograde` on a course of one assignment."""
    program = environment_of("nbgrader") / "nbgrader"

    def dress(cell):
        role = cell["id"].rpartition("-")[2]
        if cell.cell_type == "code" and role in ("stub", "check"):
            graded = {"points": 1} if role == "check" else {}
            cell.metadata["nbgrader"] = {
                "grade": role == "check", "solution": role == "stub", "locked": role == "check",
                "task": False, "schema_version": 3, "grade_id": cell["id"], **graded,
            }  # fmt: skip

    place.mkdir()
    (place / "nbgrader_config.py").write_text(NBGRADER_CONFIG.format(), encoding="utf-8")
    (place / "source" / "ps").mkdir(parents=True)
    nbformat.write(peer_notebook(of, {}, dress), place / "source" / "ps" / "p.ipynb")
    for n, each in enumerate(answers):
        target = place / "submitted" / f"s{n:04}" / "ps"
        target.mkdir(parents=True)
        nbformat.write(peer_notebook(of, each, dress), target / "p.ipynb")
    run([program, "generate_assignment", "ps"], place)
    figures["nbgrader_wall"] = run([program, "autograde", "ps"], place) / len(answers)
    code = "from nbgrader.api import Gradebook\nimport json\n"
    code += "g = Gradebook('sqlite:///gradebook.db')\n"
    code += "print(json.dumps([int(s.score) for s in sorted(g.assignment_submissions('ps'), "
    code += "key=lambda s: s.student_id)]))"
    python = program.with_name("python")
    done = subprocess.run(
        [python, "-c", code], cwd=place, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def otter(of: Assignment, answers: list[dict], place: Path, figures: dict) -> list[int]:
    """Measure `otter run`, which grades one notebook without Docker."""
    program = environment_of("otter") / "otter"
    (place / "tests").mkdir(parents=True)
    for question in of.keys:
        check = dict(of.code())[cell_name(question, "check")]
        case = {"code": f">>> {check.strip()}", "hidden": False, "locked": False}
        suite = {"cases": [case], "scored": True, "setup": "", "teardown": "", "type": "doctest"}
        name = f"q{question.replace('.', '_')}"
        test = {"name": name, "points": 1, "suites": [suite]}
        path = place / "tests" / f"{name}.py"
        path.write_text(f"OK_FORMAT = True\n\ntest = {test!r}\n", encoding="utf-8")
    run([program, "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment",
         "--no-requirements", "--no-config"], place)  # fmt: skip
    wall, scores = 0.0, []

    def dress(cell):
        if cell["id"].endswith("-check"):
            cell.source = "pass"  # otter runs the tests itself

    for n, each in enumerate(answers):
        nbformat.write(peer_notebook(of, each, dress), place / f"s{n:04}.ipynb")
        (place / f"out{n}").mkdir()
        command = [program, "run", "-a", "autograder.zip", "-o", f"out{n}", "--no-logo"]
        wall += run([*command, f"s{n:04}.ipynb"], place)
        results = json.loads((place / f"out{n}" / "results.json").read_text(encoding="utf-8"))
        scores.append(round(sum(t.get("score", 0) for t in results["tests"])))
    figures["otter_wall"] = wall / len(answers)
    return scores


def run(command: list, place: Path) -> float:
    """Run a peer's command; return its seconds."""
    path = f"{Path(command[0]).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**FROZEN_HERE, "PYTHONPATH": str(ROOT), "HOME": str(place), "PATH": path}
    begin = time.perf_counter()
    done = subprocess.run(
        list(map(str, command)), cwd=place, env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if done.returncode and "autograde" not in command:
        raise PeerFailed(f"{command[:3]} failed:\n{done.stdout[-1500:]}{done.stderr[-3000:]}")
    return time.perf_counter() - begin


def ratios(figures: dict) -> None:
    """Compute the ratios: as a teacher waits, and once everything has started."""
    for way in ("nbgrader", "otter", "nbval_n2"):
        if (wall := figures.get(f"{way}_wall")) is not None:
            figures[f"vs_{way}"] = wall / figures["ours_wall"]
            figures[f"vs_{way}_started"] = wall / figures["ours_wall_started"]


if __name__ == "__main__":
    sys.exit(main())
