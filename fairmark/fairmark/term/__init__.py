"""The term: a plan and a few plain tables in, one number, one letter and one page per person out.

Nothing here reads a clock, knows a course or holds a database. Every number is an exact fraction
until the last line; what touched it is kept, so that a page can be recomputed by hand.

Public: `plan` and `inputs` (what is read), `reckon`, `output` and `imports` (what is written),
`grade_page`, `history`, `supposing`, `rubric`, `example`, `output_files`, `checked` (also what
grading hands over), `wrong`. The rest is internal.
"""
