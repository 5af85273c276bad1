"""The same marking on many machines: an existing dask.distributed cluster, one warm process each.

Imported only when a scheduler is named; a worker that dies costs time and no result.
"""

import atexit
import contextlib
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from pathlib import Path

from fairmark.grading.handed import Handed
from fairmark.grading.marking import Course, Kernels, mark
from fairmark.grading.results import Graded
from fairmark.grading.runners import isolated, stock
from fairmark.grading.worlds import CannotGrade
from fairmark.messages import say
from fairmark.running.forked import NoSandbox

RETRIES = 3


@dataclass(frozen=True)
class Parcel:
    """A course packed for another machine: its folders of tables travel as bytes.

    Parameters
    ----------
    course : Course
        Sets and data sets.
    folders : tuple of dict
        For each data set its files: relative path -> bytes.
    imports : tuple of str
        Modules a warm process loads.
    strict : bool
        Refuse to run where submissions cannot be isolated.
    """

    course: Course
    folders: tuple[dict[str, bytes], ...]
    imports: tuple[str, ...]
    strict: bool = False


def pack(course: Course, imports: tuple[str, ...], strict: bool = False) -> Parcel:
    """Pack a course."""
    folders = tuple(
        {str(p.relative_to(w.folder)): p.read_bytes() for p in w.folder.rglob("*") if p.is_file()}
        for w in course.worlds
    )
    return Parcel(course, folders, imports, strict)


@contextlib.contextmanager
def cluster(address: str, parcel: Parcel) -> Iterator[tuple[Executor, Callable, int]]:
    """Connect to a scheduler and hand the course to every worker.

    Parameters
    ----------
    address : str
        Such as `tcp://10.0.0.5:8786`.
    parcel : Parcel
        The course.

    Yields
    ------
    tuple
        An executor, the function that marks one submission there, and how many run at a time.

    Raises
    ------
    CannotGrade
        If distributed is not installed, or no scheduler or worker answers.
    """
    try:
        from distributed import Client
    except ImportError:
        raise CannotGrade(say("desk.no_distributed")) from None
    try:
        client = Client(address, timeout="20s", set_as_default=False)
    except OSError:
        raise CannotGrade(say("desk.no_scheduler", address=address)) from None
    with client:
        count = sum(client.nthreads().values())
        if not count:
            raise CannotGrade(say("desk.no_workers", address=address))
        there = client.scatter(parcel, broadcast=True)
        yield _Workers(client, there), mark_there, count


class _Workers(Executor):
    """Hand submissions to the workers; futures are those of the standard library."""

    def __init__(self, client, parcel) -> None:
        self.parcel = parcel
        self.executor = client.get_executor(retries=RETRIES, pure=False)

    def submit(self, function: Callable, /, *arguments: object, **options: object) -> Future:
        """Run a function on some worker, with the parcel behind its arguments."""
        return self.executor.submit(function, *arguments, self.parcel, **options)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Wait for what is running."""
        self.executor.shutdown(wait=wait)


def mark_there(handed: Handed, parcel: Parcel) -> Graded:
    """Mark one submission on a worker; the first one there unpacks the course."""
    course, kernels = _opened(parcel)
    return mark(handed, course, kernels)


_open: dict[str, tuple[Course, Kernels]] = {}
_lock = threading.Lock()


def _opened(parcel: Parcel) -> tuple[Course, Kernels]:
    """Unpack a course and start its warm process, once per worker."""
    with _lock:
        if parcel.course.stamp not in _open:
            place = Path(tempfile.mkdtemp(prefix="fairmark-"))
            course = replace(parcel.course, worlds=_unpacked(parcel, place))
            kernels = _kernels(parcel)
            atexit.register(_close, place, kernels)
            _open[parcel.course.stamp] = course, kernels
        return _open[parcel.course.stamp]


def _unpacked(parcel: Parcel, place: Path) -> tuple:
    worlds = []
    for world, files in zip(parcel.course.worlds, parcel.folders, strict=True):
        for name, content in files.items():
            path = place / world.name / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        worlds.append(replace(world, folder=place / world.name))
    return tuple(worlds)


def _kernels(parcel: Parcel) -> Kernels:
    try:
        kernels = isolated()
    except NoSandbox:
        if parcel.strict:
            raise
        return stock()
    kernels.load(parcel.imports)
    return kernels


def _close(place: Path, kernels: Kernels) -> None:
    import shutil

    kernels.__exit__()
    shutil.rmtree(place, ignore_errors=True)
