"""From raw files to tidy tables: one module per publisher, one recipe per table.

`registry.recipes()` lists them all; `building.build` writes the data package.
"""
