"""Instant feedback in a notebook: `check`, `hint`, `solution`, and `verdict` for a whole set.

In the reference `emit` stands for `check`, and `silent` for `verdict`. A checked answer never
leaves the machine, and no message of ours is a traceback.
"""

from alignment.checks import forms
from alignment.checks.canonical import Spec, canonical
from alignment.checks.fresh import fresh
from alignment.checks.keys import NoKey
from alignment.checks.saved import silent, verdict
from alignment.checks.talking import check, emit, hint, require, solution
from alignment.notebook import watch

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
    "silent",
    "solution",
    "verdict",
]
