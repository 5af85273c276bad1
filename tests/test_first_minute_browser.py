"""The first minute, in the JupyterLab that `make lab` starts: terminal, files, links, kernel."""

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Locator, TimeoutError, sync_playwright
from websocket import create_connection

from alignment.cli import lab as command
from fairmark.authoring.percent import KERNELSPEC
from tests.jupyter import (
    ALL_RAN,
    CURRENT,
    IN_FRONT,
    PATIENCE,
    QUIET,
    Lab,
    _free_port,
    _wait_for,
    browser_path,
)
from tests.waiting import until

ROOT = Path(__file__).resolve().parents[1]
SET = "exercises/02-hypotheses.ipynb"
FILES = ("Makefile", "requirements.txt", "requirements-dev.txt", "pyproject.toml", "README.md")
# What a user may have set up for other work, and what must not reach a lesson.
PROFILE = {
    "startup/00-my.py": "import pandas as pd\nload = sum = check = 5\nprint('my startup file')\n",
    "startup/10-magic.ipy": "%load_ext autoreload\n%autoreload 2\n",
    "ipython_config.py": "c = get_config()\nc.InteractiveShellApp.exec_lines = ['sum = 5']\n",
}


def answers(path: str) -> dict[str, str]:
    """Map the cell of each answer of a set, as "q2-4-stub", to its text when handed out."""
    cells = nbformat.read(ROOT / path, as_version=4).cells
    return {cell.id: cell.source for cell in cells if cell.id.endswith("-stub")}


# Two answers that are one value each.
FIRST, SECOND = [name for name, text in answers(SET).items() if text.endswith(" = ...")][:2]
QUESTION = FIRST.removeprefix("q").removesuffix("-stub").replace("-", ".")
NAME = answers(SET)[FIRST].split(" = ")[0]  # the name that the first answer gives a value
NOTHING_RIGHT = f"0 of {len(answers('exercises/01-reading.ipynb'))} checks are right"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]


def course(folder: Path) -> Path:
    """Copy what a student gets, with links to this environment in place of `.venv`."""
    for name in ("notebooks", "exercises", "fairmark"):
        shutil.copytree(ROOT / name, folder / name)
    for name in FILES:
        shutil.copy2(ROOT / name, folder / name)
    for name in ("alignment", "data", "docs", "tests"):
        (folder / name).mkdir()
    (folder / ".venv").mkdir()
    for path in Path(sys.prefix).iterdir():
        (folder / ".venv" / path.name).symlink_to(path)
    (folder / ".venv" / "ready").unlink(missing_ok=True)
    (folder / ".venv" / "ready").touch()
    (folder / "notebooks" / "pandas.py").write_text("raise RuntimeError('the wrong pandas')\n")
    return folder


def hostile_home(folder: Path) -> dict[str, str]:
    """Return the environment of a user with settings of their own."""
    for name, text in PROFILE.items():
        path = folder / ".ipython" / "profile_default" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (folder / ".jupyter").mkdir()
    own = {"IdentityProvider": {"token": "a-private-token"}, "ServerApp": {"root_dir": "/"}}
    (folder / ".jupyter" / "jupyter_server_config.json").write_text(json.dumps(own))
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "numpy.py").write_text("raise RuntimeError('the wrong numpy')\n")
    variables = {"HOME": str(folder), "IPYTHONDIR": str(folder / ".ipython")}
    variables |= {"JUPYTER_CONFIG_DIR": str(folder / ".jupyter"), "JUPYTER_TOKEN": "another"}
    variables |= {"PYTHONPATH": str(folder / "elsewhere"), "SHELL": shutil.which("bash") or "sh"}
    return variables | {"HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9"}


@pytest.fixture(scope="module")
def started(tmp_path_factory) -> Iterator[tuple[Lab, Path]]:
    """JupyterLab as `make lab` starts it for a user with a home full of settings, and a browser."""
    root = course(tmp_path_factory.mktemp("a course with spaces"))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in hostile_home(tmp_path_factory.mktemp("home")).items():
            patch.setenv(name, value)
        own = tmp_path_factory.mktemp("own")
        env = command.environment(own, command.server_settings(root, author=False))
    env |= {"ALIGNMENT_HOME": str(tmp_path_factory.mktemp("my-work"))}
    port = _free_port()
    words = command.server_command(root, command.FIRST_LESSON, port, browser=False)
    words += ["--ServerApp.port_retries=0", "--expose-app-in-browser"]
    log = own / "server.log"
    with log.open("w") as out:
        server = subprocess.Popen(words, cwd=root, env=env, stdout=out, stderr=out)
    try:
        _wait_for(f"http://127.0.0.1:{port}/api", server, log)
        token = printed_token(log)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
            page = browser.new_page(viewport={"width": 1366, "height": 860})
            page.set_default_timeout(PATIENCE)
            lab = Lab(page, f"http://127.0.0.1:{port}")
            page.goto(f"{lab.address}/lab?token={token}", wait_until="domcontentloaded")
            lab.token = token
            yield lab, root
            browser.close()
    finally:
        server.terminate()
        server.wait(20)


def printed_token(log: Path) -> str:
    """Read the token from the address that is printed; "..." would be one nobody can copy."""
    for _ in range(300):
        found = [w for w in log.read_text().split() if "?token=" in w and "127.0.0.1" in w]
        if found:
            return found[0].rpartition("=")[2]
        time.sleep(0.1)
    raise AssertionError(log.read_text())


def ask(lab: Lab, path: str, method: str = "GET") -> dict:
    """Ask the server's own interface."""
    request = urllib.request.Request(
        f"{lab.address}/api/{path}", method=method, headers={"Authorization": f"token {lab.token}"}
    )
    return json.loads(urllib.request.urlopen(request).read() or b"{}")


def typed(lab: Lab, line: str) -> tuple[int, str]:
    """Type a line into a new terminal; return its exit code and what it printed."""
    name = ask(lab, "terminals", "POST")["name"]
    address = lab.address.replace("http", "ws", 1)
    socket = create_connection(
        f"{address}/terminals/websocket/{name}?token={lab.token}", timeout=180
    )
    text, end = "", "the-code-is="
    try:
        # In two pieces, so that the echo of the line does not hold the mark.
        socket.send(json.dumps(["stdin", f"{line}; echo the-code'-is='$?.\r"]))
        while end not in text or "." not in text.rpartition(end)[2]:
            kind, *content = json.loads(socket.recv())
            text += content[0] if kind == "stdout" else ""
    finally:
        socket.close()
        ask(lab, f"terminals/{name}", "DELETE")
    before, _, code = text.rpartition(end)
    return int(code.split(".")[0]), before


@pytest.mark.parametrize(
    ("line", "codes", "words"),
    [
        ("alignment doctor", {0, 1}, "pinned packages are installed"),
        ("python -m alignment doctor", {0, 1}, "pinned packages are installed"),
        ("make doctor", {0}, "pinned packages are installed"),
        ("alignment check exercises/01-reading.ipynb", {1}, NOTHING_RIGHT),
        ("make check SET=01", {0}, NOTHING_RIGHT),
        ("alignment check 77", {2}, "There is no notebook 77"),
    ],
)
def test_the_commands_of_the_course_work_in_the_terminal(started, line, codes, words):
    code, said = typed(started[0], line)
    assert words in said
    assert "Traceback" not in said
    assert code in codes


def test_the_terminal_is_in_the_environment_of_the_course(started):
    _, said = typed(started[0], "echo $VIRTUAL_ENV; command -v alignment python")
    assert sys.prefix in said
    assert str(Path(sys.executable).parent / "alignment") in said


def test_the_file_browser_shows_lessons_and_sets_and_nothing_that_gives_answers(started):
    lab, root = started
    listed = {place: {each["name"] for each in ask(lab, f"contents/{place}")["content"]}
              for place in ("", "notebooks", "exercises")}  # fmt: skip
    assert listed[""] == {"notebooks", "exercises"}
    assert listed["exercises"] == {path.name for path in root.glob("exercises/*.ipynb")}
    assert "source" not in listed["notebooks"]


def test_authors_see_everything(tmp_path):
    settings = command.server_settings(ROOT, author=True)
    assert "ContentsManager" not in settings
    assert "ContentsManager" in command.server_settings(ROOT, author=False)


def test_the_first_shift_and_enter_asks_and_the_second_shows_the_answer(started):
    lab, _ = started
    lab.open(command.FIRST_LESSON)
    cells = lab.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell")
    answer = cells.nth(1).locator(".jp-OutputArea-output")
    assert not answer.first.is_visible()
    cells.first.locator(".cm-content").click()
    lab.page.keyboard.press("Shift+Enter")
    cells.first.get_by_label("China (dollars)").wait_for()
    lab.page.keyboard.press("Shift+Enter")
    answer.wait_for()
    assert "4 of China's 100 dollars, 34 of Russia's" in answer.inner_text()


def test_after_a_locked_guess_a_click_into_the_next_cell_shows_numbers_then_figure(started):
    """The words of the first screen lead through: the button takes the keys away from the cells."""
    lab, _ = started
    lab.open("notebooks/lesson-11-glossary.ipynb")
    lab.open(command.FIRST_LESSON)
    cells = lab.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell")
    cells.first.locator(".cm-content").click()
    lab.page.keyboard.press("Shift+Enter")
    cells.first.get_by_label("China (dollars)").fill("5")
    cells.first.get_by_label("Russia (dollars)").fill("30")
    cells.first.get_by_role("button", name="Lock my guess").click()
    cells.first.get_by_role("button", name="Locked", exact=True).wait_for()
    cells.nth(1).locator(".jp-InputArea").click()
    lab.page.keyboard.press("Shift+Enter")
    lab.page.keyboard.press("Shift+Enter")
    cells.nth(2).get_by_text("The same goods are a small part").first.wait_for()
    assert "4 of China's 100 dollars" in cells.nth(1).inner_text()


def test_links_lead_from_lesson_to_set_and_on_and_the_tabs_have_different_names(started):
    lab, _ = started
    lab.open("notebooks/lesson-02-hypotheses.ipynb")
    tabs = {tab(lab)}
    for words in ("set 02", "lesson 03", "lesson 02"):
        follow(lab, words)
        tabs.add(tab(lab))
    assert tabs == {
        "lesson-02-hypotheses.ipynb",
        "02-hypotheses.ipynb",
        "lesson-03-military.ipynb",
    }


def test_each_step_named_in_the_bar_is_one_click_away(started):
    lab, _ = started
    lab.open("notebooks/lesson-04-economic.ipynb")
    shown = lab.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
    links = shown.locator(".jp-MarkdownCell").first.locator("a[href^='#Step']")
    names = links.all_inner_texts()
    assert len(names) >= 3
    for name in names:
        lab.page.evaluate(TOP)
        until(lambda name=name: arrives(shown, links, name), name)


SCREEN = 860


def arrives(shown: Locator, links: Locator, name: str) -> bool:
    """Click a step's link and tell whether its heading comes within a screen.

    JupyterLab aims before the figures above have their height, and a click on a heading that it has
    not drawn yet leads nowhere; so a reader on a busy machine clicks again.
    """
    links.get_by_text(name, exact=True).click()
    heading = shown.get_by_role("heading", name=name.split(". ", 1)[1]).first
    near = f"heading => Math.abs(heading.getBoundingClientRect().y) < {SCREEN}"
    try:
        shown.page.wait_for_function(near, arg=heading.element_handle(), timeout=10_000)
    except TimeoutError:
        return False
    return True


def test_a_question_named_in_a_lesson_is_one_click_away(started):
    """The set opens with the question on screen: first when it is closed, then when it is open."""
    lab, _ = started
    lab.open(LESSON)
    for n in (0, -1):
        question = ask_for(lab, n)
        lab.page.wait_for_function(ON_SCREEN, arg=question)


@pytest.mark.parametrize(
    ("n", "slower"),
    [pytest.param(0, 6, id="early"), pytest.param(-1, 20, id="late", marks=pytest.mark.long)],
)
def test_on_a_slow_machine_the_heading_of_a_question_comes_on_screen_and_stays(started, n, slower):
    """JupyterLab waits ten seconds for a late one to be drawn, and then leaves the reader above."""
    lab, _ = started
    lab.open(LESSON)
    lab.page.evaluate(RUN, [cell for cell, _ in lab.page.evaluate(HEADLINES)[:2]])
    lab.page.locator(".alignment-panel[data-guarded]").first.wait_for()
    with slow(lab, slower):
        question = ask_for(lab, n)
        lab.page.wait_for_function(HEADED, arg=question)
    lab.page.wait_for_function(DRAWN)
    lab.page.wait_for_function(HEADED, arg=question)


LESSON, EXERCISES = "notebooks/lesson-05-technology.ipynb", "exercises/05-technology.ipynb"


def ask_for(lab: Lab, n: int) -> str:
    """Click the n-th link of the lesson to a question; return the id of the question's cell."""
    lab.do("docmanager:open", path=LESSON)
    lab.page.wait_for_function(IN_FRONT, arg=LESSON)
    links = lab.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) a[href*='#cell-id=']")
    question = links.nth(n).get_attribute("href").rpartition("=")[2]
    links.nth(n).click()
    lab.page.wait_for_function(IN_FRONT, arg=EXERCISES)
    return question


@contextmanager
def slow(lab: Lab, times: int) -> Iterator[None]:
    """Let the page have a part of the processor."""
    browser = lab.page.context.new_cdp_session(lab.page)
    browser.send("Emulation.setCPUThrottlingRate", {"rate": times})
    try:
        yield
    finally:
        browser.send("Emulation.setCPUThrottlingRate", {"rate": 1})


ON_SCREEN = f"""id => {{
  const notebook = {CURRENT}.content;
  const cell = notebook.widgets.find(each => each.model.id === id)?.node.getBoundingClientRect();
  const page = notebook.node.getBoundingClientRect();
  return cell && cell.bottom > page.top + 40 && cell.top < page.bottom - 40;
}}"""
# JupyterLab draws one cell after the other, whenever it has nothing else to do.
DRAWN = f"""() => {CURRENT}.content.widgets.every(
  cell => !cell.placeholder && cell.node.isConnected)"""
HEADED = f"""id => {{
  const notebook = {CURRENT}.content;
  const cell = notebook.widgets.find(each => each.model.id === id)?.node;
  const heading = cell?.querySelector('h3')?.getBoundingClientRect();
  const page = notebook.node.getBoundingClientRect();
  return heading?.top >= page.top && heading.bottom < page.top + page.height / 2;
}}"""


TOP = f"""async () => {{
  const notebook = {CURRENT}.content;
  notebook.activeCellIndex = 0;
  await notebook.scrollToItem(0, 'start');
}}"""


def tab(lab: Lab) -> str:
    return lab.page.evaluate(f"() => {CURRENT}.title.label")


def follow(lab: Lab, words: str) -> None:
    """Click a link of the open notebook and wait for the notebook it opens."""
    before = tab(lab)
    shown = lab.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
    shown.get_by_role("link", name=words, exact=True).first.click()
    changed = f"before => {CURRENT}?.title.label !== before && {CURRENT}?.context?.isReady"
    lab.page.wait_for_function(changed, arg=before)


RUN = f"""async ids => {{
  const panel = {CURRENT}, app = window.jupyterapp;
  await panel.context.sessionContext.ready;
  for (const id of ids) {{
    const index = Array.from(panel.content.model.cells).findIndex(c => c.id === id);
    panel.content.deselectAll();
    panel.content.activeCellIndex = index;
    await app.commands.execute('notebook:run-cell');
  }}
}}"""
SAID = f"""id => {CURRENT}.content.widgets.find(c => c.model.id === id).outputArea.model.toJSON()"""
WRITE = f"""([id, text]) => Array.from({CURRENT}.content.model.cells)
  .find(c => c.id === id).sharedModel.setSource(text)"""
HEADLINES = f"""() => Array.from({CURRENT}.content.model.cells).filter(c => c.type === 'code')
  .map(c => [c.id, c.sharedModel.source])"""


def ran(lab: Lab, *cells: str) -> str:
    """Run cells in this order; return the text of what the last one shows."""
    lab.page.evaluate(RUN, list(cells))
    outputs = lab.page.evaluate(SAID, cells[-1])
    texts = [out.get("text") or out.get("data", {}).get("text/plain") or out.get("ename", "")
             for out in outputs]  # fmt: skip
    return "".join("".join(text) for text in texts)


@pytest.fixture
def fresh_set(started) -> Lab:
    """Set 02 as it was handed out, its kernel just started."""
    lab, root = started
    shutil.copy2(ROOT / SET, root / SET)
    lab.open("notebooks/lesson-11-glossary.ipynb")
    lab.open(SET)
    return lab


def cell_that(lab: Lab, begins: str) -> str:
    return next(name for name, text in lab.page.evaluate(HEADLINES) if text.startswith(begins))


def test_a_skipped_first_cell_is_named_by_its_heading_also_where_ipython_has_a_magic(fresh_set):
    lab = fresh_set
    wanted = "Run the first cell, *Set up*, then this cell again."
    for begins in ('hypotheses = load("hypo', 'check("'):
        assert wanted in ran(lab, cell_that(lab, begins))
    lab.page.evaluate(WRITE, [FIRST, 'load("hypotheses").head()'])
    assert ran(lab, FIRST) == f"The name load is not known yet. {wanted}"


def test_a_skipped_given_cell_is_named_by_its_heading_and_a_skipped_answer_by_its_question(
    fresh_set,
):
    lab = fresh_set
    last = cell_that(lab, "both = ")
    assert "The name matrix is not known yet" in ran(lab, "setup", last)
    ran(lab, next(name for name, text in lab.page.evaluate(HEADLINES) if "matrix = load" in text))
    said = ran(lab, last)
    assert "The name wording is not known yet. Run the cell under *2.13" in said
    assert f"not attempted. The name {NAME} is not known yet: run the answer" in ran(
        lab, cell_that(lab, 'check("')
    )


def test_no_cell_of_a_set_raises_a_bare_name_error_when_it_runs_alone(fresh_set):
    lab = fresh_set
    bare = {}
    for name, text in lab.page.evaluate(HEADLINES):
        if name in ("setup", "verdict") or text.startswith(("from ", "import ")):
            continue
        if "NameError" in (said := ran(lab, name)):
            bare[name] = said
    assert bare == {}


def test_the_verdict_in_the_page_is_the_one_of_the_command(fresh_set):
    lab = fresh_set
    stored = nbformat.read(ROOT / "exercises" / "reference" / Path(SET).name, as_version=4)
    right = next(cell.source for cell in stored.cells if cell.id == FIRST)
    lab.page.evaluate(WRITE, [FIRST, right])
    lab.page.evaluate(WRITE, [SECOND, "1 / 0"])
    lab.page.evaluate(f"() => {CURRENT}.context.save()")
    shown = ran(lab, "verdict")
    assert "This is the notebook as it was saved at" in shown
    assert f"1 of {len(answers(SET))} checks are right" in shown
    _, said = typed(lab, f"alignment check {SET}")
    rows = [line.strip() for line in said.splitlines() if line.strip().startswith("2.")]
    assert len(rows) == len(answers(SET))
    assert [row for row in rows if row not in shown] == []
    assert "The answer cell raised ZeroDivisionError in line 1: division by zero." in shown
    assert "The answer cell raised ZeroDivisionError in line 1: division by zero." in said
    panel = lab.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
    assert panel.get_by_role("cell", name="✓ right").count() == 1


def test_the_verdict_says_when_the_notebook_is_newer_than_its_file(fresh_set):
    lab = fresh_set
    lab.page.evaluate(f"() => {CURRENT}.context.save()")
    lab.page.evaluate(WRITE, [FIRST, f"{NAME} = 1"])
    ran(lab, "setup", FIRST)
    shown = ran(lab, "verdict")
    assert f"you ran your answers to {QUESTION} with another text since then: save it" in shown
    lab.page.evaluate(f"() => {CURRENT}.context.save()")
    assert "This is the notebook as it was saved at" in ran(lab, "verdict")


def test_a_users_own_profile_and_a_pandas_beside_the_lesson_do_no_harm(started):
    lab, root = started
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": dict(KERNELSPEC)})
    notebook.cells = [
        nbformat.v4.new_code_cell("import pandas, numpy, sys\nprint(sum([1, 2]), pandas.__file__)")
    ]
    nbformat.write(notebook, root / "notebooks" / "own.ipynb")
    lab.open("notebooks/own.ipynb")
    lab.page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    lab.page.wait_for_function(ALL_RAN)
    said = ran(lab, notebook.cells[0].id)
    assert said.startswith("3 ")
    assert "site-packages" in said
    assert "RuntimeError" not in said


def test_the_server_keeps_the_users_settings_of_the_page(monkeypatch, tmp_path):
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "theirs"))
    env = command.environment(tmp_path / "own", {})
    assert env["JUPYTERLAB_SETTINGS_DIR"] == str(tmp_path / "theirs" / "lab" / "user-settings")
    assert env["JUPYTER_CONFIG_DIR"] == str(tmp_path / "own" / "jupyter")
    assert os.environ["JUPYTER_CONFIG_DIR"] == str(tmp_path / "theirs")
