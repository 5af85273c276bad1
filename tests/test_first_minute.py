"""The first minute without a browser: commands, settings of the user, names, links, verdicts."""

import json
import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell

from alignment.checks import silent, verdict
from fairmark import notebook
from fairmark.authoring.frame import Contents, lesson_file
from fairmark.authoring.percent import find_sources
from fairmark.grading.clean import clean_copy
from fairmark.grading.nbval import judge
from fairmark.grading.submission import read_submission
from fairmark.proving.building import build, write
from fairmark.running.kernels import run
from tests.sets import EXERCISES, answer, question, write_set

ROOT = Path(__file__).resolve().parents[1]
LESSONS = sorted((ROOT / "notebooks").glob("lesson-*.ipynb"))
SETS = [EXERCISES / f"{source.stem}.ipynb" for source in find_sources(EXERCISES)]
every_notebook = pytest.mark.parametrize("path", [*LESSONS, *SETS], ids=lambda path: path.stem)
every_set = pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)


def child(*words: str, program: str = sys.executable, cwd: Path = ROOT, **variables: str):
    """Run Python in a process of its own and catch what it prints."""
    return subprocess.run(
        [program, *words],
        cwd=cwd,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


# --- the commands -----------------------------------------------------------------------------

HELP = """
import argparse
from alignment.cli import build_parser, main
def walk(parser, words):
    yield words
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, child in action.choices.items():
                yield from walk(child, [*words, name])
for words in list(walk(build_parser(), [])):
    try:
        main([*words, "--help"])
    except SystemExit as ended:
        assert ended.code == 0, words
"""


@pytest.mark.parametrize("encoding", ["cp932", "cp949", "cp850", "ascii"])
def test_the_help_of_every_command_prints_in_any_terminal(encoding):
    done = child("-c", HELP, PYTHONIOENCODING=encoding)
    assert done.stderr == ""
    assert done.stdout.count("usage: alignment") > 15


@pytest.fixture(scope="module")
def bare(tmp_path_factory) -> str:
    """A Python without any package."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=False)
    return str(folder / ("Scripts" if os.name == "nt" else "bin") / "python")


def test_the_doctor_names_what_is_missing_where_nothing_can_be_imported(bare):
    done = child("-m", "alignment", "doctor", "--json", program=bare)
    found = {each["name"]: each for each in json.loads(done.stdout)}
    assert (done.returncode, done.stderr) == (2, "")
    assert not found["Packages"]["fine"]
    assert (
        "import numpy fails (ModuleNotFoundError: No module named 'numpy')"
        in (found["Imports"]["said"])
    )
    assert found["Tables"]["said"].startswith("not looked at: No module named")


@pytest.mark.parametrize("words", [["check", "04"], ["lab", "--no-browser"], ["--help"]])
def test_other_commands_say_in_one_sentence_that_a_package_is_missing(bare, words):
    done = child("-m", "alignment", *words, program=bare)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert re.search(r"missing|fails", done.stderr)


def test_the_doctor_blames_pythonpath_for_a_package_that_lies_there(tmp_path):
    (tmp_path / "pandas.py").write_text("raise RuntimeError('not this one')")
    done = child("-m", "alignment", "doctor", PYTHONPATH=str(tmp_path))
    assert done.returncode == 2
    (line,) = [line for line in done.stdout.splitlines() if " Imports:" in line]
    assert "import pandas fails (RuntimeError: not this one)" in line
    assert "PYTHONPATH is set" in line


def test_the_doctor_names_a_file_that_hides_a_package(tmp_path, monkeypatch):
    from alignment.cli import doctor

    for name in ("notebooks", "exercises"):
        (tmp_path / name).mkdir()
    (tmp_path / "notebooks" / "pandas.py").write_text("")
    (tmp_path / "notebooks" / "my_helper.py").write_text("")
    monkeypatch.setattr(doctor, "checkout", lambda: tmp_path)
    finding = doctor.check_names()
    assert (finding.fine, finding.fatal) == (False, False)
    assert finding.said.startswith("notebooks/pandas.py can hide the package of that name")
    assert "my_helper" not in finding.said


# --- make env with a user's pip settings ------------------------------------------------------


def wheel(folder: Path, code: int) -> Path:
    """Write a package `alignment` whose doctor ends with a code."""
    path = folder / "alignment-1.0-py3-none-any.whl"
    about = "alignment-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("alignment/__init__.py", "")
        archive.writestr("alignment/__main__.py", f"import sys\nsys.exit({code})\n")
        archive.writestr(
            f"{about}/METADATA", "Metadata-Version: 2.1\nName: alignment\nVersion: 1.0"
        )
        archive.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any"
        )
        archive.writestr(f"{about}/RECORD", "")
    return path


def make_env(folder: Path, requirement: str, **variables: str) -> subprocess.CompletedProcess:
    """Run `make env` in a folder that holds the Makefile, one requirement and no source."""
    (folder / "Makefile").write_text((ROOT / "Makefile").read_text())
    (folder / "fairmark").mkdir()
    for place in (folder, folder / "fairmark"):
        (place / "pyproject.toml").write_text("")
    (folder / "requirements.txt").write_text(f"{requirement}\n")
    return subprocess.run(
        ["make", "env", f"PYTHON={sys.executable}"],
        cwd=folder,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_packages_go_into_the_environment_whatever_the_users_pip_settings_say(tmp_path):
    (tmp_path / "pip.conf").write_text("[global]\nuser = true\n")
    done = make_env(
        tmp_path,
        f"./{wheel(tmp_path, 0).name}",
        PIP_USER="1",
        PIP_TARGET=str(tmp_path / "target"),
        PIP_PREFIX=str(tmp_path / "prefix"),
        PIP_CONFIG_FILE=str(tmp_path / "pip.conf"),
        PYTHONPATH=str(tmp_path / "path"),
    )
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.glob(".venv/lib/python*/site-packages/alignment/__main__.py"))
    assert not [name for name in ("target", "prefix") if (tmp_path / name).exists()]
    assert (tmp_path / ".venv" / "ready").exists()


@pytest.mark.parametrize("code", [0, 2])
def test_ready_is_written_only_if_the_packages_can_be_imported(tmp_path, code):
    target = f"target = {tmp_path}/elsewhere\n" if code == 0 else ""
    (tmp_path / "pip.conf").write_text(f"[global]\n{target}")
    settings = {"PIP_CONFIG_FILE": str(tmp_path / "pip.conf")}
    done = make_env(tmp_path, f"./{wheel(tmp_path, code).name}", **settings)
    assert done.returncode == 2
    assert ".venv is not ready: what was installed cannot be imported from it." in done.stdout
    assert "names a target or a prefix" in done.stdout
    assert not (tmp_path / ".venv" / "ready").exists()


def test_a_dead_proxy_is_named(tmp_path):
    dead = "http://127.0.0.1:9"
    variables = {"PIP_INDEX_URL": "https://127.0.0.1:9/simple", "PIP_RETRIES": "0"}
    done = make_env(tmp_path, "no-such-package==1", HTTPS_PROXY=dead, **variables)
    assert done.returncode == 2
    assert "A proxy is set (" in done.stdout
    assert "HTTPS_PROXY" in done.stdout
    assert dead not in done.stdout.rpartition("A proxy is set")[2]
    assert not (tmp_path / ".venv" / "ready").exists()


# --- a judge is nobody's IPython --------------------------------------------------------------


@pytest.fixture
def profile(tmp_path, monkeypatch):
    """A user's own IPython profile that would change every answer."""
    folder = tmp_path / "ipython" / "profile_default" / "startup"
    folder.mkdir(parents=True)
    (folder / "00-my.py").write_text("sum = 5\nprint('my startup file')\n")
    (folder / "10-magic.ipy").write_text("%load_ext autoreload\n%autoreload 2\n")
    settings = "c = get_config()\nc.InteractiveShell.ast_node_interactivity = 'all'\n"
    (folder.parent / "ipython_config.py").write_text(settings)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))


def test_a_kernel_that_builds_or_judges_reads_no_profile_of_the_user(profile):
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("sum([1, 2])\nsum([3, 4])")])
    (out,) = run(nb).notebook.cells[0].outputs
    assert out.data["text/plain"] == "7"


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """nbval's verdict on two answers, one of which asks for the verdict itself, under a profile."""
    folder = tmp_path_factory.mktemp("exercises")
    (folder / "source").mkdir()
    home = tmp_path_factory.mktemp("ipython")
    (home / "profile_default" / "startup").mkdir(parents=True)
    (home / "profile_default" / "startup" / "00.py").write_text("sum = 5\n")
    questions = [question(id=each, name=f"answer{n}") for n, each in enumerate(("99.1", "99.2"))]
    write(build(write_set(folder / "source", *questions)), folder)
    nb = nbformat.read(folder / "99-small.ipynb", as_version=4)
    answer(nb, "99.1", "from alignment.checks import verdict\nverdict()\nanswer0 = 50")
    answer(nb, "99.2", "answer1 = sum([20, 30])")
    path = folder / "mine.ipynb"
    nbformat.write(nb, path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALIGNMENT_DATA", str(folder))
        patch.setenv("IPYTHONDIR", str(home))
        patch.setenv("JPY_SESSION_NAME", str(path))
        return judge(clean_copy(read_submission(path), folder))


def test_a_verdict_asked_for_inside_a_judged_notebook_is_silent_and_ends(judged):
    assert [each.outcome for each in judged.questions] == ["right", "right"]


def test_the_last_cell_of_every_reference_is_silent_and_of_every_copy_is_not():
    for path in SETS:
        copy = nbformat.read(path, as_version=4)
        reference = nbformat.read(EXERCISES / "reference" / path.name, as_version=4)
        mine, theirs = ([c for c in nb.cells if c.cell_type == "code"][-1]
                        for nb in (copy, reference))  # fmt: skip
        assert mine.source == "from alignment.checks import verdict\n\nverdict()"
        assert theirs.source == "from alignment.checks import silent as verdict\n\nverdict()"
        assert theirs.outputs == []
    assert silent() is None


def test_a_judge_is_told_nothing(monkeypatch):
    monkeypatch.setenv("FAIRMARK_JUDGED", "1")
    assert verdict(SETS[0]) is None


def test_a_notebook_whose_file_is_not_known_gets_one_sentence(monkeypatch):
    monkeypatch.delenv("FAIRMARK_JUDGED", raising=False)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    assert "Save it and write its name" in repr(verdict())
    assert repr(verdict("no.ipynb")).startswith("No verdict. There is no file no.ipynb in")


def test_a_set_without_its_reference_gets_the_sentence_of_the_command(monkeypatch, tmp_path):
    monkeypatch.delenv("FAIRMARK_JUDGED", raising=False)
    path = tmp_path / "77-none.ipynb"
    path.write_text('{"cells": [], "metadata": {"alignment": {"set": "77"}}}')
    told = repr(verdict(path))
    assert told.startswith("No verdict. ")
    assert "77" in told
    assert "\n" not in told


# --- names ------------------------------------------------------------------------------------


def cells(*sources: str) -> list[dict]:
    """Cells of a notebook; a source that begins with # is text."""
    return [
        {"id": f"c{n}", "cell_type": "markdown" if text[0] == "#" else "code", "source": text}
        for n, text in enumerate(sources)
    ]


NOTEBOOK = cells(
    "# A set", "## Set up", "import pandas as pd", "### 1.1 First (2 points)",
    "table = pd.DataFrame()", "table.head()", "### 1.2 Second (1 point)",
    "def table():\n    inner = 1", "table()",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "asking", "heading", "is_first"),
    [
        ("pd", "c4", "Set up", True),
        ("table", "c5", "1.1 First", False),
        ("table", "c8", "1.2 Second", False),
        ("table", "c7", "1.1 First", False),
    ],
)
def test_a_name_is_traced_to_the_nearest_cell_above(name, asking, heading, is_first):
    maker = notebook.find_maker(NOTEBOOK, name, asking)
    assert (maker.heading, maker.is_first, maker.above) == (heading, is_first, True)


def test_a_name_that_no_cell_makes_has_no_maker_and_one_made_below_is_told_so():
    assert notebook.find_maker(NOTEBOOK, "inner", "c8") is None
    below = notebook.find_maker(NOTEBOOK, "table", "c2")
    assert not below.above
    assert "further down, in the cell under *1.1 First*" in notebook.told("table", below)


def test_a_cell_that_ran_and_did_not_make_its_name_is_run_again(monkeypatch):
    monkeypatch.setitem(notebook.ran, "c4", ("table = pd.DataFrame()", 0.0))
    told = notebook.told("table", notebook.find_maker(NOTEBOOK, "table", "c5"))
    assert "Run the cell under *1.1 First* again and see whether it stops with an error" in told


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("a = b = 1", {"a", "b"}),
        ("import numpy as np, os.path", {"np", "os"}),
        ("for i in x:\n    y = [k for k in i]", {"i", "y"}),
        ("%matplotlib inline\nz = 1", {"z"}),
        ("await f()\nq = (w := 3)", {"q", "w"}),
        ("not python (", set()),
    ],
)
def test_the_names_a_cell_makes(source, made):
    assert notebook.names_made(source) == made


@every_notebook
def test_every_name_that_a_cell_needs_is_traced_to_a_cell_above_that_makes_it(path):
    found = notebook.cells_of(path)
    for place, cell in enumerate(found):
        if cell["cell_type"] != "code":
            continue
        code = compile(cell["source"], "cell", "exec")
        before = [c for c in found[:place] if c["cell_type"] == "code"]
        makers = [(name, c) for c in before for name in notebook.names_made(c["source"])]
        for name in {name for name, _ in makers} & set(code.co_names):
            maker = notebook.find_maker(found, name, cell["id"])
            assert maker.above
            assert maker.id == [c["id"] for known, c in makers if known == name][-1]
            assert maker.heading


@every_set
def test_the_first_code_cell_of_a_set_stands_under_set_up(path):
    maker = notebook.find_maker(notebook.cells_of(path), "check", "verdict")
    assert (maker.heading, maker.is_first, maker.id) == ("Set up", True, "setup")


@every_notebook
def test_no_line_calls_what_ipython_takes_for_a_magic_before_its_import(path):
    magics = set(InteractiveShell.instance().magics_manager.magics["line"])
    for cell in notebook.cells_of(path):
        if cell["cell_type"] == "code":
            names = re.findall(r"(?m)^(\w+)\s*\(", cell["source"])
            assert not magics & set(names), cell["source"]


def test_only_what_ran_after_the_file_was_saved_counts_as_newer(monkeypatch, tmp_path):
    path = tmp_path / "mine.ipynb"
    path.write_text(json.dumps({"cells": NOTEBOOK}))
    os.utime(path, (1000, 1000))
    ran = {"c2": ("import pandas as pd", 2000.0), "c4": ("table = 1", 999.0), "own": ("x", 2000.0)}
    monkeypatch.setattr(notebook, "ran", ran)
    assert notebook.changed_since_saved(path) == []
    ran["c4"] = ("table = 1", 1001.0)
    assert notebook.changed_since_saved(path) == ["c4"]


# --- links ------------------------------------------------------------------------------------


def links(path: Path) -> list[str]:
    """List the relative links of a notebook's text."""
    texts = [c["source"] for c in notebook.cells_of(path) if c["cell_type"] == "markdown"]
    # A heading's name may hold brackets, as in "5.17 ... (2 points)"; Markdown lets them stand.
    found = re.findall(r"\]\(((?:[^()]|\([^()]*\))+)\)", "\n".join(texts))
    return [link for link in found if "://" not in link and link[0] != "#"]


@every_notebook
def test_every_relative_link_leads_to_a_file(path):
    assert links(path)
    assert [link for link in links(path) if not (path.parent / link.split("#")[0]).is_file()] == []


def test_lessons_and_sets_link_to_each_other_and_to_their_neighbours():
    names = [source.stem for source in find_sources(ROOT / "notebooks")]
    names = [name for name in names if name.split("-")[0].isdigit()]
    for at, name in enumerate(names):
        mine = links(ROOT / "notebooks" / lesson_file(name))
        neighbours = names[max(at - 1, 0) : at] + names[at + 1 : at + 2]
        assert {lesson_file(each) for each in neighbours} <= set(mine)
        if (EXERCISES / f"{name}.ipynb").exists():
            assert mine.count(f"../exercises/{name}.ipynb") == 2
            theirs = links(EXERCISES / f"{name}.ipynb")
            assert theirs.count(f"../notebooks/{lesson_file(name)}") == 2
            assert f"../notebooks/{lesson_file(names[at + 1])}" in theirs


def test_a_side_page_is_linked_from_its_lesson_and_leads_back_and_on():
    assert "lesson-06b-more-rulers.ipynb" in links(
        ROOT / "notebooks" / "lesson-06-diplomatic.ipynb"
    )
    mine = links(ROOT / "notebooks" / "lesson-06b-more-rulers.ipynb")
    assert {"lesson-06-diplomatic.ipynb", "lesson-07-finance.ipynb"} <= set(mine)
    assert "lesson-06b-more-rulers.ipynb" not in links(
        ROOT / "notebooks" / "lesson-07-finance.ipynb"
    )


def test_no_lesson_has_the_file_name_of_a_set():
    assert not {path.name for path in LESSONS} & {path.name for path in SETS}
    assert len(SETS) == 10


def test_a_course_without_sets_or_neighbours_has_no_dead_links(tmp_path):
    source = write_set(tmp_path, question())
    built = build(source)
    assert "](" not in built.copy
    assert Contents.around(source).lessons == {}
