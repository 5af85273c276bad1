"""A student's own files: score sheets and progress, in one folder that never leaves the machine.

Nothing here names a person, a path or a time; a broken file is reported and left as it is.

Public are the names below and one module a kind of record: `sheets`, `drafts`, `evidence`,
`codings`, `forecasts`, `guesses`, `reasons`, `swings`, `class_file`, `class_picture`; `bundle`
packs the folder.
"""

from alignment.records.sheets import (
    CRITERIA,
    DOMAINS,
    Score,
    Sheet,
    load_sheet,
    load_sheets,
    save_sheet,
    widened,
)
from fairmark.files import BrokenRecord, home, read_json, write_json

__all__ = [
    "CRITERIA",
    "DOMAINS",
    "BrokenRecord",
    "Score",
    "Sheet",
    "home",
    "load_sheet",
    "load_sheets",
    "read_json",
    "save_sheet",
    "widened",
    "write_json",
]
