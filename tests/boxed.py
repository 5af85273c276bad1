"""Stock `pytest --nbval` inside the grader's own sandbox, so that hostile notebooks can be judged.

`python -m tests.boxed TABLES SECONDS < clean.ipynb` prints nbval's report on each cell as JSON.
"""

import fcntl
import json
import os
import socket
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat

from fairmark.course import pointing
from fairmark.grading.clean import Clean
from fairmark.grading.nbval import CannotJudge, command
from fairmark.running import sandbox
from fairmark.running.forked import ONE_THREAD, shown_folders
from fairmark.running.programs import Bounds, View
from fairmark.running.shell import ENVIRONMENT

ROOT = Path(__file__).resolve().parents[1]
# A stock kernel has threads, sockets and a test runner beside it; the rest is as in the grader.
ROOMY = Bounds(total_cpu=60, memory=1500, together=3000, processes=64, files=256)
SET_FLAGS, UP_AND_RUNNING = 0x8914, 0x41  # SIOCSIFFLAGS; IFF_UP and IFF_RUNNING


def boxed(tables: Path):
    """Return a function that runs a clean copy under stock nbval in a sandbox of its own."""

    def run(clean: Clean, cell_seconds: float) -> dict[str, dict]:
        box = [sys.executable, "-m", "tests.boxed", str(tables), str(cell_seconds)]
        done = subprocess.run(
            box, input=nbformat.writes(clean.notebook), cwd=ROOT, capture_output=True, text=True,
            check=False, timeout=300,
        )  # fmt: skip
        try:
            return {cell["id"]: cell for cell in json.loads(done.stdout)}
        except ValueError as error:
            raise CannotJudge(f"no verdict: {done.stderr[-500:]}") from error

    return run


def main(tables: str, seconds: str) -> None:
    """Shut a child in, let it run pytest there, and pass on the report."""
    notebook = sys.stdin.read()
    number = os.getpid()  # every box has a user of its own, so that no two share a limit
    sandbox.separate()
    child = os.fork()
    if not child:
        try:
            _loopback_up()
            sandbox.close_all_above(2)
            sandbox.shut_in(View(tables, (*shown_folders(), str(ROOT / "tests"))), ROOMY, number)
            print(_report(notebook, float(seconds)), flush=True)
        finally:
            os._exit(0)
    os.waitpid(child, 0)


def _loopback_up() -> None:
    """Stock kernels speak over 127.0.0.1; of the whole network they get this much."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sH14x", b"lo", UP_AND_RUNNING))


def _report(notebook: str, seconds: float) -> str:
    folder = Path(tempfile.mkdtemp(dir="/work-folder/tmp"))
    (folder / "clean.ipynb").write_text(notebook, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    environment = {
        **ENVIRONMENT,
        **pointing(sandbox.DATA, sandbox.HOME),
        **ONE_THREAD,
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    subprocess.run(
        command(seconds), cwd=folder, env=environment, check=False,
        stdin=subprocess.DEVNULL, stdout=2, start_new_session=True,
    )  # fmt: skip
    return (folder / "report.json").read_text(encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
