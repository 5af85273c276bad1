"""From one text file to a notebook: the format of lessons and exercises, and how they are built.

Public: `percent` (cells of the py:percent format), `sets` (a set as records), `lessons`, `copies`
(student copy and reference), `frame` (links), `pages`, `minutes`, `form`, `work` (nobody's work is
overwritten); `nbgrader` and `otter` write for other tools. The rest is internal.
"""
