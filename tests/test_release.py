"""The releases: students get nothing of the solutions and everything that works."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from fairmark.grading import handout
from fairmark.grading.assignments import open_assignment
from fairmark.grading.listing import CannotRelease
from fairmark.grading.release import release, sets_of
from fairmark.ids import cell_name
from tests.classes import notebook, solutions, write

COURSE = Path(__file__).resolve().parents[1]
PARTS = ("alignment", "data", "docs", "exercises", "notebooks", "fairmark", "README.md",
         "Makefile", "pyproject.toml", "course.toml", "requirements.txt", "CITATION.cff", "LICENSE",
         "LICENSE-TEXT.md", ".gitignore")  # fmt: skip
WASTE = shutil.ignore_patterns("__pycache__", "*.egg-info", ".ipynb_checkpoints", "*.fresh.ipynb",
                               "*.backup.ipynb", "node_modules")  # fmt: skip
FOUR = "exercises/04-economic.ipynb"
# What is released is the course itself, so its own set is asked; any three numbers of it will do.
OF = open_assignment("04", COURSE / "exercises")
ONE, TWO, THREE = [question for question, key in OF.keys.items() if key.kind == "number"][:3]
STUB, CHECK = cell_name(ONE, "stub"), cell_name(ONE, "check")


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    """A checkout of the course in which git knows every file."""
    course = tmp_path_factory.mktemp("a course")
    for name in PARTS:
        if (COURSE / name).is_dir():
            shutil.copytree(COURSE / name, course / name, ignore=WASTE)
        elif (COURSE / name).is_file():
            shutil.copy(COURSE / name, course / name)
    git(course, "init", "--quiet")
    git(course, "add", "--all")
    return course


@pytest.fixture
def course(clean, tmp_path):
    """The same, for a test to change."""
    place = tmp_path / "course"
    shutil.copytree(clean, place)
    return place


def git(course, *words):
    subprocess.run(["git", "-C", course, *words], check=True, capture_output=True)


def names(path):
    with zipfile.ZipFile(path) as archive:
        return {name.partition("/")[2] for name in archive.namelist()}


def read(path, name):
    with zipfile.ZipFile(path) as archive:
        return archive.read(f"china-russia-alignment/{name}").decode("utf-8")


@pytest.fixture(scope="module")
def student(clean, tmp_path_factory):
    return release(clean, tmp_path_factory.mktemp("out"), "student")


def test_the_students_zip_holds_no_source_no_reference_and_no_work(student):
    found = names(student)
    assert {FOUR, "exercises/keys/04.json", "data/trade.csv", "README.md", "Makefile"} <= found
    closed = re.compile(r"source/|reference|solutions/|tests?/|\.git|my-work|seed")
    assert not [n for n in found if closed.search(n) and not n.startswith(("alignment/", "fair"))]
    of_engine = {name for name in found if name.startswith("fairmark/")}
    kept = ("fairmark/fairmark/", "fairmark/pyproject.toml", "fairmark/README.md")
    assert not [name for name in of_engine if not name.startswith(kept)]


def test_no_solution_stands_anywhere_in_the_students_zip(student):
    with zipfile.ZipFile(student) as archive:
        whole = b"\n".join(archive.read(name) for name in archive.namelist()).decode(
            "utf-8", "replace"
        )
    for text in solutions(OF).values():
        assert json.dumps(text)[1:-1] not in whole


@pytest.mark.parametrize(
    "name",
    ["exercises/grades/seed.txt", "exercises/submissions/jane doe.ipynb",
     "exercises/04-economic-solved.py", "notebooks/drafts/answers.md", "data/private/ref.ipynb",
     "alignment/notes.txt", "docs/images/screen with names.png"],
)  # fmt: skip
def test_a_file_that_git_does_not_know_stops_the_release(course, tmp_path, name):
    (course / name).parent.mkdir(parents=True, exist_ok=True)
    (course / name).write_text("x", encoding="utf-8")
    with pytest.raises(CannotRelease, match="git does not know") as caught:
        release(course, tmp_path / "out", "student")
    assert name in str(caught.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "name",
    ["exercises/grades/seed.txt", "exercises/submissions/jane doe.ipynb", "data/../seed.txt",
     "exercises/04-economic.solved.ipynb", "notebooks/drafts/a.ipynb", "docs/secret.md"],
)  # fmt: skip
def test_a_file_that_git_knows_and_no_student_needs_stays(course, tmp_path, name):
    (course / name).parent.mkdir(parents=True, exist_ok=True)
    (course / name).write_text("{}", encoding="utf-8")
    git(course, "add", "--all", "--force")
    found = names(release(course, tmp_path / "out", "student"))
    assert str(Path(name.replace("data/../", ""))) not in found


def altered(course, change):
    """Change the built copy of set 04 of a course."""
    path = course / FOUR
    nb = json.loads(path.read_text(encoding="utf-8"))
    change(nb)
    path.write_text(json.dumps(nb), encoding="utf-8")


def cell(nb, name):
    return next(cell for cell in nb["cells"] if cell["id"] == name)


def set_source(name, text):
    return lambda nb: cell(nb, name).update(source=text)


def solved_with_a_comment(nb):
    cell(nb, STUB)["source"] = solutions(OF)[ONE] + "\n# mine"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (set_source(STUB, "rate = 12"), f"an answer cell that is not its stub, {STUB}"),
        (solved_with_a_comment, f"an answer cell that is not its stub, {STUB}"),
        (lambda nb: cell(nb, CHECK).update(
            outputs=[{"output_type": "stream", "name": "stdout", "text": f"{ONE} = 18.7"}]),
         f"holds an output in cell {CHECK}"),
        (lambda nb: nb["cells"].append(
            {"cell_type": "code", "id": "mine", "metadata": {}, "source": "rate = 12"}),
         "holds a cell that was not built, mine"),
        (lambda nb: nb["cells"].pop(3), "lacks cells"),
        (lambda nb: nb.update(cells=3), "cannot be read"),
    ],
)  # fmt: skip
def test_a_copy_that_is_not_as_it_was_built_is_not_handed_out(course, tmp_path, change, sentence):
    altered(course, change)
    with pytest.raises(CannotRelease, match=re.escape("04-economic.ipynb")) as caught:
        release(course, tmp_path / "out", "student")
    assert sentence in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_a_whole_notebook_of_a_student_is_not_handed_out(course, tmp_path):
    write(notebook(OF, solutions(OF)), course / FOUR)
    with pytest.raises(CannotRelease, match="not its stub"):
        release(course, tmp_path / "out", "student")


def test_the_instructors_zip_holds_source_and_reference_and_can_be_released_from(course, tmp_path):
    path = release(course, tmp_path, "instructor")
    found = names(path)
    assert {"exercises/source/04-economic.py", "exercises/reference/04-economic.ipynb"} <= found
    assert "FILES.txt" in found
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path / "colleague")
    again = release(tmp_path / "colleague" / "china-russia-alignment", tmp_path / "b", "student")
    assert again.read_bytes() == release(course, tmp_path / "a", "student").read_bytes()


def test_a_folder_that_no_list_describes_is_not_released(course, tmp_path):
    shutil.rmtree(course / ".git")
    with pytest.raises(CannotRelease, match="nobody knows which files belong to the course"):
        release(course, tmp_path / "out", "student")


def test_the_same_course_gives_the_same_bytes(clean, student, tmp_path):
    assert release(clean, tmp_path, "student").read_bytes() == student.read_bytes()


def test_a_place_that_cannot_be_written_to_is_a_sentence(clean, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CannotRelease, match="cannot be written"):
        release(clean, tmp_path / "file", "student")


@pytest.mark.parametrize(
    ("text", "sets"),
    [("", ()), ("01-03", ("01", "02", "03")), ("1,4", ("01", "04")), ("2 02", ("02",))],
)
def test_sets_are_named_by_numbers_and_ranges(text, sets):
    assert sets_of(text, {"01", "02", "03", "04"}) == sets


@pytest.mark.parametrize("text", ["all", "03-01", "07", "01-07", "-"])
def test_sets_that_are_not_there_are_refused(text):
    with pytest.raises(CannotRelease):
        sets_of(text, {"01", "02", "03", "04"})


def test_what_a_set_says_of_solution_is_true_in_each_release(clean, student, tmp_path):
    path = release(clean, tmp_path, "student", "04")
    with_them, without = (json.loads(read(where, FOUR))["cells"] for where in (path, student))
    said = ["\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
            for cells in (with_them, without)]  # fmt: skip
    assert "shows one way" in said[0]
    assert "shows one way" not in said[1]
    assert "not in this copy yet" in said[1]
    assert "hands them out later" in read(student, "README.md")
    assert "Worked solutions of set 04 lie in" in read(path, "README.md")


def test_every_set_speaks_of_solution_in_words_that_a_release_can_make_true(student):
    for name in names(student):
        if re.fullmatch(r"exercises/[0-9].*\.ipynb", name):
            for each in json.loads(read(student, name))["cells"]:
                text = "".join(each["source"])
                if each["cell_type"] == "markdown" and "solution(" in text:
                    assert "not in this copy yet" in text, name


def test_words_about_solution_that_nobody_knows_stop_the_release():
    with pytest.raises(CannotRelease, match="in words of its own"):
        handout.without_solutions('Look at `solution("4.1")` now.')


def test_solutions_are_released_in_stages_as_notebooks_and_as_pages(clean, tmp_path):
    path = release(clean, tmp_path, "student", "01-02")
    found = names(path)
    assert {"solutions/01-reading.ipynb", "solutions/02-hypotheses.html"} <= found
    assert not {name for name in found if re.search(r"(reference|solutions)/0[3-9]", name)}
    page = read(path, "solutions/01-reading.html")
    assert "<script" not in page
    assert not re.search(
        r'(src|href)="(https?:)?//', page.replace("https://thefederalnewswire", "")
    )
    text = json.loads(read(path, "solutions/01-reading.ipynb"))
    assert "emit as check" not in json.dumps(text)
    assert all(not c.get("outputs") for c in text["cells"])


def test_a_hub_folder_is_updated_in_place_and_keeps_its_history(course, tmp_path):
    folder = release(course, tmp_path, "hub")
    git(folder, "init", "--quiet")
    (folder / "mine.txt").write_text("x", encoding="utf-8")
    git(course, "rm", "--quiet", "--force", "data/vetoes.csv")
    release(course, tmp_path, "hub", "01")
    assert (folder / ".git").is_dir()
    assert (folder / "mine.txt").is_file()
    assert not (folder / "data" / "vetoes.csv").exists()
    assert (folder / "solutions" / "01-reading.html").is_file()
    assert "my-work/" in (folder / ".gitignore").read_text(encoding="utf-8")
    (tmp_path / "b" / "china-russia-alignment-hub").mkdir(parents=True)
    (tmp_path / "b" / "china-russia-alignment-hub" / "thesis.txt").write_text("x")
    with pytest.raises(CannotRelease, match="holds files of somebody else"):
        release(course, tmp_path / "b", "hub")


def test_every_relative_link_and_picture_of_the_students_copy_leads_somewhere(student):
    found = names(student)
    folders = {str(parent) for name in found for parent in Path(name).parents}
    lost = []
    for name in sorted(found):
        # exercises/blank/ is copied to exercises/ by `make fresh`, where its links hold.
        if name.startswith(("alignment/", "fairmark/", "exercises/blank/")) or not name.endswith(
            (".md", ".ipynb")
        ):
            continue
        text = read(student, name)
        if name.endswith(".ipynb"):
            cells = json.loads(text)["cells"]
            text = "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
        for link in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text):
            target = os.path.normpath(Path(name).parent / link)
            if target not in found | folders:
                lost.append((name, link))
    assert not lost


@pytest.fixture(scope="module")
def home(student, tmp_path_factory):
    """An empty home with the unpacked zip, and an environment that borrows our packages."""
    base = tmp_path_factory.mktemp("an empty home")
    with zipfile.ZipFile(student) as archive:
        archive.extractall(base)
    place = base / "china-russia-alignment"
    venv.create(place / ".venv", symlinks=True)
    ours = Path(sys.prefix)
    (site,) = (place / ".venv" / "lib").glob("python*/site-packages")
    packages = next(path for path in sys.path if path.endswith("site-packages"))
    # First the copy itself, then what is installed here; the course of this checkout is not seen.
    (site / "borrowed.pth").write_text(f"{place}/fairmark\n{place}\n{packages}\n", encoding="utf-8")
    if (ours / "share").is_dir():
        (place / ".venv" / "share").symlink_to(ours / "share")
    (place / ".venv" / "ready").touch()
    (place / ".venv" / "ready-dev").touch()
    return place


def at_home(home, *command, timeout=240):
    """Do what a student does in a terminal, in the folder of the copy."""
    kept = ("PATH", "LANG", "TMPDIR")
    variables = {name: os.environ[name] for name in kept if name in os.environ}
    return subprocess.run(command, cwd=home, env=variables | {"HOME": str(home.parent)},
                          capture_output=True, text=True, timeout=timeout, check=False)  # fmt: skip


def test_the_copy_imports_itself_and_not_the_checkout(home):
    done = at_home(home, ".venv/bin/python", "-c", "import alignment; print(alignment.__file__)")
    assert done.stdout.strip() == str(home / "alignment" / "__init__.py")


def test_every_command_that_the_readme_names_is_there(home):
    text = (home / "README.md").read_text(encoding="utf-8")
    listed = at_home(home, "make").stdout
    for target in re.findall(r"make ([a-z-]+)", text):
        assert target in ("and",) or f"make {target} " in listed
    for group in re.findall(r"-m alignment ([a-z]+)", text):
        assert at_home(home, ".venv/bin/python", "-m", "alignment", group, "--help").returncode == 0
    assert "make test" not in text
    assert "make test" not in listed


def test_a_student_gets_a_new_copy_of_a_set(home):
    (home / FOUR).rename(home / "exercises" / "lost.txt")
    done = at_home(home, "make", "fresh", "SET=04")
    assert "A new copy is in exercises/04-economic.fresh.ipynb" in done.stdout, done.stderr
    fresh = home / "exercises" / "04-economic.fresh.ipynb"
    assert fresh.read_bytes() == (home / "exercises" / "blank" / "04-economic.ipynb").read_bytes()
    fresh.rename(home / FOUR)
    refused = at_home(home, "make", "fresh", "SET=44")
    assert "The sets are: 01-reading" in refused.stderr


def test_a_student_gets_the_whole_verdict_without_a_reference(home):
    nb = json.loads((home / FOUR).read_text(encoding="utf-8"))
    best = solutions(OF)
    cell(nb, STUB)["source"] = best[ONE]
    cell(nb, cell_name(TWO, "stub"))["source"] = f"{OF.keys[TWO].asks} = 1 / 0"
    cell(nb, cell_name(THREE, "stub"))["source"] = f"{OF.keys[THREE].asks} = -1"
    (home / FOUR).write_text(json.dumps(nb), encoding="utf-8")
    done = at_home(home, ".venv/bin/python", "-m", "alignment", "check", FOUR, "--json")
    result = json.loads(done.stdout)
    outcomes = {each["id"]: each["outcome"] for each in result["questions"]}
    assert done.returncode == 1
    assert outcomes.pop(ONE) == "right"
    assert outcomes.pop(TWO) == outcomes.pop(THREE) == "not yet"
    assert set(outcomes.values()) == {"not attempted"}
    said = {each["id"]: each["sentence"] for each in result["questions"]}
    assert "ZeroDivisionError" in said[TWO]
    assert said[THREE]
    assert "instant verdicts" in result["repairs"][-1]


def test_the_doctor_of_the_copy_reads_every_table(home):
    done = at_home(home, ".venv/bin/python", "-m", "alignment", "doctor", "--json")
    findings = {each["name"]: each for each in json.loads(done.stdout)}
    assert findings["Tables"]["fine"]
    assert not [each for each in findings.values() if each["fatal"] and not each["fine"]]


def test_grading_refuses_a_copy_without_references_in_a_sentence(home):
    done = at_home(home, ".venv/bin/python", "-m", "alignment", "grade", "exercises", "--out", "g")
    assert done.returncode == 2
    assert "The references are looked for in" in done.stderr


@pytest.mark.long
def test_make_lab_of_the_zip_opens_the_first_lesson_in_an_empty_home(student, tmp_path):
    with zipfile.ZipFile(student) as archive:
        archive.extractall(tmp_path)
    place = tmp_path / "china-russia-alignment"
    kept = {n: v for n, v in os.environ.items() if n == "PATH" or n.lower().endswith("_proxy")
            or n.startswith("PIP_") or n.startswith("SSL_")}  # fmt: skip
    log = (tmp_path / "log").open("w+", encoding="utf-8")
    lab = subprocess.Popen(["make", "lab", f"PYTHON={sys.executable}"], cwd=place, text=True,
                           env=kept | {"HOME": str(tmp_path)}, stdout=log,
                           stderr=subprocess.STDOUT, start_new_session=True)  # fmt: skip
    try:
        address = None
        deadline = time.monotonic() + 1500
        while address is None and lab.poll() is None and time.monotonic() < deadline:
            said = (tmp_path / "log").read_text(encoding="utf-8")
            address = re.search(r"http://127\.0\.0\.1:\d+/\S*token=\S+", said)
            time.sleep(0.5)
        assert address, (tmp_path / "log").read_text(encoding="utf-8")[-2000:]
        while True:
            try:
                with urllib.request.urlopen(address[0], timeout=30) as page:
                    assert page.status == 200
                break
            except OSError:
                assert lab.poll() is None
                assert time.monotonic() < deadline
                time.sleep(0.5)
    finally:
        os.killpg(lab.pid, 15)
        lab.wait(30)
        log.close()
