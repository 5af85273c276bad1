"""How long each lesson runs, against the floor: a kernel that starts and imports the libraries.

`make bench-lessons` prints a table and writes build/bench/lessons.json; quote the ratios.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

import nbformat
from tqdm import tqdm

from fairmark.authoring.lessons import read_lesson
from fairmark.authoring.percent import find_sources
from fairmark.running.kernels import run
from tests.benchmarks.report import keep

ROOT = Path(__file__).resolve().parents[2]
IMPORTS = """import numpy, pandas
import plotly.graph_objects
import alignment.charts, alignment.methods, alignment.tables
from alignment.widgets import Panel"""


def main() -> int:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="runs of each (%(default)s)")
    rounds = parser.parse_args().rounds
    sources = find_sources(ROOT / "notebooks")
    floor_nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(IMPORTS)])
    work = {"floor": floor_nb} | {source.stem: read_lesson(source) for source in sources}
    seconds: dict[str, list[float]] = {name: [] for name in work}
    with tqdm(total=rounds * len(work), desc="runs", disable=None) as bar:
        for _ in range(rounds):  # in turn, so that a slow minute hits all alike
            for name, nb in work.items():
                seconds[name].append(timed(nb))
                bar.update()
    report = summary(seconds)
    print_table(report)
    keep("lessons", report)
    return 0


def timed(nb: nbformat.NotebookNode) -> float:
    """Run one notebook in a fresh kernel and return the seconds it took."""
    start = time.perf_counter()
    outcome = run(nb, cwd=ROOT / "notebooks")
    if outcome.errors:
        raise SystemExit(f"A cell failed: {outcome.errors[0][1]}")
    return time.perf_counter() - start


def summary(seconds: dict[str, list[float]]) -> dict:
    """Turn seconds into medians and ratios to the floor."""
    floor = statistics.median(seconds["floor"])
    rows = {
        name: {"median_s": round(m, 2), "beyond_floor_s": round(m - floor, 2)}
        | {"ratio_to_floor": round(m / floor, 2)}
        for name, runs in seconds.items()
        if (m := statistics.median(runs))
    }
    return {"lessons": rows}


def print_table(report: dict) -> None:
    """Print one row per lesson."""
    print(f"{'lesson':<24} {'median s':>9} {'beyond floor s':>15} {'ratio':>6}")
    for name, row in report["lessons"].items():
        print(
            f"{name:<24} {row['median_s']:>9.2f} {row['beyond_floor_s']:>15.2f} "
            f"{row['ratio_to_floor']:>6.2f}"
        )


if __name__ == "__main__":
    sys.exit(main())
