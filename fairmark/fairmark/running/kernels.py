"""One notebook, one fresh kernel: executed outputs come back, and every way to fail has a name."""

import atexit
import copy
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from fairmark import course
from fairmark.errors import CourseError
from fairmark.messages import say
from fairmark.notebook import JUDGED

# Only what stops a kernel is worth a line on the terminal of the person who runs this.
QUIET = ["--IPKernelApp.log_level=50"]


class RunFailed(CourseError):
    """A notebook did not run to its end."""


class TooSlow(RunFailed):
    """A cell did not finish in its time."""


class DeadKernel(RunFailed):
    """The kernel died before the notebook ended."""


@dataclass(frozen=True)
class Limits:
    """What a run may use.

    Parameters
    ----------
    cell_seconds : float
        Time for one cell.
    start_seconds : float
        Time for the kernel to start.
    memory, processor : int
        Mebibytes and seconds of processor time a kernel may take, where the system can say no;
        0 for no limit.
    """

    cell_seconds: float = 120.0
    start_seconds: float = 60.0
    memory: int = 0
    processor: int = 0


@dataclass(frozen=True)
class Outcome:
    """How a run went.

    Parameters
    ----------
    notebook : NotebookNode
        A copy with the outputs of every cell that ran.
    errors : tuple of (int, str)
        Position of a cell among all cells, and the name and text of what it raised.
    """

    notebook: NotebookNode
    errors: tuple[tuple[int, str], ...] = ()


def run(
    notebook: NotebookNode,
    data: Path | None = None,
    limits: Limits | None = None,
    *,
    home: Path | None = None,
    cwd: Path | None = None,
    on_cell: Callable[[int], None] | None = None,
) -> Outcome:
    """Run every cell of a notebook in a fresh kernel.

    Parameters
    ----------
    notebook : NotebookNode
        It is not changed.
    data : Path, optional
        The folder of tables; this process's own by default.
    limits : Limits, optional
        Seconds per cell and for the start.
    home : Path, optional
        The student's folder; an empty one by default.
    cwd : Path, optional
        Where the kernel runs; an empty folder by default.
    on_cell : callable, optional
        Called with the position of each cell when it is done, for a progress bar.

    Returns
    -------
    Outcome
        Exceptions of the notebook's own code are in it and do not stop the run.

    Raises
    ------
    TooSlow
        If a cell does not finish.
    DeadKernel
        If the kernel dies or does not start.
    """
    limits = limits or Limits()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as empty:
        env = environment(data, home or Path(empty), Path(empty))
        client = _client(copy.deepcopy(notebook), limits, cwd or Path(empty), on_cell)
        _execute(client, env, limits)
    return Outcome(client.nb, tuple(_errors(client.nb)))


def environment(data: Path | None, home: Path, empty: Path) -> dict[str, str]:
    """Return the environment of a kernel: this one, with other tables and another home.

    What a user lets every Python or IPython run at its start is left out: it would change verdicts.

    Parameters
    ----------
    data : Path or None
        The folder of tables; this process's own if None.
    home : Path
        The student's folder.
    empty : Path
        A folder that lasts as long as the kernel; IPython's settings are looked for in it.
    """
    ipython = empty / "ipython"
    ipython.mkdir(parents=True, exist_ok=True)
    found = course.environment(data, home)
    found.pop("PYTHONSTARTUP", None)
    chosen = {"IPYTHONDIR": str(ipython), "PYDEVD_DISABLE_FILE_VALIDATION": "1", JUDGED: "1"}
    return found | chosen


def _client(nb: NotebookNode, limits: Limits, cwd: Path, on_cell: Callable | None):
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient

    class ThisPython(AsyncKernelManager):
        """A kernel of this interpreter, whatever kernel a user has installed as python3."""

        def format_kernel_cmd(self, extra_arguments: list[str] | None = None) -> list[str]:
            command = super().format_kernel_cmd(extra_arguments)
            return [sys.executable, *_limited(limits), *command[1:]]

    def done(cell_index: int, **_: object) -> None:
        if on_cell is not None:
            on_cell(cell_index)

    return NotebookClient(
        nb,
        timeout=limits.cell_seconds,
        startup_timeout=limits.start_seconds,
        kernel_name="python3",
        allow_errors=True,
        record_timing=False,
        coalesce_streams=True,  # a busy machine sends one print in two pieces
        extra_arguments=list(QUIET),
        kernel_manager_class=ThisPython,
        on_cell_executed=done,
        resources={"metadata": {"path": str(cwd)}},
    )


def _limited(limits: Limits) -> list[str]:
    """Put a small program before the kernel that lowers its limits."""
    if not (limits.memory or limits.processor):
        return []
    return ["-m", f"{__package__}.limited", str(limits.memory), str(limits.processor)]


def _execute(client, env: dict[str, str], limits: Limits) -> None:
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    try:
        _in_a_thread(client, env)
    except CellTimeoutError as error:
        seconds = f"{limits.cell_seconds:g}"
        raise TooSlow(say("run.cell_slow", seconds=seconds)) from error
    except (DeadKernelError, RuntimeError) as error:
        raise DeadKernel(say("run.kernel_died", why=str(error).splitlines()[0])) from error


def _in_a_thread(client, env: dict[str, str]) -> None:
    """Run a notebook where nbclient takes no signals.

    In the main thread it takes Ctrl-C for itself: it ends the kernel twice, stumbles over the
    second time, and the caller never hears that somebody wanted to stop.
    """
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(client.execute, env=env)
        try:
            running.result()
        except BaseException:
            # Stopped by a person: the run ends with its kernel, which may only be starting.
            while not running.done():
                _kill(client)
                wait([running], timeout=0.2)
            raise
        finally:
            # nbclient leaves this behind when a kernel did not start, and it then raises.
            atexit.unregister(client._cleanup_kernel)


def _kill(client) -> None:
    process = getattr(getattr(client.km, "provisioner", None), "process", None)
    if process is not None:
        process.kill()


def _errors(nb: NotebookNode) -> list[tuple[int, str]]:
    found = []
    for position, cell in enumerate(nb.cells):
        for out in cell.get("outputs", ()):
            if out.output_type == "error":
                found.append((position, f"{out.ename}: {out.evalue}"))
    return found
