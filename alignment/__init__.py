"""The plumbing of the course: tables, methods, charts, panels, exercises and their checks.

The argument is in the notebooks; nothing here decides anything a student should see decided.
"""

from pathlib import Path

from fairmark.course import adopt

__version__ = "0.1.0"

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_course" / "course.toml"
adopt(_INSTALLED if _INSTALLED.is_file() else _PACKAGE.parent / "course.toml")
