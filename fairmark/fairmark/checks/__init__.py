"""Instant feedback in a notebook: `check`, `hint`, `solution`; in the reference `emit` for `check`.

A checked answer never leaves the machine, and no message of ours is a traceback.

Public are the names below and, for graders, `keys`, `saved`, `showing` and `talking`.
"""

from fairmark.answers.writing import Spec, canonical
from fairmark.checks.fresh import fresh
from fairmark.checks.keys import NoKey
from fairmark.checks.overview import overview
from fairmark.checks.saved import silent, verdict
from fairmark.checks.talking import check, emit, hint, require, said, solution
from fairmark.notebook import watch

watch()

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
