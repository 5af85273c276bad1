"""Instant feedback in a notebook: `check`, `hint`, `solution`; in the reference `emit` for `check`.

A checked answer never leaves the machine, and no message of ours is a traceback.

Public are the names below and, for graders, `keys`, `saved`, `showing` and `talking`.
"""

import sys
from importlib import import_module

from fairmark.answers.writing import Spec, canonical
from fairmark.checks.fresh_inputs import fresh
from fairmark.checks.keys import NoKey
from fairmark.checks.overview import overview
from fairmark.checks.saved import silent, verdict
from fairmark.checks.talking import check, emit, hint, require, said, solution
from fairmark.course import current
from fairmark.notebook import watch

watch()
# Plotly's own way of showing a figure asks for nbformat, which Python in a browser does not have.
# The course's look brings its own; a set that draws has loaded plotly before this module.
if sys.platform == "emscripten" and "plotly" in sys.modules and current().look:
    import_module(current().look)

__all__ = [
    "NoKey",
    "Spec",
    "canonical",
    "check",
    "emit",
    "fresh",
    "hint",
    "overview",
    "require",
    "said",
    "silent",
    "solution",
    "verdict",
]
