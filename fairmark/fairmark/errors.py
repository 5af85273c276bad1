"""The one base of every error the engine raises on purpose: its text is a sentence to act on."""


class CourseError(Exception):
    """Something a person can act on: what was found, what was expected, what to do."""

    def _render_traceback_(self) -> list[str]:
        """Let a notebook show the sentence alone; the way through our code helps no student."""
        return [f"{type(self).__name__}: {self}"]
