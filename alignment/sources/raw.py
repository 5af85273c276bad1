"""The folder of raw files, and a record of what was read from it.

A recipe reads raw files only through `Raw`, so the descriptor can list each file with its
checksum and say of how many rows a table is an extract.
"""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from alignment.errors import AlignmentError

# As the raw files shorten them.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class RawMissing(AlignmentError):
    """A raw file that a recipe needs is not there."""


@dataclass
class Raw:
    """Read files below `folder` and remember name, checksum and number of rows of each."""

    folder: Path
    checksums: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    def path(self, name: str) -> Path:
        """Return the path of a raw file and note its checksum."""
        path = Path(self.folder) / name
        if not path.is_file():
            raise RawMissing(
                f"The raw file {name} is not in {self.folder}; give the folder that holds the "
                "publishers' folders, for example: make data RAW=/path/to/raw"
            )
        self.checksums[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        return path

    def csv(self, name: str, **options) -> pd.DataFrame:
        """Read a raw CSV file."""
        frame = pd.read_csv(self.path(name), **options)
        self.rows[name] = len(frame)
        return frame

    def excel(self, name: str, **options) -> pd.DataFrame:
        """Read the first sheet of a raw workbook."""
        frame = pd.read_excel(self.path(name), **options)
        self.rows[name] = len(frame)
        return frame
