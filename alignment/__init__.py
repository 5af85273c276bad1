"""The plumbing of the course: tables, methods, charts, panels, exercises and their checks.

The argument is in the notebooks; nothing here decides anything a student should see decided.
"""

import importlib.util
import sys
from pathlib import Path

__version__ = "0.1.0"

_PACKAGE = Path(__file__).resolve().parent
_ENGINE = importlib.util.find_spec("fairmark")
if _ENGINE is None or _ENGINE.origin is None:
    # Not installed: the checkout's own, so that `doctor` can say what else is missing.
    sys.path.insert(0, str(_PACKAGE.parent / "fairmark"))

from fairmark.course import adopt  # noqa: E402

_INSTALLED = _PACKAGE / "_course" / "course.toml"
adopt(_INSTALLED if _INSTALLED.is_file() else _PACKAGE.parent / "course.toml")
