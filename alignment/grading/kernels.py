"""Which kernels a class runs in: isolated forks where the machine can, else stock ones."""

from pathlib import Path

from alignment.grading.classroom import imports_of
from alignment.running.forked import ForkedKernels
from alignment.running.kernels import Limits
from alignment.running.programs import Bounds
from alignment.running.stock import StockKernels

COMPANION = "alignment.grading.sentences"
WALL_SECONDS = 60.0
HEAVY_MEMORY = 4096
HEAVY_PROCESSOR = 45  # as much as in a sandbox, and what the kernel takes to start


def isolated(
    *private: Path, bounds: Bounds | None = None, imports: tuple[str, ...] | None = None
) -> ForkedKernels:
    """Start a warm process whose forks are shut into a sandbox; open the course before it.

    Parameters
    ----------
    *private : Path
        Folders that no run may see.
    bounds : Bounds, optional
        What each run may use.
    imports : tuple of str, optional
        Modules to load; those that running the references has loaded here by default.

    Returns
    -------
    ForkedKernels
        Started; leaving its context ends it.

    Raises
    ------
    NoSandbox
        If this machine cannot isolate a run.
    """
    hidden = tuple(str(path.resolve()) for path in private)
    imports = imports_of() if imports is None else imports
    return ForkedKernels(bounds or Bounds(), imports, hidden, COMPANION).start()


def stock() -> StockKernels:
    """Return stock kernels with the limits that any process can have."""
    return StockKernels(Limits(WALL_SECONDS, memory=HEAVY_MEMORY, processor=HEAVY_PROCESSOR))
