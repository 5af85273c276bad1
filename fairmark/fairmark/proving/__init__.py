"""Proof before students see it: keys are built from answers that ran, and checks are tried out.

Public: `lint` (proves a set), `building` (keys and copies), `variant_tables` (other numbers),
`lint_page` (the report). The rest is internal.
"""
