"""`alignment doctor`: is everything here that a lesson needs? One line per finding."""

import argparse
import importlib.metadata
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from alignment import records, tables
from alignment.errors import AlignmentError
from fairmark.cli.paths import checkout

OLDEST = (3, 11)
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
        epilog="Exit code: 0 all fine, 1 something to mend. Example: alignment doctor --json",
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
    return 0 if all(finding.fine for finding in findings) else 1


def examine() -> Iterator[Finding]:
    """Look at everything, one finding after the other.

    Yields
    ------
    Finding
        In the order in which things depend on each other.
    """
    checks: tuple[Callable[[], Finding], ...] = (
        check_python,
        check_packages,
        check_kernel,
        check_widgets,
        check_tables,
        check_own_folder,
    )
    for check in checks:
        yield check()


def check_python() -> Finding:
    """Python is new enough."""
    found = ".".join(map(str, sys.version_info[:3]))
    fine = sys.version_info >= OLDEST
    advice = "" if fine else f"; this course needs {OLDEST[0]}.{OLDEST[1]} or newer"
    return Finding("Python", fine, f"{found}{advice}", fatal=True)


def check_packages() -> Finding:
    """The installed packages are the pinned ones."""
    from packaging.requirements import Requirement

    pins = checkout() / "requirements.txt"
    lines = pins.read_text(encoding="utf-8").splitlines() if pins.exists() else []
    wanted = [Requirement(line) for line in lines if line and line[0] not in "#-"]
    wanted = [r for r in wanted if r.marker is None or r.marker.evaluate()]
    missing = [r.name for r in wanted if _installed(r.name) is None]
    other = [r.name for r in wanted if (v := _installed(r.name)) and not r.specifier.contains(v)]
    advice = "run: make env (or: python -m pip install -r requirements.txt)"
    if missing:
        return Finding("Packages", False, f"missing {', '.join(missing)}; {advice}", fatal=True)
    if other:
        return Finding("Packages", False, f"not the tested version: {', '.join(other)}; {advice}")
    return Finding("Packages", True, f"{len(wanted)} pinned packages are installed")


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
    try:
        names = tables.names()
        for name in names:
            tables.load(name)
    except (AlignmentError, OSError) as error:
        return Finding("Tables", False, str(error), fatal=True)
    return Finding("Tables", True, f"{len(names)} tables can be read")


def check_own_folder() -> Finding:
    """The student's own files can be written."""
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
