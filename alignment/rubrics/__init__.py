"""The course's own rubrics: score sheets, codings, dated questions, estimates, for their form only.

Each is a function from what a student wrote to a `Form`; no opinion is ever compared.

Public: `forms` and `wording`, which `alignment.checks` passes on to the sets.
"""
