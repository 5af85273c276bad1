"""The one base of every error this course raises on purpose: its text is a sentence to act on."""

from fairmark.errors import CourseError as AlignmentError

__all__ = ["AlignmentError"]
