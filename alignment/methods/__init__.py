"""The arithmetic of the course: pure functions on numbers, each short enough to read in class.

They know no table, no chart and no panel; every formula names its source.
"""
