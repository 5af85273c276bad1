"""Where and when a benchmark ran, and where its figures are kept."""

import json
import os
import platform
from datetime import date
from pathlib import Path

BUILD = Path(__file__).resolve().parents[2] / "build"


def circumstances() -> dict[str, str | int]:
    """Return what a reader must know to judge a figure: date, machine, cores, Python."""
    return {
        "date": date.today().isoformat(),
        "machine": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count() or 1,
        "python": platform.python_version(),
    }


def keep(name: str, record: dict) -> Path:
    """Write a benchmark's figures to build/bench/NAME.json, with their circumstances, and say so.

    Parameters
    ----------
    name : str
        Name of the file, without its ending.
    record : dict
        What was measured.

    Returns
    -------
    Path
        The file.
    """
    where = circumstances()
    target = BUILD / "bench" / f"{name}.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(where | record, indent=1) + "\n", encoding="utf-8")
    print("\n" + ", ".join(f"{key} {value}" for key, value in where.items()))
    print(f"written to {target.relative_to(BUILD.parent)}")
    return target
