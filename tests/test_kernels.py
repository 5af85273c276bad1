"""A stock kernel runs the course's code with nobody's settings, and ends when it is told to."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from fairmark.grading import nbval
from fairmark.running.kernels import environment, run
from tests.waiting import until

ROOT = Path(__file__).resolve().parents[1]
ASK = """
import json, os, sys, alignment
print(json.dumps([sum([1, 2]), 'mine' in globals(), os.environ["PYTHONPATH"], alignment.__file__]))
"""


def notebook(*cells):
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])


@pytest.fixture
def settings_of_a_user(tmp_path, monkeypatch):
    """Give IPython and Python start-up files that would change verdicts, and a longer path."""
    startup = tmp_path / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "mine.py").write_text("mine = True\nsum = len\n", encoding="utf-8")
    config = "c = get_config()\nc.InteractiveShellApp.exec_lines = ['sum = max']\n"
    (startup.parent / "ipython_config.py").write_text(config, encoding="utf-8")
    (startup.parent / "ipython_kernel_config.py").write_text(config, encoding="utf-8")
    (tmp_path / "start.py").write_text("mine, sum = True, min\n", encoding="utf-8")
    (tmp_path / "extra").mkdir()
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("PYTHONSTARTUP", str(tmp_path / "start.py"))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "extra"))
    return tmp_path


def test_a_kernel_reads_no_settings_of_its_user_and_keeps_their_path(settings_of_a_user):
    said = run(notebook(ASK)).notebook.cells[0].outputs[0].text
    added, mine, path, package = json.loads(said)
    assert (added, mine) == (3, False)
    ours = [str(ROOT / "fairmark"), str(ROOT)]
    assert path.split(os.pathsep) == [*ours, str(settings_of_a_user / "extra")]
    assert Path(package).is_relative_to(ROOT)


def test_the_settings_of_a_user_would_have_been_read(settings_of_a_user, monkeypatch):
    """The test above can fail: with the user's own folder the same cell says something else."""
    whole = environment

    def theirs(*args):
        return whole(*args) | {"IPYTHONDIR": os.environ["IPYTHONDIR"]}

    monkeypatch.setattr("fairmark.running.kernels.environment", theirs)
    said = run(notebook(ASK)).notebook.cells[0].outputs[0].text
    assert json.loads(said)[:2] != [3, False]


def test_the_judge_runs_in_the_same_environment(settings_of_a_user):
    place = settings_of_a_user / "judged here"
    found = nbval._environment(place)
    assert Path(found["IPYTHONDIR"]).is_relative_to(place)
    assert not any(Path(found["IPYTHONDIR"]).iterdir())  # so it holds no settings
    assert "PYTHONSTARTUP" not in found


STOPPED = '''
import sys
import signal
import nbformat
from fairmark.running import kernels

signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
cell = """import os, time
from pathlib import Path
Path({place!r}).write_text(str(os.getpid()))
time.sleep(99)"""
nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)])
try:
    kernels.run(nb)
except KeyboardInterrupt:
    print("stopped")
'''


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal to one process")
def test_ctrl_c_stops_a_run_and_its_kernel_without_a_traceback(tmp_path):
    place = tmp_path / "kernel"
    command = [sys.executable, "-c", STOPPED.format(place=str(place))]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    until(lambda: place.is_file() and place.read_text(), "the cell runs")
    process.send_signal(signal.SIGINT)
    said, error = process.communicate(timeout=60)
    assert said == "stopped\n"
    assert "Traceback" not in error
    until(lambda: not alive(int(place.read_text())), "the kernel has ended")


STILLBORN = """
import nbformat
from fairmark.running.kernels import DeadKernel, Limits, run
try:
    run(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")]), limits=Limits(memory=30))
except DeadKernel as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_a_kernel_that_cannot_start_is_one_sentence_and_leaves_nothing_for_the_end():
    done = subprocess.run(
        [sys.executable, "-c", STILLBORN], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("The kernel stopped before the notebook ended")
    assert "nbclient" not in done.stderr  # the kernel itself may say that it had no memory
    assert "atexit" not in done.stderr


def alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
