"""What leaves the teacher's desk: a zip for students, and one for fellow instructors.

The student's zip is made from a list of what may be in it; solutions cannot slip in by accident.
"""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from fairmark.course import current
from fairmark.errors import CourseError

CLOSED = ("source", "reference")
WASTE = ("__pycache__", ".ipynb_checkpoints", "my-work", "build")
# A date that is the same in every release, so that the same course gives the same bytes.
DATE = (2000, 1, 1, 0, 0, 0)


class CannotRelease(CourseError):
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
    path = out / f"{current().name}-{kind}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            name = f"{current().name}/{file.relative_to(course).as_posix()}"
            member = zipfile.ZipInfo(name, DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, file.read_bytes())
    return path


def _files(course: Path, kind: str) -> Iterator[Path]:
    """List the files of a release in a fixed order."""
    student, lists = kind == "student", current().release
    more = () if student else lists.get("instructor_folders", ())
    for folder in (*lists.get("student_folders", ()), *more):
        for path in sorted((course / folder).rglob("*")):
            parts = path.relative_to(course).parts
            if path.is_symlink() or not path.is_file() or _is_waste(parts):
                continue
            if student and not _for_students(parts):
                continue
            yield path
    names = (
        lists.get("student_files", ())
        if student
        else sorted(p.name for p in course.iterdir() if p.is_file())
    )
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
    texts, emitting = _solutions(course), current().imports_as("emit")
    for path in files:
        if path.suffix != ".ipynb" or "exercises" not in path.relative_to(course).parts:
            continue
        cells = json.loads(path.read_text(encoding="utf-8")).get("cells", [])
        sources = {"".join(cell.get("source", "")).strip() for cell in cells}
        if any(emitting in source for source in sources) or sources & texts:
            raise CannotRelease(
                f"{path.relative_to(course)} holds a solution; build it again "
                f"({current().command('build')}), or take your own answers out of it"
            )


def _solutions(course: Path) -> set[str]:
    """Read the text of every solution from the references."""
    found: set[str] = set()
    for path in (course / "exercises" / "reference").glob("*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if str(cell.get("id", "")).endswith("-stub"):
                found.add("".join(cell["source"]).strip())
    return found
