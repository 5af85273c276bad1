"""What leaves the teacher's desk: a copy for students, one for a hub, one for fellow instructors.

Each is made from the names that git knows. Solutions cannot slip in by accident: what is handed
out is compared, cell by cell, with what was built.
"""

import os
import re
import tempfile
import zipfile
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath

from fairmark.course import FILE, Course, current, read
from fairmark.grading import handout
from fairmark.grading.listing import LIST, CannotRelease, listed

KINDS = ("student", "instructor", "hub")
SET = re.compile(r"(([0-9]{2})-[^/.]+)\.ipynb")
NUMBERS = re.compile(r"([0-9]{1,2})(?:-([0-9]{1,2}))?")
# A hub's pull must never touch what a student writes.
IGNORE = ".venv/\n{records}/\n*.fresh.ipynb\n*.backup.ipynb\n.ipynb_checkpoints/\n__pycache__/\n"
# A date that is the same in every release, so that the same course gives the same bytes.
DATE = (2000, 1, 1, 0, 0, 0)


def sets_of(text: str, known: Collection[str]) -> tuple[str, ...]:
    """Read which sets are meant: "01-03", "1,4" or "02".

    Parameters
    ----------
    text : str
        Numbers and ranges.
    known : collection of str
        The sets there are.

    Returns
    -------
    tuple of str
        In order.

    Raises
    ------
    CannotRelease
        If it is not of this form, or names a set that is not there.
    """
    found: set[str] = set()
    for piece in text.replace(",", " ").split():
        match = NUMBERS.fullmatch(piece)
        if not match:
            raise CannotRelease(f"{piece} names no sets; write 03, 01-03 or 01,04")
        last = int(match[2] or match[1])
        numbers = [f"{n:02}" for n in range(int(match[1]), last + 1)]
        missing = [number for number in numbers if number not in known]
        if missing or not numbers:
            raise CannotRelease(
                f"{piece} names no set that is here; the sets are {', '.join(sorted(known))}"
            )
        found.update(numbers)
    return tuple(sorted(found))


def release(course: Path, out: Path, kind: str, solutions: str = "") -> Path:
    """Write a release of the course.

    Parameters
    ----------
    course : Path
        The checkout.
    out : Path
        Folder to write to.
    kind : str
        "student" or "instructor", a zip; "hub", a folder for nbgitpuller.
    solutions : str
        Sets whose solutions students get too, such as "01-03".

    Returns
    -------
    Path
        The zip or the folder.

    Raises
    ------
    CannotRelease
        If a solution, an output or a file that git does not know would be in it.
    """
    of = read(course / FILE) if (course / FILE).is_file() else current()
    files = _instructor(course, of) if kind == "instructor" else _student(course, of, solutions)
    path = out / (f"{of.name}-hub" if kind == "hub" else f"{of.name}-{kind}.zip")
    try:
        out.mkdir(parents=True, exist_ok=True)
        if kind == "hub":
            ignored = IGNORE.format(records=of.inside("records"))
            _write_folder(path, {**files, ".gitignore": ignored.encode()})
        else:
            _write_zip(path, of.name, files)
    except OSError as error:
        raise CannotRelease(f"{path} cannot be written ({error.strerror or error})") from error
    return path


def course_files(course: Path) -> dict[str, bytes]:
    """Return everything that git knows of a course, as it goes to fellow instructors."""
    return _instructor(course, read(course / FILE))


def _names(course: Path, of: Course) -> list[PurePosixPath]:
    return listed(course, {of.inside(each) for each in ("lessons", "exercises", "data")}
                  | set(of.release.get("student_folders", ())))  # fmt: skip


def _student(course: Path, of: Course, solutions: str) -> dict[str, bytes]:
    """Return the content of each file that students get, by name."""
    names = _names(course, of)
    sets = of.inside("exercises")
    by_number = {
        match[2]: match[1]
        for name in names
        if str(name.parent) == sets and (match := SET.fullmatch(name.name))
    }
    solved = sets_of(solutions, by_number)
    files = {str(name): (course / name).read_bytes() for name in names if _as_it_is(of, name)}
    for number, stem in by_number.items():
        reference = course / sets / "reference" / f"{stem}.ipynb"
        if PurePosixPath(sets, "reference", reference.name) not in names:
            raise CannotRelease(
                f"there is no reference of set {number}, so its copy cannot be examined; build "
                f"the set: {of.command('build')}"
            )
        text = handout.student_notebook(
            course / sets / f"{stem}.ipynb", reference, solved=number in solved
        )
        files[f"{sets}/{stem}.ipynb"] = files[f"{sets}/blank/{stem}.ipynb"] = text.encode()
        if number in solved:
            files[f"{sets}/reference/{stem}.ipynb"] = reference.read_bytes()
            files[f"solutions/{stem}.ipynb"] = handout.solution_notebook(reference).encode()
            files[f"solutions/{stem}.html"] = handout.solution_page(reference).encode()
    if targets := of.release.get("targets"):
        makefile = (course / "Makefile").read_text(encoding="utf-8")
        files["Makefile"] = handout.student_makefile(makefile, targets).encode()
    for readme in of.release.get("readme", ()):
        text = (course / readme).read_text(encoding="utf-8")
        files["README.md"] = handout.student_readme(text, solved).encode()
    return dict(sorted(files.items()))


def _as_it_is(of: Course, name: PurePosixPath) -> bool:
    """Say whether a listed file goes to students unchanged."""
    if str(name) in of.release.get("student_files", (FILE, "README.md")):
        return True
    sets, lessons = PurePosixPath(of.inside("exercises")), PurePosixPath(of.inside("lessons"))
    if name.is_relative_to(sets):
        return name.parent == sets / "keys" and name.suffix == ".json"
    if name.is_relative_to(lessons):
        return name.parent == lessons and name.suffix == ".ipynb"
    usual = (of.inside("lessons"), of.inside("data"))
    folders = of.release.get("student_folders", usual)
    return any(name.is_relative_to(folder) for folder in folders)


def _instructor(course: Path, of: Course) -> dict[str, bytes]:
    """Return everything git knows, and the list of it for a copy that has no git."""
    names = [
        name
        for name in _names(course, of)
        if name.parts[0] == ".gitignore" or not name.parts[0].startswith(".")
    ]
    files = {str(name): (course / name).read_bytes() for name in names}
    files[LIST] = "".join(f"{name}\n" for name in files if name != LIST).encode()
    return files


def _write_zip(path: Path, folder: str, files: Mapping[str, bytes]) -> None:
    """Write a zip beside its place and move it there in one step."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w") as archive:
            for inside, content in files.items():
                member = zipfile.ZipInfo(f"{folder}/{inside}", DATE)
                member.compress_type = zipfile.ZIP_DEFLATED
                member.external_attr = 0o644 << 16
                archive.writestr(member, content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Bring a folder to these files: its git history stays, what left the course goes."""
    before = folder / LIST
    old = before.read_text(encoding="utf-8").splitlines() if before.is_file() else []
    if folder.is_dir() and not old and any(p.name != ".git" for p in folder.iterdir()):
        raise CannotRelease(f"{folder} holds files of somebody else; empty it, or choose another")
    for name, content in {**files, LIST: "".join(f"{n}\n" for n in files).encode()}.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    for name in set(old) - set(files):
        if (folder / name).resolve().is_relative_to(folder.resolve()):
            (folder / name).unlink(missing_ok=True)


__all__ = ["KINDS", "CannotRelease", "release", "sets_of"]
