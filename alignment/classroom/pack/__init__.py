"""The teaching pack: built from the lessons, the sets, the tables and `docs/teaching/source`.

Nothing in it is written twice: minutes come from the course's formula, answers from the sets and
the predictions, and a number inside a text stands there as a place such as ``{{p4-2}}``.

`outline`  a lesson's sections, guesses, panels and figures, as a teacher needs them
`plans`    minute plans
`figures`  the lessons' figures as SVG, drawn once
`decks`    slides
`texts`    places for numbers inside written texts
`pages`    syllabus, discussions, memos, test, keys, marking sheets
`build`    all of it
"""
