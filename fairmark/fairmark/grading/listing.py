"""The names of a course's files, as git knows them; a release is made from names, never by looking.

A copy without git, such as an unpacked zip for instructors, brings the list in a file.
"""

import os
import subprocess
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from fairmark.errors import CourseError

LIST = "FILES.txt"


class CannotRelease(CourseError):
    """A release would hold what it must not, or lack what it needs."""


def listed(course: Path, folders: Collection[str]) -> list[PurePosixPath]:
    """List the files of a course.

    Parameters
    ----------
    course : Path
        The checkout, or a copy with FILES.txt.
    folders : collection of str
        Where a file that git does not know would be taken for a part of the course.

    Returns
    -------
    list of PurePosixPath
        Relative to the course, in order.

    Raises
    ------
    CannotRelease
        If there is no list, a listed file is missing or a link, or a file of the course's folders
        is not listed.
    """
    others: list[str] = []
    if (course / LIST).is_file() and not (course / ".git").exists():
        names = [*(course / LIST).read_text(encoding="utf-8").splitlines(), LIST]
    else:  # also in a course that is a folder of a larger repository
        names = _git(course, "ls-files", "-z")
        others = _git(course, "ls-files", "-z", "--others", "--exclude-standard", "--", *folders)
    if not names:
        raise CannotRelease(
            f"git knows no file of {course} and there is no {LIST}, so nobody knows which files "
            "belong to the course; release from the checkout"
        )
    if others:
        more = f" and {len(others) - 5} more" if len(others) > 5 else ""
        raise CannotRelease(
            f"git does not know {', '.join(sorted(others)[:5])}{more}; commit what belongs to the "
            "course (git add), and move the rest elsewhere"
        )
    paths = [PurePosixPath(name) for name in sorted(set(names)) if name]
    for path in paths:
        if (course / path).is_symlink() or not (course / path).is_file():
            raise CannotRelease(f"{path} is listed and is no file here; restore it: git checkout")
    return paths


def _git(course: Path, *words: str) -> list[str]:
    """Ask git for names; quotes and colours of the user's settings do not matter with -z."""
    command = ["git", "-C", str(course), *words]
    variables = {**os.environ, "LC_ALL": "C"}  # the sentence below is looked for
    try:
        done = subprocess.run(command, capture_output=True, check=True, env=variables)
    except FileNotFoundError:
        raise CannotRelease("git was not found; install it, it knows the course's files") from None
    except subprocess.CalledProcessError as error:
        if b"not a git repository" in error.stderr:
            return []
        last = error.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise CannotRelease(f"git does not list the course's files: {''.join(last)}") from error
    return [name.decode("utf-8", "surrogateescape") for name in done.stdout.split(b"\0") if name]
