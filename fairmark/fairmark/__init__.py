"""Exercises in notebooks that check themselves and are graded fairly: an engine for any course.

Public: `check`, `hint`, `solution` in a student's notebook; `emit` and `require` in a grader's;
`fresh` inputs; `Form` for a course's own rubrics; `tables_folder`. A course says the rest in
`course.toml`. They are imported when first used, so that a warm process starts without pandas.
"""

import importlib

__version__ = "0.1.0"

_HOMES = {
    "check": "checks",
    "emit": "checks",
    "fresh": "checks",
    "hint": "checks",
    "require": "checks",
    "silent": "checks",
    "solution": "checks",
    "verdict": "checks",
    "overview": "checks",
    "Form": "answers.forms",
    "described": "answers.forms",
    "tables_folder": "course",
}
__all__ = list(_HOMES)


def __getattr__(name: str):
    """Import a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'fairmark' has no attribute {name!r}")
    return getattr(importlib.import_module(f"fairmark.{_HOMES[name]}"), name)
