"""What the sets of this course import: the engine's checks, and the course's own rubrics.

The line `from alignment.checks import check, hint, solution` stands in every set, and a set's
version is a digest of its text, so this module stays where it is.
"""

from alignment.rubrics import forms, wording
from fairmark.checks import (
    NoKey,
    Spec,
    canonical,
    check,
    emit,
    fresh,
    hint,
    overview,
    require,
    silent,
    solution,
    verdict,
)

__all__ = [
    "NoKey",
    "Spec",
    "canonical",
    "check",
    "emit",
    "forms",
    "fresh",
    "hint",
    "overview",
    "require",
    "silent",
    "solution",
    "verdict",
    "wording",
]
