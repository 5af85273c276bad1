"""Run every part of the tests, one after the other, and print the minutes each took.

`make test` calls this; `python -m tests --only lessons browser` runs some parts.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NBVAL = ["-p", "no:cacheprovider", "--nbval", "--nbval-current-env", "-q", "--tb=short"]
WORKERS = ["-n", "2", "--dist", "loadscope"]
# A worker more than two cores: many of these tests wait for a limit. `conftest.py` orders them.
WAITING = ["-n", "3", "--dist", "loadscope", "--no-loadscope-reorder"]
PAIRED = ["-n", "2", "--dist", "worksteal"]  # a file shares one JupyterLab per worker


@dataclass(frozen=True)
class Part:
    """One part of the tests.

    Parameters
    ----------
    name : str
        What it is called in the table.
    command : list of str
        Arguments after the interpreter, or a whole command if `program` is set.
    needs : tuple of str
        Programs one of which must be on the path.
    advice : str
        How to get the program.
    program : bool
        Whether `command` names its own program.
    folder : str
        A variable that must name a folder; the part is left out, and says so, where it does not.
    """

    name: str
    command: list[str]
    needs: tuple[str, ...] = ()
    advice: str = ""
    program: bool = False
    folder: str = ""


PYTEST = ["-m", "pytest", "-q"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
BROWSER_ADVICE = "install Chromium (Debian: sudo apt-get install chromium)"
NODE_ADVICE = "install Node.js 20 or newer (Debian: sudo apt-get install nodejs)"


def parts(long: bool) -> list[Part]:
    """List the parts in the order they run; the quick ones come first."""
    unit_marks = "not browser" if long else "not browser and not long"
    found = [
        Part("style", ["-m", "ruff", "check", "."]),
        Part("format", ["-m", "ruff", "format", "--check", "."]),
        Part("specification", [*PYTEST, "tests", "fairmark/tests", *WAITING, "-m", unit_marks]),
        Part("tables", ["-m", "alignment", "data", "check"]),
        Part("exercise lint", ["-m", "alignment", "exercises", "lint"]),
        Part("board maths", ["node", "--test", "tests/js/"], ("node",), NODE_ADVICE, program=True),
        Part("exercises", ["-m", "pytest", *NBVAL, *WORKERS, "exercises/reference"]),
        Part("lessons", ["-m", "pytest", *NBVAL, *WORKERS, *lessons()]),
    ]
    rounds = 5 if long else 1
    browser = [*PYTEST, *browser_tests(), *PAIRED, "-m"]
    names = [f"browser {n + 1}" for n in range(rounds)] if long else ["browser"]
    quick = "not long and not pyodide"
    found += [Part(name, [*browser, quick], BROWSERS, BROWSER_ADVICE) for name in names]
    if long:  # the second front end, the rarer events, the slow machine
        found.append(
            Part("browser long", [*browser, "long and not pyodide"], BROWSERS, BROWSER_ADVICE)
        )
    walk = [*PYTEST, "tests/test_site_browser.py", "-s", "-m", "pyodide"]
    advice = "Python in the browser was not tried; PYODIDE=folder (of a Pyodide release) does it"
    found.append(Part("site walk", walk, BROWSERS, advice, folder="PYODIDE"))
    return found


def browser_tests() -> list[str]:
    """List the files of tests that need a browser."""
    return [str(path.relative_to(ROOT)) for path in sorted(ROOT.glob("tests/test_*browser.py"))]


def lessons() -> list[str]:
    """List the built lessons."""
    return [str(path.relative_to(ROOT)) for path in sorted(ROOT.glob("notebooks/lesson-*.ipynb"))]


def main() -> int:
    """Run the parts that were asked for and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests", description=__doc__)
    parser.add_argument("--long", action="store_true", help="also fuzzing, five rounds")
    parser.add_argument("--only", nargs="+", default=[], help="names of parts to run")
    args = parser.parse_args()
    chosen = [p for p in parts(args.long) if not args.only or p.name.split()[0] in args.only]
    strict = os.environ.get("CI") == "true"
    rows: list[tuple[str, str, float]] = []
    with tempfile.TemporaryDirectory() as own:
        environment = os.environ | {"ALIGNMENT_HOME": f"{own}/home", "PYTHONWARNINGS": "ignore"}
        # The settings of whoever runs this decide nothing.
        environment["IPYTHONDIR"] = str(Path(own) / "ipython")
        environment.pop("PYTHONSTARTUP", None)
        try:
            for part in chosen:
                rows.append(run(part, environment, strict))
        finally:
            print_table(rows)  # also of a run that was stopped
    return 1 if any(outcome == "FAILED" for _, outcome, _ in rows) else 0


def run(part: Part, environment: dict[str, str], strict: bool) -> tuple[str, str, float]:
    """Run one part; without its program it is skipped loudly, or fails where it must not be."""
    if part.needs and not any(map(shutil.which, part.needs)):
        word = "FAILED" if strict else "SKIPPED"
        print(
            f"\n!!! {word}: {part.name}: {part.needs[0]} is not here; {part.advice}\n", flush=True
        )
        return part.name, word, 0.0
    if part.folder and not os.environ.get(part.folder):
        print(f"\n!!! NOT RUN: {part.name}: {part.advice}\n", flush=True)
        return part.name, "NOT RUN", 0.0
    print(f"\n=== {part.name}", flush=True)
    command = part.command if part.program else [sys.executable, *part.command]
    start = time.monotonic()
    code = subprocess.call(command, cwd=ROOT, env=environment)
    return part.name, "ok" if code == 0 else "FAILED", time.monotonic() - start


def print_table(rows: list[tuple[str, str, float]]) -> None:
    """Print the minutes per part."""
    print(f"\n{'part':<16} {'outcome':<8} {'minutes':>7}")
    for name, outcome, seconds in rows:
        print(f"{name:<16} {outcome:<8} {seconds / 60:7.2f}")
    print(f"{'all':<16} {'':<8} {sum(row[2] for row in rows) / 60:7.2f}")


if __name__ == "__main__":
    sys.exit(main())
