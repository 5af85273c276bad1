"""Grading on a cluster: a real scheduler, two workers, one killed midway, and nothing lost."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from alignment.cli import main
from fairmark.grading.results import read_result
from tests.classes import assignment, notebook, solutions, write
from tests.machine import needs_sandbox
from tests.waiting import until

distributed = pytest.importorskip("distributed", reason="needs the extra: cluster")
pytestmark = [pytest.mark.long, pytest.mark.usefixtures("frozen")]
SIZE = 24


@pytest.fixture
def scheduler(tmp_path):
    """A scheduler and two workers in processes of their own."""
    address = "tcp://127.0.0.1:18786"
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1"]
    started = [subprocess.Popen([*command, "--port", "18786", "--no-dashboard"], cwd=tmp_path)]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-nanny"]
    worker += ["--nthreads", "1", "--no-dashboard", "--local-directory", str(tmp_path)]
    started += [subprocess.Popen(worker, cwd=tmp_path) for _ in range(2)]
    with distributed.Client(address, timeout="60s") as client:
        client.wait_for_workers(2, timeout=60)
    yield address, started
    for each in started:
        each.terminate()
    for each in started:
        try:
            each.wait(30)
        except subprocess.TimeoutExpired:  # a worker may wait for the one that was killed
            each.kill()
            each.wait()


@needs_sandbox
def test_a_worker_killed_midway_loses_nothing(scheduler, tmp_path):
    address, started = scheduler
    of, wrong = assignment(), {"4.3": "cagr = 1"}
    for n in range(SIZE):
        write(
            notebook(of, solutions(of) if n % 2 else wrong), tmp_path / "class" / f"s{n:02}.ipynb"
        )
    out = tmp_path / "out"
    command = ["grade", str(tmp_path / "class"), "--out", str(out), "--seed", "2"]
    with ThreadPoolExecutor(1) as pool:
        grading = pool.submit(main, [*command, "--scheduler", address])
        results = out / "results"
        until(lambda: len(list(results.glob("*.json"))) >= 3 or grading.done(), "three results")
        os.kill(started[1].pid, signal.SIGKILL)
        assert grading.result(240) == 0
    found = sorted((r.student, r.earned) for r in map(read_result, (out / "results").iterdir()))
    whole = sum(key.points for key in of.keys.values())
    assert found == [(f"s{n:02}", whole if n % 2 else 0) for n in range(SIZE)]


def test_an_address_where_nobody_answers_is_one_sentence(tmp_path, capsys):
    write(notebook(assignment()), tmp_path / "class" / "ann.ipynb")
    command = ["grade", str(tmp_path / "class"), "--out", str(tmp_path / "out"), "--seed", "2"]
    assert main([*command, "--scheduler", "tcp://127.0.0.1:9"]) == 2
    assert "No scheduler answers" in capsys.readouterr().err
