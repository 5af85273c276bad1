"""The house: who may import whom. Nothing imports upward, nothing in a circle, in either part."""

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests import house

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


def floors(part: str) -> dict[str, tuple[int, set[str]]]:
    """Read the rooms of a part from the table of docs/architecture.md."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.partition("| part | floor | room |")[2].partition("\n\n")[0]
    rooms, of = {}, ""
    for line in table.splitlines()[2:]:
        name, floor, room, _, others = (each.strip(" `") for each in line.strip("|").split("|"))
        of = name or of
        if of == part:
            rooms[room] = (int(floor), {each for each in others.split(", ") if each != "–"})
    return rooms


COURSE = Part(ROOT / "alignment", floors("alignment"))
ENGINE = Part(ROOT / "fairmark" / "fairmark", floors("fairmark"))
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


def modules_asked_for(part: Part) -> set[tuple[str, str]]:
    """List what code outside a room imports from it: (room, module or name)."""
    found = set()
    places = (*COURSE.files(), *ENGINE.files(), *DATA_RAW.rglob("*.py"))
    for path in places:
        for name in imported(path.read_text(encoding="utf-8")):
            first, room, *rest = [*name.split("."), ""]
            outside = not path.is_relative_to(part.package / room)
            if first == part.name and room in part.rooms and rest[0] and outside:
                found.add((room, rest[0]))
    return found


@PARTS
def test_a_room_names_in_its_init_what_others_take_from_it(part):
    hidden = []
    for room, name in sorted(modules_asked_for(part)):
        text = (part.package / room / "__init__.py").read_text(encoding="utf-8")
        says = re.findall(r"`(\w+)", ast.get_docstring(ast.parse(text)) or "")
        shown = name in says or re.search(rf"\b{name}\b", text.split('"""', 2)[2])
        if not shown and name != "*":
            hidden.append(f"{room}: {name}")
    # Of `methods` every module is public: lessons take them by name.
    assert not [each for each in hidden if not each.startswith("methods: ")]


@PARTS
def test_no_file_outgrows_four_hundred_lines(part):
    assert not house.too_long(ROOT, "course" if part is COURSE else "engine")
    assert not house.too_long(ROOT, "facts")


@PARTS
def test_a_function_has_at_most_six_parameters(part):
    # `present` is one call in a picture cell, all of it by name; a record would only hide that.
    known = {"alignment/charts/present.py:present"}
    assert not {*house.too_wide(ROOT, "course" if part is COURSE else "engine")} - known
    assert not house.too_wide(ROOT, "facts")


def test_an_answer_is_looked_at_eight_times_in_four_files_at_most():
    looks, places = house.stays(ROOT)
    assert looks <= 8
    assert places <= 4


def test_the_table_of_figures_holds_what_the_script_measures():
    shown = house.shown((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
    found = house.measured(ROOT)
    assert list(shown) == list(found)
    # Lines change with every commit; what is counted of structure is there to the last one.
    drift = {name: 0.05 if name.startswith("lines of") else 0 for name in found}
    strayed = {
        n: (shown[n], found[n]) for n in found if house.strays(shown[n], found[n]) > drift[n]
    }
    assert not strayed, "run: python -m tests.house --page docs/architecture.md"


def test_the_table_of_rooms_holds_what_the_script_counts():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    shown = text.partition(house.ROOMS_BEGIN)[2].partition(house.ROOMS_END)[0].strip()
    found = house.rooms(ROOT).splitlines()
    assert len(shown.splitlines()) == len(found) > 20
    strayed = [pair for pair in zip(shown.splitlines(), found, strict=True)
               if house.strays(*pair) > 0.1]  # fmt: skip
    assert not strayed, "run: python -m tests.house --page docs/architecture.md"


def test_an_answer_is_carried_to_its_points_in_six_records_and_none_that_the_page_does_not_name():
    before, after = house.carried(ROOT)
    assert len(after) <= 6
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    road = text.partition("## How an answer travels")[2].partition("1. One source makes")[0]
    assert [each for each in (*before, *after) if f"`{each}`" not in road] == []


def test_the_script_writes_its_column_and_leaves_the_other():
    page = (
        "a\n<!-- house -->\n| measure | before | now |\n|---|---|---|\n"
        "| lines | 1 | 2,000 |\n| gone | 1 | 1 |\n<!-- /house -->\nb\n"
    )
    new = house.written(page, {"lines": "3,000", "files": "course 4 · engine 5"})
    assert "| lines | 1 | 3,000 |\n| files |  | course 4 · engine 5 |\n<!-- /house -->\nb" in new
    assert house.shown(new) == {"lines": "3,000", "files": "course 4 · engine 5"}
    assert house.written(new, house.shown(new)) == new


@pytest.mark.parametrize(
    ("stated", "found", "share"),
    [
        ("course 2,000 · engine 10", "course 1,900 · engine 10", 0.05),
        ("8 in 4 files", "8 in 4 files", 0),
        ("8 in 4 files", "8 in 5 files", 0.2),
        ("0", "1", 1),
        ("course 1", "engine 1", 1),
    ],
)
def test_a_figure_strays_by_its_worst_number(stated, found, share):
    assert house.strays(stated, found) == share


def test_the_places_where_something_is_changed_exist():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.partition("## Where do I change what")[2].partition("\n## ")[0]
    paths = set(re.findall(r"`([\w.*/-]+/[\w.*/-]*|[\w-]+\.toml)`", table))
    made = {each for each in paths if "NAME" in each or "NN-name" in each}
    assert len(paths - made) >= 15
    assert not [each for each in sorted(paths - made) if not list(ROOT.glob(each))]
