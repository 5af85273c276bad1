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

from alignment.grading import handout
from alignment.grading.listing import LIST, CannotRelease, listed

NAME = "china-russia-alignment"
KINDS = ("student", "instructor", "hub")
# What students get of the checkout as it is; notebooks of sets, README and Makefile are made.
AS_IT_IS = re.compile(
    r"(requirements\.txt|pyproject\.toml|course\.toml|CITATION\.cff|LICENSE|LICENSE-TEXT\.md)"
    r"|notebooks/[^/]+\.ipynb|exercises/keys/[0-9]{2}\.json|docs/images/.+|data/.+"
    r"|(alignment|fairmark)/.+"
)
SET = re.compile(r"exercises/(([0-9]{2})-[^/.]+)\.ipynb")
REFERENCE = re.compile(r"exercises/reference/([0-9]{2})-[^/.]+\.ipynb")
NUMBERS = re.compile(r"([0-9]{1,2})(?:-([0-9]{1,2}))?")
# A hub's pull must never touch what a student writes.
IGNORE = ".venv/\nmy-work/\n*.fresh.ipynb\n*.backup.ipynb\n.ipynb_checkpoints/\n__pycache__/\n"
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
    files = _instructor(course) if kind == "instructor" else _student(course, solutions)
    path = out / (f"{NAME}-hub" if kind == "hub" else f"{NAME}-{kind}.zip")
    try:
        out.mkdir(parents=True, exist_ok=True)
        if kind == "hub":
            _write_folder(path, {**files, ".gitignore": IGNORE.encode()})
        else:
            _write_zip(path, files)
    except OSError as error:
        raise CannotRelease(f"{path} cannot be written ({error.strerror or error})") from error
    return path


def _student(course: Path, solutions: str) -> dict[str, bytes]:
    """Return the content of each file that students get, by name."""
    names = listed(course)
    by_number = {m[2]: m[1] for m in (SET.fullmatch(str(name)) for name in names) if m}
    solved = sets_of(solutions, by_number)
    files = {
        str(name): (course / name).read_bytes() for name in names if AS_IT_IS.fullmatch(str(name))
    }
    for number, stem in by_number.items():
        reference = _reference(course, names, number)
        copy = course / "exercises" / f"{stem}.ipynb"
        text = handout.student_notebook(copy, reference, solved=number in solved)
        files[f"exercises/{stem}.ipynb"] = files[f"exercises/blank/{stem}.ipynb"] = text.encode()
        if number in solved:
            files[f"exercises/reference/{stem}.ipynb"] = reference.read_bytes()
            files[f"solutions/{stem}.ipynb"] = handout.solution_notebook(reference).encode()
            files[f"solutions/{stem}.html"] = handout.solution_page(reference).encode()
    makefile = (course / "Makefile").read_text(encoding="utf-8")
    files["Makefile"] = handout.student_makefile(makefile).encode()
    files["README.md"] = handout.student_readme(
        course,
        solved,
        verdicts=all(
            b"verdict()" in files[f"exercises/{stem}.ipynb"] for stem in by_number.values()
        ),
    ).encode()
    return dict(sorted(files.items()))


def _reference(course: Path, names: list[PurePosixPath], number: str) -> Path:
    for name in names:
        found = REFERENCE.fullmatch(str(name))
        if found and found[1] == number:
            return course / name
    raise CannotRelease(
        f"there is no reference of set {number}, so its copy cannot be examined; build the set: "
        f"alignment exercises build {number}"
    )


def _instructor(course: Path) -> dict[str, bytes]:
    """Return everything git knows, and the list of it for a copy that has no git."""
    names = [name for name in listed(course) if name.parts[0] == ".gitignore" or
             not name.parts[0].startswith(".")]  # fmt: skip
    files = {str(name): (course / name).read_bytes() for name in names}
    files[LIST] = "".join(f"{name}\n" for name in files if name != LIST).encode()
    return files


def _write_zip(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a zip beside its place and move it there in one step."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w") as archive:
            for inside, content in files.items():
                member = zipfile.ZipInfo(f"{NAME}/{inside}", DATE)
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
