"""What leaves the teacher's desk: a zip for students, and one for fellow instructors.

The student's zip is made from a list of what may be in it; solutions cannot slip in by accident.
"""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from alignment.authoring.exercises import EMIT_IMPORT
from alignment.errors import AlignmentError

# What a student needs; everything else stays.
STUDENT_FILES = (
    "README.md", "requirements.txt", "pyproject.toml", "Makefile", "CITATION.cff",
    "LICENSE", "LICENSE-TEXT.md",
)  # fmt: skip
STUDENT_FOLDERS = ("notebooks", "exercises", "data", "alignment")
CLOSED = ("source", "reference")
INSTRUCTOR_FOLDERS = (*STUDENT_FOLDERS, "data-raw", "docs", "tests")
WASTE = ("__pycache__", ".ipynb_checkpoints", "my-work", "build")
# A date that is the same in every release, so that the same course gives the same bytes.
DATE = (2000, 1, 1, 0, 0, 0)


class CannotRelease(AlignmentError):
    """A release would hold what it must not, or lack what it needs."""


def release(course: Path, out: Path, kind: str) -> Path:
    """Write a zip of the course.

    Parameters
    ----------
    course : Path
        The checkout.
    out : Path
        Folder to write to.
    kind : str
        "student" or "instructor".

    Returns
    -------
    Path
        The zip.

    Raises
    ------
    CannotRelease
        If a solution would be in the student's zip.
    """
    files = list(_files(course, kind))
    if kind == "student":
        _refuse_solutions(course, files)
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"china-russia-alignment-{kind}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            name = f"china-russia-alignment/{file.relative_to(course).as_posix()}"
            member = zipfile.ZipInfo(name, DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, file.read_bytes())
    return path


def _files(course: Path, kind: str) -> Iterator[Path]:
    """List the files of a release in a fixed order."""
    student = kind == "student"
    for folder in STUDENT_FOLDERS if student else INSTRUCTOR_FOLDERS:
        for path in sorted((course / folder).rglob("*")):
            parts = path.relative_to(course).parts
            if path.is_symlink() or not path.is_file() or _is_waste(parts):
                continue
            if student and not _for_students(parts):
                continue
            yield path
    names = STUDENT_FILES if student else sorted(p.name for p in course.iterdir() if p.is_file())
    for name in names:
        if (course / name).is_file() and not name.startswith("."):
            yield course / name


def _is_waste(parts: tuple[str, ...]) -> bool:
    own = any(word in parts[-1] for word in (".backup.", ".fresh."))
    return own or any(part in WASTE or part.startswith(".") for part in parts)


def _for_students(parts: tuple[str, ...]) -> bool:
    return not (parts[0] == "exercises" and len(parts) > 1 and parts[1] in CLOSED)


def _refuse_solutions(course: Path, files: list[Path]) -> None:
    """Look into what would be handed out: no reference, and no text of a solution."""
    texts = _solutions(course)
    for path in files:
        if path.suffix != ".ipynb" or "exercises" not in path.relative_to(course).parts:
            continue
        cells = json.loads(path.read_text(encoding="utf-8")).get("cells", [])
        sources = {"".join(cell.get("source", "")).strip() for cell in cells}
        if any(EMIT_IMPORT in source for source in sources) or sources & texts:
            raise CannotRelease(
                f"{path.relative_to(course)} holds a solution; build it again "
                "(alignment exercises build), or take your own answers out of it"
            )


def _solutions(course: Path) -> set[str]:
    """Read the text of every solution from the references."""
    found: set[str] = set()
    for path in (course / "exercises" / "reference").glob("*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if str(cell.get("id", "")).endswith("-stub"):
                found.add("".join(cell["source"]).strip())
    return found
