"""The house: who may import whom. Nothing imports upward, nothing in a circle."""

import ast
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "alignment"
EVERYTHING = frozenset(p.name for p in PACKAGE.iterdir() if p.is_dir() and p.name[0] != "_")
FLOORS = {
    "tables": 1,
    "methods": 1,
    "records": 1,
    "authoring": 1,
    "platforms": 1,
    "checks": 2,
    "charts": 2,
    "running": 2,
    "term": 2,
    "widgets": 3,
    "proving": 3,
    "grading": 3,
    "cli": 4,
}
MAY_IMPORT = {
    "tables": set(),
    "methods": set(),
    "records": set(),
    "authoring": set(),
    "platforms": set(),
    "checks": {"tables", "records"},
    "charts": {"tables"},
    "running": set(),
    "term": set(),
    "widgets": {"charts", "methods", "tables", "records"},
    "proving": {"authoring", "checks", "running", "tables"},
    "grading": {"authoring", "checks", "running", "tables", "charts", "platforms"},
    "cli": set(FLOORS) - {"cli"},
}


@cache
def tree(path: Path) -> ast.Module:
    """Parse a module once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def rooms_imported(module: ast.Module) -> set[str]:
    """Name the rooms that a module imports, at the top or inside a function."""
    found: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    parts = [name.split(".") for name in found if name.split(".")[0] == "alignment"]
    return {part[1] for part in parts if len(part) > 1} & set(FLOORS)


@cache
def arrows() -> set[tuple[str, str]]:
    """List every import from one room to another."""
    return {
        (path.relative_to(PACKAGE).parts[0], room)
        for path in PACKAGE.rglob("*.py")
        if len(path.relative_to(PACKAGE).parts) > 1
        for room in rooms_imported(tree(path))
        if room != path.relative_to(PACKAGE).parts[0]
    }


def test_every_room_stands_on_a_floor():
    assert {name for name in EVERYTHING if list((PACKAGE / name).glob("*.py"))} == set(FLOORS)


def test_no_room_imports_what_it_may_not():
    wrong = sorted((a, b) for a, b in arrows() if b not in MAY_IMPORT[a])
    assert not wrong, f"imports that the house does not allow: {wrong}"


def test_every_arrow_points_down():
    assert not [(a, b) for a, b in arrows() if FLOORS[a] <= FLOORS[b]]


def test_what_is_allowed_is_used():
    """The commands may use every room; of all others the table says what is so, not what may be."""
    allowed = {(a, b) for a, bs in MAY_IMPORT.items() for b in bs if a != "cli"}
    assert not allowed - arrows()


# Beside the package: the builder of the tables and the recipes it runs.
DATA_RAW = PACKAGE.parent / "data-raw"
MAY_READ = {"builder": {"alignment", "builder"}, "recipes": {"alignment", "builder"}}


@pytest.mark.parametrize("part", ["builder", "recipes"])
def test_what_builds_the_tables_reads_only_the_room_tables(part):
    for path in (DATA_RAW / part).glob("*.py"):
        assert rooms_imported(tree(path)) <= {"tables"}, path.name
        assert tops_imported(tree(path)) & {"alignment", "builder", "recipes"} <= MAY_READ[part]


def test_only_the_commands_reach_for_what_builds_the_tables():
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if tops_imported(tree(path)) & {"builder", "recipes"}
    }
    assert users == {"cli/data.py"}


def tops_imported(module: ast.Module) -> set[str]:
    """Name the first part of each module that a module imports, at the top or in a function."""
    found: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module)
    return {name.split(".")[0] for name in found}


def test_relative_imports_stay_in_their_room():
    deep = [
        path
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.level > 1
    ]
    assert not deep


def test_no_circle_inside_a_room():
    modules = {
        ".".join(p.relative_to(PACKAGE.parent).with_suffix("").parts): p
        for p in PACKAGE.rglob("*.py")
    }
    graph = {name: _modules_imported(path, modules) - {name} for name, path in modules.items()}
    while leaves := {name for name, needs in graph.items() if not needs & set(graph)}:
        graph = {name: needs for name, needs in graph.items() if name not in leaves}
    assert not graph, f"these modules import each other in a circle: {sorted(graph)}"


def _modules_imported(path: Path, modules: dict[str, Path]) -> set[str]:
    found: set[str] = set()
    for node in tree(path).body:
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
        ("def f():\n    from alignment.grading.clean import merge", {"grading"}),
        ("import pandas", set()),
    ],
)
def test_the_reader_of_imports_sees_each_form(source, rooms):
    assert rooms_imported(ast.parse(source)) == rooms


def test_no_file_outgrows_four_hundred_lines():
    long = {
        str(path.relative_to(PACKAGE.parent)): lines
        for suffix in ("*.py", "*.js")
        for place in (PACKAGE, DATA_RAW)
        for path in place.rglob(suffix)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long
