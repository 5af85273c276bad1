"""Instant feedback in a notebook: `check`, `hint`, `solution`; in the reference `emit` for `check`.

A checked answer never leaves the machine, and no message of ours is a traceback.
"""

from alignment.answers.writing import Spec, canonical
from alignment.checks.fresh import fresh
from alignment.checks.keys import NoKey
from alignment.checks.notebook import watch
from alignment.checks.talking import check, emit, hint, require, solution
from alignment.rubrics import forms, wording

watch()

__all__ = [
    "NoKey",
    "Spec",
    "canonical",
    "check",
    "emit",
    "forms",
    "fresh",
    "hint",
    "require",
    "solution",
    "wording",
]
