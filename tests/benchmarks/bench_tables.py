"""How long each table loads, against the floor: pandas reading the same CSV without a schema.

`make bench-tables` prints a table and writes build/bench/tables.json; quote the ratios.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import pandas as pd
from tqdm import tqdm

from alignment import tables
from tests.benchmarks.report import keep

MEDIAN_LIMIT, LARGEST_LIMIT, SIZE_LIMIT = 20.0, 200.0, 8.0
IMPORTS = {"pandas": "import pandas", "alignment.tables": "import alignment.tables"}


def main() -> int:
    """Measure, print and write; exit code 1 if a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="loads of each (%(default)s)")
    rounds = parser.parse_args().rounds
    measured = [one(name, rounds) for name in tqdm(tables.names(), desc="tables", disable=None)]
    report = summary(measured) | {"imports_seconds": imports(rounds)}
    print_table(report)
    keep("tables", report)
    return int(not all(report["within"].values()))


def one(name: str, rounds: int) -> dict:
    """Time `load` and the floor in turn, so that a slow moment hits both."""
    path = tables.root() / f"{name}.csv"
    ours, floor = [], []
    for _ in range(rounds):
        ours.append(milliseconds(lambda: tables.load(name)))
        floor.append(milliseconds(lambda: pd.read_csv(path)))
    row = {"table": name, "kilobytes": path.stat().st_size / 1000}
    row |= {"median_ms": statistics.median(ours), "floor_ms": statistics.median(floor)}
    return row | {"ratio": row["median_ms"] / row["floor_ms"]}


def milliseconds(call: Callable) -> float:
    """Return how long a call takes."""
    start = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - start)


def imports(rounds: int) -> dict[str, float]:
    """Return the median seconds a fresh Python needs to import pandas and the tables."""
    taken = {}
    for name, code in IMPORTS.items():
        seconds = [
            milliseconds(lambda code=code: subprocess.run([sys.executable, "-c", code], check=True))
            for _ in range(min(rounds, 3))
        ]
        taken[name] = statistics.median(seconds) / 1000
    return taken


def summary(measured: list[dict]) -> dict:
    """Put the tables together with the limits they have to keep."""
    medians = [row["median_ms"] for row in measured]
    size = sum(path.stat().st_size for path in tables.root().iterdir()) / 1e6
    median, largest = statistics.median(medians), max(medians)
    return {
        "tables": measured,
        "median_ms": median,
        "largest_ms": largest,
        "median_ratio": statistics.median(row["ratio"] for row in measured),
        "megabytes": size,
        "within": {
            f"median table <= {MEDIAN_LIMIT:g} ms": median <= MEDIAN_LIMIT,
            f"largest table <= {LARGEST_LIMIT:g} ms": largest <= LARGEST_LIMIT,
            f"package <= {SIZE_LIMIT:g} MB": size <= SIZE_LIMIT,
        },
    }


def print_table(report: dict) -> None:
    """Print the ten slowest tables and the limits."""
    print(f"{'table':28} {'kB':>7} {'ms':>7} {'floor':>7} {'ratio':>6}")
    for row in sorted(report["tables"], key=lambda row: -row["median_ms"])[:10]:
        numbers = f"{row['kilobytes']:7.1f} {row['median_ms']:7.1f} {row['floor_ms']:7.1f}"
        print(f"{row['table']:28} {numbers} {row['ratio']:6.2f}")
    print(
        f"all {len(report['tables'])}: median {report['median_ms']:.1f} ms "
        f"(ratio to the floor {report['median_ratio']:.2f}), {report['megabytes']:.2f} MB"
    )
    for name, seconds in report["imports_seconds"].items():
        print(f"import {name}: {seconds:.2f} s")
    for limit, kept in report["within"].items():
        print(f"{'kept' if kept else 'PASSED'}: {limit}")


if __name__ == "__main__":
    sys.exit(main())
