"""A class together: from many students' files to one picture, and what a teacher does with it.

`intake`    the students' files out of any platform's archive, one each
`lists`     the closed lists: a page is not built twice after a small change
`collect`   the picture of the class, and the files it is written to
`page`      one page for the projector, made from the picture alone
`lots`      roles, pairs, reviewers and the control half, by lot
`score`     the class's forecasts against what happened
`memos`     memos in three forms, and to two peers without a name
`reviews`   what two peers wrote, handed back
`paraphrases` reasons for the second round, read by the teacher first
`learnt`    the tests before and after
`pack`      the teaching pack
"""
