"""Pages in the list of sources on which no collected row rests."""

import csv
import re
from pathlib import Path

from builder import FOLDER


def unused(folder: Path = FOLDER) -> list[str]:
    """Return the pages that no other file of data-raw/ points to, by `source_id`."""
    listed = folder / "facts" / "sources.csv"
    with listed.open(encoding="utf-8-sig", newline="") as file:
        pages = [row["source_id"] for row in csv.DictReader(file) if row["kind"] == "page"]
    files = [path for suffix in ("csv", "yaml") for path in folder.rglob(f"*.{suffix}")]
    cited: set[str] = set()
    for path in files:
        if path != listed:
            cited.update(re.findall(r"[\w-]+", path.read_text(encoding="utf-8")))
    return [page for page in pages if page not in cited]


def faults(folder: Path = FOLDER) -> list[str]:
    """Say which pages nobody cites, in one sentence."""
    pages = unused(folder)
    if not pages:
        return []
    return [f"no row rests on these pages of table sources: {', '.join(pages)}; drop them"]
