"""Proof before students see it: keys are built from answers that ran, and checks are tried out.

Public: `lint` (proves a set), `building` (keys and copies), `worlds` (tables with other numbers),
`page` (the report). The rest is internal.
"""
