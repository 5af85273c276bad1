"""What the engine is told about a course: one file, `course.toml`, and a few environment variables.

Which course: `$FAIRMARK_COURSE`, else the one whose package was imported, else the first
`course.toml` upward from the current folder. Inside a run there is none: two variables name the
tables and the student's folder, and that is all a check needs.
"""

import contextlib
import difflib
import functools
import importlib
import importlib.util
import os
import sys
import sysconfig
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path, PurePosixPath
from typing import Any

from fairmark.errors import CourseError

FILE = "course.toml"
ABOUT = ("name", "version", "package", "stamp", "program", "imports", "look", "panels")
ABOUT += ("source", "language")
SECTIONS = ("course", "folders", "commands", "environment", "variants", "warm", "tags", "release")
SECTIONS += ("minutes", "form")
RELEASE = ("readme", "targets", "student_files", "student_folders")
INSTALLED = "_course"  # the folder of a wheel that stands in for the checkout
COURSE, DATA, HOME = "FAIRMARK_COURSE", "FAIRMARK_DATA", "FAIRMARK_HOME"
LANGUAGE = "FAIRMARK_LANGUAGE"
IMPORTS = "from fairmark import check, hint, solution"
COMMANDS = {
    "build": "fairmark exercises build",
    "fresh": "fairmark exercises fresh 04",
    "doctor": "pip check",
    "lint_page": "fairmark exercises lint --page FILE",
}


class BadCourse(CourseError):
    """`course.toml` is missing or does not say what it must: what was found, what to write."""


@dataclass(frozen=True)
class Tag:
    """A word of the course's own that a check cell may carry, such as the objective it serves.

    Parameters
    ----------
    required, several : bool
        Whether every question has one, and whether it may have more than one.
    allowed : tuple of str
        The values that exist; empty for any.
    in_head : bool
        Whether a cell outside the questions must list the value in bold.
    """

    required: bool = False
    several: bool = False
    allowed: tuple[str, ...] = ()
    in_head: bool = False


@dataclass(frozen=True)
class Course:
    """One course as its `course.toml` describes it; names and paths only, nothing callable.

    Parameters
    ----------
    root : Path
        The folder of `course.toml`; the other folders are relative to it.
    name, version, package, stamp : str
        Of the course, of its Python package (empty if it has none), and the key of a notebook's
        metadata under which its builder signs.
    program : str
        The command a person types.
    imports : str
        The line that a setup cell must hold.
    panels : str
        "module:function" that returns the panels of lessons that work without Python: name ->
        their `script`, `style` and `state`.
    look : str
        A module that sets the course's chart template when it is imported.
    source : str
        Public address of the course's repository; empty before it is published, which hides every
        link that would lead there.
    language : str
        Of what a student is told: a file `messages.NAME.toml` of the engine.
    folders, commands, environment : mapping
        The sections of these names.
    set : mapping
        Variables that every run gets.
    make_variant : str
        "module:function" or "file.py:function"; called with a seed and an empty folder.
    seeds : tuple of int
        Of the variants on which every solution must hold.
    libraries, modules : tuple of str
        Top-level libraries and prefixes of modules that a warm process keeps loaded.
    also : str
        "module:function" that a warm process calls once, so that no run pays for a first use.
    tags : mapping of str to Tag
        The course's own words in check cells.
    release : mapping of str to tuple of str
        What students get: `student_files` and `student_folders` as they are, `readme` (a template)
        in the place of README.md, and the `targets` of the Makefile that work without the rest.
    minutes : mapping of str to float
        Rates of the formula of minutes that differ, and those of the course's panels by name.
    form : mapping
        Limits of a lesson's form: `open_lines`, `code_cells`, and the numbers of the `lessons`
        they hold for.
    """

    root: Path
    name: str = "course"
    version: str = "0"
    package: str = ""
    stamp: str = "fairmark"
    program: str = "fairmark"
    imports: str = IMPORTS
    panels: str = ""
    look: str = ""
    source: str = ""
    language: str = "en"
    folders: Mapping[str, str] = field(default_factory=dict)
    commands: Mapping[str, str] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    set: Mapping[str, str] = field(default_factory=dict)
    make_variant: str = ""
    seeds: tuple[int, ...] = (11, 12, 13, 14, 15)
    libraries: tuple[str, ...] = ("numpy", "pandas", "plotly", "narwhals", "dateutil")
    modules: tuple[str, ...] = ()
    also: str = ""
    tags: Mapping[str, Tag] = field(default_factory=dict)
    release: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    minutes: Mapping[str, float] = field(default_factory=dict)
    form: Mapping[str, Any] = field(default_factory=dict)

    def folder(self, name: str) -> Path:
        """Return one of the course's folders: exercises, lessons, data or records."""
        return self.root / self.inside(name)

    def inside(self, name: str) -> str:
        """Return the path of such a folder from the course's own, in a link's spelling."""
        usual = {"lessons": "notebooks", "records": "my-work"}.get(name, name)
        return PurePosixPath(self.folders.get(name, usual)).as_posix()

    def some_set(self) -> str:
        """Return the path of a set from the course's folder: the example a sentence needs."""
        folder = self.folder("exercises")
        found = set_files(folder)
        path = found[0] if found else folder / "01-first.ipynb"
        return Path(os.path.relpath(path, self.root)).as_posix()

    def command(self, name: str) -> str:
        """Return what a sentence tells a person to type."""
        return self.commands.get(name, COMMANDS[name])

    def variable(self, name: str) -> str:
        """Return the variable a sentence names for `data` or `home`."""
        return self.environment.get(name, {"data": DATA, "home": HOME}[name])

    def imports_as(self, name: str) -> str:
        """Return the import line with another function in the place of `check`."""
        return self.imports.replace("import check", f"import {name} as check")

    def importing(self, words: str) -> str:
        """Return an import from where the checks come from, such as `silent as verdict`."""
        return f"{self.imports.partition(' import ')[0]} import {words}"

    def paths(self) -> tuple[str, ...]:
        """Return the folders that must be on the path of every run: the engine's, the course's."""
        found = [str(ENGINE.parent)]
        if self.package and (place := package_folder(self.package)):
            found.append(str(place.parent))
        return tuple(dict.fromkeys(found))

    def shown(self) -> tuple[str, ...]:
        """Return the folders of code that a sandbox shows: the engine and the course's package."""
        place = package_folder(self.package) if self.package else None
        return tuple(str(each) for each in (ENGINE, place) if each)

    def hidden(self) -> tuple[str, ...]:
        """Return what lies inside these folders and must not be seen: keys that were shipped."""
        libraries = sysconfig.get_path("purelib")
        places = (*self.shown(), f"{libraries}/{self.package}")
        return tuple(f"{each}/{INSTALLED}" for each in places)


ENGINE = Path(__file__).resolve().parent
_adopted: list[Path] = []


def adopt(file: Path) -> None:
    """Remember the `course.toml` of a package that is being imported; the first one stays."""
    if not _adopted:
        _adopted.append(file)


def current() -> Course:
    """Return the course in use; without any `course.toml`, one that knows only its folder.

    Raises
    ------
    BadCourse
        If the file cannot be read.
    """
    file = _file()
    return read(file) if file else Course(Path.cwd())


def _file() -> Path | None:
    if chosen := os.environ.get(COURSE):
        path = Path(chosen)
        path = path / FILE if path.is_dir() else path
        return path if path.is_file() else None
    if _adopted:
        return _adopted[0] if _adopted[0].is_file() else None
    here = Path.cwd()
    return next((each / FILE for each in (here, *here.parents) if (each / FILE).is_file()), None)


@functools.cache
def read(file: Path) -> Course:
    """Read a `course.toml`.

    Raises
    ------
    BadCourse
        If it is not TOML or holds an unknown word.
    """
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadCourse(f"{file} cannot be read ({error}); correct it or restore it") from None
    _only(file, data, SECTIONS, "section")
    about, warm = data.get("course", {}), data.get("warm", {})
    variants, around = data.get("variants", {}), dict(data.get("environment", {}))
    _only(file, about, ABOUT, "key")
    _only(file, warm, ("libraries", "modules", "also"), "key")
    _only(file, variants, ("make", "seeds"), "key")
    _only(file, around, ("data", "home", "set"), "key")
    _only(file, data.get("folders", {}), ("exercises", "lessons", "data", "records"), "key")
    _only(file, data.get("commands", {}), tuple(COMMANDS), "key")
    _only(file, data.get("form", {}), ("open_lines", "code_cells", "lessons"), "key")
    _only(file, data.get("release", {}), RELEASE, "key")
    more: dict[str, Any] = {"set": around.pop("set", {}), "environment": around}
    if "make" in variants:
        more["make_variant"] = variants["make"]
    if "seeds" in variants:
        more["seeds"] = tuple(variants["seeds"])
    more |= {key: tuple(v) if isinstance(v, list) else v for key, v in warm.items()}
    return Course(
        file.resolve().parent,
        **about,
        **more,
        folders=data.get("folders", {}),
        commands=data.get("commands", {}),
        tags={name: _tag(file, name, each) for name, each in data.get("tags", {}).items()},
        release={name: _several(each) for name, each in data.get("release", {}).items()},
        minutes=data.get("minutes", {}),
        form=data.get("form", {}),
    )


def _several(given: str | list[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _tag(file: Path, name: str, given: dict) -> Tag:
    _only(file, given, tuple(each.name for each in fields(Tag)), f"key of tags.{name}")
    return Tag(**{key: tuple(v) if isinstance(v, list) else v for key, v in given.items()})


def _only(file: Path, given: Mapping, known: tuple[str, ...], what: str) -> None:
    for word in given:
        if word not in known:
            near = difflib.get_close_matches(word, known, n=1, cutoff=0.4)
            advice = f"did you mean {near[0]!r}?" if near else f"expected one of {', '.join(known)}"
            raise BadCourse(f"{file.name}: {word!r} is not a {what}; {advice}")


def set_files(folder: Path) -> list[Path]:
    """Return a folder's student notebooks in order, without copies such as 04-x.fresh.ipynb."""
    return sorted(path for path in folder.glob("[0-9]*-*.ipynb") if path.name.count(".") == 1)


def tables_folder() -> Path:
    """Return the folder of the tables in use; looked up at each call."""
    of = current()
    for name in (of.variable("data"), DATA):
        if chosen := os.environ.get(name):
            return Path(chosen)
    return of.folder("data")


def home() -> Path:
    """Return the folder of the student's own files (it may not exist yet)."""
    of = current()
    for name in (of.variable("home"), HOME):
        if chosen := os.environ.get(name):
            return Path(chosen).expanduser()
    # The folder of an installed wheel is nobody's place for work.
    base = Path.cwd() if of.root.name == INSTALLED else of.root
    return base / of.inside("records")


def pointing(data: Path | str | None, own: Path | str) -> dict[str, str]:
    """Return the variables that point a run at a folder of tables and a student's folder."""
    of = current()
    chosen = {HOME: str(own), of.variable("home"): str(own), **of.set}
    if (spoken := os.environ.get(LANGUAGE) or of.language) != "en":
        chosen[LANGUAGE] = spoken
    if data is not None:
        chosen |= {DATA: str(data), of.variable("data"): str(data)}
    return chosen


def environment(data: Path | None, own: Path) -> dict[str, str]:
    """Return the environment of a child that runs a notebook: this one, pointed elsewhere.

    The engine's and the course's folders come first on the path, so that the child runs the same
    code; what stood there before stays.
    """
    chosen = pointing(data and Path(data).resolve(), own)
    if file := _file():
        chosen[COURSE] = str(file.resolve())
    before = os.environ.get("PYTHONPATH", "")
    path = os.pathsep.join([*current().paths(), *([before] if before else [])])
    return {**os.environ, **chosen, "PYTHONPATH": path}


@contextlib.contextmanager
def using(data: Path | None, *, empty_home: bool = False) -> Iterator[None]:
    """Let this process read other tables for a while, and perhaps no student's files at all."""
    with contextlib.ExitStack() as stack:
        own = stack.enter_context(tempfile.TemporaryDirectory()) if empty_home else home()
        chosen = pointing(data, own)
        before = {name: os.environ.get(name) for name in chosen}
        os.environ |= chosen
        try:
            yield
        finally:
            for name, value in before.items():
                os.environ.pop(name, None) if value is None else os.environ.update({name: value})


def make_variant(seed: int, out: Path) -> None:
    """Write tables of the same form with other numbers, by the course's own function.

    Raises
    ------
    BadCourse
        If the course names none.
    """
    of = current()
    if not of.make_variant:
        raise BadCourse(
            f"{of.root / FILE} names no maker of variants; write [variants] "
            'make = "module:function", a function of a seed and a folder'
        )
    named(of.make_variant, of.root)(seed, out)


def named(words: str, root: Path) -> Callable:
    """Return the function that "module:name" or "file.py:name" stands for."""
    place, _, name = words.partition(":")
    try:
        if place.endswith(".py"):
            spec = importlib.util.spec_from_file_location(Path(place).stem, root / place)
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
        else:
            module = importlib.import_module(place)
        return getattr(module, name)
    except (ImportError, OSError, AttributeError) as error:
        raise BadCourse(
            f"{FILE} names {words!r}, which cannot be imported ({error}); "
            'expected "module:function" or "file.py:function"'
        ) from error


def package_folder(name: str) -> Path | None:
    """Return the folder of a package without importing it; None if it is not installed."""
    if (loaded := sys.modules.get(name)) is not None and loaded.__file__:
        return Path(loaded.__file__).resolve().parent
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).resolve().parent if spec and spec.origin else None
