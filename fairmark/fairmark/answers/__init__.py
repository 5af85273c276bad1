"""What an answer is: normalised once, written as text, compared with what is known, explained.

Public: `KINDS` and `kind_named` (one class per kind of answer), `judge` (from an answer to a
`Verdict`), `Key` (what a student's kernel may know of a question), `canonical` and `Spec` (how an
answer becomes text), `Form` (what a course's own rubric returns). They stand in `kinds`, `judging`,
`verdict`, `known`, `writing`, `forms`; other rooms also use `kind`, `tree`, `plain_data`,
`mistakes`, `slips`, `raised` and `telling`. A new kind of answer is one module with a subclass of
`kind.Kind`, one line in `kinds.py` and its noun among the messages.
"""
