"""`alignment doctor`: is everything here that a lesson needs? One line per finding.

It imports nothing but Python at the top: it has to say what is missing where much is missing.
"""

import argparse
import importlib.metadata
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from alignment.errors import AlignmentError
from fairmark.cli.paths import checkout

OLDEST = (3, 11)
# What the first cells of the lessons import; the packages' names, as Python spells them.
IMPORTED = ("numpy", "pandas", "plotly", "scipy", "anywidget", "ipywidgets", "ipykernel")
IMPORTED += ("jupyterlab", "nbformat", "nbclient", "nbval", "yaml", "alignment.charts")
ADVICE = "run: make env (or: python -m pip install -r requirements.txt)"
EXTENSIONS = {"@jupyter-widgets/jupyterlab-manager": "jupyterlab_widgets", "anywidget": "anywidget"}


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Parameters
    ----------
    name : str
        What was looked at.
    fine : bool
        Whether it is as it should be.
    said : str
        What was found and, if it is not fine, what to do.
    fatal : bool
        Whether no lesson can run like this.
    """

    name: str
    fine: bool
    said: str
    fatal: bool = False


def register(commands: argparse._SubParsersAction) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "doctor",
        help="check that this environment can run the lessons",
        description="Check Python, packages, kernel, widgets, tables and your own folder.",
        epilog="Exit code: 0 all fine, 1 something to fix, 2 no lesson can run like this. "
        "Example: alignment doctor --json",
    )
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the findings."""
    findings = list(examine())
    if args.json:
        print(json.dumps([asdict(finding) for finding in findings], indent=1))
    else:
        for finding in findings:
            print(f"{'ok     ' if finding.fine else 'PROBLEM'}  {finding.name}: {finding.said}")
    wrong = [finding for finding in findings if not finding.fine]
    return 2 if any(finding.fatal for finding in wrong) else 1 if wrong else 0


def examine() -> Iterator[Finding]:
    """Look at everything, one finding after the other.

    Yields
    ------
    Finding
        In the order in which things depend on each other.
    """
    checks: tuple[tuple[str, Callable[[], Finding]], ...] = (
        ("Python", check_python),
        ("Packages", check_packages),
        ("Names of files", check_names),
        ("Imports", check_imports),
        ("Kernel", check_kernel),
        ("Widgets", check_widgets),
        ("Tables", check_tables),
        ("Your files", check_own_folder),
    )
    for name, check in checks:
        try:
            yield check()
        except ImportError as error:
            yield Finding(name, False, f"not looked at: {error}; {ADVICE}", fatal=True)
        except Exception as error:  # whatever stands in a file that has a package's name
            said = f"not looked at: {type(error).__name__}: {error}; see Imports"
            yield Finding(name, False, said, fatal=True)


def check_python() -> Finding:
    """Python is new enough, and the one of the course if the course has one."""
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST:
        said = f"{found}; this course needs {OLDEST[0]}.{OLDEST[1]} or newer"
        return Finding("Python", False, said, fatal=True)
    own = checkout() / ".venv"
    programs = [own / "bin" / "python", own / "Scripts" / "python.exe"]
    there = next((program for program in programs if program.exists()), None)
    if there is not None and Path(sys.prefix).resolve() != own.resolve():
        here = f"{sys.executable} is not the Python of the course"
        return Finding("Python", False, f"{found}, but {here}; use {there}")
    return Finding("Python", True, found)


def check_packages() -> Finding:
    """The installed packages are the pinned ones."""
    pins = checkout() / "requirements.txt"
    lines = pins.read_text(encoding="utf-8").splitlines() if pins.exists() else []
    lines = [line for line in lines if line and line[0] not in "#-"]
    if _installed("packaging") is None:
        missing = [name for name in map(_name, lines) if _installed(name) is None]
        said = f"missing {_few(missing)}; {ADVICE}"
        return Finding("Packages", False, said, fatal=True)
    from packaging.requirements import Requirement

    wanted = [Requirement(line) for line in lines]
    wanted = [r for r in wanted if r.marker is None or r.marker.evaluate()]
    missing = [r.name for r in wanted if _installed(r.name) is None]
    other = [r.name for r in wanted if (v := _installed(r.name)) and not r.specifier.contains(v)]
    if missing:
        return Finding("Packages", False, f"missing {_few(missing)}; {ADVICE}", fatal=True)
    if other:
        return Finding("Packages", False, f"not the tested version: {_few(other)}; {ADVICE}")
    return Finding("Packages", True, f"{len(wanted)} pinned packages are installed")


def check_imports() -> Finding:
    """A fresh Python can import what the lessons need."""
    lines = "\n".join(f"print({name!r}, flush=True); import {name}" for name in IMPORTED)
    done = subprocess.run(
        [sys.executable, "-P", "-c", lines],
        cwd=checkout(),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        return Finding("Imports", True, f"{len(IMPORTED)} packages can be imported")
    name = (done.stdout.split() or ["Python"])[-1]
    last = (done.stderr.strip().splitlines() or [f"it ended with {done.returncode}"])[-1][:200]
    said = f"import {name} fails ({last}); {ADVICE}"
    if os.environ.get("PYTHONPATH"):
        said += "; PYTHONPATH is set, so Python may find another package of that name: unset it"
    return Finding("Imports", False, said, fatal=True)


def check_names() -> Finding:
    """No file beside a notebook has the name of a package, which Python would find instead."""
    known = {*sys.stdlib_module_names, *importlib.metadata.packages_distributions()}
    root = checkout()
    beside = [*root.glob("*.py"), *root.glob("notebooks/*"), *root.glob("exercises/*")]
    modules = [p for p in beside if p.suffix == ".py" or (p / "__init__.py").exists()]
    found = sorted(p.relative_to(root).as_posix() for p in modules if p.stem in known)
    if found:
        said = f"{_few(found)} can hide the package of that name; give it another name"
        return Finding("Names of files", False, said)
    return Finding("Names of files", True, "no file beside a notebook hides a package")


def check_kernel() -> Finding:
    """Notebooks run in this very environment."""
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    try:
        program = Path(KernelSpecManager().get_kernel_spec("python3").argv[0])
    except NoSuchKernel:
        return Finding("Kernel", False, "no kernel python3; run: make env", fatal=True)
    here = Path(sys.executable)
    # A bare name means "the Python that starts the kernel"; links are compared by folder.
    fine = program.name == str(program) or program.parent == here.parent
    said = "python3 runs in this environment"
    if not fine:
        said = f"python3 runs {program}, not {here}; run: jupyter kernelspec remove python3"
    return Finding("Kernel", fine, said)


def check_widgets() -> Finding:
    """The browser side of the widgets lies in the same environment as the kernel."""
    base = Path(sys.prefix) / "share" / "jupyter" / "labextensions"
    missing = [package for folder, package in EXTENSIONS.items() if not (base / folder).is_dir()]
    if missing:
        said = f"no browser part of {', '.join(missing)} in {base}; run: make env"
        return Finding("Widgets", False, said)
    return Finding("Widgets", True, "browser parts and kernel are in the same environment")


def check_tables() -> Finding:
    """Every table can be read."""
    from alignment import tables

    try:
        names = tables.names()
        for name in names:
            tables.load(name)
    except (AlignmentError, OSError) as error:
        return Finding("Tables", False, str(error), fatal=True)
    return Finding("Tables", True, f"{len(names)} tables can be read")


def check_own_folder() -> Finding:
    """The student's own files can be written."""
    from alignment import records

    probe = records.home() / ".probe.json"
    try:
        records.write_json(probe, {}).unlink()
    except AlignmentError as error:
        return Finding("Your files", False, str(error))
    return Finding("Your files", True, f"your work is kept in {records.home()}")


def _installed(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]


def _few(names: list[str], most: int = 8) -> str:
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")
