"""The plan that `--new` writes: every key once, with its meaning beside it."""

PLAN = """\
# How the grade of a term comes about. Change what you need; a key that is misspelt is refused.
# Beside this file lie plain tables (CSV, comma or semicolon):
#   points.csv      student,set,points,of,submitted     points: a number, EX (excused), or empty
#   roster.csv      student,name[,joined][,left][,section]
#   due.csv         set,due                             2026-11-20, or 2026-11-20 18:00
#   extensions.csv  student,set,due,reason,by           due: a time, "+2 days" or "+48 hours"
#   adjust.csv      student,set,question,kind,points,reason,by,when[,was][,note]
#                   kind: points, set, override, excuse, waive late, keep; set: also total
#   rubric-xy.csv   marks of one marker; made empty with --rubric-sheet

[term]
name = "Name of the course, term and year"   # stands on every page
zone = "Europe/Berlin"                       # clock of all times without an offset
as_of = "2027-02-01 12:00"                   # no clock is read: what was due before this moment
                                             # and is not there counts as missing
decimals = 1                                 # of the final number; rounded once, half up
most = 100                                   # the highest final number

[late]                                       # for every part, unless it says late = false or
                                             # has a section [part.late] of its own
grace = "15 min"                             # within it nothing; beyond it all counts
take = 10                                    # per cent for each unit
of = "possible"                              # or "earned"
per = "day"                                  # or "hour"; days end at the same clock time
count = "started"                            # or "whole"
floor = 40                                   # late never takes below 40 % of the possible
closed_after = 7                             # units; then 0

[[part]]
name = "sets"
weight = 60                                  # per cent; all parts without bonus sum to 100
items = ["01", "02", "03"]                   # as in the column set
combine = "mean"                             # of the shares; or "points" over points
drop = 1                                     # the one without which the part is highest
never_drop = []                              # items that always count
missing = 0                                  # per cent that a missing item is worth
cap = 100                                    # per cent an item can reach; 120 allows extra

[[part]]
name = "memo"
weight = 40
items = ["memo"]
need = 50                                    # below it the letter is the last one
late = false                                 # nothing is taken for being late

[[part]]
name = "review"
weight = 5                                   # a bonus part adds at most this
items = ["review"]
bonus = true

[rubric.memo]                                # points per criterion, per cent per level
levels = { full = 100, half = 50, few = 20, none = 0 }
criteria = { Question = 20, Evidence = 40, Argument = 40 }
words = { full = "nothing of weight is missing", half = "the main thing is there", few = "a beginning is there", none = "nothing is there" }

[letters]                                    # falling, the last one 0; a pass scale works too:
A = 90                                       # pass = 60, fail = 0
B = 80
C = 70
D = 60
F = 0
"""  # noqa: E501
