"""The one base of every error this course raises on purpose: its text is a sentence to act on."""

from fairmark.errors import CourseError as AlignmentError
from fairmark.errors import keep_traceback

__all__ = ["AlignmentError", "keep_traceback"]
