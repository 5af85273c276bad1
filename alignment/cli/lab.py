"""`alignment lab`: check the environment, then open JupyterLab on the first lesson."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from alignment import records
from alignment.cli import doctor
from alignment.errors import AlignmentError
from fairmark.cli.paths import checkout

FIRST_LESSON = "notebooks/00-start-here.ipynb"
# JupyterLab would otherwise ask the network for news and updates.
OFFLINE = [
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
]
QUIET_SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
    }
}


def register(commands: argparse._SubParsersAction) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "lab",
        help="open JupyterLab on the first lesson",
        description="Check the environment and open JupyterLab on the first lesson. "
        "The server listens on this machine only and asks nothing of the network.",
        epilog="Examples: alignment lab · alignment lab notebooks/04-economic.ipynb · "
        "alignment lab --port 9000 --no-browser",
    )
    parser.add_argument("notebook", nargs="?", default=FIRST_LESSON, help="what to open")
    parser.add_argument("--port", type=int, default=8888, help="first port to try (%(default)s)")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check, then hand over to JupyterLab until it is closed."""
    root = checkout()
    if not (root / args.notebook).is_file():
        raise AlignmentError(
            f"There is no notebook {args.notebook!r} here; the first lesson is {FIRST_LESSON}"
        )
    problems = [finding for finding in doctor.examine() if not finding.fine]
    for finding in problems:
        print(f"alignment doctor: {finding.name}: {finding.said}", file=sys.stderr)
    if any(finding.fatal for finding in problems):
        return 2
    quiet_news()
    browser = not args.no_browser and has_display()
    if not browser:
        print("No browser is opened here: copy the address that ends in a token into one.")
    print("JupyterLab is starting; press Ctrl+C twice here to stop it.", flush=True)
    return subprocess.call(server_command(root, args.notebook, args.port, browser), cwd=root)


def server_command(root: Path, notebook: str, port: int, browser: bool) -> list[str]:
    """Put together the command that starts JupyterLab.

    Parameters
    ----------
    root : Path
        The folder to serve.
    notebook : str
        The notebook to open, relative to `root`.
    port : int
        First port to try.
    browser : bool
        Whether to open a browser.

    Returns
    -------
    list of str
        Program and arguments.
    """
    command = [sys.executable, "-m", "jupyterlab", notebook, "--ip=127.0.0.1", f"--port={port}"]
    # Where no browser is opened, the address that is printed leads to the lesson as well.
    command += [f"--ServerApp.root_dir={root}", f"--LabApp.default_url=/lab/tree/{notebook}"]
    command += OFFLINE
    if not browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # containers often have no other user
    return command


def quiet_news() -> None:
    """Spare the student the question about news; only this course's own environment is touched."""
    if sys.prefix == sys.base_prefix:
        return
    target = Path(sys.prefix) / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    if not target.exists() and os.access(sys.prefix, os.W_OK):
        records.write_json(target, QUIET_SETTINGS)


def has_display() -> bool:
    """Tell whether a browser could open a window here."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
