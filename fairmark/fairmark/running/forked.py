"""The grader's side of the fast kernels: order a run, watch its clock, believe nothing it says.

Wall time never decides anything but when to give up; processor time is what a student is allowed.
"""

import contextlib
import json
import os
import socket
import subprocess
import sys
import sysconfig
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import ClassVar

from fairmark.course import COURSE, FILE, current, pointing
from fairmark.errors import CourseError
from fairmark.messages import say
from fairmark.running import sandbox
from fairmark.running.frames import Nonsense, Reader, pack, text_of
from fairmark.running.programs import (
    DIED,
    END,
    LONGEST_ERROR,
    LONGEST_TEXT,
    NONSENSE,
    SLOW,
    WAITED,
    Bounds,
    CellRun,
    Ran,
    View,
)

GRACE = 2.0
START = 60.0  # seconds for a fork to stand in its sandbox; a busy machine is nobody's fault
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class NoSandbox(CourseError):
    """Runs cannot be isolated on this machine."""


class RunLost(CourseError):
    """A run could not be started; nothing was learnt about the submission."""


@dataclass
class ForkedKernels:
    """A warm process and the runs forked from it; use as a context, from any thread.

    Parameters
    ----------
    bounds : Bounds
        What each run may use.
    companion : str
        A module that goes with every run and can say sentences afterwards; see `shell.serve`.
    hidden : tuple of str
        Folders that a run must not see, should they lie inside what it sees.
    """

    bounds: Bounds = field(default_factory=Bounds)
    hidden: tuple[str, ...] = ()
    companion: str = ""
    kind: ClassVar[str] = "isolated"

    def __enter__(self) -> "ForkedKernels":
        return self if hasattr(self, "_warm") else self.start()

    def start(self) -> "ForkedKernels":
        """Start the warm process; it goes on importing while the caller does something else.

        Raises
        ------
        NoSandbox
            If this machine cannot isolate a run.
        """
        if sys.platform != "linux":
            raise NoSandbox(say("desk.linux_only"))
        self._lock = threading.Lock()
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", f"{__package__}.warm", str(theirs.fileno())]
        self._warm = subprocess.Popen(
            [*command, self.companion],
            pass_fds=(theirs.fileno(),),
            env=_environment(),
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the grader, which then ends the runs
        )
        theirs.close()
        hello = self._control.recv(4096)
        reason = json.loads(hello)["unavailable"] if hello else say("desk.warm_silent")
        if reason:
            self.__exit__()
            raise NoSandbox(say("desk.not_isolated", reason=reason))
        return self

    def load(self, modules: Iterable[str]) -> None:
        """Import modules before the next fork, so that runs need not; wait until it is done.

        Parameters
        ----------
        modules : iterable of str
            Their names; one that cannot be imported is passed over.

        Raises
        ------
        RunLost
            If the warm process has ended.
        """
        with self._lock:
            try:
                self._control.send(json.dumps({"imports": list(modules)}).encode())
                ready = self._control.recv(4096)
            except OSError:
                ready = b""
        if not ready:
            raise RunLost(say("desk.warm_gone"))

    @property
    def wall(self) -> float:
        """Return the seconds of wall time for all runs of one submission."""
        return self.bounds.wall

    @property
    def warm(self) -> int:
        """Return the process number of the warm process."""
        return self._warm.pid

    def __exit__(self, *_: object) -> None:
        """End the warm process; its runs end with their own sockets."""
        self._control.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._warm.wait(30)
            return
        self._warm.kill()
        self._warm.wait()

    def run(
        self,
        cells: list[tuple[str, str]],
        data: Path,
        explain: Callable[[dict[str, CellRun]], list[str]] | None = None,
        wall: float | None = None,
    ) -> Ran:
        """Run a program on a data set.

        Parameters
        ----------
        cells : list of (str, str)
            Id and text of each cell.
        data : Path
            The folder of tables.
        explain : callable, optional
            Given what the cells printed, returns the questions to explain.
        wall : float, optional
            Seconds after which the run is given up, where it is not `bounds.wall`.

        Returns
        -------
        Ran
            What was printed, and how it ended.

        Raises
        ------
        RunLost
            If the run could not be started.
        """
        channel, life = self._order(data)
        with channel, life:
            try:
                bounds = self.bounds if wall is None else replace(self.bounds, wall=wall)
                return _Watch(channel, life, bounds).follow(cells, explain)
            finally:
                _end(life)

    def _order(self, data: Path) -> tuple[socket.socket, socket.socket]:
        variables = tuple(pointing(sandbox.DATA, sandbox.HOME).items())
        view = View(
            str(Path(data).resolve()),
            shown_folders(),
            (*self.hidden, *current().hidden()),
            variables,
        )
        text = json.dumps({"view": asdict(view), "bounds": asdict(self.bounds)}).encode()
        ours, pairs = [], []
        for _ in range(2):
            mine, theirs = socket.socketpair()
            ours.append(mine)
            pairs.append(theirs)
        try:
            with self._lock:
                socket.send_fds(self._control, [text], [each.fileno() for each in pairs])
        except OSError as error:
            raise RunLost(say("desk.warm_gone")) from error
        finally:
            for each in pairs:
                each.close()
        return ours[0], ours[1]


class _Watch:
    """One run, followed cell by cell."""

    def __init__(self, channel: socket.socket, life: socket.socket, bounds: Bounds):
        self.channel, self.bounds = channel, bounds
        self.reader = Reader(channel)
        self.ends = time.monotonic() + START
        self.why = DIED
        hello = Reader(life).read(self._in_time)
        if hello is None or self.reader.read(self._in_time) is None:
            raise RunLost(say("desk.no_run"))
        self.ends = time.monotonic() + bounds.wall
        self.pid, self.base = hello["pid"], hello["base"]
        self.used: float | None = None

    def follow(self, cells: list[tuple[str, str]], explain: Callable | None) -> Ran:
        done: dict[str, CellRun] = {}
        at = cells[0][0]
        try:
            self._send({"cells": cells})
            for at, _ in cells:
                self.used = None
                message = self.reader.read(self._alive)
                if message is None:
                    return Ran(done, self.why, at)
                done[at] = _cell(message, at)
            return Ran(done, END, told=self._explained(done, explain))
        except Nonsense:
            return Ran(done, NONSENSE, at)

    def _explained(self, done: dict[str, CellRun], explain: Callable | None) -> dict[str, str]:
        """Ask for sentences; a run that does not answer only loses them."""
        questions = explain(done) if explain else []
        if not questions:
            return {}
        self.used = None
        with contextlib.suppress(Nonsense):
            self._send({"explain": questions})
            message = self.reader.read(self._alive) or {}
            told = message.get("told", {})
            if isinstance(told, dict):
                return {q: text_of(told, q, LONGEST_ERROR) for q in questions if q in told}
        return {}

    def _send(self, message: dict) -> None:
        with contextlib.suppress(OSError):
            self.channel.sendall(pack(message))

    def _in_time(self) -> bool:
        return time.monotonic() < self.ends

    def _alive(self) -> bool:
        """Look at the clocks and the memory of the run."""
        used = sandbox.processor_seconds(self.pid)
        self.used = used if self.used is None else self.used
        if used - self.used > self.bounds.cell_cpu + GRACE:
            self.why = SLOW
        elif sandbox.memory_of(self.pid, self.base) > self.bounds.together:
            self.why = DIED
        elif not self._in_time():
            self.why = WAITED
        else:
            return True
        return False


def _cell(message: dict, expected: str) -> CellRun:
    shown, line = message.get("shown"), message.get("line", 0)
    if message.get("cell") != expected or not isinstance(shown, int) or not isinstance(line, int):
        raise Nonsense("another cell than expected")
    text, error = text_of(message, "text", LONGEST_TEXT), text_of(message, "error", LONGEST_ERROR)
    return CellRun(text, error, shown, line)


def _end(life: socket.socket) -> None:
    """Tell the supervisor to end the run, and wait until it has."""
    with contextlib.suppress(OSError):
        life.settimeout(20)
        life.shutdown(socket.SHUT_WR)
        while life.recv(4096):
            pass


def shown_folders() -> tuple[str, ...]:
    """List the folders of Python, its libraries and the course's code: what a run sees of them."""
    paths = {sys.prefix, sys.base_prefix, sys.base_exec_prefix, *current().shown()}
    paths |= {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    paths |= {path for path in sys.path if path.endswith(("site-packages", "dist-packages"))}
    whole = sorted({str(Path(path).resolve()) for path in paths} | paths)
    return tuple(p for p in whole if not any(p.startswith(f"{other}/") for other in whole))


def _environment() -> dict[str, str]:
    """Return the environment of the warm process: our code first, one thread, no secrets."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    path = os.pathsep.join(current().paths())
    chosen = {"PYTHONPATH": path, "PYTHONHASHSEED": "0", "LANG": "C.UTF-8"}
    return {
        **kept,
        **ONE_THREAD,
        **chosen,
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": "/nonexistent",
        COURSE: str(current().root / FILE),
    }
