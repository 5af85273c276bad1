"""The house: who may import whom. Nothing imports upward, nothing in a circle, in either part."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Part:
    """One part of the house: its package, and for each room its floor and what it may import."""

    package: Path
    rooms: dict[str, tuple[int, set[str]]]

    @property
    def name(self) -> str:
        """The name of the package."""
        return self.package.name

    def files(self) -> list[Path]:
        """List the modules."""
        return sorted(self.package.rglob("*.py"))


COURSE = Part(
    ROOT / "alignment",
    {
        "tables": (1, set()),
        "methods": (1, set()),
        "records": (1, set()),
        "charts": (2, {"methods", "records", "tables"}),
        "rubrics": (2, {"tables"}),
        "checks": (3, {"rubrics"}),
        "widgets": (3, {"charts", "methods", "tables", "records"}),
        "classroom": (3, {"methods", "tables", "records"}),
        "cli": (4, {"tables", "records", "classroom"}),
    },
)
ENGINE = Part(
    ROOT / "fairmark" / "fairmark",
    {
        "answers": (1, set()),
        "authoring": (1, set()),
        "platforms": (1, set()),
        "running": (1, set()),
        "term": (1, set()),
        "checks": (2, {"answers"}),
        "proving": (3, {"answers", "authoring", "running"}),
        "grading": (3, {"answers", "authoring", "checks", "platforms", "running"}),
        "cli": (4, {"authoring", "checks", "running", "platforms", "proving", "grading", "term"}),
    },
)
PARTS = pytest.mark.parametrize("part", [COURSE, ENGINE], ids=lambda part: part.name)


@cache
def imported(source: str) -> set[str]:
    """Name what a module's text imports, at the top or inside a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def rooms_imported(source: str, part: Part) -> set[str]:
    """Name the rooms of a part that a module's text imports."""
    names = [name.split(".") for name in imported(source)]
    own = {name[1] for name in names if name[0] == part.name and len(name) > 1}
    return own & set(part.rooms)


def arrows(part: Part) -> set[tuple[str, str]]:
    """List every import from one room to another."""
    return {
        (path.relative_to(part.package).parts[0], room)
        for path in part.files()
        if len(path.relative_to(part.package).parts) > 1
        for room in rooms_imported(path.read_text(encoding="utf-8"), part)
        if room != path.relative_to(part.package).parts[0]
    }


@PARTS
def test_every_room_stands_on_a_floor(part):
    folders = {path.parent.relative_to(part.package).parts[:1] for path in part.files()}
    assert {each[0] for each in folders if each} - {"starter"} == set(part.rooms)


@PARTS
def test_no_room_imports_what_it_may_not(part):
    wrong = sorted((a, b) for a, b in arrows(part) if b not in part.rooms[a][1])
    assert not wrong, f"imports that the house does not allow: {wrong}"


@PARTS
def test_no_room_may_import_what_it_does_not(part):
    drawn = arrows(part)
    unused = {(a, b) for a, (_, bs) in part.rooms.items() for b in bs} - drawn
    assert not unused, f"arrows that nobody draws: {sorted(unused)}"


@PARTS
def test_every_arrow_points_down(part):
    assert all(part.rooms[a][0] > part.rooms[b][0] for a, b in arrows(part))


def test_the_course_may_import_the_engine_and_never_the_reverse():
    found = {
        name.split(".")[0]
        for path in ENGINE.files()
        for name in imported(path.read_text(encoding="utf-8"))
    }
    assert COURSE.name not in found
    assert any(
        name.split(".")[0] == ENGINE.name
        for path in COURSE.files()
        for name in imported(path.read_text(encoding="utf-8"))
    )


# Beside the packages: the builder of the tables and the recipes it runs.
DATA_RAW = ROOT / "data-raw"
MAY_READ = {"builder": {"alignment", "builder"}, "recipes": {"alignment", "builder", "recipes"}}


@pytest.mark.parametrize("folder", ["builder", "recipes"])
def test_what_builds_the_tables_reads_only_the_room_tables(folder):
    for path in (DATA_RAW / folder).glob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert rooms_imported(source, COURSE) <= {"tables"}, path.name
        tops = {name.split(".")[0] for name in imported(source)}
        assert tops & {"alignment", "builder", "recipes", "fairmark"} <= MAY_READ[folder]


def test_only_the_commands_reach_for_what_builds_the_tables():
    users = {
        path.relative_to(COURSE.package).as_posix()
        for path in COURSE.files()
        for name in imported(path.read_text(encoding="utf-8"))
        if name.split(".")[0] in ("builder", "recipes")
    }
    assert users == {"cli/data.py"}


@PARTS
def test_relative_imports_stay_in_their_room(part):
    deep = [
        path
        for path in part.files()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level > 1
    ]
    assert not deep


@PARTS
def test_no_circle_inside_a_room(part):
    modules = {
        ".".join(p.relative_to(part.package.parent).with_suffix("").parts): p for p in part.files()
    }
    graph = {name: _modules_imported(path, modules) - {name} for name, path in modules.items()}
    while leaves := {name for name, needs in graph.items() if not needs & set(graph)}:
        graph = {name: needs for name, needs in graph.items() if name not in leaves}
    assert not graph, f"these modules import each other in a circle: {sorted(graph)}"


def _modules_imported(path: Path, modules: dict[str, Path]) -> set[str]:
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in modules else node.module for name in names}
    return found & set(modules)


@pytest.mark.parametrize(
    ("source", "rooms"),
    [
        ("from alignment.tables import load", {"tables"}),
        ("import alignment.charts.theme", {"charts"}),
        ("from alignment import methods", {"methods"}),
        ("def f():\n    from alignment.widgets.panel import Panel", {"widgets"}),
        ("import pandas", set()),
        ("from fairmark.grading import clean", set()),
    ],
)
def test_the_reader_of_imports_sees_each_form(source, rooms):
    assert rooms_imported(source, COURSE) == rooms


@PARTS
def test_no_file_outgrows_four_hundred_lines(part):
    long = {
        str(path.relative_to(ROOT)): lines
        for suffix in ("*.py", "*.js")
        for place in (part.package, DATA_RAW)
        for path in place.rglob(suffix)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long
