"""From a submission to a verdict: a clean copy that holds only the answers, run by stock nbval.

Public, in the order of the road: `intake` (files to entries), `matches` (whose), `entries`,
`submission` (one notebook, read), `assignments` (a set), `clean` (a clean copy), `runners` (which
of them), `worlds` (the tables it runs on), `marking` (judged), `nbval` (judged by stock nbval),
`classroom` (a whole class), `points`, `results`, `handing_on` (gradebook, pages, imports), `page`.
Beside it `release`, `fresh`, `autograder`, `cluster`, `follow`, `answered`, `reasons`, `similar`.
The rest is internal.
"""
