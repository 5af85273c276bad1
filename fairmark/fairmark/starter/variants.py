"""Tables of the same form with other numbers, so that an answer that was typed in shows."""

from pathlib import Path

import numpy as np
import pandas as pd

from fairmark import tables_folder


def write(seed: int, out: Path) -> None:
    """Move each number by a factor of its own."""
    draw = np.random.default_rng(seed)
    table = pd.read_csv(tables_folder() / "rain.csv")
    table["rain_mm"] = (table["rain_mm"] * draw.uniform(0.7, 1.3, len(table))).round(1)
    out.mkdir(parents=True, exist_ok=True)
    table.to_csv(out / "rain.csv", index=False)
