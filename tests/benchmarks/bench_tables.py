"""How long a table loads, first and again, and how long a check takes.

Times are processor time. The floor of a first load is pandas reading the same CSV without a
schema. Checks are those of the
reference notebooks, with their right answers. `make bench-tables` prints a table and writes
build/bench/tables.json; quote the ratios.
"""

import argparse
import contextlib
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from alignment import checks, tables
from alignment.tables import package, reading
from tests.benchmarks.report import keep

REFERENCES = Path(__file__).resolve().parents[2] / "exercises" / "reference"
MEDIAN_LIMIT, LARGEST_LIMIT, SIZE_LIMIT = 20.0, 200.0, 8.0
AGAIN_LIMIT, CHECK_LIMIT = 5.0, 30.0
IMPORTS = {"pandas": "import pandas", "alignment.tables": "import alignment.tables"}


def main() -> int:
    """Measure, print and write; exit code 1 if a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="loads of each (%(default)s)")
    rounds = parser.parse_args().rounds
    measured = [one(name, rounds) for name in tqdm(tables.names(), desc="tables", disable=None)]
    report = summary(measured, check_times()) | {"imports_seconds": imports(rounds)}
    print_table(report)
    keep("tables", report)
    return int(not all(report["within"].values()))


def one(name: str, rounds: int) -> dict:
    """Time `load` and the floor in turn, so that a slow moment hits both."""
    path = tables.root() / f"{name}.csv"
    ours, floor, again = [], [], []
    for _ in range(rounds):
        for kept in (package._parsed, package._resources, reading._frame):
            kept.cache_clear()
        ours.append(milliseconds(lambda: tables.load(name)))
        again.append(milliseconds(lambda: tables.load(name)))
        floor.append(milliseconds(lambda: pd.read_csv(path)))
    row = {"table": name, "kilobytes": path.stat().st_size / 1000}
    row |= {"median_ms": statistics.median(ours), "floor_ms": statistics.median(floor)}
    row["again_ms"] = statistics.median(again)
    return row | {"ratio": row["median_ms"] / row["floor_ms"]}


def check_times() -> dict[str, float]:
    """Run every reference notebook here and time each of its checks, in milliseconds."""
    found: dict[str, float] = {}

    def timed(question: str, value: object, *, on: object = None) -> None:
        found[question] = milliseconds(lambda: checks.check(question, value, on=on))

    emit, checks.emit = checks.emit, timed  # the name a reference imports as `check`
    before = os.environ.get("ALIGNMENT_HOME")
    try:
        with tempfile.TemporaryDirectory() as home:
            os.environ["ALIGNMENT_HOME"] = home
            for path in sorted(REFERENCES.glob("[0-9]*.ipynb")):
                cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
                codes = ["".join(c["source"]) for c in cells if c["cell_type"] == "code"]
                names: dict[str, object] = {"__name__": "__main__", "display": lambda *_: None}
                with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    for code in codes:
                        exec(code, names)
    finally:
        checks.emit = emit
        os.environ.pop("ALIGNMENT_HOME")
        if before is not None:
            os.environ["ALIGNMENT_HOME"] = before
    return found


def milliseconds(call: Callable, clock: Callable[[], float] = time.process_time) -> float:
    """Return how long a call takes, of this process's own time, so that no neighbour counts."""
    start = clock()
    call()
    return 1000 * (clock() - start)


def imports(rounds: int) -> dict[str, float]:
    """Return the median seconds a fresh Python needs to import pandas and the tables."""
    taken = {}
    for name, code in IMPORTS.items():
        seconds = [
            milliseconds(
                lambda code=code: subprocess.run([sys.executable, "-c", code], check=True),
                time.perf_counter,
            )
            for _ in range(min(rounds, 3))
        ]
        taken[name] = statistics.median(seconds) / 1000
    return taken


def summary(measured: list[dict], checked: dict[str, float]) -> dict:
    """Put tables and checks together with the limits they have to keep."""
    medians = [row["median_ms"] for row in measured]
    again, slowest = max(row["again_ms"] for row in measured), max(checked, key=checked.get)
    size = sum(path.stat().st_size for path in tables.root().iterdir()) / 1e6
    median, largest = statistics.median(medians), max(medians)
    return {
        "tables": measured,
        "median_ms": median,
        "largest_ms": largest,
        "largest_again_ms": again,
        "checks": len(checked),
        "check_median_ms": statistics.median(checked.values()),
        "check_slowest": slowest,
        "check_slowest_ms": checked[slowest],
        "median_ratio": statistics.median(row["ratio"] for row in measured),
        "megabytes": size,
        "within": {
            f"median table <= {MEDIAN_LIMIT:g} ms": median <= MEDIAN_LIMIT,
            f"largest table <= {LARGEST_LIMIT:g} ms": largest <= LARGEST_LIMIT,
            f"largest table again <= {AGAIN_LIMIT:g} ms": again <= AGAIN_LIMIT,
            f"slowest check <= {CHECK_LIMIT:g} ms": checked[slowest] <= CHECK_LIMIT,
            f"package <= {SIZE_LIMIT:g} MB": size <= SIZE_LIMIT,
        },
    }


def print_table(report: dict) -> None:
    """Print the ten slowest tables and the limits."""
    print(f"{'table':28} {'kB':>7} {'ms':>7} {'floor':>7} {'ratio':>6} {'again':>7}")
    for row in sorted(report["tables"], key=lambda row: -row["median_ms"])[:10]:
        numbers = f"{row['kilobytes']:7.1f} {row['median_ms']:7.1f} {row['floor_ms']:7.1f}"
        print(f"{row['table']:28} {numbers} {row['ratio']:6.2f} {row['again_ms']:7.2f}")
    print(
        f"all {len(report['tables'])}: median {report['median_ms']:.1f} ms "
        f"(ratio to the floor {report['median_ratio']:.2f}), {report['megabytes']:.2f} MB"
    )
    print(
        f"{report['checks']} checks: median {report['check_median_ms']:.1f} ms, slowest "
        f"{report['check_slowest']} with {report['check_slowest_ms']:.1f} ms"
    )
    for name, seconds in report["imports_seconds"].items():
        print(f"import {name}: {seconds:.2f} s")
    for limit, kept in report["within"].items():
        print(f"{'kept' if kept else 'PASSED'}: {limit}")


if __name__ == "__main__":
    sys.exit(main())
