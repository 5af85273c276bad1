"""A real JupyterLab or Notebook in a real Chromium, for the tests and benchmarks that need one.

Private folders for config, settings and workspaces; a free port; no news, no updates.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from playwright.sync_api import Page, Request, Route, expect, sync_playwright

from alignment.cli.lab import OFFLINE, settle_lab
from fairmark.authoring.percent import KERNELSPEC

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
QUIET += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
LOCAL = ("127.0.0.1", "localhost")
PATIENCE = 240_000  # ms until a wait gives up; a busy machine takes many times as long
expect.set_options(timeout=PATIENCE)
MODULES = {"lab": "jupyterlab", "notebook": "notebook"}


def browser_path() -> str | None:
    """Find a Chromium on this machine."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


@dataclass
class Lab:
    """A running JupyterLab and the page that shows it.

    Parameters
    ----------
    page : Page
        The browser's page.
    address : str
        Where the server listens, without a final slash.
    outside : list of str
        Addresses of requests that tried to leave the machine; they were refused.
    told : list of str
        Errors that the page wrote to the browser's console.
    front_end : {"lab", "notebook"}
        JupyterLab 4 or Notebook 7.
    """

    page: Page
    address: str
    outside: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    front_end: str = "lab"

    def open(self, notebook: str) -> None:
        """Open a notebook and wait until its kernel is connected and idle.

        A notebook opened before is closed unsaved and its kernel ends: each starts afresh.
        """
        if self.front_end == "notebook":
            self._end_kernels()
            self.page.goto(f"{self.address}/notebooks/{notebook}", wait_until="domcontentloaded")
        elif not self.page.evaluate(REOPEN, notebook):
            address = f"{self.address}/lab/tree/{notebook}?reset"
            self.page.goto(address, wait_until="domcontentloaded")
        # On a busy machine the notebook before may be in front for a while.
        self.page.wait_for_function(IN_FRONT, arg=notebook, timeout=PATIENCE)
        self.ready()

    def ready(self) -> None:
        """Wait until a notebook is in front and its kernel is connected and idle."""
        self.page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden)", timeout=PATIENCE)
        self.page.wait_for_function(IDLE, timeout=PATIENCE)

    def do(self, command: str, **arguments: object) -> None:
        """Execute a command of the front end, as its menus do."""
        self.page.evaluate(
            "async ([id, args]) => { await window.jupyterapp.commands.execute(id, args); }",
            [command, arguments],
        )

    def _end_kernels(self) -> None:
        sessions = self.page.request.get(f"{self.address}/api/sessions").json()
        for session in sessions:
            self.page.request.delete(f"{self.address}/api/sessions/{session['id']}")

    def run_all(self) -> None:
        """Run every cell and wait until the kernel is idle again."""
        self.do("notebook:run-all-cells")
        self.page.wait_for_function(ALL_RAN)

    def views(self) -> None:
        """Wait until every widget of the open notebook is on the page, after its kernel is idle."""
        self.page.wait_for_function(VIEWS, timeout=PATIENCE)

    def errors(self) -> list[str]:
        """List the texts of all error outputs of the open notebook."""
        return self.page.evaluate(ERRORS)

    def theme(self, name: str) -> None:
        """Switch to "light" or "dark"."""
        title = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}[name]
        self.page.evaluate(
            "t => window.jupyterapp.commands.execute('apputils:change-theme', {theme: t})", title
        )
        self.page.wait_for_selector(f"body[data-jp-theme-name='{title}']", state="attached")


CURRENT = "window.jupyterapp.shell.currentWidget"
IN_FRONT = "path => window.jupyterapp?.shell?.currentWidget?.context?.path === path"
REOPEN = """async path => {
  const app = window.jupyterapp;
  if (!app) return false;
  Array.from(app.shell.widgets('main')).forEach(widget => widget.dispose());
  await app.serviceManager.sessions.shutdownAll();
  await app.commands.execute('docmanager:open', {path});
  return true;
}"""
IDLE = f"""() => {{
  const context = {CURRENT}?.context;
  const kernel = context?.sessionContext?.session?.kernel;
  return context?.isReady && kernel?.connectionStatus === 'connected' && kernel.status === 'idle';
}}"""
ALL_RAN = f"""() => {{
  const panel = {CURRENT};
  const cells = Array.from(panel.content.model.cells);
  const codes = cells.filter(c => c.type === 'code' && c.sharedModel.source);
  const done = codes.every(c => c.executionCount > 0 && c.executionState !== 'running');
  return done && panel.context.sessionContext.session.kernel.status === 'idle';
}}"""
ERRORS = f"""() => Array.from({CURRENT}.content.model.cells).filter(c => c.type === 'code')
  .flatMap(c => c.outputs.toJSON()).filter(o => o.output_type === 'error')
  .map(o => o.ename + ': ' + o.evalue)"""
# A view is there when its output holds more than the words "Loading widget...".
VIEWS = f"""() => {CURRENT}.content.widgets.filter(cell => cell.outputArea).every(cell =>
  cell.outputArea.model.toJSON().every((output, n) =>
    !output.data?.['application/vnd.jupyter.widget-view+json'] ||
    cell.outputArea.widgets[n]?.node.querySelectorAll('*').length > 10))"""


@contextmanager
def jupyter_lab(
    root: Path, own: Path, width: int = 1366, height: int = 860, front_end: str = "lab"
) -> Iterator[Lab]:
    """Start a server on a folder and a browser on the server; end both afterwards.

    Parameters
    ----------
    root : Path
        The folder to serve; tests give a copy.
    own : Path
        An empty folder for configuration, settings and the student's files.
    width, height : int
        Size of the page in pixels; a laptop by default.
    front_end : {"lab", "notebook"}
        JupyterLab 4 or Notebook 7.

    Yields
    ------
    Lab
        With a page that shows nothing yet.
    """
    port = _free_port()
    with _server(root, own, port, front_end) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
        context = browser.new_context(viewport={"width": width, "height": height})
        context.set_default_timeout(PATIENCE)  # also of a second tab
        page = context.new_page()
        lab = Lab(page, address, front_end=front_end)
        page.on("pageerror", lambda error: lab.told.append(str(error)))
        page.on("console", lambda said: said.type == "error" and lab.told.append(said.text))
        page.route("**/*", lambda route, request: _keep_inside(lab, route, request))
        try:
            yield lab
        finally:
            browser.close()


@contextmanager
def lab_with(cells: list[str], root: Path, own: Path) -> Iterator[Lab]:
    """Show a notebook of these code cells, run, on a page tall enough for all of them."""
    write_notebook(root / "panels.ipynb", cells)
    with jupyter_lab(root, own, height=3600) as lab:
        lab.open("panels.ipynb")
        lab.run_all()
        assert lab.errors() == []
        lab.views()
        yield lab


def write_notebook(path: Path, cells: list[str]) -> None:
    """Write a notebook of code cells that names its kernel; else a dialog asks for one."""
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": dict(KERNELSPEC)})
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in cells]
    nbformat.write(notebook, path)


def _keep_inside(lab: Lab, route: Route, request: Request) -> None:
    host = request.url.split("/")[2].split(":")[0] if "://" in request.url else ""
    if host in ("", *LOCAL):
        route.continue_()
    else:
        lab.outside.append(request.url)
        route.abort()


@contextmanager
def _server(root: Path, own: Path, port: int, front_end: str) -> Iterator[str]:
    folders = {f"JUPYTER_{name}_DIR": str(own / name.lower()) for name in ("CONFIG", "RUNTIME")}
    folders |= {
        "JUPYTERLAB_SETTINGS_DIR": str(own / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "workspaces"),
        "ALIGNMENT_HOME": str(own / "my-work"),
    }
    options = [f"--port={port}", "--ServerApp.port_retries=0", "--ip=127.0.0.1", "--no-browser"]
    options += ["--IdentityProvider.token=", f"--ServerApp.root_dir={root}", "--allow-root"]
    options += ["--expose-app-in-browser", *OFFLINE]
    own.mkdir(parents=True, exist_ok=True)
    settle_lab()
    with (own / "server.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", MODULES[front_end], *options],
            env=os.environ | folders,
            stdout=log,
            stderr=log,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/api/status", server, own / "server.log")
            yield address
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()


def _wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"JupyterLab ended at once:\n{log.read_text()[-2000:]}")
        try:
            urllib.request.urlopen(address, timeout=1)
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"JupyterLab did not answer:\n{log.read_text()[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
