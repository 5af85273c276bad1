"""How a figure looks and how it reaches a student; importing it sets plotly's look and renderer."""

from alignment.charts import render, theme
from alignment.charts.present import present

theme.install()
render.install()

__all__ = ["present", "render", "theme"]
