"""A site served on loopback, and its notebooks in a real browser, for the tests that walk it."""

import functools
import http.server
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

PATIENCE = 600_000  # ms; Python in a page starts in half a minute, on a busy machine in many
ALIVE = """() => {
  const widget = window.jupyterapp?.shell?.currentWidget;
  const session = widget?.sessionContext ?? widget?.context?.sessionContext;
  return session?.session?.kernel?.status === "idle";
}"""
RUN_ALL = """() => {
  window.allRan = false;
  jupyterapp.commands.execute("notebook:run-all-cells").then(() => { window.allRan = true; });
}"""
SAVE = "() => jupyterapp.commands.execute('docmanager:save')"
CONTENT = "() => jupyterapp.shell.currentWidget.context.model.toJSON()"
# As somebody who types: only the text of an answer cell changes.
ANSWER = """given => {
  for (const cell of jupyterapp.shell.currentWidget.context.model.cells) {
    if (cell.id in given) cell.sharedModel.setSource(given[cell.id]);
  }
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *given, asked: list[Path], **named) -> None:
        self.asked = asked
        super().__init__(*given, **named)

    def log_message(self, *_: object) -> None:
        """Print nothing."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Note a file that was sent; one that the browser has kept is answered with 304."""
        if code == 200:
            self.asked.append(Path(self.translate_path(self.path)))


@contextmanager
def served(site: Path, asked: list[Path] | None = None) -> Iterator[str]:
    """Serve the folder above a site, so that the site lies under a path; yield its address.

    Parameters
    ----------
    site : Path
        The folder.
    asked : list of Path, optional
        Gets every file that is sent.
    """
    asked = [] if asked is None else asked
    handler = functools.partial(_Quiet, asked=asked, directory=str(site.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
    finally:
        server.shutdown()
        server.server_close()


class Walk:
    """A browser at a site: what it was asked for elsewhere, and how long things took.

    Parameters
    ----------
    browser : Browser
        A running one.
    address : str
        Of the site; ends with "/".
    """

    def __init__(self, browser: Browser, address: str) -> None:
        self.address = address
        self.context = browser.new_context(accept_downloads=True)
        self.outside: list[str] = []
        self.context.on("request", self._note)

    def _note(self, request) -> None:
        # JupyterLite's worker knocks at the root of the host, which is still the site's own host.
        host = self.address.split("/")[2]
        if not request.url.startswith(("data:", "blob:")) and request.url.split("/")[2] != host:
            self.outside.append(request.url)

    def open(self, path: str) -> tuple[Page, dict[str, float]]:
        """Open one notebook in the simple view; seconds to its text and to Python."""
        page = self.context.new_page()
        begun = time.monotonic()
        page.goto(f"{self.address}live/notebooks/index.html?path={path}")
        page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=PATIENCE)
        text = time.monotonic() - begun
        page.wait_for_function(ALIVE, timeout=PATIENCE)
        return page, {"text": text, "python": time.monotonic() - begun}


def run_all(page: Page) -> tuple[dict, float]:
    """Run every cell; the notebook as it then is, and the seconds."""
    begun = time.monotonic()
    page.evaluate(RUN_ALL)
    page.wait_for_function("() => window.allRan", timeout=PATIENCE)
    return page.evaluate(CONTENT), time.monotonic() - begun


def errors(notebook: dict) -> list[str]:
    """List each error of a run notebook."""
    return [
        f"{cell['id']}: {output['ename']}: {output['evalue'][:200]}"
        for cell in notebook["cells"]
        for output in cell.get("outputs", [])
        if output["output_type"] == "error"
    ]


def texts(notebook: dict) -> dict[str, list[str]]:
    """Return what each cell printed or showed as text, by its id; streams joined, ends stripped."""
    found: dict[str, list[str]] = {}
    for cell in notebook["cells"]:
        said = []
        for output in cell.get("outputs", []):
            text = output.get("text") or output.get("data", {}).get("text/plain", "")
            text = "".join(text) if isinstance(text, list) else text
            if text.strip():
                said.append(text.strip())
        found[cell["id"]] = said
    return found


def read(path: Path) -> dict:
    """Read a notebook as JSON."""
    return json.loads(path.read_text(encoding="utf-8"))
