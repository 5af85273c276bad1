"""Measure the house: `python -m tests.house [FOLDER ...]` prints one column per checkout.

Without a folder it measures this one; with `--page docs/architecture.md` it writes that into the
last column of the page's table. The column before is commit 4db0814, before the house was split:

    git worktree add build/before 4db0814 && python -m tests.house build/before
"""

import ast
import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PARTS = {"course": "alignment", "engine": "fairmark/fairmark", "facts": "data-raw"}
ROAD = ("answers", "checks", "running", "grading")  # of an answer, from its cell to a grade
RUN = 6  # lines that make a repeated block
MOST_LINES, MOST_PARAMETERS = 400, 6
# Around the two tables of a page: the measures, and where the lines are.
BEGIN, END = "<!-- house -->", "<!-- /house -->"
ROOMS_BEGIN, ROOMS_END = "<!-- rooms -->", "<!-- /rooms -->"
NUMBER = re.compile(r"\d[\d,]*")

# Which functions of ours see the value of an answer itself, in a process of its own.
STAYS = """
import json, sys
from importlib import import_module
from pathlib import Path
package = "fairmark" if Path("fairmark/fairmark").is_dir() else "alignment"
checks = import_module(f"{package}.checks")
keys = json.loads(Path("exercises/keys/04.json").read_text())["questions"]
name = next(n for n, key in keys.items() if key["kind"] == "mapping" and key["size"] == [4])
value = {"a": 1.25, "b": 2.5, "c": 3.75, "d": 5.0}
seen = []
def watch(frame, event, arg):
    file = frame.f_code.co_filename
    if event == "call" and package in file and any(v is value for v in frame.f_locals.values()):
        seen.append(file)
sys.setprofile(watch)
repr(checks.check(name, value))
sys.setprofile(None)
print(json.dumps([len(seen), len(set(seen))]))
"""

# Which records of ours carry one wrong answer: one notebook is marked twice, with two numbers in
# one answer cell, and a record type is on the road if what it holds differs. All runs in this one
# process, where everything that is made can be seen.
CARRIED = """
import contextlib, io, json, re, sys, tempfile
from pathlib import Path
from fairmark.course import using
from fairmark.grading import sentences
from fairmark.grading.classroom import open_course
from fairmark.grading.handed import Handed
from fairmark.grading.marking import mark
from fairmark.running.programs import CellRun, Ran
class Here:
    wall = 600.0
    def run(self, cells, data, explain=None, wall=None):
        told, done, names = sentences.follow(), {}, {"__name__": "__main__"}
        with using(data, empty_home=True):
            for name, source in cells:
                with contextlib.redirect_stdout(out := io.StringIO()):
                    exec(source, names)
                done[name] = CellRun(out.getvalue())
            return Ran(done, told={question: told(question) for question in explain(done)})
def made_for(number, course):
    made = []
    def watch(frame, event, arg):
        if event == "return" and frame.f_code.co_name == "__init__":
            one = frame.f_locals.get("self")
            ours = type(one).__module__.startswith("fairmark.")
            if ours and hasattr(one, "__dataclass_fields__"):
                made.append(one)
    notebook = json.loads(Path("exercises/01-penguins.ipynb").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["id"] == "q1-1-stub":
            cell["source"] = f"weighed = {number}"
    content = json.dumps(notebook).encode()
    sys.setprofile(watch)
    mark(Handed("ann", "ann", "01-penguins.ipynb", content), course, Here())
    sys.setprofile(None)
    return [(type(one).__name__, re.sub("0x[0-9a-f]+", "", repr(one))) for one in made]
with tempfile.TemporaryDirectory() as place:
    course = open_course({"01"}, Path("exercises"), None, Path(place))
    one, other = (made_for(number, course) for number in (341.25, 343.75))
pairs = zip(one, other, strict=True)
print(json.dumps(list(dict.fromkeys(a[0] for a, b in pairs if a != b))))
"""


def files(folder: Path, part: str, *endings: str) -> list[Path]:
    """List a part's files with these endings; nothing where the part is not there."""
    place = folder / PARTS.get(part, part)
    found = (path for path in place.rglob("*") if path.suffix in endings)
    return sorted(path for path in found if not {"built", "node_modules"} & {*path.parts})


def lines(path: Path) -> int:
    """Count the lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


@cache
def tree(path: Path) -> ast.Module:
    """Parse a module once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def code_lines(path: Path) -> int:
    """Count the lines that are neither docstring, comment nor blank."""
    text = path.read_text(encoding="utf-8").splitlines()
    told: set[int] = set()
    for node in ast.walk(tree(path)) if path.suffix == ".py" else ():
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(
            node
        ):
            told |= set(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    bare = (line.strip() for at, line in enumerate(text, start=1) if at not in told)
    return sum(bool(line) and not line.startswith(("#", "//")) for line in bare)


def rooms(folder: Path) -> str:
    """Write a table of each part's rooms: files, lines, and how many of the lines are code."""
    rows = ["| part | room | files | lines | of them code |", "|---|---|---|---|---|"]
    for part, place in PARTS.items():
        found = defaultdict(list)
        for path in files(folder, part, ".py", ".js"):
            inside = path.relative_to(folder / place).parts
            found[inside[0] if len(inside) > 1 else "beside them"].append(path)
        for room, paths in sorted(found.items(), key=lambda each: -sum(map(lines, each[1]))):
            sums = len(paths), sum(map(lines, paths)), sum(map(code_lines, paths))
            rows.append(f"| {part} | `{room}` | " + " | ".join(f"{n:,}" for n in sums) + " |")
    return "\n".join(rows)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give each function and method of a module."""
    yield from (n for n in ast.walk(tree(path)) if isinstance(n, ast.FunctionDef))


def parameters(function: ast.FunctionDef) -> int:
    """Count what a caller may pass; `self` is not passed."""
    given = function.args
    names = [each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


def too_long(folder: Path, part: str) -> list[Path]:
    """List the files of more than 400 lines."""
    return [path for path in files(folder, part, ".py", ".js") if lines(path) > MOST_LINES]


def too_wide(folder: Path, part: str) -> list[str]:
    """Name the functions of more than six parameters."""
    return [
        f"{path.relative_to(folder)}:{each.name}"
        for path in files(folder, part, ".py")
        for each in functions(path)
        if parameters(each) > MOST_PARAMETERS
    ]


def names_in_two_rooms(folder: Path, part: str) -> list[str]:
    """Name the files that stand in two rooms of one part."""
    rooms = defaultdict(set)
    for path in files(folder, part, ".py"):
        if not path.name.startswith("__"):
            rooms[path.name].add(path.parent)
    return sorted(name for name, places in rooms.items() if len(places) > 1)


def records(folder: Path, part: str) -> int:
    """Count the record types in the rooms an answer goes through."""
    place = folder / PARTS[part]
    classes = (
        node
        for path in files(folder, part, ".py")
        if path.relative_to(place).parts[0] in ROAD
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
    )
    return sum("dataclass" in "".join(map(ast.dump, each.decorator_list)) for each in classes)


def repeated(folder: Path, part: str) -> int:
    """Count the lines of code that stand, six or more in a row, in two places; no docstrings."""
    texts = [_bare(path) for path in files(folder, part, ".py")]
    runs = Counter(run for text in texts for run in set(_runs(text)))
    found = 0
    for text in texts:
        marked = set()
        for at, run in enumerate(_runs(text)):
            if runs[run] > 1:
                marked |= set(range(at, at + RUN))
        found += len(marked)
    return found


def _runs(text: list[str]) -> list[tuple[str, ...]]:
    return [tuple(text[at : at + RUN]) for at in range(len(text) - RUN + 1)]


def _bare(path: Path) -> list[str]:
    """Return a module's lines without imports, docstrings, comments and layout."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(module):
        if isinstance(body := getattr(node, "body", None), list):
            kept = [each for each in body if not _dropped(each)]
            node.body = kept or [ast.Pass()]
    return ast.unparse(module).splitlines()


def _dropped(node: ast.stmt) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return True
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def stays(folder: Path) -> list[int]:
    """Return how often, and in how many files, our functions see a wrong answer itself."""
    path = os.pathsep.join([str(folder / "fairmark"), str(folder)])
    kept = {name: v for name, v in os.environ.items() if not name.startswith(("FAIRMARK", "ALIGN"))}
    done = subprocess.run(
        [sys.executable, "-c", STAYS], cwd=folder, capture_output=True, text=True, check=True,
        env={**kept, "PYTHONPATH": path, "ALIGNMENT_HOME": os.devnull},
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


def carried(folder: Path) -> tuple[list[str], list[str]]:
    """Name the records that carry an answer: before its value is looked at, and from there on."""
    course = folder / "fairmark" / "examples" / "penguins"
    if not course.is_dir():
        return [], []
    kept = {name: v for name, v in os.environ.items() if not name.startswith(("FAIRMARK", "ALIGN"))}
    done = subprocess.run(
        [sys.executable, "-c", CARRIED], cwd=course, capture_output=True, text=True, check=True,
        env={**kept, "PYTHONPATH": str(folder / "fairmark")},
    )  # fmt: skip
    names = json.loads(done.stdout.splitlines()[-1])
    at = names.index("Answer")
    return names[:at], names[at:]


def measured(folder: Path) -> dict[str, str]:
    """Measure a checkout: what is measured -> the figure, or one per part."""
    there = [part for part in PARTS if (folder / PARTS[part]).is_dir()]
    tests = [path for each in ("tests", "fairmark/tests") for path in files(folder, each, ".py")]

    def each(count) -> str:
        return " · ".join(f"{part} {count(part):,}" for part in there)

    road = "engine" if "engine" in there else "course"
    number, places = stays(folder)
    before, after = carried(folder)
    return {
        "lines of Python and JavaScript": each(
            lambda part: sum(map(lines, files(folder, part, ".py", ".js")))
        ),
        "lines of tests": f"{sum(map(lines, tests)):,}",
        "files over 400 lines": each(lambda part: len(too_long(folder, part))),
        "functions with more than six parameters": each(lambda part: len(too_wide(folder, part))),
        "file names in two rooms of a part": each(
            lambda part: len(names_in_two_rooms(folder, part))
        ),
        "lines in repeated blocks of six or more": each(lambda part: repeated(folder, part)),
        "looks at a wrong answer's value": f"{number} in {places} files",
        "records that carry an answer, from its value to its points": _named(after),
        "records that carry the file to that value": _named(before),
        "record types in the rooms of an answer": f"{records(folder, road)}",
    }


def _named(names: list[str]) -> str:
    return f"{len(names)}: {', '.join(names)}" if names else "not counted"


def table(columns: dict[str, dict[str, str]]) -> str:
    """Write the measures as a table, one column per checkout."""
    first = next(iter(columns.values()))
    head = ["| measure | " + " | ".join(columns) + " |", "|" + "---|" * (len(columns) + 1)]
    rows = [f"| {name} | {' | '.join(c[name] for c in columns.values())} |" for name in first]
    return "\n".join([*head, *rows])


def shown(page: str) -> dict[str, str]:
    """Read the last column of a page's table: what is measured -> the figure."""
    rows = (line.strip("| ").split(" | ") for line in _between(page).splitlines()[2:])
    return {row[0]: row[-1] for row in rows}


def written(page: str, now: dict[str, str]) -> str:
    """Return a page with these measures in the last column of its table; the others stay."""
    head, rule, *rows = _between(page).splitlines()
    before = {row.strip("| ").split(" | ")[0]: row.strip("| ").split(" | ")[1:-1] for row in rows}
    empty = [""] * (head.count("|") - 3)
    lines = [f"| {' | '.join([name, *before.get(name, empty), now[name]])} |" for name in now]
    return _put(page, "\n".join([head, rule, *lines]))


def strays(stated: str, found: str) -> float:
    """Say by how much the numbers of a figure differ from those found, as a share; 1 if unlike."""
    one, two = (
        [float(n.replace(",", "")) for n in NUMBER.findall(each)] for each in (stated, found)
    )
    if NUMBER.sub("", stated) != NUMBER.sub("", found) or len(one) != len(two):
        return 1
    return max((abs(a - b) / max(a, b, 1) for a, b in zip(one, two, strict=True)), default=0)


def _between(page: str, begin: str = BEGIN, end: str = END) -> str:
    return page.partition(f"{begin}\n")[2].partition(f"\n{end}")[0]


def _put(page: str, text: str, begin: str = BEGIN, end: str = END) -> str:
    before, first, rest = page.partition(f"{begin}\n")
    _, last, after = rest.partition(f"\n{end}")
    return f"{before}{first}{text}{last}{after}" if last else page


if __name__ == "__main__":
    if sys.argv[1:2] == ["--page"]:
        place = Path(sys.argv[2])
        text = written(place.read_text(encoding="utf-8"), measured(ROOT))
        text = _put(text, rooms(ROOT), ROOMS_BEGIN, ROOMS_END)
        place.write_text(text, encoding="utf-8")
    else:
        folders = [Path(each).resolve() for each in sys.argv[1:]] or [ROOT]
        print(table({folder.name: measured(folder) for folder in folders}))
