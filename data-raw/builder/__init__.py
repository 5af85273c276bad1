"""From collected facts and written content to `data/`: reads the descriptors, runs the recipes.

`descriptors.tables()` finds every table; `build.build` writes the data package;
`refresh.refresh` downloads what has an address. `python -m alignment data ...` is the way in.
"""

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1]
