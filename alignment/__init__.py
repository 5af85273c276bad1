"""The plumbing of the course: tables, methods, charts, panels, exercises and their checks.

The argument is in the notebooks; nothing here decides anything a student should see decided.
"""

__version__ = "0.1.0"
