"""A pytest plugin that writes down what nbval found, cell by cell; it changes no verdict."""

import json
import re
import time
from pathlib import Path
from queue import Empty

import pytest

OPTION = "--cell-report"
# Seconds nbval waits for an output that its kernel has already reported; its own 5 are too short
# for a busy machine, and it then takes a right answer for one that never ends.
OUTPUT_SECONDS = 15
LOOK_SECONDS = 1  # how often to look whether the kernel still lives


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that names the file to write."""
    parser.addoption(OPTION, default=None, help="write nbval's verdict on each cell as JSON")


def pytest_configure(config: pytest.Config) -> None:
    """Start an empty report."""
    config.stash[_cells] = []


_cells: pytest.StashKey[list] = pytest.StashKey()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Be patient with outputs."""
    if hasattr(item, "output_timeout"):
        item.output_timeout = max(item.output_timeout, OUTPUT_SECONDS)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> None:
    """Wait for a kernel only as long as it lives; nbval itself waits until the time is over."""
    if not hasattr(item, "cell") or hasattr(item.parent.kernel, "read"):
        return
    kernel = item.parent.kernel
    kernel.read = kernel.get_message

    def get_message(stream: str, timeout: float) -> dict:
        end = time.monotonic() + timeout
        while True:
            left = end - time.monotonic()
            try:
                return kernel.read(stream, timeout=max(min(left, LOOK_SECONDS), 0))
            except Empty:
                if not kernel.is_alive():
                    raise RuntimeError("the kernel has ended") from None
                if left <= LOOK_SECONDS:
                    raise

    kernel.get_message = get_message


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo):
    """Note each cell after it ran."""
    report = yield
    if call.when == "call" and hasattr(item, "cell"):
        failed = call.excinfo is not None
        late = item.parent.timed_out
        died = failed and not late and not item.parent.kernel.is_alive()
        stuck = died or (failed and late)
        if stuck:  # all is run again without it, so nothing more is asked of this run
            item.session.shouldstop = "a cell did not end"
        entry = {"id": item.cell.get("id", ""), "passed": not failed, "stuck": stuck}
        entry["died"] = died
        entry["outputs"] = [_readable(out) for out in item.test_outputs or []]
        item.config.stash[_cells].append(entry)
    return report


def _readable(out: dict) -> dict:
    kept: dict = {
        name: str(out[name])[:2000] for name in ("text", "ename", "evalue") if name in out
    }
    if line := _line("\n".join(out.get("traceback", ()))):
        kept["line"] = line
    if said := out.get("data", {}).get("text/plain"):
        kept["text"] = str(said)[:2000]
    return {"type": out["output_type"], **kept}


def _line(traceback: str) -> int:
    """Find the line of the cell itself, not of a library or another cell; 0 if there is none."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", traceback)
    steps = re.findall(r"Cell In\[(\d+)\], line (\d+)", plain)
    own = [int(number) for cell, number in steps if cell == steps[0][0]]
    return own[-1] if own else 0


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the report."""
    if path := session.config.getoption(OPTION):
        Path(path).write_text(json.dumps(session.config.stash[_cells]), encoding="utf-8")
