"""Which kernels a class runs in: isolated forks where the machine can, else stock ones."""

import os
from pathlib import Path

from fairmark.running.forked import ForkedKernels
from fairmark.running.programs import Bounds

COMPANION = "fairmark.grading.sentences"
WALL_SECONDS = 60.0
HEAVY_MEMORY = 4096
HEAVY_PROCESSOR = 45  # as much as in a sandbox, and what the kernel takes to start


def isolated(*private: Path, bounds: Bounds | None = None) -> ForkedKernels:
    """Start a warm process whose forks are shut into a sandbox.

    It imports while you open the course; then let it `load` what `classroom.imports_of` lists.

    Parameters
    ----------
    *private : Path
        Folders that no run may see.
    bounds : Bounds, optional
        What each run may use.

    Returns
    -------
    ForkedKernels
        Started; leaving its context ends it.

    Raises
    ------
    NoSandbox
        If this machine cannot isolate a run.
    """
    hidden = tuple(os.path.realpath(path) for path in private)  # also of a link to itself
    return ForkedKernels(bounds or Bounds(), hidden, COMPANION).start()


def stock():
    """Return `StockKernels` with the limits that any process can have."""
    # Imported here: the client of a stock kernel takes longer to load than a class to begin.
    from fairmark.running.kernels import Limits
    from fairmark.running.stock import StockKernels

    return StockKernels(Limits(WALL_SECONDS, memory=HEAVY_MEMORY, processor=HEAVY_PROCESSOR))
