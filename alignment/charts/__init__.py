"""How a figure looks and how it reaches a student; importing it sets plotly's look and renderer.

Public: `present`, `theme` with `COLOURS`, `DASHES`, `DIVERGING`, `MARKERS`; panels also use
`verdict` (the sentence of a finding), `markup` (HTML tables), `axes`, `labels` and `words` (what
stands on a figure) and `render`. The rest is internal.
"""

from alignment.charts import render, theme
from alignment.charts.present import present
from alignment.charts.theme import COLOURS, DASHES, DIVERGING, DOMAINS, MARKERS

theme.install()
render.install()

__all__ = ["COLOURS", "DASHES", "DIVERGING", "DOMAINS", "MARKERS", "present", "render", "theme"]
