"""Tables of the same form with other numbers, so that an answer that was typed in shows."""

from pathlib import Path

import numpy as np
import pandas as pd

from fairmark import tables_folder

MEASURES = ("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g")


def write(seed: int, out: Path) -> None:
    """Leave out some penguins and move every measure, each species by its own factor."""
    draw = np.random.default_rng(seed)
    table = pd.read_csv(tables_folder() / "penguins.csv")
    table = table[draw.random(len(table)) > 0.1].reset_index(drop=True)
    for measure in MEASURES:
        for species in table["species"].unique():
            mine = table["species"] == species
            noise = 1 + draw.normal(0, 0.03, int(mine.sum()))
            moved = table.loc[mine, measure] * draw.uniform(0.9, 1.1) * noise
            table.loc[mine, measure] = moved.round(1)
    out.mkdir(parents=True, exist_ok=True)
    table.to_csv(out / "penguins.csv", index=False)
