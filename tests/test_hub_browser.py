"""A real JupyterHub with nbgitpuller and two users: the link opens the lesson, work is kept.

Takes minutes; the first run makes the environment of the hub (`make build/hub-env/ready`).
"""

import json
import os
import shutil
import socket
import subprocess
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import TimeoutError, expect, sync_playwright

from alignment.cli import main
from tests.jupyter import PATIENCE, QUIET, browser_path

ROOT = Path(__file__).resolve().parents[1]
LESSON = "notebooks/lesson-00-start-here.ipynb"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.long,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
    pytest.mark.skipif(shutil.which("npm") is None, reason="no npm: apt-get install npm"),
]


def git(folder: Path, *words: str) -> None:
    name = ["-c", "user.name=Teacher", "-c", "user.email=teacher@example.org"]
    subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The folder that a release makes for a hub, under git."""
    out = tmp_path_factory.mktemp("teacher") / "releases"
    assert main(["release", "--for", "hub", "--out", str(out)]) == 0
    (out,) = [each for each in out.iterdir() if each.is_dir()]
    git(out, "init", "--quiet", "--initial-branch=main")
    git(out, "add", "--all")
    git(out, "commit", "--quiet", "--message=one")
    return out


def three_ports() -> int:
    """Find a free port with two free ones behind it."""
    while True:
        with socket.socket() as first:
            first.bind(("127.0.0.1", 0))
            port = first.getsockname()[1]
            try:
                for more in (1, 2):
                    with socket.socket() as other:
                        other.bind(("127.0.0.1", port + more))
            except OSError:
                continue
        return port


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    """A hub as `make hub` starts it; its address and the folder of its homes."""
    subprocess.run(["make", "build/hub-env/ready"], cwd=ROOT, check=True)
    env, state = ROOT / "build" / "hub-env", tmp_path_factory.mktemp("hub")
    port = three_ports()
    told = os.environ | {"HUB_ENV": str(env), "HUB_STATE": str(state), "PORT": str(port)}
    told.pop("ALIGNMENT_HOME", None)
    config = ROOT / "deploy" / "hub" / "jupyterhub_config.py"
    with (state / "hub.log").open("wb") as log:
        running = subprocess.Popen(
            [env / "bin" / "jupyterhub", "--config", config], env=told, stdout=log, stderr=log
        )
    address = f"http://127.0.0.1:{port}"
    while not answers(f"{address}/hub/health"):
        assert running.poll() is None, (state / "hub.log").read_text("utf-8")[-2000:]
    yield address, state / "homes"
    running.terminate()  # the hub stops its servers and its proxy
    running.wait()


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as reply:
            return reply.status == 200
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
        yield browser
        browser.close()


def shown(page, link: str) -> None:
    page.goto(link)
    page.wait_for_url("**/lab/tree/**")
    expect(page.locator(".jp-NotebookPanel .jp-Cell").first).to_be_visible()


def come(browser, link: str, name: str):
    """Follow the link as a user who has to log in first."""
    page = browser.new_context().new_page()
    page.set_default_timeout(PATIENCE)
    page.set_default_navigation_timeout(PATIENCE)
    page.goto(link)
    page.fill("#username_input", name)
    page.fill("#password_input", "any")
    page.click("#login_submit")
    page.wait_for_url("**/lab/tree/**")
    expect(page.locator(".jp-NotebookPanel .jp-Cell").first).to_be_visible()
    return page


def edited(path: Path, cell_id: str, source: str) -> None:
    nb = json.loads(path.read_text("utf-8"))
    (cell,) = [cell for cell in nb["cells"] if cell["id"] == cell_id]
    cell["source"] = source
    path.write_text(json.dumps(nb, indent=1) + "\n", encoding="utf-8")


SAVES = """from alignment.widgets import ScoreSheet
ScoreSheet("E").set("A", 50, 65, 80, note="{name}")
print("told the kernel:", "fairmark.notebook" in get_ipython().extension_manager.loaded)"""


def runs_a_cell(page, copied: Path, address: str, name: str) -> str:
    """Save a score sheet with the kernel of this user's own server; return what it printed."""
    cell = {"cell_type": "code", "id": "own", "metadata": {}, "outputs": [],
            "execution_count": None, "source": SAVES.format(name=name)}  # fmt: skip
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    notebook = {"cells": [cell], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    (copied / "notebooks" / "own.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    page.goto(f"{address}/user/{name}/lab/tree/{copied.name}/notebooks/own.ipynb")
    panel = page.get_by_role("tabpanel", name="own.ipynb")
    said = panel.locator(".jp-OutputArea-output", has_text="told the kernel").first
    expect(panel.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]")).to_be_visible()
    for _ in range(12):  # a press before the page has heard of the kernel does nothing
        panel.locator(".jp-CodeCell").first.click()
        panel.get_by_role("button", name="Run this cell and advance (Shift+Enter)").click()
        try:
            said.wait_for(timeout=PATIENCE / 12)
            break
        except TimeoutError:
            continue
    return said.inner_text()


def test_two_users_follow_the_link_keep_their_work_and_get_what_is_new(browser, hub, course):
    address, homes = hub
    link = (
        f"{address}/hub/user-redirect/git-pull?repo={quote(course.as_uri(), safe='')}"
        f"&branch=main&urlpath={quote(f'lab/tree/{course.name}/{LESSON}', safe='')}"
    )
    pages = {name: come(browser, link, name) for name in ("ann", "bo")}
    copies = {name: homes / name / course.name for name in pages}
    own = {name: copy / "exercises" / "04-economic.ipynb" for name, copy in copies.items()}
    assert all(path.is_file() for path in own.values())
    assert pages["ann"].get_by_text("official Jupyter news").count() == 0

    for name, page in pages.items():
        assert "told the kernel: True" in runs_a_cell(page, copies[name], address, name)
        kept = homes / name / "my-work"
        assert any(name in path.read_text("utf-8") for path in kept.rglob("*.json"))

    edited(own["ann"], "q4-2-stub", 'reason = "revised"')
    (course / "notebooks" / "extra.md").write_text("new\n", encoding="utf-8")
    first = json.loads((course / "exercises" / "04-economic.ipynb").read_text("utf-8"))
    edited(course / "exercises" / "04-economic.ipynb", first["cells"][0]["id"], "# Corrected")
    git(course, "add", "--all")
    git(course, "commit", "--quiet", "--message=two")

    for name, page in pages.items():
        shown(page, link)
        assert (copies[name] / "notebooks" / "extra.md").is_file()
        assert (homes / name / "my-work").is_dir()
    assert 'reason = \\"revised\\"' in own["ann"].read_text(
        "utf-8"
    )  # and so she keeps the old text
    assert "# Corrected" in own["bo"].read_text("utf-8")
