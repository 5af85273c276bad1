"""`alignment lab`: check the environment, then open JupyterLab on the first lesson."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from alignment.cli import doctor
from alignment.errors import AlignmentError
from fairmark.cli.paths import checkout

FIRST_LESSON = "notebooks/lesson-00-start-here.ipynb"
# JupyterLab would otherwise ask the network for news and updates.
OFFLINE = [
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
]
# By default JupyterLab does not lay out cells that are off the screen when it opens a file. A
# stored figure among them does not learn how wide its place is, and stays 700 pixels wide.
LAB_SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
    },
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "defer"},
}
# What a student needs in the file browser; everything else is for authors.
SHOWN = ("notebooks", "exercises", "my-work")
CLOSED = ("source", "reference", "keys")
JUNK = ("__pycache__", "*.pyc", "*.pyo", ".DS_Store", "*~")
# Other people's settings that would make this Python find other packages, or the server ask for a
# token that nobody printed.
UNWANTED = ("PYTHONPATH", "PYTHONHOME", "JUPYTER_TOKEN", "JUPYTER_PASSWORD")
# A file pandas.py beside a lesson is not imported: a grader, who has only the notebook, has none.
KERNEL = """\
c = get_config()
c.InteractiveShellApp.ignore_cwd = True
c.InteractiveShellApp.extensions = ["fairmark.notebook"]
"""


def register(commands: argparse._SubParsersAction) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "lab",
        help="open JupyterLab on the first lesson",
        description="Check the environment and open JupyterLab on the first lesson. "
        "The server listens on this machine only and asks nothing of the network.",
        epilog="Examples: alignment lab · alignment lab notebooks/lesson-04-economic.ipynb · "
        "alignment lab --port 9000 --no-browser",
    )
    parser.add_argument("notebook", nargs="?", default=FIRST_LESSON, help="what to open")
    parser.add_argument("--port", type=int, default=8888, help="first port to try (%(default)s)")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument(
        "--author", action="store_true", help="show sources, references and keys as well"
    )
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
    settle_lab()
    browser = not args.no_browser and has_display()
    if not browser:
        print("No browser is opened here: copy the address that ends in a token into one.")
    print("JupyterLab is starting; press Ctrl+C twice here to stop it.", flush=True)
    command = server_command(root, args.notebook, args.port, browser)
    with tempfile.TemporaryDirectory(prefix="alignment-lab-", ignore_cleanup_errors=True) as own:
        settings = server_settings(root, author=args.author)
        return subprocess.call(command, cwd=root, env=environment(Path(own), settings))


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
    # -P: a file pandas.py in the folder is not what the server should import.
    command = [sys.executable, "-P", "-m", "jupyterlab", notebook]
    command += ["--ip=127.0.0.1", f"--port={port}"]
    # Where no browser is opened, the address that is printed leads to the lesson as well.
    command += [f"--ServerApp.root_dir={root}", f"--LabApp.default_url=/lab/tree/{notebook}"]
    command += OFFLINE
    if not browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # containers often have no other user
    return command


def server_settings(root: Path, author: bool) -> dict[str, dict]:
    """Say what the server shows, and how its terminals start.

    Parameters
    ----------
    root : Path
        The folder that is served.
    author : bool
        Show everything.

    Returns
    -------
    dict of str to dict
        The content of `jupyter_server_config.json`.
    """
    settings: dict[str, dict] = {}
    if not author:
        hidden = sorted(path.name for path in root.iterdir() if path.name not in SHOWN)
        settings["ContentsManager"] = {"hide_globs": [*JUNK, *CLOSED, *hidden]}
    if shell := os.environ.get("SHELL"):
        # A login shell, which JupyterLab may start, sets PATH again and loses `alignment`.
        settings["ServerApp"] = {"terminado_settings": {"shell_command": [shell]}}
    return settings


def environment(own: Path, settings: Mapping[str, Mapping]) -> dict[str, str]:
    """Return the environment of the server, and so of its terminals and kernels.

    Parameters
    ----------
    own : Path
        An empty folder for configuration; no file of the user's is read or changed.
    settings : mapping
        From `server_settings`.

    Returns
    -------
    dict of str to str
        The course's programs come first on PATH, and the user's own IPython profile and Jupyter
        token are left out; themes and layouts in JupyterLab stay the user's.
    """
    theirs = os.environ.get("JUPYTER_CONFIG_DIR") or str(Path.home() / ".jupyter")
    config, profile = own / "jupyter", own / "ipython" / "profile_default"
    for folder in (config, profile):
        folder.mkdir(parents=True)
    (config / "jupyter_server_config.json").write_text(json.dumps(settings), encoding="utf-8")
    (profile / "ipython_kernel_config.py").write_text(KERNEL, encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    programs = str(Path(sys.executable).parent)
    chosen = {
        "PATH": os.pathsep.join([programs, kept.get("PATH", os.defpath)]),
        "IPYTHONDIR": str(own / "ipython"),
        "JUPYTER_CONFIG_DIR": str(config),
    }
    for name, folder in (("SETTINGS", "user-settings"), ("WORKSPACES", "workspaces")):
        key = f"JUPYTERLAB_{name}_DIR"
        chosen[key] = kept.get(key) or str(Path(theirs) / "lab" / folder)
    if sys.prefix != sys.base_prefix:
        chosen["VIRTUAL_ENV"] = sys.prefix
    return kept | chosen


def settle_lab() -> None:
    """Give JupyterLab the course's settings; only this course's own environment is touched.

    What somebody else has set there stays.
    """
    if sys.prefix == sys.base_prefix or not os.access(sys.prefix, os.W_OK):
        return
    target = Path(sys.prefix) / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    try:
        kept = json.loads(target.read_text("utf-8")) if target.exists() else {}
    except ValueError:
        return  # JupyterLab reads comments, this does not
    if isinstance(kept, dict) and LAB_SETTINGS.keys() - kept.keys():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(LAB_SETTINGS | kept, indent=1), encoding="utf-8")


def has_display() -> bool:
    """Tell whether a browser could open a window here."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
