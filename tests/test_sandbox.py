"""The sandbox: what a run sees, what it may use, as root and as an ordinary user."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from alignment.cli import main
from alignment.tables import root
from fairmark.running import sandbox
from fairmark.running.forked import ForkedKernels, NoSandbox, RunLost
from fairmark.running.frames import Nonsense, text_of
from fairmark.running.programs import DIED, END, SLOW, WAITED, Bounds
from tests.machine import needs_sandbox, strangers

PACKAGE = Path(sandbox.__file__).resolve().parents[1]
QUICK = Bounds(cell_cpu=0.5, total_cpu=4, wall=60, memory=300)


@pytest.fixture(scope="module")
def kernels():
    with ForkedKernels(QUICK) as found:
        found.load(["numpy", "no_such_module"])
        yield found


def printed(kernels, code, data=None):
    ran = kernels.run([("a", code)], data or root())
    return ran.cells["a"].text.strip() or ran.cells["a"].error


def test_one_file_touches_linux_and_it_is_short():
    using = [p.name for p in PACKAGE.rglob("*.py") if "ctypes" in p.read_text(encoding="utf-8")]
    assert using == ["sandbox.py"]
    assert len((PACKAGE / "running" / "sandbox.py").read_text("utf-8").splitlines()) <= 300


@needs_sandbox
def test_a_run_sees_python_the_package_the_tables_and_nothing_else(kernels):
    top = printed(kernels, "import os; print(sorted(os.listdir('/')))")
    assert "course-data" in top
    assert "proc" not in top
    assert "home" not in top
    engine = printed(kernels, f"import os; print(os.listdir({str(PACKAGE.parent)!r}))")
    assert eval(engine) == ["fairmark"]
    beside = printed(kernels, f"import os; print(os.listdir({str(PACKAGE.parents[1])!r}))")
    assert {"alignment", "fairmark"} <= set(eval(beside)) <= {"alignment", "fairmark", ".venv"}


@needs_sandbox
def test_a_run_is_nobody_has_no_rights_and_is_alone(kernels):
    assert int(printed(kernels, "import os; print(os.getuid())")) >= sandbox.FIRST_USER
    assert printed(kernels, "import os; print(os.getpid(), os.getppid())") == "1 0"
    assert "unreachable" in printed(
        kernels, "import socket; socket.create_connection(('1.1.1.1', 53))"
    )


@needs_sandbox
def test_a_run_may_write_in_one_place_and_only_so_much(kernels):
    assert printed(kernels, "open('x', 'w').write('y'); print(open('x').read())") == "y"
    made = printed(kernels, "import os, tempfile; print(os.path.realpath(tempfile.mkdtemp()))")
    assert made.startswith("/work-folder/tmp/")
    for place in ("/", "/usr", "/course-data", "/dev"):
        assert "rror" in printed(kernels, f"open({place!r} + '/x', 'w')")
    assert "File too large" in printed(kernels, "open('x', 'wb').write(b'x' * 20_000_000)")


@needs_sandbox
def test_no_run_sees_the_files_or_names_of_another(kernels):
    printed(kernels, "secret = 1; open('secret', 'w').write('x')")
    assert printed(kernels, "import os; print(os.path.exists('secret'), 'secret' in dir())") == (
        "False False"
    )


@needs_sandbox
def test_hidden_folders_are_empty(tmp_path):
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "key").write_text("x", encoding="utf-8")
    with ForkedKernels(QUICK, hidden=(str(PACKAGE / "term"),)) as kernels:
        code = f"import os; print(os.listdir({str(PACKAGE / 'term')!r}))"
        assert printed(kernels, code) == "[]"


@needs_sandbox
def test_processor_time_ends_a_loop_and_wall_time_ends_a_sleep(kernels, monkeypatch):
    deaf = "import signal\nsignal.signal(signal.SIGPROF, signal.SIG_IGN)\nwhile True: pass"
    assert kernels.run([("a", deaf)], root()).ended == SLOW
    with monkeypatch.context() as patch:
        patch.setattr(kernels, "bounds", replace(QUICK, wall=4))
        assert kernels.run([("a", "import time; time.sleep(99)")], root()).ended == WAITED
    assert kernels.run([("a", "1 + 1")], root()).ended == END


@needs_sandbox
def test_a_run_that_sends_without_a_pause_is_ended_by_its_wall_time_too(kernels):
    trickle = (
        "import os, struct, time\nos.write(3, struct.pack('!I', 200_000))\n"
        "while True:\n    os.write(3, b' ')\n    time.sleep(.01)"
    )
    assert kernels.run([("a", trickle)], root(), wall=3).ended == WAITED


@needs_sandbox
def test_memory_that_processes_share_is_bounded_although_no_process_holds_it(kernels):
    shared = (
        "import mmap, os, time\nfor _ in range(4):\n    if not os.fork():\n"
        "        m = mmap.mmap(-1, 250_000_000); m.write(b'x' * 250_000_000); time.sleep(60)\n"
        "time.sleep(60)"
    )
    with ForkedKernels(replace(QUICK, together=500, wall=30)) as bounded:
        assert bounded.run([("a", shared)], root()).ended == DIED


@needs_sandbox
def test_a_run_cannot_look_up_the_folders_of_the_teacher(tmp_path):
    search = (
        "import gc\nclass Mine: pass\nmine = Mine()\n"
        "said = lambda o: repr(getattr(o, 'hidden', '')) + repr(getattr(o, 'view', ''))\n"
        "kinds = {type(o) for o in gc.get_objects() if '/teachers' in said(o) or type(o) is Mine}\n"
        "print(sorted(kind.__name__ for kind in kinds))"
    )
    with ForkedKernels(replace(QUICK, cell_cpu=20), (str(tmp_path / "teachers"),)) as kernels:
        assert printed(kernels, search) == "['Mine']"


@needs_sandbox
@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("%time x = 5\nprint(x)", "5"),
        ("%%capture kept\nprint(1)", ""),
        (">>> print(6 % 4)", "2"),
        ("  print('indented')", "indented"),
        ("print('%time is text')\nprint(7 %\n3)", "%time is text\n1"),
    ],
)
def test_a_cell_means_what_it_means_in_a_notebook(kernels, code, shown):
    assert shown in printed(kernels, code)
    assert "Error" not in printed(kernels, code)


@needs_sandbox
def test_a_notebook_may_add_steps_that_rewrite_its_later_cells(kernels):
    step = "lambda lines: [line.replace('cat', 'dog') for line in lines]"
    add = f"get_ipython().input_transformers_cleanup.append({step})"
    ran = kernels.run([("a", add), ("b", "print('cat')")], root())
    assert ran.cells["b"].text == "dog\n"


@needs_sandbox
def test_every_run_starts_from_the_same_random_state(kernels):
    code = "import random, numpy; print(random.random(), numpy.random.rand())"
    assert len({printed(kernels, code) for _ in range(3)}) == 1


@needs_sandbox
def test_a_hundred_runs_at_a_time_keep_their_own_sockets(kernels):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as pool:
        work = [pool.submit(printed, kernels, f"print({n})") for n in range(100)]
        assert [each.result() for each in work] == [str(n) for n in range(100)]


@needs_sandbox
def test_nothing_is_left_when_the_kernels_end():
    with ForkedKernels(QUICK) as kernels:
        kernels.run([("a", "import os\nif not os.fork(): os.setsid()")], root())
        warm = kernels.warm
    assert not Path(f"/proc/{warm}").exists()
    assert strangers() == []


@needs_sandbox
def test_a_warm_process_that_was_killed_is_named():
    with ForkedKernels(QUICK) as kernels:
        os.kill(kernels.warm, signal.SIGKILL)
        with pytest.raises(RunLost, match="has ended; start the command again"):
            kernels.load(["json"])


@pytest.mark.parametrize("value", [5, None, ["x"], {"a": 1}])
def test_a_field_that_is_no_text_is_nonsense(value):
    with pytest.raises(Nonsense):
        text_of({"text": value}, "text", 10)


def test_where_nothing_can_be_isolated_that_is_said_and_may_be_refused(
    monkeypatch, tmp_path, capsys
):
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(NoSandbox, match="on Linux only"):
        ForkedKernels().start()
    monkeypatch.undo()
    monkeypatch.setattr(ForkedKernels, "start", _refuse)
    from tests.classes import assignment, notebook, write

    write(notebook(assignment()), tmp_path / "class" / "ann.ipynb")
    command = ["grade", str(tmp_path / "class"), "--out", str(tmp_path / "out"), "--seed", "1"]
    assert main([*command, "--require-sandbox"]) == 2
    assert "cannot be isolated" in capsys.readouterr().err
    assert not (tmp_path / "out" / "results").exists()
    assert main(command) == 2  # stock kernels only when they are asked for by name
    assert "cannot be isolated" in capsys.readouterr().err
    assert not (tmp_path / "out" / "results").exists()
    assert main([*command, "--kernels", "stock"]) == 1
    assert (tmp_path / "out" / "results").exists()


def _refuse(_):
    raise NoSandbox("Runs cannot be isolated on this machine: a test says so")


ORDINARY = """
set -e
base={base}
mkdir -p {aside}
mount --bind "$base" {aside}
mount -t tmpfs -o mode=755 none /{first}
mkdir -p "$base"
mount --bind {aside} "$base"
exec setpriv --reuid 12345 --regid 12345 --clear-groups env HOME=/nonexistent {python} -c {code}
"""
CODE = """
import os
from pathlib import Path
from fairmark.running.forked import ForkedKernels
from fairmark.running.programs import Bounds
with ForkedKernels(Bounds(cell_cpu=1, wall=600)) as kernels:
    cells = [("a", "import os; print(os.getuid(), os.getpid())")]
    cells += [("b", "import ctypes; print(ctypes.CDLL(None).unshare(0x10000000))")]
    cells += [("c", "import os\\nfor n in range(100): os.fork() or os._exit(0)")]
    cells += [("d", "open('/course-data/x', 'w')")]
    ran = kernels.run(cells, Path({data!r}))
print(os.getuid(), [ran.cells[c].text.strip() or ran.cells[c].error for c in ran.cells])
"""


@needs_sandbox
@pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user runs all of these tests anyway")
@pytest.mark.skipif(not shutil.which("setpriv"), reason="needs setpriv (Debian: util-linux)")
def test_an_ordinary_user_gets_the_same_sandbox(tmp_path):
    first = Path(sys.base_prefix).parts[1]
    if first in ("usr", "opt"):
        pytest.skip("Python is readable for everybody; run the tests as an ordinary user")
    data = tmp_path / "data"
    data.mkdir()
    (data / "t.csv").write_text("x", encoding="utf-8")
    for folder in (tmp_path, *tmp_path.parents):
        if str(folder).startswith("/tmp/"):
            folder.chmod(0o755)
    code = CODE.format(data=str(data))
    script = ORDINARY.format(
        base=sys.base_prefix, first=first, aside=tmp_path / "aside", python=sys.executable,
        code="'" + code.replace("'", "'\\''") + "'",
    )  # fmt: skip
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script], capture_output=True, text=True, check=False,
        cwd=PACKAGE.parent, timeout=120,
    )  # fmt: skip
    assert done.stdout.strip() == (
        f"12345 ['{sandbox.FIRST_USER} 1', '-1', 'BlockingIOError: [Errno 11] Resource temporarily "
        "unavailable', \"OSError: [Errno 30] Read-only file system: '/course-data/x'\"]"
    ), done.stderr[-2000:]
