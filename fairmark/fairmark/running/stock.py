"""Programs in stock kernels: for machines where a forked, isolated kernel cannot run.

Limits are those the operating system offers to any process; nothing is hidden from the program.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from nbformat import NotebookNode, v4

from fairmark.running.kernels import DeadKernel, Limits, TooSlow, run
from fairmark.running.programs import (
    DIED,
    LONGEST_ERROR,
    LONGEST_TEXT,
    WAITED,
    CellRun,
    Ran,
)

Explain = Callable[[dict[str, CellRun]], list[str]]


@dataclass
class StockKernels:
    """Run each program in a kernel of its own.

    Parameters
    ----------
    limits : Limits
        Seconds of wall time and of processor time, and memory.
    """

    limits: Limits
    kind: ClassVar[str] = "stock"

    def __enter__(self) -> "StockKernels":
        return self

    def __exit__(self, *_: object) -> None:
        """Have nothing to close: every kernel ends with its program."""

    def load(self, modules: Iterable[str]) -> None:
        """Have nothing to load: every kernel imports for itself."""

    @property
    def wall(self) -> float:
        """Return the seconds of wall time for all runs of one submission."""
        return 4 * self.limits.cell_seconds  # each run starts a kernel and loads every library

    def run(
        self,
        cells: list[tuple[str, str]],
        data: Path,
        explain: Explain | None = None,
        wall: float | None = None,
    ) -> Ran:
        """Run named cells on a data set; see `Ran`. There is nobody to explain anything here."""
        started: list[int] = []
        limits = self.limits
        if wall is not None:
            limits = replace(limits, cell_seconds=min(limits.cell_seconds, wall))
        nb = v4.new_notebook(cells=[v4.new_code_cell(text, id=name) for name, text in cells])
        try:
            outcome = run(nb, data, limits, on_cell=started.append)
        except (TooSlow, DeadKernel) as error:
            done = started[-1] + 1 if started else 0
            at = cells[min(done, len(cells) - 1)][0]
            return Ran({}, WAITED if isinstance(error, TooSlow) else DIED, at)
        return Ran({cell["id"]: _cell(cell) for cell in outcome.notebook.cells})


def _cell(cell: NotebookNode) -> CellRun:
    text, error, shown = "", "", 0
    for out in cell.outputs:
        if out.output_type == "stream":
            text += out.text if out.name == "stdout" else ""
        elif out.output_type == "error":
            error = error or f"{out.ename}: {out.evalue}"[:LONGEST_ERROR]
        else:
            shown += 1
    return CellRun(text[:LONGEST_TEXT], error, shown)
