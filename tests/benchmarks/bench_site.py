"""How long a first and a later opening of the site take, beside an empty Pyodide page.

SITE names a built site of the local form (`make site PYODIDE=folder`). The empty page loads the
same Pyodide from the same place and computes 1 + 1; a second one loads numpy and pandas too, which
every lesson needs. All are opened in turn in one run on one machine; trust the ratios. What a
first opening transfers is what the server sent for it; "compressed" is with gzip, as a web server
would do it, of what is not packed already. Writes build/bench/site.json.
Run: SITE=build/site python -m tests.benchmarks.bench_site [--rounds 3] [--notebook PATH]
"""

import argparse
import gzip
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.benchmarks.report import keep
from tests.jupyter import QUIET, browser_path
from tests.walks import ALIVE, PATIENCE, run_all, served

EMPTY = """<!DOCTYPE html><meta charset="utf-8"><title>empty</title><script type="module">
import { loadPyodide } from "./site/live/static/pyodide/pyodide.mjs";
const pyodide = await loadPyodide();
PACKAGES
window.answer = pyodide.runPython("LINE");
</script>"""
PAGES = {
    "empty Pyodide page": EMPTY.replace("PACKAGES", "").replace("LINE", "1 + 1"),
    "the same with numpy and pandas": EMPTY.replace(
        "PACKAGES", 'await pyodide.loadPackage(["numpy", "pandas"]);'
    ).replace("LINE", "import numpy, pandas; 2"),
}
PACKED = {".whl", ".zip", ".png", ".woff2", ".gz"}


def opened(context: BrowserContext, address: str) -> float:
    """Open a page that computes one line; seconds to its answer."""
    page = context.new_page()
    begun = time.monotonic()
    page.goto(address)
    page.wait_for_function("() => window.answer === 2", timeout=PATIENCE)
    page.close()
    return time.monotonic() - begun


def worked(context: BrowserContext, address: str, notebook: str, run: bool) -> dict[str, float]:
    """Open a notebook; seconds to its text and to Python, and, if asked for, of all cells."""
    page = context.new_page()
    begun = time.monotonic()
    page.goto(f"{address}live/notebooks/index.html?path={notebook}")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=PATIENCE)
    took = {"text": time.monotonic() - begun}
    page.wait_for_function(ALIVE, timeout=PATIENCE)
    took["Python"] = time.monotonic() - begun
    if run:
        _, took["all cells"] = run_all(page)
    page.close()
    return took


def one_round(browser: Browser, address: str, notebook: str, asked: list[Path]) -> dict[str, float]:
    """Measure everything once, each in a browser that has kept nothing."""
    found = {}
    for number, name in enumerate(PAGES):
        context = browser.new_context()
        found[name] = opened(context, f"{address.removesuffix('site/')}{number}.html")
        context.close()
    context = browser.new_context()
    page = context.new_page()
    begun = time.monotonic()
    page.goto(f"{address}read/{Path(notebook).stem}.html", wait_until="commit")
    page.locator("h1").first.wait_for()
    found["page to read: text"] = time.monotonic() - begun
    page.close()
    context.close()
    context = browser.new_context()
    asked.clear()
    for name, took in worked(context, address, notebook, run=True).items():
        found[f"first opening: {name}"] = took
        if name == "Python":
            found |= sizes(set(asked))
    for name, took in worked(context, address, notebook, run=False).items():
        found[f"second opening: {name}"] = took
    context.close()
    return found


def sizes(files: set[Path]) -> dict[str, float]:
    """Add up what was sent, as it lies there and as a web server would pack it, in megabytes."""
    plain = packed = 0
    for file in files:
        data = file.read_bytes()
        plain += len(data)
        packed += len(data) if file.suffix in PACKED else len(gzip.compress(data, 6))
    return {"sent, MB": plain / 1e6, "sent compressed, MB": packed / 1e6}


def main() -> int:
    """Measure, print, write the record."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3, help="medians over them (%(default)s)")
    parser.add_argument("--notebook", default="notebooks/lesson-04-economic.ipynb")
    args = parser.parse_args()
    site = Path(os.environ.get("SITE", "build/site")).resolve()
    if browser_path() is None or not (site / "live/static/pyodide/pyodide.mjs").is_file():
        print("Needs Chromium, and in SITE a site made with PYODIDE=folder", file=sys.stderr)
        return 2
    asked: list[Path] = []
    rounds, loads = [], []
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        (Path(place) / "site").symlink_to(site)
        for number, html in enumerate(PAGES.values()):
            (Path(place) / f"{number}.html").write_text(html, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
        with served(Path(place) / "site", asked) as address:
            for _ in range(args.rounds):
                rounds.append(one_round(browser, address, args.notebook, asked))
                loads.append(os.getloadavg()[0])
                print(rounds[-1], f"load {loads[-1]:.0f}", file=sys.stderr)
        record = {"chromium": browser.version, "load": [round(each, 1) for each in loads]}
        browser.close()
    medians = {name: statistics.median(each[name] for each in rounds) for name in rounds[0]}
    for name, value in medians.items():
        print(f"{name:<34} {value:8.1f}")
    first, empty = medians["first opening: Python"], medians["empty Pyodide page"]
    with_pandas = medians["the same with numpy and pandas"]
    print(f"Python, by the empty page          {first / empty:8.1f}")
    print(f"Python, by the one with pandas     {first / with_pandas:8.1f}")
    keep("site", record | {"notebook": args.notebook, "medians": medians, "rounds": rounds})
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
