"""Hand-over to Gradescope: the zip that its machines run, and the file of results they read.

Gradescope runs `setup.sh` once and `run_autograder` for each submission, which lies in
`/autograder/submission`, and reads `/autograder/results/results.json`.
"""

import json
import zipfile
from pathlib import Path

from fairmark.answers.verdict import RIGHT, STOPPED
from fairmark.course import current
from fairmark.grading.release import course_files
from fairmark.grading.results import NOT_GRADABLE, Graded

DATE = (2000, 1, 1, 0, 0, 0)
# The base image must hold Python 3.11 or newer: choose Ubuntu 24.04 when you upload the zip.
SETUP = """#!/usr/bin/env bash
set -e
cd "${{AUTOGRADER:-/autograder}}/source/course"
if ! python3 -m venv .venv; then
  apt-get update -qq && apt-get install -y -qq python3-venv && python3 -m venv .venv
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
"""
RUN = """#!/usr/bin/env bash
base="${{AUTOGRADER:-/autograder}}"
cd "$base/source/course"
out=$(mktemp -d)
grade() {{
  .venv/bin/python -m {package} grade "$base/submission" --out "$out" --set {number} \\
    --seed {seed} --results-json "$base/results/results.json" "$@"
}}
mkdir -p "$base/results"
# Where the machine lets no process be shut away, the container alone keeps the student's code in.
grade || [ -s "$base/results/results.json" ] || grade --kernels stock || true
"""


def results_json(graded: Graded, weak: bool = False) -> str:
    """Write the result of one submission as Gradescope reads it.

    Parameters
    ----------
    graded : Graded
        The result.
    weak : bool
        Whether it ran in stock kernels.

    Returns
    -------
    str
        JSON with the score, a test per question and what was repaired.
    """
    lines = list(graded.repairs)
    if graded.outcome == NOT_GRADABLE:
        lines = [f"Not graded. {graded.reason}"]
    tests = [
        {
            "number": each.id,
            "name": each.title,
            "score": each.earned,
            "max_score": each.points,
            "status": "passed" if each.outcome == RIGHT else "failed",
            "output": f"{each.outcome.capitalize()}. {each.sentence}".strip(),
            "visibility": "visible",
        }
        for each in graded.questions
    ]
    found = {
        "score": graded.earned,
        "visibility": "visible",
        "output": "\n".join(lines),
        "tests": tests,
        "extra_data": {
            "set": graded.number,
            "outcome": graded.outcome,
            "isolated": not weak,
            "stopped": sum(each.outcome == STOPPED for each in graded.questions),
        },
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def write_autograder(course: Path, number: str, out: Path, seed: int) -> Path:
    """Write the zip that Gradescope takes as an autograder.

    Parameters
    ----------
    course : Path
        The checkout.
    number : str
        The set.
    out : Path
        A folder; made if it is not there.
    seed : int
        Of the second set of tables; the same for the whole class.

    Returns
    -------
    Path
        `autograder-04.zip`. It holds the references: it is the teacher's alone.
    """
    of = current()
    words = {"package": of.package or "fairmark", "number": number, "seed": seed}
    files = {
        "setup.sh": SETUP.format().encode(),
        "run_autograder": RUN.format(**words).encode(),
        **{f"course/{name}": content for name, content in course_files(course).items()},
    }
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"autograder-{number}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            script = name in ("setup.sh", "run_autograder")
            member.external_attr = (0o755 if script else 0o644) << 16
            archive.writestr(member, content)
    path.chmod(0o600)
    return path
