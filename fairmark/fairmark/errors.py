"""The one base of every error the engine raises on purpose: its text is a sentence to act on.

What nobody raised on purpose is a fault of ours; its traceback is kept for whoever fixes it.
"""

import traceback
from pathlib import Path


class CourseError(Exception):
    """Something a person can act on: what was found, what was expected, what to do."""

    def _render_traceback_(self) -> list[str]:
        """Let a notebook show the sentence alone; the way through our code helps no student."""
        return [f"{type(self).__name__}: {self}"]


def keep_traceback(error: BaseException, path: Path) -> Path:
    """Write the traceback of a fault of ours to a file and return its absolute path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return path.absolute()
