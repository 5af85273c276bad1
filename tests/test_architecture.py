"""The house: who may import whom. Nothing imports upward, nothing in a circle."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "alignment"
EVERYTHING = frozenset(p.name for p in PACKAGE.iterdir() if p.is_dir() and p.name[0] != "_")
FLOORS = {
    "tables": 1,
    "methods": 1,
    "records": 1,
    "authoring": 1,
    "answers": 2,
    "rubrics": 3,
    "checks": 4,
    "charts": 2,
    "running": 2,
    "sources": 2,
    "widgets": 5,
    "proving": 5,
    "grading": 5,
    "cli": 6,
}
MAY_IMPORT = {
    "tables": set(),
    "methods": set(),
    "records": set(),
    "authoring": set(),
    "answers": set(),
    "rubrics": {"answers", "tables"},
    "checks": {"answers", "rubrics", "records"},
    "charts": {"tables", "methods"},
    "running": set(),
    "sources": {"tables"},
    "widgets": {"charts", "methods", "tables", "records"},
    "proving": {"answers", "authoring", "checks", "running"},
    "grading": {"answers", "authoring", "checks", "running", "tables"},
    "cli": set(FLOORS) - {"cli"},
}


def rooms_imported(source: str) -> set[str]:
    """Name the rooms that a module's text imports, at the top or inside a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    parts = [name.split(".") for name in found if name.split(".")[0] == "alignment"]
    return {part[1] for part in parts if len(part) > 1} & set(FLOORS)


def arrows() -> set[tuple[str, str]]:
    """List every import from one room to another."""
    return {
        (path.relative_to(PACKAGE).parts[0], room)
        for path in PACKAGE.rglob("*.py")
        if len(path.relative_to(PACKAGE).parts) > 1
        for room in rooms_imported(path.read_text(encoding="utf-8"))
        if room != path.relative_to(PACKAGE).parts[0]
    }


def test_every_room_stands_on_a_floor():
    assert {name for name in EVERYTHING if list((PACKAGE / name).glob("*.py"))} == set(FLOORS)


def test_no_room_imports_what_it_may_not():
    wrong = sorted((a, b) for a, b in arrows() if b not in MAY_IMPORT[a])
    assert not wrong, f"imports that the house does not allow: {wrong}"


def test_every_arrow_points_down():
    assert all(FLOORS[a] > FLOORS[b] for a, b in arrows())
    assert all(FLOORS[a] > FLOORS[b] for a, bs in MAY_IMPORT.items() for b in bs)


def test_relative_imports_stay_in_their_room():
    deep = [
        path
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
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
        ("def f():\n    from alignment.grading.clean import merge", {"grading"}),
        ("import pandas", set()),
    ],
)
def test_the_reader_of_imports_sees_each_form(source, rooms):
    assert rooms_imported(source) == rooms


def test_no_file_outgrows_four_hundred_lines():
    long = {
        str(path.relative_to(PACKAGE)): lines
        for suffix in ("*.py", "*.js")
        for path in PACKAGE.rglob(suffix)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long
