"""The site's parts without the site: lock, settings, copies, first page, foot of each page.

The site as a whole is built in test_site_build.py, and walked through in test_site_browser.py.
"""

import ast
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest
import yaml

from alignment.cli.lab import LAB_SETTINGS
from onelink import contents, footer, front, lock, wheels
from onelink.settings import KERNEL, THEMES, TRACKER, settings

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "deploy" / "site"
NOTEBOOKS = [
    *sorted(ROOT.glob("notebooks/lesson-*.ipynb")),
    *sorted(ROOT.glob("exercises/*.ipynb")),
]
ABSENT = ("fcntl", "resource", "termios", "multiprocessing", "zmq", "tornado", "psutil", "scipy")
ABSENT += ("nbformat", "nbclient", "nbconvert", "jsonschema", "openpyxl", "pooch", "tqdm")
ABOUT = front.About("1.2", "3.14.2", offline=False)


# --- the lock -------------------------------------------------------------------------------------


def loaded() -> set[str]:
    """Name everything that Python in the browser has loaded before a student's first cell."""
    names, waiting = set(), [*lock.PRELOADED]
    given = lock.pinned().packages
    while waiting:
        name = waiting.pop()
        if name not in names:
            names.add(name)
            own = lock.LEANS.get(name)
            waiting += own if own is not None else lock.leans_on(given[name], name)
    return names


def importable() -> set[str]:
    """Name the modules that these packages bring."""
    given = lock.pinned().packages
    brought = {"alignment", "fairmark", *(name.replace("-", "_") for name in lock.LEANS)}
    for name in loaded() & set(given):
        brought |= set(given[name]["imports"])
    return brought | set(sys.stdlib_module_names)


def imported(tree: ast.AST) -> set[str]:
    """Name the top-level modules that a piece of code imports."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return {name.split(".")[0] for name in found}


def code_of(notebook: Path) -> list[str]:
    nb = nbformat.read(notebook, as_version=4)
    return [cell.source for cell in nb.cells if cell.cell_type == "code" if cell.source.strip()]


def test_every_package_has_a_version_a_checksum_and_an_address_at_the_pinned_release():
    at = lock.pinned()
    assert at.base == f"https://cdn.jsdelivr.net/pyodide/v{at.version}/full/"
    assert {"numpy", "pandas", "ipython", "micropip", "tzdata"} <= set(at.packages)
    for name, entry in at.packages.items():
        assert re.fullmatch(r"[0-9a-f]{64}", entry["sha256"]), name
        assert f"-{entry['version']}-" in entry["file_name"], name


def test_everything_that_is_loaded_is_pinned():
    theirs = loaded() - set(lock.LEANS)
    assert theirs <= set(lock.pinned().packages)
    pins = (SITE / "wheels.txt").read_text(encoding="utf-8")
    brought_by_the_kernel = {"piplite", "pyodide-kernel", "ipykernel", lock.COURSE}
    for name in set(lock.LEANS) - brought_by_the_kernel:
        assert re.search(rf"^{name}==\S+ \\\n    --hash=sha256:", pins, re.M), name


def test_the_panels_in_the_browser_are_those_of_the_laptop():
    pins = dict(re.findall(r"^([\w-]+)==([\w.]+)", (ROOT / "requirements.txt").read_text(), re.M))
    for file in ("wheels.txt", "requirements.in"):
        here = dict(re.findall(r"^([\w-]+)==([\w.]+)", (SITE / file).read_text(), re.M))
        both = here.keys() & pins.keys() - {"jedi"}  # it goes with the parso that Pyodide has
        assert {"anywidget", "ipywidgets", "plotly"} <= both
        assert {name: here[name] for name in both} == {name: pins[name] for name in both}


def test_the_lock_names_everything_that_lessons_and_sets_import():
    for notebook in NOTEBOOKS:
        for cell in code_of(notebook):
            assert imported(ast.parse(cell)) <= importable(), f"{notebook.name}: {cell[:60]}"


@pytest.fixture(scope="module")
def modules() -> dict[str, str]:
    """Load what lessons and sets import where a browser's gaps are gaps; module -> its file."""
    lines = {
        ast.unparse(node)
        for notebook in NOTEBOOKS
        for cell in code_of(notebook)
        for node in ast.walk(ast.parse(cell))
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    program = f"""
import sys
for name in {ABSENT!r}:
    sys.modules[name] = None
{chr(10).join(sorted(lines))}
import io, json, contextlib
import plotly.graph_objects as go
with contextlib.redirect_stdout(io.StringIO()):  # plotly's own way would ask for nbformat
    go.Figure(go.Scatter(y=[1, 2])).show()
print(json.dumps({{name: getattr(module, "__file__", "") or "" for name, module
    in sys.modules.items() if module and name.split(".")[0] in ("alignment", "fairmark")}}))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_lessons_and_sets_load_where_scipy_and_the_modules_of_a_server_are_missing(modules):
    assert {"alignment.tables", "alignment.charts", "fairmark.checks"} <= modules.keys()


def test_what_they_load_imports_nothing_that_the_browser_lacks_but_scipy_when_called(modules):
    for name, file in modules.items():
        if file:
            lacking = imported(ast.parse(Path(file).read_text(encoding="utf-8"))) - importable()
            assert lacking <= {"scipy"}, f"{name} imports {lacking}"


def test_no_cell_imports_a_function_that_needs_scipy(modules):
    needing = set()
    for name, file in modules.items():
        tree = ast.parse(Path(file).read_text(encoding="utf-8")) if file else ast.Module([], [])
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        needing |= {(name, each.name) for each in functions if "scipy" in imported(each)}
    assert needing  # if none is left, scipy can leave the lock
    for notebook in [*NOTEBOOKS, *sorted(ROOT.glob("exercises/reference/*.ipynb"))]:
        for cell in code_of(notebook):
            for node in ast.walk(ast.parse(cell)):
                if isinstance(node, ast.ImportFrom):
                    named = {(node.module, each.name) for each in node.names}
                    assert not named & needing, f"{notebook.name}: {named & needing}"


def test_sources_use_no_module_that_newer_pythons_have_dropped_and_warn_of_nothing(modules):
    dropped = {"asynchat", "asyncore", "cgi", "crypt", "distutils", "imghdr", "imp", "pipes"}
    dropped |= {"pkg_resources", "smtpd", "telnetlib", "uu", "xdrlib"}
    for file in filter(None, modules.values()):
        tree = ast.parse(Path(file).read_text(encoding="utf-8"))
        assert not imported(tree) & dropped, file
        returns_in_finally = [
            node
            for each in ast.walk(tree)
            if isinstance(each, ast.Try)
            for final in each.finalbody
            for node in ast.walk(final)
            if isinstance(node, ast.Return | ast.Break | ast.Continue)
        ]
        assert not returns_in_finally, file  # a warning from Python 3.14 on
    files = sorted({file for file in modules.values() if file})
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c",
         "import sys; [compile(open(f, encoding='utf-8').read(), f, 'exec') for f in sys.argv[1:]]",
         *files], capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_a_wheel_is_cut_down_to_what_is_used_and_twice_to_the_same_bytes(tmp_path):
    given = tmp_path / "demo-1.0-py3-none-any.whl"
    with zipfile.ZipFile(given, "w") as file:
        file.writestr("plotly/basedatatypes.py", "x = 1\n")
        file.writestr("plotly/labextension/static/big.js", "y")
        file.writestr("demo-1.0.dist-info/METADATA", "Name: plotly\nVersion: 1.0\n")
        file.writestr("demo-1.0.dist-info/RECORD", "")
    first, second = tmp_path / "one" / given.name, tmp_path / "two" / given.name
    for target in (first, second):
        target.parent.mkdir()
        wheels.slim(given, target)
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as file:
        assert "plotly/labextension/static/big.js" not in file.namelist()
        assert "big.js" not in file.read("demo-1.0.dist-info/RECORD").decode()
    name, entry = lock.entry_of(first)
    assert (name, entry["version"], entry["sha256"]) == ("plotly", "1.0", lock.sha256(first))


def test_a_module_without_its_docstrings_does_the_same():
    given = '"""Of a module."""\nfrom __future__ import annotations\n\n'
    given += 'class Bar:\n    """Of a class."""\n\n'
    given += 'def total(*given):\n    """Of a function."""\n    return "a" "b" * len(given)\n'
    cut = wheels.without_docstrings(given)
    assert "Of a" not in cut
    names: dict = {}
    exec(compile(cut, "cut", "exec"), names)
    assert (names["Bar"].__doc__, names["total"](1, 2)) == (None, "abab")


@pytest.mark.parametrize(
    "name", ["plotly/package_data/plotly.min.js", "pygments/lexers/php.py", "plotly/labextension/a"]
)
def test_what_the_browser_has_already_or_never_reads_stays_out_of_the_packages(name):
    assert wheels.is_unused(name)


@pytest.mark.parametrize(
    "name", ["pygments/lexers/python.py", "pygments/lexers/__init__.py", "plotly/io/_json.py"]
)
def test_what_python_itself_imports_stays_in_the_packages(name):
    assert not wheels.is_unused(name)


def test_pandas_comes_without_the_zones_that_it_has_of_its_own():
    entry = lock.pinned().packages["pandas"]
    assert "pytz" in entry["depends"]
    assert "pytz" not in lock.leans_on(entry, "pandas")
    assert "pytz" not in lock.needed(lock.pinned().packages, lock.LEANS)


# --- settings -------------------------------------------------------------------------------------


@pytest.mark.parametrize("offline", [False, True])
def test_work_is_kept_on_the_browsers_drive_and_no_address_but_the_cdn_is_named(offline):
    told = settings(lock.pinned(), offline=offline)
    kernel = told["jupyter-config-data"]["litePluginSettings"][KERNEL]
    assert kernel["loadPyodideOptions"]["env"]["ALIGNMENT_HOME"] == "/drive/my-work"
    assert kernel["disablePyPIFallback"]
    assert lock.COURSE in kernel["loadPyodideOptions"]["packages"]
    addresses = re.findall(r"https?://[^\"']+", json.dumps(told))
    assert addresses == ([] if offline else [f"{lock.pinned().base}pyodide.mjs"])


def test_the_live_course_is_light_or_dark_as_the_readers_system_is():
    told = settings(lock.pinned(), offline=False)["jupyter-config-data"]
    assert told["settingsOverrides"][THEMES]["adaptive-theme"]


def test_the_live_course_draws_cells_off_the_screen_as_the_laptop_does():
    told = settings(lock.pinned(), offline=False)["jupyter-config-data"]
    assert told["settingsOverrides"][TRACKER] == LAB_SETTINGS[TRACKER]


# --- the copies -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def copies(tmp_path_factory):
    out = tmp_path_factory.mktemp("contents")
    contents.write_copies(NOTEBOOKS, out)
    return out


def test_outputs_are_joined_texts_and_every_cell_keeps_its_id(copies):
    for notebook in NOTEBOOKS:
        copy = json.loads((copies / notebook.parent.name / notebook.name).read_text("utf-8"))
        assert copy["metadata"]["kernelspec"]["name"] == "python"
        ids = [cell["id"] for cell in copy["cells"]]
        assert ids == [cell["id"] for cell in nbformat.read(notebook, as_version=4).cells]
        for cell in copy["cells"]:
            assert isinstance(cell["source"], str)
            for output in cell.get("outputs", []):
                texts = {"text": output.get("text", ""), **output.get("data", {})}
                for kind, text in texts.items():
                    assert kind.endswith("json") or isinstance(text, str), (notebook.name, kind)


def test_no_copy_names_a_terminal_or_make(copies):
    for file in copies.rglob("*.ipynb"):
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                assert not contents.NO_TERMINAL.search(cell["source"]), file.name


def test_links_between_copies_lead_to_copies(copies):
    for file in copies.rglob("*.ipynb"):
        text = file.read_text(encoding="utf-8")
        for link in set(re.findall(r"\]\(([^():#\s]+\.ipynb)", text)):
            assert (file.parent / link).resolve().is_file(), f"{file.name}: {link}"


def test_a_sentence_that_names_a_terminal_stops_the_build_with_its_words(tmp_path):
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("Open a terminal now.")])
    nbformat.write(nb, tmp_path / "lesson-99-new.ipynb")
    with pytest.raises(lock.CannotBuild, match=r"'Open a terminal now\."):
        contents.write_copies([tmp_path / "lesson-99-new.ipynb"], tmp_path / "out")


def test_a_set_that_draws_shows_its_figure_in_the_browser():
    program = """
import sys
sys.modules["nbformat"] = None
import pandas, IPython.display, alignment.tables  # they look at the platform for themselves
import plotly.graph_objects as go
sys.platform = "emscripten"
from alignment.checks import check
go.Figure(go.Scatter(y=[1, 2])).show()
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr


def test_a_verdict_in_the_browser_says_what_to_do_instead(monkeypatch):
    from fairmark.checks import verdict

    monkeypatch.setattr(sys, "platform", "emscripten")
    told = repr(verdict())
    assert "Restart Kernel and Run All Cells" in told
    assert "overview()" in told


# --- pages ----------------------------------------------------------------------------------------

ITEM = front.Item("Lesson 4", "notebooks/lesson-04-economic.ipynb", 46, "lesson-04-economic.html",
                  "exercises/04-economic.ipynb", 75, "set-04-economic.html")  # fmt: skip


def test_the_first_page_has_three_doors_and_each_notebook_by_its_own_link():
    html = front.first_page([ITEM], ABOUT)
    for address in ("read/lesson-04-economic.html", "read/set-04-economic.html", "#install",
                    "live/notebooks/index.html?path=notebooks/lesson-04-economic.ipynb",
                    "live/notebooks/index.html?path=exercises/04-economic.ipynb",
                    "live/lab/index.html"):  # fmt: skip
        assert f'href="{address}"' in html
    assert "http" not in re.sub(r"<p class=.work.*?</p>", "", html.replace("https)", ""))


def test_no_page_links_to_sources_before_there_is_a_public_address():
    page = footer.footed("<html><head><title>Lesson 4</title></head><body></body></html>",
                         "lesson-04-economic.html", ABOUT)  # fmt: skip
    assert "Report" not in page + front.first_page([ITEM], ABOUT)
    assert "Edit" not in page


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("lesson-04-economic.html", "notebooks/source/04-economic.py"),
        ("set-04-economic.html", "exercises/source/04-economic.py"),
    ],
)
def test_a_page_says_version_licence_citation_where_to_report_and_where_its_source_is(name, source):
    about = front.About("1.2", "3.14.2", False, "https://host/owner/course", "https://site/c/")
    html = footer.footed(
        "<html><head><title>The page</title></head><body><main></main></body></html>", name, about
    )
    assert (ROOT / source).is_file()
    assert f'href="https://host/owner/course/edit/main/{source}"' in html
    assert (
        "https://host/owner/course/issues/new?title=Mistake%20on%20the%20page%3A%20The%20page"
        in html
    )
    for words in ("Version 1.2", "MIT", "CC BY 4.0", "To cite", "CITATION.cff"):
        assert words in html
    assert '<meta property="og:image" content="https://site/c/preview.png">' in html
    assert '<link rel="icon" href="../favicon.svg"' in html
    assert html.index("</main>") < html.index("<footer") < html.index("</body>")


def test_a_page_of_the_live_course_previews_as_the_course_and_holds_the_line_at_its_foot():
    theirs = '<title>Jupyter</title>\n<meta name="Description" content="WASM powered Jupyter.">'
    html = footer.live_page(f"<html><head>{theirs}</head><body></body></html>", ABOUT)
    assert html.count("<title>") == html.count('name="description"') == 1
    assert f"<title>{ABOUT.title}</title>" in html
    assert '<meta property="og:image" content="../../preview.png">' in html
    assert '<script src="../watch.js" defer></script></head>' in html
    assert "Jupyter" not in html


# --- bad input ------------------------------------------------------------------------------------


def refused(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, SITE / "build.py", *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    (line,) = done.stderr.strip().splitlines()
    return line


def test_a_folder_that_holds_no_pyodide_is_refused_in_one_sentence(tmp_path):
    line = refused("--pyodide", str(tmp_path), "--out", str(tmp_path / "site"))
    assert "has no pyodide.mjs" in line
    assert "unpacked folder of a Pyodide release" in line


def test_a_broken_lock_file_is_refused_in_one_sentence(tmp_path):
    for name in lock.CORE:
        (tmp_path / name).write_text("not json", encoding="utf-8")
    line = refused("--pyodide", str(tmp_path), "--out", str(tmp_path / "site"))
    assert "is not a lock file of Pyodide" in line


def test_an_environment_that_was_not_made_is_refused_before_anything_is_built(tmp_path):
    line = refused("--env", str(tmp_path / "none"), "--out", str(tmp_path / "site"))
    assert "make site" in line
    assert not (tmp_path / "site").exists()


# --- publishing -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "target"), [("site", "site"), ("tests", "test")])
def test_a_workflow_calls_the_makefile_and_pins_each_action_by_its_commit(name, target):
    text = (ROOT / ".github" / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"].values()
    steps = [step for job in jobs for step in job["steps"]]
    (command,) = [step["run"] for step in steps if "run" in step]
    assert command.split()[:2] == ["make", target]
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    used = [step["uses"] for step in steps if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", each) for each in used)
