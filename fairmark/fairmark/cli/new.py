"""`fairmark new FOLDER`: a tiny course that builds, checks, lints and grades, to begin from."""

import argparse
import re
import shutil
from pathlib import Path

from fairmark.errors import CourseError

STARTER = Path(__file__).resolve().parents[1] / "starter"
NEXT = """A new course is in {folder}: one table, one lesson, one exercise set. In that folder:
  fairmark notebooks build       the lesson
  fairmark exercises build       student copy, reference and keys
  fairmark exercises lint        prove every check
Building needs the author's tools; where the engine's checkout lies:
  pip install "./fairmark[author]"
"""


class FolderTaken(CourseError):
    """The folder of a new course is not empty; nothing was written."""


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("new", help="begin a course of your own")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a new or empty folder")
    parser.set_defaults(run=run_new)


def run_new(args: argparse.Namespace) -> int:
    """Write the files of a tiny course; exit code 0."""
    start(args.folder)
    print(NEXT.format(folder=args.folder), end="")
    return 0


def start(folder: Path) -> None:
    """Write a tiny course into an empty folder.

    Raises
    ------
    FolderTaken
        If there is something in it.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderTaken(f"{folder} is not an empty folder; name a new one")
    shutil.copytree(
        STARTER, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__")
    )
    name = re.sub(r"[^A-Za-z0-9-]+", "-", folder.resolve().name).strip("-") or "course"
    file = folder / "course.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("NAME", name), encoding="utf-8")
