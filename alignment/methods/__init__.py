"""The arithmetic of the course: pure functions on numbers, each short enough to read in class.

They know no table, no chart and no panel; every formula names its source. What they refuse, they
refuse with `BadNumbers`, whose text says what was found and what to give.

Public is every module; lessons import them by name. `classes` holds what a whole class asks for,
`marking` the agreement of two markers.
"""
